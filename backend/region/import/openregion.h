// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/import/regionimport.h"

namespace Doorstep {

/// Everything that makes a part of a region: roads, places, tiles.
[[nodiscard]] RegionSinks regionSinks();

/// What `--region` names: a compiled region, or an extract.
///
/// An extract is compiled first when there is no compiled file of this version for it, or the extract has changed
/// since: into region.sqlite beside it, or below \a cacheFolder when that folder cannot be written or holds the region
/// of another extract.
/// \a progress is called only when it compiles. Fails as importRegion() and readRegion() do.
[[nodiscard]] Result<Region> openRegion(const QString &path, const QString &cacheFolder, const Progress &progress);

/// With the user's cache folder (…/doorstep/regions).
[[nodiscard]] Result<Region> openRegion(const QString &path, const Progress &progress);

} // namespace Doorstep
