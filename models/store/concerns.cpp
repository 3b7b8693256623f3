// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/concerns.h"

#include "models/store/fleet.h"

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
    const auto dueAt = forecast != nullptr ? forecast->expectedArrival
        : stop.scheduledArrival.isValid()  ? stop.scheduledArrival
                                           : stop.window.to;
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

std::optional<Concern> concernOf(const Stop &stop, const StopForecast *forecast)
{
    if (stop.status == Stop::Status::Failed)
        return failedAttempt(stop);
    if (!stop.isOpen())
        return {};
    if (!stop.where.isValid())
        return noPlace(stop, forecast);
    // Once the driver is there, when service began is a fact and no longer a forecast.
    if (stop.status == Stop::Status::Planned && forecast != nullptr && stop.window.to.isValid()
        && forecast->expectedArrival > stop.window.to)
        return willMissWindow(stop, *forecast);
    return {};
}

QString keyOfStop(const StopId &stop)
{
    return u"stop:"_s + stop.toString();
}

QString keyOfRoute(const RouteId &route)
{
    return u"route:"_s + route.toString();
}

} // namespace

QString Concern::key() const
{
    return stop.isValid() ? keyOfStop(stop) : keyOfRoute(route);
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
        std::iota(rows.begin(), rows.end(), first);
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

void Concerns::markRoute(const RouteId &route)
{
    m_dirtyRoutes.insert(route);
}

void Concerns::refreshAll()
{
    m_hasChanged = m_hasChanged || !m_concerns.isEmpty() || !m_atRisk.isEmpty();
    m_concerns.clear();
    m_atRisk.clear();
    m_stopsOfRoute.clear();
    for (const auto &stop : m_fleet.stops())
        refreshStop(stop.id);
    for (const auto &route : m_fleet.routes()) {
        m_stopsOfRoute.insert(route.id, route.stops);
        refreshRoute(route.id);
    }
}

void Concerns::refreshDirty()
{
    if (m_isAllDirty) {
        refreshAll();
    } else {
        for (const auto &id : std::as_const(m_dirtyRoutes)) {
            const auto *route = m_fleet.routes().find(id);
            const auto now = route == nullptr ? QList<StopId>() : route->stops;
            for (const auto &stops : {m_stopsOfRoute.value(id), now}) {
                for (const auto &stop : stops)
                    m_dirtyStops.insert(stop);
            }
            if (route == nullptr)
                m_stopsOfRoute.remove(id);
            else
                m_stopsOfRoute.insert(id, now);
            refreshRoute(id);
        }
        for (const auto &stop : std::as_const(m_dirtyStops))
            refreshStop(stop);
    }
    m_dirtyStops.clear();
    m_dirtyRoutes.clear();
    m_isAllDirty = false;
    if (std::exchange(m_hasChanged, false))
        Q_EMIT changed();
}

void Concerns::refreshStop(const StopId &id)
{
    const auto *stop = m_fleet.stops().find(id);
    const auto *forecast = m_fleet.forecastOf(id);
    const bool isAtRisk = stop != nullptr && stop->status == Stop::Status::Planned && forecast != nullptr
        && stop->window.to.isValid() && forecast->lateArrival > stop->window.to && m_fleet.isOfTheDay(*stop);
    if (isAtRisk != m_atRisk.contains(id)) {
        m_hasChanged = true;
        if (isAtRisk)
            m_atRisk.insert(id);
        else
            m_atRisk.remove(id);
    }

    auto concern = stop == nullptr || !m_fleet.isOfTheDay(*stop) ? std::nullopt : concernOf(*stop, forecast);
    if (concern)
        concern->route = m_fleet.placeOf(id).route;
    put(keyOfStop(id), concern ? &*concern : nullptr);
}

void Concerns::refreshRoute(const RouteId &id)
{
    const auto *route = m_fleet.routes().find(id);
    const auto *forecast = m_fleet.forecastOf(id);
    if (route == nullptr || forecast == nullptr || forecast->state != Forecast::State::Silent
        || !m_fleet.isOfTheDay(*route)) {
        put(keyOfRoute(id), nullptr);
        return;
    }
    const auto heardAt = forecast->lastSeen.isValid() ? forecast->lastSeen : forecast->computedAt;
    const Concern concern{
        .kind = Concern::Kind::DriverSilent, .stop = {}, .route = id, .dueAt = heardAt.addDuration(silenceIsLong)};
    put(keyOfRoute(id), &concern);
}

void Concerns::put(const QString &key, const Concern *concern)
{
    const auto known = m_concerns.constFind(key);
    if (concern == nullptr) {
        if (known != m_concerns.cend()) {
            m_concerns.erase(known);
            m_hasChanged = true;
        }
    } else if (known == m_concerns.cend() || *known != *concern) {
        m_concerns.insert(key, *concern);
        m_hasChanged = true;
    }
}

} // namespace Doorstep

#include "moc_concerns.cpp"
