// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/lists/timelinemodel.h"

#include "models/lists/timeornothing.h"
#include "models/store/fleet.h"
#include "models/store/overlay.h"

namespace Doorstep {
namespace {

using State = TimelineBar::State;

/// How an open stop stands against its window.
State openState(const Stop &stop, const StopForecast *forecast, Forecast::State route)
{
    if (stop.status == Stop::Status::Arrived)
        return State::Here;
    if (route == Forecast::State::Silent)
        return State::Silent;
    if (forecast == nullptr)
        return State::NoForecast;
    if (!stop.window.to.isValid() || forecast->lateArrival <= stop.window.to)
        return State::OnTime;
    return forecast->expectedArrival > stop.window.to ? State::Late : State::AtRisk;
}

State doneState(const Stop &stop)
{
    switch (stop.status) {
    case Stop::Status::Failed:
        return State::Failed;
    case Stop::Status::Cancelled:
        return State::Cancelled;
    default:
        return stop.wasOnTime() ? State::Delivered : State::DeliveredLate;
    }
}

TimeWindow spanFrom(const QDateTime &from, const QDateTime &to, std::chrono::seconds otherwise)
{
    if (!from.isValid())
        return {};
    return {.from = from, .to = to > from ? to : from.addDuration(otherwise)};
}

TimelineBar barOf(const Stop &stop, int number, const StopForecast *forecast, Forecast::State route)
{
    TimelineBar bar{.stop = stop.id,
                    .number = number,
                    .state = stop.isOpen() ? openState(stop, forecast, route) : doneState(stop),
                    .window = stop.window,
                    .scheduled = spanFrom(stop.scheduledArrival, {}, stop.serviceTime)};
    if (!stop.isOpen()) {
        const auto &end = stop.actualDeparture.isValid() ? stop.actualDeparture : stop.completedAt;
        const auto begin =
            stop.actualArrival.isValid() || !end.isValid() ? stop.actualArrival : end.addDuration(-stop.serviceTime);
        bar.actual = spanFrom(begin, end, stop.serviceTime);
    } else if (stop.status == Stop::Status::Arrived && stop.actualArrival.isValid()) {
        const auto leaves = forecast == nullptr ? QDateTime() : forecast->expectedDeparture;
        bar.expected = spanFrom(stop.actualArrival, leaves, stop.serviceTime);
    } else if (forecast != nullptr) {
        bar.expected = spanFrom(forecast->expectedArrival, forecast->expectedDeparture, stop.serviceTime);
    }
    return bar;
}

void widen(TimeWindow &extent, const QDateTime &from, const QDateTime &to)
{
    if (from.isValid() && (!extent.from.isValid() || from < extent.from))
        extent.from = from;
    if (to.isValid() && (!extent.to.isValid() || to > extent.to))
        extent.to = to;
}

} // namespace

TimelineModel::TimelineModel(const Fleet &fleet, QObject *parent)
    : RouteRowsModel(fleet, parent)
{
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto &route = fleet().routes().at(index.row());
    switch (role) {
    case RouteIdRole:
        return route.id.toString();
    case DriverIdRole:
        return route.driver.toString();
    case Qt::DisplayRole:
    case NameRole: {
        const auto *driver = fleet().driverOf(route);
        return driver == nullptr ? QString() : driver->name;
    }
    case StateRole: {
        const auto *forecast = fleet().forecastOf(route.id);
        return QVariant::fromValue(forecast == nullptr ? Forecast::State::OnTime : forecast->state);
    }
    case ColourIndexRole:
        return fleet().colourOf(route.id);
    case BarsRole:
        return QVariant::fromValue(bars(index.row()));
    case ScheduledStartRole:
        return timeOrNothing(route.scheduledStart);
    case ActualStartRole:
        return timeOrNothing(route.actualStart);
    case EndRole:
        return timeOrNothing(endOf(route));
    case IsOfTheDayRole:
        return fleet().isOfTheDay(route);
    default:
        return {};
    }
}

const QList<TimelineBar> &TimelineModel::bars(int row) const
{
    const auto &route = fleet().routes().at(row);
    auto bars = m_bars.find(route.id);
    if (bars == m_bars.end())
        bars = m_bars.insert(route.id, barsOf(route));
    return *bars;
}

QList<TimelineBar> TimelineModel::barsOf(const Route &route) const
{
    const auto *forecast = fleet().forecastOf(route.id);
    const auto state = forecast == nullptr ? Forecast::State::OnTime : forecast->state;
    QHash<StopId, const StopForecast *> expected;
    if (forecast != nullptr) {
        for (const auto &stop : forecast->stops)
            expected.insert(stop.stop, &stop);
    }
    QList<TimelineBar> bars;
    bars.reserve(route.stops.size());
    int number = 0;
    for (const auto &id : route.stops) {
        ++number;
        if (const auto *stop = fleet().stops().find(id); stop != nullptr) {
            bars.append(barOf(*stop, number, expected.value(id), state));
            bars.last().marks = overlay() == nullptr ? StopMarks{.isPinned = stop->pinned, .isHeld = stop->held}
                                                     : overlay()->marksOf(*stop);
        }
    }
    return bars;
}

QDateTime TimelineModel::endOf(const Route &route) const
{
    if (route.actualEnd.isValid())
        return route.actualEnd;
    const auto *forecast = fleet().forecastOf(route.id);
    if (forecast != nullptr && !forecast->stops.isEmpty())
        return forecast->stops.constLast().expectedDeparture;
    return route.scheduledEnd;
}

TimeWindow TimelineModel::extent() const
{
    TimeWindow extent;
    for (int row = 0; row < rowCount(); ++row) {
        const auto &route = fleet().routes().at(row);
        if (!fleet().isOfTheDay(route))
            continue;
        widen(extent, route.actualStart.isValid() ? route.actualStart : route.scheduledStart, endOf(route));
        for (const auto &bar : bars(row))
            widen(extent, bar.span().from, bar.span().to);
    }
    return extent;
}

QHash<int, QByteArray> TimelineModel::roleNames() const
{
    return {
        {RouteIdRole, "routeId"},
        {DriverIdRole, "driverId"},
        {NameRole, "name"},
        {StateRole, "state"},
        {ColourIndexRole, "colourIndex"},
        {BarsRole, "bars"},
        {ScheduledStartRole, "scheduledStart"},
        {ActualStartRole, "actualStart"},
        {EndRole, "end"},
        {IsOfTheDayRole, "isOfTheDay"},
    };
}

} // namespace Doorstep

#include "moc_timelinemodel.cpp"
