// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/places/placewriter.h"

#include "backend/region/places/districts.h"
#include "backend/region/places/fold.h"
#include "backend/region/places/housenumber.h"
#include "backend/region/places/placetables.h"
#include "backend/region/places/streetpieces.h"
#include "backend/region/places/wordwriter.h"

#include <cmath>

namespace Doorstep::Places {

using namespace Qt::StringLiterals;

namespace {

qint64 fixed(double degrees)
{
    return std::llround(degrees * 1e7);
}

QString mostFrequent(const QHash<QString, int> &counts)
{
    QString best;
    int most = 0;
    for (const auto &[key, count] : counts.asKeyValueRange()) {
        if (count > most || (count == most && key < best)) {
            best = key;
            most = count;
        }
    }
    return best;
}

/// Writes one extract. Entities are numbered from 1: streets in the order of their pieces, then places.
class Writer
{
public:
    Writer(Sqlite::Database &database, Gathered &gathered)
        : m_database(database)
        , m_gathered(gathered)
        , m_districts(gathered)
        , m_streets(gathered)
        , m_state(gathered.labels(mostFrequent(gathered.states)))
        , m_country(mostFrequent(gathered.countries))
    {
    }

    Result<> streets();
    Result<> places();
    Result<> houses();
    Result<> segments();
    QHash<qint64, QList<qint64>> meetings();
    Result<> corners();
    Result<> labels();
    Result<> words() { return m_words.write(m_database); }

private:
    [[nodiscard]] qint64 entityAt(int streetName, const Spot &spot) const { return m_streets.at(streetName, spot) + 1; }
    void name(qint64 entity, const QString &name, const QStringList &otherNames);

    static constexpr auto insertEntity = "INSERT INTO place_entity VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

