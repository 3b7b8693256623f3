// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/exception.h"

namespace Doorstep::Cases {

/// What a watcher sees wrong with one thing right now. Times are UTC.
struct Trouble
{
    QString instance; ///< See exceptionIdOf(): another one is another case.
    Exception::Severity severity = Exception::Severity::Medium;
    QDateTime dueAt; ///< When it becomes too late to act; invalid when nobody can say.
    QString detail; ///< See Exception::detail.
    std::chrono::seconds lateBy{0};
    int chancePercent = 0;
    QGeoCoordinate where; ///< See Exception::where.
    int awayMeters = 0;

    bool operator==(const Trouble &) const = default;
};

} // namespace Doorstep::Cases
