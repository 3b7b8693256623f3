// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/advice.h"

#include "models/store/fleet.h"

#include <utility>

using namespace std::chrono_literals;

namespace Doorstep {
namespace {

using Step = Advice::Step;
using Reason = Advice::Reason;

constexpr auto timeForATry = 15min; ///< Less is left of a window: nobody will be there in time again.
constexpr auto littleLate = 15min; ///< Up to this a word to the customer is enough.
constexpr auto lateStart = 5min;

Advice ofFailed(const Stop &stop, const Route *route, const QDateTime &now)
{
    switch (stop.failure) {
    case Stop::Failure::WrongAddress:
        return {.reason = Reason::WrongAddress, .steps = {Step::Locate, Step::CallCustomer, Step::Reschedule}};
    case Stop::Failure::Refused:
        return {.reason = Reason::Refused, .steps = {Step::CallCustomer, Step::Reschedule, Step::TryAgain}};
    case Stop::Failure::Damaged:
        return {.reason = Reason::Damaged, .steps = {Step::CallCustomer, Step::Reschedule}};
    case Stop::Failure::Missing:
        return {.reason = Reason::Missing, .steps = {Step::CallDriver, Step::CallCustomer, Step::Reschedule}};
    case Stop::Failure::None:
    case Stop::Failure::NobodyHome:
    case Stop::Failure::NoAccess:
    case Stop::Failure::Other:
        break;
    }
    const bool isInTime = !stop.window.to.isValid() || stop.window.to > now.addDuration(timeForATry);
    if (!isInTime)
        return {.reason = Reason::FailedTooLate, .steps = {Step::Reschedule, Step::CallCustomer, Step::TryAgain}};
    if (route == nullptr || route->status == Route::Status::Finished)
        return {.reason = Reason::FailedRouteOver, .steps = {Step::Assign, Step::Reschedule, Step::CallCustomer}};
    return {.reason = Reason::FailedInTime, .steps = {Step::TryAgain, Step::CallCustomer, Step::Reschedule}};
}

Advice ofOpen(const Stop &stop, const Route *route, const Fleet &fleet)
{
    const auto *forecast = fleet.forecastOf(stop.id);
    const auto *whole = route == nullptr ? nullptr : fleet.forecastOf(route->id);
    if (stop.held)
        return {.reason = Reason::Held, .steps = {Step::Release, Step::CallCustomer, Step::Edit}};
    if (!stop.where.isValid())
        return {.reason = Reason::NoPlace, .steps = {Step::Locate, Step::CallCustomer, Step::Edit}};
    if (route == nullptr)
        return {.reason = Reason::NoRoute, .steps = {Step::Assign, Step::CallCustomer, Step::Reschedule}};
    if (whole != nullptr && whole->state == Forecast::State::Silent)
        return {.reason = Reason::DriverSilent, .steps = {Step::CallDriver, Step::Assign, Step::CallCustomer}};
    if (stop.status == Stop::Status::Arrived || forecast == nullptr || !stop.window.to.isValid()
        || forecast->lateArrival <= stop.window.to)
        return {.reason = Reason::None, .steps = {Step::CallCustomer, Step::CallDriver, Step::Edit}};
    if (forecast->expectedArrival <= stop.window.to)
        return {.reason = Reason::AtRisk, .steps = {Step::CallCustomer, Step::Assign, Step::Reschedule}};
    if (forecast->expectedArrival <= stop.window.to.addDuration(littleLate))
        return {.reason = Reason::Late, .steps = {Step::CallCustomer, Step::Assign, Step::Reschedule}};
    return {.reason = Reason::Late, .steps = {Step::Assign, Step::CallCustomer, Step::Reschedule}};
}

} // namespace

Advice adviceOn(const StopId &id, const Fleet &fleet, const QDateTime &now)
{
    const auto *stop = fleet.stops().find(id);
    if (stop == nullptr)
        return {};
    const auto *route = fleet.routes().find(stop->route);
    switch (stop->status) {
    case Stop::Status::Failed:
        return ofFailed(*stop, route, now);
    case Stop::Status::Cancelled:
        return {.reason = Reason::None, .steps = {Step::TryAgain, Step::CallCustomer}};
    case Stop::Status::Delivered:
        return {.reason = Reason::None, .steps = {Step::CallCustomer}};
    case Stop::Status::Planned:
    case Stop::Status::Arrived:
        return ofOpen(*stop, route, fleet);
    }
    std::unreachable();
}

Advice adviceOn(const RouteId &id, const Fleet &fleet, const QDateTime &now)
{
    const auto *route = fleet.routes().find(id);
    if (route == nullptr)
        return {};
    const auto *forecast = fleet.forecastOf(id);
    Advice advice{.reason = Reason::None, .steps = {Step::CallDriver}};
    if (route->status == Route::Status::Finished)
        return advice;
    if (forecast != nullptr && forecast->state == Forecast::State::Silent)
        advice = {.reason = Reason::DriverSilent, .steps = {Step::CallDriver, Step::AskPhone, Step::Rescue}};
    else if (route->status == Route::Status::Planned && route->scheduledStart.isValid()
             && route->scheduledStart.addDuration(lateStart) < now)
        advice = {.reason = Reason::NotStarted, .steps = {Step::CallDriver, Step::Rescue}};
    else if (forecast != nullptr && forecast->state == Forecast::State::Late)
        advice = {.reason = Reason::RouteLate, .steps = {Step::Rescue, Step::CallDriver}};
    return advice;
}

Advice adviceOn(const DriverId &id, const Fleet &fleet)
{
    if (fleet.drivers().find(id) == nullptr)
        return {};
    return {.reason = Reason::None, .steps = {Step::CallDriver}};
}

} // namespace Doorstep

#include "moc_advice.cpp"
