// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/planning/vroomserver.h"

#include "backend/planning/vroom/question.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep::Planning {
namespace {

constexpr auto leastTime = 1s; ///< For its search.
constexpr auto mostTime = 600s;
constexpr auto timeToAnswer = 10s; ///< Beyond its search: it reads, reports, and may be far away.
constexpr std::int64_t roundsATask = 20; ///< To place what it left out; it is not the place for another search.

} // namespace

Result<Answer> VroomServer::optimise(const Problem &problem, const Plan &start, const Limits &limits) const
{
    const VroomQuestion question(problem, start);
    if (question.isEmpty())
        return Answer{.plan = start, .score = scoreOf(problem, start)};
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(
        std::min(limits.until, std::chrono::steady_clock::now() + mostTime) - std::chrono::steady_clock::now());
    const auto time = std::max<std::chrono::milliseconds>(left, leastTime);
    const auto reply = m_server.post(u"/"_s, question.text(time), time + timeToAnswer, limits.stop);
    if (!reply)
        return std::unexpected(reply.error());
    const auto plan = question.planIn(std::string_view(reply->body.constData(), std::size_t(reply->body.size())));
    if (!plan) {
        const bool isItsWord = reply->status == 200 || reply->status == 400;
        return failure(isItsWord ? Error::Kind::Refused : Error::Kind::Offline,
                       u"status %1: %2"_s.arg(reply->status).arg(QString::fromStdString(plan.error())));
    }
    auto ours = problem;
    if (ours.soft && !ours.soft->atHand)
        ours.soft->atHand = start;
    auto answer =
        Planning::optimise(ours, *plan, {.iterations = roundsATask * std::ssize(problem.tasks), .seed = limits.seed});
    auto atHand = Planning::optimise(ours, start, {.iterations = 0});
    return answer.score.isBetterThan(atHand.score) ? std::move(answer) : std::move(atHand);
}

} // namespace Doorstep::Planning
