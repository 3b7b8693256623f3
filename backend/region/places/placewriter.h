// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/import/regionsink.h"
#include "backend/region/places/gathered.h"

namespace Doorstep::Places {

/// Writes the place_ tables of placetables.h, which must be there and empty.
[[nodiscard]] Result<> writePlaces(Sqlite::Database &database, Gathered gathered, const Progress &progress);

} // namespace Doorstep::Places
