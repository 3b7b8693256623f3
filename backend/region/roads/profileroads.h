// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/roads/endpoints.h"
#include "backend/region/roads/hierarchysearch.h"
#include "backend/region/roads/legbuilder.h"
#include "backend/region/roads/reducedsearch.h"
#include "backend/region/roads/spares.h"

namespace Doorstep {

/// The roads of one profile: the graph, the index over it, and the searches. Any number of threads may ask.
class ProfileRoads
{
public:
    ProfileRoads(RoadProfile profile, RoadGraph graph);

    [[nodiscard]] const RoadGraph &graph() const { return m_graph; }

    [[nodiscard]] Result<RouteAnswer> route(const RouteRequest &request) const;
    [[nodiscard]] Result<RoadTable> table(const TableRequest &request) const;
    [[nodiscard]] Result<QList<NearestRoad>> nearest(const QGeoCoordinate &place, int count) const;
    [[nodiscard]] std::vector<RoadId> roadsIn(const AreaShape &area) const;

private:
    [[nodiscard]] Result<std::vector<RoadPoint>>
    snap(const QList<QGeoCoordinate> &places, const std::vector<double> &radii, std::span<const RoadId> closed) const;
    [[nodiscard]] NearestRoad describe(const RoadPoint &point) const;
    /// The best way to a waypoint, for each direction in which one may come to it.
    using Hop = std::array<std::optional<FoundPath>, 2>;
    [[nodiscard]] static Arrivals arrivalsOf(const Hop &hop);
    [[nodiscard]] Hop hop(const RoadPoint &from, const Arrivals &arrivals, const RoadPoint &to,
                          const RoadConditions &conditions) const;
    [[nodiscard]] Result<std::vector<LegPath>> legPaths(const std::vector<RoadPoint> &points, bool continueStraight,
                                                        const RoadConditions &conditions) const;
    [[nodiscard]] RoadRoute assemble(const std::vector<LegPath> &paths, const RouteRequest &request) const;
    [[nodiscard]] std::vector<std::optional<FoundPath>> search(std::span<const SearchSeed> seeds,
                                                               std::span<const SearchGoal> goals,
                                                               const RoadConditions &conditions) const;
    [[nodiscard]] std::vector<std::optional<RoadCost>> costs(const std::vector<RoadPoint> &sources,
                                                             const std::vector<RoadPoint> &destinations,
                                                             const RoadConditions &conditions) const;

    using Starts = std::vector<std::vector<SearchSeed>>;
    using Ends = std::vector<std::vector<SearchGoal>>;
    [[nodiscard]] std::vector<std::optional<RoadCost>> searchTable(const Starts &seeds, const Ends &goals,
                                                                   const RoadConditions &conditions) const;
    [[nodiscard]] const RoadReduction &reduction() const;

    RoadProfile m_profile;
    RoadGraph m_graph;
    RoadIndex m_index;
    mutable Spares<PlainSearch> m_plainSearches;
    mutable Spares<HierarchySearch> m_hierarchySearches;
    mutable std::once_flag m_isReduced;
    mutable std::unique_ptr<const RoadReduction> m_reduction; ///< Made for the first table that needs it.
    mutable Spares<ReducedSearch> m_reducedSearches;
};

} // namespace Doorstep
