// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/store/store.h"
#include "models/domain/stop.h"
#include "models/domain/user.h"

#include <QJsonObject>

namespace Doorstep {

/// How a visit ended.
struct Attempt
{
    StopId stop;
    Stop::Status outcome = Stop::Status::Delivered; ///< Delivered or Failed.
    Stop::Failure failure = Stop::Failure::None;
    QString note;
    QDateTime at;
    QGeoCoordinate where; ///< Invalid when the phone did not know.

    bool operator==(const Attempt &) const = default;
};

/// The body of `POST /v1/stops/S/attempts`. Malformed, naming the key; `at` more than two minutes ahead of \a now is.
[[nodiscard]] Result<Attempt> attemptFromJson(const StopId &stop, const QJsonObject &json, const QDateTime &now);

/// Ends the visit and answers the stop's body. The same outcome again changes nothing.
/// NotFound; Forbidden for a driver whose route it is not; Conflict when it ended otherwise or was cancelled.
drogon::Task<Result<QByteArray>> recordAttempt(Store &store, Attempt attempt, User caller, QDateTime now);

} // namespace Doorstep
