// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/store/sqlite/sqlitestore.h"
#include "backend/watchhost/watchhost.h"
#include "models/wire/depotwire.h"
#include "models/wire/forecastwire.h"
#include "models/wire/kinds.h"
#include "models/wire/rawjson.h"
#include "models/wire/routepathwire.h"
#include "models/wire/routewire.h"
#include "models/wire/stopwire.h"
#include "models/wire/vehiclewire.h"
#include "tests/support/samples.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <mutex>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using drogon::sync_wait;

namespace {

/// Stands still until told.
class SetClock : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return QDateTime::fromMSecsSinceEpoch(m_ms, QTimeZone::UTC); }
    void set(const QDateTime &time) { m_ms = time.toMSecsSinceEpoch(); }

private:
    std::atomic<qint64> m_ms = at(13).toMSecsSinceEpoch();
};

/// One straight road between any two places, ten metres a second.
class StraightRoads : public RoadService
{
public:
    [[nodiscard]] Result<RouteAnswer> route(const RouteRequest &request) const override
    {
        RoadRoute route;
        for (qsizetype i = 1; i < request.waypoints.size(); ++i) {
            RoadLeg leg;
            leg.line = {request.waypoints[i - 1], request.waypoints[i]};
            leg.durationSeconds = leg.line[0].distanceTo(leg.line[1]) / 10.0;
            route.legs.append(leg);
        }
        return RouteAnswer{.routes = {route}, .waypoints = {}};
    }
    [[nodiscard]] Result<RoadTable> table(const TableRequest & /*request*/) const override
    {
        return failure(Error::Kind::Refused, u"no tables here"_s);
    }
    [[nodiscard]] Result<QList<NearestRoad>> nearest(RoadProfile /*profile*/, const QGeoCoordinate & /*place*/,
                                                     int /*count*/) const override
    {
        return failure(Error::Kind::Refused, u"no roads here"_s);
    }
};

/// A depot with one route of two stops in a real store, and a watch host that can be stopped and started.
class Watched
{
public:
    Watched()
        : m_store(*SqliteStore::open(m_directory.filePath(u"store.sqlite"_s)))
    {
        m_store->setGrowthListener([this](const Growth &growth) { hear(growth); });
        put(organisationFeed(), Wire::Kinds::depot, u"aguada"_s, Wire::toJson(someDepot()));
        put(organisationFeed(), Wire::Kinds::vehicle, u"van-1"_s, Wire::toJson(someVehicle()));
        for (int i = 0; i < 2; ++i) {
            auto stop = someStop();
            stop.id = StopId(id(i));
            stop.where = place(i);
            stop.status = Stop::Status::Planned;
            stop.failure = Stop::Failure::None;
            stop.attempts = 0;
            stop.scheduledArrival = stop.actualArrival = stop.actualDeparture = stop.completedAt = {};
            auto body = Wire::toJson(stop);
            body.insert("colour"_L1, u"red"_s); // of a newer program
            put(feed(), Wire::Kinds::stop, id(i), body);
        }
        auto route = someRoute();
        route.stops = {StopId(id(0)), StopId(id(1))};
        route.status = Route::Status::Planned;
        route.actualStart = route.actualEnd = {};
        put(feed(), Wire::Kinds::route, u"route-1"_s, Wire::toJson(route));
        start();
    }
    ~Watched()
    {
        m_store->close();
        m_host.reset();
    }
    Q_DISABLE_COPY_MOVE(Watched)

    static FeedId feed() { return feedOf(DepotId(u"aguada"_s)); }
    static QString id(int stop) { return u"stop-%1"_s.arg(stop); }
    static QGeoCoordinate place(int stop) { return someDepot().where.atDistanceAndAzimuth(1000.0 * (stop + 1), 90); }

