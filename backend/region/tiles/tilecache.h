// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/sqlite.h"
#include "backend/region/tiles/tileservice.h"

#include <QByteArray>
#include <QString>

#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace Doorstep {

/// Drawn tiles of one style and scale, kept in an MBTiles file.
///
/// It may be deleted at any time and never fails: what cannot be read is not there, what cannot be written is not kept.
/// A file that is damaged is renamed to NAME.damaged and begun anew; one of another edition is emptied. Thread-safe.
class TileCache
{
public:
    struct Settings
    {
        QString path; ///< Of the file; its folder is made when it is missing.
        QString name; ///< What MBTiles calls the tileset.
        QByteArray edition; ///< Whose tiles these are.
        qint64 maxBytes = 0; ///< The oldest tiles go when the file holds more.
    };

    explicit TileCache(Settings settings);

    [[nodiscard]] std::optional<QByteArray> find(const TileRequest &request);
    void insert(const std::vector<std::pair<TileRequest, QByteArray>> &tiles);
    /// What the tiles take in the file.
    [[nodiscard]] qint64 bytes();

private:
    struct Open
    {
        Sqlite::Database database;
        Sqlite::Statement select;
        Sqlite::Statement insert;
    };

    [[nodiscard]] Result<Open> open() const;
    [[nodiscard]] Result<> prepareFile(Sqlite::Database &database) const;
    [[nodiscard]] Result<> write(Open &open, const std::vector<std::pair<TileRequest, QByteArray>> &tiles);
    [[nodiscard]] Result<> shrink(Sqlite::Database &database) const;
    void beginAnew();

    const Settings m_settings;
    std::mutex m_mutex;
    std::optional<Open> m_open; ///< Empty when not even a new file can be written.
};

} // namespace Doorstep
