// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/concerns.h"

#include "models/store/fleet.h"
#include "models/store/selection.h"

#include <algorithm>
#include <numeric>
#include <ranges>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep {
namespace {

constexpr auto failureIsOld = 30min;
constexpr auto silenceIsLong = 15min;

Concern failedAttempt(const Stop &stop)
{
    const bool windowIsStillOpen = stop.window.to.isValid() && stop.window.to > stop.completedAt;
    return {.kind = Concern::Kind::FailedAttempt,
            .stop = stop.id,
            .route = {},
            .dueAt = windowIsStillOpen ? stop.window.to : stop.completedAt.addDuration(failureIsOld)};
}

Concern noPlace(const Stop &stop, const StopForecast *forecast)
{
    const auto planned = stop.scheduledArrival.isValid() ? stop.scheduledArrival : stop.window.to;
    const auto dueAt = forecast != nullptr ? forecast->expectedArrival : planned;
    return {.kind = Concern::Kind::NoPlace, .stop = stop.id, .route = {}, .dueAt = dueAt};
}

Concern willMissWindow(const Stop &stop, const StopForecast &forecast)
{
    return {.kind = Concern::Kind::WillMissWindow,
            .stop = stop.id,
            .route = {},
            .dueAt = stop.window.to,
            .lateBy = std::chrono::seconds(stop.window.to.secsTo(forecast.expectedArrival))};
}

/// \a leastLatePercent: from this chance on that a window is missed, where the depot says so.
std::optional<Concern> concernOf(const Stop &stop, const StopForecast *forecast, std::optional<int> leastLatePercent)
{
    if (stop.status == Stop::Status::Failed)
        return failedAttempt(stop);
    if (!stop.isOpen())
        return {};
    if (!stop.where.isValid())
        return noPlace(stop, forecast);
    // Once the driver is there, when service began is a fact and no longer a forecast.
    if (stop.status == Stop::Status::Planned && forecast != nullptr && stop.window.to.isValid()
        && forecast->expectedArrival > stop.window.to
        && (!leastLatePercent || chanceOfMissing(*forecast, stop.window.to) >= *leastLatePercent))
        return willMissWindow(stop, *forecast);
    return {};
}

/// The forecasts of the stops of one route, found without walking along it for each.
QHash<StopId, const StopForecast *> forecastsOf(const Forecast *forecast)
{
    QHash<StopId, const StopForecast *> byStop;
    if (forecast == nullptr)
        return byStop;
    byStop.reserve(forecast->stops.size());
    for (const auto &stop : forecast->stops | std::views::reverse) // of two of one stop the first counts
        byStop.insert(stop.stop, &stop);
    return byStop;
}

/// Whether \a exception is one that consoles see for themselves, also without a network.
bool isDerived(const Exception &exception)
{
    return exception.kind == "missed"_L1 || exception.kind == "address"_L1 || exception.kind == "late"_L1
        || exception.kind == "silent"_L1;
}

} // namespace

Subject Concern::about() const
{
    if (exception.isValid())
        return Subject::of(exception);
    return thing();
}

Subject Concern::thing() const
{
    if (!stop.isValid() && !route.isValid() && exception.isValid())
        return Subject::of(exception); // a closure's: it is about no one thing of ours
    return stop.isValid() ? Subject::of(stop) : Subject::of(route);
}

QString Concern::key() const
{
    if (exception.isValid())
        return u"case:"_s + exception.toString();
    return stop.isValid() ? u"stop:"_s + stop.toString() : u"route:"_s + route.toString();
}

QList<Subject> Concerns::of(const Subject &thing) const
{
    QList<Subject> all;
    for (const auto &exception : m_reported.values(thing)) {
        if (const auto about = Subject::of(exception); m_concerns.contains(about))
            all.append(about);
    }
    std::ranges::sort(all, {}, &Subject::id); // the same today and tomorrow
    if (m_concerns.contains(thing))
        all.prepend(thing);
    return all;
}

const Concern *Concerns::chosen(const Selection &selection) const
{
    if (const auto exact = m_concerns.constFind(Subject::of(selection.exception())); exact != m_concerns.cend())
        return &*exact;
    const auto stop = selection.stop();
    const auto all = of(stop.isValid() ? Subject::of(stop) : Subject::of(selection.route()));
    return all.isEmpty() ? nullptr : &*m_concerns.constFind(all.constFirst());
}

