// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFlags>
#include <QMetaType>

namespace Doorstep {

/// What of the scene is shown.
enum class MapLayer : quint8 { Drivers = 1, Routes = 2, OpenStops = 4, DoneStops = 8, Closures = 16, Trail = 32 };
Q_DECLARE_FLAGS(MapLayers, MapLayer)
Q_DECLARE_OPERATORS_FOR_FLAGS(MapLayers)

inline constexpr MapLayers allMapLayers = MapLayers::fromInt(63);

} // namespace Doorstep
