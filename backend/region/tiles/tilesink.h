// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/import/regionsink.h"

#include <memory>

namespace Doorstep {

/// Writes what the map is drawn from: ground, lines, buildings, roads, street names, labels and house numbers, in
/// tables of their own (tiletable.h), simplified by zoom, with names joined along their street and labels that found
/// room.
///
/// Keeps waters, roads and labels in memory until finish.
[[nodiscard]] std::unique_ptr<RegionSink> makeTileSink();

} // namespace Doorstep
