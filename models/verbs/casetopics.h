// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/verbs/occasion.h"

namespace Doorstep {

/// Raises a case to the supervisors, lowers it again, or (None) as if nobody ever had.
///
/// Who: dispatcher, support, supervisor, admin. Conflict: none; two who raise it raise it once, and the first stays.
/// What a person lowered the backend does not raise by itself. Inverse: as it was.
struct EscalateException
{
    static constexpr QLatin1StringView word{"escalate_exception"};

    ExceptionId exception;
    Occasion occasion;
    Exception::Escalation escalation = Exception::Escalation::Raised;
    QString reason; ///< Of raising it; may be empty.

    [[nodiscard]] Decision on(const Scene &scene, const Actor &actor) const;
    [[nodiscard]] EscalateException inverse(const Scene &before, const Actor &actor) const;
    void name(Cast &cast) const { cast.exceptions.append(exception); }

    bool operator==(const EscalateException &) const = default;
};

/// Makes a case a part of another, which is then worked on for both, or (into invalid) one of its own again.
///
/// Who: dispatcher, support, supervisor, admin. Rejected into itself, a closed case, or one that is a part itself: that
/// would be a circle sooner or later. Conflict: somebody made it a part of another first. Inverse: what it was.
struct MergeException
{
    static constexpr QLatin1StringView word{"merge_exception"};

    ExceptionId exception;
    Occasion occasion;
    ExceptionId was;
    ExceptionId into;
    Occasion whole; ///< What `into` is.

    [[nodiscard]] Decision on(const Scene &scene, const Actor &actor) const;
    [[nodiscard]] MergeException inverse(const Scene &before, const Actor &actor) const;
    void name(Cast &cast) const;

    bool operator==(const MergeException &) const = default;
};

/// Follows a case: who decides so finds it among theirs although somebody else works on it. Or no longer.
///
/// Who: dispatcher, support, supervisor, admin, for themselves only. Conflict: none. Inverse: the other way.
struct FollowException
{
    static constexpr QLatin1StringView word{"follow_exception"};
    static constexpr qsizetype most = 100; ///< Followers of one case.

    ExceptionId exception;
    Occasion occasion;
    bool followed = true;

    [[nodiscard]] Decision on(const Scene &scene, const Actor &actor) const;
    [[nodiscard]] FollowException inverse(const Scene &before, const Actor &actor) const;
    void name(Cast &cast) const { cast.exceptions.append(exception); }

    bool operator==(const FollowException &) const = default;
};

} // namespace Doorstep
