// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/replay/replay.h"

#include "simulator/courier.h"
#include "simulator/customers.h"

#include <queue>

#include <algorithm>
#include <deque>
#include <map>

using namespace Qt::StringLiterals;

namespace Doorstep::Test {
namespace {

using Simulation::Courier;
using Simulation::Happening;
using Simulation::Tour;
using Simulation::Visit;

constexpr auto announcedBefore = std::chrono::minutes(45); // the first start
constexpr auto endsAfter = std::chrono::hours(15); // of the first start, at the latest
constexpr double leastScore = 0.5; // below it the backend does not place a stop (backend/commands/placeorders.cpp)
constexpr double anotherTownMeters = 80'000.0;

/// Something that reaches the backend at a time.
struct Arriving
{
    QDateTime at;
    qint64 number = 0; ///< Of two at the same time the earlier one comes first.
    Watch::Event event;

    bool operator<(const Arriving &other) const // the queue gives the largest first
    {
        return at != other.at ? at > other.at : number > other.number;
    }
};

class Replay
{
public:
    Replay(const Simulation::DayPlan &plan, const ReplayCity &city, Watch::DayWatch &watch, Cases::DayCases &cases,
           const ReplayOptions &options)
        : m_plan(plan)
        , m_city(city)
        , m_watch(watch)
        , m_cases(cases)
        , m_options(options)
    {
    }

    ReplayedDay run();

private:
    void announce(const Tour &tour);
    [[nodiscard]] Stop stopFor(const Tour &tour, const Visit &visit) const;
    void hear(std::size_t number);
    void note(std::size_t number, const Happening &happening);
    void arriveAt(const QDateTime &at, Watch::Event event);
    void tellUntilNow();
    void noteCheckIns();
    void repair();
    void open();
    void change(const Stop &stop);
    void tell(const Watch::Event &event);
    void commit(const Watch::Fact &fact, std::deque<Watch::Event> &events);
    void keep(const Cases::CaseBecame &outcome);

