// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/import/regionimport.h"

namespace Doorstep {

/// Reads the extract twice (relations, then everything) and hands what is in it to \a sinks. Answers the box around it.
/// The only place that meets libosmium's exceptions.
[[nodiscard]] Result<RegionBox> readExtract(const QString &extract, const RegionSinks &sinks, const Progress &progress);

} // namespace Doorstep
