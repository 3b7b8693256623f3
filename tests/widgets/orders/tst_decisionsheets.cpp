// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/samples.h"
#include "tests/support/warnings.h"
#include "widgets/orders/calloffsheet.h"
#include "widgets/orders/reschedulesheet.h"
#include "widgets/orders/visitsheet.h"

#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimeEdit>

using namespace Doorstep;
using namespace Qt::StringLiterals;

namespace {

const DepotTime madrid(u"Europe/Madrid"_s);

QDateTime utc(int month, int day, int hour, int minute = 0)
{
    return {QDate(2026, month, day), QTime(hour, minute), QTimeZone::UTC};
}

Stop stopWith(const TimeWindow &window)
{
    auto stop = Test::someStop();
    stop.window = window;
    return stop;
}

template <typename T>
T *named(QWidget &sheet, const QString &name)
{
    const auto all = sheet.findChildren<T *>();
    const auto found = std::ranges::find(all, name, &QWidget::accessibleName);
    return found == all.end() ? nullptr : *found;
}

QPushButton *button(QWidget &sheet, const QString &text)
{
    const auto all = sheet.findChildren<QPushButton *>();
    const auto found = std::ranges::find(all, text, &QPushButton::text);
    return found == all.end() ? nullptr : *found;
}

} // namespace

