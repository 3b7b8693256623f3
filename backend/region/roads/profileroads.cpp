// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/roads/profileroads.h"

#include "backend/region/roads/alternatives.h"
#include "backend/region/roads/guidance.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

constexpr float secondsPerUnit = 0.1F;
constexpr double anyDistance = std::numeric_limits<double>::infinity();

GraphPoint graphPoint(const QGeoCoordinate &place)
{
    return {.lon = static_cast<qint32>(std::lround(place.longitude() * 1e7)),
            .lat = static_cast<qint32>(std::lround(place.latitude() * 1e7))};
}

} // namespace

ProfileRoads::ProfileRoads(RoadProfile profile, RoadGraph graph)
    : m_profile(profile)
    , m_graph(std::move(graph))
    , m_index(m_graph)
{
}

Result<std::vector<RoadPoint>> ProfileRoads::snap(const QList<QGeoCoordinate> &places, const std::vector<double> &radii,
                                                  std::span<const RoadId> closed) const
{
    std::vector<RoadId> sorted(closed.begin(), closed.end());
    std::ranges::sort(sorted);
    std::vector<RoadPoint> points;
    for (qsizetype i = 0; i < places.size(); ++i) {
        if (!places[i].isValid())
            return failure(Error::Kind::Malformed, u"place %1 is not on the globe"_s.arg(i));
        const auto radius = radii.empty() ? anyDistance : radii[static_cast<std::size_t>(i)];
        auto found = m_index.nearest(graphPoint(places[i]), 1, radius, sorted);
        if (found.empty())
            return failure(Error::Kind::NotFound, u"no road near place %1"_s.arg(i));
        points.push_back(found.front());
    }
    return points;
}

NearestRoad ProfileRoads::describe(const RoadPoint &point) const
{
    NearestRoad nearest{.where = point.where.coordinate(),
                        .distanceMeters = point.meters,
                        .name = m_graph.text(m_graph.roads[point.road].name),
                        .roads = {}};
    for (const int direction : {0, 1}) {
        if (point.open[direction])
            nearest.roads.append(point.state(direction));
    }
    return nearest;
}

Result<QList<NearestRoad>> ProfileRoads::nearest(const QGeoCoordinate &place, int count) const
{
    if (!place.isValid() || count < 1)
        return failure(Error::Kind::Malformed, u"a place on the globe and a positive number are needed"_s);
    const auto found = m_index.nearest(graphPoint(place), static_cast<std::size_t>(count), anyDistance, {});
    if (found.empty())
        return failure(Error::Kind::NotFound, u"this region has no roads"_s);
    QList<NearestRoad> roads;
    for (const auto &point : found)
        roads.append(describe(point));
    return roads;
}

std::vector<std::optional<FoundPath>> ProfileRoads::search(std::span<const SearchSeed> seeds,
                                                           std::span<const SearchGoal> goals,
                                                           const RoadConditions &conditions) const
{
    if (conditions.isPlain())
        return m_hierarchySearches.take(m_graph)->run(seeds, goals);
    return m_plainSearches.take(m_graph)->run(seeds, goals, conditions);
}

ProfileRoads::Hop ProfileRoads::hop(const RoadPoint &from, const Arrivals &arrivals, const RoadPoint &to,
                                    const RoadConditions &conditions) const
{
    const Endpoints endpoints(m_graph, conditions);
    const auto seeds = endpoints.seeds(from, arrivals);
    std::vector<SearchGoal> goals;
    for (const int direction : {0, 1})
        goals.push_back(endpoints.goal(to, direction));
    auto found = search(seeds, goals, conditions);

    Hop hop;
    for (const int direction : {0, 1}) {
        const auto way = static_cast<std::size_t>(direction);
        if (!to.open[direction])
            continue;
        hop[way] = std::move(found[way]);
        const auto &arrival = arrivals[way];
        const auto along = arrival ? endpoints.direct(from, to, direction) : std::nullopt;
        if (!arrival || !along)
            continue;
        const auto direct = *arrival + *along;
        if (!hop[way] || direct.weight <= hop[way]->cost.weight)
            hop[way] = FoundPath{.cost = direct, .states = {to.state(direction)}};
    }
    return hop;
}

