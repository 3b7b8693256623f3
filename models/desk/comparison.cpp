// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/desk/comparison.h"

#include "models/sync/batchbuilder.h"
#include "models/verbs/verb.h"

#include <limits>

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

template <typename T>
const T *find(const QList<T> &things, const KeyOf<T> &key)
{
    const auto found = std::ranges::find(things, key, [](const T &thing) { return keyOf(thing); });
    return found == things.cend() ? nullptr : &*found;
}

/// Writes down what a verb and the backend's present state see differently.
class Comparison
{
public:
    Comparison(const Batch &theirs, Setback &setback)
        : m_theirs(theirs)
        , m_setback(setback)
    {
    }

    void operator()(const EditStop &verb)
    {
        m_setback.about = Subject::of(verb.stop);
        const auto *stop = find(m_theirs.stops.written, verb.stop);
        const auto theirs = stop == nullptr ? StopDetails() : detailsOf(*stop, verb.set);
        add(u"address"_s, verb.was.address, verb.set.address, theirs.address);
        add(u"where"_s, verb.was.whereabouts, verb.set.whereabouts, theirs.whereabouts);
        add(u"entrance"_s, verb.was.entrance, verb.set.entrance, theirs.entrance);
        add(u"window"_s, verb.was.window, verb.set.window, theirs.window);
        add(u"method"_s, verb.was.method, verb.set.method, theirs.method);
        add(u"service_s"_s, verb.was.serviceTime, verb.set.serviceTime, theirs.serviceTime);
        add(u"customer"_s, verb.was.customer, verb.set.customer, theirs.customer);
        add(u"phone"_s, verb.was.phone, verb.set.phone, theirs.phone);
        add(u"instructions"_s, verb.was.instructions, verb.set.instructions, theirs.instructions);
        add(u"gate_code"_s, verb.was.gateCode, verb.set.gateCode, theirs.gateCode);
        add(u"preferences"_s, verb.was.preferences, verb.set.preferences, theirs.preferences);
    }

    void operator()(const ArrangeRoutes &verb)
    {
        for (const auto &arrangement : verb.routes) {
            const auto about = Subject::of(arrangement.route);
            if (m_setback.about.id.isEmpty())
                m_setback.about = about;
            const auto *route = find(m_theirs.routes.written, arrangement.route);
            put(u"stops"_s, about, QVariant::fromValue(arrangement.was), QVariant::fromValue(arrangement.stops),
                route == nullptr ? QVariant() : QVariant::fromValue(route->stops));
        }
    }

    void operator()(const RescheduleStop &verb)
    {
        const auto *stop = aboutStop(verb.stop);
        put(u"window"_s, m_setback.about, QVariant::fromValue(verb.was), QVariant::fromValue(verb.window),
            stop == nullptr ? QVariant() : QVariant::fromValue(stop->window));
        if (m_setback.field == "status"_L1)
            putStatus(stop, Stop::Status::Planned);
    }

    void operator()(const CancelStop &verb) { putStatus(aboutStop(verb.stop), Stop::Status::Cancelled); }
    void operator()(const ReattemptStop &verb) { putStatus(aboutStop(verb.stop), Stop::Status::Planned); }
    void operator()(const RecordVisit &verb) { putStatus(aboutStop(verb.stop), verb.outcome); }
    void operator()(const RestoreStop &verb) { putStatus(aboutStop(verb.stop), verb.to.status, verb.was.status); }
    void operator()(const PinStop &verb) { (void)aboutStop(verb.stop); }
    void operator()(const HoldStop &verb) { (void)aboutStop(verb.stop); }

    void operator()(const SetDuty &verb)
    {
        m_setback.about = Subject::of(verb.driver);
        const auto *driver = find(m_theirs.drivers.written, verb.driver);
        put(u"duty"_s, m_setback.about, QVariant::fromValue(verb.was), QVariant::fromValue(verb.duty),
            driver == nullptr ? QVariant() : QVariant::fromValue(driver->duty));
    }

    void operator()(const AskPosition &verb) { m_setback.about = Subject::of(verb.driver); }
    void operator()(const AddNote &verb) { m_setback.about = verb.about; }
    void operator()(const RemoveNote &) { }

