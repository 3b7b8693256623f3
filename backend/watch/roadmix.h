// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtTypes>

#include <array>
#include <cstddef>

namespace Doorstep::Watch {

/// What traffic tells apart.
enum class RoadKind : quint8 {
    Main, ///< Motorways, trunk and primary roads.
    Through, ///< Secondary and tertiary roads.
    Minor, ///< Everything else, and every road for a bicycle, which rides past the queue.
    Unknown, ///< Nobody said: as slow as the whole city.
};
inline constexpr std::size_t roadKindCount = static_cast<std::size_t>(RoadKind::Unknown) + 1;

/// One number for each kind of road.
using ByRoadKind = std::array<double, roadKindCount>;

/// How a drive's seconds (without traffic) split over the kinds of road: shares from 0 to 1 that make 1 together.
class RoadMix
{
public:
    RoadMix() = default; ///< All is of unknown kind.
    /// Of the seconds on each kind; what is no time (below 0, not finite) counts as none, and no time at all as
    /// unknown.
    explicit RoadMix(const ByRoadKind &seconds);

    [[nodiscard]] const ByRoadKind &shares() const noexcept { return m_shares; }
    /// The mean of \a values, each as much as its kind's share.
    [[nodiscard]] double of(const ByRoadKind &values) const;

    bool operator==(const RoadMix &) const = default;

private:
    ByRoadKind m_shares{0.0, 0.0, 0.0, 1.0};
};

} // namespace Doorstep::Watch
