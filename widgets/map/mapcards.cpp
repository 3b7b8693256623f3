// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/map/mapcards.h"

#include "models/domain/clock.h"
#include "models/store/fleet.h"
#include "models/store/touched.h"
#include "widgets/parts/customerwords.h"
#include "widgets/parts/depottime.h"
#include "widgets/parts/durationtext.h"
#include "widgets/parts/words.h"

#include <QLocale>

#include <cmath>

using namespace std::chrono_literals;

namespace Doorstep {

namespace {
DepotTime timeOf(const DepotId &id, const Fleet &fleet)
{
    const auto *depot = fleet.depots().find(id);
    return depot ? DepotTime(depot->timeZone) : DepotTime();
}

/// Only what is known becomes a line.
void addLine(MapCard &card, const QString &label, const QString &value)
{
    if (!value.isEmpty())
        card.lines.append({.label = label, .value = value});
}

QString percent(double fraction)
{
    return QLocale().toString(int(std::lround(fraction * 100.0))) + u'\u00a0' + QLocale().percent();
}

Forecast::State toneOf(const Stop &stop, const StopForecast *forecast)
{
    if (stop.status == Stop::Status::Failed)
        return Forecast::State::Late;
    if (!stop.isOpen() || !forecast || !stop.window.to.isValid())
        return Forecast::State::OnTime;
    if (forecast->expectedArrival > stop.window.to)
        return Forecast::State::Late;
    return forecast->lateArrival > stop.window.to ? Forecast::State::AtRisk : Forecast::State::OnTime;
}
} // namespace

void MapCards::addForecast(MapCard &card, const Forecast &forecast, const Fleet &fleet)
{
    card.tone = forecast.state;
    card.status = forecast.state == Forecast::State::Silent || !forecast.slack ? Words::of(forecast.state)
                                                                               : DurationText::slack(forecast.slack);
    const auto *next = fleet.stops().find(forecast.nextStop);
    if (!next)
        return;
    addLine(card, tr("Next"), next->address.line());
    if (const auto *arrival = fleet.forecastOf(next->id))
        addLine(card, tr("ETA"), timeOf(next->depot, fleet).clock(arrival->expectedArrival));
}

MapCard MapCards::of(const DriverId &id, const Fleet &fleet, const Clock &clock)
{
    const auto *driver = fleet.drivers().find(id);
    const auto *fix = fleet.trails().last(id);
    if (!driver || !fix)
        return {};
    MapCard card{.title = driver->name, .tone = Forecast::State::Finished};
    const auto *route = fleet.routeOf(id);
    const auto *forecast = route ? fleet.forecastOf(route->id) : nullptr;
    if (forecast)
        addForecast(card, *forecast, fleet);
    const auto seenAt = fix->clockSuspect ? fix->receivedAt : fix->fixedAt;
    const auto age = std::max(std::chrono::seconds(seenAt.secsTo(clock.now())), 0s);
    addLine(card, tr("Seen"), DurationText::age(age));
    if (fix->speedMetersPerSecond)
        addLine(card, tr("Speed"), tr("%1 km/h").arg(std::lround(*fix->speedMetersPerSecond * 3.6)));
    if (fix->batteryFraction)
        addLine(card, tr("Battery"), percent(*fix->batteryFraction));
    if (fix->mocked)
        card.warning = tr("Made-up position: the phone says an app set it");
    else if (fix->clockSuspect)
        card.warning = tr("The phone's clock is wrong");
    return card;
}

MapCard MapCards::of(const StopId &id, const Fleet &fleet, const Clock &)
{
    const auto *stop = fleet.stops().find(id);
    if (!stop)
        return {};
    const auto place = fleet.placeOf(id);
    const auto *forecast = fleet.forecastOf(id);
    const auto time = timeOf(stop->depot, fleet);
    MapCard card{.title = place.isValid()
                     ? tr("%1 · %2", "number of a stop, address").arg(place.position + 1).arg(stop->address.line())
                     : stop->address.line(),
                 .status = stop->failure == Stop::Failure::None ? Words::of(stop->status) : Words::of(stop->failure),
                 .tone = toneOf(*stop, forecast)};
    addLine(card, tr("Customer"), stop->customer);
    addLine(card, tr("Window"), time.window(stop->window));
    if (stop->isOpen() && forecast)
        addLine(card, tr("ETA"), time.clock(forecast->expectedArrival));
    else if (stop->completedAt.isValid())
        addLine(card, tr("Done"), time.clock(stop->completedAt));
    if (const auto *driver = fleet.driverOf(id))
        addLine(card, tr("Driver"), driver->name);
    return card;
}

MapCard MapCards::of(const ClosureId &id, const Fleet &fleet, const Clock &clock)
{
    const auto *closure = fleet.closures().find(id);
    if (closure == nullptr)
        return {};
    const bool isClosed = closure->effect == Closure::Effect::Closed;
    MapCard card{.title = closure->name,
                 .status =
                     isClosed ? tr("Closed", "an area") : tr("Slow, × %1").arg(QLocale().toString(closure->slowness)),
                 .tone = isClosed ? Forecast::State::Late : Forecast::State::AtRisk};
    const auto time = timeOf(closure->depot, fleet);
    addLine(card, tr("Why"), CustomerWords::of(closure->cause));
    addLine(card, tr("Hours"), CustomerWords::hours(*closure, time));
    const auto touched = touchedBy(*closure, fleet, clock.now());
    addLine(card, tr("Touches"),
            touched.isEmpty() ? tr("nobody")
                              : tr("%1, %2", "stops, drivers")
                                    .arg(tr("%n stop(s)", "", int(touched.stops.size())),
                                         tr("%n driver(s)", "", int(touched.routes.size()))));
    addLine(card, tr("Note"), closure->note.simplified().left(120));
    return card;
}

} // namespace Doorstep