    void operator()(const AssignException &verb)
    {
        const auto *exception = aboutException(verb.exception);
        put(u"owner"_s, m_setback.about, QVariant::fromValue(verb.was), QVariant::fromValue(verb.owner),
            exception == nullptr ? QVariant() : QVariant::fromValue(exception->owner));
    }
    void operator()(const SnoozeException &verb) { (void)aboutException(verb.exception); }
    void operator()(const EscalateException &verb) { (void)aboutException(verb.exception); }
    void operator()(const FollowException &verb) { (void)aboutException(verb.exception); }
    void operator()(const MergeException &verb)
    {
        const auto *exception = aboutException(verb.exception);
        put(u"merged_into"_s, m_setback.about, QVariant::fromValue(verb.was), QVariant::fromValue(verb.into),
            exception == nullptr ? QVariant() : QVariant::fromValue(exception->mergedInto));
    }
    void operator()(const ResolveException &verb)
    {
        const auto *exception = aboutException(verb.exception);
        put(u"resolution"_s, m_setback.about, {}, verb.resolution,
            exception == nullptr ? QVariant() : QVariant(exception->resolution));
    }
    void operator()(const RememberSite &) { }
    void operator()(const SetThresholds &verb)
    {
        const auto *theirs = find(m_theirs.thresholds.written, verb.depot);
        for (const auto &row : thresholdRows()) {
            if (verb.was.own(row.threshold) == verb.set.own(row.threshold))
                continue;
            put(row.word, {}, verb.was.value(row.threshold), verb.set.value(row.threshold),
                theirs == nullptr ? QVariant() : QVariant(theirs->values.value(row.threshold)));
        }
    }

    void operator()(const SetRates &verb)
    {
        const auto *theirs = find(m_theirs.rates.written, verb.depot);
        for (const auto &row : rateRows()) {
            if (verb.was.*row.value == verb.set.*row.value)
                continue;
            put(row.word, {}, verb.was.*row.value, verb.set.*row.value,
                theirs == nullptr ? QVariant() : QVariant(theirs->rates.*row.value));
        }
    }

    void operator()(const DrawClosure &verb)
    {
        m_setback.about = Subject::of(verb.closure.id);
        const auto *theirs = find(m_theirs.closures.written, verb.closure.id);
        const auto &was = verb.was.value_or(Closure());
        const auto compare = [&](const QString &name, auto member) {
            if (verb.closure.*member == was.*member)
                return;
            put(name, m_setback.about, QVariant::fromValue(was.*member), QVariant::fromValue(verb.closure.*member),
                theirs == nullptr ? QVariant() : QVariant::fromValue(theirs->*member));
        };
        compare(u"name"_s, &Closure::name);
        compare(u"from"_s, &Closure::from);
        compare(u"to"_s, &Closure::to);
        compare(u"note"_s, &Closure::note);
    }
    void operator()(const LiftClosure &verb) { m_setback.about = Subject::of(verb.closure); }
    void operator()(const RecordCheckIn &verb)
    {
        const auto *stop = aboutStop(verb.stop);
        put(u"check_in"_s, m_setback.about, QVariant::fromValue(verb.was), QVariant::fromValue(verb.set),
            stop == nullptr ? QVariant() : QVariant::fromValue(stop->checkIn));
    }
    void operator()(const TellCustomer &verb) { (void)aboutStop(verb.stop); }

private:
    const Stop *aboutStop(const StopId &stop)
    {
        m_setback.about = Subject::of(stop);
        return find(m_theirs.stops.written, stop);
    }
    const Exception *aboutException(const ExceptionId &exception)
    {
        m_setback.about = Subject::of(exception);
        return find(m_theirs.exceptions.written, exception);
    }
    void putStatus(const Stop *theirs, Stop::Status mine, std::optional<Stop::Status> was = {})
    {
        put(u"status"_s, m_setback.about, valueOf(was), QVariant::fromValue(mine),
            theirs == nullptr ? QVariant() : QVariant::fromValue(theirs->status));
        m_setback.fields.last().isDisputed = true;
    }
    template <typename T>
    void add(const QString &name, const std::optional<T> &was, const std::optional<T> &mine,
             const std::optional<T> &theirs)
    {
        if (mine)
            put(name, m_setback.about, valueOf(was), valueOf(mine), valueOf(theirs));
    }
    void put(const QString &name, const Subject &of, const QVariant &was, const QVariant &mine, const QVariant &theirs)
    {
        m_setback.fields.append({.name = name,
                                 .of = of,
                                 .was = was,
                                 .mine = mine,
                                 .theirs = theirs,
                                 .isDisputed = theirs.isValid() && theirs != was && theirs != mine});
    }

    const Batch &m_theirs;
    Setback &m_setback;
};

} // namespace

Setback setbackOf(const OutboxCommand &command)
{
    Setback setback{.id = command.id, .text = command.text};
    const auto verdict = command.verdict.value_or(Verdict());
    setback.kind = verdict.kind == Verdict::Kind::Conflict ? Setback::Kind::Conflict : Setback::Kind::Rejected;
    setback.code = verdict.code;
    setback.field = verdict.field;
    setback.detail = verdict.detail;
    if (!command.command)
        return setback;
    setback.at = command.command->at;
    BatchBuilder builder;
    for (const auto &document : verdict.current)
        builder.add(document);
    const auto theirs = builder.take(std::numeric_limits<qsizetype>::max());
    std::visit(Comparison(theirs, setback), command.command->verb);
    if (setback.kind == Setback::Kind::Rejected)
        setback.fields.clear();
    return setback;
}

} // namespace Doorstep
