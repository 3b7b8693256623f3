// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/cases/watchers.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace Doorstep::Cases {
namespace {

struct Meters
{
    double x = 0.0;
    double y = 0.0;
};

/// On a plane around \a centre that is good enough within a city.
Meters seenFrom(const QGeoCoordinate &centre, const QGeoCoordinate &place)
{
    constexpr double metersPerDegree = 111'320.0;
    return {.x = (place.longitude() - centre.longitude()) * metersPerDegree
                * std::cos(centre.latitude() * std::numbers::pi / 180.0),
            .y = (place.latitude() - centre.latitude()) * metersPerDegree};
}

double metersToSegment(const Meters &a, const Meters &b)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double squared = dx * dx + dy * dy;
    const double along = squared == 0.0 ? 0.0 : std::clamp(-(a.x * dx + a.y * dy) / squared, 0.0, 1.0);
    return std::hypot(a.x + along * dx, a.y + along * dy);
}

double metersToRoute(const QGeoCoordinate &here, const RoutePath &path)
{
    double nearest = std::numeric_limits<double>::max();
    for (const auto &leg : path.legs) {
        for (qsizetype i = 1; i < leg.size(); ++i)
            nearest = std::min(nearest, metersToSegment(seenFrom(here, leg.at(i - 1)), seenFrom(here, leg.at(i))));
    }
    return nearest;
}

} // namespace

std::optional<Trouble> offRoute(const RouteView &view)
{
    if (view.route.status != Route::Status::Underway || view.path == nullptr || view.track == nullptr
        || !view.track->trusted || (view.forecast != nullptr && view.forecast->stops.isEmpty()))
        return {};
    // Without any roads nobody can say that they are not on them.
    const double meters = metersToRoute(view.track->trusted->where, *view.path);
    if (meters == std::numeric_limits<double>::max() || meters <= view.settings.offRouteMeters)
        return {};
    return Trouble{.instance = instanceOf(view.route.scheduledStart), // one a day
                   .severity = Exception::Severity::Low,
                   .dueAt = {},
                   .where = view.track->trusted->where,
                   .awayMeters = qRound(meters)};
}

} // namespace Doorstep::Cases
