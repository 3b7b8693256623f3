// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/parts/depottime.h"
#include "widgets/parts/durationtext.h"

#include <QTest>

using namespace Doorstep;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class DurationTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void tellsSlack_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("ahead") << 6 * 60 << u"+6 min"_s;
        QTest::newRow("late") << -23 * 60 << u"−23 min"_s;
        QTest::newRow("ten seconds late is not on time") << -10 << u"−1 min"_s;
        QTest::newRow("level") << 20 << u"0 min"_s;
        QTest::newRow("hours") << -65 * 60 << u"−1 h 05"_s;
    }

    void tellsSlack()
    {
        QFETCH(const int, seconds);
        QTEST(DurationText::slack(std::chrono::seconds(seconds)), "text");
    }

    void tellsUnknownSlack() { QCOMPARE(DurationText::slack({}), u"—"_s); }

    void tellsLengths()
    {
        QCOMPARE(DurationText::length(-5s), u"0 s"_s);
        QCOMPARE(DurationText::length(59s), u"59 s"_s);
        QCOMPARE(DurationText::length(9min), u"9 min"_s);
        QCOMPARE(DurationText::length(3h + 12min), u"3 h 12"_s);
        QCOMPARE(DurationText::length(49h), u"2 d"_s);
        QCOMPARE(DurationText::age(3s), u"just now"_s);
        QCOMPARE(DurationText::silence(9min), u"no signal 9 min"_s);
    }

    void showsTheDepotsClock()
    {
        const DepotTime montevideo(u"America/Montevideo"_s);
        const QDateTime at(QDate(2026, 3, 12), QTime(17, 7), QTimeZone::UTC);
        QCOMPARE(montevideo.clock(at), u"14:07"_s);
        QCOMPARE(montevideo.weekdayClock(at), u"Thu 14:07"_s);
        QCOMPARE(montevideo.clock({}), u"—"_s);
        QCOMPARE(montevideo.window({at, at.addSecs(1800)}), u"14:07–14:37"_s);
        QCOMPARE(montevideo.window({{}, at}), u"until 14:07"_s);
        QCOMPARE(montevideo.window({}), u""_s);
        QVERIFY(!DepotTime(u"No/Where"_s).clock(at).isEmpty());
    }
};

QTEST_MAIN(DurationTextTest)
#include "tst_durationtext.moc"
