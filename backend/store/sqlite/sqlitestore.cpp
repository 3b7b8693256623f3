// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/store/sqlite/sqlitestore.h"

#include "backend/store/sqlite/accounttables.h"
#include "backend/store/sqlite/commitwhole.h"
#include "backend/store/sqlite/readtables.h"
#include "backend/store/sqlite/schema.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

using namespace StoreFile;

constexpr int mostOpenSnapshots =
    8; // each holds a connection, 16 MiB of cache at worst, and the log from being trimmed

constexpr int fixesForgottenAtOnce = 1'000; // a few milliseconds of the writer's time

/// `co_await Writing(queue, f)`: f(tables) in the writer's next round, its answer once that is durable.
template <typename Function>
class Writing : public Write
{
public:
    using Answer = std::invoke_result_t<Function, Tables &>;

    Writing(WriteQueue &queue, Function function, std::size_t weight = 1)
        : m_queue(queue)
        , m_function(std::move(function))
        , m_weight(weight)
    {
    }

    [[nodiscard]] bool await_ready() const noexcept { return false; }
    bool await_suspend(std::coroutine_handle<> handle)
    {
        loop = trantor::EventLoop::getEventLoopOfCurrentThread();
        waiting = handle;
        const auto posted = m_queue.post(*this);
        if (posted)
            return true; // nothing of this may be touched from here on: it may be answered already
        fail(posted.error());
        return false;
    }
    Answer await_resume() { return std::move(m_answer); }

    Result<> apply(Tables &tables) override
    {
        m_answer = m_function(tables);
        return m_answer ? Result<>() : Result<>(std::unexpected(m_answer.error()));
    }
    void fail(const Error &error) override { m_answer = std::unexpected(error); }
    [[nodiscard]] const Growth &growth() const override
    {
        static const Growth none;
        if constexpr (std::is_same_v<Answer, Result<Growth>>)
            return m_answer ? *m_answer : none;
        else
            return none;
    }
    [[nodiscard]] std::size_t weight() const override { return m_weight; }
    [[nodiscard]] bool needsSavepoint() const override { return !std::is_same_v<Answer, Result<FixCounts>>; }

private:
    WriteQueue &m_queue;
    Function m_function;
    std::size_t m_weight;
    Answer m_answer = std::unexpected(Error{});
};

// The coroutines: free functions that own their arguments. The queue and the worker outlive them, because closing the
// store waits for what was posted.

template <typename Function>
auto writing(WriteQueue &queue, Function function, std::size_t weight = 1)
    -> drogon::Task<std::invoke_result_t<Function, Tables &>>
{
    Writing<Function> write(queue, std::move(function), weight); // NOLINT(misc-const-correctness): the queue fills it
    co_return co_await write;
}

template <typename Function>
auto reading(Worker &worker, Function function) -> drogon::Task<std::invoke_result_t<Function>>
{
    Errand<Function> errand(worker, std::move(function)); // NOLINT(misc-const-correctness): the worker fills it
    co_return co_await errand;
}

drogon::Task<Result<qint64>> forgettingFixes(WriteQueue &queue, Worker &worker, Database &reader, QDateTime before)
{
    const auto drivers = co_await reading(worker, [&reader, before] { return driversWithFixesBefore(reader, before); });
    if (!drivers)
        co_return std::unexpected(drivers.error());
    qint64 forgotten = 0;
    for (const auto driver : *drivers) {
        for (qint64 last = fixesForgottenAtOnce; last == fixesForgottenAtOnce;) {
            const auto some = co_await writing(queue, [driver, before](Tables &tables) {
                return forgetFixesOf(tables.database, driver, before, fixesForgottenAtOnce);
            });
            if (!some)
                co_return std::unexpected(some.error());
            last = *some;
            forgotten += last;
        }
    }
    co_return forgotten;
}

drogon::Task<Result<bool>> noticing(WriteQueue &queue, std::atomic<int> &seen)
{
    // Every round looks first, so an empty one is enough.
    const auto done = co_await writing(queue, [](Tables &) { return Result<>(); });
    if (!done)
        co_return std::unexpected(done.error());
    const int now = queue.otherWrites();
    co_return seen.exchange(now) != now;
}

/// Counts itself among the open snapshots.
class CountedSnapshot : public Snapshot
{
public:
    CountedSnapshot(std::shared_ptr<Snapshot> snapshot, std::shared_ptr<std::atomic<int>> count)
        : m_snapshot(std::move(snapshot))
        , m_count(std::move(count))
    {
        ++*m_count;
    }
    ~CountedSnapshot() override { --*m_count; }
    Q_DISABLE_COPY_MOVE(CountedSnapshot)

