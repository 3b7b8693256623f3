// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/desk/decisions.h"

#include "models/desk/plan.h"
#include "models/domain/uuid.h"
#include "models/store/proposalchanges.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace Doorstep::Decisions {
namespace {

template <typename T>
void compare(const T &before, const T &after, std::optional<T> &was, std::optional<T> &set)
{
    if (before == after)
        return;
    was = before;
    set = after;
}

/// What a plan has moved, and what of it can still go back.
class GivenStops
{
public:
    GivenStops(const Scene &scene, const ArrangeRoutes &done, const QSet<StopId> &next)
        : m_scene(scene)
        , m_next(next)
    {
        for (const auto &order : done.routes) {
            for (const auto &stop : order.was)
                m_given.insert(stop, m_given.value(stop));
            for (const auto &stop : order.stops)
                m_given.insert(stop, order.route);
        }
        // Who stayed, and in their order, has nowhere to go back to.
        for (const auto &order : done.routes) {
            auto was = order.was;
            auto stops = order.stops;
            was.removeIf([&](const StopId &stop) { return !order.stops.contains(stop); });
            stops.removeIf([&](const StopId &stop) { return !order.was.contains(stop); });
            for (const auto &stop : was == stops ? was : QList<StopId>())
                m_given.remove(stop);
        }
    }

    /// \a list, as it was before the plan as far as it can be.
    [[nodiscard]] QList<StopId> listBefore(const RouteOrder &order, QList<StopId> list) const
    {
        list.removeIf([this](const StopId &stop) { return canGo(stop); });
        for (const auto &stop : order.was) {
            if (!canGo(stop))
                continue;
            insertAsIn(list, stop, order.was);
            auto behind = list.size(); // what is done
            while (behind > 0 && !stays(list[behind - 1]))
                --behind;
            if (const auto at = list.indexOf(stop); at < behind)
                list.move(at, behind - 1);
        }
        return list;
    }

private:
    /// Who has been given away again since is none of ours.
    [[nodiscard]] bool canGo(const StopId &id) const
    {
        const auto *stop = m_scene.stop(id);
        return !stays(id) && m_given.contains(id) && stop->route == m_given.value(id) && !stop->pinned;
    }
    [[nodiscard]] bool stays(const StopId &id) const
    {
        const auto *stop = m_scene.stop(id);
        return stop == nullptr || stop->status != Stop::Status::Planned || m_next.contains(id);
    }

    const Scene &m_scene;
    const QSet<StopId> &m_next;
    QHash<StopId, RouteId> m_given; ///< To whom; an invalid one: to nobody.
};

} // namespace

QList<Verb> assign(const Scene &scene, const QList<StopId> &stops, const RouteId &route, qsizetype position)
{
    Plan plan(scene);
    if (!plan.insert(stops, route, position))
        return {};
    return plan.verbs();
}

QList<Verb> unassign(const Scene &scene, const QList<StopId> &stops)
{
    Plan plan(scene);
    plan.takeOut(stops);
    return plan.verbs();
}

QList<Verb> reorder(const Scene &scene, const RouteId &route, const QList<StopId> &order)
{
    const auto *known = scene.route(route);
    if (known == nullptr || known->stops == order)
        return {};
    return {ArrangeRoutes{.routes = {{.route = route, .was = known->stops, .stops = order}}}};
}

QList<Verb> giveBack(const Scene &scene, const ArrangeRoutes &done, const QSet<StopId> &next)
{
    const GivenStops given(scene, done, next);
    Plan plan(scene);
    for (const auto &order : done.routes) {
        const auto *route = scene.route(order.route);
        if (route != nullptr && route->status != Route::Status::Finished)
            plan.set(order.route, given.listBefore(order, route->stops));
    }
    return plan.verbs();
}

QList<Verb> pin(const StopId &stop, bool pinned)
{
    return {PinStop{.stop = stop, .pinned = pinned}};
}

QList<Verb> hold(const StopId &stop, bool held)
{
    return {HoldStop{.stop = stop, .held = held}};
}

QList<Verb> cancel(const StopId &stop, const QString &reason)
{
    return {CancelStop{.stop = stop, .reason = reason}};
}

QList<Verb> reattempt(const StopId &stop)
{
    return {ReattemptStop{.stop = stop}};
}

