// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/attention/facts.h"

#include "models/domain/proof.h"
#include "models/domain/trackingnumber.h"
#include "models/store/fleet.h"
#include "models/store/routecosts.h"
#include "widgets/parts/customerwords.h"
#include "widgets/parts/distancetext.h"
#include "widgets/parts/durationtext.h"
#include "widgets/parts/ratewords.h"
#include "widgets/parts/words.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Doorstep::Facts)
};

constexpr double surePlace = 0.8;
constexpr double lowBattery = 0.15;
constexpr double riskyDropOff = 0.25;
constexpr double poorAccuracyMeters = 100;
constexpr auto oldFix = 3min;

void add(QList<Facts::Line> &lines, const QString &label, const QString &value, bool warns = false)
{
    if (!value.isEmpty())
        lines.append({.label = label, .value = value, .warns = warns, .where = {}});
}

QString percent(double fraction)
{
    return Tr::tr("%1 %", "a percentage").arg(QLocale().toString(qRound(fraction * 100)));
}

std::chrono::seconds lengthBetween(const QDateTime &from, const QDateTime &to)
{
    return std::chrono::seconds(from.secsTo(to));
}

Forecast::State toneOf(const Stop &stop, const StopForecast *forecast)
{
    switch (stop.status) {
    case Stop::Status::Delivered:
        return stop.wasOnTime() || !stop.window.to.isValid() ? Forecast::State::Finished : Forecast::State::AtRisk;
    case Stop::Status::Failed:
        return Forecast::State::Late;
    case Stop::Status::Cancelled:
        return Forecast::State::Silent;
    case Stop::Status::Planned:
    case Stop::Status::Arrived:
        break;
    }
    if (!forecast || !stop.window.to.isValid())
        return Forecast::State::OnTime;
    if (forecast->expectedArrival > stop.window.to)
        return Forecast::State::Late;
    return forecast->lateArrival > stop.window.to ? Forecast::State::AtRisk : Forecast::State::OnTime;
}

void addTimes(QList<Facts::Line> &lines, const Stop &stop, const StopForecast *forecast, const DepotTime &time)
{
    const auto window = time.window(stop.window);
    add(lines, Tr::tr("Window"), window.isEmpty() ? Tr::tr("any time today") : window);
    if (forecast) {
        const bool late = stop.window.to.isValid() && forecast->expectedArrival > stop.window.to;
        auto text = Tr::tr("%1, by %2 in nine of ten", "two times of day")
                        .arg(time.clock(forecast->expectedArrival), time.clock(forecast->lateArrival));
        if (late)
            text += u" · "_s + DurationText::slack(lengthBetween(forecast->expectedArrival, stop.window.to));
        add(lines, Tr::tr("Expected"), text, late);
    }
    if (stop.scheduledArrival.isValid())
        add(lines, Tr::tr("Planned", "the arrival in the plan"), time.clock(stop.scheduledArrival));
    if (stop.actualArrival.isValid())
        add(lines, Tr::tr("Arrived"), time.clock(stop.actualArrival));
    if (stop.completedAt.isValid())
        add(lines, stop.status == Stop::Status::Failed ? Tr::tr("Failed") : Tr::tr("Completed"),
            time.clock(stop.completedAt));
}

