// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/pastdecisions.h"

#include "models/verbs/verb.h"
#include "models/wire/verbwire.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

template <typename T>
QVariant valueOf(const std::optional<T> &value)
{
    if (!value)
        return {};
    if constexpr (std::is_same_v<T, Whereabouts>)
        return QVariant::fromValue(value->where);
    else
        return QVariant::fromValue(*value);
}

/// Says what a verb changed.
class Teller
{
public:
    explicit Teller(PastDecision &entry)
        : m_entry(entry)
    {
    }

    void operator()(const ArrangeRoutes &verb)
    {
        for (const auto &[route, was, stops] : verb.routes)
            put(u"stops"_s, Subject::of(route), QVariant::fromValue(was), QVariant::fromValue(stops));
    }
    void operator()(const EditStop &verb)
    {
        m_of = Subject::of(verb.stop);
        add(u"address"_s, verb.was.address, verb.set.address);
        add(u"where"_s, verb.was.whereabouts, verb.set.whereabouts);
        add(u"entrance"_s, verb.was.entrance, verb.set.entrance);
        add(u"window"_s, verb.was.window, verb.set.window);
        add(u"method"_s, verb.was.method, verb.set.method);
        add(u"service_s"_s, verb.was.serviceTime, verb.set.serviceTime);
        add(u"customer"_s, verb.was.customer, verb.set.customer);
        add(u"phone"_s, verb.was.phone, verb.set.phone);
        add(u"instructions"_s, verb.was.instructions, verb.set.instructions);
        add(u"gate_code"_s, verb.was.gateCode, verb.set.gateCode);
        add(u"preferences"_s, verb.was.preferences, verb.set.preferences);
    }
    void operator()(const RestoreStop &verb)
    {
        m_of = Subject::of(verb.stop);
        if (verb.was.status != verb.to.status)
            put(u"status"_s, m_of, QVariant::fromValue(verb.was.status), QVariant::fromValue(verb.to.status));
        if (verb.was.window != verb.to.window)
            put(u"window"_s, m_of, QVariant::fromValue(verb.was.window), QVariant::fromValue(verb.to.window));
    }
    void operator()(const CancelStop &verb) { m_entry.text = verb.reason; }
    void operator()(const ReattemptStop &) { }
    void operator()(const RescheduleStop &verb)
    {
        put(u"window"_s, Subject::of(verb.stop), QVariant::fromValue(verb.was), QVariant::fromValue(verb.window));
    }
    void operator()(const RecordVisit &verb)
    {
        m_entry.text = verb.note;
        put(u"status"_s, Subject::of(verb.stop), {}, QVariant::fromValue(verb.outcome));
        if (verb.outcome == Stop::Status::Failed)
            put(u"failure"_s, Subject::of(verb.stop), {}, QVariant::fromValue(verb.failure));
    }
    void operator()(const PinStop &verb) { put(u"pinned"_s, Subject::of(verb.stop), {}, verb.pinned); }
    void operator()(const HoldStop &verb) { put(u"held"_s, Subject::of(verb.stop), {}, verb.held); }
    void operator()(const SetDuty &verb)
    {
        put(u"duty"_s, Subject::of(verb.driver), QVariant::fromValue(verb.was), QVariant::fromValue(verb.duty));
    }
    void operator()(const AskPosition &verb) { put(u"position_asked_at"_s, Subject::of(verb.driver), {}, verb.at); }
    void operator()(const AddNote &verb) { m_entry.text = verb.text; }
    void operator()(const RemoveNote &) { }
    void operator()(const AssignException &verb)
    {
        put(u"owner"_s, Subject::of(verb.exception), QVariant::fromValue(verb.was), QVariant::fromValue(verb.owner));
    }
    void operator()(const SnoozeException &verb) { put(u"until"_s, Subject::of(verb.exception), {}, verb.until); }
    void operator()(const EscalateException &verb)
    {
        m_entry.text = verb.reason;
        put(u"escalated"_s, Subject::of(verb.exception), {}, verb.escalation == Exception::Escalation::Raised);
    }
    void operator()(const MergeException &verb)
    {
        put(u"merged_into"_s, Subject::of(verb.exception), QVariant::fromValue(verb.was),
            QVariant::fromValue(verb.into));
    }
    void operator()(const FollowException &verb) { put(u"followed"_s, Subject::of(verb.exception), {}, verb.followed); }
    void operator()(const ResolveException &verb)
    {
        m_entry.text = verb.resolution;
        put(u"closed"_s, Subject::of(verb.exception), {}, verb.status == Exception::Status::Closed);
    }
    void operator()(const DrawClosure &verb) { m_entry.text = verb.closure.name; }
    void operator()(const LiftClosure &) { }
    void operator()(const RecordCheckIn &verb)
    {
        put(u"check_in"_s, Subject::of(verb.stop), QVariant::fromValue(verb.was), QVariant::fromValue(verb.set));
    }
    void operator()(const TellCustomer &verb)
    {
        put(u"told"_s, Subject::of(verb.stop), {}, QVariant::fromValue(verb.promise.window));
    }
    void operator()(const RememberSite &verb) { m_entry.text = verb.address; }
    void operator()(const SetThresholds &verb)
    {
        for (const auto &row : thresholdRows()) {
            if (verb.was.own(row.threshold) != verb.set.own(row.threshold))
                put(row.word, {}, verb.was.value(row.threshold), verb.set.value(row.threshold));
        }
    }
    void operator()(const SetRates &verb)
    {
        for (const auto &row : rateRows()) {
            if (verb.was.*row.value != verb.set.*row.value)
                put(row.word, {}, verb.was.*row.value, verb.set.*row.value);
        }
    }

private:
    template <typename T>
    void add(const QString &name, const std::optional<T> &was, const std::optional<T> &now)
    {
        if (now)
            put(name, m_of, valueOf(was), valueOf(now));
    }
    void put(const QString &name, const Subject &of, const QVariant &was, const QVariant &now)
    {
        m_entry.changes.append({.name = name, .of = of, .was = was, .now = now});
    }

    PastDecision &m_entry;
    Subject m_of;
};

} // namespace

PastDecision pastDecisionOf(const AuditEntry &entry)
{
    PastDecision decision{.number = entry.number,
                          .at = entry.at,
                          .actor = entry.actor,
                          .action = entry.action,
                          .about = entry.about,
                          .changes = {},
                          .text = {}};
    if (const auto verb = Wire::verbFromJson(entry.action, entry.body))
        std::visit(Teller(decision), *verb);
    else if (entry.action == "attempt"_L1)
        decision.text = entry.body["note"_L1].toString();
    return decision;
}

} // namespace Doorstep
