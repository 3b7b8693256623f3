// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/verbs/cases.h"

using namespace Qt::StringLiterals;

namespace Doorstep {
Decision AssignException::on(const Scene &scene, const Actor &) const
{
    auto after = caseOf(scene, exception, occasion);
    if (after.status == Exception::Status::Closed)
        return rejected("exception_closed"_L1, u"this exception is closed"_s);
    if (after.owner != was && after.owner != owner)
        return conflicting("field_changed"_L1, u"somebody else took it first"_s, "owner"_L1);
    after.owner = owner;
    return caseChanged(scene, after);
}

AssignException AssignException::inverse(const Scene &, const Actor &) const
{
    return {.exception = exception, .occasion = occasion, .was = owner, .owner = was};
}

Decision SnoozeException::on(const Scene &scene, const Actor &) const
{
    auto after = caseOf(scene, exception, occasion);
    if (after.status == Exception::Status::Closed)
        return rejected("exception_closed"_L1, u"this exception is closed"_s);
    after.snoozedUntil = until;
    return caseChanged(scene, after);
}

SnoozeException SnoozeException::inverse(const Scene &before, const Actor &) const
{
    return {.exception = exception, .occasion = occasion, .until = caseOf(before, exception, occasion).snoozedUntil};
}

Decision ResolveException::on(const Scene &scene, const Actor &) const
{
    auto after = caseOf(scene, exception, occasion);
    if (status == Exception::Status::Closed && after.status == Exception::Status::Closed
        && after.resolution != resolution)
        return conflicting("field_changed"_L1, u"somebody closed it otherwise first"_s, "resolution"_L1);
    after.status = status;
    after.resolution = status == Exception::Status::Closed ? resolution : QString();
    after.isCleared = false; // from now on it is as a person said
    return caseChanged(scene, after);
}

ResolveException ResolveException::inverse(const Scene &before, const Actor &) const
{
    const auto was = caseOf(before, exception, occasion);
    return {.exception = exception, .occasion = occasion, .status = was.status, .resolution = was.resolution};
}

} // namespace Doorstep
