// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "simulator/backlog.h"

#include "models/wire/problemwire.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace Doorstep::Simulation {
namespace {

constexpr std::chrono::minutes slice{3};

/// What one slice of time has for the server.
struct Slice
{
    std::array<QJsonArray, 2> fixes; ///< By PhoneKind.
    QList<Letter> attempts;
};

Slice liveOneSlice(std::vector<Courier> &couriers, const StopsByReference &stops, TruthLog &truth,
                   const QDateTime &until, const QDateTime &now, Backlog &backlog)
{
    Slice told;
    for (std::size_t i = 0; i < couriers.size(); ++i) {
        auto &courier = couriers[i];
        const auto news = courier.liveUntil(until);
        const auto kind = courier.tour().phone;
        for (const auto &reading : news.readings) {
            if (reading.sendableAt > now || !backlog.later[i].isEmpty()) // a phone sends in order
                backlog.later[i] += courier.outgoing(reading);
            else
                told.fixes.at(static_cast<std::size_t>(kind)) += entryOf(kind, courier.tour().driver.deviceId, reading);
        }
        for (const auto &happening : news.happenings) {
            truth.write(truthOf(courier.tour(), happening));
            if (happening.kind != Happening::Kind::Done)
                continue;
            const auto outgoing = courier.outgoing(happening, stops);
            if (outgoing.sendableAt > now)
                backlog.later[i] += outgoing;
            else
                told.attempts += outgoing.letter;
        }
    }
    return told;
}

QCoro::Task<Result<void>> tell(ApiClient *client, Slice told)
{
    std::vector<QCoro::Task<Answer>> asked;
    for (const auto kind : {PhoneKind::Traccar, PhoneKind::OwnTracks}) {
        const auto &fixes = told.fixes.at(static_cast<std::size_t>(kind));
        if (!fixes.isEmpty())
            asked.push_back(client->send(Letter{.path = batchPath(kind),
                                                .body = QJsonDocument(fixes).toJson(QJsonDocument::Compact),
                                                .idempotencyKey = {},
                                                .withToken = false}));
    }
    std::optional<Error> problem;
    const auto note = [&problem](const Answer &answer) {
        if (!answer.isGood() && answer.status != 409) // somebody at a desk was faster: their right
            problem = Wire::errorOf(answer.status, answer.body);
    };
    for (auto &task : asked)
        note(co_await task);
    asked.clear();
    for (const auto &letter : std::as_const(told.attempts))
        asked.push_back(client->send(letter));
    for (auto &task : asked)
        note(co_await task);
    if (problem)
        co_return std::unexpected(*problem);
    co_return Result<void>();
}

} // namespace

QCoro::Task<Result<Backlog>> tellThePast(ApiClient *client, std::vector<Courier> *couriers,
                                         const StopsByReference *stops, TruthLog *truth, QDateTime from, QDateTime now)
{
    Backlog backlog;
    backlog.later.resize(couriers->size());
    for (auto until = from; until < now;) {
        until = std::min(until.addDuration(slice), now);
        auto told = liveOneSlice(*couriers, *stops, *truth, until, now, backlog);
        backlog.fixes += told.fixes[0].size() + told.fixes[1].size();
        backlog.attempts += told.attempts.size();
        if (const auto done = co_await tell(client, std::move(told)); !done)
            co_return std::unexpected(done.error());
    }
    co_return backlog;
}

} // namespace Doorstep::Simulation
