// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/cases/track.h"

#include <QTest>
#include <QTimeZone>

using namespace Doorstep;
using namespace Doorstep::Cases;

namespace {

const QDateTime noon(QDate(2026, 3, 12), QTime(12, 0), QTimeZone::UTC);
const QGeoCoordinate door(-34.9, -56.2);

Fix fixAt(int seconds, double metersNorth, std::optional<double> speed = {})
{
    return {.fixedAt = noon.addSecs(seconds),
            .where = door.atDistanceAndAzimuth(metersNorth, 0.0),
            .accuracyMeters = 8.0,
            .speedMetersPerSecond = speed};
}

Track after(std::initializer_list<Fix> fixes)
{
    Track track;
    for (const auto &fix : fixes)
        track.see(fix, {});
    return track;
}

} // namespace

class TrackTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void followsWhoDrives()
    {
        const auto track = after({fixAt(0, 0, 10.0), fixAt(5, 60, 12.0), fixAt(10, 120, 12.0)});
        QVERIFY(!track.jumpedAt.isValid());
        QCOMPARE(track.trusted->fixedAt, noon.addSecs(10));
        QCOMPARE(track.anchoredAt, noon.addSecs(10));
    }

    void believesNoJump_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<double>("meters");
        QTest::addColumn<double>("speed"); // before and after; negative: none is told
        QTest::addColumn<bool>("isJump");
        QTest::newRow("900 m in five seconds") << 5 << 900.0 << 10.0 << true;
        QTest::newRow("900 m in thirty seconds on a motorway") << 30 << 900.0 << 31.0 << false;
        QTest::newRow("900 m in thirty seconds between two times of standing") << 30 << 900.0 << 0.0 << true;
        QTest::newRow("900 m in five minutes between two times of standing") << 300 << 900.0 << 0.0 << false;
        QTest::newRow("a phone that never tells its speed") << 30 << 900.0 << -1.0 << false;
        QTest::newRow("a reflection in a street canyon") << 5 << 250.0 << 0.0 << false;
    }

    void believesNoJump()
    {
        QFETCH(const int, seconds);
        QFETCH(const double, meters);
        QFETCH(const double, speed);
        QFETCH(const bool, isJump);
        const auto told = speed < 0.0 ? std::nullopt : std::optional(speed);
        const auto track = after({fixAt(0, 0, told), fixAt(seconds, meters, told)});
        QCOMPARE(track.jumpedAt.isValid(), isJump);
        QCOMPARE(track.trusted->fixedAt, isJump ? noon : noon.addSecs(seconds));
    }

    void takesNoSpeedForStandingOnceOneWasTold()
    {
        const auto track = after({fixAt(-60, 0, 8.0), fixAt(0, 0), fixAt(30, 900)});
        QCOMPARE(track.jumpedAt, noon.addSecs(30));
    }

    void believesAgainAfterItJumpedBack()
    {
        auto track = after({fixAt(0, 0, 10.0), fixAt(5, 900, 10.0), fixAt(10, 950, 10.0)});
        QCOMPARE(track.trusted->fixedAt, noon);
        track.see(fixAt(15, 150, 10.0), {});
        QVERIFY(!track.jumpedAt.isValid());
        QCOMPARE(track.trusted->fixedAt, noon.addSecs(15));
    }

    void neverDoubtsForEver()
    {
        auto track = after({fixAt(0, 0, 10.0), fixAt(5, 5000, 10.0)});
        QVERIFY(track.jumpedAt.isValid());
        for (int seconds = 35; seconds < 3600; seconds += 30)
            track.see(fixAt(seconds, 5000, 0.0), {});
        QVERIFY(!track.jumpedAt.isValid());
        QVERIFY(track.trusted->where.distanceTo(door) > 4900.0);
    }

    void ignoresWhatIsOldOrAheadOfTheClock()
    {
        auto track = after({fixAt(100, 0)});
        track.see(fixAt(50, 9000), {});
        auto ahead = fixAt(150, 9000);
        ahead.clockSuspect = true;
        track.see(ahead, {});
        QCOMPARE(track.last->fixedAt, noon.addSecs(100));
        QVERIFY(!track.jumpedAt.isValid());
    }
};

QTEST_APPLESS_MAIN(TrackTest)
#include "tst_track.moc"
