// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/ingest/ingest.h"

#include "backend/http/problem.h"
#include "backend/http/router.h"
#include "backend/ingest/driverdirectory.h"
#include "backend/ingest/fixsink.h"
#include "backend/ingest/formfields.h"
#include "backend/ingest/ingestcounts.h"
#include "backend/ingest/osmand.h"
#include "backend/ingest/owntracks.h"
#include "backend/ingest/positionasks.h"
#include "backend/ingest/requestrate.h"
#include "models/domain/clock.h"

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

using drogon::HttpResponsePtr;
using drogon::Task;

constexpr std::size_t longestBody = 8UL * 1024 * 1024;
// A phone back from a dead zone sends a day's fixes one by one, as fast as it gets its answers.
constexpr double requestsPerSecond = 200.0;
constexpr double requestsAtOnce = 5'000.0;

/// What all calls of phones share.
struct PhoneDesk
{
    FixSink &sink;
    const DriverDirectory &drivers;
    const Clock &clock;
    RequestRate rate{requestsPerSecond, requestsAtOnce};
    PositionAsks asks;
};

using Desk = std::shared_ptr<PhoneDesk>;

/// A post as its dialect understood it.
struct Post
{
    Reports reports;
    bool isBatch = false;
    drogon::HttpStatusCode unknownDevice = drogon::k400BadRequest;
};

/// What becomes of a post once its reports have owners.
struct Sorted
{
    std::vector<Fix> fixes;
    int refused = 0;
};

QByteArrayView viewOf(std::string_view bytes)
{
    return {bytes.data(), static_cast<qsizetype>(bytes.size())};
}

void count(std::atomic<std::uint64_t> &counter, qint64 more)
{
    counter.fetch_add(static_cast<std::uint64_t>(more), std::memory_order_relaxed);
}

bool isArray(QByteArrayView body)
{
    return body.trimmed().startsWith('[');
}

/// Why a single report is not taken, as an answer; null when it is.
HttpResponsePtr refusalOf(PhoneDesk &desk, const Post &post)
{
    const auto &report = post.reports.first();
    if (!report)
        return Http::answerError(report.error());
    if (!desk.drivers.driverOf(report->deviceId).isValid())
        return Http::answerProblem(
            {.status = post.unknownDevice,
             .code = u"unknown_device"_s,
             .detail = u"no driver has this device id: enter it at the driver, or correct it in the phone"_s});
    if (!desk.rate.allows(report->deviceId, std::chrono::steady_clock::now())) {
        count(ingestCounts().throttled, 1);
        return Http::answerProblem({.status = drogon::k429TooManyRequests,
                                    .code = u"too_fast"_s,
                                    .detail = u"this device posts more than %1 times a second"_s.arg(requestsPerSecond),
                                    .field = {},
                                    .retryAfterSeconds = 1});
    }
    return nullptr;
}

Sorted sorted(const PhoneDesk &desk, const Reports &reports)
{
    Sorted result;
    result.fixes.reserve(static_cast<std::size_t>(reports.size()));
    for (const auto &report : reports) {
        const auto driver = report ? desk.drivers.driverOf(report->deviceId) : DriverId();
        if (!report || !driver.isValid()) {
            ++result.refused;
        } else if (const auto &fix = report->fix) {
            result.fixes.push_back(*fix);
            result.fixes.back().driver = driver;
        } else {
            count(ingestCounts().heartbeats, 1);
        }
    }
    return result;
}

QJsonObject toJson(const StoredCounts &counts)
{
    return {{u"stored"_s, counts.stored}, {u"duplicate"_s, counts.duplicate}, {u"refused"_s, counts.refused}};
}

