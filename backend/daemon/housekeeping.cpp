// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/housekeeping.h"

#include "backend/http/requestlog.h"

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr double lookEverySeconds = 1.0;
constexpr double compactEverySeconds = 3600.0;
constexpr double firstForgetSeconds = 20.0;
constexpr double forgetEverySeconds = 3600.0;
constexpr qint64 changesKept = 500'000; // of each feed: weeks of a busy depot, after which a console takes a snapshot
constexpr int answersKeptDays = 30; // as docs/protocol.md says of Idempotency-Key
constexpr int commandsKeptDays = 90; // a console that was away for longer has nothing to send again

drogon::AsyncTask look(Store &store, Access &access)
{
    const auto noticed = co_await store.noticeOtherWriters();
    if (!noticed || !*noticed)
        co_return;
    if (const auto loaded = co_await access.load(); !loaded)
        Http::logLine(u"error"_s, u"users could not be read"_s, {{u"why"_s, loaded.error().detail}});
}

drogon::AsyncTask compact(Store &store)
{
    const auto now = QDateTime::currentDateTimeUtc();
    Store::Horizon horizon{.changesKept = changesKept,
                           .answersBefore = now.addDays(-answersKeptDays),
                           .commandsBefore = now.addDays(-commandsKeptDays)};
    if (const auto done = co_await store.compact(std::move(horizon)); !done)
        Http::logLine(u"error"_s, u"old changes could not be forgotten"_s, {{u"why"_s, done.error().detail}});
}

drogon::AsyncTask forget(Store &store, const Clock &clock, int days)
{
    const auto forgotten = co_await forgetOldFixes(store, clock, days);
    if (!forgotten && forgotten.error().kind != Error::Kind::Stopped)
        Http::logLine(u"error"_s, u"old fixes could not be forgotten"_s, {{u"why"_s, forgotten.error().detail}});
    if (forgotten.value_or(0) > 0)
        Http::logLine(u"info"_s, u"old fixes forgotten"_s, {{u"fixes"_s, *forgotten}, {u"days"_s, days}});
}

} // namespace

drogon::Task<Result<qint64>> forgetOldFixes(Store &store, const Clock &clock, int days)
{
    return store.forgetFixes(clock.now().addDays(-days));
}

Housekeeping::Housekeeping(Store &store, Access &access, const Clock &clock, int fixDaysKept)
    : m_thread("house")
{
    m_thread.run();
    m_thread.getLoop()->runEvery(lookEverySeconds, [&store, &access] { look(store, access); });
    m_thread.getLoop()->runEvery(compactEverySeconds, [&store] { compact(store); });
    const auto forgetFixes = [&store, &clock, fixDaysKept] { forget(store, clock, fixDaysKept); };
    m_thread.getLoop()->runAfter(firstForgetSeconds, forgetFixes); // a server may never run for an hour
    m_thread.getLoop()->runEvery(forgetEverySeconds, forgetFixes);
}

Housekeeping::~Housekeeping() = default;

} // namespace Doorstep
