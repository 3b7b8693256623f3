// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/places/addressparser.h"
#include "backend/region/places/fold.h"
#include "backend/region/places/nominatimplaces.h"
#include "backend/region/places/wordmatch.h"

namespace Doorstep {

using namespace Places;

namespace {

/// The part of \a typed, by weight, that is in \a known.
double fitting(const QStringList &typed, const QStringList &known)
{
    double all = 0.0;
    double fits = 0.0;
    for (const auto &word : typed) {
        double best = 0.0;
        for (const auto &other : known) {
            const bool abbreviated = longForms(word).contains(other);
            best = std::max(best, abbreviated ? 0.97 : likeness(word, other));
        }
        all += wordImportance(word);
        fits += wordImportance(word) * best;
    }
    return all > 0.0 ? fits / all : 0.0;
}

} // namespace

double estimatedScore(const PlaceQuery &query, const Place &place)
{
    const auto known = foldedWords(place.name) + foldedWords(place.address.street) + foldedWords(place.address.suburb)
        + foldedWords(place.address.city);
    const auto numbers = houseNumbers(place.address.houseNumber);
    double best = 0.0;
    for (const auto &reading : parseAddress(query).readings) {
        const double name = fitting(reading.street, known);
        double number = 0.9;
        if (!reading.numbers.isEmpty()) {
            const bool same = std::ranges::any_of(
                numbers, [&](const HouseNumber &house) { return house.number == reading.numbers.first().number; });
            number = same ? 0.95 : 0.3;
        } else if (reading.leavesNumber) {
            number = 0.3;
        }
        best = std::max(best, name * name * number);
    }
    return best;
}

} // namespace Doorstep
