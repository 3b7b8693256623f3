// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/planning/drivetimes.h"

#include <QTest>

#include <atomic>
#include <cmath>
#include <thread>

using namespace Doorstep;
using namespace Doorstep::Planning;
using namespace Qt::StringLiterals;

namespace {

/// Roads as the crow flies, at 10 m/s, that remember what they were asked. What lies in the west has no roads.
class CrowRoads : public RoadService
{
public:
    Result<RouteAnswer> route(const RouteRequest & /*request*/) const override
    {
        return failure(Error::Kind::Refused, u"tables only"_s);
    }
    Result<QList<NearestRoad>> nearest(RoadProfile /*profile*/, const QGeoCoordinate & /*place*/,
                                       int /*count*/) const override
    {
        return failure(Error::Kind::Refused, u"tables only"_s);
    }
    Result<RoadTable> table(const TableRequest &request) const override
    {
        ++calls;
        entries += request.sources.size() * request.destinations.size();
        if (refusesConditions && !request.conditions.isPlain())
            return failure(Error::Kind::Refused, u"no conditions"_s);
        if (isBroken)
            return failure(Error::Kind::Offline, u"silent"_s);
        {
            const std::scoped_lock lock(m_mutex);
            lastConditions = request.conditions;
        }
        RoadTable table;
        table.sources.resize(request.sources.size());
        table.destinations.resize(request.destinations.size());
        for (const auto &from : request.sources) {
            for (const auto &to : request.destinations)
                append(table, from, to, request.conditions);
        }
        if (isShort)
            table.durationsSeconds.pop_back();
        return table;
    }
    Result<std::vector<RoadId>> roadsIn(RoadProfile /*profile*/, const AreaShape &area) const override
    {
        ++areaCalls;
        if (refusesConditions)
            return failure(Error::Kind::Refused, u"no areas"_s);
        return area.contains({0.5, 0.5}) ? std::vector<RoadId>{7, 3, 7} : std::vector<RoadId>{9};
    }

    mutable std::atomic<int> calls = 0;
    mutable std::atomic<qsizetype> entries = 0;
    mutable std::atomic<int> areaCalls = 0;
    mutable RoadConditions lastConditions;
    bool refusesConditions = false;
    std::atomic<bool> isBroken = false;
    bool isShort = false;
    float hostile = 0.0F; ///< Told of all drives, when it is not 0.

private:
    void append(RoadTable &table, const QGeoCoordinate &from, const QGeoCoordinate &to,
                const RoadConditions &conditions) const
    {
        const bool isRoad = from.longitude() >= -1.0 && to.longitude() >= -1.0;
        const double meters = from.distanceTo(to);
        const double closed = conditions.closed.empty() ? 1.0 : 2.0;
        const double factor = double(conditions.durationFactors[static_cast<std::size_t>(RoadClass::Primary)]) * closed;
        const auto value = [&](double good) {
            if (hostile != 0.0F)
                return hostile;
            return isRoad ? static_cast<float>(good) : RoadTable::unreachable;
        };
        table.durationsSeconds.push_back(value(meters / 10.0 * factor));
        table.distancesMeters.push_back(value(meters));
    }

    mutable std::mutex m_mutex;
};

QList<QGeoCoordinate> places(int count, int first = 0)
{
    QList<QGeoCoordinate> all;
    for (int i = first; i < first + count; ++i)
        all.emplaceBack(0.001 * (i % 37), 0.001 * std::floor(i / 37.0));
    return all;
}

Closure closureAt(double corner, Closure::Effect effect = Closure::Effect::Closed)
{
    Closure closure{.id = ClosureId(u"c%1"_s.arg(corner))};
    closure.area.polygons = {{{{corner, corner}, {corner, corner + 0.9}, {corner + 0.9, corner + 0.9}}}};
    closure.effect = effect;
    closure.slowness = 3.0;
    return closure;
}

RoadTraffic jam(double main, double minor = 1.0)
{
    return {.factors = {main, 1.0, minor, 1.5}, .closures = {}};
}

void compareMatrices(const Matrix &one, const Matrix &other)
{
    QCOMPARE(one.places, other.places);
    QCOMPARE(one.seconds, other.seconds);
    QCOMPARE(one.meters, other.meters);
}

} // namespace

class DriveTimesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void tellsSecondsAndMeters()
    {
        const CrowRoads roads;
        DriveTimes drives(roads);
        const auto all = places(40);
        const auto matrix = drives.between(RoadProfile::Car, all, {});
        QVERIFY(matrix);
        QCOMPARE(matrix->places, 40);
        QCOMPARE(matrix->seconds.size(), 1600U);
        const auto meters = all[3].distanceTo(all[38]);
        QVERIFY(std::abs(double(matrix->meters[matrix->entry(3, 38)]) - meters) < 1.5);
        QVERIFY(std::abs(double(matrix->seconds[matrix->entry(3, 38)]) - meters / 10.0) < 1.0);
        QCOMPARE(matrix->seconds[matrix->entry(5, 5)], 0U);
    }

    void asksOnlyWhatIsNew_data()
    {
        QTest::addColumn<int>("known");
        QTest::addColumn<int>("asked");
        QTest::addColumn<int>("first");
        QTest::addColumn<qsizetype>("entries"); // at most
        QTest::newRow("nothing is known") << 0 << 20 << 0 << qsizetype(400);
        QTest::newRow("all is known") << 20 << 20 << 0 << qsizetype(0);
        QTest::newRow("a part of it") << 20 << 5 << 3 << qsizetype(0);
        QTest::newRow("one is new") << 19 << 20 << 0 << qsizetype(39);
        QTest::newRow("one of twenty is new") << 190 << 200 << 0 << qsizetype(200 * 10 + 190 * 10);
        QTest::newRow("most is new") << 5 << 20 << 0 << qsizetype(400);
        QTest::newRow("all others") << 20 << 20 << 20 << qsizetype(400);
    }

    void asksOnlyWhatIsNew()
    {
        QFETCH(const int, known);
        QFETCH(const int, asked);
        QFETCH(const int, first);
        QFETCH(const qsizetype, entries);
        const CrowRoads roads;
        DriveTimes drives(roads);
        QVERIFY(drives.between(RoadProfile::Car, places(known), jam(1.4)));
        roads.entries = 0;
        roads.calls = 0;
        const auto some = drives.between(RoadProfile::Car, places(asked, first), jam(1.4));
        QVERIFY(some);
        QVERIFY2(roads.entries <= entries, qPrintable(QString::number(roads.entries)));
        QCOMPARE(roads.calls == 0, entries == 0);
        DriveTimes other(roads);
        compareMatrices(*some, *other.between(RoadProfile::Car, places(asked, first), jam(1.4)));
    }

    void asksForPairsThatWereNeverAskedTogether()
    {
        const CrowRoads roads;
        DriveTimes drives(roads);
        QVERIFY(drives.between(RoadProfile::Car, places(10), {}));
        QVERIFY(drives.between(RoadProfile::Car, places(10, 10), {}));
        roads.entries = 0;
        const auto both = drives.between(RoadProfile::Car, places(20), {});
        QVERIFY(both && roads.entries > 0 && roads.entries < 400);
        DriveTimes other(roads);
        compareMatrices(*both, *other.between(RoadProfile::Car, places(20), {}));
    }

    void takesPlacesInAnyOrderAndTwice()
    {
        const CrowRoads roads;
        DriveTimes drives(roads);
        QVERIFY(drives.between(RoadProfile::Car, places(6), {}));
        roads.calls = 0;
        const auto all = places(6);
        const QList<QGeoCoordinate> some{all[4], all[1], all[4], {all[1].latitude() + 1e-7, all[1].longitude()}};
        const auto matrix = drives.between(RoadProfile::Car, some, {});
        QVERIFY(matrix);
        QCOMPARE(roads.calls, 0);
        QCOMPARE(matrix->seconds[matrix->entry(0, 2)], 0U);
        QCOMPARE(matrix->seconds[matrix->entry(0, 1)], matrix->seconds[matrix->entry(2, 3)]);
        QVERIFY(matrix->seconds[matrix->entry(0, 1)] > 0U);
    }

    void saysWhereNoRoadLeads()
    {
        const CrowRoads roads;
        DriveTimes drives(roads);
        auto all = places(3);
        all.append(QGeoCoordinate(0.0, -20.0));
        for (int again = 0; again < 2; ++again) { // also when it is known
            const auto matrix = drives.between(RoadProfile::Car, all, jam(1.3));
            QVERIFY(matrix);
            QCOMPARE(matrix->seconds[matrix->entry(0, 3)], noRoadSeconds);
            QCOMPARE(matrix->seconds[matrix->entry(3, 0)], noRoadSeconds);
            QCOMPARE(matrix->meters[matrix->entry(3, 0)], 0U);
            QVERIFY(matrix->seconds[matrix->entry(0, 2)] < noRoadSeconds);
            QCOMPARE(roads.calls, 1);
        }
    }

    void keepsWhatTrafficHardlyChanges_data()
    {
        QTest::addColumn<RoadTraffic>("before");
        QTest::addColumn<RoadTraffic>("after");
        QTest::addColumn<RoadProfile>("profile");
        QTest::addColumn<bool>("isKept");
        QTest::newRow("the same") << jam(1.4) << jam(1.4) << RoadProfile::Car << true;
        QTest::newRow("hardly slower") << jam(1.4) << jam(1.41) << RoadProfile::Car << true;
        QTest::newRow("slower") << jam(1.4) << jam(1.5) << RoadProfile::Car << false;
        QTest::newRow("slower everywhere")
            << RoadTraffic{.factors = {1.4, 1.2, 1.0, 1.2}, .closures = {}}
            << RoadTraffic{.factors = {2.8, 2.4, 2.0, 1.2}, .closures = {}} << RoadProfile::Car << true;
        QTest::newRow("bicycles ride past it") << jam(1.0) << jam(3.0) << RoadProfile::Bicycle << true;
        auto closed = jam(1.4);
        closed.closures = {closureAt(0.1)};
        QTest::newRow("closed") << jam(1.4) << closed << RoadProfile::Car << false;
        QTest::newRow("still closed") << closed << closed << RoadProfile::Car << true;
        auto slow = jam(1.4);
        slow.closures = {closureAt(0.1, Closure::Effect::Slow)};
        QTest::newRow("slow") << jam(1.4) << slow << RoadProfile::Car << false;
    }

    void keepsWhatTrafficHardlyChanges()
    {
        QFETCH(const RoadTraffic, before);
        QFETCH(const RoadTraffic, after);
        QFETCH(const RoadProfile, profile);
        QFETCH(const bool, isKept);
        const CrowRoads roads;
        DriveTimes drives(roads);
        QVERIFY(drives.between(profile, places(10), before));
        roads.calls = 0;
        const auto matrix = drives.between(profile, places(10), after);
        QVERIFY(matrix);
        QCOMPARE(roads.calls == 0, isKept);
        DriveTimes other(roads);
        compareMatrices(*matrix, *other.between(profile, places(10), after));
        roads.calls = 0; // what was known before is not lost
        QVERIFY(drives.between(profile, places(10), before));
        QCOMPARE(roads.calls, 0);
    }

    void tellsVansAndBicyclesApart()
    {
        const CrowRoads roads;
        DriveTimes drives(roads);
        QVERIFY(drives.between(RoadProfile::Car, places(4), {}));
        QVERIFY(drives.between(RoadProfile::Bicycle, places(4), {}));
        QCOMPARE(roads.calls, 2);
    }

    void multipliesByTheTraffic()
    {
        const CrowRoads roads;
        DriveTimes drives(roads);
        const auto free = drives.between(RoadProfile::Car, places(30), {});
        const auto jammed =
            drives.between(RoadProfile::Car, places(30), {.factors = {3.0, 2.0, 2.0, 2.0}, .closures = {}});
        QVERIFY(free && jammed);
        const auto seconds = free->seconds[free->entry(0, 29)];
        QVERIFY(std::abs(double(jammed->seconds[free->entry(0, 29)]) - 3.0 * seconds) <= 2.0); // all roads are primary
        QCOMPARE(jammed->meters, free->meters);
        const auto &factors = roads.lastConditions.durationFactors;
        QCOMPARE(factors[static_cast<std::size_t>(RoadClass::Residential)], 1.0F);
        QCOMPARE(factors[static_cast<std::size_t>(RoadClass::Tertiary)], 1.0F);
        QCOMPARE(factors[static_cast<std::size_t>(RoadClass::Motorway)], 1.5F);
    }

    void obeysClosures()
    {
        const CrowRoads roads;
        DriveTimes drives(roads);
        RoadTraffic traffic;
        traffic.closures = {closureAt(0.1), closureAt(5.0), closureAt(0.1, Closure::Effect::Slow), closureAt(5.0)};
        const auto closed = drives.between(RoadProfile::Car, places(3), traffic);
        QVERIFY(closed);
        QCOMPARE(roads.lastConditions.closed, (std::vector<RoadId>{3, 7, 9})); // sorted, each once
        QCOMPARE(roads.lastConditions.slow.size(), 2U);
        QCOMPARE(roads.lastConditions.slow.front(), (SlowRoad{.road = 3, .factor = 3.0F}));
        QVERIFY(closed->seconds != drives.between(RoadProfile::Car, places(3), {})->seconds);
        const int asked = roads.areaCalls;
        QVERIFY(drives.between(RoadProfile::Car, places(5), traffic));
        QCOMPARE(roads.areaCalls, asked); // the roads of an area are looked up once
    }

    void roadsOfAnotherServerTakeTheWholeCitysTraffic()
    {
        CrowRoads roads;
        roads.refusesConditions = true;
        DriveTimes drives(roads);
        const auto free = drives.between(RoadProfile::Car, places(30), {});
        auto traffic = jam(1.4); // and 1.5 of what nobody knows
        traffic.closures = {closureAt(0.1)};
        const auto jammed = drives.between(RoadProfile::Car, places(30), traffic);
        QVERIFY(free && jammed);
        const auto seconds = free->seconds[free->entry(0, 29)];
        QVERIFY(std::abs(double(jammed->seconds[free->entry(0, 29)]) - 1.5 * seconds) <= 1.0);
    }

    void refusesWhatIsNoPlace_data()
    {
        QTest::addColumn<QList<QGeoCoordinate>>("asked");
        QTest::addColumn<bool>("isFine");
        constexpr double nan = std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("none") << QList<QGeoCoordinate>() << true;
        QTest::newRow("one") << places(1) << true;
        QTest::newRow("the poles and the antimeridian")
            << QList<QGeoCoordinate>{{90.0, 180.0}, {-90.0, -180.0}, {0.0, 0.0}} << true;
        QTest::newRow("no place") << QList<QGeoCoordinate>{{1.0, 1.0}, {}} << false;
        QTest::newRow("not a number") << QList<QGeoCoordinate>{{1.0, nan}} << false;
        QTest::newRow("off the globe") << QList<QGeoCoordinate>{{91.0, 0.0}} << false;
        QTest::newRow("too many") << places(DriveTimes::mostPlaces + 1) << false;
    }

    void refusesWhatIsNoPlace()
    {
        QFETCH(const QList<QGeoCoordinate>, asked);
        QFETCH(const bool, isFine);
        const CrowRoads roads;
        DriveTimes drives(roads);
        const auto matrix = drives.between(RoadProfile::Car, asked, {});
        QCOMPARE(matrix.has_value(), isFine);
        if (!isFine) {
            QCOMPARE(matrix.error().kind, Error::Kind::Malformed);
            QCOMPARE(roads.calls, 0);
        } else {
            QCOMPARE(matrix->seconds.size(), static_cast<std::size_t>(asked.size() * asked.size()));
        }
    }

    void survivesHostileFactors_data()
    {
        QTest::addColumn<double>("factor");
        QTest::newRow("nothing") << 0.0;
        QTest::newRow("negative") << -3.0;
        QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("without end") << std::numeric_limits<double>::infinity();
        QTest::newRow("huge") << 1e300;
    }

    void survivesHostileFactors()
    {
        QFETCH(const double, factor);
        const CrowRoads roads;
        DriveTimes drives(roads);
        auto slow = closureAt(0.1, Closure::Effect::Slow);
        slow.slowness = factor;
        for (const auto &traffic : {RoadTraffic{.factors = {factor, 1.0, 1.0, 1.0}, .closures = {slow}},
                                    RoadTraffic{.factors = {1.0, 1.0, factor, 1.0}, .closures = {}},
                                    RoadTraffic{.factors = {factor, factor, factor, factor}, .closures = {}}}) {
            const auto matrix = drives.between(RoadProfile::Car, places(30), traffic);
            QVERIFY(matrix);
            QVERIFY(matrix->seconds[matrix->entry(0, 29)] > 0U);
            QVERIFY(matrix->seconds[matrix->entry(0, 29)] < noRoadSeconds);
            for (const auto one : roads.lastConditions.durationFactors)
                QVERIFY(one > 0.0F && one < 1000.0F);
        }
    }

    void survivesHostileRoads_data()
    {
        QTest::addColumn<float>("answer");
        QTest::newRow("negative") << -5.0F;
        QTest::newRow("what we take for unknown") << -1.0F;
        QTest::newRow("without end") << std::numeric_limits<float>::infinity();
        QTest::newRow("not a number") << std::numeric_limits<float>::quiet_NaN();
    }

    void survivesHostileRoads()
    {
        QFETCH(const float, answer);
        CrowRoads roads;
        roads.hostile = answer;
        DriveTimes drives(roads);
        for (int again = 0; again < 2; ++again) {
            const auto matrix = drives.between(RoadProfile::Car, places(3), {});
            QVERIFY(matrix);
            for (const auto seconds : matrix->seconds)
                QCOMPARE(seconds, noRoadSeconds);
        }
        QCOMPARE(roads.calls, 1);
    }

    void forgetsNothingWhenRoadsFail()
    {
        CrowRoads roads;
        DriveTimes drives(roads);
        QVERIFY(drives.between(RoadProfile::Car, places(5), {}));
        roads.isBroken = true;
        const auto failed = drives.between(RoadProfile::Car, places(8), {});
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, Error::Kind::Offline);
        QVERIFY(drives.between(RoadProfile::Car, places(5), {}));
        roads.isBroken = false;
        QVERIFY(drives.between(RoadProfile::Car, places(8), {}));
        roads.isShort = true;
        const auto odd = drives.between(RoadProfile::Car, places(9), {});
        QVERIFY(!odd);
        QCOMPARE(odd.error().kind, Error::Kind::Malformed);
    }

    void forgetsPlacesWhenThereAreTooMany()
    {
        const CrowRoads roads;
        DriveTimes drives(roads);
        constexpr int some = 900;
        QVERIFY(drives.between(RoadProfile::Car, places(some), {}));
        QVERIFY(drives.between(RoadProfile::Car, places(some, some), {}));
        roads.entries = 0;
        QVERIFY(drives.between(RoadProfile::Car, places(some, 2 * some - 100), {})); // 800 new ones: too many in all
        QVERIFY(roads.entries <= qsizetype(some) * some);
        roads.entries = 0;
        QVERIFY(drives.between(RoadProfile::Car, places(100, 2 * some - 100), {})); // of those, all is known
        QCOMPARE(roads.entries, 0);
        QVERIFY(drives.between(RoadProfile::Car, places(2), {}));
        QCOMPARE(roads.entries, 4); // these are forgotten
    }

    void keepsThreeStatesOfTheRoads()
    {
        const CrowRoads roads;
        DriveTimes drives(roads);
        for (const double main : {1.0, 1.2, 1.4, 1.6})
            QVERIFY(drives.between(RoadProfile::Car, places(4), jam(main)));
        roads.calls = 0;
        for (const double main : {1.6, 1.4, 1.2})
            QVERIFY(drives.between(RoadProfile::Car, places(4), jam(main)));
        QCOMPARE(roads.calls, 0);
        QVERIFY(drives.between(RoadProfile::Car, places(4), jam(1.0)));
        QCOMPARE(roads.calls, 1);
    }

    void answersSeveralThreadsAtOnce()
    {
        const CrowRoads roads;
        DriveTimes drives(roads, 3);
        DriveTimes alone(roads, 1);
        const auto expected = [&alone](int thread, int round) {
            return alone.between(RoadProfile::Car, places(40 + round * 7, thread * 11), jam(1.0 + round * 0.1));
        };
        std::vector<std::vector<Result<Matrix>>> right(4);
        for (int thread = 0; thread < 4; ++thread) {
            for (int round = 0; round < 6; ++round)
                right[static_cast<std::size_t>(thread)].push_back(expected(thread, round));
        }
        std::atomic<int> wrong = 0;
        {
            std::vector<std::jthread> threads;
            threads.reserve(4);
            for (int thread = 0; thread < 4; ++thread) {
                threads.emplace_back([&, thread] {
                    for (int round = 0; round < 6; ++round) {
                        const auto found = drives.between(RoadProfile::Car, places(40 + round * 7, thread * 11),
                                                          jam(1.0 + round * 0.1));
                        const auto &good = right[static_cast<std::size_t>(thread)][static_cast<std::size_t>(round)];
                        if (!found || !good || found->seconds != good->seconds || found->meters != good->meters)
                            ++wrong;
                    }
                });
            }
        }
        QCOMPARE(wrong, 0);
    }
};

QTEST_GUILESS_MAIN(DriveTimesTest)
#include "tst_drivetimes.moc"
