// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/attention/historywords.h"

#include "widgets/conflicts/valuewords.h"

#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

QVariant valueOf(const PastDecision &decision, const QString &name)
{
    const auto found = std::ranges::find(decision.changes, name, &PastDecision::Change::name);
    return found == decision.changes.cend() ? QVariant() : found->now;
}

} // namespace

QString HistoryWords::withReason(const QString &what, const QString &reason)
{
    return reason.trimmed().isEmpty() ? what : tr("%1: “%2”", "what was done, why").arg(what, reason.simplified());
}

QString HistoryWords::change(const PastDecision::Change &change, const ValueWords &words)
{
    const auto field = ValueWords::field(change.name);
    return change.was.isValid()
        ? tr("%1: %2 → %3", "field, before, after").arg(field, words.value(change.was), words.value(change.now))
        : tr("%1: %2", "field, value").arg(field, words.value(change.now));
}

QString HistoryWords::arrangement(const PastDecision &decision, const ValueWords &words)
{
    QStringList lines;
    for (const auto &change : decision.changes) {
        const auto was = change.was.value<QList<StopId>>();
        const auto now = change.now.value<QList<StopId>>();
        const QSet<StopId> before(was.cbegin(), was.cend());
        const QSet<StopId> after(now.cbegin(), now.cend());
        const auto route = words.about(change.of);
        const auto added = static_cast<int>((after - before).size());
        const auto removed = static_cast<int>((before - after).size());
        if (added > 0)
            lines.append(tr("Gave %n stop(s) to %1", nullptr, added).arg(route));
        if (removed > 0)
            lines.append(tr("Took %n stop(s) off %1", nullptr, removed).arg(route));
        if (added == 0 && removed == 0)
            lines.append(tr("Put %1 in another order").arg(route));
    }
    return lines.join(u'\n');
}

QString HistoryWords::sentence(const PastDecision &decision, const ValueWords &words)
{
    const auto &action = decision.action;
    if (action == "arrange_routes"_L1 && !decision.changes.isEmpty())
        return arrangement(decision, words);
    if (action == "cancel_stop"_L1)
        return withReason(tr("Called the delivery off"), decision.text);
    if (action == "reattempt_stop"_L1)
        return tr("Opened it for another try");
    if (action == "record_visit"_L1) {
        const auto failure = valueOf(decision, u"failure"_s);
        const auto what = failure.isValid() ? tr("Recorded a failed visit, %1").arg(words.value(failure))
                                            : tr("Recorded the delivery");
        return withReason(what, decision.text);
    }
    if (action == "pin_stop"_L1)
        return valueOf(decision, u"pinned"_s).toBool() ? tr("Pinned it to its route") : tr("Unpinned it");
    if (action == "hold_stop"_L1)
        return valueOf(decision, u"held"_s).toBool() ? tr("Held it") : tr("Released it");
    if (action == "set_duty"_L1)
        return tr("Noted that the driver is %1").arg(words.value(valueOf(decision, u"duty"_s)));
    if (action == "ask_position"_L1)
        return valueOf(decision, u"position_asked_at"_s).toDateTime().isValid() ? tr("Asked the phone where it is")
                                                                                : tr("Asks the phone no more");
    if (action == "add_note"_L1)
        return withReason(tr("Noted"), decision.text);
    if (action == "remove_note"_L1)
        return tr("Removed a note");
    if (action == "assign_exception"_L1) {
        const auto owner = valueOf(decision, u"owner"_s).value<UserId>();
        return !owner.isValid()       ? tr("Let the case go")
            : owner == decision.actor ? tr("Took the case")
                                      : tr("Gave the case to %1").arg(words.person(owner));
    }
    if (action == "snooze_exception"_L1) {
        const auto until = valueOf(decision, u"until"_s).toDateTime();
        return until.isValid() ? tr("Put the case off until %1").arg(words.value(until)) : tr("Woke the case");
    }
    if (action == "escalate_exception"_L1)
        return valueOf(decision, u"escalated"_s).toBool() ? withReason(tr("Escalated the case"), decision.text)
                                                          : tr("Took the escalation back");
    if (action == "merge_exception"_L1) {
        const auto into = valueOf(decision, u"merged_into"_s).value<ExceptionId>();
        return into.isValid() ? tr("Made it a part of the case about %1").arg(words.about(Subject::of(into)))
                              : tr("Made it a case of its own again");
    }
    if (action == "follow_exception"_L1)
        return valueOf(decision, u"followed"_s).toBool() ? tr("Follows the case") : tr("Follows the case no longer");
    if (action == "resolve_exception"_L1)
        return valueOf(decision, u"closed"_s).toBool() ? withReason(tr("Closed the case"), decision.text)
                                                       : tr("Opened the case again");
    if (action == "remember_site"_L1)
        return withReason(tr("Changed what is remembered of an address"), decision.text);
    if (action == "set_thresholds"_L1)
        return tr("Changed from when on something is a case");
    if (action == "attempt"_L1)
        return withReason(tr("The driver ended the visit"), decision.text);
    if (action == "plan"_L1)
        return tr("Put the plan of the day");
    if (action == "orders"_L1)
        return tr("Sent orders");
    if (action == "user"_L1)
        return tr("Made or changed a person");
    if (action == "disable_user"_L1)
        return tr("Shut a person out");
    QStringList lines;
    for (const auto &one : decision.changes)
        lines.append(change(one, words));
    if (action == "restore_stop"_L1)
        lines.prepend(tr("Took back what was done"));
    return lines.isEmpty() ? tr("Did something this console has no words for (%1)").arg(action) : lines.join(u'\n');
}

} // namespace Doorstep
