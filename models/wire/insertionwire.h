// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/insertion.h"
#include "models/domain/result.h"
#include "models/domain/slot.h"

#include <QJsonObject>

namespace Doorstep::Wire {

/// The answer of `GET /v1/stops/S/insertions`: the best place of each route that comes into question, the best first.
struct InsertionsAnswer
{
    StopId stop;
    QDateTime computedAt;
    QList<Insertion> insertions;
    QList<Slot> offered = {}; ///< Windows of today that can be promised, the earliest first.

    bool operator==(const InsertionsAnswer &) const = default;
};

[[nodiscard]] QJsonObject toJson(const InsertionsAnswer &answer);
/// Fails with Malformed and names the key.
[[nodiscard]] Result<InsertionsAnswer> insertionsFromJson(const QJsonObject &json);

} // namespace Doorstep::Wire
