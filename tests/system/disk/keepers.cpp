// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/store/sqlite/audittable.h"
#include "backend/store/sqlite/sqlitestore.h"
#include "models/archive/archive.h"
#include "models/archive/outbox.h"
#include "tests/support/failingdisk.h"
#include "tests/system/disk/keeper.h"

#include <QFile>

#include <drogon/utils/coroutine.h>

using namespace Qt::StringLiterals;

namespace Doorstep::Test {
namespace {

const FeedId feed(u"depot-a"_s);
const UserId maria(u"maria"_s);
const QDateTime noon(QDate(2026, 3, 12), QTime(12, 0), QTimeZone::UTC);

/// The backend's store: documents, change log and audit.
class StoreKeeper : public Keeper
{
public:
    StoreKeeper(std::unique_ptr<SqliteStore> store, QString path)
        : m_store(std::move(store))
        , m_path(std::move(path))
    {
    }
    static std::unique_ptr<Keeper> open(const QString &directory)
    {
        const auto path = directory + "/store.sqlite"_L1;
        auto store = SqliteStore::open(path);
        return store ? std::make_unique<StoreKeeper>(*std::move(store), path) : nullptr;
    }

    bool keep(const QStringList &things) override
    {
        Commit commit{.writes = {}, .at = noon};
        for (const auto &id : things)
            commit.writes.push_back({.feed = feed, .kind = u"stop"_s, .id = id, .body = "{}"});
        commit.audit.push_back({.feed = feed,
                                .device = DeviceId(u"d"_s),
                                .action = u"plan"_s,
                                .about = {u"stop/"_s + things.first()},
                                .body = "{}"});
        return drogon::sync_wait(m_store->commit(std::move(commit))).has_value();
    }
    QStringList things() override
    {
        QStringList ids;
        for (const auto &document :
             drogon::sync_wait(m_store->documentsOf(feed, u"stop"_s)).value_or(QList<Document>()))
            ids.append(document.id);
        return ids;
    }
    QString problem() override
    {
        const auto feeds = m_store->feeds();
        const auto head = feeds.empty() ? 0 : feeds.front().head;
        if (head != things().size())
            return u"the head is %1"_s.arg(head);
        auto database = StoreFile::Database::open(m_path, StoreFile::Database::Mode::Reader);
        const auto logged = database ? database->integer("SELECT count(*) FROM change_log").value_or(-1) : -1;
        if (logged != head)
            return u"%1 changes for %2 documents"_s.arg(logged).arg(head);
        for (const auto &chain : StoreFile::verifyAudit(*database).value_or(std::vector<StoreFile::AuditChain>())) {
            if (!chain.problem.isEmpty())
                return chain.problem;
        }
        return {};
    }

private:
    std::unique_ptr<SqliteStore> m_store;
    QString m_path;
};

/// The console's decisions: a database, and a log whose writes fail as those of the database do.
class OutboxKeeper : public Keeper
{
public:
    explicit OutboxKeeper(Outbox::Opened opened)
        : m_opened(std::move(opened))
    {
    }
    static std::unique_ptr<Keeper> open(const QString &directory)
    {
        auto opened = Outbox::open(directory + "/outbox.db"_L1, FailingDisk::mayWrite);
        return opened ? std::make_unique<OutboxKeeper>(*std::move(opened)) : nullptr;
    }
    /// Whenever it is opened, its database has been lost: what the log alone brings back.
    static std::unique_ptr<Keeper> openLog(const QString &directory)
    {
        for (const auto *beside : {"", "-wal", "-shm"})
            QFile::remove(directory + "/outbox.db"_L1 + QString::fromLatin1(beside));
        return open(directory);
    }

    bool keep(const QStringList &things) override
    {
        QList<Outbox::New> commands;
        for (const auto &id : things) {
            commands.append({.command = {.id = CommandId(id),
                                         .feed = feed,
                                         .verb = PinStop{.stop = StopId(u"s"_s), .pinned = true},
                                         .at = noon},
                             .text = u"Pinned"_s});
        }
        return m_opened.outbox.add(maria, commands).has_value();
    }
    QStringList things() override
    {
        QStringList ids;
        for (const auto &command : m_opened.outbox.commands())
            ids.append(command.id.toString());
        return ids;
    }
    QString problem() override
    {
        if (!m_opened.movedAside.isEmpty())
            return u"it was moved aside: "_s + m_opened.reason;
        qint64 number = 0;
        for (const auto &command : m_opened.outbox.commands()) {
            if (command.sequence != ++number)
                return u"%1 has the number %2"_s.arg(command.id.toString()).arg(command.sequence);
        }
        return {};
    }

private:
    Outbox::Opened m_opened;
};

/// The console's replica.
class CacheKeeper : public Keeper
{
public:
    explicit CacheKeeper(Archive::Opened opened)
        : m_opened(std::move(opened))
    {
    }
    static std::unique_ptr<Keeper> open(const QString &directory)
    {
        auto opened = Archive::open(directory + "/cache.db"_L1);
        return opened ? std::make_unique<CacheKeeper>(*std::move(opened)) : nullptr;
    }

    bool keep(const QStringList &things) override
    {
        auto &archive = m_opened.archive;
        if (!archive.state(feed) && !(archive.beginSnapshot(feed, {.epoch = 1, .seq = 0}) && archive.finishSnapshot(0)))
            return false;
        auto at = archive.state(feed)->cursor.seq;
        Wire::ChangeRun run{.after = at, .to = at + things.size()};
        for (const auto &id : things)
            run.changes.append({.kind = u"stop"_s, .id = id, .version = ++at, .deleted = false, .body = "{}"});
        return archive.apply(feed, run).has_value();
    }
    QStringList things() override
    {
        QStringList ids;
        const auto read = m_opened.archive.read(feed, [&ids](const Document &document) { ids.append(document.id); });
        return read ? ids : QStringList{u"unreadable"_s};
    }
    QString problem() override
    {
        const auto state = m_opened.archive.state(feed).value_or(ReplicaState());
        if (!m_opened.movedAside.isEmpty())
            return u"it was moved aside: "_s + m_opened.reason;
        return state.cursor.seq == things().size() ? QString() : u"the cursor is %1"_s.arg(state.cursor.seq);
    }

private:
    Archive::Opened m_opened;
};

} // namespace

const std::vector<KindOfKeeper> &keepers()
{
    static const std::vector<KindOfKeeper> all{
        {.name = "the backend's store", .open = StoreKeeper::open, .isSafeFromPowerLoss = true, .mayBeLost = false},
        {.name = "the outbox", .open = OutboxKeeper::open, .isSafeFromPowerLoss = true, .mayBeLost = false},
        {.name = "the outbox's log",
         .open = OutboxKeeper::openLog,
         .isSafeFromPowerLoss = false, // it has no power to lose here: see tst_outbox
         .mayBeLost = false},
        {.name = "the cache", .open = CacheKeeper::open, .isSafeFromPowerLoss = false, .mayBeLost = true},
    };
    return all;
}

} // namespace Doorstep::Test
