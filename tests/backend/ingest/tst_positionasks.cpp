// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/ingest/positionasks.h"

#include <QTest>
#include <QTimeZone>

using namespace Doorstep;
using namespace Qt::StringLiterals;

/// When a phone is told that somebody asks where it is.
class PositionAsksTest : public QObject
{
    Q_OBJECT

private:
    const DriverId m_jane{u"jane"_s};
    const QDateTime m_noon{QDate(2026, 3, 12), QTime(12, 0), QTimeZone::UTC};
    [[nodiscard]] QDateTime after(int seconds) const { return m_noon.addSecs(seconds); }

private Q_SLOTS:
    void tellsOnceAMinuteWhoeverAnswersWithAnOldPlace()
    {
        PositionAsks asks;
        int told = 0;
        for (int second = 0; second < 1'800; ++second) {
            for (int post = 0; post < 10; ++post) // it answers at once, and is answered
                told += asks.isTold(m_jane, m_noon, after(second), false) ? 1 : 0;
        }
        QCOMPARE(told, 30);
    }

    void tellsNoMoreOnceItHasAnswered()
    {
        PositionAsks asks;
        QVERIFY(asks.isTold(m_jane, m_noon, after(5), false));
        QVERIFY(!asks.isTold(m_jane, m_noon, after(6), true));
        QVERIFY(!asks.isTold(m_jane, m_noon, after(120), false)); // an older one from its queue
    }

    void tellsANewQuestionAtOnce()
    {
        PositionAsks asks;
        QVERIFY(!asks.isTold(m_jane, m_noon, after(1), true));
        QVERIFY(asks.isTold(m_jane, after(2), after(2), false));
        QVERIFY(asks.isTold(m_jane, after(3), after(3), false));
        QVERIFY(!asks.isTold(m_jane, QDateTime(), after(4), false)); // taken back
    }

    void tellsEachDriverOfTheirs()
    {
        PositionAsks asks;
        QVERIFY(asks.isTold(m_jane, m_noon, after(1), false));
        QVERIFY(asks.isTold(DriverId(u"carla"_s), m_noon, after(1), false));
    }

    void givesUpInTheEnd_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<bool>("isTold");
        QTest::newRow("half an hour later") << 1'800 << true;
        QTest::newRow("after that") << 1'801 << false;
        QTest::newRow("asked by a clock that is ahead") << -60 << true;
        QTest::newRow("by one that is a day ahead") << -86'400 << false;
    }
    void givesUpInTheEnd()
    {
        QFETCH(const int, seconds);
        PositionAsks asks;
        QTEST(asks.isTold(m_jane, m_noon, after(seconds), false), "isTold");
    }
};

QTEST_APPLESS_MAIN(PositionAsksTest)
#include "tst_positionasks.moc"
