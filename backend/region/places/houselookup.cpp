// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/places/houselookup.h"

#include <limits>

namespace Doorstep::Places {

namespace {

constexpr double samePlaceMeters = 80.0;
constexpr double widestGapMeters = 500.0; // between two neighbours: more, and a line between them says nothing
constexpr int widestGap = 300;
constexpr std::size_t mostFinds = 4;

std::vector<HouseFind> known(PlaceReader &reader, qint64 street, const HouseNumber &wanted)
{
    std::vector<HouseFind> found;
    auto rows = reader.houses(street, wanted.number);
    std::ranges::stable_sort(rows, {}, [&](const House &house) { return house.number.suffix != wanted.suffix; });
    for (auto &house : rows) {
        const bool same = house.number.suffix == wanted.suffix;
        if (!found.empty() && !same && found.front().how == HouseFind::How::Known)
            break;
        const bool repeated = std::ranges::any_of(
            found, [&](const HouseFind &other) { return metersBetween(other.at, house.at) < samePlaceMeters; });
        if (repeated || found.size() >= mostFinds)
            continue;
        found.push_back({.how = same ? HouseFind::How::Known : HouseFind::How::OtherSuffix,
                         .number = house.number,
                         .at = house.at,
                         .house = house});
    }
    return found;
}

std::optional<HouseFind> between(PlaceReader &reader, qint64 street, const HouseNumber &wanted, bool sameSide)
{
    const auto below = reader.houseBelow(street, wanted.number, sameSide);
    const auto above = reader.houseAbove(street, wanted.number, sameSide);
    if (!below || !above)
        return {};
    const int gap = above->number.number - below->number.number;
    const double meters = metersBetween(below->at, above->at);
    if (gap > widestGap || meters > widestGapMeters)
        return {};
    const double part = static_cast<double>(wanted.number - below->number.number) / gap;
    HouseFind find{.how = sameSide ? HouseFind::How::Between : HouseFind::How::BetweenSides,
                   .number = wanted,
                   .at = {.lat = below->at.lat + (above->at.lat - below->at.lat) * part,
                          .lon = below->at.lon + (above->at.lon - below->at.lon) * part},
                   .house = part < 0.5 ? below : above};
    // At worst the door is at the farther neighbour; half the distance is what one finds in practice.
    find.uncertaintyMeters = std::max(10.0, meters / 2 + (sameSide ? 0.0 : 15.0));
    find.gap = gap;
    return find;
}

HouseFind beyond(PlaceReader &reader, qint64 street, const HouseNumber &wanted)
{
    const auto below = reader.houseBelow(street, wanted.number, false);
    const auto above = reader.houseAbove(street, wanted.number, false);
    const auto distance = [&](const std::optional<House> &house) {
        return house ? std::abs(house->number.number - wanted.number) : std::numeric_limits<int>::max();
    };
    const auto &nearest = distance(below) <= distance(above) ? below : above;
    if (!nearest)
        return {.number = wanted};
    HouseFind find{.how = HouseFind::How::Beyond, .number = wanted, .at = nearest->at, .house = nearest};
    find.gap = distance(nearest);
    find.uncertaintyMeters = std::clamp(find.gap * 1.0, 50.0, 5'000.0); // about a metre a number
    return find;
}

} // namespace

std::vector<HouseFind> findHouses(PlaceReader &reader, qint64 street, const QList<HouseNumber> &numbers)
{
    if (numbers.isEmpty())
        return {HouseFind{}};
    std::vector<HouseFind> found;
    for (const auto &wanted : numbers) {
        auto these = known(reader, street, wanted);
        if (!these.empty() && these.front().how == HouseFind::How::Known)
            return these;
        if (found.empty())
            found = std::move(these);
    }
    if (!found.empty())
        return found;
    for (const bool sameSide : {true, false}) {
        if (auto find = between(reader, street, numbers.first(), sameSide))
            return {*std::move(find)};
    }
    return {beyond(reader, street, numbers.first())};
}

std::vector<HouseFind> findSwapped(PlaceReader &reader, qint64 street, const HouseNumber &wanted)
{
    std::vector<HouseFind> found;
    const auto digits = QString::number(wanted.number);
    for (qsizetype i = 0; i + 1 < digits.size(); ++i) {
        auto swapped = digits;
        std::swap(swapped[i], swapped[i + 1]);
        if (swapped == digits || swapped.startsWith(u'0'))
            continue;
        auto other = wanted;
        other.number = swapped.toInt();
        const auto these = known(reader, street, other);
        if (!these.empty() && these.front().how == HouseFind::How::Known)
            found.push_back(these.front());
    }
    return found;
}

} // namespace Doorstep::Places
