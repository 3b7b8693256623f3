// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/address.h"

#include <QGeoCoordinate>
#include <QList>
#include <QObject>

#include <optional>

namespace Doorstep {

/// A box in WGS 84 degrees.
struct PlaceBox
{
    double west = 0.0;
    double south = 0.0;
    double east = 0.0;
    double north = 0.0;

    [[nodiscard]] bool contains(const QGeoCoordinate &point) const
    {
        return point.longitude() >= west && point.longitude() <= east && point.latitude() >= south
            && point.latitude() <= north;
    }
    bool operator==(const PlaceBox &) const = default;
};

/// Something that an address, or the name of a shop, may mean.
struct Place
{
    Q_GADGET
public:
    enum class Kind : quint8 {
        House, ///< A door whose number is known.
        Interpolated, ///< A number between two known ones: near, not at, the door.
        Street, ///< Only the street is known, not the number (or none was asked for).
        Corner, ///< Where two streets meet.
        Suburb,
        City,
        Poi, ///< A named shop, school, park…
    };
    Q_ENUM(Kind)

    qint64 id = 0; ///< Stable within one compiled region; what Nominatim calls place_id.
    Kind kind = Kind::House;
    QString name; ///< Of the street, suburb or shop; of a corner "A y B". Empty for houses.
    Address address;
    QString state;
    QString countryCode; ///< Two lower-case letters, or empty.
    QGeoCoordinate at; ///< WGS 84, always valid.
    PlaceBox box; ///< Around all of it; a point for houses.
    double accuracyMeters = 0.0; ///< How far the door may be from `at`; 0 for what is surveyed.
    double score = 0.0; ///< 0 to 1: the probability that this is what was meant. See docs/places.md.
    QString category; ///< OpenStreetMap's main key, such as "highway", and…
    QString type; ///< …its value, such as "residential".
    QString osmType; ///< "node", "way", "relation", or empty.
    qint64 osmId = 0;

    /// How sure it is that a driver sent there finds the door, 0 to 1: a street that is surely meant is no door, and
    /// counts for 0.75 at most.
    [[nodiscard]] double doorScore() const;

    bool operator==(const Place &) const = default;
};

/// What is looked for. Either `text`, or the other words, never both.
struct PlaceQuery
{
    QString text; ///< As a person wrote it.
    QString street; ///< With the number, in either order.
    QString amenity; ///< Name or kind of a shop or other place.
    QString city;
    QString county;
    QString state;
    QString country;
    QString postcode;

    int limit = 10; ///< 1 to 40.
    std::optional<PlaceBox> box; ///< Preferred, or required if…
    bool bounded = false; ///< …this is set.
    QList<qint64> exclude; ///< Place::id of what not to answer.
    QString countryCode; ///< Only in this country; two lower-case letters, or empty.
    bool addresses = true; ///< Houses, streets, corners, suburbs, cities.
    bool pois = true;

    bool operator==(const PlaceQuery &) const = default;
};

} // namespace Doorstep
