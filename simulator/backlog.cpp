// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "simulator/backlog.h"

#include <QCoroTimer>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace Doorstep::Simulation {
namespace {

constexpr std::chrono::minutes slice{12};
constexpr qsizetype outcomesAtOnce = 24;
constexpr std::chrono::milliseconds betweenLooks{400};
constexpr int mostLooks = 12;

/// What one slice of time has for the server.
struct Slice
{
    std::array<QJsonArray, 2> fixes; ///< By PhoneKind.
    QList<Letter> attempts;
};

void takeReadings(const QList<PhoneReading> &readings, const Courier &courier, const QDateTime &now,
                  QList<Outgoing> &later, Slice &told)
{
    const auto kind = courier.tour().phone;
    for (const auto &reading : readings) {
        if (reading.sendableAt > now || !later.isEmpty()) // a phone sends in order
            later += courier.outgoing(reading);
        else
            told.fixes.at(static_cast<std::size_t>(kind)) += entryOf(kind, courier.tour().driver.deviceId, reading);
    }
}

Slice liveOneSlice(std::vector<Courier> &couriers, const StopsByReference &stops, TruthLog &truth,
                   const QDateTime &until, const QDateTime &now, Backlog &backlog)
{
    Slice told;
    for (std::size_t i = 0; i < couriers.size(); ++i) {
        auto &courier = couriers[i];
        const auto news = courier.liveUntil(until);
        takeReadings(news.readings, courier, now, backlog.later[i], told);
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

/// Sends all of \a letters at once and waits for the answers.
QCoro::Task<Result<void>> tell(ApiClient *client, QList<Letter> letters)
{
    std::vector<QCoro::Task<Answer>> asked;
    for (const auto &letter : std::as_const(letters))
        asked.push_back(client->send(letter));
    std::optional<Error> problem;
    for (auto &task : asked) {
        const auto answer = co_await task;
        if (!answer.isGood() && answer.status != 409) // somebody at a desk was faster: their right
            problem = errorOf(answer);
    }
    if (problem)
        co_return std::unexpected(*problem);
    co_return Result<void>();
}

QList<Letter> lettersOf(const Slice &told)
{
    QList<Letter> letters;
    for (const auto kind : {PhoneKind::Traccar, PhoneKind::OwnTracks}) {
        const auto &fixes = told.fixes.at(static_cast<std::size_t>(kind));
        if (!fixes.isEmpty())
            letters += Letter{.path = batchPath(kind),
                              .body = QJsonDocument(fixes).toJson(QJsonDocument::Compact),
                              .idempotencyKey = {},
                              .withToken = false};
    }
    return letters;
}

/// Waits until the server's feeds have stopped growing, a few seconds at most: its watchers think beside the store, and
/// a door that is closed before they have noted the arrival has none.
QCoro::Task<void> settle(ApiClient *client)
{
    qint64 before = -1;
    for (int look = 0; look < mostLooks; ++look) {
        co_await QCoro::sleepFor(betweenLooks);
        const auto feeds = objectOf(co_await client->get(u"/v1/feeds"_s));
        if (!feeds)
            co_return;
        qint64 heads = 0;
        for (const auto &feed : (*feeds)["feeds"_L1].toArray())
            heads += feed.toObject()["head"_L1].toInteger();
        if (std::exchange(before, heads) == heads)
            co_return;
    }
}

} // namespace

QCoro::Task<Result<Backlog>> tellThePast(ApiClient *client, std::vector<Courier> *couriers,
                                         const StopsByReference *stops, TruthLog *truth, QDateTime from, QDateTime now)
{
    Backlog backlog;
    backlog.later.resize(couriers->size());
    QList<Letter> outcomes;
    for (auto until = from; until < now;) {
        until = std::min(until.addDuration(slice), now);
        const auto told = liveOneSlice(*couriers, *stops, *truth, until, now, backlog);
        backlog.fixes += told.fixes[0].size() + told.fixes[1].size();
        outcomes += told.attempts;
        if (const auto done = co_await tell(client, lettersOf(told)); !done)
            co_return std::unexpected(done.error());
    }
    if (backlog.fixes > 0)
        co_await settle(client);
    for (qsizetype first = 0; first < outcomes.size(); first += outcomesAtOnce) {
        if (const auto done =
                co_await tell(client, outcomes.sliced(first, std::min(outcomesAtOnce, outcomes.size() - first)));
            !done)
            co_return std::unexpected(done.error());
    }
    backlog.attempts = outcomes.size();
    co_return backlog;
}

} // namespace Doorstep::Simulation
