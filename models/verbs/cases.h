// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/verbs/occasion.h"

namespace Doorstep {

/// Takes an exception, gives it to somebody, or (owner invalid) lets it go.
///
/// Who: dispatcher, support, supervisor, admin. Conflict: it has another owner than was seen. Inverse: the owner
/// before.
struct AssignException
{
    static constexpr QLatin1StringView word{"assign_exception"};

    ExceptionId exception;
    Occasion occasion;
    UserId was;
    UserId owner;

    [[nodiscard]] Decision on(const Scene &scene, const Actor &actor) const;
    [[nodiscard]] AssignException inverse(const Scene &before, const Actor &actor) const;
    void name(Cast &cast) const { cast.exceptions.append(exception); }

    bool operator==(const AssignException &) const = default;
};

/// Puts an exception off until a time, or (until invalid) wakes it.
///
/// Who: dispatcher, support, supervisor, admin. Conflict: none, the last one wins. Inverse: the time before.
struct SnoozeException
{
    static constexpr QLatin1StringView word{"snooze_exception"};

    ExceptionId exception;
    Occasion occasion;
    QDateTime until;

    [[nodiscard]] Decision on(const Scene &scene, const Actor &actor) const;
    [[nodiscard]] SnoozeException inverse(const Scene &before, const Actor &actor) const;
    void name(Cast &cast) const { cast.exceptions.append(exception); }

    bool operator==(const SnoozeException &) const = default;
};

/// Closes an exception with its resolution, or opens it again.
///
/// Who: dispatcher, support, supervisor, admin. Conflict: somebody closed it with another resolution. Inverse: the
/// other way.
struct ResolveException
{
    static constexpr QLatin1StringView word{"resolve_exception"};

    ExceptionId exception;
    Occasion occasion;
    Exception::Status status = Exception::Status::Closed;
    QString resolution;

    [[nodiscard]] Decision on(const Scene &scene, const Actor &actor) const;
    [[nodiscard]] ResolveException inverse(const Scene &before, const Actor &actor) const;
    void name(Cast &cast) const { cast.exceptions.append(exception); }

    bool operator==(const ResolveException &) const = default;
};

} // namespace Doorstep
