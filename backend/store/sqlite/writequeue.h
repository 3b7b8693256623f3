// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/store/sqlite/audittable.h"
#include "backend/store/sqlite/commandtable.h"
#include "backend/store/sqlite/database.h"
#include "backend/store/sqlite/documenttables.h"
#include "backend/store/sqlite/fixtable.h"

#include <atomic>
#include <condition_variable>
#include <coroutine>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <trantor/net/EventLoop.h>

namespace Doorstep::StoreFile {

/// Everything that a write may touch. Belongs to the writer's thread.
struct Tables
{
    explicit Tables(Database opened)
        : database(std::move(opened))
        , documents(database)
        , fixes(database)
        , commands(database)
        , audit(database)
    {
    }

    Database database;
    DocumentTables documents;
    FixTable fixes;
    CommandTable commands;
    AuditTable audit;
};

/// One write that waits for its turn: what it does, and who waits for it.
class Write
{
public:
    Write() = default;
    virtual ~Write() = default;
    Q_DISABLE_COPY_MOVE(Write)

    /// Does it, inside the transaction of a round. After an error only this write is undone, and after a Storage error
    /// all.
    virtual Result<> apply(Tables &tables) = 0;
    virtual void fail(const Error &error) = 0; ///< Its answer, whatever apply() had said.
    [[nodiscard]] virtual const Growth &growth() const = 0; ///< What the listener must hear once it is durable.
    [[nodiscard]] virtual std::size_t weight() const { return 1; } ///< In rows, roughly.
    [[nodiscard]] virtual bool needsSavepoint() const { return true; }

    trantor::EventLoop *loop = nullptr;
    std::coroutine_handle<> waiting;
};

/// The writer's thread: takes what has queued up, does it in one transaction, and answers everybody once that is
/// durable. So a thousand phones share one fsync, and nobody waits for a timer.
class WriteQueue
{
public:
    WriteQueue(std::unique_ptr<Tables> tables, std::function<void(const Growth &)> grown);
    ~WriteQueue();
    Q_DISABLE_COPY_MOVE(WriteQueue)

    /// \a write must live until it is resumed. Offline when too much is queued already, Stopped at the end.
    Result<> post(Write &write);
    void stop(); ///< Returns when all that was posted is durable and answered.
    /// How often another process was found to have written.
    [[nodiscard]] int otherWrites() const noexcept { return m_otherWrites; }

private:
    void work();
    std::vector<Write *> takeRound(); ///< Under the lock.
    void tellGrowth(const std::vector<Write *> &round);
    Result<> commitRound(const std::vector<Write *> &round);
    Result<> applyOne(Write &write);
    static void answer(const std::vector<Write *> &round);

    std::unique_ptr<Tables> m_tables;
    std::function<void(const Growth &)> m_grown;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Write *> m_queue;
    std::size_t m_queuedWeight = 0;
    bool m_isStopping = false;
    Growth m_ofOthers; ///< Found by the round under way…
    bool m_hasOthersWritten = false; ///< …and whether it found anything at all.
    std::atomic<int> m_otherWrites = 0;
    std::thread m_thread; // last: it uses the others
};

} // namespace Doorstep::StoreFile