void addCustomer(QList<Facts::Line> &lines, const Stop &stop, const DepotTime &time)
{
    add(lines, Tr::tr("Proof"), CustomerWords::of(proofRulesOf(stop.method)));
    add(lines, Tr::tr("Preferences"), CustomerWords::of(stop.preferences).join(u'\n'));
    if (stop.dropOffRisk && isLeftAlone(stop.method))
        add(lines, Tr::tr("Risk of leaving it"), percent(*stop.dropOffRisk), *stop.dropOffRisk >= riskyDropOff);
    if (const auto &asked = stop.checkIn; !asked.isEmpty()) {
        const auto at = asked.answeredAt.isValid() ? asked.answeredAt : asked.askedAt;
        add(lines, Tr::tr("Check-in"),
            Tr::tr("%1, %2, %3", "an answer, how, time")
                .arg(CustomerWords::of(asked), CustomerWords::of(asked.how), time.clock(at)),
            asked.answer != CheckIn::Answer::WillBeThere);
    }
    if (stop.promises.isEmpty())
        return;
    const auto &told = stop.promises.constLast();
    auto text = Tr::tr("%1, %2, %3", "a window, told how, when")
                    .arg(time.window(told.window), CustomerWords::of(told.channel), time.weekdayClock(told.toldAt));
    const auto missedBy = stop.promiseMissedBy();
    if (missedBy)
        text += u" · "_s + CustomerWords::kept(*missedBy);
    add(lines, Tr::tr("Promised"), text, missedBy && missedBy->count() != 0);
}

void addParcels(QList<Facts::Line> &lines, const Stop &stop, const Fleet &fleet)
{
    QStringList numbers;
    double weight = 0;
    for (const auto &id : stop.parcels)
        if (const auto *parcel = fleet.parcels().find(id)) {
            numbers << groupedTrackingNumber(parcel->trackingNumber);
            weight += parcel->weightKilograms;
        }
    if (numbers.isEmpty())
        return;
    add(lines, Tr::tr("%n parcel(s)", nullptr, static_cast<int>(numbers.size())),
        numbers.join(u'\n') + u'\n' + Tr::tr("%1 kg in all").arg(QLocale().toString(weight, 'f', 1)));
}

void addPhone(QList<Facts::Line> &lines, const Fix &fix, const QDateTime &now)
{
    const auto age = lengthBetween(fix.fixedAt, now);
    add(lines, Tr::tr("Last seen"), DurationText::age(age), age > oldFix);
    if (fix.batteryFraction)
        add(lines, Tr::tr("Battery"),
            percent(*fix.batteryFraction) + (fix.charging.value_or(false) ? Tr::tr(", charging") : QString()),
            *fix.batteryFraction < lowBattery);
    if (fix.accuracyMeters)
        add(lines, Tr::tr("Accuracy"), Tr::tr("± %1 m").arg(qRound(*fix.accuracyMeters)),
            *fix.accuracyMeters > poorAccuracyMeters);
    if (fix.speedMetersPerSecond)
        add(lines, Tr::tr("Speed"), Tr::tr("%1 km/h").arg(qRound(*fix.speedMetersPerSecond * 3.6)));
    if (fix.mocked)
        add(lines, Tr::tr("Position"), Tr::tr("made up by an app on the phone"), true);
    if (fix.clockSuspect)
        add(lines, Tr::tr("Clock"), Tr::tr("the phone's clock is wrong"), true);
}

// Until it has answered, or the question is given up.
void addQuestion(QList<Facts::Line> &lines, const Driver &driver, const Fix *last, const DepotTime &time,
                 const QDateTime &now)
{
    const auto &asked = driver.positionAskedAt;
    const bool isPending = asked.isValid() && asked.addDuration(Driver::positionAskedFor) >= now;
    if (isPending && (last == nullptr || last->fixedAt < asked))
        add(lines, Tr::tr("Asked", "the phone, where it is"),
            Tr::tr("%1, not answered yet", "a time of day").arg(time.clock(asked)));
}

/// What it costs, in the depot's currency, which everybody there knows.
void addCosts(QList<Facts::Line> &lines, const Route &route, const Fleet &fleet, const QDateTime &now)
{
    const auto costs = costsOf(route, fleet, now);
    if (!costs)
        return;
    const auto whole = RateWords::money(costs->whole.cost);
    QString text;
    if (costs->isOver)
        text = Tr::tr("%1 in all", "an amount").arg(whole);
    else if (costs->soFar)
        text = Tr::tr("%1 so far, about %2 in all", "two amounts").arg(RateWords::money(costs->soFar->cost), whole);
    else
        text = Tr::tr("about %1 in all", "an amount").arg(whole);
    if (costs->stops > 0)
        text +=
            u'\n' + Tr::tr("%1 a stop, over %n stop(s)", nullptr, costs->stops).arg(RateWords::money(costs->perStop()));
    add(lines, Tr::tr("Cost"), text);
    if (costs->whole.gramsCo2 > 0.0)
        add(lines, Tr::tr("CO₂"), Tr::tr("about %1 in all", "an amount").arg(RateWords::co2(costs->whole.gramsCo2)));
}

