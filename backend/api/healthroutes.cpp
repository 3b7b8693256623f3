// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/api/healthroutes.h"

#include "backend/http/problem.h"
#include "backend/http/requestlog.h"
#include "backend/ingest/ingestcounts.h"

#include <QFile>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Doorstep::Api {
namespace {

using drogon::HttpResponsePtr;
using drogon::Task;

Task<HttpResponsePtr> live(Services &, Http::Call)
{
    co_return Http::answerJson({{u"status"_s, u"ok"_s}});
}

Task<HttpResponsePtr> ready(Services &services, Http::Call)
{
    if (services.isReady)
        co_return Http::answerJson({{u"status"_s, u"ok"_s}});
    co_return Http::answerProblem({.status = drogon::k503ServiceUnavailable,
                                   .code = u"not_ready"_s,
                                   .detail = u"the server is starting"_s,
                                   .field = {},
                                   .retryAfterSeconds = 1});
}

/// Resident memory in bytes; 0 where /proc does not tell.
qint64 residentBytes()
{
    QFile statm(u"/proc/self/statm"_s);
    if (!statm.open(QIODevice::ReadOnly))
        return 0;
    return statm.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

template <typename Number>
void put(QByteArray &text, const char *name, const Number &value)
{
    text += name;
    text += ' ' + QByteArray::number(value) + '\n';
}

Task<HttpResponsePtr> metrics(Services &services, Http::Call)
{
    QByteArray text;
    const auto &calls = Http::callCounts();
    text += "# TYPE doorstep_calls_total counter\n";
    for (std::size_t status = 1; status < calls.byStatusClass.size(); ++status) {
        const auto name = "doorstep_calls_total{status=\"" + QByteArray::number(status) + "xx\"}";
        put(text, name.constData(), calls.byStatusClass.at(status).load());
    }
    put(text, "doorstep_call_seconds_total", static_cast<double>(calls.microseconds.load()) / 1e6);
    const auto &phones = ingestCounts();
    text += "# TYPE doorstep_fixes_total counter\n";
    put(text, "doorstep_fixes_total{outcome=\"stored\"}", phones.stored.load());
    put(text, "doorstep_fixes_total{outcome=\"duplicate\"}", phones.duplicate.load());
    put(text, "doorstep_fixes_total{outcome=\"refused\"}", phones.refused.load());
    text += "# TYPE doorstep_feed_head gauge\n";
    for (const auto &feed : services.store.feeds()) {
        const auto name = "doorstep_feed_head{feed=\"" + feed.id.toString().toUtf8() + "\"}";
        put(text, name.constData(), feed.head);
    }
    text += "# TYPE doorstep_live_sockets gauge\n";
    put(text, "doorstep_live_sockets", services.live.peerCount());
    text += "# TYPE process_resident_memory_bytes gauge\n";
    put(text, "process_resident_memory_bytes", residentBytes());
    co_return Http::answerBytes(text, "text/plain; version=0.0.4");
}

} // namespace

void registerHealth(Http::Router &router, Services &services)
{
    router.add({.method = drogon::Get,
                .path = u"/livez"_s,
                .door = Http::Door::Open,
                .roles = {},
                .handler = with(services, live)});
    router.add({.method = drogon::Get,
                .path = u"/readyz"_s,
                .door = Http::Door::Open,
                .roles = {},
                .handler = with(services, ready)});
    router.add({.method = drogon::Get,
                .path = u"/metrics"_s,
                .door = Http::Door::Region,
                .roles = {},
                .handler = with(services, metrics)});
}

} // namespace Doorstep::Api
