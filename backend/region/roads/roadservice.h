// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/roads/roadroute.h"
#include "models/domain/area.h"
#include "models/domain/result.h"

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

namespace Doorstep {

enum class RoadProfile : quint8 { Car, Bicycle };

struct SlowRoad
{
    RoadId road = 0;
    float factor = 1.0F; ///< Positive.

    bool operator==(const SlowRoad &) const = default;
};

/// How the world differs from the map right now. The default is the map's own opinion.
struct RoadConditions
{
    /// Driving times on roads of each class are multiplied by this; positive. Turn costs stay.
    std::array<float, roadClassCount> durationFactors = everywhere(1.0F);
    /// Directed roads that may not be driven, as nearest() names them.
    std::vector<RoadId> closed;
    /// Directed roads that take so many times as long besides, ascending and each once.
    std::vector<SlowRoad> slow;

    [[nodiscard]] static constexpr std::array<float, roadClassCount> everywhere(float factor)
    {
        std::array<float, roadClassCount> factors{};
        factors.fill(factor);
        return factors;
    }
    [[nodiscard]] bool isPlain() const { return closed.empty() && slow.empty() && durationFactors == everywhere(1.0F); }
    /// By how much driving \a road takes longer.
    [[nodiscard]] float factorOf(RoadClass roadClass, RoadId road) const
    {
        const auto factor = durationFactors[static_cast<std::size_t>(roadClass)];
        const auto found = std::ranges::lower_bound(slow, road, {}, &SlowRoad::road);
        return found != slow.end() && found->road == road ? factor * found->factor : factor;
    }
    bool operator==(const RoadConditions &) const = default;
};

struct RouteRequest
{
    RoadProfile profile = RoadProfile::Car;
    QList<QGeoCoordinate> waypoints; ///< At least two.
    int alternatives = 0; ///< Further routes wanted beside the best; fewer may come.
    bool steps = false; ///< Whether legs get steps.
    /// Whether a vehicle goes on in the direction in which it came to a waypoint in between; absent is what the profile
    /// does (a car does, a bicycle turns where it likes).
    std::optional<bool> continueStraight;
    /// How far a road may be from its waypoint, metres; one for each waypoint, or none at all for no limit.
    std::vector<double> radiiMeters;
    RoadConditions conditions;
};

struct RouteAnswer
{
    QList<RoadRoute> routes; ///< Best first, at least one.
    QList<NearestRoad> waypoints; ///< Where each waypoint met the road.
};

struct TableRequest
{
    RoadProfile profile = RoadProfile::Car;
    QList<QGeoCoordinate> sources;
    QList<QGeoCoordinate> destinations;
    RoadConditions conditions;
};

/// Row-major, one row for each source; NaN where no road leads there.
struct RoadTable
{
    static constexpr float unreachable = std::numeric_limits<float>::quiet_NaN();

    std::vector<float> durationsSeconds;
    std::vector<float> distancesMeters;
    QList<NearestRoad> sources;
    QList<NearestRoad> destinations;

    [[nodiscard]] std::size_t at(qsizetype source, qsizetype destination) const
    {
        return static_cast<std::size_t>(source * destinations.size() + destination);
    }
    [[nodiscard]] float durationSeconds(qsizetype source, qsizetype destination) const
    {
        return durationsSeconds[at(source, destination)];
    }
    [[nodiscard]] float distanceMeters(qsizetype source, qsizetype destination) const
    {
        return distancesMeters[at(source, destination)];
    }
};

/// Ways through the city. Both implementations (our own graph, and a real OSRM by URL) answer in the same terms, whose
/// durations mean what OSRM's mean: free-flowing traffic, turns and signals included.
///
/// Any number of threads may ask at once. A call computes, or waits for an answer over HTTP, where it is made: not for
/// event loops. Fails with NotFound where no road is near a place or none leads there, Malformed for invalid places or
/// numbers of them, Offline when the other server is silent.
class RoadService
{
public:
    RoadService() = default;
    RoadService(const RoadService &) = delete;
    RoadService &operator=(const RoadService &) = delete;
    virtual ~RoadService() = default;

    [[nodiscard]] virtual Result<RouteAnswer> route(const RouteRequest &request) const = 0;
    [[nodiscard]] virtual Result<RoadTable> table(const TableRequest &request) const = 0;
    /// The \a count nearest roads, nearest first, each at its nearest place; at least one.
    [[nodiscard]] virtual Result<QList<NearestRoad>> nearest(RoadProfile profile, const QGeoCoordinate &place,
                                                             int count = 1) const = 0;
    /// The directed roads that lie in \a area, if only with a part: what RoadConditions::closed takes. Refused where
    /// nobody can say.
    [[nodiscard]] virtual Result<std::vector<RoadId>> roadsIn(RoadProfile /*profile*/, const AreaShape & /*area*/) const
    {
        return failure(Error::Kind::Refused, QStringLiteral("these roads cannot be told by area"));
    }
};

} // namespace Doorstep