QList<Verb> tryOn(const Scene &scene, const QList<StopId> &stops, const RouteId &route, qsizetype position)
{
    QList<Verb> verbs;
    for (const auto &id : stops) {
        const auto *stop = scene.stop(id);
        if (stop == nullptr || stop->status != Stop::Status::Failed)
            continue;
        verbs.append(ReattemptStop{.stop = id});
        if (stop->pinned && stop->route != route)
            verbs.append(PinStop{.stop = id, .pinned = false});
    }
    return verbs + assign(scene, stops, route, position);
}

QList<Verb> tryBefore(const Scene &scene, const StopId &stop, const RouteId &route, const StopId &before)
{
    const auto *known = scene.route(route);
    if (known == nullptr)
        return {};
    const auto position = before.isValid() ? known->stops.indexOf(before) : -1;
    if (position < 0 && before.isValid())
        return {}; // somebody has moved that one since
    return tryOn(scene, {stop}, route, position);
}

QList<Verb> agreeOn(const Scene &scene, const StopId &stop, const Slot &slot)
{
    const auto *known = scene.stop(stop);
    const auto visit = tryBefore(scene, stop, slot.route, slot.before);
    const bool isThereAlready = known != nullptr && known->route == slot.route && known->isOpen();
    if (known == nullptr || (visit.isEmpty() && !isThereAlready))
        return {};
    return QList<Verb>{RescheduleStop{.stop = stop, .was = known->window, .window = slot.window}} + visit;
}

QList<Verb> reschedule(const Scene &scene, const StopId &stop, const TimeWindow &window, const QTimeZone &zone)
{
    const auto *known = scene.stop(stop);
    if (known == nullptr)
        return {};
    QList<Verb> verbs{RescheduleStop{.stop = stop, .was = known->window, .window = window}};
    const auto *route = known->route.isValid() ? scene.route(known->route) : nullptr;
    const auto begins = window.from.isValid() ? window.from : window.to;
    const bool isOver = route != nullptr && route->status == Route::Status::Finished; // nobody drives there again
    if (route == nullptr || (!isOver && (!begins.isValid() || !zone.isValid())))
        return verbs;
    if (!isOver && begins.toTimeZone(zone).date() == route->day)
        return verbs;
    if (known->pinned)
        verbs.append(PinStop{.stop = stop, .pinned = false});
    return verbs + unassign(scene, {stop});
}

QList<Verb> recordVisit(const StopId &stop, Stop::Status outcome, Stop::Failure failure, const QString &note,
                        const QDateTime &completedAt)
{
    return {
        RecordVisit{.stop = stop, .outcome = outcome, .failure = failure, .note = note, .completedAt = completedAt}};
}

QList<Verb> editStop(const Stop &before, const Stop &after)
{
    EditStop verb{.stop = before.id};
    compare(before.address, after.address, verb.was.address, verb.set.address);
    compare(Whereabouts{.where = before.where, .score = before.whereScore},
            Whereabouts{.where = after.where, .score = after.whereScore}, verb.was.whereabouts, verb.set.whereabouts);
    compare(before.entrance, after.entrance, verb.was.entrance, verb.set.entrance);
    compare(before.window, after.window, verb.was.window, verb.set.window);
    compare(before.method, after.method, verb.was.method, verb.set.method);
    compare(before.serviceTime, after.serviceTime, verb.was.serviceTime, verb.set.serviceTime);
    compare(before.customer, after.customer, verb.was.customer, verb.set.customer);
    compare(before.phone, after.phone, verb.was.phone, verb.set.phone);
    compare(before.instructions, after.instructions, verb.was.instructions, verb.set.instructions);
    compare(before.gateCode, after.gateCode, verb.was.gateCode, verb.set.gateCode);
    compare(before.preferences, after.preferences, verb.was.preferences, verb.set.preferences);
    if (verb.set == StopDetails())
        return {};
    return {verb};
}

QList<Verb> drawClosure(const Scene &scene, const Closure &closure)
{
    const auto *known = scene.closure(closure.id);
    return {DrawClosure{.was = known == nullptr ? std::optional<Closure>() : *known, .closure = closure}};
}