/// The forms of decisions, by clicks and keys.
class DecisionSheetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        Test::failOnOurWarnings();
        m_host = std::make_unique<QWidget>();
        m_host->resize(1280, 720);
        m_host->show();
        QVERIFY(QTest::qWaitForWindowActive(m_host.get()));
    }

    void callsOffWithAReason()
    {
        CallOffSheet sheet(m_host.get());
        QSignalSpy asked(&sheet, &CallOffSheet::callOffRequested);
        sheet.ask(Test::someStop());
        auto *reason = named<QComboBox>(sheet, u"Reason"_s);
        QVERIFY(reason);
        reason->lineEdit()->selectAll();
        QTest::keyClick(reason->lineEdit(), Qt::Key_Backspace);
        QVERIFY(!sheet.acceptButton()->isEnabled());
        QTest::keyClick(reason->lineEdit(), Qt::Key_Return);
        QVERIFY(asked.isEmpty());
        QTest::keyClicks(reason->lineEdit(), u"<b>moved</b> away"_s);
        QTest::keyClick(reason->lineEdit(), Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().at(1).toString(), u"<b>moved</b> away"_s);
        QVERIFY(!sheet.isVisible());
    }

    void leavesEverythingOnEscape()
    {
        CallOffSheet sheet(m_host.get());
        const QSignalSpy asked(&sheet, &CallOffSheet::callOffRequested);
        sheet.ask(Test::someStop());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!sheet.isVisible());
        QVERIFY(asked.isEmpty());
    }

    void keepsTabOnTheCard()
    {
        QPushButton below(u"below"_s, m_host.get());
        below.show();
        VisitSheet sheet(m_host.get());
        sheet.ask(Test::someStop(), Stop::Status::Failed, madrid, utc(3, 12, 14));
        for (int i = 0; i < 12; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QVERIFY(sheet.isAncestorOf(QApplication::focusWidget()));
        }
    }

    void reschedulesInTheDepotsTime()
    {
        RescheduleSheet sheet(m_host.get());
        QSignalSpy asked(&sheet, &RescheduleSheet::rescheduleRequested);
        // 10:40 in Madrid, which has two hours more than the desk (UTC) in summer.
        sheet.ask(stopWith({.from = utc(7, 1, 7), .to = utc(7, 1, 9)}), madrid, utc(7, 1, 8, 40));
        QCOMPARE(named<QTimeEdit>(sheet, u"From"_s)->time(), QTime(12, 0)); // an hour from now, at the next half hour
        QVERIFY(said(sheet, u"Madrid, UTC+2"_s));
        QTest::mouseClick(button(sheet, u"&Tomorrow, same time"_s), Qt::LeftButton);
        QCOMPARE(named<QTimeEdit>(sheet, u"From"_s)->time(), QTime(9, 0));
        QTest::mouseClick(sheet.acceptButton(), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().at(1).value<TimeWindow>(), TimeWindow(utc(7, 2, 7), utc(7, 2, 9)));
    }

    void keepsTheClockOverTheNightItChanges()
    {
        RescheduleSheet sheet(m_host.get());
        QSignalSpy asked(&sheet, &RescheduleSheet::rescheduleRequested);
        // Saturday 10:00 in Madrid is 09:00 UTC; on Sunday, in summer time, it is 08:00 UTC.
        sheet.ask(stopWith({.from = utc(3, 28, 9), .to = utc(3, 28, 10)}), madrid, utc(3, 28, 9, 30));
        QTest::mouseClick(button(sheet, u"&Tomorrow, same time"_s), Qt::LeftButton);
        QVERIFY(said(sheet, u"Madrid, UTC+2"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().at(1).value<TimeWindow>(), TimeWindow(utc(3, 29, 8), utc(3, 29, 9)));
    }

    void refusesWindowsThatCannotBe_data()
    {
        QTest::addColumn<QTime>("from");
        QTest::addColumn<QTime>("to");
        QTest::addColumn<bool>("isPossible");
        QTest::newRow("an hour that is skipped") << QTime(2, 30) << QTime(4, 0) << false;
        QTest::newRow("ends before it begins") << QTime(14, 0) << QTime(13, 0) << false;
        QTest::newRow("empty") << QTime(14, 0) << QTime(14, 0) << false;
        QTest::newRow("over already") << QTime(0, 10) << QTime(0, 20) << false;
        QTest::newRow("the same as now") << QTime(16, 0) << QTime(17, 0) << false;
        QTest::newRow("another") << QTime(16, 0) << QTime(18, 0) << true;
    }

    void refusesWindowsThatCannotBe()
    {
        QFETCH(const QTime, from);
        QFETCH(const QTime, to);
        QFETCH(const bool, isPossible);
        RescheduleSheet sheet(m_host.get());
        // The night to 29 March, at 01:30 in Madrid.
        sheet.ask(stopWith({.from = utc(3, 29, 14), .to = utc(3, 29, 15)}), madrid, utc(3, 29, 0, 30));
        named<QTimeEdit>(sheet, u"From"_s)->setTime(from);
        named<QTimeEdit>(sheet, u"Until"_s)->setTime(to);
        QCOMPARE(sheet.acceptButton()->isEnabled(), isPossible);
    }

    void promisesAWindowWithWhoeverComesThen()
    {
        RescheduleSheet sheet(m_host.get());
        QSignalSpy promised(&sheet, &RescheduleSheet::slotRequested);
        const QSignalSpy asked(&sheet, &RescheduleSheet::rescheduleRequested);
        sheet.ask(stopWith({.from = utc(7, 1, 7), .to = utc(7, 1, 9)}), madrid, utc(7, 1, 8, 40));
        QVERIFY(said(sheet, u"Asking which windows"_s));
        const auto slotAt = [](int hour, const QString &route) {
            return Slot{.window = {.from = utc(7, 1, hour), .to = utc(7, 1, hour + 2)},
                        .route = RouteId(route),
                        .arrival = utc(7, 1, hour, 20),
                        .chance = 97,
                        .buffer = std::chrono::minutes(100),
                        .cost = 120.4};
        };
        const QList<SlotList::Row> rows{
            {.slot = slotAt(10, u"r1"_s), .driver = u"Carla Núñez"_s},
            {.slot = slotAt(12, u"r2"_s), .driver = u"A driver with a name that goes on and on and on"_s}};
        sheet.offers().showRows(rows, madrid);
        auto *list = sheet.offers().findChild<QListWidget *>();
        QCOMPARE(list->count(), 2);
        QVERIFY(list->item(0)->text().contains(u"12:00"_s)); // Madrid's clock
        QVERIFY(list->item(0)->text().contains(u"Carla Núñez"_s));
        QVERIFY(list->item(0)->text().contains(u"97"_s) && list->item(0)->text().contains(u"+120"_s));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(named<QTimeEdit>(sheet, u"From"_s)->time(), QTime(14, 0));
        sheet.offers().showRows({rows.at(1)}, madrid); // reckoned anew: the first is gone
        QCOMPARE(sheet.offers().chosen(), std::optional(rows.at(1).slot));
        QTest::mouseClick(sheet.acceptButton(), Qt::LeftButton);
        QCOMPARE(promised.size(), 1);
        QCOMPARE(promised.first().at(1).value<Slot>(), rows.at(1).slot);
        QVERIFY(asked.isEmpty());
    }

    void aWindowOfOnesOwnIsNoOffer()
    {
        RescheduleSheet sheet(m_host.get());
        const QSignalSpy promised(&sheet, &RescheduleSheet::slotRequested);
        const QSignalSpy asked(&sheet, &RescheduleSheet::rescheduleRequested);
        sheet.ask(stopWith({.from = utc(7, 1, 7), .to = utc(7, 1, 9)}), madrid, utc(7, 1, 8, 40));
        const Slot slot{.window = {.from = utc(7, 1, 10), .to = utc(7, 1, 12)}, .route = RouteId(u"r"_s)};
        sheet.offers().showRows({{.slot = slot, .driver = u"C"_s}}, madrid);
        sheet.offers().findChild<QListWidget *>()->setCurrentRow(0);
        named<QTimeEdit>(sheet, u"Until"_s)->setTime(QTime(15, 0));
        QVERIFY(!sheet.offers().chosen());
        QTest::mouseClick(sheet.acceptButton(), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        QVERIFY(promised.isEmpty());
    }

    void saysWhenNothingCanBePromised()
    {
        RescheduleSheet sheet(m_host.get());
        sheet.ask(stopWith({}), madrid, utc(7, 1, 8, 40));
        sheet.offers().showRows({}, madrid);
        QVERIFY(said(sheet, u"No window of today"_s));
    }

    void recordsAFailedVisitWithItsReason()
    {
        VisitSheet sheet(m_host.get());
        QSignalSpy asked(&sheet, &VisitSheet::recordRequested);
        sheet.ask(Test::someStop(), Stop::Status::Failed, madrid, utc(3, 12, 14, 5));
        QVERIFY(!sheet.acceptButton()->isEnabled()); // no reason yet
        auto *reason = named<QComboBox>(sheet, u"Reason"_s);
        reason->setFocus();
        QTest::keyClick(reason, Qt::Key_Down);
        QVERIFY(sheet.acceptButton()->isEnabled());
        named<QTimeEdit>(sheet, u"At"_s)->setTime(QTime(15, 30));
        QVERIFY2(!sheet.acceptButton()->isEnabled(), "in the future");
        named<QTimeEdit>(sheet, u"At"_s)->setTime(QTime(14, 30));
        QTest::keyClicks(named<QLineEdit>(sheet, u"Note"_s), u" rang twice "_s);
        QTest::keyClick(named<QLineEdit>(sheet, u"Note"_s), Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().at(1).value<Stop::Status>(), Stop::Status::Failed);
        QCOMPARE(asked.first().at(2).value<Stop::Failure>(), Stop::Failure::NobodyHome);
        QCOMPARE(asked.first().at(3).toString(), u"rang twice"_s);
        QCOMPARE(asked.first().at(4).toDateTime(), utc(3, 12, 13, 30));
    }

    void recordsADeliveryWithoutAReason()
    {
        VisitSheet sheet(m_host.get());
        QSignalSpy asked(&sheet, &VisitSheet::recordRequested);
        sheet.ask(Test::someStop(), Stop::Status::Delivered, madrid, utc(3, 12, 14, 5));
        QVERIFY(!named<QComboBox>(sheet, u"Reason"_s)->isVisible());
        QTest::mouseClick(sheet.acceptButton(), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().at(2).value<Stop::Failure>(), Stop::Failure::None);
        QCOMPARE(asked.first().at(4).toDateTime(), utc(3, 12, 14, 5));
    }

private:
    static bool said(QWidget &sheet, const QString &words)
    {
        return std::ranges::any_of(sheet.findChildren<QLabel *>(),
                                   [&](const QLabel *label) { return label->text().contains(words); });
    }

    std::unique_ptr<QWidget> m_host;
};

QTEST_MAIN(DecisionSheetsTest)

#include "tst_decisionsheets.moc"
