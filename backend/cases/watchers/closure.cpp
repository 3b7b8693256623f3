// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/cases/watchers.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Doorstep::Cases {
namespace {

/// What a closure gets in the way of.
struct Touched
{
    int stops = 0;
    QSet<RouteId> routes;
    QDateTime first; ///< The earliest arrival that it concerns; invalid when nobody can say.

    void note(const QDateTime &arrival)
    {
        if (arrival.isValid() && (!first.isValid() || arrival < first))
            first = arrival;
    }
};

/// Whether somebody still has to get to \a stop.
bool isToBeServed(const Stop &stop)
{
    return stop.isOpen() && !stop.held && stop.status != Stop::Status::Arrived;
}

void addStops(const ClosureView &view, Touched &touched)
{
    for (const auto &id : view.stopsInside) {
        const auto stop = view.stops.constFind(id);
        if (stop == view.stops.cend() || !isToBeServed(*stop))
            continue;
        const auto *ahead = view.forecastOf(*stop);
        const auto arrival = ahead != nullptr ? ahead->expectedArrival : stop->scheduledArrival;
        const auto leaves = ahead != nullptr ? ahead->expectedDeparture : arrival;
        if (arrival.isValid() ? !view.closure.isThereBetween(arrival, leaves) : view.closure.isOver(view.now))
            continue;
        ++touched.stops;
        touched.note(arrival);
        if (stop->route.isValid())
            touched.routes.insert(stop->route);
    }
}

/// When \a route is at the end of its \a leg, if the closure is there while it is driven.
std::optional<QDateTime> meetsOn(qsizetype leg, const Route &route, const Forecast &forecast, const ClosureView &view)
{
    if (leg >= route.stops.size())
        return {}; // the way home waits for nobody
    const auto stop = view.stops.constFind(route.stops.at(leg));
    const auto ahead = std::ranges::find(forecast.stops, route.stops.at(leg), &StopForecast::stop);
    if (stop == view.stops.cend() || !isToBeServed(*stop) || ahead == forecast.stops.cend())
        return {};
    const auto leaves = ahead == forecast.stops.cbegin() ? view.now : std::prev(ahead)->expectedDeparture;
    if (!view.closure.isThereBetween(std::min(leaves, ahead->expectedArrival), ahead->expectedArrival))
        return {};
    return ahead->expectedArrival;
}

void addRoutes(const ClosureView &view, Touched &touched)
{
    for (auto met = view.legsInside.cbegin(); met != view.legsInside.cend(); ++met) {
        const auto route = view.routes.find(met.key());
        const auto forecast = view.forecasts.constFind(met.key());
        if (route == view.routes.end() || forecast == view.forecasts.cend()
            || route->second.status == Route::Status::Finished)
            continue;
        for (const auto leg : *met) {
            const auto arrival = meetsOn(leg, route->second, *forecast, view);
            if (!arrival)
                continue;
            touched.routes.insert(met.key());
            touched.note(*arrival);
        }
    }
}

} // namespace

std::optional<Trouble> closureTouches(const ClosureView &view)
{
    if (view.closure.isOver(view.now))
        return {};
    Touched touched;
    addStops(view, touched);
    addRoutes(view, touched);
    if (touched.stops == 0 && touched.routes.isEmpty())
        return {};
    return Trouble{.instance = instanceOf(view.closure.from),
                   .severity = view.closure.effect == Closure::Effect::Closed ? Exception::Severity::High
                                                                              : Exception::Severity::Medium,
                   .dueAt = touched.first,
                   .detail = u"%1/%2"_s.arg(touched.stops).arg(touched.routes.size())};
}

} // namespace Doorstep::Cases