Concerns::Concerns(const Fleet &fleet, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
{
    watch();
    refreshAll();
}

void Concerns::watch()
{
    const auto range = [](qsizetype first, qsizetype last) {
        QList<qsizetype> rows(last - first + 1);
        std::ranges::iota(rows, first);
        return rows;
    };
    const auto follow = [this, range](const TableSignals &table, auto mark) {
        connect(&table, &TableSignals::inserted, this,
                [this, range, mark](qsizetype first, qsizetype last) { (this->*mark)(range(first, last)); });
        connect(&table, &TableSignals::changed, this, mark);
        connect(&table, &TableSignals::aboutToRemove, this,
                [this, range, mark](qsizetype first, qsizetype last) { (this->*mark)(range(first, last)); });
        connect(&table, &TableSignals::reset, this, [this] { m_isAllDirty = true; });
    };
    follow(m_fleet.stops(), &Concerns::markStops);
    follow(m_fleet.routes(), &Concerns::markRoutes);
    follow(m_fleet.forecasts(), &Concerns::markForecasts);
    follow(m_fleet.exceptions(), &Concerns::markExceptions);
    follow(m_fleet.thresholds(), &Concerns::markAll);
    connect(&m_fleet, &Fleet::applied, this, &Concerns::refreshDirty);
    connect(&m_fleet, &Fleet::dayChanged, this, [this] {
        m_isAllDirty = true;
        refreshDirty();
    });
}

void Concerns::markStops(const QList<qsizetype> &rows)
{
    for (const auto row : rows)
        m_dirtyStops.insert(m_fleet.stops().at(row).id);
}

void Concerns::markRoutes(const QList<qsizetype> &routeRows)
{
    for (const auto row : routeRows)
        markRoute(m_fleet.routes().at(row).id);
}

void Concerns::markForecasts(const QList<qsizetype> &rows)
{
    for (const auto row : rows)
        markRoute(m_fleet.forecasts().at(row).route);
}

void Concerns::markExceptions(const QList<qsizetype> &rows)
{
    for (const auto row : rows)
        m_dirtyExceptions.insert(m_fleet.exceptions().at(row).id);
}

void Concerns::markAll(const QList<qsizetype> & /*rows*/)
{
    m_isAllDirty = true;
}

void Concerns::markRoute(const RouteId &route)
{
    m_dirtyRoutes.insert(route);
}

void Concerns::refreshAll()
{
    for (const auto &about : m_concerns.keys())
        m_changed.insert(about);
    m_hasRiskChanged = m_hasRiskChanged || !m_atRisk.isEmpty();
    m_concerns.clear();
    m_reported.clear();
    m_thingOf.clear();
    m_atRisk.clear();
    m_stopsOfRoute.clear();
    for (const auto &stop : m_fleet.stops())
        refreshStop(stop.id, &stop, m_fleet.forecastOf(stop.id));
    for (const auto &route : m_fleet.routes()) {
        m_stopsOfRoute.insert(route.id, route.stops);
        refreshRoute(route.id, &route);
    }
    for (const auto &exception : m_fleet.exceptions())
        refreshException(exception.id);
}

void Concerns::refreshDirty()
{
    if (m_isAllDirty) {
        refreshAll();
    } else {
        for (const auto &id : std::as_const(m_dirtyRoutes))
            refreshStopsOf(id);
        for (const auto &stop : std::as_const(m_dirtyStops))
            refreshStop(stop, m_fleet.stops().find(stop), m_fleet.forecastOf(stop));
        for (const auto &exception : std::as_const(m_dirtyExceptions))
            refreshException(exception);
    }
    m_dirtyStops.clear();
    m_dirtyExceptions.clear();
    m_dirtyRoutes.clear();
    m_isAllDirty = false;
    const bool hasRiskChanged = std::exchange(m_hasRiskChanged, false);
    if (const auto about = std::exchange(m_changed, {}); hasRiskChanged || !about.isEmpty())
        Q_EMIT changed(about);
}

/// Those that are on the route and those that were when it was last looked at.
void Concerns::refreshStopsOf(const RouteId &id)
{
    const auto *route = m_fleet.routes().find(id);
    refreshRoute(id, route);
    const auto before = m_stopsOfRoute.take(id);
    if (route != nullptr) {
        m_stopsOfRoute.insert(id, route->stops);
        const auto forecasts = forecastsOf(m_fleet.forecastOf(id));
        for (const auto &stop : route->stops) {
            // One that another route has taken over is forecast there.
            const bool isHere = m_fleet.placeOf(stop).route == id;
            refreshStop(stop, m_fleet.stops().find(stop), isHere ? forecasts.value(stop) : m_fleet.forecastOf(stop));
            m_dirtyStops.remove(stop);
        }
    }
    if (route == nullptr || before != route->stops) {
        for (const auto &stop : before)
            m_dirtyStops.insert(stop);
    }
}

void Concerns::refreshStop(const StopId &id, const Stop *stop, const StopForecast *forecast)
{
    const bool isOfTheDay = stop != nullptr && m_fleet.isOfTheDay(*stop);
    const bool isAtRisk = isOfTheDay && stop->status == Stop::Status::Planned && forecast != nullptr
        && stop->window.to.isValid() && forecast->lateArrival > stop->window.to;
    if (isAtRisk != m_atRisk.contains(id)) {
        m_hasRiskChanged = true;
        if (isAtRisk)
            m_atRisk.insert(id);
        else
            m_atRisk.remove(id);
    }

    auto concern = isOfTheDay ? concernOf(*stop, forecast, leastLatePercentOf(stop->depot)) : std::nullopt;
    if (concern)
        concern->route = m_fleet.placeOf(id).route;
    put(Subject::of(id), concern ? &*concern : nullptr);
    refreshCasesOf(Subject::of(id));
}

std::optional<int> Concerns::leastLatePercentOf(const DepotId &depot) const
{
    const auto *thresholds = m_fleet.thresholds().find(depot);
    return thresholds == nullptr ? std::nullopt : thresholds->values.own(Threshold::LateChance);
}

void Concerns::refreshRoute(const RouteId &id, const Route *route)
{
    refreshCasesOf(Subject::of(id));
    const auto *forecast = m_fleet.forecastOf(id);
    if (route == nullptr || forecast == nullptr || forecast->state != Forecast::State::Silent
        || !m_fleet.isOfTheDay(*route)) {
        put(Subject::of(id), nullptr);
        return;
    }
    const auto heardAt = forecast->lastSeen.isValid() ? forecast->lastSeen : forecast->computedAt;
    const Concern concern{
        .kind = Concern::Kind::DriverSilent, .stop = {}, .route = id, .dueAt = heardAt.addDuration(silenceIsLong)};
    put(Subject::of(id), &concern);
}

void Concerns::refreshException(const ExceptionId &id)
{
    const auto *exception = m_fleet.exceptions().find(id);
    // What a person closed stays: they may reopen it.
    const bool isOver = exception != nullptr && exception->status == Exception::Status::Closed && exception->isCleared;
    if (exception == nullptr || isOver || isDerived(*exception)) {
        m_reported.remove(m_thingOf.take(id), id);
        put(Subject::of(id), nullptr);
        return;
    }
    const bool isOfStop = exception->about.kind == Subject::Kind::Stop;
    Concern concern{.kind = Concern::Kind::Reported,
                    .stop = isOfStop ? StopId(exception->about.id) : StopId(),
                    .route = exception->route,
                    .dueAt = exception->dueAt,
                    .lateBy = exception->lateBy,
                    .exception = id};
    if (!m_thingOf.contains(id)) {
        m_thingOf.insert(id, concern.thing());
        m_reported.insert(concern.thing(), id);
    }
    const auto *stop = m_fleet.stops().find(concern.stop);
    const auto *route = m_fleet.routes().find(concern.route);
    bool isOfToday = route != nullptr && m_fleet.isOfTheDay(*route);
    if (exception->about.kind == Subject::Kind::Closure)
        isOfToday = exception->status == Exception::Status::Open;
    else if (isOfStop)
        isOfToday = stop != nullptr && m_fleet.isOfTheDay(*stop);
    if (stop != nullptr)
        concern.route = m_fleet.placeOf(stop->id).route; // it may have moved since
    put(Subject::of(id), isOfToday ? &concern : nullptr);
}

/// It may have come only now, or have gone to another day or route.
void Concerns::refreshCasesOf(const Subject &thing)
{
    for (const auto &exception : m_reported.values(thing))
        refreshException(exception);
}

void Concerns::put(const Subject &about, const Concern *concern)
{
    const auto known = m_concerns.constFind(about);
    if (concern == nullptr) {
        if (known != m_concerns.cend()) {
            m_concerns.erase(known);
            m_changed.insert(about);
        }
    } else if (known == m_concerns.cend() || *known != *concern) {
        m_concerns.insert(about, *concern);
        m_changed.insert(about);
    }
}

} // namespace Doorstep

#include "moc_concerns.cpp"
