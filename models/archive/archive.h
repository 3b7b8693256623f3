// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/archive/database.h"
#include "models/domain/document.h"
#include "models/domain/id.h"
#include "models/wire/changeswire.h"
#include "models/wire/checksum.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QLockFile>
#include <QSet>

#include <functional>
#include <memory>
#include <optional>

namespace Doorstep {

/// How far a feed's replica has come.
struct ReplicaState
{
    Cursor cursor;
    Wire::Checksum checksum = 0; ///< Over its live documents.
    QDateTime currentAt; ///< When it was last known to be whole; UTC, the machine's clock.

    bool operator==(const ReplicaState &) const = default;
};

/// A document's name in its feed.
struct DocumentName
{
    QString kind;
    QString id;

    bool operator==(const DocumentName &) const = default;
};

/// The console's replica on disk, `cache.db`: documents and cursors of each feed. A batch and its new cursor are one
/// transaction, so a kill at any moment leaves the replica at some cursor, never between two.
///
/// It may be deleted at any time. A file that is damaged, foreign or newer is moved aside when it is opened, and a new
/// one begun. (`outbox.db`, which may never be deleted, lives beside it.)
///
/// One thread at a time. Errors are Storage.
class Archive
{
public:
    struct Opened;

    /// Opens or makes \a path; its folder must exist. A second program on the same file gets Refused. An empty path
    /// keeps everything in memory.
    [[nodiscard]] static Result<Opened> open(const QString &path);

    /// Moves the file at \a path, which nobody uses, out of the way; where it is now.
    static QString setAside(const QString &path);

    Archive(Archive &&other) noexcept = default;
    Archive &operator=(Archive &&other) = delete;
    Archive(const Archive &) = delete;
    Archive &operator=(const Archive &) = delete;
    /// Checkpoints and says that it was closed in good order.
    ~Archive();

    [[nodiscard]] const QHash<FeedId, ReplicaState> &feeds() const noexcept { return m_states; }
    [[nodiscard]] std::optional<ReplicaState> state(const FeedId &feed) const;

    /// Calls \a take with every live document of \a feed; unknown kinds too. Fails with Malformed, after the last, when
    /// they are not what was written: SQLite finds damage to its own pages, not to what is on them.
    [[nodiscard]] Result<> read(const FeedId &feed, const std::function<void(Document)> &take);

    /// A feed that is being read piece by piece. Let go of it before anything else is done with the archive.
    class Reading;
    /// What is pointed at comes before what points.
    [[nodiscard]] Result<Reading> beginReading(const FeedId &feed);
    /// Calls \a take with at most \a most further documents; whether there are more. Fails as read() does.
    [[nodiscard]] Result<bool> readOn(Reading &reading, int most, const std::function<void(Document)> &take);

    /// Takes in a contiguous \a run that begins at or before the cursor and ends after it: what lies before is skipped.
    /// Refused when it does not fit.
    [[nodiscard]] Result<> apply(const FeedId &feed, const Wire::ChangeRun &run);

    // A snapshot comes in pieces and counts only when it is finished. Only one at a time; apply() to another feed must
    // wait.
    [[nodiscard]] Result<> beginSnapshot(const FeedId &feed, const Cursor &cursor);
    [[nodiscard]] Result<> addToSnapshot(const QList<Document> &documents);
    /// The names that were in the replica and are not in the snapshot. Conflict when \a checksum is not that of what
    /// came: then all is as it was before.
    [[nodiscard]] Result<QList<DocumentName>> finishSnapshot(Wire::Checksum checksum);
    void abandonSnapshot();
    [[nodiscard]] bool isInSnapshot() const { return m_snapshot != nullptr; }

    /// Forgets \a feed and answers what was in it.
    [[nodiscard]] Result<QList<DocumentName>> drop(const FeedId &feed);

    /// Notes that \a feed was whole at \a when. Kept in memory until the next write or flush().
    void markCurrent(const FeedId &feed, const QDateTime &when);
    [[nodiscard]] Result<> flush();

    /// Small facts about the file: whose data it is.
    [[nodiscard]] Result<QString> meta(const QString &name);
    [[nodiscard]] Result<> setMeta(const QString &name, const QString &value);

private:
    struct Statements
    {
        Disk::Statement versionOf, put, replace, remove, putFeed, dropFeed, names, stale, removeStale;
    };
    /// Where documents of a feed are written: the feed's row, and which snapshot they belong to.
    struct Place
    {
        qint64 number = 0;
        qint64 generation = 0;
    };
    struct Snapshot
    {
        FeedId feed;
        Cursor cursor;
        Place place;
        Disk::Transaction transaction;
        Wire::Checksum checksum = 0;
    };

    explicit Archive(std::unique_ptr<Disk::Database> database);
    [[nodiscard]] static Result<int> readRows(Reading &reading, Disk::Statement &rows, int most,
                                              const std::function<void(Document)> &take);
    [[nodiscard]] Result<> load();
    [[nodiscard]] Result<qint64> numberOf(const FeedId &feed);
    [[nodiscard]] Result<> write(const Place &place, const Document &document, Wire::Checksum &checksum);
    [[nodiscard]] Result<> writeState(const FeedId &feed, const ReplicaState &state, qint64 generation);
    [[nodiscard]] static Result<QList<DocumentName>> namesFrom(Disk::Statement &statement);

    std::unique_ptr<QLockFile> m_lock; ///< Goes last, after the database is closed.
    std::unique_ptr<Disk::Database> m_database; ///< On the heap: transactions point to it while this moves.
    std::unique_ptr<Statements> m_statements; ///< Null before it is open, and once moved from.
    QHash<FeedId, ReplicaState> m_states;
    QHash<FeedId, qint64> m_numbers;
    QHash<FeedId, qint64> m_generations;
    QSet<FeedId> m_hasNews; ///< Whose `currentAt` is newer than on disk.
    std::unique_ptr<Snapshot> m_snapshot; ///< Null while none is written.
};

class Archive::Reading
{
    friend class Archive;

    FeedId m_feed;
    Disk::Statement m_ofKind;
    Disk::Statement m_between; ///< Kinds that this program does not know.
    std::size_t m_part = 0; ///< Which kind, or what between two of them, is next or under way.
    bool m_isUnderWay = false;
    Wire::Checksum m_checksum = 0;
    bool m_isDamaged = false;
};

struct Archive::Opened
{
    Archive archive;
    QString movedAside; ///< Where the file went that could not be used; empty when it was fine.
    QString reason; ///< Why, in English, for the log.
};

} // namespace Doorstep
