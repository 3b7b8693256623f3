// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/warnings.h"
#include "widgets/parts/appearance.h"
#include "widgets/parts/ratewords.h"
#include "widgets/rates/ratesheet.h"

#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Doorstep;
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

} // namespace

class RateSheetTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<QWidget> m_host;
    RateSheet *m_sheet = nullptr;

    static void type(QDoubleSpinBox &box, const QString &text)
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
        QLocale::setDefault(QLocale::c());
        m_appearance->setScheme(Appearance::Scheme::Light);
        m_host = std::make_unique<QWidget>();
        m_host->resize(1280, 720);
        m_sheet = new RateSheet(m_host.get());
        m_host->show();
        m_host->activateWindow();
        QTRY_VERIFY(m_host->isActiveWindow());
    }
    void cleanup() { m_host.reset(); }

    void showsTheUsualRatesWithinTheirBounds()
    {
        m_sheet->ask(oneDepot, {});
        const auto rows = rateRows();
        for (std::size_t i = 0; i < rateCount; ++i) {
            const auto *box = m_sheet->box(i);
            QCOMPARE(box->value(), Rates().*rows[i].value);
            QCOMPARE(box->minimum(), 0.0);
            QCOMPARE(box->maximum(), rows[i].most);
            QCOMPARE(box->accessibleName(), RateWords::name(rows[i]));
            QVERIFY(box->accessibleName() != QString(rows[i].word)); // it has words of its own
            QVERIFY(!box->accessibleDescription().isEmpty());
        }
        QCOMPARE(m_sheet->edited(), Rates());
        QVERIFY(!m_sheet->acceptButton()->isEnabled());
        QVERIFY(m_sheet->box(0)->hasFocus());
        QVERIFY(!m_sheet->findChild<QComboBox *>()->isVisible()); // there is no choice
    }

    void appliesWhatAPersonTypedWithEnter()
    {
        QSignalSpy applied(m_sheet, &RateSheet::applyRequested);
        const Rates own{.perHour = 333.333, .fixed = 90.0};
        m_sheet->ask(oneDepot, {{DepotId(u"aguada"_s), own}});
        type(*m_sheet->box(1), u"21.5"_s);
        QTest::keyClick(m_sheet->box(1), Qt::Key_Return);
        QCOMPARE(applied.size(), 1);
        QCOMPARE(applied[0][1].value<Rates>(), own);
        auto wanted = own; // with the third of a cent that nobody saw
        wanted.perKilometerVan = 21.5;
        QCOMPARE(applied[0][2].value<Rates>(), wanted);
        QVERIFY(m_sheet->isHidden());
    }

    void leavesEverythingWithEscape()
    {
        const QSignalSpy applied(m_sheet, &RateSheet::applyRequested);
        m_sheet->ask(oneDepot, {});
        type(*m_sheet->box(0), u"500"_s);
        QVERIFY(m_sheet->acceptButton()->isEnabled());
        QTest::keyClick(m_sheet->box(0), Qt::Key_Escape);
        QVERIFY(m_sheet->isHidden());
        QCOMPARE(applied.size(), 0);
    }

    void asksOfWhichDepot()
    {
        m_sheet->ask(twoDepots, {{DepotId(u"union"_s), {.perHour = 700.0}}});
        auto *choice = m_sheet->findChild<QComboBox *>();
        QVERIFY(choice->isVisible());
        choice->setFocus();
        QTest::keyClick(choice, Qt::Key_Down);
        QCOMPARE(m_sheet->depot(), DepotId(u"union"_s));
        QCOMPARE(m_sheet->box(0)->value(), 700.0);
        QVERIFY(!m_sheet->acceptButton()->isEnabled());
    }

    void fitsASmallWindowInLightAndDark_data()
    {
        QTest::addColumn<Appearance::Scheme>("scheme");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light") << Appearance::Scheme::Light << QSize(1280, 720);
        QTest::newRow("dark") << Appearance::Scheme::Dark << QSize(1280, 720);
        QTest::newRow("small") << Appearance::Scheme::Light << QSize(640, 480); // 1280 x 960 at 200 %
    }
    void fitsASmallWindowInLightAndDark()
    {
        QFETCH(const Appearance::Scheme, scheme);
        QFETCH(const QSize, size);
        m_appearance->setScheme(scheme);
        m_host->resize(size);
        m_sheet->ask(twoDepots, {});
        QTRY_VERIFY(m_sheet->acceptButton()->isVisible());
        const QRect whole(QPoint(), m_host->size());
        for (const QWidget *widget : {static_cast<QWidget *>(m_sheet->acceptButton()),
                                      static_cast<QWidget *>(m_sheet->box(0)), static_cast<QWidget *>(m_sheet->box(4))})
            QVERIFY(whole.contains(QRect(widget->mapTo(m_host.get(), QPoint()), widget->size())));
        if (const auto folder = qEnvironmentVariable("DOORSTEP_PICTURES"); !folder.isEmpty())
            m_host->grab().save(folder + u"/rates_%1.png"_s.arg(QLatin1StringView(QTest::currentDataTag())));
    }
};

QTEST_MAIN(RateSheetTest)

#include "tst_ratesheet.moc"