    Sqlite::Database &m_database;
    Gathered &m_gathered;
    Districts m_districts;
    StreetPieces m_streets;
    WordWriter m_words;
    int m_state;
    QString m_country;
};

void Writer::name(qint64 entity, const QString &name, const QStringList &otherNames)
{
    m_words.add(entity, name);
    for (const auto &other : otherNames) {
        if (fold(other) != fold(name))
            m_words.add(entity, other);
    }
}

Result<> Writer::streets()
{
    auto insert = m_database.prepare(insertEntity);
    if (!insert)
        return std::unexpected(insert.error());
    qint64 entity = 0;
    for (const auto &piece : m_streets.all()) {
        const auto text = m_gathered.streetNames.text(piece.name);
        const int city = piece.city > 0 ? piece.city : m_districts.cityAt(piece.at);
        name(++entity, text, piece.otherNames);
        if (auto done = insert->run(entity, static_cast<int>(Place::Kind::Street), text, piece.at.lat, piece.at.lon,
                                    piece.box.west, piece.box.south, piece.box.east, piece.box.north,
                                    m_districts.suburbAt(piece.at), city, m_state, 0, m_country, text, "", "highway",
                                    piece.type.isEmpty() ? u"residential"_s : piece.type, piece.osmId ? "way" : "",
                                    piece.osmId, piece.houses);
            !done)
            return done;
    }
    return {};
}

Result<> Writer::places()
{
    auto insert = m_database.prepare(insertEntity);
    if (!insert)
        return std::unexpected(insert.error());
    auto entity = static_cast<qint64>(m_streets.all().size());
    for (const auto &place : m_gathered.places) {
        const bool inCity = place.kind != Place::Kind::City;
        const bool inSuburb = place.kind == Place::Kind::Poi;
        name(++entity, place.name, place.otherNames.split(u';', Qt::SkipEmptyParts));
        if (auto done = insert->run(entity, static_cast<int>(place.kind), place.name, place.at.lat, place.at.lon,
                                    place.box.west, place.box.south, place.box.east, place.box.north,
                                    inSuburb ? m_districts.suburbAt(place.at) : 0,
                                    inCity ? m_districts.cityAt(place.at) : 0, m_state, 0, m_country, place.street,
                                    place.number, place.category, place.type, place.osmType, place.osmId, 0);
            !done)
            return done;
    }
    return {};
}

Result<> Writer::houses()
{
    auto insert = m_database.prepare("INSERT INTO place_house VALUES(NULL,?,?,?,?,?,?,?,?,?,?,?)");
    if (!insert)
        return std::unexpected(insert.error());
    for (const auto &house : m_gathered.houses) {
        const int suburb = house.suburb > 0 ? house.suburb : m_districts.suburbAt(house.at);
        const int city = house.city > 0 ? house.city : m_districts.cityAt(house.at);
        for (const auto &number : houseNumbers(house.numbers)) {
            if (auto done = insert->run(entityAt(house.street, house.at), number.number, number.suffix,
                                        gridCell(house.at, nearCellDegrees), fixed(house.at.lat), fixed(house.at.lon),
                                        suburb, city, house.postcode, house.isWay ? "way" : "node", house.osmId);
                !done)
                return done;
        }
    }
    return {};
}

Result<> Writer::segments()
{
    auto insert = m_database.prepare("INSERT INTO place_segment VALUES(?,?,?,?,?,?)");
    if (!insert)
        return std::unexpected(insert.error());
    for (const auto &road : m_gathered.roads) {
        const auto street = entityAt(road.street, road.line.front());
        for (std::size_t i = 1; i < road.line.size(); ++i) {
            const auto &a = road.line[i - 1];
            const auto &b = road.line[i];
            // A segment is looked for in the cells around a door; one that is long stands in each cell it passes.
            const int steps = std::min(1'000, static_cast<int>(metersBetween(a, b) / 150.0));
            qint64 last = -1;
            for (int step = 0; step <= steps + 1; ++step) {
                const double part = static_cast<double>(step) / (steps + 1);
                const auto cell = gridCell(
                    {.lat = a.lat + (b.lat - a.lat) * part, .lon = a.lon + (b.lon - a.lon) * part}, nearCellDegrees);
                if (cell == last)
                    continue;
                last = cell;
                if (auto done = insert->run(cell, street, fixed(a.lat), fixed(a.lon), fixed(b.lat), fixed(b.lon));
                    !done)
                    return done;
            }
        }
    }
    return {};
}

/// The streets that pass each node.
QHash<qint64, QList<qint64>> Writer::meetings()
{
    QHash<qint64, QList<qint64>> meeting;
    for (const auto &road : m_gathered.roads) {
        const auto street = entityAt(road.street, road.line.front());
        for (const auto node : road.nodes) {
            auto &streets = meeting[node];
            if (!streets.contains(street))
                streets.append(street);
        }
    }
    return meeting;
}

Result<> Writer::corners()
{
    const auto meeting = meetings();
    auto insert = m_database.prepare("INSERT OR IGNORE INTO place_corner VALUES(?,?,?,?)");
    if (!insert)
        return std::unexpected(insert.error());
    for (const auto &road : m_gathered.roads) {
        const auto street = entityAt(road.street, road.line.front());
        for (std::size_t i = 0; i < road.nodes.size(); ++i) {
            auto others = meeting.value(road.nodes[i]);
            others.removeAll(street);
            for (const auto other : std::as_const(others)) {
                if (auto done = insert->run(street, other, fixed(road.line[i].lat), fixed(road.line[i].lon)); !done)
                    return done;
            }
        }
    }
    return {};
}

Result<> Writer::labels()
{
    auto insert = m_database.prepare("INSERT INTO place_label VALUES(?,?)");
    if (!insert)
        return std::unexpected(insert.error());
    qint64 label = 0;
    for (const auto &text : m_gathered.labels.all()) {
        if (auto done = insert->run(++label, text); !done)
            return done;
    }
    return {};
}

} // namespace

Result<> writePlaces(Sqlite::Database &database, Gathered gathered, const Progress &progress)
{
    progress(u"places: joining streets", 0.0);
    Writer writer(database, gathered);
    using Step = Result<> (Writer::*)();
    constexpr std::pair<Step, QStringView> steps[]{
        {&Writer::streets, u"places: writing streets"},  {&Writer::places, u"places: writing places"},
        {&Writer::houses, u"places: writing addresses"}, {&Writer::segments, u"places: writing roads"},
        {&Writer::corners, u"places: writing corners"},  {&Writer::words, u"places: writing words"},
        {&Writer::labels, u"places: writing words"},
    };
    double done = 0.0;
    for (const auto &[step, what] : steps) {
        progress(what, done / std::size(steps));
        if (auto written = (writer.*step)(); !written)
            return written;
        done += 1.0;
    }
    progress(u"places: indexing", done / (std::size(steps) + 1));
    return database.exec(placeIndexes);
}

} // namespace Doorstep::Places
