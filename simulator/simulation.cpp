// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "simulator/simulation.h"

#include "simulator/backlog.h"
#include "simulator/customers.h"
#include "simulator/history.h"
#include "simulator/opening.h"
#include "simulator/planner.h"

#include <QCoroTimer>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Doorstep::Simulation {
namespace {

constexpr double slowestRate = 0.1; // while the past is told
constexpr int mostTries = 8;
constexpr std::chrono::milliseconds betweenTries{400};
const QTime usualFirstMoment(10, 30);

/// A phone records every five seconds, but never more than twice in a real one.
std::chrono::seconds intervalAt(double speed)
{
    return std::chrono::seconds(std::max(5, static_cast<int>(std::ceil(speed * 0.5))));
}

QString sentenceOf(const Error &error, const QUrl &server)
{
    switch (error.kind) {
    case Error::Kind::Offline:
        return u"No server answers at %1: is doorstepd running there?"_s.arg(server.toString());
    case Error::Kind::Unauthorised:
        return u"The server does not know this user and password."_s;
    case Error::Kind::Forbidden:
        return u"This user may not plan a day: it takes an admin. (%1)"_s.arg(error.detail);
    default:
        return u"The server at %1 cannot be used: %2"_s.arg(server.toString(), error.detail);
    }
}

} // namespace

/// Everything that the coroutines of a simulation work on; lives until the program ends.
struct Simulation::Stage
{
    explicit Stage(SimulationOptions given)
        : options(std::move(given))
        , client(options.server)
        , city(client)
    {
    }

    QCoro::Task<Result<void>> static open(Stage *stage, Simulation *simulation);
    QCoro::Task<Result<void>> static tellPast(Stage *stage, QDateTime now, Simulation *simulation);

    SimulationOptions options;
    ApiClient client;
    ServerCity city;
    SimulatedClock clock;
    TruthLog truth;
    DayPlan plan;
    StopsByReference stops;
    std::vector<Courier> couriers;
    Backlog backlog;
    bool setsClock = true;
    std::unique_ptr<LiveDay> day;
};

namespace {

/// The first sign of life: who we are, and whose clock counts. A server with a fixed clock gets a day that is moved to
/// now.
QCoro::Task<Result<bool>> introduce(ApiClient *client, SimulationOptions options)
{
    auto token = co_await signIn(client, options.user, options.password);
    for (int tries = 1; tries < mostTries && !token && token.error().isTransient(); ++tries) {
        co_await QCoro::sleepFor(betweenTries); // it may just be starting
        token = co_await signIn(client, options.user, options.password);
    }
    if (!token)
        co_return std::unexpected(token.error());
    client->setToken(*token);
    const auto moment = options.day.time(options.jump.value_or(options.start.value_or(usualFirstMoment)));
    co_return co_await setServerClock(client, moment, slowestRate);
}

std::vector<Courier> couriersOf(const DayPlan &plan, std::chrono::seconds interval)
{
    std::vector<Courier> couriers;
    couriers.reserve(static_cast<std::size_t>(plan.tours.size()));
    for (int i = 0; i < plan.tours.size(); ++i)
        couriers.emplace_back(plan.tours[i], plan.traffic, plan.settings.seed, i, interval);
    return couriers;
}

void writeTruth(TruthLog &truth, const QList<QJsonObject> &history)
{
    for (auto visit : history) {
        visit.insert("truth"_L1, u"earlier_delivery"_s);
        truth.write(visit);
    }
}

void writeTruth(TruthLog &truth, const DayPlan &plan, const StopsByReference &stops)
{
    for (const auto &closure : plan.traffic.closures)
        truth.write(truthOf(closure, u"closure"_s));
    for (const auto &closure : plan.closures)
        truth.write(truthOf(closure));
    for (const auto &jam : plan.traffic.jams)
        truth.write(truthOf(jam, u"jam"_s));
    for (const auto &tour : plan.tours) {
        truth.write(truthOf(tour));
        for (const auto &visit : tour.visits)
            truth.write(truthOf(tour, visit, stops.value(visit.reference)));
    }
}

} // namespace

QCoro::Task<Result<void>> Simulation::Stage::tellPast(Stage *stage, QDateTime now, Simulation *simulation)
{
    const auto first = stage->plan.firstStart().addSecs(-600);
    auto told = co_await tellThePast(&stage->client, &stage->couriers, &stage->stops, &stage->truth, first, now);
    if (!told)
        co_return std::unexpected(told.error());
    stage->backlog = *std::move(told);
    if (stage->backlog.fixes > 0)
        Q_EMIT simulation->progressed(
            u"told the past: %1 fixes, %2 visits"_s.arg(stage->backlog.fixes).arg(stage->backlog.attempts));
    co_return Result<void>();
}