QList<Verb> liftClosure(const Scene &scene, const ClosureId &closure)
{
    const auto *known = scene.closure(closure);
    if (known == nullptr)
        return {};
    return {LiftClosure{.closure = closure, .depot = known->depot}};
}

QList<Verb> recordCheckIn(const Scene &scene, const StopId &stop, const CheckIn &checkIn)
{
    const auto *known = scene.stop(stop);
    return {RecordCheckIn{.stop = stop, .was = known == nullptr ? CheckIn() : known->checkIn, .set = checkIn}};
}

QList<Verb> tellCustomer(const StopId &stop, const Promise &promise)
{
    return {TellCustomer{.stop = stop, .promise = promise}};
}

QList<Verb> askPosition(const DriverId &driver, const QDateTime &now)
{
    return {AskPosition{.driver = driver, .at = now}};
}

QList<Verb> setDuty(const Scene &scene, const DriverId &driver, Driver::Duty duty)
{
    const auto *known = scene.driver(driver);
    return {SetDuty{.driver = driver, .was = known == nullptr ? Driver::Duty::Unknown : known->duty, .duty = duty}};
}

QList<Verb> addNote(const DepotId &depot, const Subject &about, const QString &text, const QDateTime &now)
{
    return {AddNote{.note = NoteId(newUuid(now)), .depot = depot, .about = about, .text = text}};
}

QList<Verb> removeNote(const NoteId &note)
{
    return {RemoveNote{.note = note}};
}

QList<Verb> remember(const Scene &scene, const DepotId &depot, const QString &address,
                     const std::optional<SiteFacts> &facts)
{
    RememberSite verb{.depot = depot, .address = address, .was = {}, .set = facts};
    if (const auto *known = scene.site(verb.site()))
        verb.was = known->facts;
    return verb.was == verb.set ? QList<Verb>() : QList<Verb>{verb};
}

QList<Verb> setThresholds(const DepotId &depot, const ThresholdValues &was, const ThresholdValues &values)
{
    // Only what changes is said, so that a backend need not know the others.
    SetThresholds verb{.depot = depot, .was = {}, .set = {}};
    for (const auto &row : thresholdRows()) {
        if (was.own(row.threshold) == values.own(row.threshold))
            continue;
        verb.was.set(row.threshold, was.own(row.threshold));
        verb.set.set(row.threshold, values.own(row.threshold));
    }
    return verb.was == verb.set ? QList<Verb>() : QList<Verb>{verb};
}

QList<Verb> setRates(const DepotId &depot, const Rates &was, const Rates &rates)
{
    return was == rates ? QList<Verb>() : QList<Verb>{SetRates{.depot = depot, .was = was, .set = rates}};
}

QList<Verb> take(const Scene &scene, const ExceptionId &exception, const Occasion &occasion, const UserId &owner)
{
    const auto *known = scene.exception(exception);
    return {AssignException{.exception = exception,
                            .occasion = occasion,
                            .was = known == nullptr ? UserId() : known->owner,
                            .owner = owner}};
}

QList<Verb> snooze(const ExceptionId &exception, const Occasion &occasion, const QDateTime &until)
{
    return {SnoozeException{.exception = exception, .occasion = occasion, .until = until}};
}

QList<Verb> close(const ExceptionId &exception, const Occasion &occasion, const QString &resolution)
{
    return {ResolveException{
        .exception = exception, .occasion = occasion, .status = Exception::Status::Closed, .resolution = resolution}};
}

QList<Verb> reopen(const ExceptionId &exception, const Occasion &occasion)
{
    return {ResolveException{.exception = exception, .occasion = occasion, .status = Exception::Status::Open}};
}

QList<Verb> escalate(const ExceptionId &exception, const Occasion &occasion, Exception::Escalation escalation,
                     const QString &reason)
{
    return {
        EscalateException{.exception = exception, .occasion = occasion, .escalation = escalation, .reason = reason}};
}

QList<Verb> merge(const Scene &scene, const ExceptionId &exception, const Occasion &occasion, const ExceptionId &into,
                  const Occasion &whole)
{
    const auto *known = scene.exception(exception);
    return {MergeException{.exception = exception,
                           .occasion = occasion,
                           .was = known == nullptr ? ExceptionId() : known->mergedInto,
                           .into = into,
                           .whole = whole}};
}