/// How a vehicle may be at the end of \a hop that goes straight on.
Arrivals ProfileRoads::arrivalsOf(const Hop &hop)
{
    Arrivals arrivals;
    for (const auto direction : {0U, 1U})
        arrivals[direction] = hop[direction].transform([](const FoundPath &path) { return path.cost; });
    return arrivals;
}

Result<std::vector<LegPath>> ProfileRoads::legPaths(const std::vector<RoadPoint> &points, bool continueStraight,
                                                    const RoadConditions &conditions) const
{
    std::vector<Hop> hops;
    hops.reserve(points.size());
    auto arrivals = Endpoints::everyDirection(points.front());
    for (std::size_t i = 1; i < points.size(); ++i) {
        auto hop = this->hop(points[i - 1], arrivals, points[i], conditions);
        if (!hop[0] && !hop[1])
            return failure(Error::Kind::NotFound, u"no road leads from place %1 to place %2"_s.arg(i - 1).arg(i));
        arrivals = continueStraight ? arrivalsOf(hop) : Endpoints::everyDirection(points[i]);
        hops.push_back(std::move(hop));
    }

    // Backwards, because where a vehicle goes on decides how it came.
    std::vector<LegPath> legs(hops.size());
    std::optional<StateId> next;
    for (auto i = hops.size(); i-- > 0;) {
        auto &hop = hops[i];
        const auto weightOf = [&hop](std::size_t way) { return hop[way] ? hop[way]->cost.weight : ~0U; };
        const std::size_t cheaper = weightOf(1) < weightOf(0) ? 1 : 0;
        auto &best = hop[next && continueStraight ? *next % 2 : cheaper];
        if (!best)
            return failure(Error::Kind::NotFound, u"no road leads from place %1 to place %2"_s.arg(i).arg(i + 1));
        legs[i] = {.from = points[i], .to = points[i + 1], .states = std::move(best->states)};
        next = legs[i].states.front();
    }
    return legs;
}

RoadRoute ProfileRoads::assemble(const std::vector<LegPath> &paths, const RouteRequest &request) const
{
    RoadRoute route;
    for (const auto &path : paths) {
        auto built = buildLeg(m_graph, path, request.conditions);
        if (request.steps)
            built.leg.steps = buildSteps(m_graph, built);
        route.distanceMeters += built.leg.distanceMeters;
        route.durationSeconds += built.leg.durationSeconds;
        route.weight += built.leg.weight;
        route.line += route.line.isEmpty() ? built.leg.line : built.leg.line.sliced(1);
        route.legs.append(std::move(built.leg));
    }
    return route;
}

Result<RouteAnswer> ProfileRoads::route(const RouteRequest &request) const
{
    if (request.waypoints.size() < 2)
        return failure(Error::Kind::Malformed, u"a route needs two places"_s);
    if (!request.radiiMeters.empty()
        && request.radiiMeters.size() != static_cast<std::size_t>(request.waypoints.size()))
        return failure(Error::Kind::Malformed, u"one radius for each place, or none"_s);
    const auto points = snap(request.waypoints, request.radiiMeters, request.conditions.closed);
    if (!points)
        return std::unexpected(points.error());
    const auto paths =
        legPaths(*points, request.continueStraight.value_or(m_profile == RoadProfile::Car), request.conditions);
    if (!paths)
        return std::unexpected(paths.error());

    RouteAnswer answer;
    answer.routes.append(assemble(*paths, request));
    if (request.alternatives > 0 && points->size() == 2 && request.conditions.isPlain()) {
        const Endpoints endpoints(m_graph, request.conditions);
        const auto seeds = endpoints.seeds(points->front(), Endpoints::everyDirection(points->front()));
        const auto goals = endpoints.goals(points->back());
        const auto loan = m_hierarchySearches.take(m_graph);
        for (auto &states : findAlternatives(m_graph, *loan, seeds, goals, paths->front().states,
                                             static_cast<std::size_t>(request.alternatives)))
            answer.routes.append(
                assemble({{.from = points->front(), .to = points->back(), .states = std::move(states)}}, request));
    }
    for (const auto &point : *points)
        answer.waypoints.append(describe(point));
    return answer;
}

