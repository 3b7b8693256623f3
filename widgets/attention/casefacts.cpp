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

/// By whom it was, when and why; empty when nobody did.
QString CaseFacts::escalation(const Exception &exception, const Fleet &fleet, const DepotTime &time)
{
    if (exception.escalation != Exception::Escalation::Raised)
        return {};
    const auto by = nameOf(fleet.users().find(exception.escalatedBy));
    const auto at = time.clock(exception.escalatedAt);
    auto text = exception.escalatedBy.isValid() ? tr("at %1 by %2", "time, a person").arg(at, by)
                                                : tr("at %1, nobody took it in time", "time").arg(at);
    if (exception.escalationReason.isEmpty())
        return text;
    return tr("%1: %2", "when and by whom, why").arg(text, exception.escalationReason);
}

QString CaseFacts::followers(const Exception &exception, const Fleet &fleet)
{
    QStringList names;
    for (const auto &id : exception.followers)
        names << nameOf(fleet.users().find(id));
    names.removeAll(QString());
    return names.join(u", "_s);
}

/// Who takes care of it, or why nobody needs to; empty when somebody should.
QString CaseFacts::care(const Exception &exception, const Fleet &fleet, const DepotTime &time, const QDateTime &now)
{
    const bool isClosed = exception.status == Exception::Status::Closed && !exception.isCleared;
    if (isClosed && exception.resolution.isEmpty())
        return tr("closed");
    if (isClosed)
        return tr("closed: %1", "how a case was resolved").arg(exception.resolution);
    if (exception.snoozedUntil > now)
        return tr("put off until %1").arg(time.clock(exception.snoozedUntil));
    const auto owner = nameOf(fleet.users().find(exception.owner));
    return owner.isEmpty() ? owner : tr("%1 takes care of it", "a person").arg(owner);
}

QList<Facts::Line> CaseFacts::of(const Concern &concern, const Exception *exception, const Fleet &fleet,
                                 const DepotTime &time, const QDateTime &now)
{
    QList<Facts::Line> lines;
    const auto add = [&lines](const QString &label, const QString &value, bool warns = false) {
        if (!value.isEmpty())
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
    add(tr("Escalated"), escalation(*exception, fleet, time), true);
    add(tr("Followed by"), followers(*exception, fleet));
    add(tr("Care"), care(*exception, fleet, time, now));
    return lines;
}

} // namespace Doorstep
