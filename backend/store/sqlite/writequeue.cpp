// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/store/sqlite/writequeue.h"

#include "backend/work/worker.h"

#include <map>

namespace Doorstep::StoreFile {
namespace {

constexpr std::size_t mostQueuedRows = 50'000; // some seconds of work: beyond it a client had better try again later
constexpr std::size_t mostRowsInARound = 4'000; // bounds how long the first of a round waits for the last

} // namespace

WriteQueue::WriteQueue(std::unique_ptr<Tables> tables, std::function<void(const Growth &)> grown)
    : m_tables(std::move(tables))
    , m_grown(std::move(grown))
    , m_thread([this] { work(); })
{
}

WriteQueue::~WriteQueue()
{
    stop();
}

Result<> WriteQueue::post(Write &write)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_isStopping)
            return failure(Error::Kind::Stopped, QStringLiteral("the store is closed"));
        if (m_queuedWeight + write.weight() > mostQueuedRows)
            return failure(Error::Kind::Offline, QStringLiteral("too many writes are waiting"));
        m_queuedWeight += write.weight();
        m_queue.push_back(&write);
    }
    m_wake.notify_one();
    return {};
}

void WriteQueue::stop()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isStopping = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

std::vector<Write *> WriteQueue::takeRound()
{
    std::vector<Write *> round;
    for (std::size_t rows = 0; !m_queue.empty() && rows < mostRowsInARound; m_queue.pop_front()) {
        rows += m_queue.front()->weight();
        m_queuedWeight -= m_queue.front()->weight();
        round.push_back(m_queue.front());
    }
    return round;
}

/// What others wrote, then what \a round did.
void WriteQueue::tellGrowth(const std::vector<Write *> &round)
{
    if (m_hasOthersWritten)
        ++m_otherWrites; // an account, say, is no document
    if (!m_ofOthers.empty())
        m_grown(std::exchange(m_ofOthers, {}));
    for (const auto *write : round) {
        if (!write->growth().empty())
            m_grown(write->growth());
    }
}

void WriteQueue::work()
{
    for (;;) {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return m_isStopping || !m_queue.empty(); });
        if (m_queue.empty())
            break;
        const auto round = takeRound();
        lock.unlock();

        const auto before = m_tables->documents.memory();
        m_hasOthersWritten = false;
        if (auto done = commitRound(round); !done) {
            static_cast<void>(m_tables->database.execute("ROLLBACK"));
            m_tables->documents.restore(before);
            m_tables->documents.forgetDataVersion();
            m_ofOthers.clear();
            m_hasOthersWritten = false; // the next round looks again
            m_tables->fixes.forgetNumbers();
            for (auto *write : round)
                write->fail(done.error());
        }
        tellGrowth(round);
        answer(round);
    }
    static_cast<void>(m_tables->database.execute("PRAGMA optimize"));
    m_tables.reset(); // closed by the thread that used it
}

Result<> WriteQueue::commitRound(const std::vector<Write *> &round)
{
    // Immediate: who begins as a reader and then wants to write can be refused half way.
    if (auto begun = m_tables->database.execute("BEGIN IMMEDIATE"); !begun)
        return begun;
    auto ofOthers = m_tables->documents.catchUp();
    if (!ofOthers)
        return std::unexpected(ofOthers.error());
    m_ofOthers = std::move(*ofOthers);
    m_hasOthersWritten = m_tables->documents.sawOtherWriter();
    for (auto *write : round) {
        auto done = write->needsSavepoint() ? applyOne(*write) : write->apply(*m_tables);
        if (!done && done.error().kind == Error::Kind::Storage)
            return done;
        if (!done)
            write->fail(done.error());
    }
    return m_tables->database.execute("COMMIT");
}

Result<> WriteQueue::applyOne(Write &write)
{
    const auto before = m_tables->documents.memory();
    if (auto saved = m_tables->database.execute("SAVEPOINT one"); !saved)
        return saved;
    const auto done = write.apply(*m_tables);
    if (!done) {
        m_tables->documents.restore(before);
        if (auto undone = m_tables->database.execute("ROLLBACK TO one"); !undone)
            return undone;
    }
    if (auto released = m_tables->database.execute("RELEASE one"); !released)
        return released;
    return done;
}

void WriteQueue::answer(const std::vector<Write *> &round)
{
    // One wake-up a loop, not one a caller. A Write may be gone as soon as its coroutine runs: copy first.
    std::map<trantor::EventLoop *, std::vector<std::coroutine_handle<>>> waiting;
    for (const auto *write : round)
        waiting[write->loop].push_back(write->waiting);
    for (auto &[loop, handles] : waiting) {
        auto resumeAll = [handles = std::move(handles)] {
            for (const auto handle : handles)
                handle.resume();
        };
        if (loop)
            loop->queueInLoop(std::move(resumeAll));
        else
            resumeAll();
    }
}

} // namespace Doorstep::StoreFile
