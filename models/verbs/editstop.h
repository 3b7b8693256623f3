// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/verbs/effects.h"
#include "models/verbs/scene.h"

#include <optional>

namespace Doorstep {

/// Where a stop is, and how sure that is: 1 when a person says so.
struct Whereabouts
{
    QGeoCoordinate where; ///< Invalid: nobody knows.
    double score = 0.0;

    bool operator==(const Whereabouts &) const = default;
};

/// Some of what a person may change about a stop. An absent field is not touched; an empty text, window or place is.
struct StopDetails
{
    std::optional<Address> address;
    std::optional<Whereabouts> whereabouts;
    std::optional<QGeoCoordinate> entrance; ///< Invalid: none apart from the place.
    std::optional<TimeWindow> window;
    std::optional<Stop::Method> method;
    std::optional<std::chrono::seconds> serviceTime;
    std::optional<QString> customer;
    std::optional<QString> phone;
    std::optional<QString> instructions;
    std::optional<QString> gateCode;
    std::optional<Preferences> preferences;

    bool operator==(const StopDetails &) const = default;
};

/// Corrects what is known about a stop: address, place, window, phone, instructions and the like.
///
/// Who: dispatcher, support, admin. Conflict: a field no longer is what was seen; fields that only one person changed
/// merge by themselves. Refused: an entrance without a place or too far from it. Inverse: the same with old and new
/// exchanged.
struct EditStop
{
    static constexpr QLatin1StringView word{"edit_stop"};

    StopId stop;
    StopDetails was; ///< The same fields as `set`.
    StopDetails set;

    [[nodiscard]] Decision on(const Scene &scene, const Actor &actor) const;
    [[nodiscard]] EditStop inverse(const Scene &before, const Actor &actor) const;
    void name(Cast &cast) const { cast.stops.append(stop); }

    bool operator==(const EditStop &) const = default;
};

/// The fields of \a stop that \a like has.
[[nodiscard]] StopDetails detailsOf(const Stop &stop, const StopDetails &like);

} // namespace Doorstep
