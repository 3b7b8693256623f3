// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/planning/dayproblem.h"
#include "backend/planning/optimiser.h"
#include "backend/region/roads/graphroads.h"
#include "simulator/traffic.h"
#include "tests/replay/regioncity.h"
#include "tests/replay/replay.h"

#include <QCoreApplication>

#include <cstdio>
#include <map>
#include <print>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;
using Planning::DayProblem;

// What rerouting saves on simulated days on which everything goes wrong at 14:00: the van with most to do breaks down,
// the roads around the most open stops are closed, and the driver with the most left is three quarters of an hour
// behind. `bench_rerouting COMPILED_REGION [DAYS]`.
//
// Proposals are made of what consoles know then (the replayed watchers' forecasts). What comes of them, and of leaving
// everything as it is, is then lived with what was not known: how long each visit really takes, and how slow the city
// and each driver really are. Left as it is, a spare van takes over the broken one's stops, in their order, an hour
// later.

namespace {

constexpr auto broken = std::chrono::hours(1);
constexpr auto behind = std::chrono::minutes(45);
constexpr double closedMeters = 400.0;
constexpr std::int64_t iterations = 200'000;

/// How one of the two worlds ended.
struct Lived
{
    int lateStops = 0;
    double minutesLate = 0.0;
    double kilometers = 0.0;

    void add(const Lived &other)
    {
        lateStops += other.lateStops;
        minutesLate += other.minutesLate;
        kilometers += other.kilometers;
    }
};

/// What nobody knew at 14:00.
struct Truth
{
    QHash<StopId, std::chrono::seconds> services;
    QHash<RouteId, double> slowness;
    Simulation::Traffic traffic;
};

struct Afternoon
{
    Planning::DayAtHand day;
    Rerouting asked;
    Truth truth;
};

QGeoCoordinate busiestPlace(const Planning::DayAtHand &day)
{
    QGeoCoordinate best;
    qsizetype most = -1;
    for (const auto &route : day.routes) {
        for (const auto &stop : route.ahead.stops) {
            qsizetype near = 0;
            for (const auto &other : day.routes) {
                near += std::ranges::count_if(other.ahead.stops, [&stop](const Stop &one) {
                    return one.where.distanceTo(stop.where) < 2.0 * closedMeters;
                });
            }
            if (near > most) {
                most = near;
                best = stop.where;
            }
        }
    }
    return best;
}

Area squareAround(const QGeoCoordinate &centre)
{
    Area::Ring ring;
    for (const double direction : {45.0, 135.0, 225.0, 315.0})
        ring.append(centre.atDistanceAndAzimuth(closedMeters, direction));
    return {.polygons = {{ring}}};
}

/// The routes as forecast at the moment of the sample.
QList<Planning::RouteToday> routesOf(const Simulation::DayPlan &plan, const Forecasts &forecasts,
                                     const QHash<StopId, Stop> &stops)
{
    QList<Planning::RouteToday> routes;
    for (const auto &tour : plan.tours) {
        const auto forecast = forecasts.constFind(tour.id);
        if (forecast == forecasts.cend())
            continue;
        Planning::RouteToday today;
        today.route = {.id = tour.id, .status = Route::Status::Underway, .scheduledEnd = tour.scheduledEnd};
        today.vehicle = tour.vehicle;
        today.ahead.route = tour.id;
        for (const auto &one : forecast->stops) {
            const auto stop = stops.value(one.stop);
            if (!stop.isOpen() || !stop.where.isValid())
                continue;
            today.ahead.stops.append(stop);
            today.ahead.forecasts.append(one);
            today.route.stops.append(stop.id);
        }
        if (today.ahead.stops.isEmpty())
            continue;
        today.ahead.from = today.ahead.stops.constFirst().where; // they are driving there already
        today.ahead.leaves = today.ahead.forecasts.constFirst().expectedArrival;
        routes.append(today);
    }
    return routes;
}

void delay(Planning::RouteToday &route, std::chrono::seconds by)
{
    route.ahead.leaves = route.ahead.leaves.addDuration(by);
    for (auto &forecast : route.ahead.forecasts) {
        forecast.expectedArrival = forecast.expectedArrival.addDuration(by);
        forecast.lateArrival = forecast.lateArrival.addDuration(by);
        forecast.expectedDeparture = forecast.expectedDeparture.addDuration(by);
    }
}

Afternoon afternoonOf(const Simulation::DayPlan &plan, const ReplayCity &city, Watch::Learned &learned)
{
    Afternoon afternoon;
    const auto at = plan.settings.time({14, 0});
    Watch::DayWatch watch({}, learned);
    Cases::DayCases cases;
    ReplayOptions options;
    options.sampled = [&](const QDateTime &now, const Forecasts &forecasts, const QHash<StopId, Stop> &stops) {
        if (now < at || afternoon.day.now.isValid())
            return;
        afternoon.day.now = now;
        afternoon.day.routes = routesOf(plan, forecasts, stops);
    };
    const auto lived = replay(plan, city, watch, cases, options);
    learned = watch.learned();
    afternoon.day.depot = plan.depots.constFirst();
    afternoon.truth.traffic = plan.traffic;
    for (qsizetype t = 0; t < plan.tours.size(); ++t) {
        const auto &tour = plan.tours.at(t);
        afternoon.truth.slowness.insert(tour.id, tour.troubles.slowness);
        for (qsizetype v = 0; v < tour.visits.size(); ++v)
            afternoon.truth.services.insert(lived.tours.at(t).visits.at(v).stop, tour.visits.at(v).actualService);
    }
    auto &routes = afternoon.day.routes;
    std::ranges::stable_sort(routes, std::greater(), [](const auto &one) { return one.ahead.stops.size(); });
    for (const auto &one : std::as_const(routes))
        afternoon.asked.routes.append(one.route.id);
    afternoon.asked.leaving = {routes.constFirst().route.id};
    delay(routes[0], broken);
    delay(routes[1], behind);
    return afternoon;
}

/// Both kinds' roads around what is closed.
class ClosedCity
{
public:
    ClosedCity(const RoadService &roads, const Area &closed)
        : m_roads(roads)
        , m_shape(closed)
    {
    }

