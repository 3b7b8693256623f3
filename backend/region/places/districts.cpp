// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/places/districts.h"

namespace Doorstep::Places {

using namespace Qt::StringLiterals;

namespace {

/// How far a point of this kind speaks for its surroundings, in metres; 0 for what is too small to name a door's
/// suburb.
double reach(const RawPlace &place)
{
    constexpr std::pair<QLatin1StringView, double> reaches[]{
        {"city"_L1, 25'000.0},  {"town"_L1, 8'000.0},    {"village"_L1, 4'000.0}, {"hamlet"_L1, 1'500.0},
        {"suburb"_L1, 3'500.0}, {"borough"_L1, 5'000.0}, {"quarter"_L1, 2'000.0},
    };
    for (const auto &[type, meters] : reaches) {
        if (place.type == type)
            return meters;
    }
    return 0.0;
}

bool holds(const std::vector<Spot> &outline, const Spot &spot)
{
    bool inside = false;
    for (std::size_t i = 0, before = outline.size() - 1; i < outline.size(); before = i++) {
        const auto &a = outline[i];
        const auto &b = outline[before];
        if ((a.lat > spot.lat) != (b.lat > spot.lat)
            && spot.lon < (b.lon - a.lon) * (spot.lat - a.lat) / (b.lat - a.lat) + a.lon)
            inside = !inside;
    }
    return inside;
}

} // namespace

Districts::Districts(Gathered &gathered)
    : m_gathered(gathered)
{
    for (const auto &place : gathered.places) {
        if (place.kind == Place::Kind::Suburb || place.kind == Place::Kind::City)
            m_places.push_back(&place);
    }
}

int Districts::at(const Spot &spot, Place::Kind kind, QHash<qint64, int> &known)
{
    const auto cell = gridCell(spot, nearCellDegrees);
    const auto found = known.constFind(cell);
    if (found != known.cend())
        return *found;
    const int label = find(spot, kind);
    known.insert(cell, label);
    return label;
}

int Districts::find(const Spot &spot, Place::Kind kind)
{
    const RawPlace *nearest = nullptr;
    double least = 1.0; // in reaches
    for (const auto *place : m_places) {
        if (place->kind != kind)
            continue;
        if (!place->outline.empty() && place->box.west <= spot.lon && spot.lon <= place->box.east
            && place->box.south <= spot.lat && spot.lat <= place->box.north && holds(place->outline, spot))
            return m_gathered.labels(place->name);
        const double reaching = reach(*place);
        const double away = reaching > 0.0 ? metersBetween(spot, place->at) / reaching : 2.0;
        if (away < least) {
            least = away;
            nearest = place;
        }
    }
    return nearest ? m_gathered.labels(nearest->name) : 0;
}

} // namespace Doorstep::Places