    [[nodiscard]] Cursor cursor() const override { return m_snapshot->cursor(); }
    Result<QList<Document>> next(int limit) override { return m_snapshot->next(limit); }

private:
    std::shared_ptr<Snapshot> m_snapshot;
    std::shared_ptr<std::atomic<int>> m_count;
};

/// A file whose log was not folded back was not closed: look at it before trusting it.
Result<> checkAfterACrash(Database &database, const QString &path)
{
    const auto verdict = database.text("PRAGMA quick_check(1)");
    if (verdict && *verdict == "ok"_L1)
        return {};
    return failure(Error::Kind::Refused,
                   u"%1 is damaged (%2): restore a backup, or see docs/backend.md, \"Backup\""_s.arg(
                       path, verdict ? *verdict : verdict.error().detail));
}

} // namespace

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const QString &path)
{
    const bool wasLeftOpen = QFileInfo(path + "-wal"_L1).size() > 0;
    auto database = Database::open(path, Database::Mode::Writer);
    if (!database)
        return failure(Error::Kind::Refused,
                       u"%1 is not a database that can be opened: %2"_s.arg(path, database.error().detail));
    if (wasLeftOpen) {
        if (auto checked = checkAfterACrash(*database, path); !checked)
            return std::unexpected(checked.error());
    }
    if (auto prepared = prepareSchema(*database, path); !prepared)
        return std::unexpected(prepared.error());
    auto reader = Database::open(path, Database::Mode::Reader);
    if (!reader)
        return std::unexpected(reader.error());
    auto tables = std::make_unique<Tables>(std::move(*database));
    if (auto loaded = tables->documents.load(); !loaded)
        return std::unexpected(loaded.error());
    return std::unique_ptr<SqliteStore>(new SqliteStore(path, std::move(tables), std::move(*reader)));
}

SqliteStore::SqliteStore(QString path, std::unique_ptr<Tables> tables, Database reader)
    : m_path(std::move(path))
    , m_feeds(tables->documents.feeds())
    , m_openSnapshots(std::make_shared<std::atomic<int>>(0))
    , m_reader(std::move(reader))
    , m_readWorker(std::make_unique<Worker>())
    , m_writes(std::make_unique<WriteQueue>(std::move(tables), [this](const Growth &growth) { grown(growth); }))
{
}

SqliteStore::~SqliteStore()
{
    SqliteStore::close();
}

void SqliteStore::close()
{
    m_writes->stop();
    m_readWorker->stop();
}

void SqliteStore::setGrowthListener(GrowthListener listener)
{
    m_listener = std::move(listener);
}

void SqliteStore::grown(const Growth &growth)
{
    {
        const std::scoped_lock lock(m_feedsMutex);
        for (const auto &grown : growth) {
            const auto known = std::ranges::find(m_feeds, grown.state.id, &FeedState::id);
            if (known == m_feeds.end())
                m_feeds.push_back(grown.state);
            else
                *known = grown.state;
        }
    }
    if (m_listener)
        m_listener(growth);
}

std::vector<FeedState> SqliteStore::feeds() const
{
    const std::scoped_lock lock(m_feedsMutex);
    return m_feeds;
}

drogon::Task<Result<Growth>> SqliteStore::commit(Commit commit)
{
    const auto weight = 1 + commit.writes.size() + commit.reads.size() / 4; // a look is cheaper than a row
    return writing(
        *m_writes, [commit = std::move(commit)](Tables &tables) { return commitWhole(tables, commit); }, weight);
}

drogon::Task<Result<Changes>> SqliteStore::changesAfter(FeedId feed, quint64 epoch, qint64 after, int limit)
{
    return reading(*m_readWorker, [this, feed = std::move(feed), epoch, after, limit] {
        return readChanges(m_reader, feed, epoch, after, limit);
    });
}

drogon::Task<Result<std::shared_ptr<Snapshot>>> SqliteStore::snapshot(FeedId feed)
{
    return reading(*m_readWorker, [this, feed = std::move(feed)]() -> Result<std::shared_ptr<Snapshot>> {
        if (*m_openSnapshots >= mostOpenSnapshots)
            return failure(Error::Kind::Offline, u"too many snapshots are being read"_s);
        auto snapshot = readSnapshot(m_path, feed);
        if (!snapshot)
            return std::unexpected(snapshot.error());
        return std::make_shared<CountedSnapshot>(std::move(*snapshot), m_openSnapshots);
    });
}

drogon::Task<Result<QList<Document>>> SqliteStore::documents(std::vector<DocumentKey> keys)
{
    return reading(*m_readWorker, [this, keys = std::move(keys)] { return readDocuments(m_reader, keys); });
}