/// Nobody can say what one stop costs, but what the route does.
void addShare(QList<Facts::Line> &lines, const Stop &stop, const Fleet &fleet, const QDateTime &now)
{
    const auto *route = fleet.routeOf(stop.id);
    const auto costs =
        route == nullptr || stop.status == Stop::Status::Cancelled ? std::nullopt : costsOf(*route, fleet, now);
    if (costs && costs->stops > 0)
        add(lines, Tr::tr("Share of the cost"),
            Tr::tr("about %1: its route over %n stop(s)", nullptr, costs->stops)
                .arg(RateWords::money(costs->perStop())));
}

QList<Facts::NextStop> nextStopsOf(const Route &route, const Fleet &fleet, const DepotTime &time)
{
    QList<Facts::NextStop> next;
    for (qsizetype i = 0; i < route.stops.size() && next.size() < nextStopsShown; ++i) {
        const auto *stop = fleet.stops().find(route.stops.at(i));
        if (!stop || !stop->isOpen())
            continue;
        const auto *forecast = fleet.forecastOf(stop->id);
        Facts::NextStop line{.stop = stop->id,
                             .number = static_cast<int>(i + 1),
                             .address = stop->address.line(),
                             .arrival = {},
                             .slack = {},
                             .late = false};
        if (forecast) {
            line.arrival = time.clock(forecast->expectedArrival);
            if (stop->window.to.isValid()) {
                const auto slack = lengthBetween(forecast->expectedArrival, stop->window.to);
                line.slack = DurationText::slack(slack);
                line.late = slack < 0s;
            }
        }
        next.append(line);
    }
    return next;
}

} // namespace

Facts factsOf(const StopId &id, const Fleet &fleet, const DepotTime &time, const QDateTime &now)
{
    const auto *stop = fleet.stops().find(id);
    if (!stop)
        return {};
    const auto *forecast = fleet.forecastOf(id);
    Facts facts;
    facts.title = stop->address.line();
    const auto *driver = fleet.driverOf(id);
    const auto place = fleet.placeOf(id);
    facts.subtitle = driver && place.isValid()
        ? Tr::tr("%1 · stop %2", "a driver and a number").arg(driver->name).arg(place.position + 1)
        : Tr::tr("on no route yet");
    facts.state = Words::of(stop->status);
    facts.tone = toneOf(*stop, forecast);
    if (stop->isOpen() && facts.tone != Forecast::State::OnTime)
        facts.state = Words::of(facts.tone);
    else if (stop->status == Stop::Status::Delivered && facts.tone == Forecast::State::AtRisk)
        facts.state = Tr::tr("delivered late"); // never by colour alone

    auto &lines = facts.lines;
    if (stop->address.text != facts.title)
        add(lines, Tr::tr("Entered as"), stop->address.text);
    if (!stop->where.isValid())
        add(lines, Tr::tr("Place"), Tr::tr("not found on the map"), true);
    else if (stop->whereScore < surePlace)
        add(lines, Tr::tr("Place"), Tr::tr("%1 sure").arg(percent(stop->whereScore)), true);
    if (stop->entrance.isValid() && stop->where.isValid())
        add(lines, Tr::tr("Entrance"),
            Tr::tr("%1 from the address").arg(DistanceText::of(stop->where.distanceTo(stop->entrance))));
    addTimes(lines, *stop, forecast, time);
    add(lines, Tr::tr("Customer"), stop->customer);
    add(lines, Tr::tr("Phone"), stop->phone);
    add(lines, Tr::tr("Instructions"), stop->instructions);
    add(lines, Tr::tr("Gate code"), stop->gateCode);
    add(lines, Tr::tr("Hand over"), Words::of(stop->method));
    addCustomer(lines, *stop, time);
    addParcels(lines, *stop, fleet);
    if (stop->attempts > 0)
        add(lines, Tr::tr("Attempts"), QLocale().toString(stop->attempts), stop->attempts > 1);
    add(lines, Tr::tr("Reason"), Words::of(stop->failure), true);
    add(lines, Tr::tr("Driver's note"), stop->note);
    if (const auto *order = fleet.orders().find(stop->order))
        add(lines, Tr::tr("Order"), Tr::tr("%1 from %2", "a reference and a shop").arg(order->reference, order->shop));
    addShare(lines, *stop, fleet, now);
    return facts;
}

