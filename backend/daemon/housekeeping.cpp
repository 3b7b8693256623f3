// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/housekeeping.h"

#include "backend/http/requestlog.h"

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr double lookEverySeconds = 1.0;
constexpr double compactEverySeconds = 3600.0;
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

} // namespace

Housekeeping::Housekeeping(Store &store, Access &access)
    : m_thread("house")
{
    m_thread.run();
    m_thread.getLoop()->runEvery(lookEverySeconds, [&store, &access] { look(store, access); });
    m_thread.getLoop()->runEvery(compactEverySeconds, [&store] { compact(store); });
}

Housekeeping::~Housekeeping() = default;

} // namespace Doorstep
