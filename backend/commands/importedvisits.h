// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"
#include "models/domain/result.h"

#include <QDateTime>
#include <QJsonObject>

#include <string_view>
#include <vector>

namespace Doorstep {

/// A visit of before Doorstep, as somebody's older system tells it.
struct ImportedVisit
{
    DepotId depot;
    QString id; ///< Made of depot, reference and time: the same visit is the same document.
    QJsonObject body; ///< With the keys that a visited stop has; empty: it is to be forgotten.
};

/// The body of `POST /v1/visits`: a visit a line, at most 5,000. Of lines that tell of the same visit the last counts;
/// empty lines do not. Malformed, naming line and key.
[[nodiscard]] Result<std::vector<ImportedVisit>> importedVisitsFrom(std::string_view lines, const QDateTime &now);

} // namespace Doorstep
