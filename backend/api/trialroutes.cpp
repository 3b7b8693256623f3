// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/api/trialroutes.h"

#include "backend/commands/documents.h"
#include "backend/http/problem.h"
#include "backend/trial/replay.h"
#include "backend/watchhost/roadpath.h"
#include "models/wire/depotwire.h"
#include "models/wire/kinds.h"
#include "models/wire/routewire.h"
#include "models/wire/stopwire.h"
#include "models/wire/thresholdswire.h"
#include "models/wire/trialwire.h"
#include "models/wire/vehiclewire.h"

#include <QSet>
#include <QTimeZone>

#include <chrono>
#include <map>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep::Api {
namespace {

using drogon::HttpResponsePtr;
using drogon::Task;

constexpr std::size_t mostDays = 7;
constexpr auto mostTime = 15s; // of computing, for all days together
constexpr qsizetype mostStopsADay = 10'000;
constexpr int mostFixesADriver = 25'000; // of a day, as they are read
constexpr int fixEverySeconds = 30; // as they are replayed
constexpr std::size_t largestBody = 4'096;

using Moment = std::chrono::steady_clock::time_point;

template <typename T>
QList<T> readAll(const QList<Document> &documents, Result<T> (*read)(const QJsonObject &))
{
    QList<T> things;
    for (const auto &document : documents) {
        const auto body = Wire::objectFromBytes(document.body);
        if (auto thing = body ? read(*body) : Result<T>(std::unexpected(body.error())))
            things.append(*std::move(thing)); // what cannot be read is left out, as for the watchers
    }
    return things;
}

/// What is asked for, and about which depot.
struct Question
{
    Depot depot;
    FeedId feed;
    ThresholdValues now;
    ThresholdValues proposed;
    QList<Vehicle> vehicles;
    std::map<QDate, QList<Route>, std::greater<>> days; ///< Newest first.
    QDateTime at;
};

Task<Result<Question>> questionOf(Store &store, DepotId depot, ThresholdValues proposed, QDateTime at)
{
    const auto feed = feedOf(depot);
    auto found = co_await findAll(store,
                                  {{.feed = organisationFeed(), .kind = Wire::Kinds::depot, .id = depot.toString()},
                                   {.feed = feed, .kind = Wire::Kinds::thresholds, .id = depot.toString()}});
    if (!found)
        co_return std::unexpected(found.error());
    const auto known = Wire::depotFromJson(found->at(0).body);
    if (!known)
        co_return failure(Error::Kind::NotFound, u"there is no depot of that id for you"_s);
    Question question{
        .depot = *known, .feed = feed, .now = {}, .proposed = proposed, .vehicles = {}, .days = {}, .at = at};
    if (found->at(1).exists()) {
        if (const auto own = Wire::depotThresholdsFromJson(found->at(1).body))
            question.now = own->values;
    }
    const auto vehicles = co_await store.documentsOf(organisationFeed(), Wire::Kinds::vehicle);
    if (!vehicles)
        co_return std::unexpected(vehicles.error());
    question.vehicles = readAll(*vehicles, &Wire::vehicleFromJson);
    const auto routes = co_await store.documentsOf(feed, Wire::Kinds::route);
    if (!routes)
        co_return std::unexpected(routes.error());
    const QTimeZone zone(known->timeZone.toLatin1());
    const auto today = zone.isValid() ? at.toTimeZone(zone).date() : at.date();
    for (const auto &route : readAll(*routes, &Wire::routeFromJson)) {
        if (route.day.isValid() && route.day <= today && route.day >= today.addDays(-static_cast<qint64>(mostDays)))
            question.days[route.day].append(route);
    }
    while (question.days.size() > mostDays)
        question.days.erase(std::prev(question.days.end()));
    co_return question;
}

/// What is stored of one day, documents still to be read.
struct Stored
{
    Trial::PastDay day;
    QList<Document> stops;
};

Task<Result<Stored>> storedDay(Store &store, const Question &question, const QList<Route> &routes)
{
    Stored stored;
    stored.day.depot = question.depot;
    stored.day.vehicles = question.vehicles;
    stored.day.routes = routes;
    stored.day.until = question.at;
    const auto span = Trial::spanOf(routes);
    if (!span)
        co_return stored;
    std::vector<DocumentKey> keys;
    QSet<DriverId> drivers;
    for (const auto &route : routes) {
        for (const auto &stop : route.stops) {
            if (static_cast<qsizetype>(keys.size()) < mostStopsADay)
                keys.push_back({.feed = question.feed, .kind = Wire::Kinds::stop, .id = stop.toString()});
        }
        drivers.insert(route.driver);
    }
    auto stops = co_await store.documents(std::move(keys));
    if (!stops)
        co_return std::unexpected(stops.error());
    stored.stops = *std::move(stops);
    for (const auto &driver : std::as_const(drivers)) {
        auto track = co_await store.track(driver, span->first, span->second, mostFixesADriver);
        if (!track)
            co_return std::unexpected(track.error());
        auto some = Trial::thinned(*std::move(track), fixEverySeconds);
        std::ranges::move(some, std::back_inserter(stored.day.fixes));
    }
    co_return stored;
}

using Both = std::pair<Trial::Counts, Trial::Counts>;

/// None when time is up.
Result<std::optional<Both>> tried(Stored stored, const Question &question, const RegionServices *region,
                                  const TrialBench::Seat &seat, Moment end)
{
    stored.day.stops = readAll(stored.stops, &Wire::stopFromJson);
    Trial::Roads roads;
    if (region != nullptr && region->roads) {
        roads = [region](const Watch::PathWanted &wanted) { return findPath(*region->roads, wanted); };
    }
    const auto isTimeUp = [&seat, end] { return !seat.isWanted() || std::chrono::steady_clock::now() > end; };
    return Trial::replay(stored.day, question.now, question.proposed, roads, isTimeUp);
}

void add(Trial::Counts &sum, const Trial::Counts &counts)
{
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        sum[it.key()] += it.value();
}

Task<Result<ThresholdTrial>> trialOf(Store *store, const RegionServices *region, TrialBench *bench,
                                     const TrialBench::Seat *seat, Question question)
{
    ThresholdTrial trial;
    Both sum;
    std::chrono::steady_clock::duration left = mostTime;
    for (const auto &[day, routes] : question.days) {
        if (!seat->isWanted())
            co_return failure(Error::Kind::Offline, u"a newer trial of yours has begun"_s);
        auto stored = co_await storedDay(*store, question, routes);
        if (!stored)
            co_return std::unexpected(stored.error());
        if (stored->day.fixes.empty())
            continue; // they are forgotten, or nobody drove: without them everybody would be silent
        const auto counts = co_await runOn(bench->worker(), [&] {
            const auto began = std::chrono::steady_clock::now();
            auto both = tried(*std::move(stored), question, region, *seat, began + left);
            left -= std::chrono::steady_clock::now() - began; // waiting for others costs nothing
            return both;
        });
        if (!counts)
            co_return std::unexpected(counts.error());
        const auto &both = *counts;
        if (!both) {
            trial.isCut = true;
            break;
        }
        add(sum.first, both->first);
        add(sum.second, both->second);
        trial.days.append(day);
    }
    trial.counts = Trial::governed(sum.first, sum.second);
    co_return trial;
}

Task<HttpResponsePtr> answerTrial(Services *services, const RegionServices *region, TrialBench *bench, Http::Call call)
{
    const DepotId depot(call.parameters.value(0));
    if (!depot.isValid() || !services->access.feedsOf(callerOf(call)).contains(feedOf(depot)))
        co_return Http::answerError(
            {.kind = Error::Kind::NotFound, .detail = u"there is no depot of that id for you"_s});
    const auto body = Http::objectIn(call.request->body());
    if (!body)
        co_return Http::answerError(body.error());
    const auto wanted = (*body)["thresholds"_L1];
    if (!wanted.isObject())
        co_return Http::answerError(
            {.kind = Error::Kind::Malformed, .detail = u"trial: missing or malformed 'thresholds'"_s});
    const auto proposed = Wire::thresholdValuesFromJson(wanted.toObject());
    if (!proposed)
        co_return Http::answerError(proposed.error());
    const auto seat = bench->take(callerOf(call).id);
    if (!seat)
        co_return Http::answerError(
            {.kind = Error::Kind::Offline, .detail = u"too many trials are under way: try again soon"_s});
    auto question = co_await questionOf(services->store, depot, *proposed, services->clock.now());
    if (!question)
        co_return Http::answerError(question.error());
    const auto trial = co_await trialOf(&services->store, region, bench, seat.get(), *std::move(question));
    if (!trial)
        co_return Http::answerError(trial.error());
    co_return Http::answerJson(Wire::toJson(*trial));
}

} // namespace

