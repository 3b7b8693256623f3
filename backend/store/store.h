// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/store/auditrecord.h"
#include "backend/store/commandmark.h"
#include "backend/store/snapshot.h"
#include "models/domain/document.h"
#include "models/domain/fix.h"
#include "models/domain/result.h"

#include <QList>

#include <drogon/utils/coroutine.h>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace Doorstep {

/// Where a feed stands. `checksum` is that of docs/protocol.md over its live documents at exactly `head`.
struct FeedState
{
    FeedId id;
    quint64 epoch = 0;
    qint64 head = 0;
    quint64 checksum = 0;

    bool operator==(const FeedState &) const = default;
};

/// One document to be written; an empty body deletes it.
struct DocumentWrite
{
    FeedId feed;
    QString kind;
    QString id;
    QByteArray body;
    std::optional<qint64> ifVersion =
        {}; ///< Fails with Conflict unless the document has this version; 0: it must not exist.
};

/// A name that only one document may have: tracking numbers, a shop's references, device ids.
struct Claim
{
    QString space;
    QString key;
    QString holder; ///< The document's id. Empty gives the name up.
};

/// A document's name.
struct DocumentKey
{
    FeedId feed;
    QString kind;
    QString id;
};

/// A document that a decision was based on without changing it.
struct DocumentRead
{
    DocumentKey key;
    qint64 version = 0; ///< 0: it did not exist.
};

struct Commit
{
    std::vector<DocumentWrite> writes; ///< Of any feeds; applied in order; feeds that are new are made.
    std::vector<Claim> claims = {}; ///< Fails with Conflict when another holder has the name.
    UserId actor = {}; ///< Invalid when it was the backend itself.
    QDateTime at;
    std::vector<DocumentRead> reads = {}; ///< Fails with Conflict when one has another version by now.
    std::optional<CommandMark> command = {}; ///< Fails with Conflict when it is known, or not its device's next.
    std::vector<AuditNote> audit = {}; ///< At most one of each feed.
};

/// What a commit did to one feed.
struct FeedGrowth
{
    FeedState state; ///< After it.
    QList<Change> changes; ///< Contiguous, ending at state.head.
};
using Growth = std::vector<FeedGrowth>;

struct Changes
{
    FeedState state;
    qint64 after = 0;
    QList<Change> changes; ///< Contiguous from after + 1.
};

struct FixCounts
{
    int stored = 0;
    int duplicate = 0;
};

struct Account
{
    QString name; ///< What they sign in with; unique.
    UserId user;
    QByteArray passwordHash; ///< Encoded Argon2id, with its salt and costs.
    bool isDisabled = false; ///< May not sign in.
};

struct Session
{
    QByteArray tokenHash; ///< SHA-256; the token itself is nowhere.
    UserId user;
    QDateTime expiresAt;
    QDateTime beganAt = {}; ///< When the password was given; a refreshed session keeps it.
};

/// An answer that was given to an idempotency key.
struct KeptAnswer
{
    QByteArray requestHash;
    QByteArray body;
};

/// Everything that outlives the process. One writer in the order of arrival, readers beside it; every answer to a write
/// comes after it is durable.
///
/// Call from an event loop's thread (the coroutine resumes there) or from any thread without one (it resumes on the
/// store's). Errors: Storage (disk or database), Offline (queue full: try again), Stopped, and what each call names.
class Store
{
public:
    using GrowthListener = std::function<void(const Growth &)>;

    Store() = default;
    virtual ~Store() = default;
    Q_DISABLE_COPY_MOVE(Store)

    /// \a listener hears every commit in order, on the store's thread, before the committer does. It must be quick. Set
    /// it before the first commit.
    virtual void setGrowthListener(GrowthListener listener) = 0;
    /// Finishes what was posted; from then on every call answers Stopped and nobody hears anything.
    virtual void close() = 0;

