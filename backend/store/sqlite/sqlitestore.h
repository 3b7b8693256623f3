// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/store/sqlite/writequeue.h"
#include "backend/store/store.h"
#include "backend/work/worker.h"

#include <QtClassHelperMacros>

#include <atomic>
#include <mutex>

namespace Doorstep {

/// The store in one SQLite file: a writer's thread, a reader's thread, and a connection for each snapshot being read.
class SqliteStore : public Store
{
public:
    /// Opens or makes \a path. Refused with a sentence for a person when the file is foreign, newer or damaged;
    /// Storage. A file that another process left without closing it is checked first.
    static Result<std::unique_ptr<SqliteStore>> open(const QString &path);
    ~SqliteStore() override; ///< Finishes what was posted.
    Q_DISABLE_COPY_MOVE(SqliteStore)

    void setGrowthListener(GrowthListener listener) override;
    void close() override;
    drogon::Task<Result<Growth>> commit(Commit commit) override;
    [[nodiscard]] std::vector<FeedState> feeds() const override;
    drogon::Task<Result<Changes>> changesAfter(FeedId feed, quint64 epoch, qint64 after, int limit) override;
    drogon::Task<Result<std::shared_ptr<Snapshot>>> snapshot(FeedId feed) override;
    drogon::Task<Result<QList<Document>>> documents(std::vector<DocumentKey> keys) override;
    drogon::Task<Result<QList<Document>>> documentsOf(FeedId feed, QString kind) override;
    drogon::Task<Result<QStringList>> holders(QString space, QStringList keys) override;
    drogon::Task<Result<FixCounts>> append(std::vector<Fix> fixes) override;
    drogon::Task<Result<std::vector<Fix>>> lastFixes() override;
    drogon::Task<Result<std::vector<Fix>>> track(DriverId driver, QDateTime from, QDateTime to, int limit) override;
    drogon::Task<Result<qint64>> forgetFixes(QDateTime before) override;
    drogon::Task<Result<>> putAccount(Account account) override;
    drogon::Task<Result<std::vector<Account>>> accounts() override;
    drogon::Task<Result<>> putSession(Session session) override;
    drogon::Task<Result<>> removeSession(QByteArray tokenHash) override;
    drogon::Task<Result<Account>> disableAccount(QString name) override;
    drogon::Task<Result<std::vector<Session>>> sessions(QDateTime now) override;
    drogon::Task<Result<std::optional<KeptAnswer>>> keptAnswer(QString key) override;
    drogon::Task<Result<>> keepAnswer(QString key, KeptAnswer answer, QDateTime at) override;
    drogon::Task<Result<CommandHistory>> commandHistory(DeviceId device, QList<CommandId> ids) override;
    drogon::Task<Result<std::vector<AuditRecord>>> audit(FeedId feed, QString about, qint64 before, int limit) override;
    drogon::Task<Result<>> compact(Horizon horizon) override;
    drogon::Task<Result<bool>> noticeOtherWriters() override;

private:
    SqliteStore(QString path, std::unique_ptr<StoreFile::Tables> tables, StoreFile::Database reader);
    void grown(const Growth &growth);

    QString m_path;
    GrowthListener m_listener;
    mutable std::mutex m_feedsMutex;
    std::vector<FeedState> m_feeds;
    std::shared_ptr<std::atomic<int>> m_openSnapshots;
    std::atomic<int> m_seenOtherWrites = 0;
    StoreFile::Database m_reader;
    std::unique_ptr<Worker> m_readWorker;
    std::unique_ptr<StoreFile::WriteQueue> m_writes;
};

} // namespace Doorstep
