// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/places/placereader.h"

#include "backend/region/places/placemaker.h"

namespace Doorstep::Places {

using namespace Qt::StringLiterals;

namespace {

#define DOORSTEP_ENTITY_COLUMNS                                                                                        \
    "id, kind, name, lat, lon, west, south, east, north, suburb, city, state, postcode, country, street, number,"      \
    " category, type, osm_type, osm_id, houses"
#define DOORSTEP_HOUSE_COLUMNS "id, street, number, suffix, lat, lon, suburb, city, postcode, osm_type, osm_id"

double degrees(qint64 fixed)
{
    return static_cast<double>(fixed) * 1e-7;
}

} // namespace

PlaceReader::PlaceReader(Sqlite::Database database)
    : m_database(std::move(database))
{
}

Result<PlaceReader> PlaceReader::open(const QString &databasePath)
{
    auto database = Sqlite::Database::open(databasePath, Sqlite::Database::Mode::Read);
    if (!database)
        return std::unexpected(database.error());
    PlaceReader reader(std::move(*database));
    if (auto prepared = reader.prepare(); !prepared)
        return std::unexpected(prepared.error());
    return reader;
}

Result<> PlaceReader::prepare()
{
    static constexpr std::pair<Ask, std::string_view> statements[]{
        {Ask::NamesLike,
         "SELECT rowid FROM place_trigram WHERE place_trigram MATCH ? ORDER BY bm25(place_trigram) LIMIT ?"},
        {Ask::Entity, "SELECT " DOORSTEP_ENTITY_COLUMNS " FROM place_entity WHERE id = ?"},
        {Ask::Districts, "SELECT " DOORSTEP_ENTITY_COLUMNS " FROM place_entity WHERE kind IN (4, 5)"},
        {Ask::Label, "SELECT text FROM place_label WHERE id = ?"},
        {Ask::Houses, "SELECT " DOORSTEP_HOUSE_COLUMNS " FROM place_house WHERE street = ? AND number = ? LIMIT 64"},
        {Ask::Below,
         "SELECT " DOORSTEP_HOUSE_COLUMNS " FROM place_house WHERE street = ?1 AND number < ?2"
         " AND (?3 = 0 OR number % 2 = ?2 % 2) ORDER BY number DESC LIMIT 1"},
        {Ask::Above,
         "SELECT " DOORSTEP_HOUSE_COLUMNS " FROM place_house WHERE street = ?1 AND number > ?2"
         " AND (?3 = 0 OR number % 2 = ?2 % 2) ORDER BY number LIMIT 1"},
        {Ask::HousesIn, "SELECT " DOORSTEP_HOUSE_COLUMNS " FROM place_house WHERE cell = ?"},
        {Ask::SegmentsIn, "SELECT street, alat, alon, blat, blon FROM place_segment WHERE cell = ?"},
        {Ask::Corners, "SELECT lat, lon FROM place_corner WHERE a = ? AND b = ? LIMIT 64"},
    };
    static_assert(static_cast<int>(Place::Kind::Suburb) == 4 && static_cast<int>(Place::Kind::City) == 5);
    m_statements.reserve(std::size(statements));
    for (const auto &[ask, sql] : statements) {
        Q_ASSERT(m_statements.size() == static_cast<std::size_t>(ask));
        auto prepared = m_database.prepare(sql);
        if (!prepared)
            return std::unexpected(prepared.error());
        m_statements.push_back(std::move(*prepared));
    }
    return {};
}

QList<qint32> PlaceReader::namesLike(const QString &folded, int most)
{
    const QString padded = u' ' + folded.left(60) + u' ';
    QStringList trigrams;
    // fold() left only letters, digits and spaces, so that nothing in them means anything to FTS inside quotes.
    for (qsizetype at = 0; at + 3 <= padded.size(); ++at)
        trigrams.append(u'"' + padded.sliced(at, 3) + u'"');
    trigrams.removeDuplicates();
    QList<qint32> found;
    if (!trigrams.isEmpty())
        each(
            Ask::NamesLike, [&](Sqlite::Statement &row) { found.append(static_cast<qint32>(row.integer(0))); },
            trigrams.join(" OR "_L1), most);
    return found;
}

std::optional<Entity> PlaceReader::entity(qint64 id)
{
    std::optional<Entity> found;
    each(Ask::Entity, [&](Sqlite::Statement &row) { found = readEntity(row); }, id);
    return found;
}

std::vector<Entity> PlaceReader::districts()
{
    std::vector<Entity> found;
    each(Ask::Districts, [&](Sqlite::Statement &row) { found.push_back(readEntity(row)); });
    return found;
}

QString PlaceReader::label(int id)
{
    if (id <= 0)
        return {};
    auto &text = m_labels[id];
    if (text.isNull())
        each(Ask::Label, [&](Sqlite::Statement &row) { text = row.text(0); }, id);
    return text;
}

std::vector<House> PlaceReader::houses(qint64 street, int number)
{
    std::vector<House> found;
    each(Ask::Houses, [&](Sqlite::Statement &row) { found.push_back(readHouse(row)); }, street, number);
    return found;
}

std::optional<House> PlaceReader::neighbour(Ask ask, qint64 street, int number, bool sameSide)
{
    std::optional<House> found;
    each(ask, [&](Sqlite::Statement &row) { found = readHouse(row); }, street, number, sameSide ? 1 : 0);
    return found;
}

std::optional<House> PlaceReader::houseBelow(qint64 street, int number, bool sameSide)
{
    return neighbour(Ask::Below, street, number, sameSide);
}

std::optional<House> PlaceReader::houseAbove(qint64 street, int number, bool sameSide)
{
    return neighbour(Ask::Above, street, number, sameSide);
}

std::vector<House> PlaceReader::housesIn(qint64 cell)
{
    std::vector<House> found;
    each(Ask::HousesIn, [&](Sqlite::Statement &row) { found.push_back(readHouse(row)); }, cell);
    return found;
}

std::vector<Segment> PlaceReader::segmentsIn(qint64 cell)
{
    std::vector<Segment> found;
    each(
        Ask::SegmentsIn,
        [&](Sqlite::Statement &row) {
            found.push_back({.street = row.integer(0),
                             .a = {.lat = degrees(row.integer(1)), .lon = degrees(row.integer(2))},
                             .b = {.lat = degrees(row.integer(3)), .lon = degrees(row.integer(4))}});
        },
        cell);
    return found;
}

std::vector<Spot> PlaceReader::corners(qint64 a, qint64 b)
{
    std::vector<Spot> found;
    each(
        Ask::Corners,
        [&](Sqlite::Statement &row) {
            found.push_back({.lat = degrees(row.integer(0)), .lon = degrees(row.integer(1))});
        },
        a, b);
    return found;
}

House PlaceReader::readHouse(Sqlite::Statement &row)
{
    return {.id = row.integer(0),
            .street = row.integer(1),
            .number = {.number = static_cast<int>(row.integer(2)), .suffix = row.text(3)},
            .at = {.lat = degrees(row.integer(4)), .lon = degrees(row.integer(5))},
            .suburb = static_cast<int>(row.integer(6)),
            .city = static_cast<int>(row.integer(7)),
            .postcode = static_cast<int>(row.integer(8)),
            .osmType = row.text(9),
            .osmId = row.integer(10)};
}

Entity PlaceReader::readEntity(Sqlite::Statement &row)
{
    Entity entity{.id = row.integer(0), .place = {}, .houses = static_cast<int>(row.integer(20))};
    auto &place = entity.place;
    place.id = entityPlaceId(entity.id);
    place.kind = static_cast<Place::Kind>(std::clamp<qint64>(row.integer(1), 0, 6));
    place.name = row.text(2);
    place.at = QGeoCoordinate(row.real(3), row.real(4));
    place.box = {.west = row.real(5), .south = row.real(6), .east = row.real(7), .north = row.real(8)};
    const int suburb = static_cast<int>(row.integer(9));
    const int city = static_cast<int>(row.integer(10));
    const int state = static_cast<int>(row.integer(11));
    const int postcode = static_cast<int>(row.integer(12));
    place.countryCode = row.text(13);
    place.address.street = row.text(14);
    place.address.houseNumber = row.text(15);
    place.category = row.text(16);
    place.type = row.text(17);
    place.osmType = row.text(18);
    place.osmId = row.integer(19);
    place.address.suburb = label(suburb);
    place.address.city = label(city);
    place.state = label(state);
    place.address.postcode = label(postcode);
    return entity;
}

} // namespace Doorstep::Places
