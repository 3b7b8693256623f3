// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/forecast.h"
#include "widgets/map/mapscene.h"
#include "widgets/map/mercator.h"

#include <vector>

namespace Doorstep {

/// Stops that are too close together to be told apart at a zoom.
struct StopCluster
{
    WorldPoint centre; ///< Mean of its stops.
    int count = 0;
    Forecast::State worst = Forecast::State::OnTime; ///< Late when one failed or has an exception.
    size_t first = 0; ///< Index of one of its stops: the only one when `count` is 1.
};

/// From this zoom on every stop is drawn by itself.
inline constexpr double clusteringEndsAtZoom = 12.0;

/// Groups what a dispatcher may still have to act on (everything but delivered and cancelled stops) by a grid of about
/// 64 pixels at whole zoom \a zoom. \a where has one place a stop, in the order of \a stops.
[[nodiscard]] std::vector<StopCluster> clusterStops(const QList<StopMarker> &stops,
                                                    const std::vector<WorldPoint> &where, int zoom);

} // namespace Doorstep
