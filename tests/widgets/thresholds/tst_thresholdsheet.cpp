// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/verbs.h"
#include "tests/support/warnings.h"
#include "widgets/parts/appearance.h"
#include "widgets/parts/notice.h"
#include "widgets/parts/thresholdwords.h"
#include "widgets/thresholds/thresholdsheet.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;

namespace {

Depot depotCalled(const QString &id, const QString &name)
{
    Depot depot;
    depot.id = DepotId(id);
    depot.name = name;
    return depot;
}

const QList<Depot> oneDepot{depotCalled(u"aguada"_s, u"Aguada"_s)};
const QList<Depot> twoDepots{depotCalled(u"aguada"_s, u"Aguada"_s), depotCalled(u"union"_s, u"Unión"_s)};

ThresholdTrial trialOf(int now, int proposed)
{
    return {.days = {QDate(2026, 3, 12), QDate(2026, 3, 11)},
            .isCut = false,
            .counts = {{.kind = u"silent"_s, .now = now, .proposed = proposed},
                       {.kind = u"escalated"_s, .now = 3, .proposed = 3}}};
}

} // namespace

class ThresholdSheetTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<QWidget> m_host;
    ThresholdSheet *m_sheet = nullptr;

    [[nodiscard]] QSpinBox &box(Threshold threshold) const
    {
        return *m_sheet->findChildren<QSpinBox *>().at(static_cast<int>(threshold));
    }
    [[nodiscard]] QToolButton *usual(Threshold threshold) const
    {
        const auto wanted = ThresholdWords::name(threshold);
        for (auto *button : m_sheet->findChildren<QToolButton *>()) {
            if (button->accessibleName().endsWith(wanted))
                return button;
        }
        return nullptr;
    }
    [[nodiscard]] QString outcome(Threshold threshold) const
    {
        const auto wanted = ThresholdWords::name(threshold);
        for (const auto *label : m_sheet->findChildren<QLabel *>()) {
            if (!label->accessibleName().isEmpty() && label->accessibleName().endsWith(wanted))
                return label->text();
        }
        return {};
    }
    void type(QSpinBox &box, const QString &text)
    {
        box.setFocus();
        box.selectAll();
        QTest::keyClicks(&box, text);
    }

