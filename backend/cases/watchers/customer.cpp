// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/cases/watchers.h"
#include "models/domain/proof.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Cases {
namespace {

/// When the driver will be there, as far as anybody can say.
QDateTime arrivalOf(const StopView &view)
{
    if (view.forecast != nullptr)
        return view.forecast->expectedArrival;
    return view.stop.scheduledArrival.isValid() ? view.stop.scheduledArrival : view.stop.window.to;
}

/// Whether the driver has still to come.
bool isAhead(const Stop &stop)
{
    return stop.status == Stop::Status::Planned && !stop.held;
}

/// Which word of what a driver needs to know is missing; empty when none is.
QString missingAt(const Stop &stop)
{
    const auto &liked = stop.preferences;
    if (liked.isGated && stop.gateCode.isEmpty())
        return u"gate_code"_s;
    if (!stop.instructions.isEmpty())
        return {}; // a person's words may say it
    using enum Stop::Method;
    switch (stop.method) {
    case SafePlace:
        return liked.safePlace.isEmpty() ? u"safe_place"_s : QString();
    case Neighbour:
        return liked.neighbour.isEmpty() ? u"neighbour"_s : QString();
    case Locker:
        return liked.locker.isEmpty() ? u"locker"_s : QString();
    case Garage:
        return liked.garage.isEmpty() && stop.gateCode.isEmpty() ? u"garage"_s : QString();
    case RoomOfChoice:
        return liked.room.isEmpty() ? u"room"_s : QString();
    case InPerson:
    case FrontDesk:
    case LeaveAtDoor:
    case WhiteGlove:
        break;
    }
    return {};
}

} // namespace

std::optional<Trouble> checkInUnanswered(const StopView &view)
{
    const auto &stop = view.stop;
    const auto arrival = arrivalOf(view);
    if (!isAhead(stop) || !stop.checkIn.isUnanswered() || !arrival.isValid()
        || arrival.addDuration(-view.settings.checkInDueBefore) > view.now)
        return {};
    return Trouble{
        .instance = instanceOf(stop.checkIn.askedAt), .severity = Exception::Severity::Medium, .dueAt = arrival};
}

std::optional<Trouble> customerAway(const StopView &view)
{
    const auto &stop = view.stop;
    // Who is away needs not be there when the parcel goes elsewhere.
    if (!isAhead(stop) || stop.checkIn.answer != CheckIn::Answer::NotThere || stop.method != Stop::Method::InPerson)
        return {};
    return Trouble{.instance = instanceOf(stop.checkIn.answeredAt),
                   .severity = Exception::Severity::High,
                   .dueAt = arrivalOf(view)};
}

std::optional<Trouble> instructionsMissing(const StopView &view)
{
    const auto missing = isAhead(view.stop) ? missingAt(view.stop) : QString();
    if (missing.isEmpty())
        return {};
    return Trouble{.instance = instanceOf(missing),
                   .severity = Exception::Severity::Medium,
                   .dueAt = arrivalOf(view),
                   .detail = missing};
}

std::optional<Trouble> riskyDropOff(const StopView &view)
{
    const auto &stop = view.stop;
    if (!isAhead(stop) || !isLeftAlone(stop.method) || !stop.dropOffRisk || *stop.dropOffRisk < view.settings.riskyFrom)
        return {};
    return Trouble{.instance = instanceOf(QString::number(static_cast<int>(stop.method))),
                   .severity = Exception::Severity::Medium,
                   .dueAt = arrivalOf(view),
                   .chancePercent = qBound(1, qRound(100.0 * *stop.dropOffRisk), 100)};
}

} // namespace Doorstep::Cases
