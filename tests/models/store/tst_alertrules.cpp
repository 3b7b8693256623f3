// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/alertrules.h"
#include "models/store/seen.h"

#include <QSignalSpy>
#include <QTest>

using namespace Doorstep;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(Doorstep::AlertRules)

/// How a person hears of new cases, and which are new to them.
class AlertRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quietHoursAreOfTheClock_data()
    {
        QTest::addColumn<QTime>("from");
        QTest::addColumn<QTime>("to");
        QTest::addColumn<QTime>("now");
        QTest::addColumn<bool>("isQuiet");
        QTest::newRow("within a day") << QTime(12, 0) << QTime(13, 0) << QTime(12, 30) << true;
        QTest::newRow("its first moment") << QTime(12, 0) << QTime(13, 0) << QTime(12, 0) << true;
        QTest::newRow("its end is over") << QTime(12, 0) << QTime(13, 0) << QTime(13, 0) << false;
        QTest::newRow("before it") << QTime(12, 0) << QTime(13, 0) << QTime(11, 59, 59) << false;
        QTest::newRow("over midnight, before it") << QTime(22, 0) << QTime(7, 0) << QTime(23, 59) << true;
        QTest::newRow("over midnight, after it") << QTime(22, 0) << QTime(7, 0) << QTime(0, 0) << true;
        QTest::newRow("over midnight, by day") << QTime(22, 0) << QTime(7, 0) << QTime(12, 0) << false;
        QTest::newRow("the same twice is all day") << QTime(8, 0) << QTime(8, 0) << QTime(3, 0) << true;
    }
    void quietHoursAreOfTheClock()
    {
        QFETCH(const QTime, from);
        QFETCH(const QTime, to);
        QFETCH(const QTime, now);
        AlertRules rules{.hasQuietHours = true, .quietFrom = from, .quietTo = to};
        QTEST(rules.isQuietAt(now), "isQuiet");
        rules.hasQuietHours = false;
        QVERIFY(!rules.isQuietAt(now));
    }

    void onlyUrgentCasesComeThroughQuietHours()
    {
        const AlertRules::Way loud{.isShown = true, .isHeard = true};
        AlertRules rules{
            .ways = {loud, loud, loud}, .hasQuietHours = true, .quietFrom = QTime(22, 0), .quietTo = QTime(7, 0)};
        const QTime night(3, 0);
        QCOMPARE(rules.wayFor(Exception::Severity::High, night), loud);
        QVERIFY(rules.wayFor(Exception::Severity::Medium, night).isSilent());
        QVERIFY(rules.wayFor(Exception::Severity::Low, night).isSilent());
        QCOMPARE(rules.wayFor(Exception::Severity::Low, QTime(12, 0)), loud);
        rules.isHighAlwaysTold = false;
        QVERIFY(rules.wayFor(Exception::Severity::High, night).isSilent());
    }

    void untouchedRulesKeepLowCasesToTheQueue()
    {
        const AlertRules rules;
        QVERIFY(rules.wayFor(Exception::Severity::Low, QTime(12, 0)).isSilent());
        QVERIFY(!rules.wayFor(Exception::Severity::Medium, QTime(12, 0)).isHeard);
        QVERIFY(rules.wayFor(Exception::Severity::High, QTime(12, 0)).isHeard);
    }

    void whatWasSeenIsKnownOnce()
    {
        Seen seen;
        const QSignalSpy told(&seen, &Seen::seen);
        seen.see(ExceptionId(u"late-1"_s));
        seen.see(ExceptionId(u"late-1"_s));
        seen.see(ExceptionId());
        QCOMPARE(told.count(), 1);
        QVERIFY(seen.contains(ExceptionId(u"late-1"_s)));
        QVERIFY(!seen.contains(ExceptionId(u"late-2"_s)));
    }

    void onlyTheLatestAreRemembered()
    {
        QList<ExceptionId> many;
        for (int i = 0; i < Seen::most + 10; ++i)
            many.append(ExceptionId(QString::number(i)));
        Seen seen;
        seen.reset(many);
        QCOMPARE(seen.all().size(), Seen::most);
        QVERIFY(!seen.contains(many.at(9)));
        QVERIFY(seen.contains(many.at(10)));
        seen.see(ExceptionId(u"one-more"_s));
        QCOMPARE(seen.all().size(), Seen::most);
        QVERIFY(!seen.contains(many.at(10)));
        QVERIFY(seen.contains(ExceptionId(u"one-more"_s)));
    }
};

QTEST_GUILESS_MAIN(AlertRulesTest)
#include "tst_alertrules.moc"
