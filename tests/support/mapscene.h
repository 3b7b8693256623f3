// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/verbs/effects.h"
#include "models/verbs/scene.h"

#include <QHash>

namespace Doorstep::Test {

/// A scene that is what it holds.
class MapScene : public Scene
{
public:
    [[nodiscard]] const Stop *stop(const StopId &id) const override { return find(stops, id); }
    [[nodiscard]] const Route *route(const RouteId &id) const override { return find(routes, id); }
    [[nodiscard]] const Driver *driver(const DriverId &id) const override { return find(drivers, id); }
    [[nodiscard]] const Note *note(const NoteId &id) const override { return find(notes, id); }
    [[nodiscard]] const Exception *exception(const ExceptionId &id) const override { return find(exceptions, id); }
    [[nodiscard]] const Site *site(const SiteId &id) const override { return find(sites, id); }
    [[nodiscard]] const DepotThresholds *thresholds(const DepotId &id) const override { return find(limits, id); }
    [[nodiscard]] const DepotRates *rates(const DepotId &id) const override { return find(prices, id); }

    [[nodiscard]] const Closure *closure(const ClosureId &id) const override { return find(closures, id); }

    void apply(const Effects &effects)
    {
        for (const auto &stop : effects.stops)
            stops.insert(stop.id, stop);
        for (const auto &route : effects.routes)
            routes.insert(route.id, route);
        for (const auto &driver : effects.drivers)
            drivers.insert(driver.id, driver);
        for (const auto &note : effects.notes)
            notes.insert(note.id, note);
        for (const auto &exception : effects.exceptions)
            exceptions.insert(exception.id, exception);
        for (const auto &note : effects.removedNotes)
            notes.remove(note);
        for (const auto &closure : effects.closures)
            closures.insert(closure.id, closure);
        for (const auto &closure : effects.removedClosures)
            closures.remove(closure);
        for (const auto &site : effects.sites)
            sites.insert(site.id, site);
        for (const auto &site : effects.removedSites)
            sites.remove(site);
        for (const auto &one : effects.thresholds)
            limits.insert(one.id, one);
        for (const auto &one : effects.rates)
            prices.insert(one.id, one);
    }

    QHash<StopId, Stop> stops;
    QHash<RouteId, Route> routes;
    QHash<DriverId, Driver> drivers;
    QHash<NoteId, Note> notes;
    QHash<ExceptionId, Exception> exceptions;
    QHash<ClosureId, Closure> closures;
    QHash<SiteId, Site> sites;
    QHash<DepotId, DepotThresholds> limits;
    QHash<DepotId, DepotRates> prices;

private:
    template <typename Id, typename Thing>
    static const Thing *find(const QHash<Id, Thing> &things, const Id &id)
    {
        const auto found = things.constFind(id);
        return found == things.cend() ? nullptr : &*found;
    }
};

/// Two routes of one depot, underway: "north" with a done stop, one that the driver is at, and two open ones; "south"
/// with two open ones; "loose" and "failed", which nobody drives to; a note of user-1's, "mine"; and an open exception,
/// "late-s1".
[[nodiscard]] MapScene twoRoutes();

/// Whether every stop's route is the one that lists it, and no stop is listed twice. Empty when so, else what is wrong.
[[nodiscard]] QString disorderIn(const MapScene &scene);

} // namespace Doorstep::Test
