// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/dayfigures.h"

#include "models/domain/clock.h"
#include "models/store/cause.h"
#include "models/store/concerns.h"
#include "models/store/fleet.h"

#include <QElapsedTimer>

using namespace std::chrono_literals;

namespace Doorstep {
namespace {

constexpr auto soon = 90min;

// With thousands at risk, counting them with every batch of a long load would take longer than the batch.
constexpr auto longToCount = 200us;
constexpr auto restAfterLongCount = 100ms;

} // namespace

DayFigures::DayFigures(const Fleet &fleet, const Concerns &concerns, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_concerns(concerns)
    , m_clock(clock)
{
    watch();
    recountAll();
    refresh();
    m_timer.setInterval(10s);
    connect(&m_timer, &QTimer::timeout, this, &DayFigures::refresh);
    m_timer.start();
    m_rest.setSingleShot(true);
    m_rest.setInterval(restAfterLongCount);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (std::exchange(m_isWanted, false))
            refreshSoon();
    });
}

void DayFigures::watch()
{
    const auto &stops = m_fleet.stops();
    connect(&stops, &TableSignals::inserted, this, [this](qsizetype first, qsizetype last) {
        m_shares.resize(last + 1);
        for (auto row = first; row <= last; ++row)
            recount(row);
    });
    connect(&stops, &TableSignals::changed, this, [this](const QList<qsizetype> &rows) {
        for (const auto row : rows)
            recount(row);
    });
    connect(&stops, &TableSignals::removed, this, [this](qsizetype first, qsizetype last) {
        for (auto row = first; row <= last; ++row)
            count(m_shares.at(row), -1);
        m_shares.remove(first, last - first + 1);
    });
    connect(&stops, &TableSignals::reset, this, &DayFigures::recountAll);

    // A stop that moved to a route of another day leaves the count, or comes into it.
    const auto recountDay = [this] { m_isStale = m_fleet.day().isValid(); };
    connect(&m_fleet.routes(), &TableSignals::inserted, this, recountDay);
    connect(&m_fleet.routes(), &TableSignals::changed, this, recountDay);
    connect(&m_fleet.routes(), &TableSignals::removed, this, recountDay);
    connect(&m_fleet.routes(), &TableSignals::reset, this, recountDay);
    connect(&m_fleet, &Fleet::dayChanged, this, [this] {
        recountAll();
        refresh();
    });
    // The concerns are up to date by then: they were told first.
    connect(&m_fleet, &Fleet::applied, this, &DayFigures::refreshSoon);
}

DayFigures::Share DayFigures::shareOf(qsizetype row) const
{
    const auto &stop = m_fleet.stops().at(row);
    if (stop.status == Stop::Status::Cancelled || !m_fleet.isOfTheDay(stop))
        return {};
    Share share{.total = true, .delivered = stop.status == Stop::Status::Delivered, .onTime = stop.wasOnTime()};
    addPromise(share, stop);
    return share;
}

void DayFigures::addPromise(Share &share, const Stop &stop)
{
    if (stop.promises.isEmpty() || stop.promises.constLast().window.isOpen())
        return;
    if (stop.isOpen()) {
        const auto &until = stop.promises.constLast().window.to;
        const bool isThere = stop.status == Stop::Status::Arrived && stop.actualArrival.isValid();
        share.promised = true;
        share.promisedUntil = isThere && stop.actualArrival <= until ? QDateTime() : until; // the visit will tell
    } else if (const auto missedBy = stop.promiseMissedBy()) {
        share.promised = true;
        share.kept = missedBy->count() == 0;
        share.broken = !share.kept;
    }
}

void DayFigures::count(const Share &share, int sign)
{
    m_counted.totalStops += share.total ? sign : 0;
    m_counted.deliveredStops += share.delivered ? sign : 0;
    m_counted.onTimeStops += share.onTime ? sign : 0;
    m_counted.promisedStops += share.promised ? sign : 0;
    m_counted.keptPromises += share.kept ? sign : 0;
    m_counted.brokenPromises += share.broken ? sign : 0;
    if (!share.promisedUntil.isValid())
        return;
    const auto until = m_promisedUntil.find(share.promisedUntil);
    if (until == m_promisedUntil.end()) {
        m_promisedUntil.insert(share.promisedUntil, sign);
        return;
    }
    *until += sign;
    if (*until == 0)
        m_promisedUntil.erase(until);
}

void DayFigures::recount(qsizetype row)
{
    count(m_shares.at(row), -1);
    m_shares[row] = shareOf(row);
    count(m_shares.at(row), 1);
}

void DayFigures::recountAll()
{
    m_isStale = false;
    m_counted = {};
    m_promisedUntil.clear();
    m_shares.clear();
    m_shares.resize(m_fleet.stops().size());
    for (qsizetype row = 0; row < m_shares.size(); ++row)
        recount(row);
}

void DayFigures::refreshSoon()
{
    if (m_rest.isActive()) {
        m_isWanted = true;
        return;
    }
    QElapsedTimer timer;
    timer.start();
    refresh();
    if (timer.durationElapsed() > longToCount)
        m_rest.start();
}

/// Not closed, not put off, and not told by another for many.
bool DayFigures::isForNow(const Concern &concern, const QDateTime &now) const
{
    if (m_fleet.exceptions().isEmpty())
        return true;
    if (wholeOf(concern, m_concerns, m_fleet) != nullptr)
        return false; // that counts for it
    const auto *exception = m_fleet.exceptions().find(causeOf(concern, m_fleet).id);
    if (exception == nullptr)
        return true;
    const bool isPutOff = exception->snoozedUntil.isValid() && exception->snoozedUntil > now;
    // One that cleared by itself, but is seen here again, is not closed.
    return (exception->status == Exception::Status::Open || exception->isCleared) && !isPutOff;
}

void DayFigures::countDrivers(Figures &figures) const
{
    for (const auto &route : m_fleet.routes()) {
        if (route.status != Route::Status::Underway || !m_fleet.isOfTheDay(route))
            continue;
        const auto *forecast = m_fleet.forecastOf(route.id);
        const bool isSilent = forecast != nullptr && forecast->state == Forecast::State::Silent;
        figures.silentDrivers += isSilent ? 1 : 0;
        figures.liveDrivers += isSilent ? 0 : 1;
    }
}

void DayFigures::refresh()
{
    if (m_isStale)
        recountAll();
    auto figures = m_counted;
    const auto now = m_clock.now();
    for (const auto &id : m_concerns.atRisk()) {
        const auto *stop = m_fleet.stops().find(id);
        figures.atRiskStops += stop != nullptr && stop->window.to <= now.addDuration(soon) ? 1 : 0;
    }
    for (auto it = m_promisedUntil.cbegin(); it != m_promisedUntil.cend() && it.key() < now; ++it)
        figures.brokenPromises += it.value();
    for (const auto &concern : m_concerns.all()) {
        if (!isForNow(concern, now))
            continue;
        ++figures.exceptions;
        figures.pastDueExceptions += concern.dueAt.isValid() && concern.dueAt < now ? 1 : 0;
    }
    countDrivers(figures);
    if (figures == m_figures)
        return;
    m_figures = figures;
    Q_EMIT changed();
}

} // namespace Doorstep

#include "moc_dayfigures.cpp"