QList<Verb> split(const Scene &scene, const ExceptionId &exception, const Occasion &occasion)
{
    const auto *known = scene.exception(exception);
    if (known == nullptr || !known->mergedInto.isValid())
        return {};
    return merge(scene, exception, occasion, {}, {});
}

QList<Verb> follow(const ExceptionId &exception, const Occasion &occasion, bool followed)
{
    return {FollowException{.exception = exception, .occasion = occasion, .followed = followed}};
}

namespace {

/// Only what its author changed: what others set meanwhile stays.
QList<Verb> again(const SetThresholds &verb, const Scene &scene)
{
    const auto *known = scene.thresholds(verb.depot);
    const auto was = known == nullptr ? ThresholdValues() : known->values;
    auto values = was;
    for (const auto &row : thresholdRows()) {
        if (verb.was.own(row.threshold) != verb.set.own(row.threshold))
            values.set(row.threshold, verb.set.own(row.threshold));
    }
    return setThresholds(verb.depot, was, values);
}

QList<Verb> again(const SetRates &verb, const Scene &scene)
{
    const auto *known = scene.rates(verb.depot);
    const auto was = known == nullptr ? Rates() : known->rates;
    auto rates = was;
    for (const auto &row : rateRows()) {
        if (verb.was.*row.value != verb.set.*row.value)
            rates.*row.value = verb.set.*row.value;
    }
    return setRates(verb.depot, was, rates);
}

QList<Verb> again(const EditStop &verb, const Scene &scene)
{
    const auto *stop = scene.stop(verb.stop);
    return {stop == nullptr ? verb : EditStop{.stop = verb.stop, .was = detailsOf(*stop, verb.set), .set = verb.set}};
}

QList<Verb> again(const ArrangeRoutes &verb, const Scene &scene)
{
    Plan plan(scene);
    for (const auto &arrangement : verb.routes)
        plan.repeat(arrangement);
    return plan.verbs();
}

QList<Verb> again(const RescheduleStop &verb, const Scene &scene)
{
    const auto *stop = scene.stop(verb.stop);
    return {stop == nullptr ? verb : RescheduleStop{.stop = verb.stop, .was = stop->window, .window = verb.window}};
}

QList<Verb> again(const ResolveException &verb, const Scene &scene)
{
    using Status = Exception::Status;
    const auto *known = scene.exception(verb.exception);
    const bool isClosed = known != nullptr && known->status == Status::Closed;
    if (isClosed && verb.status == Status::Closed)
        return reopen(verb.exception, verb.occasion) + QList<Verb>{verb};
    return {verb};
}

} // namespace

QList<Verb> again(const Verb &verb, const Scene &scene)
{
    if (const auto *edit = std::get_if<EditStop>(&verb))
        return again(*edit, scene);
    if (const auto *arrange = std::get_if<ArrangeRoutes>(&verb))
        return again(*arrange, scene);
    if (const auto *reschedule = std::get_if<RescheduleStop>(&verb))
        return again(*reschedule, scene);
    if (const auto *duty = std::get_if<SetDuty>(&verb))
        return setDuty(scene, duty->driver, duty->duty);
    if (const auto *drawn = std::get_if<DrawClosure>(&verb))
        return drawClosure(scene, drawn->closure);
    if (const auto *asked = std::get_if<RecordCheckIn>(&verb))
        return recordCheckIn(scene, asked->stop, asked->set);
    if (const auto *remembered = std::get_if<RememberSite>(&verb))
        return remember(scene, remembered->depot, remembered->address, remembered->set);
    if (const auto *limits = std::get_if<SetThresholds>(&verb))
        return again(*limits, scene);
    if (const auto *prices = std::get_if<SetRates>(&verb))
        return again(*prices, scene);
    if (const auto *assigned = std::get_if<AssignException>(&verb))
        return take(scene, assigned->exception, assigned->occasion, assigned->owner);
    if (const auto *merged = std::get_if<MergeException>(&verb))
        return merge(scene, merged->exception, merged->occasion, merged->into, merged->whole);
    if (const auto *resolved = std::get_if<ResolveException>(&verb))
        return again(*resolved, scene);
    return {verb};
}

} // namespace Doorstep::Decisions
