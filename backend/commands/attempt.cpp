// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/commands/attempt.h"

#include "backend/commands/documents.h"
#include "backend/store/audittrail.h"
#include "models/domain/depot.h"
#include "models/wire/kinds.h"
#include "models/wire/reader.h"
#include "models/wire/stopwire.h"

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr int triesOfAttempt = 5;
constexpr std::chrono::minutes clockTolerance{2};

bool isDesk(const User &user)
{
    return user.has(User::Role::Dispatcher) || user.has(User::Role::Admin);
}

/// A driver may end visits of the route that is theirs, and no others.
drogon::Task<Result<>> checkOwnRoute(Store &store, User caller, Stop stop)
{
    if (isDesk(caller))
        co_return Result<>();
    const auto routes = co_await findAll(
        store, {{.feed = feedOf(stop.depot), .kind = Wire::Kinds::route, .id = stop.route.toString()}});
    if (!routes)
        co_return std::unexpected(routes.error());
    const auto driver = routes->front().body["driver"_L1].toString();
    if (!caller.driver.isValid() || driver != caller.driver.toString())
        co_return failure(Error::Kind::Forbidden, u"this stop is on another driver's route"_s);
    co_return Result<>();
}

QJsonObject bodyOf(const Attempt &attempt)
{
    QJsonObject body{{u"outcome"_s, Wire::statusWord(attempt.outcome)}};
    Wire::putText(body, "failure"_L1, Wire::failureWord(attempt.failure));
    Wire::putText(body, "note"_L1, attempt.note);
    Wire::putTime(body, "at"_L1, attempt.at);
    if (attempt.where.isValid())
        body.insert("where"_L1, Wire::placeJson(attempt.where));
    return body;
}

/// The new body; empty when the visit ended so already.
Result<QJsonObject> ended(const Stop &before, const QJsonObject &body, const Attempt &attempt)
{
    if (before.status == attempt.outcome && before.failure == attempt.failure)
        return QJsonObject();
    if (!before.isOpen())
        return failure(Error::Kind::Conflict, u"the visit ended already: %1"_s.arg(Wire::statusWord(before.status)));
    Stop after = before;
    after.status = attempt.outcome;
    after.failure = attempt.failure;
    after.note = attempt.note;
    after.completedAt = attempt.at;
    ++after.attempts;
    auto json = withUnknownKeys(Wire::toJson(after), body, Wire::toJson(before));
    if (attempt.where.isValid())
        json.insert("completed_where"_L1, Wire::placeJson(attempt.where));
    return json;
}

} // namespace

Result<Attempt> attemptFromJson(const StopId &stop, const QJsonObject &json, const QDateTime &now)
{
    Wire::Reader reader("attempt"_L1, json);
    Attempt attempt{.stop = stop, .outcome = {}, .failure = {}, .note = {}, .at = {}, .where = {}};
    const auto outcome = Wire::statusFromWord(reader.text("outcome"_L1));
    if (!outcome || (*outcome != Stop::Status::Delivered && *outcome != Stop::Status::Failed))
        reader.fail("outcome"_L1);
    attempt.outcome = outcome.value_or(Stop::Status::Failed);
    const bool hasFailed = attempt.outcome == Stop::Status::Failed;
    if (reader.has("failure"_L1) || hasFailed) {
        const auto why =
            reader.has("failure"_L1) ? Wire::failureFromWord(reader.text("failure"_L1)) : Stop::Failure::Other;
        if (!why || !hasFailed)
            reader.fail("failure"_L1);
        attempt.failure = why.value_or(Stop::Failure::Other);
    }
    attempt.note = reader.optionalText("note"_L1, 2'000);
    attempt.at = reader.time("at"_L1);
    if (attempt.at > now.addDuration(clockTolerance))
        reader.fail("at"_L1);
    attempt.where = reader.optionalPlace("where"_L1);
    return reader.finish(std::move(attempt));
}

drogon::Task<Result<QByteArray>> recordAttempt(Store &store, Attempt attempt, User caller, QDateTime now)
{
    Error last;
    for (int tries = 0; tries < triesOfAttempt; ++tries) {
        const auto found = co_await findInDepots(store, Wire::Kinds::stop, attempt.stop.toString());
        if (!found)
            co_return std::unexpected(found.error());
        const auto stop = Wire::stopFromJson(found->body);
        if (!stop)
            co_return failure(Error::Kind::Storage, stop.error().detail);
        if (const auto allowed = co_await checkOwnRoute(store, caller, *stop); !allowed)
            co_return std::unexpected(allowed.error());
        const auto body = ended(*stop, found->body, attempt);
        if (!body)
            co_return std::unexpected(body.error());
        if (body->isEmpty())
            co_return found->document.body;

        const auto bytes = Wire::compact(*body);
        Commit commit{.writes = {{.feed = found->feed,
                                  .kind = Wire::Kinds::stop,
                                  .id = found->document.id,
                                  .body = bytes,
                                  .ifVersion = found->document.version}},
                      .claims = {},
                      .actor = caller.id,
                      .at = now};
        leaveTrail(commit, u"attempt"_s, bodyOf(attempt));
        const auto done = co_await store.commit(std::move(commit));
        if (done)
            co_return bytes;
        if (done.error().kind != Error::Kind::Conflict)
            co_return std::unexpected(done.error());
        last = done.error();
    }
    co_return std::unexpected(last);
}

} // namespace Doorstep