    /// As the daemon does: what is on disk, and from then on what grows.
    void start()
    {
        m_host = std::make_unique<WatchHost>(*m_store, clock, &m_roads);
        if (!m_host->load())
            qFatal("the host cannot read its feeds");
    }
    /// As after a kill: nothing but the file is left.
    void restart()
    {
        m_store->close();
        m_host.reset();
        m_store = *SqliteStore::open(m_directory.filePath(u"store.sqlite"_s));
        m_store->setGrowthListener([this](const Growth &growth) { hear(growth); });
        start();
    }

    void put(const FeedId &where, const QString &kind, const QString &name, const QJsonObject &body)
    {
        Commit commit{.writes = {{.feed = where, .kind = kind, .id = name, .body = Wire::compact(body)}},
                      .claims = {},
                      .actor = {},
                      .at = clock.now()};
        if (const auto done = sync_wait(m_store->commit(std::move(commit))); !done)
            qFatal("%s", qPrintable(done.error().detail));
    }
    [[nodiscard]] Document document(const QString &kind, const QString &name)
    {
        return sync_wait(m_store->documents({{.feed = feed(), .kind = kind, .id = name}}))->first();
    }
    [[nodiscard]] QJsonObject body(const QString &kind, const QString &name)
    {
        return Wire::objectFromBytes(document(kind, name).body).value_or(QJsonObject());
    }
    [[nodiscard]] Stop stop(int index) { return *Wire::stopFromJson(body(Wire::Kinds::stop, id(index))); }
    /// How often stop 0 was committed.
    [[nodiscard]] int stopCommits() const { return m_stopCommits; }
    [[nodiscard]] bool isPlanned() { return stop(0).scheduledArrival.isValid() && stop(1).scheduledArrival.isValid(); }

    /// Fixes every five seconds from \a from on, at \a where.
    [[nodiscard]] static std::vector<Fix> fixes(const QGeoCoordinate &where, const QDateTime &from, int count)
    {
        std::vector<Fix> all;
        for (int i = 0; i < count; ++i) {
            auto fix = someFix();
            fix.driver = DriverId(u"carla"_s);
            fix.where = where;
            fix.fixedAt = fix.receivedAt = from.addSecs(5LL * i);
            fix.accuracyMeters = 8.0;
            fix.mocked = fix.clockSuspect = false;
            all.push_back(fix);
        }
        return all;
    }
    [[nodiscard]] Watch::ByRoadKind paces(const DepotId &depot) const
    {
        return m_host->paces(depot, Vehicle::Kind::Van);
    }
    void report(const std::vector<Fix> &fixes)
    {
        if (!sync_wait(m_store->append(fixes)))
            qFatal("no fixes");
        m_host->fixed(fixes);
    }

    /// From now on the host does not hear of commits, until they are let through.
    void holdGrowth() { m_isHolding = true; }
    void releaseGrowth()
    {
        const std::scoped_lock lock(m_mutex);
        m_isHolding = false;
        for (const auto &growth : std::exchange(m_held, {}))
            m_host->grown(growth);
    }
    /// Whether the host has committed a forecast that it has not heard of yet.
    [[nodiscard]] bool holdsAForecast()
    {
        const std::scoped_lock lock(m_mutex);
        return std::ranges::any_of(m_held, [](const Growth &growth) {
            return std::ranges::any_of(growth.front().changes,
                                       [](const Change &change) { return change.kind == Wire::Kinds::forecast; });
        });
    }

    SetClock clock;

private:
    void hear(const Growth &growth)
    {
        for (const auto &grown : growth)
            m_stopCommits += static_cast<int>(
                std::ranges::count_if(grown.changes, [](const Change &change) { return change.id == id(0); }));
        const std::scoped_lock lock(m_mutex);
        if (m_isHolding)
            m_held.push_back(growth);
        else if (m_host)
            m_host->grown(growth);
    }

    QTemporaryDir m_directory;
    StraightRoads m_roads;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<WatchHost> m_host;
    std::atomic<int> m_stopCommits = 0;
    std::mutex m_mutex;
    std::atomic<bool> m_isHolding = false;
    std::vector<Growth> m_held;
};

} // namespace