    [[nodiscard]] std::shared_ptr<const Planning::Matrix> matrix(Vehicle::Kind kind,
                                                                 const QList<QGeoCoordinate> &places) const
    {
        const auto profile = kind == Vehicle::Kind::Bicycle ? RoadProfile::Bicycle : RoadProfile::Car;
        RoadConditions conditions;
        conditions.closed = m_roads.roadsIn(profile, m_shape).value_or(std::vector<RoadId>());
        const auto table = m_roads.table(
            {.profile = profile, .sources = places, .destinations = places, .conditions = std::move(conditions)});
        auto matrix = std::make_shared<Planning::Matrix>();
        matrix->places = static_cast<std::int32_t>(places.size());
        if (!table)
            return {};
        for (std::size_t i = 0; i < table->durationsSeconds.size(); ++i) {
            const bool isRoad = !std::isnan(table->durationsSeconds[i]);
            matrix->seconds.push_back(isRoad ? static_cast<std::uint32_t>(std::lround(table->durationsSeconds[i]))
                                             : Planning::noRoadSeconds);
            matrix->meters.push_back(isRoad ? static_cast<std::uint32_t>(std::lround(table->distancesMeters[i])) : 0U);
        }
        return matrix;
    }

private:
    const RoadService &m_roads;
    AreaShape m_shape;
};

/// What really comes of \a proposal; of how things are when \a isProposed is false.
class Living
{
public:
    Living(const Afternoon &afternoon, const QList<QGeoCoordinate> &places,
           const std::map<Vehicle::Kind, std::shared_ptr<const Planning::Matrix>> &matrices)
        : m_afternoon(afternoon)
        , m_matrices(matrices)
    {
        for (qsizetype i = 0; i < places.size(); ++i)
            m_places.insert({places.at(i).latitude(), places.at(i).longitude()}, static_cast<std::int32_t>(i));
        for (const auto &route : afternoon.day.routes) {
            for (const auto &stop : route.ahead.stops)
                m_stops.insert(stop.id, stop);
        }
    }

    [[nodiscard]] Lived live(const Proposal &proposal, bool isProposed) const
    {
        Lived all;
        for (const auto &line : proposal.lines)
            all.add(drive(line.route, isProposed ? line.after : line.before));
        return all;
    }

private:
    [[nodiscard]] std::int32_t placeOf(const QGeoCoordinate &place) const
    {
        return m_places.value({place.latitude(), place.longitude()});
    }

