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

Worker::Worker()
    : m_thread([this] { work(); })
{
}

Worker::~Worker()
{
    stop();
}

bool Worker::post(Job job)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_isStopping)
            return false;
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
    return true;
}

void Worker::stop()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isStopping = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
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
