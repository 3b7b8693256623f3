// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/work/worker.h"

namespace Doorstep {

void resumeOn(trantor::EventLoop *loop, std::coroutine_handle<> handle)
{
    if (loop)
        loop->queueInLoop([handle] { handle.resume(); });
    else
        handle.resume();
}

Worker::Worker(int threads, std::size_t mostQueued)
    : m_mostQueued(mostQueued)
{
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { work(); });
}

Worker::~Worker()
{
    stop();
}

Result<> Worker::post(Job job)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_isStopping)
            return failure(Error::Kind::Stopped, QStringLiteral("the server is stopping"));
        if (m_jobs.size() >= m_mostQueued)
            return failure(Error::Kind::Offline, QStringLiteral("too many jobs are waiting"));
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
    return {};
}

void Worker::stop()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isStopping = true;
    }
    m_wake.notify_all();
    for (auto &thread : m_threads) {
        if (thread.joinable())
            thread.join();
    }
}

void Worker::work()
{
    for (;;) {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return m_isStopping || !m_jobs.empty(); });
        if (m_jobs.empty())
            return;
        auto job = std::move(m_jobs.front());
        m_jobs.pop_front();
        lock.unlock();
        job();
    }
}

} // namespace Doorstep
