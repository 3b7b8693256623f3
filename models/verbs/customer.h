// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/verbs/effects.h"
#include "models/verbs/scene.h"

namespace Doorstep {

/// Writes down that the customer was asked whether they will be there, or what they answered. An empty check-in takes
/// that back.
///
/// Who: dispatcher, support, admin. Conflict: somebody wrote down something else first. Inverse: what was there before.
struct RecordCheckIn
{
    static constexpr QLatin1StringView word{"record_check_in"};

    StopId stop;
    CheckIn was;
    CheckIn set;

    [[nodiscard]] Decision on(const Scene &scene, const Actor &actor) const;
    [[nodiscard]] RecordCheckIn inverse(const Scene &before, const Actor &actor) const;
    void name(Cast &cast) const { cast.stops.append(stop); }

    bool operator==(const RecordCheckIn &) const = default;
};

/// Notes what the customer was told: from now on it is kept or broken. Or says that they were not told so after all.
///
/// Who: dispatcher, support, admin. Conflict: the visit has ended. Inverse: the other way.
struct TellCustomer
{
    static constexpr QLatin1StringView word{"tell_customer"};

    StopId stop;
    Promise promise;
    bool isTold = true;

    [[nodiscard]] Decision on(const Scene &scene, const Actor &actor) const;
    [[nodiscard]] TellCustomer inverse(const Scene &before, const Actor &actor) const;
    void name(Cast &cast) const { cast.stops.append(stop); }

    bool operator==(const TellCustomer &) const = default;
};

} // namespace Doorstep
