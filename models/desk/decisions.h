// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/slot.h"
#include "models/verbs/verb.h"

#include <QSet>
#include <QTimeZone>

/// What people do, as verbs decided on what \a scene shows. Nothing is sent here: give the result to a Desk. None for
/// what makes no sense there (an unknown route, a list that stays as it is).
namespace Doorstep::Decisions {

/// Gives \a stops, in this order, to \a route before the stop that is at \a position now; -1: at its end. Also moves
/// them within their route.
[[nodiscard]] QList<Verb> assign(const Scene &scene, const QList<StopId> &stops, const RouteId &route,
                                 qsizetype position = -1);
[[nodiscard]] QList<Verb> unassign(const Scene &scene, const QList<StopId> &stops);
/// Drives \a route in \a order, which has the same stops.
[[nodiscard]] QList<Verb> reorder(const Scene &scene, const RouteId &route, const QList<StopId> &order);

/// What can still be taken back of \a done, whose undo is refused because drivers have acted on it since: the stops
/// that nobody has visited, is at, or has as their next (\a next, which may be empty) go back to who had them, in that
/// order and after what is done there. What others decided since stays.
[[nodiscard]] QList<Verb> giveBack(const Scene &scene, const ArrangeRoutes &done, const QSet<StopId> &next);

[[nodiscard]] QList<Verb> pin(const StopId &stop, bool pinned);
[[nodiscard]] QList<Verb> hold(const StopId &stop, bool held);
[[nodiscard]] QList<Verb> cancel(const StopId &stop, const QString &reason = {});
[[nodiscard]] QList<Verb> reattempt(const StopId &stop);
/// assign(), with those of \a stops that failed opened for another try first: that is what giving them away means.
[[nodiscard]] QList<Verb> tryOn(const Scene &scene, const QList<StopId> &stops, const RouteId &route,
                                qsizetype position = -1);
/// tryOn() before the stop \a before, wherever in \a route that is by now; none when it is not in it any more. An
/// invalid one: at its end.
[[nodiscard]] QList<Verb> tryBefore(const Scene &scene, const StopId &stop, const RouteId &route, const StopId &before);
/// Agrees on \a slot with the customer: its window, and whoever comes then.
[[nodiscard]] QList<Verb> agreeOn(const Scene &scene, const StopId &stop, const Slot &slot);
/// The window, and off the stop's route when that is finished, or of another day (in \a zone).
[[nodiscard]] QList<Verb> reschedule(const Scene &scene, const StopId &stop, const TimeWindow &window,
                                     const QTimeZone &zone);
[[nodiscard]] QList<Verb> recordVisit(const StopId &stop, Stop::Status outcome, Stop::Failure failure,
                                      const QString &note, const QDateTime &completedAt);
/// The fields in which \a after differs from \a before.
[[nodiscard]] QList<Verb> editStop(const Stop &before, const Stop &after);

/// Draws \a closure, or changes the one of its id.
[[nodiscard]] QList<Verb> drawClosure(const Scene &scene, const Closure &closure);
[[nodiscard]] QList<Verb> liftClosure(const Scene &scene, const ClosureId &closure);
[[nodiscard]] QList<Verb> recordCheckIn(const Scene &scene, const StopId &stop, const CheckIn &checkIn);
[[nodiscard]] QList<Verb> tellCustomer(const StopId &stop, const Promise &promise);

[[nodiscard]] QList<Verb> setDuty(const Scene &scene, const DriverId &driver, Driver::Duty duty);

/// Asks the phone of \a driver where it is.
[[nodiscard]] QList<Verb> askPosition(const DriverId &driver, const QDateTime &now);

[[nodiscard]] QList<Verb> addNote(const DepotId &depot, const Subject &about, const QString &text,
                                  const QDateTime &now);
[[nodiscard]] QList<Verb> removeNote(const NoteId &note);

/// Remembers \a facts of \a address for orders to come; none forgets it.
[[nodiscard]] QList<Verb> remember(const Scene &scene, const DepotId &depot, const QString &address,
                                   const std::optional<SiteFacts> &facts);

/// Changes the thresholds of \a depot from \a was, which the person saw, to \a values; none when they are the same.
[[nodiscard]] QList<Verb> setThresholds(const DepotId &depot, const ThresholdValues &was,
                                        const ThresholdValues &values);

/// Changes the rates of \a depot from \a was, which the person saw, to \a rates; none when they are the same.
[[nodiscard]] QList<Verb> setRates(const DepotId &depot, const Rates &was, const Rates &rates);

/// Gives \a exception to \a owner; an invalid one lets it go.
[[nodiscard]] QList<Verb> take(const Scene &scene, const ExceptionId &exception, const Occasion &occasion,
                               const UserId &owner);
[[nodiscard]] QList<Verb> snooze(const ExceptionId &exception, const Occasion &occasion, const QDateTime &until);
[[nodiscard]] QList<Verb> close(const ExceptionId &exception, const Occasion &occasion, const QString &resolution);
[[nodiscard]] QList<Verb> reopen(const ExceptionId &exception, const Occasion &occasion);
/// \a escalation as in Exception; \a reason of raising it may be empty.
[[nodiscard]] QList<Verb> escalate(const ExceptionId &exception, const Occasion &occasion,
                                   Exception::Escalation escalation, const QString &reason = {});
/// Makes \a exception a part of \a into, which is a \a whole.
[[nodiscard]] QList<Verb> merge(const Scene &scene, const ExceptionId &exception, const Occasion &occasion,
                                const ExceptionId &into, const Occasion &whole);
/// Makes it one of its own again; none when it is.
[[nodiscard]] QList<Verb> split(const Scene &scene, const ExceptionId &exception, const Occasion &occasion);
[[nodiscard]] QList<Verb> follow(const ExceptionId &exception, const Occasion &occasion, bool followed);

/// \a verb as its author means it, decided on what \a scene shows now instead of on what they had seen.
[[nodiscard]] QList<Verb> again(const Verb &verb, const Scene &scene);

} // namespace Doorstep::Decisions