/// The watchers between a real store and what they conclude.
class WatchHostTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void commitsWhatItConcludes()
    {
        Watched day;
        QTRY_COMPARE(day.document(Wire::Kinds::path, u"route-1"_s).version > 0, true);
        QTRY_VERIFY(day.isPlanned()); // the first forecast along roads
        const auto forecast = Wire::forecastFromJson(day.body(Wire::Kinds::forecast, u"route-1"_s));
        QVERIFY(forecast);
        QCOMPARE(forecast->stops.size(), 2);

        day.report(Watched::fixes(Watched::place(0), at(13), 12));
        QTRY_COMPARE(day.stop(0).status, Stop::Status::Arrived);
        QCOMPARE(day.stop(0).actualArrival, at(13));
        QCOMPARE(day.body(Wire::Kinds::stop, Watched::id(0))["colour"_L1].toString(), u"red"_s);
        QTRY_COMPARE(day.body(Wire::Kinds::route, u"route-1"_s)["status"_L1].toString(), u"underway"_s);
    }

    void drivesWhatPeopleDecideWithinTwoSeconds()
    {
        Watched day;
        const auto firstLegEnd = [&day] {
            const auto path = Wire::routePathFromJson(day.body(Wire::Kinds::path, u"route-1"_s));
            return path && !path->legs.isEmpty() && !path->legs.first().isEmpty() ? path->legs.first().last()
                                                                                  : QGeoCoordinate();
        };
        const auto isAt = [](const QGeoCoordinate &where, int stop) {
            return where.isValid() && where.distanceTo(Watched::place(stop)) < 1.0;
        };
        const auto nextStop = [&day] {
            return day.body(Wire::Kinds::forecast, u"route-1"_s)["next_stop"_L1].toString();
        };
        QTRY_VERIFY(isAt(firstLegEnd(), 0) && day.isPlanned());

        auto route = day.body(Wire::Kinds::route, u"route-1"_s);
        route.insert("stops"_L1, QJsonArray{Watched::id(1), Watched::id(0)});
        QElapsedTimer timer;
        timer.start();
        day.put(Watched::feed(), Wire::Kinds::route, u"route-1"_s, route);
        QTRY_VERIFY(isAt(firstLegEnd(), 1) && nextStop() == Watched::id(1));
        QVERIFY2(timer.elapsed() < 2'000, qPrintable(QString::number(timer.elapsed())));

        auto cancelled = day.body(Wire::Kinds::stop, Watched::id(1));
        cancelled.insert("status"_L1, u"cancelled"_s);
        timer.start();
        day.put(Watched::feed(), Wire::Kinds::stop, Watched::id(1), cancelled);
        QTRY_VERIFY(!firstLegEnd().isValid() && nextStop() == Watched::id(0));
        QVERIFY2(timer.elapsed() < 2'000, qPrintable(QString::number(timer.elapsed())));
    }

    void neverWritesOverWhatItHasNotSeen()
    {
        Watched day;
        QTRY_VERIFY(day.isPlanned());
        day.holdGrowth();
        auto edited = day.body(Wire::Kinds::stop, Watched::id(0));
        edited.insert("gate_code"_L1, u"0815"_s);
        day.put(Watched::feed(), Wire::Kinds::stop, Watched::id(0), edited);
        const auto version = day.document(Wire::Kinds::stop, Watched::id(0)).version;

        day.clock.set(at(13, 1));
        day.report(Watched::fixes(Watched::place(0), at(13), 12));
        QTRY_VERIFY(day.holdsAForecast()); // so the round in which the arrival was committed is over
        QCOMPARE(day.document(Wire::Kinds::stop, Watched::id(0)).version, version); // it was based on what is no more

        day.releaseGrowth();
        QTRY_COMPARE(day.stop(0).status, Stop::Status::Arrived); // seen, and concluded again over it
        QCOMPARE(day.stop(0).gateCode, u"0815"_s);
        QCOMPARE(day.stop(0).actualArrival, at(13));
    }

    void goesOnAfterARestart()
    {
        Watched day;
        QTRY_VERIFY(day.isPlanned());
        const auto planned = day.stop(1).scheduledArrival;
        day.report(Watched::fixes(Watched::place(0), at(13), 12));
        QTRY_COMPARE(day.stop(0).status, Stop::Status::Arrived);
        const auto path = day.document(Wire::Kinds::path, u"route-1"_s).version;

        day.clock.set(at(13, 10));
        day.restart();
        day.report(Watched::fixes(Watched::place(0), at(13, 10), 12));
        day.report(Watched::fixes(Watched::place(0).atDistanceAndAzimuth(400, 0), at(13, 11), 12));
        QTRY_COMPARE(day.stop(0).actualDeparture, at(13, 11));
        QCOMPARE(day.stop(0).actualArrival, at(13)); // as it was before
        QTRY_COMPARE(Wire::forecastFromJson(day.body(Wire::Kinds::forecast, u"route-1"_s))->lastSeen,
                     at(13, 11).addSecs(55));
        QCOMPARE(day.stop(1).scheduledArrival, planned);
        QCOMPARE(day.document(Wire::Kinds::path, u"route-1"_s).version, path); // the same road is not written again
    }

    void tellsTodaysPace()
    {
        Watched day;
        const DepotId depot(u"aguada"_s);
        QTRY_VERIFY(day.isPlanned());
        QCOMPARE(day.paces(depot), (Watch::ByRoadKind{1.0, 1.0, 1.0, 1.0}));
        std::vector<Fix> slow; // at 3 m/s, where the road would take 10
        for (int i = 0; i < 60; ++i) {
            auto fix = Watched::fixes(someDepot().where.atDistanceAndAzimuth(15.0 * i, 90), at(13), 1).front();
            fix.fixedAt = fix.receivedAt = at(13).addSecs(5LL * i);
            slow.push_back(fix);
        }
        day.clock.set(at(13, 5));
        day.report(slow);
        QTRY_VERIFY(day.paces(depot).back() > 1.05);
        QCOMPARE(day.paces(DepotId(u"elsewhere"_s)), (Watch::ByRoadKind{1.0, 1.0, 1.0, 1.0}));
    }

    void takesDuplicatesAndDisorderForWhatTheyAre()
    {
        Watched day;
        QTRY_VERIFY(day.isPlanned());
        const int before = day.stopCommits();
        const auto inOrder = Watched::fixes(Watched::place(0), at(13), 12);
        day.report(inOrder);
        day.report(inOrder); // the phone did not hear our answer
        auto backwards = Watched::fixes(Watched::place(0).atDistanceAndAzimuth(3000, 0), at(12, 50), 12);
        std::ranges::reverse(backwards);
        day.report(backwards); // from its buffer, before what is known
        day.report(inOrder);
        QTRY_COMPARE(day.stop(0).status, Stop::Status::Arrived);
        day.report(Watched::fixes(Watched::place(1), at(13, 20), 12)); // and on
        QTRY_COMPARE(day.stop(1).status, Stop::Status::Arrived);
        QCOMPARE(day.stop(0).actualArrival, at(13));
        QCOMPARE(day.stop(0).actualDeparture, at(13, 20));
        QCOMPARE_LE(day.stopCommits() - before, 2); // arrived and left, once each
    }

    void survivesDocumentsItCannotRead()
    {
        Watched day;
        QTRY_VERIFY(day.isPlanned());
        day.put(Watched::feed(), Wire::Kinds::stop, u"stop-9"_s, {{u"id"_s, 7}});
        day.put(Watched::feed(), Wire::Kinds::route, u"route-9"_s, {});
        day.put(Watched::feed(), u"kite"_s, u"k"_s, {{u"x"_s, true}});
        day.restart();
        day.report(Watched::fixes(Watched::place(0), at(13), 12));
        QTRY_COMPARE(day.stop(0).status, Stop::Status::Arrived);
    }
};

QTEST_GUILESS_MAIN(WatchHostTest)
#include "tst_watchhost.moc"
