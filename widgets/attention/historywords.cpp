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

QString HistoryWords::plain(const QString &action)
{
    static const QHash<QString, const char *> sentences{
        {u"reattempt_stop"_s, QT_TR_NOOP("Opened it for another try")},
        {u"remove_note"_s, QT_TR_NOOP("Removed a note")},
        {u"set_thresholds"_s, QT_TR_NOOP("Changed from when on something is a case")},
        {u"set_rates"_s, QT_TR_NOOP("Changed what delivering costs")},
        {u"plan"_s, QT_TR_NOOP("Put the plan of the day")},
        {u"orders"_s, QT_TR_NOOP("Sent orders")},
        {u"user"_s, QT_TR_NOOP("Made or changed a person")},
        {u"disable_user"_s, QT_TR_NOOP("Shut a person out")},
    };
    const auto *sentence = sentences.value(action);
    return sentence == nullptr ? QString() : tr(sentence);
}

QString HistoryWords::reasoned(const PastDecision &decision)
{
    static const QHash<QString, const char *> sentences{
        {u"cancel_stop"_s, QT_TR_NOOP("Called the delivery off")},
        {u"add_note"_s, QT_TR_NOOP("Noted")},
        {u"remember_site"_s, QT_TR_NOOP("Changed what is remembered of an address")},
        {u"attempt"_s, QT_TR_NOOP("The driver ended the visit")},
    };
    const auto *sentence = sentences.value(decision.action);
    return sentence == nullptr ? QString() : withReason(tr(sentence), decision.text);
}

QString HistoryWords::either(const PastDecision &decision)
{
    struct Either
    {
        QString field;
        const char *yes;
        const char *no;
    };
    static const QHash<QString, Either> sentences{
        {u"pin_stop"_s,
         {.field = u"pinned"_s, .yes = QT_TR_NOOP("Pinned it to its route"), .no = QT_TR_NOOP("Unpinned it")}},
        {u"hold_stop"_s, {.field = u"held"_s, .yes = QT_TR_NOOP("Held it"), .no = QT_TR_NOOP("Released it")}},
        {u"ask_position"_s,
         {.field = u"position_asked_at"_s,
          .yes = QT_TR_NOOP("Asked the phone where it is"),
          .no = QT_TR_NOOP("Asks the phone no more")}},
        {u"escalate_exception"_s,
         {.field = u"escalated"_s,
          .yes = QT_TR_NOOP("Escalated the case"),
          .no = QT_TR_NOOP("Took the escalation back")}},
        {u"follow_exception"_s,
         {.field = u"followed"_s,
          .yes = QT_TR_NOOP("Follows the case"),
          .no = QT_TR_NOOP("Follows the case no longer")}},
        {u"resolve_exception"_s,
         {.field = u"closed"_s, .yes = QT_TR_NOOP("Closed the case"), .no = QT_TR_NOOP("Opened the case again")}},
    };
    const auto found = sentences.constFind(decision.action);
    if (found == sentences.cend())
        return {};
    const auto value = valueOf(decision, found->field);
    const bool isSo = value.typeId() == QMetaType::QDateTime ? value.toDateTime().isValid() : value.toBool();
    return isSo ? withReason(tr(found->yes), decision.text) : tr(found->no);
}

QString HistoryWords::particular(const PastDecision &decision, const ValueWords &words)
{
    const auto &action = decision.action;
    if (action == "record_visit"_L1) {
        const auto failure = valueOf(decision, u"failure"_s);
        const auto what = failure.isValid() ? tr("Recorded a failed visit, %1").arg(words.value(failure))
                                            : tr("Recorded the delivery");
        return withReason(what, decision.text);
    }
    if (action == "set_duty"_L1)
        return tr("Noted that the driver is %1").arg(words.value(valueOf(decision, u"duty"_s)));
    if (action == "assign_exception"_L1) {
        const auto owner = valueOf(decision, u"owner"_s).value<UserId>();
        if (!owner.isValid())
            return tr("Let the case go");
        return owner == decision.actor ? tr("Took the case") : tr("Gave the case to %1").arg(words.person(owner));
    }
    if (action == "snooze_exception"_L1) {
        const auto until = valueOf(decision, u"until"_s).toDateTime();
        return until.isValid() ? tr("Put the case off until %1").arg(words.value(until)) : tr("Woke the case");
    }
    if (action == "merge_exception"_L1) {
        const auto into = valueOf(decision, u"merged_into"_s).value<ExceptionId>();
        return into.isValid() ? tr("Made it a part of the case about %1").arg(words.about(Subject::of(into)))
                              : tr("Made it a case of its own again");
    }
    return {};
}

QString HistoryWords::sentence(const PastDecision &decision, const ValueWords &words)
{
    if (decision.action == "arrange_routes"_L1 && !decision.changes.isEmpty())
        return arrangement(decision, words);
    for (const auto &sentence :
         {plain(decision.action), reasoned(decision), either(decision), particular(decision, words)}) {
        if (!sentence.isEmpty())
            return sentence;
    }
    QStringList lines;
    for (const auto &one : decision.changes)
        lines.append(change(one, words));
    if (decision.action == "restore_stop"_L1)
        lines.prepend(tr("Took back what was done"));
    return lines.isEmpty() ? tr("Did something this console has no words for (%1)").arg(decision.action)
                           : lines.join(u'\n');
}

} // namespace Doorstep
