// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/planning/problem.h"
#include "backend/planning/score.h"

#include <chrono>
#include <functional>
#include <stop_token>

namespace Doorstep::Planning {

/// When a search ends, whatever comes first; it ends too when it is asked to stop, and when nothing gets better any
/// more.
struct Limits
{
    std::chrono::steady_clock::time_point until = std::chrono::steady_clock::time_point::max();
    std::int64_t iterations = std::numeric_limits<std::int64_t>::max(); ///< Of each thread.
    int threads = 1;
    std::uint64_t seed = 1;
    std::stop_token stop;
};

/// A plan, what it is worth, and what it took.
struct Answer
{
    Plan plan;
    Score score;
    std::int64_t iterations = 0;
    bool isCancelled = false;
};

/// Called from the calling thread: with the plan that the search begins with, then some ten times a second at most,
/// when there is a better plan than the last it was called with.
using Progress = std::function<void(const Answer &)>;

/// The best plan for \a problem found in time, from \a start (empty: from nothing). Never worse than what of \a start
/// fits; fixed tasks and locked routes stay as they are there.
///
/// Blocks. With a limit of iterations only, the same seed and threads give the same plan on every machine of a kind;
/// with a time, it depends on how fast it is.
[[nodiscard]] Answer optimise(const Problem &problem, const Plan &start, const Limits &limits,
                              const Progress &progress = {});

/// What \a plan is worth; all that is in it counts, whether allowed or not.
[[nodiscard]] Score scoreOf(const Problem &problem, const Plan &plan);

} // namespace Doorstep::Planning