drogon::Task<Result<QList<Document>>> SqliteStore::documentsOf(FeedId feed, QString kind)
{
    return reading(*m_readWorker, [this, feed = std::move(feed), kind = std::move(kind)] {
        return readDocumentsOf(m_reader, feed, kind);
    });
}

drogon::Task<Result<QStringList>> SqliteStore::holders(QString space, QStringList keys)
{
    return reading(*m_readWorker, [this, space = std::move(space), keys = std::move(keys)] {
        return readHolders(m_reader, space, keys);
    });
}

drogon::Task<Result<FixCounts>> SqliteStore::append(std::vector<Fix> fixes)
{
    const auto weight = fixes.size();
    return writing(
        *m_writes, [fixes = std::move(fixes)](Tables &tables) { return tables.fixes.append(fixes); }, weight);
}

drogon::Task<Result<std::vector<Fix>>> SqliteStore::lastFixes()
{
    return reading(*m_readWorker, [this] { return readLastFixes(m_reader); });
}

drogon::Task<Result<std::vector<Fix>>> SqliteStore::track(DriverId driver, QDateTime from, QDateTime to, int limit)
{
    return reading(*m_readWorker,
                   [this, driver = std::move(driver), from = std::move(from), to = std::move(to), limit] {
                       return readTrack(m_reader, driver, from, to, limit);
                   });
}

drogon::Task<Result<qint64>> SqliteStore::forgetFixes(QDateTime before)
{
    return forgettingFixes(*m_writes, *m_readWorker, m_reader, std::move(before));
}

drogon::Task<Result<>> SqliteStore::putAccount(Account account)
{
    return writing(*m_writes, [account = std::move(account)](Tables &tables) {
        return StoreFile::putAccount(tables.database, account);
    });
}

drogon::Task<Result<std::vector<Account>>> SqliteStore::accounts()
{
    return reading(*m_readWorker, [this] { return readAccounts(m_reader); });
}

drogon::Task<Result<>> SqliteStore::putSession(Session session)
{
    return writing(*m_writes, [session = std::move(session)](Tables &tables) {
        return StoreFile::putSession(tables.database, session);
    });
}

drogon::Task<Result<>> SqliteStore::removeSession(QByteArray tokenHash)
{
    return writing(*m_writes, [hash = std::move(tokenHash)](Tables &tables) {
        return StoreFile::removeSession(tables.database, hash);
    });
}

drogon::Task<Result<Account>> SqliteStore::disableAccount(QString name)
{
    return writing(*m_writes, [name = std::move(name)](Tables &tables) {
        return StoreFile::disableAccount(tables.database, name);
    });
}

drogon::Task<Result<CommandHistory>> SqliteStore::commandHistory(DeviceId device, QList<CommandId> ids)
{
    return reading(*m_readWorker, [this, device = std::move(device), ids = std::move(ids)] {
        return readHistory(m_reader, device, ids);
    });
}

drogon::Task<Result<std::vector<AuditRecord>>> SqliteStore::audit(FeedId feed, QString about, qint64 before, int limit)
{
    return reading(*m_readWorker, [this, feed = std::move(feed), about = std::move(about), before, limit] {
        return readAudit(m_reader, feed, about, before, limit);
    });
}

drogon::Task<Result<std::vector<Session>>> SqliteStore::sessions(QDateTime now)
{
    return writing(*m_writes, [now = std::move(now)](Tables &tables) -> Result<std::vector<Session>> {
        if (auto done = forgetSessions(tables.database, now); !done)
            return std::unexpected(done.error());
        return readSessions(tables.database);
    });
}

drogon::Task<Result<std::optional<KeptAnswer>>> SqliteStore::keptAnswer(QString key)
{
    return reading(*m_readWorker, [this, key = std::move(key)] { return readAnswer(m_reader, key); });
}

drogon::Task<Result<>> SqliteStore::keepAnswer(QString key, KeptAnswer answer, QDateTime at)
{
    return writing(*m_writes, [key = std::move(key), answer = std::move(answer), at = std::move(at)](Tables &tables) {
        return StoreFile::keepAnswer(tables.database, key, answer, at);
    });
}

drogon::Task<Result<>> SqliteStore::compact(Horizon horizon)
{
    return writing(*m_writes, [horizon = std::move(horizon)](Tables &tables) -> Result<> {
        if (auto done = tables.documents.compact(horizon.changesKept); !done)
            return done;
        if (auto done = tables.commands.forget(horizon.commandsBefore); !done)
            return done;
        return forgetAnswers(tables.database, horizon.answersBefore);
    });
}

drogon::Task<Result<bool>> SqliteStore::noticeOtherWriters()
{
    return noticing(*m_writes, m_seenOtherWrites);
}

} // namespace Doorstep
