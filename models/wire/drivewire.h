// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/drive.h"
#include "models/domain/id.h"
#include "models/domain/result.h"

#include <QJsonObject>
#include <QList>

namespace Doorstep::Wire {

/// What `POST /v1/drives` is asked: the roads of each drive, around what is closed for a depot in the next hours.
struct DrivesQuestion
{
    static constexpr qsizetype most = 1'000;

    DepotId depot;
    QList<Drive> drives;

    bool operator==(const DrivesQuestion &) const = default;
};

/// The lines along the roads, in the order of the question; one is empty where no road leads.
using DriveLines = QList<QList<QGeoCoordinate>>;

[[nodiscard]] QJsonObject toJson(const DrivesQuestion &question);
/// Fails with Malformed and names the key.
[[nodiscard]] Result<DrivesQuestion> drivesQuestionFromJson(const QJsonObject &json);

[[nodiscard]] QJsonObject driveLinesJson(const DriveLines &lines);
/// Fails with Malformed and names the key.
[[nodiscard]] Result<DriveLines> driveLinesFromJson(const QJsonObject &json);

} // namespace Doorstep::Wire
