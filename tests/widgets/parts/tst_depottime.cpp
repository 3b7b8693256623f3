// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/parts/depottime.h"

#include <QTest>

using namespace Doorstep;
using namespace Qt::StringLiterals;

namespace {

QDateTime utc(int month, int day, int hour, int minute = 0)
{
    return {QDate(2026, month, day), QTime(hour, minute), QTimeZone::UTC};
}

} // namespace

/// The depot's clock, wherever the desk is and whenever it changes.
class DepotTimeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void namesTheZone_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QDateTime>("at");
        QTest::addColumn<QString>("text");
        QTest::newRow("west") << u"America/Montevideo"_s << utc(3, 12, 14) << u"Montevideo, UTC−3"_s;
        QTest::newRow("half an hour") << u"Asia/Kolkata"_s << utc(3, 12, 14) << u"Kolkata, UTC+5:30"_s;
        QTest::newRow("winter") << u"Europe/Madrid"_s << utc(1, 12, 14) << u"Madrid, UTC+1"_s;
        QTest::newRow("summer") << u"Europe/Madrid"_s << utc(7, 12, 14) << u"Madrid, UTC+2"_s;
        QTest::newRow("two words") << u"America/New_York"_s << utc(7, 12, 14) << u"New York, UTC−4"_s;
        QTest::newRow("utc") << u"UTC"_s << utc(7, 12, 14) << u"UTC"_s;
    }

    void namesTheZone()
    {
        QFETCH(const QString, zone);
        QFETCH(const QDateTime, at);
        QTEST(DepotTime(zone).zoneText(at), "text");
    }

    void knowsWhenTheDeskHasAnotherClock()
    {
        const DepotTime madrid(u"Europe/Madrid"_s);
        const QTimeZone lagos("Africa/Lagos"); // an hour from UTC all year
        QVERIFY(madrid.isDeskTime(utc(1, 12, 14), lagos));
        QVERIFY(!madrid.isDeskTime(utc(7, 12, 14), lagos));
        QVERIFY(madrid.isDeskTime(utc(7, 12, 14), QTimeZone("Europe/Paris")));
    }

    void findsWhenTheClockShowsATime_data()
    {
        QTest::addColumn<QDate>("date");
        QTest::addColumn<QTime>("time");
        QTest::addColumn<QDateTime>("at");
        QTest::newRow("winter") << QDate(2026, 1, 12) << QTime(9, 0) << utc(1, 12, 8);
        QTest::newRow("summer") << QDate(2026, 7, 12) << QTime(9, 0) << utc(7, 12, 7);
        QTest::newRow("just before it skips") << QDate(2026, 3, 29) << QTime(1, 59) << utc(3, 29, 0, 59);
        QTest::newRow("skipped") << QDate(2026, 3, 29) << QTime(2, 30) << QDateTime();
        QTest::newRow("just after") << QDate(2026, 3, 29) << QTime(3, 0) << utc(3, 29, 1);
        QTest::newRow("twice: the first") << QDate(2026, 10, 25) << QTime(2, 30) << utc(10, 25, 0, 30);
    }

    void findsWhenTheClockShowsATime()
    {
        QFETCH(const QDate, date);
        QFETCH(const QTime, time);
        const DepotTime madrid(u"Europe/Madrid"_s);
        QTEST(madrid.at(date, time), "at");
        if (const auto at = madrid.at(date, time); at.isValid())
            QCOMPARE(madrid.local(at).time(), time);
    }
};

QTEST_GUILESS_MAIN(DepotTimeTest)

#include "tst_depottime.moc"
