// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/attention/advicewords.h"

#include "models/store/fleet.h"
#include "widgets/parts/durationtext.h"
#include "widgets/parts/words.h"

namespace Doorstep {
namespace {

using Reason = Advice::Reason;

std::chrono::seconds between(const QDateTime &from, const QDateTime &to)
{
    return std::chrono::seconds(from.secsTo(to));
}

} // namespace

QString AdviceWords::of(const Advice &advice, const StopId &id) const
{
    const auto *stop = m_fleet.stops().find(id);
    const auto *forecast = m_fleet.forecastOf(id);
    if (stop == nullptr)
        return {};
    switch (advice.reason) {
    case Reason::FailedInTime:
    case Reason::FailedRouteOver:
    case Reason::FailedTooLate:
        return ofFailed(advice.reason, id);
    case Reason::WrongAddress:
        return tr("The driver did not find the address. Correct it before anybody goes again.");
    case Reason::Refused:
        return tr("The customer did not take it. Ask why before anybody goes again.");
    case Reason::Damaged:
        return tr("The parcel is damaged. The customer has to know, and to say what they want.");
    case Reason::Missing:
        return tr("The parcel was not in the vehicle. Find it before anybody goes again, and tell the customer.");
    case Reason::Held:
        return tr("Nobody delivers it until it is released.");
    case Reason::NoPlace:
        return tr("The address was not found on the map: correct it, or put a pin.");
    case Reason::NoRoute:
        return tr("Nobody drives there yet.");
    case Reason::DriverSilent:
        return ofSilence(stop->route);
    case Reason::Late:
        return forecast == nullptr
            ? QString()
            : tr("Will miss its window by %1.")
                  .arg(DurationText::length(between(stop->window.to, forecast->expectedArrival)));
    case Reason::AtRisk:
        return forecast == nullptr ? QString()
                                   : tr("In the worst of ten cases %1 after its window.")
                                         .arg(DurationText::length(between(stop->window.to, forecast->lateArrival)));
    case Reason::None:
    case Reason::RouteLate:
    case Reason::NotStarted:
    case Reason::Reported:
        break;
    }
    return {};
}

QString AdviceWords::ofFailed(Reason reason, const StopId &id) const
{
    const auto &stop = *m_fleet.stops().find(id);
    const auto *driver = m_fleet.driverOf(id);
    const auto until = m_time.clock(stop.window.to);
    if (reason == Reason::FailedTooLate)
        return stop.window.to < m_now ? tr("Its window ended at %1: agree on another one.").arg(until)
                                      : tr("Its window ends at %1, too soon for another try.").arg(until);
    if (reason == Reason::FailedRouteOver)
        return driver == nullptr ? tr("Nobody drives there any more; another driver can.")
                                 : tr("%1 has finished; another driver can go.").arg(driver->name);
    return until.isEmpty() ? tr("It has no window: it can be tried again today.")
                           : tr("Its window is open until %1: it can be tried again.").arg(until);
}

QString AdviceWords::ofSilence(const RouteId &id) const
{
    const auto *forecast = m_fleet.forecastOf(id);
    if (forecast == nullptr)
        return {};
    const auto left = tr("%n stop(s) left.", nullptr, static_cast<int>(forecast->stops.size()));
    const auto silence = forecast->lastSeen.isValid()
        ? tr("Not heard for %1.", "a length of time").arg(DurationText::length(between(forecast->lastSeen, m_now)))
        : tr("Not heard today.");
    return tr("%1 %2", "two sentences").arg(silence, left);
}

QString AdviceWords::of(const Advice &advice, const RouteId &id) const
{
    const auto *route = m_fleet.routes().find(id);
    const auto *forecast = m_fleet.forecastOf(id);
    if (route == nullptr)
        return {};
    switch (advice.reason) {
    case Reason::DriverSilent:
        return ofSilence(id);
    case Reason::NotStarted:
        return tr("Should have left at %1.").arg(m_time.clock(route->scheduledStart));
    case Reason::RouteLate:
        return forecast == nullptr || !forecast->slack
            ? QString()
            : tr("%1 late for a promise to a customer.").arg(DurationText::length(-*forecast->slack));
    default:
        return {};
    }
}

} // namespace Doorstep
