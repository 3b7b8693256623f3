// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/attention/casefacts.h"

#include "models/store/concerns.h"
#include "models/store/fleet.h"
#include "widgets/attention/casekinds.h"
#include "widgets/parts/durationtext.h"

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

QString nameOf(const User *user)
{
    if (user == nullptr)
        return {};
    return user->fullName.isEmpty() ? user->name : user->fullName;
}

} // namespace

QList<Facts::Line> CaseFacts::of(const Concern &concern, const Exception *exception, const Fleet &fleet,
                                 const DepotTime &time, const QDateTime &now)
{
    QList<Facts::Line> lines;
    const auto add = [&lines](const QString &label, const QString &value, bool warns = false) {
        lines.append({.label = label, .value = value, .warns = warns, .where = {}});
    };
    if (concern.kind == Concern::Kind::Reported && exception != nullptr)
        add(tr("Case"), CaseKinds::title(*exception), exception->severity == Exception::Severity::High);
    if (exception != nullptr && exception->openedAt.isValid())
        add(tr("Seen at", "when a case was opened, time"), time.clock(exception->openedAt));
    if (concern.dueAt.isValid() && concern.dueAt > now) {
        const auto left = DurationText::length(std::chrono::seconds(now.secsTo(concern.dueAt)));
        add(tr("Too late at"), tr("%1, in %2", "time of day, a length of time").arg(time.clock(concern.dueAt), left));
    }
    if (exception == nullptr)
        return lines;
    if (exception->escalation == Exception::Escalation::Raised) {
        const auto by = nameOf(fleet.users().find(exception->escalatedBy));
        const auto at = time.clock(exception->escalatedAt);
        const auto text = exception->escalatedBy.isValid() ? tr("at %1 by %2", "time, a person").arg(at, by)
                                                           : tr("at %1, nobody took it in time", "time").arg(at);
        add(tr("Escalated"),
            exception->escalationReason.isEmpty()
                ? text
                : tr("%1: %2", "when and by whom, why").arg(text, exception->escalationReason),
            true);
    }
    QStringList followers;
    for (const auto &id : exception->followers)
        followers << nameOf(fleet.users().find(id));
    followers.removeAll(QString());
    if (!followers.isEmpty())
        add(tr("Followed by"), followers.join(u", "_s));
    const auto owner = nameOf(fleet.users().find(exception->owner));
    const bool isClosed = exception->status == Exception::Status::Closed && !exception->isCleared;
    if (isClosed && exception->resolution.isEmpty())
        add(tr("Care"), tr("closed"));
    else if (isClosed)
        add(tr("Care"), tr("closed: %1", "how a case was resolved").arg(exception->resolution));
    else if (exception->snoozedUntil > now)
        add(tr("Care"), tr("put off until %1").arg(time.clock(exception->snoozedUntil)));
    else if (!owner.isEmpty())
        add(tr("Care"), tr("%1 takes care of it", "a person").arg(owner));
    return lines;
}

} // namespace Doorstep