TrialBench::Seat::Seat(TrialBench &bench, UserId person, quint64 turn)
    : m_bench(bench)
    , m_person(std::move(person))
    , m_turn(turn)
{
}

TrialBench::Seat::~Seat()
{
    const std::scoped_lock lock(m_bench.m_mutex);
    --m_bench.m_seats;
    if (m_bench.m_latest.value(m_person) == m_turn)
        m_bench.m_latest.remove(m_person);
}

bool TrialBench::Seat::isWanted() const
{
    if (m_bench.m_isStopping)
        return false;
    const std::scoped_lock lock(m_bench.m_mutex);
    return m_bench.m_latest.value(m_person) == m_turn;
}

std::unique_ptr<TrialBench::Seat> TrialBench::take(const UserId &person)
{
    const std::scoped_lock lock(m_mutex);
    const bool isRoom = m_latest.contains(person) || m_latest.size() < mostPeople;
    if (m_isStopping || !isRoom || m_seats >= mostSeats)
        return {};
    ++m_seats;
    m_latest.insert(person, ++m_turn);
    return std::make_unique<Seat>(*this, person, m_turn);
}

TrialBench::~TrialBench()
{
    m_isStopping = true;
    m_worker.stop();
}

void registerTrials(Http::Router &router, Services &services, RegionServices *region, TrialBench &bench)
{
    router.add({.method = drogon::Post,
                .path = u"/v1/depots/{depot}/thresholds/trial"_s,
                .roles = {User::Role::Supervisor, User::Role::Admin},
                .maxBody = largestBody,
                .handler = [&services, region, &bench](Http::Call call) {
                    return answerTrial(&services, region, &bench, std::move(call));
                }});
}

} // namespace Doorstep::Api
