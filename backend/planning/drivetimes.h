// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/planning/problem.h"
#include "backend/planning/roadtraffic.h"
#include "backend/region/roads/roadservice.h"

#include <list>
#include <memory>
#include <mutex>

namespace Doorstep::Planning {

/// Seconds and metres between places under today's traffic, of which only what is not known yet is asked of the roads.
///
/// Places are the same when they are on one square metre or so. What is kept holds for one profile and one state of the
/// roads: which are closed, which are slow, and by how much main and through roads are slower than minor ones, in steps
/// of 5 %; a city that is slower everywhere only multiplies. Kept are the three states asked about last, each with at
/// most `mostPlaces` places: 32 MB each at the very most, 4 MB for 700 places.
///
/// - An area that is closed closes every road that leads into it; one that is slow slows all of each road that it
///   touches, if only with a part. The walk from the last open road to a door in a closed area is not counted.
/// - Roads that take no conditions (an OSRM by URL) know no closures and no slow areas: there all drives take the
///   traffic of unknown roads.
///
/// Any number of threads may ask at once; a call computes where it is made, and on some more threads when much is
/// missing.
class DriveTimes
{
public:
    static constexpr qsizetype mostPlaces = 2'000; ///< Of one question.

    /// Between all of \a places, in their order, with times and lengths; entries without a road are `noRoadSeconds` and
    /// 0 metres. Malformed for a place off the globe or too many of them; else fails as the roads do.
    explicit DriveTimes(const RoadService &roads, int threads = usualThreads());
    ~DriveTimes();
    Q_DISABLE_COPY_MOVE(DriveTimes)

    [[nodiscard]] Result<Matrix> between(RoadProfile profile, const QList<QGeoCoordinate> &places,
                                         const RoadTraffic &traffic);

private:
    class Known;
    struct Area
    {
        RoadProfile profile = RoadProfile::Car;
        Doorstep::Area area;
        std::vector<RoadId> roads;
    };

    [[nodiscard]] static int usualThreads();
    [[nodiscard]] RoadConditions conditionsOf(RoadProfile profile, const RoadTraffic &traffic);
    [[nodiscard]] std::vector<RoadId> roadsIn(RoadProfile profile, const Doorstep::Area &area);
    [[nodiscard]] std::shared_ptr<Known> knownOf(RoadProfile profile, const RoadConditions &conditions);
    [[nodiscard]] Result<Matrix> between(RoadProfile profile, const QList<QGeoCoordinate> &places,
                                         const RoadConditions &conditions, double factor);

    const RoadService &m_roads;
    int m_threads;
    std::mutex m_mutex; ///< Of both lists.
    std::list<std::shared_ptr<Known>> m_known; ///< Asked last first.
    std::list<Area> m_areas; ///< As well.
};

} // namespace Doorstep::Planning