QCoro::Task<Result<void>> Simulation::Stage::open(Stage *stage, Simulation *simulation)
{
    auto &options = stage->options;
    const auto adjustable = co_await introduce(&stage->client, options);
    if (!adjustable)
        co_return std::unexpected(adjustable.error());
    stage->setsClock = *adjustable;
    if (!stage->setsClock && options.speed != 1.0)
        co_return failure(
            Error::Kind::Refused,
            u"its clock cannot be set. Start doorstepd with --adjustable-clock, or simulate with --speed 1."_s);
    auto moment = options.jump ? options.jump : options.start;
    if (!stage->setsClock) { // the day comes to the clock
        moment = moment.value_or(usualFirstMoment);
        options.day.shift = std::chrono::seconds(options.day.time(*moment).secsTo(QDateTime::currentDateTimeUtc()));
    }

    Q_EMIT simulation->progressed(
        u"planning %1 stops for %2 drivers"_s.arg(options.day.stops).arg(options.day.drivers));
    auto plan = co_await planDay(options.day, &stage->city);
    if (!plan)
        co_return std::unexpected(plan.error());
    stage->plan = *std::move(plan);
    const auto stops = co_await announce(&stage->client, stage->plan);
    if (!stops)
        co_return std::unexpected(stops.error());
    stage->stops = *stops;
    Q_EMIT simulation->progressed(
        u"announced %1 stops on %2 routes"_s.arg(stage->stops.size()).arg(stage->plan.tours.size()));
    writeTruth(stage->truth, stage->plan, stage->stops);
    const auto history = historyJsons(stage->plan);
    if (const auto imported = co_await importHistory(&stage->client, history); !imported)
        co_return std::unexpected(imported.error());
    writeTruth(stage->truth, history);
    Q_EMIT simulation->progressed(u"imported %1 deliveries of the last weeks"_s.arg(history.size()));
    stage->couriers = couriersOf(stage->plan, intervalAt(options.speed));

    auto now = moment ? options.day.time(*moment) : stage->plan.firstStart().addSecs(-300);
    if (!stage->setsClock)
        now = QDateTime::currentDateTimeUtc();
    else if (const auto set = co_await setServerClock(&stage->client, now, slowestRate); !set)
        co_return std::unexpected(set.error());
    const auto told = co_await tellPast(stage, now, simulation);
    if (!told)
        co_return told;
    if (stage->setsClock) {
        if (const auto set = co_await setServerClock(&stage->client, now, options.speed); !set)
            co_return std::unexpected(set.error());
    }
    stage->clock.set(now, options.speed);
    co_return Result<void>();
}

Simulation::Simulation(SimulationOptions options)
    : m_stage(std::make_unique<Stage>(std::move(options)))
{
}

Simulation::~Simulation() = default;

void Simulation::begin()
{
    if (!m_stage->options.truthFile.isEmpty()) {
        if (const auto opened = m_stage->truth.open(m_stage->options.truthFile); !opened) {
            Q_EMIT failed(opened.error().detail);
            return;
        }
    }
    QCoro::connect(Stage::open(m_stage.get(), this), this, [this](const Result<void> &opened) { live(opened); });
}

void Simulation::live(Result<void> opened)
{
    auto &stage = *m_stage;
    if (!opened) {
        Q_EMIT failed(sentenceOf(opened.error(), stage.options.server));
        return;
    }
    stage.day =
        std::make_unique<LiveDay>(stage.client, stage.clock, std::move(stage.couriers), stage.stops, stage.truth);
    stage.day->setCredentials(
        {.user = stage.options.user, .password = stage.options.password, .setsClock = stage.setsClock});
    for (std::size_t i = 0; i < stage.backlog.later.size(); ++i)
        stage.day->addEarlier(i, stage.backlog.later[i]);
    stage.day->addDeskWork(deskWork(stage.plan, stage.stops));
    connect(stage.day.get(), &LiveDay::happened, this, &Simulation::happened);
    connect(stage.day.get(), &LiveDay::finished, this,
            [this] { Q_EMIT finished(m_stage->day->sentCount(), m_stage->day->refusedCount()); });
    Q_EMIT progressed(u"the day is under way"_s);
    stage.day->start();
}

} // namespace Doorstep::Simulation

#include "moc_simulation.cpp"