Result<RoadTable> ProfileRoads::table(const TableRequest &request) const
{
    const auto sources = snap(request.sources, {}, request.conditions.closed);
    if (!sources)
        return std::unexpected(sources.error());
    const auto destinations = snap(request.destinations, {}, request.conditions.closed);
    if (!destinations)
        return std::unexpected(destinations.error());

    RoadTable table;
    for (const auto &point : *sources)
        table.sources.append(describe(point));
    for (const auto &point : *destinations)
        table.destinations.append(describe(point));
    for (const auto &cost : costs(*sources, *destinations, request.conditions)) {
        table.durationsSeconds.push_back(cost ? static_cast<float>(cost->duration) * secondsPerUnit
                                              : RoadTable::unreachable);
        table.distancesMeters.push_back(cost ? std::max(0.0F, cost->meters) : RoadTable::unreachable);
    }
    return table;
}

const RoadReduction &ProfileRoads::reduction() const
{
    std::call_once(m_isReduced, [this] { m_reduction = std::make_unique<const RoadReduction>(m_graph); });
    return *m_reduction;
}

std::vector<std::optional<RoadCost>> ProfileRoads::searchTable(const Starts &seeds, const Ends &goals,
                                                               const RoadConditions &conditions) const
{
    constexpr std::size_t few = 8; // for which it does not pay to work the arcs of the reduction out
    if (conditions.isPlain())
        return m_hierarchySearches.take(m_graph)->table(seeds, goals);
    const auto ready =
        m_reducedSearches.takeFit([&](const ReducedSearch &search) { return search.isReadyFor(conditions); });
    if (ready)
        return (*ready)->table(seeds, goals, conditions);
    if (seeds.size() < few)
        return m_plainSearches.take(m_graph)->table(seeds, goals, conditions);
    return m_reducedSearches.take(m_graph, reduction())->table(seeds, goals, conditions);
}

std::vector<std::optional<RoadCost>> ProfileRoads::costs(const std::vector<RoadPoint> &sources,
                                                         const std::vector<RoadPoint> &destinations,
                                                         const RoadConditions &conditions) const
{
    const Endpoints endpoints(m_graph, conditions);
    std::vector<std::vector<SearchSeed>> seeds;
    seeds.reserve(sources.size());
    std::vector<std::vector<SearchGoal>> goals;
    goals.reserve(destinations.size());
    for (const auto &from : sources)
        seeds.push_back(endpoints.seeds(from, Endpoints::everyDirection(from)));
    for (const auto &to : destinations)
        goals.push_back(endpoints.goals(to));
    auto costs = searchTable(seeds, goals, conditions);
    // Whoever need not leave the road may be there sooner.
    for (std::size_t i = 0; i < sources.size(); ++i) {
        for (std::size_t j = 0; j < destinations.size(); ++j) {
            auto &best = costs[i * destinations.size() + j];
            for (const int direction : {0, 1}) {
                const bool open = sources[i].open[direction] && destinations[j].open[direction];
                const auto direct = open ? endpoints.direct(sources[i], destinations[j], direction) : std::nullopt;
                if (direct && (!best || direct->weight <= best->weight))
                    best = direct;
            }
        }
    }
    return costs;
}

std::vector<RoadId> ProfileRoads::roadsIn(const AreaShape &area) const
{
    std::vector<RoadId> roads;
    if (area.isEmpty())
        return roads;
    // Whole numbers first: of a city's roads all but a few are far away.
    const auto unit = [](double degrees) { return static_cast<qint32>(degrees * 1e7); };
    const auto [south, west] = std::pair(unit(area.southWest().latitude()), unit(area.southWest().longitude()));
    const auto [north, east] = std::pair(unit(area.northEast().latitude()), unit(area.northEast().longitude()));
    for (quint32 road = 0; road < m_graph.roadCount(); ++road) {
        const auto line = m_graph.line(road);
        const auto [left, right] = std::ranges::minmax(line, {}, &GraphPoint::lon);
        const auto [lower, upper] = std::ranges::minmax(line, {}, &GraphPoint::lat);
        if (right.lon < west || left.lon > east || upper.lat < south || lower.lat > north)
            continue;
        QList<QGeoCoordinate> places;
        for (const auto &point : line)
            places.append(point.coordinate());
        if (!area.meets(places))
            continue;
        roads.push_back(road * 2);
        roads.push_back(road * 2 + 1);
    }
    return roads;
}

} // namespace Doorstep
