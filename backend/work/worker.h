// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"

#include <condition_variable>
#include <coroutine>
#include <deque>
#include <drogon/utils/coroutine.h>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <trantor/net/EventLoop.h>
#include <utility>
#include <vector>

namespace Doorstep {

/// Resumes \a handle on \a loop, or right here when there is none.
void resumeOn(trantor::EventLoop *loop, std::coroutine_handle<> handle);

/// One thread that does jobs in order, or several that do them side by side. What was posted before stop() is still
/// done.
class Worker
{
public:
    using Job = std::function<void()>;

    /// Takes no more than \a mostQueued jobs that wait.
    explicit Worker(int threads = 1, std::size_t mostQueued = 10'000);
    ~Worker();
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    /// Offline, and the job is dropped, when too many wait already; Stopped at the end.
    Result<> post(Job job);
    void stop(); ///< Returns when the last job is done.

private:
    void work();

    std::size_t m_mostQueued;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    bool m_isStopping = false;
    std::vector<std::thread> m_threads; // last: they use the others
};

/// `co_await Errand(worker, f)` runs f on the worker and resumes the caller on its own event loop with what f answered,
/// a Result. Offline or Stopped when the worker does not take it.
template <typename Function>
class Errand
{
public:
    using Answer = std::invoke_result_t<Function>;

    Errand(Worker &worker, Function function)
        : m_worker(worker)
        , m_function(std::move(function))
    {
    }

    [[nodiscard]] bool await_ready() const noexcept { return false; }
    bool await_suspend(std::coroutine_handle<> handle)
    {
        auto *loop = trantor::EventLoop::getEventLoopOfCurrentThread();
        const auto posted = m_worker.post([this, handle, loop] {
            m_answer.emplace(m_function());
            resumeOn(loop, handle);
        });
        if (posted)
            return true; // nothing of this may be touched from here on: it may be answered already
        m_answer.emplace(std::unexpected(posted.error()));
        return false;
    }
    Answer await_resume() { return std::move(*m_answer); } // NOLINT(bugprone-unchecked-optional-access): resumed by it

private:
    Worker &m_worker;
    Function m_function;
    std::optional<Answer> m_answer;
};

/// What \a function answers, run on \a worker. The worker must outlive the task.
template <typename Function>
auto runOn(Worker &worker, Function function) -> drogon::Task<std::invoke_result_t<Function>>
{
    Errand<Function> errand(worker, std::move(function)); // NOLINT(misc-const-correctness): awaiting it changes it
    co_return co_await errand;
}

} // namespace Doorstep
