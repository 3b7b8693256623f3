// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/roads/roadservice.h"

#include <optional>
#include <string_view>

namespace osmium {
class TagList;
}

namespace Doorstep {

/// How one travels along a way; the words OSRM uses for it.
enum class TravelMode : quint8 { None, Driving, Cycling, PushingBike, Ferry, Train };

/// One direction of a way as one profile sees it.
struct DirectionTraits
{
    TravelMode mode = TravelMode::None;
    double speedKmh = -1.0; ///< Below 0: not known.
    double rate = -1.0; ///< Metres per weight second; below 0: the speed itself.
    bool restricted =
        false; ///< For those only who have business there: a route may begin or end in it, and shuns passing through.

    bool operator==(const DirectionTraits &) const = default;
};

struct WayTraits
{
    DirectionTraits forward;
    DirectionTraits backward;
    double wholeDurationSeconds = 0.0; ///< Of the whole way, for ferries with a timetable; 0: speeds say it.
    bool roundabout = false;
    bool circular = false; ///< A roundabout in shape, but not in its rules.
    bool snappable = true; ///< Whether a route may begin or end on it.
};

/// What stands in the way at a node.
struct NodeTraits
{
    bool barrier = false; ///< Nobody passes, but one may turn around before it.
    /// Deciseconds that passing costs along the way's direction and against it.
    int penalty = 0;
    int penaltyAgainst = 0;
    bool stopSign = false; ///< A stop without direction counts only near its junction.
    bool minorStop = false; ///< Counts only for those who come from a smaller road.

    bool operator==(const NodeTraits &) const = default;
};

/// These follow OSRM's profiles car.lua and bicycle.lua (26.9) rule by rule, so that our durations mean what OSRM's
/// mean; docs/region.md says what was compared. Empty where the profile cannot use the way at all.
[[nodiscard]] std::optional<WayTraits> carWay(const osmium::TagList &tags);
[[nodiscard]] std::optional<WayTraits> bicycleWay(const osmium::TagList &tags);
[[nodiscard]] NodeTraits carNode(const osmium::TagList &tags);
[[nodiscard]] NodeTraits bicycleNode(const osmium::TagList &tags);

[[nodiscard]] RoadClass roadClassOf(const osmium::TagList &tags);

} // namespace Doorstep
