// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"

#include <condition_variable>
#include <coroutine>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <trantor/net/EventLoop.h>
#include <utility>

namespace Doorstep {

/// Resumes \a handle on \a loop, or right here when there is none.
void resumeOn(trantor::EventLoop *loop, std::coroutine_handle<> handle);

/// A thread that does jobs in order. What was posted before stop() is still done.
class Worker
{
public:
    using Job = std::function<void()>;

    Worker();
    ~Worker();
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    bool post(Job job); ///< False, and the job is dropped, once stopped.
    void stop(); ///< Returns when the last job is done.

private:
    void work();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    bool m_isStopping = false;
    std::thread m_thread; // last: it uses the others
};

/// `co_await Errand(worker, f)` runs f on the worker and resumes the caller on its own event loop with what f answered,
/// a Result. Stopped when the worker is no more.
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
        return m_worker.post([this, handle, loop] {
            m_answer.emplace(m_function());
            resumeOn(loop, handle);
        });
    }
    Answer await_resume()
    {
        return m_answer ? std::move(*m_answer)
                        : Answer(failure(Error::Kind::Stopped, QStringLiteral("the store is closed")));
    }

private:
    Worker &m_worker;
    Function m_function;
    std::optional<Answer> m_answer;
};

} // namespace Doorstep
