// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/watch/arrivals.h"
#include "backend/watch/citypace.h"
#include "backend/watch/leg.h"
#include "backend/watch/pacemeter.h"
#include "backend/watch/traffic.h"

#include <QTest>
#include <QTimeZone>

#include <cmath>
#include <limits>
#include <numeric>

using namespace Doorstep;
using namespace Doorstep::Watch;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(Doorstep::Watch::ByRoadKind)

namespace {

constexpr qint64 hourMs = 3'600'000;
constexpr double noNumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();
enum : quint8 { Main, Through, Minor, Unknown };

bool isNear(double a, double b, double tolerance = 1e-9)
{
    return std::abs(a - b) <= tolerance; // false for NaN
}

/// A city where \a drives were seen, ten minutes of road each, at \a truth.
CityPace seen(const ByRoadKind &shares, const ByRoadKind &truth, int drives)
{
    CityPace pace(60min, 900.0, 3600.0);
    for (int i = 0; i < drives; ++i) {
        ByRoadKind expected{};
        double seconds = 0.0;
        for (std::size_t kind = 0; kind < roadKindCount; ++kind) {
            expected[kind] = 600.0 * shares[kind];
            seconds += expected[kind] * truth[kind];
        }
        pace.see(seconds, expected, hourMs);
    }
    return pace;
}

} // namespace

class CityPaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void splitsADrive_data()
    {
        QTest::addColumn<ByRoadKind>("seconds");
        QTest::addColumn<ByRoadKind>("shares");
        const ByRoadKind nobodyKnows{0.0, 0.0, 0.0, 1.0};

        QTest::newRow("one kind") << ByRoadKind{90.0, 0.0, 0.0, 0.0} << ByRoadKind{1.0, 0.0, 0.0, 0.0};
        QTest::newRow("all kinds") << ByRoadKind{30.0, 20.0, 40.0, 10.0} << ByRoadKind{0.3, 0.2, 0.4, 0.1};
        QTest::newRow("no seconds") << ByRoadKind{} << nobodyKnows;
        QTest::newRow("below 0") << ByRoadKind{-5.0, 0.0, 0.0, 0.0} << nobodyKnows;
        QTest::newRow("below 0 beside some") << ByRoadKind{-5.0, 7.0, 0.0, 0.0} << ByRoadKind{0.0, 1.0, 0.0, 0.0};
        QTest::newRow("no number") << ByRoadKind{noNumber, noNumber, noNumber, noNumber} << nobodyKnows;
        QTest::newRow("no number beside some")
            << ByRoadKind{noNumber, 1.0, 3.0, noNumber} << ByRoadKind{0.0, 0.25, 0.75, 0.0};
        QTest::newRow("for ever") << ByRoadKind{infinity, 2.0, 2.0, 0.0} << ByRoadKind{0.0, 0.5, 0.5, 0.0};
        QTest::newRow("more than a number holds") << ByRoadKind{1e308, 1e308, 1e308, 0.0} << nobodyKnows;
    }

    void splitsADrive()
    {
        QFETCH(const ByRoadKind, seconds);
        QFETCH(const ByRoadKind, shares);
        const RoadMix mix(seconds);
        QCOMPARE(mix.shares(), shares);
        QVERIFY(isNear(mix.of({1.0, 1.0, 1.0, 1.0}), 1.0));
    }

    void knowsWhichRoadsJamWhen_data()
    {
        QTest::addColumn<double>("hour");
        QTest::addColumn<bool>("isBusy");
        for (int hour = -24; hour <= 48; ++hour) {
            const double factor = trafficFactor(hour);
            QTest::addRow("at %d", hour) << double(hour) << (factor > 1.0);
        }
    }

    void knowsWhichRoadsJamWhen()
    {
        QFETCH(const double, hour);
        QFETCH(const bool, isBusy);
        const auto factors = trafficFactors(hour);
        QCOMPARE(factors[Unknown], trafficFactor(hour));
        if (isBusy)
            QVERIFY(factors[Main] > factors[Through] && factors[Through] > factors[Minor] && factors[Minor] > 1.0);
        else
            QVERIFY(factors[Main] > 0.85 && factors[Main] <= factors[Minor]);
        // Over what vans drive on it is what it was before roads differed.
        QVERIFY(isNear(RoadMix({0.167, 0.357, 0.476, 0.0}).of(factors), trafficFactor(hour), 0.005));
    }

    void drivesOnMainRoadsAreSlowerAtThePeak()
    {
        Stop stop;
        stop.id = StopId(u"a"_s);
        const QDateTime peak(QDate(2026, 3, 12), QTime(18, 0), QTimeZone::UTC);
        const Standpoint standpoint{.nowMs = peak.toMSecsSinceEpoch(), .fromMs = peak.toMSecsSinceEpoch()};
        const auto takes = [&](const ByRoadKind &seconds, const Standpoint &from) {
            const auto arrivals = arrivalsOf({{.stop = &stop, .driveSeconds = 600.0, .roads = RoadMix(seconds)}}, from);
            return static_cast<double>(peak.secsTo(arrivals.at(0).expectedArrival));
        };
        const double main = takes({1.0, 0.0, 0.0, 0.0}, standpoint);
        const double minor = takes({0.0, 0.0, 1.0, 0.0}, standpoint);
        QVERIFY(main > minor * 1.25);
        QVERIFY(isNear(takes({1.0, 0.0, 1.0, 0.0}, standpoint), (main + minor) / 2.0, 2.0));

        auto jammed = standpoint;
        jammed.trafficPace[Main] = 2.0;
        QVERIFY(isNear(takes({1.0, 0.0, 0.0, 0.0}, jammed), 2.0 * main, 2.0));
        QCOMPARE(takes({0.0, 0.0, 1.0, 0.0}, jammed), minor);
    }

    void learnsWhichRoadsAreSlow_data()
    {
        QTest::addColumn<ByRoadKind>("shares");
        QTest::addColumn<ByRoadKind>("truth");
        QTest::addColumn<int>("drives");
        QTest::addColumn<ByRoadKind>("from"); // at least
        QTest::addColumn<ByRoadKind>("to"); // at most

        QTest::newRow("nothing was seen") << ByRoadKind{1.0} << ByRoadKind{2.0} << 0 << ByRoadKind{1.0, 1.0, 1.0, 1.0}
                                          << ByRoadKind{1.0, 1.0, 1.0, 1.0};
        QTest::newRow("little says little") << ByRoadKind{1.0} << ByRoadKind{2.0} << 1 << ByRoadKind{1.4, 1.4, 1.4, 1.4}
                                            << ByRoadKind{1.6, 1.41, 1.41, 1.41};
        QTest::newRow("one kind only: the others as the city")
            << ByRoadKind{1.0} << ByRoadKind{2.0} << 60 << ByRoadKind{1.9, 1.9, 1.9, 1.9}
            << ByRoadKind{2.0, 2.0, 2.0, 2.0};
        QTest::newRow("nobody knows the kinds: all as the city")
            << ByRoadKind{0.0, 0.0, 0.0, 1.0} << ByRoadKind{1.0, 1.0, 1.0, 1.5} << 60 << ByRoadKind{1.4, 1.4, 1.4, 1.4}
            << ByRoadKind{1.5, 1.5, 1.5, 1.5};
        QTest::newRow("as usual") << ByRoadKind{0.2, 0.3, 0.5, 0.0} << ByRoadKind{1.0, 1.0, 1.0, 1.0} << 60
                                  << ByRoadKind{0.999, 0.999, 0.999, 0.999} << ByRoadKind{1.001, 1.001, 1.001, 1.001};
    }

    void learnsWhichRoadsAreSlow()
    {
        QFETCH(const ByRoadKind, shares);
        QFETCH(const ByRoadKind, truth);
        QFETCH(const int, drives);
        QFETCH(const ByRoadKind, from);
        QFETCH(const ByRoadKind, to);
        const auto paces = seen(shares, truth, drives).byKind(hourMs);
        for (std::size_t kind = 0; kind < roadKindCount; ++kind)
            QVERIFY2(paces[kind] >= from[kind] - 1e-9 && paces[kind] <= to[kind] + 1e-9,
                     qPrintable(u"kind %1: %2"_s.arg(kind).arg(paces[kind])));
    }

    void tellsKindsApartThatAreDrivenTogether()
    {
        CityPace pace(60min, 900.0, 3600.0);
        for (int i = 0; i < 200; ++i) { // main roads twice as slow; never without minor ones
            const double main = i % 2 == 0 ? 400.0 : 200.0;
            pace.see(main * 2.0 + (600.0 - main), {main, 0.0, 600.0 - main, 0.0}, hourMs);
        }
        const auto paces = pace.byKind(hourMs);
        QVERIFY2(paces[Main] > 1.55 && paces[Main] < 2.05, qPrintable(QString::number(paces[Main])));
        QVERIFY2(paces[Minor] < 1.45 && paces[Minor] > 0.95, qPrintable(QString::number(paces[Minor])));
        QVERIFY(paces[Through] < paces[Main] && paces[Through] > paces[Minor]);

        const auto later = pace.byKind(hourMs * 30);
        QVERIFY(isNear(later[Main], 1.0, 0.01) && isNear(later[Minor], 1.0, 0.01));
    }

    void believesNoNonsense_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<ByRoadKind>("expected");
        const ByRoadKind some{60.0, 60.0, 60.0, 60.0};

        QTest::newRow("no time") << 0.0 << some;
        QTest::newRow("backwards") << -100.0 << some;
        QTest::newRow("no number") << noNumber << some;
        QTest::newRow("nothing was expected") << 100.0 << ByRoadKind{};
        QTest::newRow("less than nothing was expected") << 100.0 << ByRoadKind{-1.0, -60.0, -3.0, -1.0};
        QTest::newRow("nobody knows what was expected") << 100.0 << ByRoadKind{noNumber, infinity, noNumber, -infinity};
    }

    void believesNoNonsense()
    {
        QFETCH(const double, seconds);
        QFETCH(const ByRoadKind, expected);
        CityPace pace(60min, 900.0, 3600.0);
        pace.see(seconds, expected, hourMs);
        for (const double kind : pace.byKind(hourMs))
            QCOMPARE(kind, 1.0);
    }

    void believesNoMiracles()
    {
        CityPace pace(60min, 900.0, 3600.0);
        for (const double seconds : {1e9, infinity, 1e-9}) {
            pace.see(seconds, {60.0, 0.0, 60.0, -3.0}, hourMs);
            for (const double kind : pace.byKind(hourMs))
                QVERIFY2(kind > 0.3 && kind <= 4.0, qPrintable(QString::number(kind)));
        }
    }

    void measuresKindsInProportion()
    {
        PaceMeter meter;
        const RoadMix roads({30.0, 0.0, 90.0, 0.0});
        double left = 590.0;
        std::optional<PaceMeter::Reading> reading;
        for (qint64 at = 0; !reading && at < hourMs; at += 5000, left -= 2.5)
            reading = meter.see(0, left, 600.0, at, roads);
        QVERIFY(reading);
        const auto read = reading.value_or(PaceMeter::Reading());
        QVERIFY(isNear(read.freeByKind[Main], read.freeSeconds * 0.25, 1e-6));
        QVERIFY(isNear(read.freeByKind[Minor], read.freeSeconds * 0.75, 1e-6));
        QCOMPARE(std::accumulate(read.freeByKind.begin(), read.freeByKind.end(), 0.0), read.freeSeconds);
    }

    void aLegKnowsItsRoads()
    {
        const QGeoCoordinate start(-34.90, -56.17);
        const auto end = start.atDistanceAndAzimuth(1000, 90);
        QCOMPARE(Leg({start, end}, 100.0).roads(), RoadMix());
        QCOMPARE(Leg(start, end, Vehicle::Kind::Van).roads(), RoadMix());
        const RoadMix roads({10.0, 20.0, 70.0, 0.0});
        QCOMPARE(Leg({start, end}, 100.0, {}, roads).roads(), roads);
    }
};

QTEST_APPLESS_MAIN(CityPaceTest)
#include "tst_citypace.moc"
