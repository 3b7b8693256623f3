// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/places/nearestplace.h"

#include "backend/region/places/placemaker.h"

#include <algorithm>
#include <cmath>

namespace Doorstep::Places {

namespace {

constexpr double houseMeters = 60.0;
constexpr double streetMeters = 300.0;
constexpr double suburbMeters = 3'500.0;
constexpr double cityMeters = 25'000.0;

/// Calls \a use with every cell within \a reach cells of the one that holds \a at.
void cellsAround(const Spot &at, int reach, const auto &use)
{
    const auto middle = gridCell(at, nearCellDegrees);
    for (int row = -reach; row <= reach; ++row) {
        for (int column = -reach; column <= reach; ++column)
            use(middle + row * gridRow + column);
    }
}

/// The spot of the line from a to b that is nearest to \a at.
Spot nearestOn(const Segment &segment, const Spot &at)
{
    const double shrink = std::cos(at.lat * 0.017453292519943295);
    const double x = (segment.b.lon - segment.a.lon) * shrink;
    const double y = segment.b.lat - segment.a.lat;
    const double length = x * x + y * y;
    const double along =
        length > 0.0 ? ((at.lon - segment.a.lon) * shrink * x + (at.lat - segment.a.lat) * y) / length : 0.0;
    const double part = std::clamp(along, 0.0, 1.0);
    return {.lat = segment.a.lat + y * part, .lon = segment.a.lon + (segment.b.lon - segment.a.lon) * part};
}

std::optional<Place> nearestHouse(PlaceReader &reader, const Spot &at)
{
    std::optional<House> nearest;
    double least = houseMeters;
    cellsAround(at, 1, [&](qint64 cell) {
        for (auto &house : reader.housesIn(cell)) {
            const double away = metersBetween(house.at, at);
            if (away < least || (nearest && away == least && house.id < nearest->id)) {
                least = away;
                nearest = std::move(house);
            }
        }
    });
    const auto street = nearest ? reader.entity(nearest->street) : std::nullopt;
    if (!street)
        return {};
    auto place = placeOf(street->place, *nearest, reader);
    place.score = 1.0 - least / (2 * houseMeters);
    return place;
}

std::optional<Place> nearestStreet(PlaceReader &reader, const Spot &at)
{
    Spot spot;
    qint64 street = 0;
    double least = streetMeters;
    cellsAround(at, 2, [&](qint64 cell) {
        for (const auto &segment : reader.segmentsIn(cell)) {
            const auto near = nearestOn(segment, at);
            const double away = metersBetween(near, at);
            if (away < least) {
                least = away;
                spot = near;
                street = segment.street;
            }
        }
    });
    auto entity = street > 0 ? reader.entity(street) : std::nullopt;
    if (!entity)
        return {};
    entity->place.at = QGeoCoordinate(spot.lat, spot.lon);
    entity->place.score = 1.0 - least / (2 * streetMeters);
    return entity->place;
}

std::optional<Place> nearestDistrict(std::span<const Entity> districts, const Spot &at, Place::Kind kind, double most)
{
    const Entity *nearest = nullptr;
    double least = most;
    for (const auto &district : districts) {
        const double away =
            metersBetween({.lat = district.place.at.latitude(), .lon = district.place.at.longitude()}, at);
        if (district.place.kind == kind && away < least) {
            least = away;
            nearest = &district;
        }
    }
    if (!nearest)
        return {};
    auto place = nearest->place;
    place.score = 1.0 - least / (2 * most);
    return place;
}

} // namespace

std::optional<Place> nearestPlace(PlaceReader &reader, std::span<const Entity> districts, const Spot &at,
                                  PlaceDetail detail)
{
    std::optional<Place> found;
    if (detail == PlaceDetail::House)
        found = nearestHouse(reader, at);
    if (!found && detail <= PlaceDetail::Street)
        found = nearestStreet(reader, at);
    if (!found && detail <= PlaceDetail::Suburb)
        found = nearestDistrict(districts, at, Place::Kind::Suburb, suburbMeters);
    if (!found)
        found = nearestDistrict(districts, at, Place::Kind::City, cityMeters);
    return found;
}

} // namespace Doorstep::Places
