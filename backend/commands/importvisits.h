// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/commands/importedvisits.h"
#include "backend/store/store.h"

namespace Doorstep {

struct ImportCounts
{
    qint64 written = 0; ///< New, changed or forgotten.
    qint64 known = 0; ///< As they were.
};

/// Keeps \a visits where `GET /v1/stops/S/history` finds them. All or nothing; the same again changes nothing. Refused:
/// a depot that does not exist.
drogon::Task<Result<ImportCounts>> importVisits(Store &store, std::vector<ImportedVisit> visits, UserId actor,
                                                QDateTime now);

} // namespace Doorstep