namespace {

/// When \a route began and ended, or should.
void addTimes(QList<Facts::Line> &lines, const Route &route, const DepotTime &time, const QDateTime &now)
{
    const auto started = route.actualStart.isValid()
        ? Tr::tr("%1, planned %2").arg(time.clock(route.actualStart), time.clock(route.scheduledStart))
        : Tr::tr("planned %1").arg(time.clock(route.scheduledStart));
    add(lines, Tr::tr("Start"), started, !route.actualStart.isValid() && route.scheduledStart < now);
    if (route.scheduledEnd.isValid() || route.actualEnd.isValid())
        add(lines, Tr::tr("End"),
            route.actualEnd.isValid() ? time.clock(route.actualEnd)
                                      : Tr::tr("planned %1").arg(time.clock(route.scheduledEnd)));
}

} // namespace

Facts factsOf(const RouteId &id, const Fleet &fleet, const DepotTime &time, const QDateTime &now)
{
    const auto *route = fleet.routes().find(id);
    if (!route)
        return {};
    const auto *driver = fleet.driverOf(*route);
    const auto *vehicle = fleet.vehicles().find(route->vehicle);
    const auto *forecast = fleet.forecastOf(id);
    Facts facts;
    facts.title = driver ? driver->name : Tr::tr("Route without a driver");
    if (vehicle)
        facts.subtitle = u"%1 · %2"_s.arg(Words::of(vehicle->kind), vehicle->name);
    auto &lines = facts.lines;
    if (driver)
        add(lines, Tr::tr("Phone"), driver->phone);
    const auto *last = fleet.trails().last(route->driver);
    if (driver)
        addQuestion(lines, *driver, last, time, now);
    if (last != nullptr)
        addPhone(lines, *last, now);
    else
        add(lines, Tr::tr("Last seen"), Tr::tr("never today"), true);
    if (forecast) {
        facts.state = Words::of(forecast->state);
        facts.tone = forecast->state;
        add(lines, Tr::tr("Slack"), DurationText::slack(forecast->slack), forecast->slack.value_or(0s) < 0s);
        add(lines, Tr::tr("Done"),
            Tr::tr("%1 of %2, %3 delivered")
                .arg(forecast->doneStops)
                .arg(route->stops.size())
                .arg(forecast->deliveredStops));
    }
    addTimes(lines, *route, time, now);
    add(lines, Tr::tr("Load at start"), percent(route->loadFraction));
    addCosts(lines, *route, fleet, now);
    facts.nextStops = nextStopsOf(*route, fleet, time);
    if (!facts.nextStops.isEmpty())
        facts.next = Tr::tr("Next stops");
    return facts;
}

Facts factsOf(const DriverId &id, const Fleet &fleet, const QDateTime &now)
{
    const auto *driver = fleet.drivers().find(id);
    if (!driver)
        return {};
    Facts facts;
    facts.title = driver->name;
    facts.subtitle = Tr::tr("no route today");
    add(facts.lines, Tr::tr("Phone"), driver->phone);
    if (const auto *fix = fleet.trails().last(id))
        addPhone(facts.lines, *fix, now);
    return facts;
}

} // namespace Doorstep
