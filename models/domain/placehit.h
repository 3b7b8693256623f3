// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/address.h"

#include <QGeoCoordinate>
#include <QObject>

namespace Doorstep {

/// What an address may mean, as a search answered it.
struct PlaceHit
{
    Q_GADGET
public:
    enum class Kind : quint8 {
        House,
        Interpolated, ///< Between two known numbers.
        Street, ///< No door.
        Corner,
        Suburb,
        City,
        Poi, ///< A named shop, school, park…
    };
    Q_ENUM(Kind)

    Kind kind = Kind::House;
    QString name; ///< Of a shop, street or corner; empty for houses.
    Address address;
    QGeoCoordinate where; ///< Always valid.
    double score = 0.0; ///< 0 to 1: the probability that this is what was meant; 0 when the server does not say.
    double accuracyMeters = 0.0; ///< How far the door may be; 0 for what is surveyed.

    /// Whether a driver sent there finds a door.
    [[nodiscard]] bool isDoor() const noexcept;
    /// "Rambla Wilson 2210", or the name of what has no number.
    [[nodiscard]] QString line() const;

    bool operator==(const PlaceHit &) const = default;
};

} // namespace Doorstep