    /// One transaction: all of it or nothing. A commit without writes answers an empty growth.
    virtual drogon::Task<Result<Growth>> commit(Commit commit) = 0;

    [[nodiscard]] virtual std::vector<FeedState> feeds() const = 0; ///< From memory; any thread.
    /// At most \a limit changes after \a after. NotFound: no such feed. Gone: another epoch, or the log no longer goes
    /// back so far.
    virtual drogon::Task<Result<Changes>> changesAfter(FeedId feed, quint64 epoch, qint64 after, int limit) = 0;
    /// All live documents of \a feed at one seq. NotFound; Offline when too many snapshots are being read.
    virtual drogon::Task<Result<std::shared_ptr<Snapshot>>> snapshot(FeedId feed) = 0;
    /// The documents that exist, deleted ones left out, each in the place of its key; others are empty (version 0).
    virtual drogon::Task<Result<QList<Document>>> documents(std::vector<DocumentKey> keys) = 0;
    virtual drogon::Task<Result<QList<Document>>> documentsOf(FeedId feed, QString kind) = 0;
    /// The holders of \a keys in \a space, empty where nobody is.
    virtual drogon::Task<Result<QStringList>> holders(QString space, QStringList keys) = 0;

    /// Many callers' fixes share a transaction. A fix that is known (same driver, same time) changes nothing.
    virtual drogon::Task<Result<FixCounts>> append(std::vector<Fix> fixes) = 0;
    /// The newest fix of each driver that is not clockSuspect.
    virtual drogon::Task<Result<std::vector<Fix>>> lastFixes() = 0;
    /// Oldest first, both ends included, at most \a limit from the start.
    virtual drogon::Task<Result<std::vector<Fix>>> track(DriverId driver, QDateTime from, QDateTime to, int limit) = 0;

    /// Forgets the fixes before \a before, some at a time, so that other writes come between. Answers how many.
    virtual drogon::Task<Result<qint64>> forgetFixes(QDateTime before) = 0;

    virtual drogon::Task<Result<>> putAccount(Account account) = 0;
    virtual drogon::Task<Result<std::vector<Account>>> accounts() = 0;
    virtual drogon::Task<Result<>> putSession(Session session) = 0; ///< One of that hash is replaced.
    virtual drogon::Task<Result<>> removeSession(QByteArray tokenHash) = 0;
    /// Nobody of that name may sign in any more, and their sessions are over. NotFound.
    virtual drogon::Task<Result<Account>> disableAccount(QString name) = 0;
    /// Those that have not expired at \a now; the others are removed.
    virtual drogon::Task<Result<std::vector<Session>>> sessions(QDateTime now) = 0;

    virtual drogon::Task<Result<std::optional<KeptAnswer>>> keptAnswer(QString key) = 0;
    virtual drogon::Task<Result<>> keepAnswer(QString key, KeptAnswer answer, QDateTime at) = 0;

    /// What is known of \a device, and of those of \a ids that were decided.
    virtual drogon::Task<Result<CommandHistory>> commandHistory(DeviceId device, QList<CommandId> ids) = 0;
    /// Entries of \a feed before number \a before (0: from the end), newest first, at most \a limit; only those about
    /// \a about unless it is empty.
    virtual drogon::Task<Result<std::vector<AuditRecord>>> audit(FeedId feed, QString about, qint64 before,
                                                                 int limit) = 0;

    /// What may be forgotten.
    struct Horizon
    {
        qint64 changesKept = 0; ///< Of each feed, the newest.
        QDateTime answersBefore; ///< Kept answers older than it, by real time.
        QDateTime commandsBefore; ///< Commands older than it, by real time; never how far a device is.
    };
    virtual drogon::Task<Result<>> compact(Horizon horizon) = 0;
    /// Whether another process wrote to the database since the last call; then feeds() is up to date again and the
    /// listener has heard what it missed.
    virtual drogon::Task<Result<bool>> noticeOtherWriters() = 0;
};

} // namespace Doorstep