private Q_SLOTS:
    void initTestCase() { m_appearance = std::make_unique<Appearance>(*qApp); }
    void init()
    {
        Test::failOnOurWarnings();
        m_appearance->setScheme(Appearance::Scheme::Light);
        m_host = std::make_unique<QWidget>();
        m_host->resize(1280, 720);
        m_sheet = new ThresholdSheet(m_host.get());
        m_host->show();
        m_host->activateWindow();
        QTRY_VERIFY(m_host->isActiveWindow());
    }
    void cleanup() { m_host.reset(); }

    void showsTheUsualValuesInUnitsOfPeopleWithinTheirBounds()
    {
        m_sheet->ask(oneDepot, {});
        QCOMPARE(m_sheet->findChildren<QSpinBox *>().size(), static_cast<qsizetype>(thresholdCount));
        for (const auto &row : thresholdRows()) {
            const int per = ThresholdWords::perShown(row);
            const auto &spin = box(row.threshold);
            QCOMPARE(spin.value() * per, row.usual);
            QCOMPARE(spin.minimum() * per, row.least);
            QCOMPARE(spin.maximum() * per, row.most);
            QVERIFY(!spin.accessibleName().isEmpty());
            QVERIFY(!spin.accessibleDescription().isEmpty());
            QVERIFY(!usual(row.threshold)->isEnabled());
        }
        QCOMPARE(m_sheet->edited(), ThresholdValues());
        QVERIFY(!m_sheet->acceptButton()->isEnabled());
        QVERIFY(box(Threshold::SilentAfter).hasFocus());
        QVERIFY(!m_sheet->findChild<QComboBox *>()->isVisible()); // there is no choice
    }

    void asksAtOnceAndOnceAgainWhenTypingHasPaused()
    {
        QSignalSpy asked(m_sheet, &ThresholdSheet::trialRequested);
        m_sheet->ask(oneDepot, {});
        QCOMPARE(asked.size(), 1);
        type(box(Threshold::SilentAfter), u"12"_s);
        QCOMPARE(box(Threshold::SilentAfter).value(), 12);
        QCOMPARE(asked.size(), 1);
        QTRY_COMPARE(asked.size(), 2); // for both digits
        QCOMPARE(asked[1][0].value<DepotId>(), DepotId(u"aguada"_s));
        QCOMPARE(asked[1][1].value<ThresholdValues>(), valuesOf({{Threshold::SilentAfter, 720}}));
        QVERIFY(m_sheet->notice()->text().contains(u"Replaying"_s));
    }

    void saysWhatTheyWouldHaveProduced()
    {
        QSignalSpy asked(m_sheet, &ThresholdSheet::trialRequested);
        m_sheet->ask(oneDepot, {});
        m_sheet->showTrial(trialOf(14, 14));
        QVERIFY(outcome(Threshold::SilentAfter).contains(u"14"_s));
        QVERIFY(!outcome(Threshold::SilentAfter).contains(u"with"_s));
        QVERIFY(outcome(Threshold::EscalateAfter).contains(u"3"_s));
        QCOMPARE(outcome(Threshold::OffRoute), u"–"_s); // the backend does not say
        type(box(Threshold::SilentAfter), u"2"_s);
        m_sheet->showTrial(trialOf(99, 99)); // an answer to what is not there any more
        QVERIFY(!outcome(Threshold::SilentAfter).contains(u"99"_s));
        QTRY_COMPARE(asked.size(), 2);
        m_sheet->showTrial(trialOf(14, 22));
        QVERIFY(outcome(Threshold::SilentAfter).contains(u"14"_s));
        QVERIFY(outcome(Threshold::SilentAfter).contains(u"22"_s));
        QVERIFY(m_sheet->notice()->text().contains(u'2')); // days
    }

    void saysWhenNothingIsKnown_data()
    {
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<QString>("word");
        QTest::newRow("offline") << Error::Kind::Offline << u"Offline"_s;
        QTest::newRow("broken") << Error::Kind::Malformed << u"could not be replayed"_s;
    }
    void saysWhenNothingIsKnown()
    {
        QFETCH(const Error::Kind, kind);
        QFETCH(const QString, word);
        QSignalSpy asked(m_sheet, &ThresholdSheet::trialRequested);
        m_sheet->ask(oneDepot, {});
        m_sheet->showTrial(trialOf(14, 14));
        m_sheet->showFailure({kind, u"<b>detail of a log</b>"_s});
        QVERIFY(m_sheet->notice()->text().contains(word));
        QVERIFY(!m_sheet->notice()->text().contains(u"log"_s));
        QCOMPARE(outcome(Threshold::SilentAfter), u"–"_s);
        const auto before = asked.size();
        auto *again = m_sheet->notice()->findChild<QPushButton *>();
        QTRY_VERIFY(again->isVisible());
        QTest::mouseClick(again, Qt::LeftButton);
        QVERIFY(asked.size() > before);
        type(box(Threshold::LateStops), u"5"_s);
        QVERIFY(m_sheet->acceptButton()->isEnabled()); // a decision needs no network
    }

    void saysThatNoDayIsStored()
    {
        m_sheet->ask(oneDepot, {});
        m_sheet->showTrial({.days = {}, .isCut = false, .counts = {{.kind = u"silent"_s, .now = 0, .proposed = 0}}});
        QCOMPARE(outcome(Threshold::SilentAfter), u"–"_s); // none is not nought
        QVERIFY(m_sheet->notice()->text().contains(u"stored"_s));
    }

    void appliesWhatAPersonTypedWithEnter()
    {
        QSignalSpy applied(m_sheet, &ThresholdSheet::applyRequested);
        m_sheet->ask(oneDepot, {{DepotId(u"aguada"_s), valuesOf({{Threshold::OffRoute, 900}})}});
        type(box(Threshold::LateStops), u"5"_s);
        QTest::keyClick(&box(Threshold::LateStops), Qt::Key_Return);
        QCOMPARE(applied.size(), 1);
        QCOMPARE(applied[0][1].value<ThresholdValues>(), valuesOf({{Threshold::OffRoute, 900}}));
        QCOMPARE(applied[0][2].value<ThresholdValues>(),
                 valuesOf({{Threshold::OffRoute, 900}, {Threshold::LateStops, 5}}));
        QVERIFY(m_sheet->isHidden());
    }

    void leavesEverythingWithEscape()
    {
        QSignalSpy applied(m_sheet, &ThresholdSheet::applyRequested);
        QSignalSpy asked(m_sheet, &ThresholdSheet::trialRequested);
        m_sheet->ask(oneDepot, {});
        type(box(Threshold::LateStops), u"5"_s);
        QTest::keyClick(&box(Threshold::LateStops), Qt::Key_Escape);
        QVERIFY(m_sheet->isHidden());
        QCOMPARE(applied.size(), 0);
        QCOMPARE(asked.size(), 1);
    }

    void goesBackToTheDefault()
    {
        m_sheet->ask(oneDepot, {{DepotId(u"aguada"_s), valuesOf({{Threshold::OffRoute, 900}})}});
        auto *button = usual(Threshold::OffRoute);
        QVERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(box(Threshold::OffRoute).value(), rowOf(Threshold::OffRoute).usual);
        QVERIFY(!button->isEnabled());
        QCOMPARE(m_sheet->edited(), ThresholdValues());
        QVERIFY(m_sheet->acceptButton()->isEnabled());
    }

    void changesNoSecondOfWhatNobodyTouched()
    {
        const auto own = valuesOf({{Threshold::SilentAfter, 250}, {Threshold::LateStops, 3}});
        m_sheet->ask(oneDepot, {{DepotId(u"aguada"_s), own}});
        QCOMPARE(box(Threshold::SilentAfter).value(), 4);
        QCOMPARE(m_sheet->edited(), own);
        QVERIFY(!m_sheet->acceptButton()->isEnabled());
    }

    void asksOfWhichDepot()
    {
        QSignalSpy asked(m_sheet, &ThresholdSheet::trialRequested);
        m_sheet->ask(twoDepots, {{DepotId(u"union"_s), valuesOf({{Threshold::LateStops, 7}})}});
        auto *choice = m_sheet->findChild<QComboBox *>();
        QVERIFY(choice->isVisible());
        QCOMPARE(box(Threshold::LateStops).value(), 3);
        choice->setFocus();
        QTest::keyClick(choice, Qt::Key_Down);
        QCOMPARE(m_sheet->depot(), DepotId(u"union"_s));
        QCOMPARE(box(Threshold::LateStops).value(), 7);
        QCOMPARE(asked.last()[0].value<DepotId>(), DepotId(u"union"_s));
        QVERIFY(!m_sheet->acceptButton()->isEnabled());
    }

    void fitsASmallWindowInLightAndDark_data()
    {
        QTest::addColumn<Appearance::Scheme>("scheme");
        QTest::newRow("light") << Appearance::Scheme::Light;
        QTest::newRow("dark") << Appearance::Scheme::Dark;
    }
    void fitsASmallWindowInLightAndDark()
    {
        QFETCH(const Appearance::Scheme, scheme);
        m_appearance->setScheme(scheme);
        m_sheet->ask(twoDepots, {{DepotId(u"aguada"_s), valuesOf({{Threshold::SilentAfter, 120}})}});
        m_sheet->showTrial(trialOf(14, 22));
        QTRY_VERIFY(m_sheet->acceptButton()->isVisible());
        const QRect whole(QPoint(), m_host->size());
        for (auto *widget :
             {static_cast<QWidget *>(m_sheet->acceptButton()), static_cast<QWidget *>(m_sheet->notice())})
            QVERIFY(whole.contains(QRect(widget->mapTo(m_host.get(), QPoint()), widget->size())));
        box(Threshold::EscalateAfter).setFocus(Qt::TabFocusReason);
        const auto *area = m_sheet->findChild<QScrollArea *>();
        const QRect shown(area->viewport()->mapTo(m_host.get(), QPoint()), area->viewport()->size());
        m_sheet->findChild<QScrollArea *>()->ensureWidgetVisible(&box(Threshold::EscalateAfter));
        QTRY_VERIFY(shown.contains(box(Threshold::EscalateAfter).mapTo(m_host.get(), QPoint(0, 0))));
        if (const auto folder = qEnvironmentVariable("DOORSTEP_PICTURES"); !folder.isEmpty()) {
            m_sheet->findChild<QScrollArea *>()->ensureWidgetVisible(&box(Threshold::SilentAfter));
            m_host->grab().save(folder + u"/thresholds_%1.png"_s.arg(QLatin1StringView(QTest::currentDataTag())));
        }
    }
};

QTEST_MAIN(ThresholdSheetTest)

#include "tst_thresholdsheet.moc"
