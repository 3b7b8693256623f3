// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/places/placemaker.h"

#include "backend/region/places/fold.h"

#include <QLocale>

namespace Doorstep::Places {

using namespace Qt::StringLiterals;

namespace {

/// The low bits of a Place::id say what its number counts.
enum class Counts : quint8 { Entities, Houses, Numbers, Corners };

constexpr qint64 idOf(Counts what, qint64 number)
{
    return number * 4 + static_cast<qint64>(what);
}

PlaceBox pointBox(const QGeoCoordinate &at)
{
    return {.west = at.longitude(), .south = at.latitude(), .east = at.longitude(), .north = at.latitude()};
}

void setAt(Place &place, const Spot &spot)
{
    place.at = QGeoCoordinate(spot.lat, spot.lon);
    place.box = pointBox(place.at);
}

} // namespace

qint64 entityPlaceId(qint64 id)
{
    return idOf(Counts::Entities, id);
}

Place placeOf(const Place &street, const House &house, PlaceReader &reader)
{
    auto place = street;
    place.id = idOf(Counts::Houses, house.id);
    place.kind = Place::Kind::House;
    place.name.clear();
    place.address.houseNumber = house.number.text();
    place.address.suburb = reader.label(house.suburb);
    place.address.city = reader.label(house.city);
    if (house.postcode > 0)
        place.address.postcode = reader.label(house.postcode);
    setAt(place, house.at);
    place.category = u"place"_s;
    place.type = u"house"_s;
    place.osmType = house.osmType;
    place.osmId = house.osmId;
    return place;
}

Place placeOf(const Place &street, const HouseFind &find, PlaceReader &reader)
{
    using How = HouseFind::How;
    if (find.how == How::Known || find.how == How::OtherSuffix)
        return placeOf(street, find.house.value(), reader); // NOLINT(bugprone-unchecked-optional-access): it says Known
    if (find.how == How::Unnumbered)
        return street;
    auto place = street;
    setAt(place, find.at);
    place.accuracyMeters = find.uncertaintyMeters;
    place.address.suburb = reader.label(find.house->suburb);
    place.address.city = reader.label(find.house->city);
    if (find.how == How::Beyond) {
        place.box = street.box; // the street, at the end nearest to the number; no number that nobody has seen
        return place;
    }
    place.id = idOf(Counts::Numbers, street.id / 4 * 100'000 + find.number.number);
    place.kind = Place::Kind::Interpolated;
    place.name.clear();
    place.address.houseNumber = find.number.text();
    place.category = u"place"_s;
    place.type = u"house"_s;
    place.osmType.clear();
    place.osmId = 0;
    return place;
}

Place cornerOf(const Place &street, const Place &crossing, const Spot &spot)
{
    auto place = street;
    const auto where = (qRound64(spot.lat * 1e4) * 31 + qRound64(spot.lon * 1e4)) & 0xFF;
    place.id = idOf(Counts::Corners, (((street.id / 4) << 20) + crossing.id / 4) * 256 + where);
    place.kind = Place::Kind::Corner;
    place.name = street.name + u" y "_s + crossing.name;
    place.category = u"highway"_s;
    place.type = u"crossing"_s;
    place.osmType.clear();
    place.osmId = 0;
    setAt(place, spot);
    place.accuracyMeters = 15.0;
    return place;
}

std::vector<Spot> distinctCorners(PlaceReader &reader, qint64 a, qint64 b)
{
    constexpr double oneCrossingMeters = 80.0;
    std::vector<std::pair<Spot, int>> crossings;
    for (const auto &spot : reader.corners(a, b)) {
        const auto near = std::ranges::find_if(
            crossings, [&](const auto &crossing) { return metersBetween(crossing.first, spot) < oneCrossingMeters; });
        if (near == crossings.end()) {
            crossings.emplace_back(spot, 1);
            continue;
        }
        auto &[middle, count] = *near;
        middle = {.lat = (middle.lat * count + spot.lat) / (count + 1),
                  .lon = (middle.lon * count + spot.lon) / (count + 1)};
        ++count;
    }
    std::vector<Spot> spots;
    spots.reserve(crossings.size());
    for (const auto &[spot, count] : crossings)
        spots.push_back(spot);
    return spots;
}

QStringList wordsAround(const Place &place)
{
    auto words = foldedWords(place.address.suburb) + foldedWords(place.address.city) + foldedWords(place.state)
        + foldedWords(place.address.postcode);
    if (!place.countryCode.isEmpty()) {
        const auto territory = QLocale::codeToTerritory(place.countryCode);
        words += foldedWords(QLocale::territoryToString(territory));
        words.append(place.countryCode);
    }
    return words;
}

} // namespace Doorstep::Places
