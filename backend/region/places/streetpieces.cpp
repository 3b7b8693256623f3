// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/places/streetpieces.h"

#include "backend/region/places/fold.h"

#include <limits>

namespace Doorstep::Places {

namespace {

constexpr double cellDegrees = 0.006; // some 600 m: pieces of one street are at most twice that apart
constexpr double stepDegrees = 0.004; // less than a cell, so that a long straight way touches every cell it crosses

/// Calls \a use with spots along \a line, no two farther apart than a step.
void along(const std::vector<Spot> &line, const auto &use)
{
    for (std::size_t i = 0; i < line.size(); ++i) {
        use(line[i]);
        if (i + 1 == line.size())
            break;
        const auto &next = line[i + 1];
        const double length = std::max(std::abs(next.lat - line[i].lat), std::abs(next.lon - line[i].lon));
        const int steps = std::min(10'000, static_cast<int>(length / stepDegrees));
        for (int step = 1; step <= steps; ++step) {
            const double part = static_cast<double>(step) / (steps + 1);
            use(Spot{.lat = line[i].lat + (next.lat - line[i].lat) * part,
                     .lon = line[i].lon + (next.lon - line[i].lon) * part});
        }
    }
}

void include(PlaceBox &box, const Spot &spot)
{
    box.west = std::min(box.west, spot.lon);
    box.east = std::max(box.east, spot.lon);
    box.south = std::min(box.south, spot.lat);
    box.north = std::max(box.north, spot.lat);
}

int mostFrequent(const QHash<int, int> &counts)
{
    int best = 0;
    int most = 0;
    for (const auto &[key, count] : counts.asKeyValueRange()) {
        if (count > most || (count == most && key < best)) {
            best = key;
            most = count;
        }
    }
    return best;
}

} // namespace

StreetPieces::StreetPieces(const Gathered &gathered)
{
    group(gathered);
    joinCells();
    describe(gathered);
    placeMiddles(gathered);
}

int StreetPieces::at(int streetName, const Spot &spot) const
{
    const auto &cells = m_cells[static_cast<std::size_t>(m_groups[static_cast<std::size_t>(streetName)])];
    return cells.value(gridCell(spot, cellDegrees), -1);
}

void StreetPieces::group(const Gathered &gathered)
{
    QHash<QString, int> known;
    m_groups.push_back(-1); // street names count from 1
    for (const auto &name : gathered.streetNames.all()) {
        auto &group = known[fold(name)];
        if (group == 0)
            group = static_cast<int>(known.size());
        m_groups.push_back(group - 1);
    }
    m_cells.resize(static_cast<std::size_t>(known.size()));
    const auto touch = [this](int street, const Spot &spot) {
        m_cells[static_cast<std::size_t>(m_groups[static_cast<std::size_t>(street)])].insert(
            gridCell(spot, cellDegrees), -1);
    };
    for (const auto &road : gathered.roads)
        along(road.line, [&](const Spot &spot) { touch(road.street, spot); });
    for (const auto &house : gathered.houses)
        touch(house.street, house.at);
}

namespace {

/// Gives \a piece all of \a cells that hang together with \a start and have none.
void spread(QHash<qint64, int> &cells, qint64 start, int piece)
{
    QList<qint64> waiting{start};
    cells[start] = piece;
    while (!waiting.isEmpty()) {
        const auto cell = waiting.takeLast();
        for (const auto near : {cell - 1, cell + 1, cell - gridRow, cell + gridRow, cell - gridRow - 1,
                                cell - gridRow + 1, cell + gridRow - 1, cell + gridRow + 1}) {
            const auto found = cells.find(near);
            if (found == cells.end() || *found >= 0)
                continue;
            *found = piece;
            waiting.append(near);
        }
    }
}

} // namespace

void StreetPieces::joinCells()
{
    for (auto &cells : m_cells) {
        auto starts = cells.keys();
        std::ranges::sort(starts); // a hash has no order of its own, and two imports shall be alike
        for (const auto start : starts) {
            if (cells[start] >= 0)
                continue;
            const auto piece = static_cast<int>(m_pieces.size());
            constexpr double far = std::numeric_limits<double>::max();
            m_pieces.emplace_back().box = {.west = far, .south = far, .east = -far, .north = -far};
            spread(cells, start, piece);
        }
    }
}

void StreetPieces::describe(const Gathered &gathered)
{
    std::vector<QHash<int, int>> spellings(m_pieces.size());
    std::vector<QHash<int, int>> cities(m_pieces.size());
    for (const auto &road : gathered.roads) {
        const auto index = static_cast<std::size_t>(at(road.street, road.line.front()));
        auto &piece = m_pieces[index];
        spellings[index][road.street] += 1'000; // a sign in the street is better spelt than an address
        for (const auto &spot : road.line)
            include(piece.box, spot);
        for (const auto &name : road.otherNames.split(u';', Qt::SkipEmptyParts)) {
            if (!piece.otherNames.contains(name))
                piece.otherNames.append(name);
        }
        if (piece.osmId == 0) {
            piece.osmId = road.osmId;
            piece.type = road.type;
        }
    }
    for (const auto &house : gathered.houses) {
        const auto index = static_cast<std::size_t>(at(house.street, house.at));
        auto &piece = m_pieces[index];
        spellings[index][house.street] += 1;
        if (house.city > 0)
            ++cities[index][house.city];
        include(piece.box, house.at);
        ++piece.houses;
    }
    for (std::size_t index = 0; index < m_pieces.size(); ++index) {
        m_pieces[index].name = mostFrequent(spellings[index]);
        m_pieces[index].city = mostFrequent(cities[index]);
    }
}

void StreetPieces::placeMiddles(const Gathered &gathered)
{
    std::vector<double> nearest(m_pieces.size(), std::numeric_limits<double>::max());
    const auto offer = [&](std::size_t index, const Spot &spot, double handicap) {
        auto &piece = m_pieces[index];
        const Spot middle{.lat = (piece.box.south + piece.box.north) / 2, .lon = (piece.box.west + piece.box.east) / 2};
        const double away = metersBetween(spot, middle) + handicap;
        if (away < nearest[index]) {
            nearest[index] = away;
            piece.at = spot;
        }
    };
    for (const auto &road : gathered.roads) {
        const auto index = static_cast<std::size_t>(at(road.street, road.line.front()));
        along(road.line, [&](const Spot &spot) { offer(index, spot, 0.0); });
    }
    for (const auto &house : gathered.houses) // beside the street, so only where no way tells of it
        offer(static_cast<std::size_t>(at(house.street, house.at)), house.at, 1e7);
}

} // namespace Doorstep::Places
