// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/places/housenumber.h"
#include "backend/region/places/place.h"
#include "backend/region/places/placegrid.h"
#include "backend/region/sqlite.h"

#include <QHash>

#include <optional>
#include <vector>

namespace Doorstep::Places {

/// A row of place_house.
struct House
{
    qint64 id = 0;
    qint64 street = 0;
    HouseNumber number;
    Spot at;
    int suburb = 0;
    int city = 0;
    int postcode = 0;
    QString osmType;
    qint64 osmId = 0;
};

/// A row of place_segment.
struct Segment
{
    qint64 street = 0;
    Spot a;
    Spot b;
};

/// A row of place_entity: a place without score, and how many houses the street has.
struct Entity
{
    qint64 id = 0; ///< Of the row; place.id is entityPlaceId() of it.
    Place place;
    int houses = 0;
};

/// The place_ tables of one region, read through one connection: one thread at a time.
///
/// A damaged file shows as rows that are not there; open() fails where tables are missing.
class PlaceReader
{
public:
    [[nodiscard]] static Result<PlaceReader> open(const QString &databasePath);

    [[nodiscard]] Sqlite::Database &database() { return m_database; }

    /// The names (of Vocabulary) that share most three-letter sequences with \a folded, the closest first.
    [[nodiscard]] QList<qint32> namesLike(const QString &folded, int most);
    [[nodiscard]] std::optional<Entity> entity(qint64 id);
    [[nodiscard]] std::vector<Entity> districts(); ///< All suburbs and cities.
    [[nodiscard]] QString label(int id);

    [[nodiscard]] std::vector<House> houses(qint64 street, int number);
    /// The nearest number below or above \a number; of the same parity if asked for.
    [[nodiscard]] std::optional<House> houseBelow(qint64 street, int number, bool sameSide);
    [[nodiscard]] std::optional<House> houseAbove(qint64 street, int number, bool sameSide);
    [[nodiscard]] std::vector<House> housesIn(qint64 cell);
    [[nodiscard]] std::vector<Segment> segmentsIn(qint64 cell);
    [[nodiscard]] std::vector<Spot> corners(qint64 a, qint64 b);

private:
    explicit PlaceReader(Sqlite::Database database);
    [[nodiscard]] Result<> prepare();

    /// What the region is asked, each with a statement of its own.
    enum class Ask : quint8 {
        NamesLike,
        Entity,
        Districts,
        Label,
        Houses,
        Below,
        Above,
        HousesIn,
        SegmentsIn,
        Corners
    };

    template <typename Use, typename... T>
    void each(Ask ask, const Use &use, const T &...values)
    {
        auto &statement = m_statements[static_cast<std::size_t>(ask)];
        statement.reset();
        int parameter = 0; // NOLINT(misc-const-correctness): counts the values, where there are any
        (statement.bind(++parameter, values), ...);
        for (auto more = statement.step(); more && *more; more = statement.step())
            use(statement);
        statement.reset();
    }
    [[nodiscard]] static House readHouse(Sqlite::Statement &row);
    [[nodiscard]] Entity readEntity(Sqlite::Statement &row);
    [[nodiscard]] std::optional<House> neighbour(Ask ask, qint64 street, int number, bool sameSide);

    Sqlite::Database m_database;
    std::vector<Sqlite::Statement> m_statements; ///< As Ask.
    QHash<int, QString> m_labels;
};

} // namespace Doorstep::Places