/// Stores \a post and answers: \a accepted to a single report, counts to a batch. A 2xx only after the commit.
Task<HttpResponsePtr> keep(Desk desk, Post post, HttpResponsePtr accepted)
{
    if (!post.isBatch && post.reports.size() == 1) {
        if (const auto refusal = refusalOf(*desk, post)) {
            count(ingestCounts().refused, 1);
            co_return refusal;
        }
    }
    auto [fixes, refused] = sorted(*desk, post.reports);
    StoredCounts total;
    if (!fixes.empty()) {
        const auto stored = co_await desk->sink.accept(std::move(fixes));
        if (!stored)
            co_return Http::answerError(stored.error());
        total = *stored;
    }
    total.refused += refused;
    count(ingestCounts().stored, total.stored);
    count(ingestCounts().duplicate, total.duplicate);
    count(ingestCounts().refused, total.refused);
    co_return post.isBatch ? Http::answerJson(toJson(total)) : accepted;
}

Task<HttpResponsePtr> takeOsmAnd(Desk desk, Http::Call call)
{
    const auto contentType = viewOf(call.request->getHeader("content-type"));
    const auto query = viewOf(call.request->query());
    const auto body = viewOf(call.request->body());
    auto reports = parseOsmAnd(query, contentType, body, desk->clock.now());
    if (!reports) {
        count(ingestCounts().refused, 1);
        co_return Http::answerError(reports.error());
    }
    const bool wasJson = query.isEmpty() && contentType.startsWith("application/json");
    co_return co_await keep(desk,
                            {.reports = *std::move(reports),
                             .isBatch = wasJson && isArray(body),
                             .unknownDevice = wasJson ? drogon::k404NotFound : drogon::k400BadRequest},
                            Http::answerNothing(drogon::k200OK));
}

/// Whether the phone that sent \a post is told that somebody asks where it is.
bool isAsked(PhoneDesk &desk, const OwnTracksPost &post)
{
    const auto driver = desk.drivers.driverOf(post.deviceId);
    if (!driver.isValid())
        return false;
    const auto askedAt = desk.drivers.positionAskedAt(driver);
    const bool isAnswer = std::ranges::any_of(post.reports, [&askedAt](const Result<Report> &report) {
        return report && report->fix && report->fix->fixedAt >= askedAt;
    });
    return desk.asks.isTold(driver, askedAt, desk.clock.now(), isAnswer);
}

Task<HttpResponsePtr> takeOwnTracks(Desk desk, Http::Call call)
{
    const auto &request = *call.request;
    const auto fields = FormFields::parse(viewOf(request.query())).value_or(FormFields());
    const auto header = [&request](const char *name) { return QString::fromStdString(request.getHeader(name)); };
    const OwnTracksSender sender{.limitUser = header("x-limit-u"),
                                 .limitDevice = header("x-limit-d"),
                                 .queryUser = fields.text("u"_L1),
                                 .queryDevice = fields.text("d"_L1),
                                 .basicUser = basicUser(viewOf(request.getHeader("authorization")))};
    auto post = parseOwnTracks(sender, viewOf(request.body()), desk->clock.now());
    if (!post) {
        count(ingestCounts().refused, 1);
        co_return Http::answerError(post.error());
    }
    count(ingestCounts().ignored, post->ignored);
    const bool isBatch = isArray(viewOf(request.body())); // answered with counts
    const auto answer = !isBatch && isAsked(*desk, *post) ? askForPosition() : "[]"_ba;
    co_return co_await keep(desk, {.reports = std::move(post->reports), .isBatch = isBatch}, Http::answerBytes(answer));
}

} // namespace

void registerIngest(Http::Router &router, FixSink &sink, const DriverDirectory &drivers, const Clock &clock)
{
    const auto desk = std::make_shared<PhoneDesk>(sink, drivers, clock);
    const auto add = [&](drogon::HttpMethod method, const QString &path, auto *handler) {
        router.add({.method = method,
                    .path = path,
                    .door = Http::Door::Open,
                    .roles = {},
                    .maxBody = longestBody,
                    .handler = [desk, handler](Http::Call call) { return handler(desk, std::move(call)); }});
    };
    for (const auto method : {drogon::Get, drogon::Post}) {
        add(method, u"/"_s, &takeOsmAnd);
        add(method, u"/fixes/osmand"_s, &takeOsmAnd);
    }
    add(drogon::Post, u"/pub"_s, &takeOwnTracks);
    add(drogon::Post, u"/fixes/owntracks"_s, &takeOwnTracks);
}

} // namespace Doorstep