    [[nodiscard]] Lived drive(const RouteId &id, const QList<Proposal::Visit> &visits) const
    {
        const auto today = std::ranges::find(m_afternoon.day.routes, id, [](const auto &one) { return one.route.id; });
        const auto &matrix = *m_matrices.at(today->vehicle.kind);
        const auto &truth = m_afternoon.truth;
        Lived lived;
        auto now = today->ahead.leaves;
        auto from = placeOf(today->ahead.from);
        for (const auto &visit : visits) {
            const auto &stop = *m_stops.constFind(visit.stop);
            const auto to = placeOf(stop.where);
            const auto entry = matrix.entry(from, to);
            const double slowness = Simulation::usualSlowness(now, truth.traffic.zone) * truth.traffic.today
                * truth.slowness.value(id, 1.0);
            const double seconds =
                matrix.seconds[entry] >= Planning::noRoadSeconds ? 0.0 : matrix.seconds[entry] * slowness;
            now = now.addMSecs(qRound64(seconds * 1000.0));
            lived.kilometers += matrix.meters[entry] / 1000.0;
            if (stop.window.to.isValid() && now > stop.window.to) {
                ++lived.lateStops;
                lived.minutesLate += static_cast<double>(stop.window.to.secsTo(now)) / 60.0;
            }
            if (stop.window.from.isValid())
                now = std::max(now, stop.window.from);
            now = now.addDuration(truth.services.value(stop.id, stop.serviceTime));
            from = to;
        }
        if (!visits.isEmpty())
            lived.kilometers += matrix.meters[matrix.entry(from, 0)] / 1000.0;
        return lived;
    }

    const Afternoon &m_afternoon;
    const std::map<Vehicle::Kind, std::shared_ptr<const Planning::Matrix>> &m_matrices;
    QHash<QPair<double, double>, std::int32_t> m_places;
    QHash<StopId, Stop> m_stops;
};

void print(const char *name, double without, double with, const char *unit, int days)
{
    std::println("bench name=rerouting.{} value={:.2f} unit={} n={} without={:.2f}", name, with / days, unit, days,
                 without / days);
}

} // namespace

// NOLINTNEXTLINE(bugprone-exception-escape): ends with what it throws, as a bench may
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    const auto ground = ReplayGround::open(arguments.value(1));
    const auto roads = GraphRoads::open(arguments.value(1));
    if (!ground || !roads) {
        std::println(stderr, "{}", (!ground ? ground.error().detail : roads.error().detail).toStdString());
        return 1;
    }
    const int days = std::max(1, arguments.value(2, u"5"_s).toInt());
    Lived without;
    Lived with;
    int moved = 0;
    qsizetype told = 0;
    qsizetype open = 0;
    Watch::Learned learned;
    for (int number = 0; number < days; ++number) {
        const auto plan = ground->day(number);
        if (!plan) {
            std::println(stderr, "{}", plan.error().detail.toStdString());
            return 1;
        }
        const auto afternoon = afternoonOf(*plan, ground->city, learned);
        DayProblem problem(afternoon.asked, afternoon.day);
        const ClosedCity city(**roads, squareAround(busiestPlace(afternoon.day)));
        std::map<Vehicle::Kind, std::shared_ptr<const Planning::Matrix>> matrices;
        for (const auto kind : DayProblem::kinds) {
            if (problem.isDriven(kind))
                matrices[kind] = city.matrix(kind, problem.places());
        }
        problem.setMatrices(matrices);
        const auto found = optimise(problem.problem(), problem.start(), {.iterations = iterations});
        const auto proposal = problem.proposalOf(found.plan);
        const Living living(afternoon, problem.places(), matrices);
        without.add(living.live(proposal, false));
        with.add(living.live(proposal, true));
        moved += proposal.moved;
        told += proposal.toTell.size();
        for (const auto &route : afternoon.day.routes)
            open += route.ahead.stops.size();
    }
    print("late_stops", without.lateStops, with.lateStops, "stops/day", days);
    print("late", without.minutesLate, with.minutesLate, "min/day", days);
    print("distance", without.kilometers, with.kilometers, "km/day", days);
    std::println("bench name=rerouting.moved value={:.1f} unit=stops/day n={} open={:.1f} to_tell={:.1f}",
                 static_cast<double>(moved) / days, days, static_cast<double>(open) / days,
                 static_cast<double>(told) / days);
    return 0;
}
