// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/verbs/stopstate.h"

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr std::chrono::minutes clockTolerance{2};

bool isEnded(Stop::Status status)
{
    return status == Stop::Status::Delivered || status == Stop::Status::Failed;
}

Stop with(const Stop &stop, const StopState &state)
{
    auto after = stop;
    after.status = state.status;
    after.failure = state.failure;
    after.note = state.note;
    after.attempts = state.attempts;
    after.completedAt = state.completedAt;
    after.window = state.window;
    return after;
}

std::unexpected<Refusal> unknown(const StopId &stop)
{
    return rejected("unknown_stop"_L1, u"there is no stop %1"_s.arg(stop.toString()));
}

/// Back to what \a before has from what \a verb makes of it.
template <typename Verb>
RestoreStop takingBack(const Verb &verb, const Scene &before, const Actor &actor)
{
    const auto *stop = before.stop(verb.stop);
    const auto decision = verb.on(before, actor);
    if (stop == nullptr || !decision || decision->stops.isEmpty())
        return {.stop = verb.stop, .was = {}, .to = {}};
    return {.stop = verb.stop, .was = stateOf(decision->stops.constFirst()), .to = stateOf(*stop)};
}

/// As it is while it waits for a try.
StopState opened(const Stop &stop)
{
    auto state = stateOf(stop);
    state.status = Stop::Status::Planned;
    state.failure = Stop::Failure::None;
    state.completedAt = {};
    state.note.clear();
    return state;
}

} // namespace

bool StopState::isConsistent() const
{
    return (failure == Stop::Failure::None || status == Stop::Status::Failed)
        && completedAt.isValid() == isEnded(status) && attempts >= 0;
}

StopState stateOf(const Stop &stop)
{
    return {.status = stop.status,
            .failure = stop.failure,
            .note = stop.note,
            .attempts = stop.attempts,
            .completedAt = stop.completedAt,
            .window = stop.window};
}

Decision RestoreStop::on(const Scene &scene, const Actor &) const
{
    const auto *before = scene.stop(stop);
    if (before == nullptr)
        return unknown(stop);
    if (!to.isConsistent() || std::abs(to.attempts - was.attempts) > 1)
        return rejected("malformed"_L1, u"a stop cannot be in such a state"_s);
    const auto now = stateOf(*before);
    if (now == to)
        return Effects();
    if (now != was)
        return conflicting("driver_has_acted"_L1, u"the stop has gone on since, so this cannot be taken back"_s,
                           "status"_L1);
    auto after = with(*before, to);
    // What was agreed on by mistake was never promised.
    const auto isTakenBack = [this](const Promise &promise) {
        return promise.channel == Promise::Channel::Reschedule && promise.window == was.window;
    };
    if (was.window != to.window && !after.promises.isEmpty() && isTakenBack(after.promises.constLast()))
        after.promises.removeLast();
    return Effects{.stops = {after}};
}

RestoreStop RestoreStop::inverse(const Scene &, const Actor &) const
{
    return {.stop = stop, .was = to, .to = was};
}

Decision CancelStop::on(const Scene &scene, const Actor &) const
{
    const auto *before = scene.stop(stop);
    if (before == nullptr)
        return unknown(stop);
    if (before->status == Stop::Status::Cancelled)
        return Effects();
    if (isEnded(before->status))
        return conflicting("already_done"_L1, u"the driver has ended this visit, which wins"_s, "status"_L1);
    if (before->status == Stop::Status::Arrived)
        return conflicting("driver_is_there"_L1, u"the driver is at the door: call them"_s, "status"_L1);
    auto state = stateOf(*before);
    state.status = Stop::Status::Cancelled;
    state.note = reason;
    return Effects{.stops = {with(*before, state)}};
}

RestoreStop CancelStop::inverse(const Scene &before, const Actor &actor) const
{
    return takingBack(*this, before, actor);
}

Decision ReattemptStop::on(const Scene &scene, const Actor &) const
{
    const auto *before = scene.stop(stop);
    if (before == nullptr)
        return unknown(stop);
    if (before->isOpen())
        return Effects();
    if (before->status == Stop::Status::Delivered)
        return rejected("already_done"_L1, u"this stop was delivered"_s);
    return Effects{.stops = {with(*before, opened(*before))}};
}

RestoreStop ReattemptStop::inverse(const Scene &before, const Actor &actor) const
{
    return takingBack(*this, before, actor);
}

Decision RescheduleStop::on(const Scene &scene, const Actor &actor) const
{
    const auto *before = scene.stop(stop);
    if (before == nullptr)
        return unknown(stop);
    if (window.from.isValid() && window.to.isValid() && window.to < window.from)
        return rejected("malformed"_L1, u"the window ends before it begins"_s);
    if (before->status == Stop::Status::Delivered || before->status == Stop::Status::Cancelled)
        return rejected("already_done"_L1, u"this stop is done"_s);
    if (before->window != was && before->window != window)
        return conflicting("field_changed"_L1, u"somebody changed the window first"_s, "window"_L1);
    if (before->status == Stop::Status::Arrived)
        return conflicting("driver_is_there"_L1, u"the driver is at the door: call them"_s, "status"_L1);
    auto state = before->isOpen() ? stateOf(*before) : opened(*before);
    state.window = window;
    if (state == stateOf(*before))
        return Effects();
    auto after = with(*before, state);
    if (window != before->window && !window.isOpen())
        after.promise({.window = window, .toldAt = actor.at, .channel = Promise::Channel::Reschedule});
    return Effects{.stops = {after}};
}

RestoreStop RescheduleStop::inverse(const Scene &before, const Actor &actor) const
{
    return takingBack(*this, before, actor);
}

Decision RecordVisit::on(const Scene &scene, const Actor &actor) const
{
    const auto *before = scene.stop(stop);
    if (before == nullptr)
        return unknown(stop);
    if (!isEnded(outcome) || (outcome == Stop::Status::Failed) != (failure != Stop::Failure::None))
        return rejected("malformed"_L1, u"a visit is delivered, or failed with a reason"_s);
    if (!completedAt.isValid() || completedAt > actor.at.addDuration(clockTolerance))
        return rejected("malformed"_L1, u"a visit cannot end in the future"_s);
    if (before->status == outcome && before->failure == failure)
        return Effects();
    if (!before->isOpen())
        return conflicting("already_done"_L1, u"the visit ended already"_s, "status"_L1);
    auto state = stateOf(*before);
    state.status = outcome;
    state.failure = failure;
    state.note = note;
    state.completedAt = completedAt;
    ++state.attempts;
    return Effects{.stops = {with(*before, state)}};
}

RestoreStop RecordVisit::inverse(const Scene &before, const Actor &actor) const
{
    return takingBack(*this, before, actor);
}

} // namespace Doorstep
