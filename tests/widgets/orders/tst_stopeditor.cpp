// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/fleet.h"
#include "tests/support/samples.h"
#include "tests/support/warnings.h"
#include "widgets/orders/stopeditor.h"
#include "widgets/parts/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTimeEdit>

using namespace Doorstep;
using namespace Qt::StringLiterals;

namespace {

Stop aStop()
{
    auto stop = Test::someStop();
    stop.phone = u"+59899111222"_s;
    stop.gateCode = u"12"_s;
    stop.instructions = u"Ring twice"_s;
    stop.serviceTime = std::chrono::seconds(200); // no whole minutes
    stop.window = {.from = Test::at(14), .to = Test::at(16)};
    return stop;
}

} // namespace

/// The stop editor, by real keys, while the stop changes under it.
class StopEditorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        Test::failOnOurWarnings();
        m_fleet = std::make_unique<Fleet>();
        m_editor = std::make_unique<StopEditor>(*m_fleet);
        m_editor->setPalette(Theme::light().palette());
        m_editor->resize(340, 760);
        m_editor->setDepotTime(DepotTime(u"America/Montevideo"_s));
        m_editor->edit(aStop());
        m_editor->show();
        QVERIFY(QTest::qWaitForWindowActive(m_editor.get()));
    }

    void asksForNothingWhenNothingWasChanged()
    {
        QVERIFY(!m_editor->isDirty());
        QVERIFY(!save()->isEnabled());
        QTest::keyClick(line(u"Phone"_s), Qt::Key_Return, Qt::ControlModifier);
    }

    void cutsNothingOffInANarrowPane()
    {
        m_editor->resize(255, 760);
        const auto *area = m_editor->findChild<QScrollArea *>();
        QTRY_COMPARE(m_editor->width(), 255);
        QTRY_VERIFY(area->widget()->width() <= area->viewport()->width());
    }

    void changesOnlyWhatWasTouched()
    {
        QSignalSpy asked(m_editor.get(), &StopEditor::saveRequested);
        write(line(u"Phone"_s), u"+598 99 333 444"_s);
        QTest::keyClick(line(u"Phone"_s), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().at(0).value<Stop>(), aStop());
        auto wanted = aStop();
        wanted.phone = u"+598 99 333 444"_s;
        QCOMPARE(asked.first().at(1).value<Stop>(), wanted);
    }

    void changesEveryField()
    {
        QSignalSpy asked(m_editor.get(), &StopEditor::saveRequested);
        write(line(u"Address"_s), u"Otra calle 5"_s);
        write(line(u"Customer"_s), u"<i>Bea</i>"_s);
        write(line(u"Gate code"_s), u"99"_s);
        m_editor->findChild<QPlainTextEdit *>()->setPlainText(u"Leave at the desk"_s);
        m_editor->findChild<QSpinBox *>()->setValue(7);
        m_editor->findChild<QComboBox *>()->setCurrentIndex(3);
        m_editor->findChildren<QTimeEdit *>().first()->setTime(QTime(10, 30)); // 13:30 UTC
        m_editor->setPlace({-34.9, -56.15});
        QTest::mouseClick(save(), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        const auto after = asked.first().at(1).value<Stop>();
        QCOMPARE(after.address.text, u"Otra calle 5"_s);
        QCOMPARE(after.customer, u"<i>Bea</i>"_s);
        QCOMPARE(after.gateCode, u"99"_s);
        QCOMPARE(after.instructions, u"Leave at the desk"_s);
        QCOMPARE(after.serviceTime, std::chrono::seconds(420));
        QCOMPARE(after.method, Stop::Method::FrontDesk);
        QCOMPARE(after.window, TimeWindow(Test::at(13, 30), Test::at(16)));
        QCOMPARE(after.where, QGeoCoordinate(-34.9, -56.15));
        QCOMPARE(after.whereScore, 1.0);
    }

    void saysWhatIsWrongBesideTheField_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isRight");
        QTest::newRow("a phone of letters") << u"Phone"_s << u"call Ana"_s << false;
        QTest::newRow("a phone too short") << u"Phone"_s << u"123"_s << false;
        QTest::newRow("no phone") << u"Phone"_s << QString() << true;
        QTest::newRow("no address") << u"Address"_s << u"   "_s << false;
    }

    void saysWhatIsWrongBesideTheField()
    {
        QFETCH(const QString, field);
        QFETCH(const QString, text);
        QFETCH(const bool, isRight);
        write(line(field), text);
        QCOMPARE(save()->isEnabled(), isRight);
    }

    void followsWhatThePersonHasNotTouched()
    {
        write(line(u"Phone"_s), u"+598 1 222 333"_s);
        auto theirs = aStop();
        theirs.gateCode = u"4711"_s;
        m_editor->follow(theirs);
        QCOMPARE(line(u"Gate code"_s)->text(), u"4711"_s);
        QCOMPARE(line(u"Phone"_s)->text(), u"+598 1 222 333"_s);
        QVERIFY(!taking(u"Phone"_s)->isVisible());
    }

    void showsBothWhenTheSameFieldChanged()
    {
        QSignalSpy asked(m_editor.get(), &StopEditor::saveRequested);
        write(line(u"Phone"_s), u"+598 1 222 333"_s);
        auto theirs = aStop();
        theirs.phone = u"+598 9 999 999"_s;
        m_editor->follow(theirs);
        QCOMPARE(line(u"Phone"_s)->text(), u"+598 1 222 333"_s);
        QVERIFY(taking(u"Phone"_s)->isVisible());
        QVERIFY(says(u"Now: +598 9 999 999"_s));
        // Saving now is a choice made with theirs in sight: it is decided on theirs.
        QTest::mouseClick(save(), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().at(0).value<Stop>().phone, theirs.phone);
        QCOMPARE(asked.first().at(1).value<Stop>().phone, u"+598 1 222 333"_s);
        // Taking theirs leaves nothing to save.
        QTest::mouseClick(taking(u"Phone"_s), Qt::LeftButton);
        QCOMPARE(line(u"Phone"_s)->text(), theirs.phone);
        QVERIFY(!taking(u"Phone"_s)->isVisible());
        QVERIFY(!save()->isEnabled());
    }

    void staysQuietWhenBothSetTheSame()
    {
        write(line(u"Gate code"_s), u"77"_s);
        auto theirs = aStop();
        theirs.gateCode = u"77"_s;
        m_editor->follow(theirs);
        QVERIFY(!taking(u"Gate code"_s)->isVisible());
    }

    void takesUpWhatWasNotTaken()
    {
        QSignalSpy asked(m_editor.get(), &StopEditor::saveRequested);
        m_editor->propose({{u"phone"_s, u"+598 5 555 555"_s}});
        QCOMPARE(line(u"Phone"_s)->text(), u"+598 5 555 555"_s);
        QTest::mouseClick(save(), Qt::LeftButton);
        QCOMPARE(asked.first().at(1).value<Stop>().phone, u"+598 5 555 555"_s);
    }

    void asksForWhatTheMethodTakes_data()
    {
        QTest::addColumn<Stop::Method>("method");
        QTest::addColumn<QString>("field");
        QTest::addColumn<Preferences>("wanted");
        QTest::newRow("safe place") << Stop::Method::SafePlace << u"Which safe place"_s
                                    << Preferences{.safePlace = u"<b>Shed</b>"_s};
        QTest::newRow("neighbour") << Stop::Method::Neighbour << u"Which neighbour"_s
                                   << Preferences{.neighbour = u"<b>Shed</b>"_s};
        QTest::newRow("front desk") << Stop::Method::FrontDesk << u"Which front desk"_s
                                    << Preferences{.frontDesk = u"<b>Shed</b>"_s};
        QTest::newRow("locker") << Stop::Method::Locker << u"Which locker"_s << Preferences{.locker = u"<b>Shed</b>"_s};
        QTest::newRow("garage") << Stop::Method::Garage << u"How the garage opens"_s
                                << Preferences{.garage = u"<b>Shed</b>"_s};
        QTest::newRow("room") << Stop::Method::RoomOfChoice << u"Which room"_s << Preferences{.room = u"<b>Shed</b>"_s};
    }

    void asksForWhatTheMethodTakes()
    {
        QFETCH(const Stop::Method, method);
        QFETCH(const QString, field);
        QFETCH(const Preferences, wanted);
        auto stop = aStop();
        stop.method = Stop::Method::InPerson;
        stop.preferences = {};
        m_editor->edit(stop);
        QVERIFY(!line(field)->isVisible()); // in person takes nothing
        auto *methods = named<QComboBox>(u"Handed over"_s);
        methods->setFocus();
        while (methods->currentData().value<Stop::Method>() != method) {
            const int before = methods->currentIndex();
            QTest::keyClick(methods, Qt::Key_Down);
            QVERIFY(methods->currentIndex() > before);
        }
        QVERIFY(line(field)->isVisible());
        write(line(field), u"  <b>Shed</b> "_s);
        QSignalSpy asked(m_editor.get(), &StopEditor::saveRequested);
        QTest::mouseClick(save(), Qt::LeftButton);
        auto after = stop;
        after.method = method;
        after.preferences = wanted;
        QCOMPARE(asked.first().at(1).value<Stop>(), after);
    }

    void givesEveryLineItsHeight_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("narrow") << QSize(255, 760);
        QTest::newRow("usual") << QSize(340, 500);
        QTest::newRow("wide and low") << QSize(420, 300);
    }

    void givesEveryLineItsHeight()
    {
        QFETCH(const QSize, size);
        m_editor->resize(size);
        QTRY_COMPARE(m_editor->size(), size);
        auto *methods = named<QComboBox>(u"Handed over"_s);
        for (int method = 0; method < methods->count(); ++method) {
            methods->setCurrentIndex(method);
            for (const auto *edit : m_editor->findChildren<QLineEdit *>()) {
                const bool isOwn = edit->isVisible() && !qobject_cast<QAbstractSpinBox *>(edit->parentWidget());
                QTRY_VERIFY2(!isOwn || edit->height() >= edit->minimumSizeHint().height(),
                             qPrintable(edit->accessibleName()));
            }
        }
    }

    void asksForNothingElseOfThePreferences()
    {
        auto stop = aStop();
        stop.preferences = {.neighbour = u" Flat 4 "_s, .isGated = true};
        m_editor->edit(stop);
        QVERIFY(!m_editor->isDirty()); // as somebody wrote it
        QVERIFY(line(u"Which neighbour"_s)->isVisible()); // known, though it is not the method
        QVERIFY(named<QCheckBox>(u"Behind a locked gate"_s)->isChecked());
        QSignalSpy asked(m_editor.get(), &StopEditor::saveRequested);
        auto *door = named<QCheckBox>(u"May be left at the door"_s);
        door->setFocus();
        QTest::keyClick(door, Qt::Key_Space);
        QTest::keyClick(door, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(asked.first().at(0).value<Stop>(), stop);
        auto after = stop;
        after.preferences = {.neighbour = u"Flat 4"_s, .mayLeaveAtDoor = true, .isGated = true};
        QCOMPARE(asked.first().at(1).value<Stop>(), after);
    }

    void showsBothPreferencesThatTwoPeopleTouched()
    {
        auto *glove = named<QCheckBox>(u"Set up inside"_s);
        glove->setFocus();
        QTest::keyClick(glove, Qt::Key_Space);
        auto theirs = aStop();
        theirs.preferences = {};
        theirs.preferences.safePlace = u"<i>Shed</i>"_s;
        m_editor->follow(theirs);
        QVERIFY(says(u"Now: safe place: <i>Shed</i>"_s));
        QTest::mouseClick(taking(u"Preferences"_s), Qt::LeftButton);
        QVERIFY(!m_editor->isDirty());
        QVERIFY(!glove->isChecked());
        QCOMPARE(line(u"Which safe place"_s)->text(), u"<i>Shed</i>"_s);
        QVERIFY(line(u"Which safe place"_s)->isVisible());
    }

    void leavesOnEscape()
    {
        const QSignalSpy closed(m_editor.get(), &StopEditor::closed);
        QTest::keyClick(line(u"Phone"_s), Qt::Key_Escape);
        QCOMPARE(closed.size(), 1);
    }

    void saysWhoElseEdits()
    {
        m_editor->setOthers({u"Ana <b>P</b>"_s});
        QVERIFY(says(u"Ana <b>P</b> is editing this stop, too."_s));
    }

private:
    static void write(QLineEdit *edit, const QString &text)
    {
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
    }
    template <typename T>
    [[nodiscard]] [[nodiscard]] [[nodiscard]] [[nodiscard]] T *named(const QString &name) const
    {
        const auto all = m_editor->findChildren<T *>();
        const auto found = std::ranges::find(all, name, &QWidget::accessibleName);
        return found == all.end() ? nullptr : *found;
    }
    [[nodiscard]] QLineEdit *line(const QString &name) const { return named<QLineEdit>(name); }
    [[nodiscard]] QPushButton *save() const { return named<QPushButton>(u"Save"_s); }
    [[nodiscard]] QPushButton *taking(const QString &field) const
    {
        return named<QPushButton>(u"%1: take what it is now"_s.arg(field));
    }
    [[nodiscard]] bool says(const QString &words) const
    {
        return std::ranges::any_of(m_editor->findChildren<QLabel *>(), [&](const QLabel *label) {
            return label->text() == words && label->isVisible() && label->textFormat() == Qt::PlainText;
        });
    }

    std::unique_ptr<Fleet> m_fleet;
    std::unique_ptr<StopEditor> m_editor;
};

QTEST_MAIN(StopEditorTest)

#include "tst_stopeditor.moc"
