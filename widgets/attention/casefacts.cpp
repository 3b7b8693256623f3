// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/attention/casefacts.h"

#include "models/store/concerns.h"
#include "models/store/fleet.h"
#include "widgets/attention/casekinds.h"
#include "widgets/parts/durationtext.h"

namespace Doorstep {
namespace {

QString nameOf(const User *user)
{
    return user == nullptr ? QString() : user->fullName.isEmpty() ? user->name : user->fullName;
}

} // namespace

QList<Facts::Line> CaseFacts::of(const Concern &concern, const Exception *exception, const Fleet &fleet,
                                 const DepotTime &time, const QDateTime &now)
{
    QList<Facts::Line> lines;
    if (concern.kind == Concern::Kind::Reported && exception != nullptr)
        lines.append({tr("Case"), CaseKinds::title(*exception), exception->severity == Exception::Severity::High});
    if (exception != nullptr && exception->openedAt.isValid())
        lines.append({tr("Seen at", "when a case was opened, time"), time.clock(exception->openedAt)});
    if (concern.dueAt.isValid() && concern.dueAt > now)
        lines.append({tr("Too late at"),
                      tr("%1, in %2", "time of day, a length of time")
                          .arg(time.clock(concern.dueAt),
                               DurationText::length(std::chrono::seconds(now.secsTo(concern.dueAt))))});
    if (exception == nullptr)
        return lines;
    const auto owner = nameOf(fleet.users().find(exception->owner));
    const bool isClosed = exception->status == Exception::Status::Closed && !exception->isCleared;
    if (isClosed)
        lines.append({tr("Care"),
                      exception->resolution.isEmpty()
                          ? tr("closed")
                          : tr("closed: %1", "how a case was resolved").arg(exception->resolution)});
    else if (exception->snoozedUntil > now)
        lines.append({tr("Care"), tr("put off until %1").arg(time.clock(exception->snoozedUntil))});
    else if (!owner.isEmpty())
        lines.append({tr("Care"), tr("%1 takes care of it", "a person").arg(owner)});
    return lines;
}

} // namespace Doorstep
