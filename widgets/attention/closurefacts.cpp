// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/attention/closurefacts.h"

#include "models/store/fleet.h"
#include "models/store/touched.h"
#include "widgets/parts/customerwords.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Doorstep::ClosureFacts)
};

QStringList driversOf(const QList<RouteId> &routes, const Fleet &fleet)
{
    QStringList names;
    for (const auto &id : routes) {
        const auto *route = fleet.routes().find(id);
        const auto *driver = route == nullptr ? nullptr : fleet.driverOf(*route);
        names.append(driver == nullptr ? Tr::tr("a route without a driver") : driver->name);
    }
    return names;
}

} // namespace

Facts factsOf(const ClosureId &id, const Fleet &fleet, const DepotTime &time, const QDateTime &now)
{
    const auto *closure = fleet.closures().find(id);
    if (closure == nullptr)
        return {};
    const bool isClosed = closure->effect == Closure::Effect::Closed;
    Facts facts;
    facts.title = closure->name;
    facts.subtitle = CustomerWords::of(closure->cause);
    facts.state =
        isClosed ? Tr::tr("closed", "an area") : Tr::tr("slow, × %1").arg(QLocale().toString(closure->slowness));
    facts.tone = isClosed ? Forecast::State::Late : Forecast::State::AtRisk;
    const auto touched = touchedBy(*closure, fleet, now);
    const auto add = [&facts](const QString &label, const QString &value) {
        if (!value.isEmpty())
            facts.lines.append({.label = label, .value = value});
    };
    add(Tr::tr("Hours"), CustomerWords::hours(*closure, time));
    add(Tr::tr("Stops inside"), QLocale().toString(touched.stops.size()));
    add(Tr::tr("Drivers"), driversOf(touched.routes, fleet).join(u'\n'));
    add(Tr::tr("Note"), closure->note);
    if (touched.stops.isEmpty())
        return facts;
    facts.next = Tr::tr("Stops inside");
    for (const auto &stop : touched.stops.first(std::min<qsizetype>(touched.stops.size(), nextStopsShown))) {
        const auto *known = fleet.stops().find(stop);
        const auto *ahead = fleet.forecastOf(stop);
        const auto place = fleet.placeOf(stop);
        facts.nextStops.append({.stop = stop,
                                .number = place.isValid() ? static_cast<int>(place.position + 1) : 0,
                                .address = known->address.line(),
                                .arrival = ahead == nullptr ? QString() : time.clock(ahead->expectedArrival),
                                .slack = {}});
    }
    return facts;
}

} // namespace Doorstep
