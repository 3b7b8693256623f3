// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/mapscene.h"

#include "tests/support/samples.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Test {
namespace {

Stop openStop(const QString &id, const QString &route)
{
    auto stop = someStop();
    stop.id = StopId(id);
    stop.route = RouteId(route);
    stop.status = Stop::Status::Planned;
    stop.failure = Stop::Failure::None;
    stop.note.clear();
    stop.attempts = 0;
    stop.actualArrival = {};
    stop.actualDeparture = {};
    stop.completedAt = {};
    return stop;
}

} // namespace

MapScene twoRoutes()
{
    MapScene scene;
    const auto add = [&scene](const Stop &stop) { scene.stops.insert(stop.id, stop); };
    auto done = openStop(u"n1"_s, u"north"_s);
    done.status = Stop::Status::Delivered;
    done.completedAt = at(13);
    done.attempts = 1;
    auto there = openStop(u"n2"_s, u"north"_s);
    there.status = Stop::Status::Arrived;
    there.actualArrival = at(13, 10);
    add(done);
    add(there);
    for (const auto &id : {u"n3"_s, u"n4"_s})
        add(openStop(id, u"north"_s));
    for (const auto &id : {u"s1"_s, u"s2"_s})
        add(openStop(id, u"south"_s));
    add(openStop(u"loose"_s, {}));
    auto failed = someStop();
    failed.id = StopId(u"failed"_s);
    failed.route = {};
    add(failed);
    scene.notes.insert(NoteId(u"mine"_s),
                       {.id = NoteId(u"mine"_s),
                        .depot = DepotId(u"aguada"_s),
                        .about = Subject::of(failed.id),
                        .text = u"Ring at number 3"_s,
                        .author = UserId(u"user-1"_s),
                        .at = at(14)});
    Exception late;
    late.id = ExceptionId(u"late-s1"_s);
    late.depot = DepotId(u"aguada"_s);
    late.kind = u"late"_s;
    late.about = Subject::of(StopId(u"s1"_s));
    scene.exceptions.insert(late.id, late);
    late.id = ExceptionId(u"late-s2"_s);
    late.about = Subject::of(StopId(u"s2"_s));
    scene.exceptions.insert(late.id, late);
    auto flood = someClosure();
    flood.id = ClosureId(u"flood"_s);
    scene.closures.insert(flood.id, flood);
    for (const auto &[id, stops] : {std::pair(u"north"_s, QStringList{u"n1"_s, u"n2"_s, u"n3"_s, u"n4"_s}),
                                    std::pair(u"south"_s, QStringList{u"s1"_s, u"s2"_s})}) {
        auto route = someRoute();
        route.id = RouteId(id);
        route.stops.clear();
        for (const auto &stop : stops)
            route.stops.append(StopId(stop));
        scene.routes.insert(route.id, route);
    }
    scene.drivers.insert(someDriver().id, someDriver());
    return scene;
}

QString disorderIn(const MapScene &scene)
{
    QHash<StopId, RouteId> listed;
    for (const auto &route : scene.routes) {
        for (const auto &stop : route.stops) {
            if (listed.contains(stop))
                return u"%1 is listed twice"_s.arg(stop.toString());
            listed.insert(stop, route.id);
        }
    }
    for (const auto &stop : scene.stops) {
        if (stop.route != listed.value(stop.id))
            return u"%1 says route '%2' and is listed by '%3'"_s.arg(stop.id.toString(), stop.route.toString(),
                                                                     listed.value(stop.id).toString());
    }
    return {};
}

} // namespace Doorstep::Test
