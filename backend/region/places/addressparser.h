// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/places/housenumber.h"
#include "backend/region/places/place.h"

namespace Doorstep::Places {

/// One way to read what a person wrote. All words are folded.
struct Reading
{
    QStringList street; ///< What should name a street, or the place itself.
    QList<HouseNumber> numbers; ///< Any of these: "3318,3320". Empty when none is meant.
    QStringList cross; ///< What should name the street at the corner.
    QStringList area; ///< What came besides: suburb, city, country.
    bool leavesNumber = false; ///< A number that could have been the house's was taken for part of a name.

    bool operator==(const Reading &) const = default;
};

struct ParsedQuery
{
    QList<Reading> readings; ///< The likeliest first, 1 to 10; none when there is nothing to look for.
    QString unit; ///< "ap. 302", as written.
};

/// Every sensible reading of \a query. Takes anything: what is past 300 letters or 40 words is not looked at.
[[nodiscard]] ParsedQuery parseAddress(const PlaceQuery &query);

} // namespace Doorstep::Places
