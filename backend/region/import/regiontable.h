// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/import/regionimport.h"

namespace Doorstep {

/// The table `region` in which a compiled file says what it is, one key and value a row.
[[nodiscard]] Result<> writeRegionTable(Sqlite::Database &database, const Region &region);

/// Errors continue a sentence that starts with the file's name.
[[nodiscard]] Result<Region> readRegionTable(Sqlite::Database &database);

} // namespace Doorstep
