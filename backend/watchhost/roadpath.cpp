// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/watchhost/roadpath.h"

namespace Doorstep {
namespace {

constexpr qsizetype mostPlaces = 100; // of one question

void append(Watch::PathFound &path, const RoadRoute &route)
{
    for (const auto &leg : route.legs)
        path.legs.push_back({.line = leg.line, .seconds = leg.durationSeconds});
}

} // namespace

Watch::PathFound findPath(const RoadService &roads, const Watch::PathWanted &wish)
{
    Watch::PathFound path{.route = wish.route, .wish = wish.wish, .legs = {}};
    const auto profile = wish.vehicle == Vehicle::Kind::Bicycle ? RoadProfile::Bicycle : RoadProfile::Car;
    const auto ask = [&](qsizetype from, qsizetype count) {
        RouteRequest request;
        request.profile = profile;
        request.waypoints = wish.places.sliced(from, count);
        request.continueStraight = false; // a driver leaves a stop as they like
        return roads.route(request);
    };
    for (qsizetype from = 0; from + 1 < wish.places.size(); from += mostPlaces - 1) {
        const auto count = std::min(mostPlaces, wish.places.size() - from);
        if (const auto whole = ask(from, count)) {
            append(path, whole->routes.first());
            continue;
        }
        for (qsizetype leg = from; leg + 1 < from + count; ++leg) { // one place off the map must not cost the others
            if (const auto one = ask(leg, 2))
                append(path, one->routes.first());
            else
                path.legs.emplace_back();
        }
    }
    return path;
}

} // namespace Doorstep
