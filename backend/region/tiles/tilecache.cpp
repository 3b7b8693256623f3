// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/tiles/tilecache.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>

namespace Doorstep {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(log, "doorstep.tiles.cache", QtInfoMsg)

/// MBTiles counts rows from the south.
qint64 rowOf(const TileRequest &request)
{
    return (qint64{1} << request.zoom) - 1 - request.y;
}

Result<qint64> usedBytes(Sqlite::Database &database)
{
    qint64 values[3]{};
    constexpr const char *pragmas[] = {"PRAGMA page_count", "PRAGMA freelist_count", "PRAGMA page_size"};
    for (int i = 0; i < 3; ++i) {
        const auto value = database.number(pragmas[i]);
        if (!value)
            return std::unexpected(value.error());
        values[i] = value->value_or(0);
    }
    return (values[0] - values[1]) * values[2];
}

} // namespace

TileCache::TileCache(Settings settings)
    : m_settings(std::move(settings))
{
    QDir().mkpath(QFileInfo(m_settings.path).absolutePath());
    auto opened = open();
    if (opened)
        m_open.emplace(std::move(*opened));
    else
        beginAnew();
}

Result<TileCache::Open> TileCache::open() const
{
    auto database = Sqlite::Database::open(m_settings.path, Sqlite::Database::Mode::Create);
    if (!database)
        return std::unexpected(std::move(database.error()));
    if (auto prepared = prepareFile(*database); !prepared)
        return std::unexpected(std::move(prepared.error()));
    auto select =
        database->prepare("SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?");
    if (!select)
        return std::unexpected(std::move(select.error()));
    auto insert = database->prepare(
        "INSERT OR REPLACE INTO tiles(zoom_level, tile_column, tile_row, tile_data) VALUES(?, ?, ?, ?)");
    if (!insert)
        return std::unexpected(std::move(insert.error()));
    return Open{.database = std::move(*database), .select = std::move(*select), .insert = std::move(*insert)};
}

Result<> TileCache::prepareFile(Sqlite::Database &database) const
{
    // A cache need not survive a power cut; if it is damaged then, it is begun anew.
    if (auto made = database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA busy_timeout = 2000;"
                                  "CREATE TABLE IF NOT EXISTS metadata(name TEXT PRIMARY KEY, value TEXT);"
                                  "CREATE TABLE IF NOT EXISTS tiles(id INTEGER PRIMARY KEY, zoom_level INTEGER,"
                                  " tile_column INTEGER, tile_row INTEGER, tile_data BLOB,"
                                  " UNIQUE(zoom_level, tile_column, tile_row))");
        !made)
        return made;
    auto known = database.prepare("SELECT value FROM metadata WHERE name = 'doorstep_edition'");
    if (!known)
        return std::unexpected(std::move(known.error()));
    const auto row = known->step();
    if (!row)
        return std::unexpected(row.error());
    if (*row && known->text(0) == QLatin1StringView(m_settings.edition))
        return {};
    known->reset();

    if (auto emptied = database.exec("DELETE FROM tiles; DELETE FROM metadata"); !emptied)
        return emptied;
    auto insert = database.prepare("INSERT INTO metadata(name, value) VALUES(?, ?)");
    if (!insert)
        return std::unexpected(std::move(insert.error()));
    const std::pair<const char *, QString> rows[] = {
        {"name", m_settings.name},
        {"format", u"png"_s},
        {"minzoom", u"9"_s},
        {"maxzoom", u"19"_s},
        {"type", u"baselayer"_s},
        {"attribution", u"© OpenStreetMap contributors"_s},
        {"doorstep_edition", QString::fromLatin1(m_settings.edition)},
    };
    for (const auto &[name, value] : rows) {
        if (auto written = insert->run(name, value); !written)
            return written;
    }
    return {};
}

std::optional<QByteArray> TileCache::find(const TileRequest &request)
{
    const std::lock_guard lock(m_mutex);
    if (!m_open)
        return {};
    auto &select = m_open->select;
    select.reset();
    select.bind(1, request.zoom);
    select.bind(2, request.x);
    select.bind(3, rowOf(request));
    const auto row = select.step();
    if (!row) {
        qCWarning(log, "%ls: %ls", qUtf16Printable(m_settings.path), qUtf16Printable(row.error().detail));
        beginAnew();
        return {};
    }
    std::optional<QByteArray> tile;
    if (*row && select.blob(0).startsWith("\x89PNG"))
        tile = select.blob(0).toByteArray();
    select.reset();
    return tile;
}

void TileCache::insert(const std::vector<std::pair<TileRequest, QByteArray>> &tiles)
{
    const std::lock_guard lock(m_mutex);
    if (!m_open)
        return;
    if (const auto written = write(*m_open, tiles); !written) {
        qCWarning(log, "%ls: %ls", qUtf16Printable(m_settings.path), qUtf16Printable(written.error().detail));
        beginAnew();
    }
}

Result<> TileCache::write(Open &open, const std::vector<std::pair<TileRequest, QByteArray>> &tiles)
{
    auto transaction = Sqlite::Transaction::begin(open.database);
    if (!transaction)
        return std::unexpected(std::move(transaction.error()));
    for (const auto &[request, png] : tiles) {
        if (auto written = open.insert.run(request.zoom, request.x, rowOf(request), QByteArrayView(png)); !written)
            return written;
    }
    if (auto shrunk = shrink(open.database); !shrunk)
        return shrunk;
    return transaction->commit();
}

Result<> TileCache::shrink(Sqlite::Database &database) const
{
    const auto used = usedBytes(database);
    if (!used)
        return std::unexpected(used.error());
    if (*used <= m_settings.maxBytes)
        return {};
    // An eighth at a time, oldest first, so that it does not come to this with every tile.
    return database.exec("DELETE FROM tiles WHERE id IN (SELECT id FROM tiles ORDER BY id LIMIT"
                         " (SELECT 1 + count(*) / 8 FROM tiles))");
}

qint64 TileCache::bytes()
{
    const std::lock_guard lock(m_mutex);
    return m_open ? usedBytes(m_open->database).value_or(0) : 0;
}

void TileCache::beginAnew()
{
    m_open.reset();
    const auto aside = m_settings.path + u".damaged"_s;
    QFile::remove(aside);
    for (const auto *ending : {"-wal", "-shm"})
        QFile::remove(m_settings.path + QLatin1StringView(ending));
    if (QFile::exists(m_settings.path) && !QFile::rename(m_settings.path, aside))
        QFile::remove(m_settings.path);
    auto opened = open();
    if (opened) {
        m_open.emplace(std::move(*opened));
        qCInfo(log, "%ls was damaged: begun anew", qUtf16Printable(m_settings.path));
    } else {
        qCWarning(log, "tiles are not kept: %ls", qUtf16Printable(opened.error().detail));
    }
}

} // namespace Doorstep
