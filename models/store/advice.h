// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"

#include <QDateTime>
#include <QList>
#include <QObject>

namespace Doorstep {

class Fleet;

/// What a dispatcher would decide next about one thing, and why. Derived from what the tables say; whether each step is
/// possible now is another question (Desk::refusalOf).
struct Advice
{
    Q_GADGET
public:
    enum class Step : quint8 {
        TryAgain,
        Reschedule,
        Assign,
        CallCustomer,
        CallDriver,
        Edit,
        Release,
        Locate,
        AskPhone,
        Rescue, ///< A better plan for the route, together with those near.
        Reroute, ///< One for all that it is about.
        HoldTouched,
        ShowTouched
    };
    Q_ENUM(Step)

    /// What it is about; the words are chosen where it is shown.
    enum class Reason : quint8 {
        None, ///< Nothing needs to be decided: the steps are only offered.
        FailedInTime, ///< Failed, and its window is still open while the driver is on the road.
        FailedRouteOver, ///< Failed, its window is still open, but the driver has finished.
        FailedTooLate, ///< Failed, and its window has ended or is about to.
        WrongAddress, ///< Failed because of the address.
        Refused,
        Damaged,
        Missing, ///< The parcel was not in the vehicle.
        Held,
        NoPlace, ///< The address was not found.
        NoRoute, ///< Open, and nobody drives there.
        DriverSilent,
        Late, ///< Expected after its window.
        AtRisk, ///< Nine of ten times not before its window ends.
        RouteLate,
        NotStarted, ///< The route should have left by now.
        Reported, ///< A case that only the backend sees; its words come with its kind.
    };
    Q_ENUM(Reason)

    Reason reason = Reason::None;
    QList<Step> steps; ///< The best first.

    bool operator==(const Advice &) const = default;
};

/// About \a stop at \a now.
[[nodiscard]] Advice adviceOn(const StopId &stop, const Fleet &fleet, const QDateTime &now);
/// About \a route and who drives it.
[[nodiscard]] Advice adviceOn(const RouteId &route, const Fleet &fleet, const QDateTime &now);
/// About \a driver, who has no route.
[[nodiscard]] Advice adviceOn(const DriverId &driver, const Fleet &fleet);

} // namespace Doorstep
