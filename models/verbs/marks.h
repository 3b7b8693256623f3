// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/verbs/effects.h"
#include "models/verbs/scene.h"

namespace Doorstep {

/// Pins an open stop to its route, or lets it go: who plans leaves pinned stops where they are.
///
/// Who: dispatcher, admin. Conflict: none, the last one wins. Inverse: the other way.
struct PinStop
{
    static constexpr QLatin1StringView word{"pin_stop"};

    StopId stop;
    bool pinned = true;

    [[nodiscard]] Decision on(const Scene &scene, const Actor &actor) const;
    [[nodiscard]] PinStop inverse(const Scene &before, const Actor &actor) const;
    void name(Cast &cast) const { cast.stops.append(stop); }

    bool operator==(const PinStop &) const = default;
};

/// Keeps an open stop from being delivered, or releases it.
///
/// Who: dispatcher, support, admin. Conflict: the driver has ended the visit. Inverse: the other way.
struct HoldStop
{
    static constexpr QLatin1StringView word{"hold_stop"};

    StopId stop;
    bool held = true;

    [[nodiscard]] Decision on(const Scene &scene, const Actor &actor) const;
    [[nodiscard]] HoldStop inverse(const Scene &before, const Actor &actor) const;
    void name(Cast &cast) const { cast.stops.append(stop); }

    bool operator==(const HoldStop &) const = default;
};

/// Notes that a driver works, rests or has gone home.
///
/// Who: dispatcher, admin. Conflict: somebody noted something else first. Inverse: back.
struct SetDuty
{
    static constexpr QLatin1StringView word{"set_duty"};

    DriverId driver;
    Driver::Duty was = Driver::Duty::Unknown;
    Driver::Duty duty = Driver::Duty::OnDuty;

    [[nodiscard]] Decision on(const Scene &scene, const Actor &actor) const;
    [[nodiscard]] SetDuty inverse(const Scene &before, const Actor &actor) const;
    void name(Cast &cast) const { cast.drivers.append(driver); }

    bool operator==(const SetDuty &) const = default;
};

/// Asks the driver's phone where it is. It hears so at its next contact, if its app understands (docs/phones.md).
///
/// Who: dispatcher, support, admin. Conflict: none, for two who ask want the same. Inverse: what was asked before.
struct AskPosition
{
    static constexpr QLatin1StringView word{"ask_position"};

    DriverId driver;
    QDateTime at; ///< UTC; invalid: nobody asks any more.

    [[nodiscard]] Decision on(const Scene &scene, const Actor &actor) const;
    [[nodiscard]] AskPosition inverse(const Scene &before, const Actor &actor) const;
    void name(Cast &cast) const { cast.drivers.append(driver); }

    bool operator==(const AskPosition &) const = default;
};

} // namespace Doorstep
