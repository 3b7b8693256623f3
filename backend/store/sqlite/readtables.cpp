// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/store/sqlite/readtables.h"

#include <bit>

using namespace Qt::StringLiterals;

namespace Doorstep::StoreFile {
namespace {

struct FeedRow
{
    qint64 number = 0;
    qint64 horizon = 0;
    FeedState state;
};

/// Without the checksum, which only the writer knows.
Result<FeedRow> readFeed(Database &database, const FeedId &feed)
{
    Statement rows(database, "SELECT no, horizon, epoch, last_seq FROM feed WHERE id=?1");
    const auto row = rows.with(feed.toString()).next();
    if (!row)
        return std::unexpected(row.error());
    if (!*row)
        return failure(Error::Kind::NotFound, u"there is no feed of that name"_s);
    return FeedRow{.number = rows.integer(0),
                   .horizon = rows.integer(1),
                   .state = {.id = feed, .epoch = std::bit_cast<quint64>(rows.integer(2)), .head = rows.integer(3)}};
}

/// Of a row whose columns are: kind, id, version, deleted, body.
Document documentIn(const Statement &row)
{
    return {.kind = row.text(0),
            .id = row.text(1),
            .version = row.integer(2),
            .deleted = row.integer(3) != 0,
            .body = row.bytes(4)};
}

Result<QList<Document>> allOf(Statement &rows, qsizetype limit)
{
    QList<Document> documents;
    while (documents.size() < limit) {
        const auto row = rows.next();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            break;
        documents.append(documentIn(rows));
    }
    return documents;
}

/// Ends the read transaction when it goes.
class Reading
{
public:
    explicit Reading(Database &database)
        : m_database(database)
    {
        static_cast<void>(m_database.execute("BEGIN"));
    }
    ~Reading() { static_cast<void>(m_database.execute("ROLLBACK")); }
    Q_DISABLE_COPY_MOVE(Reading)

private:
    Database &m_database;
};

class SqliteSnapshot : public Snapshot
{
public:
    SqliteSnapshot(Database database, const FeedRow &feed)
        : m_database(std::move(database))
        , m_cursor{.epoch = feed.state.epoch, .seq = feed.state.head}
        , m_rows(m_database, "SELECT kind, id, version, deleted, body FROM document WHERE feed=?1 AND NOT deleted")
    {
        m_rows.with(feed.number);
    }

    [[nodiscard]] Cursor cursor() const override { return m_cursor; }
    Result<QList<Document>> next(int limit) override
    {
        if (m_isAtEnd) // stepping on would start over
            return QList<Document>();
        auto documents = allOf(m_rows, limit);
        m_isAtEnd = documents && documents->size() < limit;
        return documents;
    }

private:
    Database m_database;
    Cursor m_cursor;
    Statement m_rows;
    bool m_isAtEnd = false;
};

} // namespace

Result<Changes> readChanges(Database &database, const FeedId &feed, quint64 epoch, qint64 after, int limit)
{
    const Reading reading(database);
    const auto row = readFeed(database, feed);
    if (!row)
        return std::unexpected(row.error());
    if (row->state.epoch != epoch)
        return failure(Error::Kind::Gone, u"epoch_changed"_s);
    if (after < row->horizon || after > row->state.head)
        return failure(Error::Kind::Gone, u"cursor_expired"_s);
    Statement rows(
        database, "SELECT kind, id, seq, deleted, body FROM change_log WHERE feed=?1 AND seq>?2 ORDER BY seq LIMIT ?3");
    auto changes = allOf(rows.with(row->number, after, limit), limit);
    if (!changes)
        return std::unexpected(changes.error());
    return Changes{.state = row->state, .after = after, .changes = std::move(*changes)};
}

Result<QList<Document>> readDocuments(Database &database, const std::vector<DocumentKey> &keys)
{
    const Reading reading(database);
    Statement row(database,
                  "SELECT kind, id, version, deleted, body FROM document"
                  " WHERE feed=(SELECT no FROM feed WHERE id=?1) AND kind=?2 AND id=?3 AND NOT deleted");
    QList<Document> documents;
    for (const auto &key : keys) {
        const auto found = row.with(key.feed.toString(), key.kind, key.id).next();
        if (!found)
            return std::unexpected(found.error());
        documents.append(*found ? documentIn(row) : Document{.kind = key.kind, .id = key.id, .body = {}});
    }
    return documents;
}

Result<QList<Document>> readDocumentsOf(Database &database, const FeedId &feed, const QString &kind)
{
    Statement rows(database,
                   "SELECT kind, id, version, deleted, body FROM document"
                   " WHERE feed=(SELECT no FROM feed WHERE id=?1) AND kind=?2 AND NOT deleted");
    return allOf(rows.with(feed.toString(), kind), std::numeric_limits<qsizetype>::max());
}

Result<QStringList> readHolders(Database &database, const QString &space, const QStringList &keys)
{
    Statement row(database, "SELECT holder FROM claim WHERE space=?1 AND key=?2");
    QStringList holders;
    for (const auto &key : keys) {
        const auto found = row.with(space, key).next();
        if (!found)
            return std::unexpected(found.error());
        holders += *found ? row.text(0) : QString();
    }
    return holders;
}

Result<std::shared_ptr<Snapshot>> readSnapshot(const QString &path, const FeedId &feed)
{
    auto database = Database::open(path, Database::Mode::Reader);
    if (!database)
        return std::unexpected(database.error());
    if (auto begun = database->execute("BEGIN"); !begun) // ends when the connection is closed
        return std::unexpected(begun.error());
    const auto row = readFeed(*database, feed);
    if (!row)
        return std::unexpected(row.error());
    return std::make_shared<SqliteSnapshot>(std::move(*database), *row);
}

} // namespace Doorstep::StoreFile
