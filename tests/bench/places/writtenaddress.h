// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/places/place.h"

#include <QGeoCoordinate>
#include <QList>
#include <QString>

#include <random>

namespace Doorstep::Test {

/// A known address, and what a person in a hurry wrote for it.
struct WrittenAddress
{
    Place::Kind kind = Place::Kind::House;
    QString street; ///< Or the name of the place.
    QString number;
    QString suburb;
    QGeoCoordinate at;
    QString written;
};

/// How addresses are written. Every kind has one or two slips in the street's name unless it says otherwise.
enum class Style : quint8 {
    Exact, ///< As the map has it.
    Slips, ///< Slips only.
    Careless, ///< Slips, no accents, any case, abbreviations, type words and first names left out, the number in front.
    Plenty, ///< As Careless, with suburb, city, flat or the street at the corner.
    Between, ///< A number that is not known, between two that are; as Careless.
    Beyond, ///< A number past the street's last: only the street can be found; as Careless.
    Corner, ///< Two streets; as Careless.
    Street, ///< A street without number; as Careless.
    Poi, ///< A named shop, school, park; slips only.
    Suburb, ///< Slips only.

    // One thing wrong with an address as shops send it: street, number, suburb.
    Typos, ///< One or two slips.
    SwappedNumber, ///< Two neighbouring digits changed places.
    NoType, ///< "Avenida", "Bulevar" and the like left out.
    Abbreviated, ///< At least one word.
    WrongSuburb, ///< Another one of the city.
    NothingWrong, ///< As it should be.
    NotOnTheMap, ///< As it should be, with a number between two known ones that the map does not know.
};

/// Addresses drawn from the compiled region at \a database, the same for the same \a seed.
[[nodiscard]] QList<WrittenAddress> writtenAddresses(const QString &database, Style style, int count, unsigned seed);

} // namespace Doorstep::Test
