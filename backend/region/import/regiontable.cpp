// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/import/regiontable.h"

#include <QTimeZone>

namespace Doorstep {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 applicationId = 0x44525250; // "DRRP", what `file` and we know a compiled region by

QString boxText(const RegionBox &box)
{
    return u"%1,%2,%3,%4"_s.arg(box.west, 0, 'f', 7)
        .arg(box.south, 0, 'f', 7)
        .arg(box.east, 0, 'f', 7)
        .arg(box.north, 0, 'f', 7);
}

RegionBox boxFromText(const QString &text)
{
    const auto parts = text.split(u',');
    if (parts.size() != 4)
        return {};
    return {.west = parts[0].toDouble(),
            .south = parts[1].toDouble(),
            .east = parts[2].toDouble(),
            .north = parts[3].toDouble()};
}

} // namespace

Result<> writeRegionTable(Sqlite::Database &database, const Region &region)
{
    if (auto made = database.exec("CREATE TABLE region(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID");
        !made)
        return made;
    const auto pragmas = "PRAGMA application_id = %1; PRAGMA user_version = %2"_L1.arg(
        QString::number(applicationId), QString::number(regionSchemaVersion));
    if (auto set = database.exec(pragmas.toUtf8().constData()); !set)
        return set;

    auto insert = database.prepare("INSERT INTO region(key, value) VALUES(?, ?)");
    if (!insert)
        return std::unexpected(std::move(insert.error()));
    const std::pair<const char *, QString> rows[] = {
        {"source_name", region.sourceName},
        {"source_size", QString::number(region.sourceSize)},
        {"source_modified_at", QString::number(region.sourceModifiedAt.toSecsSinceEpoch())},
        {"source_sha256", QString::fromLatin1(region.sourceSha256)},
        {"imported_at", QString::number(region.importedAt.toSecsSinceEpoch())},
        {"box", boxText(region.box)},
        {"attribution", region.attribution},
    };
    for (const auto &[key, value] : rows) {
        if (auto written = insert->run(key, value); !written)
            return written;
    }
    return {};
}

Result<Region> readRegionTable(Sqlite::Database &database)
{
    const auto id = database.number("PRAGMA application_id");
    if (!id || *id != applicationId)
        return failure(Error::Kind::Malformed, u"is not a compiled region."_s);
    const auto version = database.number("PRAGMA user_version").value_or(std::nullopt).value_or(0);
    if (version != regionSchemaVersion)
        return failure(
            Error::Kind::Refused,
            u"was compiled by another version of Doorstep (format %1, this one reads %2): import the extract again."_s
                .arg(version)
                .arg(regionSchemaVersion));

    auto select = database.prepare("SELECT key, value FROM region");
    if (!select)
        return failure(Error::Kind::Malformed, u"is damaged: %1."_s.arg(select.error().detail));
    QHash<QString, QString> values;
    auto row = select->step();
    for (; row && *row; row = select->step())
        values.insert(select->text(0), select->text(1));
    if (!row)
        return failure(Error::Kind::Malformed, u"is damaged: %1."_s.arg(row.error().detail));
    const auto timeOf = [&values](const QString &key) {
        return QDateTime::fromSecsSinceEpoch(values.value(key).toLongLong(), QTimeZone::UTC);
    };
    Region region;
    region.sourceName = values.value(u"source_name"_s);
    region.sourceSize = values.value(u"source_size"_s).toLongLong();
    region.sourceModifiedAt = timeOf(u"source_modified_at"_s);
    region.sourceSha256 = values.value(u"source_sha256"_s).toLatin1();
    region.importedAt = timeOf(u"imported_at"_s);
    region.box = boxFromText(values.value(u"box"_s));
    region.attribution = values.value(u"attribution"_s);
    return region;
}

} // namespace Doorstep
