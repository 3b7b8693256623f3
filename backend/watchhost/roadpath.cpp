// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/watchhost/roadpath.h"

#include "backend/watchhost/roadkinds.h"

#include <algorithm>
#include <map>
#include <numbers>

namespace Doorstep {
namespace {

constexpr qsizetype mostPlaces = 100; // of one question
// Where a stop is in a closed area, the rest is walked: at a walk, along streets in a grid.
constexpr double walkMetersPerSecond = 1.3;
constexpr double detour = 4.0 / std::numbers::pi;
constexpr double worthWalkingMeters = 60.0; // nearer than that is a parking place

/// What traffic makes of the roads of \a leg.
Watch::RoadMix mixOf(const RoadLeg &leg, RoadProfile profile)
{
    Watch::ByRoadKind seconds{};
    for (std::size_t i = 0; i < roadClassCount; ++i) {
        const auto kind = roadKindOf(static_cast<RoadClass>(i), profile);
        seconds[static_cast<std::size_t>(kind)] += leg.classDurationsSeconds[i];
    }
    return Watch::RoadMix(seconds);
}

/// Answers the legs of one wish.
class PathFinder
{
public:
    PathFinder(const RoadService &roads, const Watch::PathWanted &wish)
        : m_roads(roads)
        , m_wish(wish)
        , m_profile(wish.vehicle == Vehicle::Kind::Bicycle ? RoadProfile::Bicycle : RoadProfile::Car)
    {
    }

    void find(Watch::PathFound &path)
    {
        for (qsizetype from = 0; from + 1 < m_wish.places.size();) {
            const auto count = placesAlike(from);
            append(path, from, count);
            from += count - 1;
        }
    }

private:
    [[nodiscard]] const QList<Closure> &avoidedBy(qsizetype leg) const
    {
        static const QList<Closure> nothing;
        return leg < static_cast<qsizetype>(m_wish.avoid.size()) ? m_wish.avoid[static_cast<std::size_t>(leg)]
                                                                 : nothing;
    }

    /// How many places from \a from on can be asked about at once: as their legs avoid the same.
    [[nodiscard]] qsizetype placesAlike(qsizetype from) const
    {
        qsizetype count = 2;
        while (count < mostPlaces && from + count < m_wish.places.size()
               && avoidedBy(from + count - 1) == avoidedBy(from))
            ++count;
        return count;
    }

    [[nodiscard]] Result<RouteAnswer> ask(qsizetype from, qsizetype count, const std::vector<RoadId> &closed) const
    {
        RouteRequest request;
        request.profile = m_profile;
        request.waypoints = m_wish.places.sliced(from, count);
        request.continueStraight = false; // a driver leaves a stop as they like
        request.conditions.closed = closed;
        return m_roads.route(request);
    }

    /// The roads in \a closures; none where the service cannot tell.
    const std::vector<RoadId> &roadsIn(const QList<Closure> &closures)
    {
        for (const auto &closure : closures) {
            if (m_roadsOf.contains(closure.id))
                continue;
            m_roadsOf[closure.id] = m_roads.roadsIn(m_profile, AreaShape(closure.area)).value_or(std::vector<RoadId>());
        }
        m_closed.clear();
        for (const auto &closure : closures)
            m_closed.insert(m_closed.end(), m_roadsOf[closure.id].begin(), m_roadsOf[closure.id].end());
        return m_closed;
    }

    void append(Watch::PathFound &path, qsizetype from, qsizetype count)
    {
        const auto &closed = roadsIn(avoidedBy(from));
        if (const auto whole = ask(from, count, closed)) {
            append(path, from, whole->routes.first());
            return;
        }
        for (qsizetype leg = from; leg + 1 < from + count; ++leg) { // one place off the map must not cost the others
            if (const auto one = ask(leg, 2, closed))
                append(path, leg, one->routes.first());
            else if (const auto through = closed.empty() ? one : ask(leg, 2, {}))
                append(path, leg, through->routes.first()); // no way around: somebody will have to let them through
            else
                path.legs.emplace_back();
        }
    }

    void append(Watch::PathFound &path, qsizetype from, const RoadRoute &route) const
    {
        for (qsizetype i = 0; i < route.legs.size(); ++i) {
            const auto &leg = route.legs.at(i);
            path.legs.push_back({.line = leg.line, .seconds = leg.durationSeconds, .roads = mixOf(leg, m_profile)});
            if (!avoidedBy(from + i).isEmpty() && !leg.line.isEmpty())
                addWalks(path.legs.back(), from + i);
        }
    }

    /// From the last road that is open to a door in a closed area, and back.
    void addWalks(Watch::PathFound::Leg &leg, qsizetype index) const
    {
        const auto walk = [&](const QGeoCoordinate &place, const QGeoCoordinate &road) {
            const bool isInside = std::ranges::any_of(
                avoidedBy(index), [&place](const Closure &closure) { return AreaShape(closure.area).contains(place); });
            const double meters = place.distanceTo(road);
            return isInside && meters > worthWalkingMeters ? meters * detour / walkMetersPerSecond : 0.0;
        };
        const auto &from = m_wish.places.at(index);
        const auto &to = m_wish.places.at(index + 1);
        const double out = walk(from, leg.line.constFirst());
        const double in = walk(to, leg.line.constLast());
        leg.seconds += out + in;
        if (out > 0.0)
            leg.line.prepend(from);
        if (in > 0.0)
            leg.line.append(to);
    }

    const RoadService &m_roads;
    const Watch::PathWanted &m_wish;
    RoadProfile m_profile;
    std::map<ClosureId, std::vector<RoadId>> m_roadsOf;
    std::vector<RoadId> m_closed;
};

} // namespace

Watch::PathFound findPath(const RoadService &roads, const Watch::PathWanted &wish)
{
    Watch::PathFound path{.route = wish.route, .wish = wish.wish, .legs = {}};
    PathFinder(roads, wish).find(path);
    return path;
}

} // namespace Doorstep
