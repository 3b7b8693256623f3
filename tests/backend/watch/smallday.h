// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/watch/daywatch.h"

#include <QTimeZone>

namespace Doorstep::Test {

using namespace Doorstep::Watch;

inline const QDateTime morning(QDate(2026, 3, 12), QTime(12, 0), QTimeZone::UTC);
inline const QGeoCoordinate depotPlace(-34.889, -56.196);

/// A depot, a driver, and a route of three stops one kilometre apart, watched; facts are fed back as commits, as a
/// backend does.
class SmallDay
{
public:
    explicit SmallDay(WatchSettings settings = {})
        : m_watch(settings)
    {
        tell(DepotSeen{{.id = DepotId(QStringLiteral("aguada")),
                        .where = depotPlace,
                        .timeZone = QStringLiteral("America/Montevideo")}});
        tell(VehicleSeen{{.id = VehicleId(QStringLiteral("v1")), .depot = DepotId(QStringLiteral("aguada"))}});
        for (int i = 0; i < 3; ++i) {
            Stop stop;
            stop.id = id(i);
            stop.depot = DepotId(QStringLiteral("aguada"));
            stop.route = route.id;
            stop.where = place(i);
            stop.window = {.from = {}, .to = morning.addSecs(3600)};
            stops.insert(stop.id, stop);
            route.stops.append(stop.id);
            tell(StopSeen{.stop = stop, .version = ++m_version});
        }
        tell(RouteSeen{.route = route, .version = ++m_version});
        tick();
    }

    static StopId id(int index) { return StopId(QStringLiteral("s%1").arg(index)); }
    static QGeoCoordinate place(int index) { return depotPlace.atDistanceAndAzimuth(1000.0 * (index + 1), 90); }

    void tell(const Event &event)
    {
        const auto facts = m_watch.see(event, now);
        for (const auto &fact : facts)
            commit(fact);
    }

    void tick() { tell(Tick{}); }
    void tick(std::chrono::seconds passed)
    {
        now = now.addDuration(passed);
        tick();
    }

    /// The phone reports every five seconds from \a where for so long.
    void stay(const QGeoCoordinate &where, std::chrono::seconds duration)
    {
        for (std::chrono::seconds passed(0); passed < duration; passed += std::chrono::seconds(5)) {
            now = now.addSecs(5);
            tell(FixSeen{fixAt(where)});
            tick();
        }
    }

    [[nodiscard]] Fix fixAt(const QGeoCoordinate &where) const
    {
        Fix fix;
        fix.driver = route.driver;
        fix.fixedAt = now;
        fix.receivedAt = now;
        fix.where = where;
        fix.accuracyMeters = 8.0;
        return fix;
    }

    void finish(int index, Stop::Status status = Stop::Status::Delivered)
    {
        auto stop = stops.value(id(index));
        stop.status = status;
        stop.completedAt = now;
        stops.insert(stop.id, stop);
        tell(StopSeen{.stop = stop, .version = ++m_version});
    }

    void change(const Stop &stop)
    {
        stops.insert(stop.id, stop);
        tell(StopSeen{.stop = stop, .version = ++m_version});
        tick();
    }

    QDateTime now = morning;
    Route route{.id = RouteId(QStringLiteral("r1")),
                .depot = DepotId(QStringLiteral("aguada")),
                .driver = DriverId(QStringLiteral("carla")),
                .vehicle = VehicleId(QStringLiteral("v1")),
                .scheduledStart = morning};
    QHash<StopId, Stop> stops;
    QList<Forecast> forecasts;
    QList<RoutePath> paths;
    QList<PathWanted> wishes;
    int routeFacts = 0;
    bool loseStopFacts = false; ///< As when somebody else's commit came first.

private:
    void commit(const Fact &fact)
    {
        if (const auto *became = std::get_if<StopBecame>(&fact)) {
            if (loseStopFacts)
                return;
            stops.insert(became->stop.id, became->stop);
            tell(StopSeen{.stop = became->stop, .version = ++m_version});
        } else if (const auto *routeBecame = std::get_if<RouteBecame>(&fact)) {
            ++routeFacts;
            route = routeBecame->route;
            tell(RouteSeen{.route = route, .version = ++m_version});
        } else if (const auto *made = std::get_if<ForecastMade>(&fact)) {
            forecasts.append(made->forecast);
        } else if (const auto *path = std::get_if<PathMade>(&fact)) {
            paths.append(path->path);
            tell(PathSeen{path->path});
        } else if (const auto *wanted = std::get_if<PathWanted>(&fact)) {
            wishes.append(*wanted);
        }
    }

    DayWatch m_watch;
    qint64 m_version = 0;
};

inline PathFound answerTo(const PathWanted &wish)
{
    PathFound found{.route = wish.route, .wish = wish.wish, .legs = {}};
    for (qsizetype i = 1; i < wish.places.size(); ++i)
        found.legs.push_back({.line = {wish.places.at(i - 1), wish.places.at(i)}, .seconds = 120.0});
    return found;
}

} // namespace Doorstep::Test