    const Simulation::DayPlan &m_plan;
    const ReplayCity &m_city;
    Watch::DayWatch &m_watch;
    Cases::DayCases &m_cases;
    const ReplayOptions &m_options;
    std::vector<Courier> m_couriers;
    std::priority_queue<Arriving> m_arriving;
    Forecasts m_forecasts;
    std::multimap<QDateTime, std::pair<StopId, CheckIn>> m_checkIns; ///< By when they are known.
    QHash<ExceptionId, std::size_t> m_caseNumbers;
    ReplayedDay m_day;
    QDateTime m_now;
    qint64 m_version = 0;
    qint64 m_sent = 0;
};

Stop Replay::stopFor(const Tour &tour, const Visit &visit) const
{
    Stop stop;
    stop.id = StopId(u"stop-"_s + visit.reference);
    stop.depot = tour.driver.depot;
    stop.route = tour.id;
    stop.window = visit.window;
    stop.serviceTime = visit.plannedService;
    stop.scheduledArrival = visit.scheduledArrival;
    stop.method = visit.method;
    stop.address = visit.door.address;
    stop.address.text = visit.writtenAddress;
    for (qsizetype i = 0; i < visit.parcelKilograms.size(); ++i)
        stop.parcels += ParcelId(u"parcel-%1-%2"_s.arg(visit.reference).arg(i));
    stop.instructions = visit.instructions;
    stop.gateCode = visit.gateCode;
    stop.preferences = visit.preferences;
    if (visit.isPlaced) {
        stop.where = visit.wrongPlace.isValid() ? visit.wrongPlace : visit.door.where;
        stop.whereScore = 1.0;
        return stop;
    }
    const auto found = m_city.findPlace(visit);
    stop.whereScore = found.score;
    if (found.where.isValid() && found.score >= leastScore)
        stop.where = found.where;
    return stop;
}

void Replay::announce(const Tour &tour)
{
    tell(Watch::VehicleSeen{tour.vehicle});
    Route route{.id = tour.id,
                .depot = tour.driver.depot,
                .driver = tour.driver.id,
                .vehicle = tour.vehicle.id,
                .day = m_plan.settings.day,
                .scheduledStart = tour.scheduledStart,
                .scheduledEnd = tour.scheduledEnd};
    auto &lived = m_day.tours.emplaceBack();
    for (const auto &visit : tour.visits) {
        const auto stop = stopFor(tour, visit);
        route.stops += stop.id;
        lived.visits += LivedVisit{.stop = stop.id};
        change(stop);
        const auto &asked = visit.checkIn;
        if (asked.isEmpty())
            continue;
        m_checkIns.emplace(asked.askedAt, std::pair(stop.id, CheckIn{.askedAt = asked.askedAt, .how = asked.how}));
        if (asked.answeredAt.isValid())
            m_checkIns.emplace(asked.answeredAt, std::pair(stop.id, asked));
    }
    tell(Watch::RouteSeen{.route = route, .version = ++m_version});
}

void Replay::arriveAt(const QDateTime &at, Watch::Event event)
{
    m_arriving.push({.at = at, .number = ++m_sent, .event = std::move(event)});
}

void Replay::hear(std::size_t number)
{
    auto &courier = m_couriers[number];
    const auto news = courier.liveUntil(m_now);
    auto &lived = m_day.tours[static_cast<qsizetype>(number)];
    for (const auto &reading : news.readings) {
        if (reading.battery < 0.15 && !reading.charging && lived.leftAt.isValid() && !lived.lowBatteryAt.isValid())
            lived.lowBatteryAt = reading.at;
        if (!reading.where)
            continue;
        ++m_day.fixes;
        Fix fix{.driver = courier.tour().driver.id,
                .fixedAt = reading.at,
                .receivedAt = reading.sendableAt,
                .where = *reading.where,
                .accuracyMeters = reading.accuracyMeters,
                .speedMetersPerSecond = reading.speedMetersPerSecond,
                .headingDegrees = reading.headingDegrees,
                .batteryFraction = reading.battery,
                .charging = reading.charging,
                .mocked = reading.mocked && courier.tour().phone == Simulation::PhoneKind::Traccar};
        if (courier.tour().phone == Simulation::PhoneKind::OwnTracks && reading.speedMetersPerSecond < 0.14)
            fix.speedMetersPerSecond.reset(); // it leaves out what is zero
        arriveAt(reading.sendableAt, Watch::FixSeen{std::move(fix)});
    }
    for (const auto &happening : news.happenings)
        note(number, happening);
}

void Replay::note(std::size_t number, const Happening &happening)
{
    auto &lived = m_day.tours[static_cast<qsizetype>(number)];
    switch (happening.kind) {
    case Happening::Kind::LeftDepot:
        lived.leftAt = happening.at;
        return;
    case Happening::Kind::Arrived:
        lived.visits[happening.visit].arrivedAt = happening.at;
        return;
    case Happening::Kind::BeganService:
        lived.visits[happening.visit].beganAt = happening.at;
        return;
    case Happening::Kind::Paused:
        lived.pauses += Simulation::Span{.from = happening.at, .to = {}};
        return;
    case Happening::Kind::DroveOn:
        lived.pauses.last().to = happening.at;
        return;
    case Happening::Kind::Returned:
        lived.returnedAt = happening.at;
        return;
    case Happening::Kind::Detoured:
        return;
    case Happening::Kind::Done:
        break;
    }
    lived.visits[happening.visit].doneAt = happening.at;
    const auto &visit = m_couriers[number].tour().visits[happening.visit];
    const bool isDelivered = visit.failure == Stop::Failure::None;
    Stop stop;
    stop.id = lived.visits[happening.visit].stop;
    stop.status = isDelivered ? Stop::Status::Delivered : Stop::Status::Failed;
    stop.failure = visit.failure;
    stop.completedAt = happening.at;
    arriveAt(m_couriers[number].sendableAt(happening.at), Watch::StopSeen{.stop = stop});
}

/// What customers were asked and have answered by now.
void Replay::noteCheckIns()
{
    while (!m_checkIns.empty() && m_checkIns.begin()->first <= m_now) {
        const auto &[id, checkIn] = m_checkIns.begin()->second;
        auto stop = m_day.stops.value(id);
        stop.checkIn = checkIn;
        change(stop);
        m_checkIns.erase(m_checkIns.begin());
    }
}

void Replay::tellUntilNow()
{
    noteCheckIns();
    while (!m_arriving.empty() && m_arriving.top().at <= m_now) {
        const auto next = m_arriving.top();
        m_arriving.pop();
        const auto *report = std::get_if<Watch::StopSeen>(&next.event);
        if (report == nullptr) {
            tell(next.event);
            continue;
        }
        auto stop = m_day.stops.value(report->stop.id);
        stop.status = report->stop.status;
        stop.failure = report->stop.failure;
        stop.completedAt = report->stop.completedAt;
        ++stop.attempts;
        change(stop);
    }
}

void Replay::change(const Stop &stop)
{
    m_day.stops.insert(stop.id, stop);
    tell(Watch::StopSeen{.stop = stop, .version = ++m_version});
}

void Replay::tell(const Watch::Event &event)
{
    std::deque<Watch::Event> events{event};
    while (!events.empty()) {
        ++m_day.events;
        const auto facts = m_watch.see(events.front(), m_now);
        const auto outcomes = m_cases.see(events.front(), facts, m_now);
        events.pop_front();
        for (const auto &fact : facts)
            commit(fact, events);
        for (const auto &outcome : outcomes) {
            keep(outcome);
            events.emplace_back(Watch::ExceptionSeen{.exception = outcome.exception, .version = ++m_version});
        }
    }
}

void Replay::commit(const Watch::Fact &fact, std::deque<Watch::Event> &events)
{
    if (const auto *became = std::get_if<Watch::StopBecame>(&fact)) {
        m_day.stops.insert(became->stop.id, became->stop);
        events.emplace_back(Watch::StopSeen{.stop = became->stop, .version = ++m_version});
    } else if (const auto *route = std::get_if<Watch::RouteBecame>(&fact)) {
        events.emplace_back(Watch::RouteSeen{.route = route->route, .version = ++m_version});
    } else if (const auto *made = std::get_if<Watch::ForecastMade>(&fact)) {
        m_forecasts.insert(made->forecast.route, made->forecast);
    } else if (const auto *path = std::get_if<Watch::PathMade>(&fact)) {
        events.emplace_back(Watch::PathSeen{path->path});
    } else if (const auto *wanted = std::get_if<Watch::PathWanted>(&fact)) {
        events.emplace_back(m_city.findPath(*wanted));
    }
}

void Replay::keep(const Cases::CaseBecame &outcome)
{
    const auto &exception = outcome.exception;
    const auto known = m_caseNumbers.constFind(exception.id);
    if (known == m_caseNumbers.cend()) {
        m_caseNumbers.insert(exception.id, m_day.cases.size());
        m_day.cases.push_back({.exception = exception, .closedAt = {}});
        return;
    }
    auto &kept = m_day.cases[*known];
    ++kept.versions;
    kept.closedAt = exception.status == Exception::Status::Closed ? m_now : QDateTime();
}

/// Nobody sends a van to another town: what is found there is put right before the first driver leaves.
void Replay::repair()
{
    for (const auto &tour : m_plan.tours) {
        for (const auto &visit : tour.visits) {
            auto stop = m_day.stops.value(StopId(u"stop-"_s + visit.reference));
            if (!stop.where.isValid() || stop.where.distanceTo(visit.door.where) < anotherTownMeters)
                continue;
            stop.where = visit.door.where;
            change(stop);
        }
    }
}

/// Everything that is known before the first driver leaves, and the drivers.
void Replay::open()
{
    m_now = m_plan.firstStart().addDuration(-announcedBefore);
    for (const auto &depot : m_plan.depots)
        tell(Watch::DepotSeen{depot});
    for (const auto &stop : m_plan.past)
        tell(Watch::StopSeen{.stop = stop, .version = ++m_version});
    for (const auto &tour : m_plan.tours)
        announce(tour);
    for (const auto &closure : m_plan.closures)
        arriveAt(Simulation::drawnAt(closure), Watch::ClosureSeen{closure});
    for (int i = 0; i < m_plan.tours.size(); ++i)
        m_couriers.emplace_back(m_plan.tours[i], m_plan.traffic, m_plan.settings.seed, i, m_options.fixInterval);
}

ReplayedDay Replay::run()
{
    open();
    const auto end = m_plan.firstStart().addDuration(endsAfter);
    const auto repairedAt = m_plan.firstStart().addDuration(-announcedBefore / 2);
    auto sampleAt = m_plan.firstStart();
    bool isRepaired = false;
    const auto isHome = [](const Courier &courier) { return courier.isHome(); };
    while (m_now < end && (!m_arriving.empty() || !std::ranges::all_of(m_couriers, isHome))) {
        m_now = m_now.addDuration(m_options.step);
        if (!isRepaired && m_now >= repairedAt) {
            isRepaired = true;
            repair();
        }
        for (std::size_t i = 0; i < m_couriers.size(); ++i)
            hear(i);
        tellUntilNow();
        tell(Watch::Tick{});
        if (m_options.sampled && m_now >= sampleAt) {
            m_options.sampled(m_now, m_forecasts, m_day.stops);
            sampleAt = sampleAt.addDuration(m_options.sampleEvery);
        }
    }
    return std::move(m_day);
}

} // namespace

ReplayedDay replay(const Simulation::DayPlan &plan, const ReplayCity &city, Watch::DayWatch &watch,
                   Cases::DayCases &cases, const ReplayOptions &options)
{
    return Replay(plan, city, watch, cases, options).run();
}

} // namespace Doorstep::Test
