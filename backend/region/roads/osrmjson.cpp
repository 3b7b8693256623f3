// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/roads/osrmjson.h"

#include "backend/region/roads/osrmwords.h"
#include "models/domain/polyline.h"

#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace Doorstep::Osrm {

namespace {

/// OSRM tells times and lengths in tenths.
double tenths(double value)
{
    return std::round(value * 10.0) / 10.0;
}

QJsonArray pairJson(const QGeoCoordinate &place)
{
    const auto sixDigits = [](double degrees) { return std::round(degrees * 1e6) / 1e6; };
    return {sixDigits(place.longitude()), sixDigits(place.latitude())};
}

QJsonValue geometryJson(const QList<QGeoCoordinate> &line, Geometry geometry)
{
    if (geometry != Geometry::GeoJson)
        return encodedPolyline(line, geometry == Geometry::Polyline6 ? 6 : 5);
    QJsonArray coordinates;
    for (const auto &place : line)
        coordinates.append(pairJson(place));
    return QJsonObject{{u"type"_s, u"LineString"_s}, {u"coordinates"_s, coordinates}};
}

QJsonObject intersectionJson(const RoadIntersection &intersection)
{
    QJsonObject json{{u"location"_s, pairJson(intersection.where)}};
    QJsonArray bearings;
    for (const auto bearing : intersection.bearings)
        bearings.append(bearing);
    QJsonArray entry;
    for (const auto may : intersection.entry)
        entry.append(may);
    json[u"bearings"_s] = bearings;
    json[u"entry"_s] = entry;
    if (intersection.in >= 0)
        json[u"in"_s] = intersection.in;
    if (intersection.out >= 0)
        json[u"out"_s] = intersection.out;
    return json;
}

QJsonObject stepJson(const RoadStep &step, Geometry geometry)
{
    QJsonObject maneuver{{u"type"_s, maneuverWord(step.kind)},
                         {u"location"_s, pairJson(step.line.first())},
                         {u"bearing_before"_s, step.bearingBefore},
                         {u"bearing_after"_s, step.bearingAfter}};
    if (step.direction)
        maneuver[u"modifier"_s] = modifierWord(*step.direction);
    if (step.exit)
        maneuver[u"exit"_s] = *step.exit;
    QJsonArray intersections;
    for (const auto &intersection : step.intersections)
        intersections.append(intersectionJson(intersection));
    QJsonObject json{{u"maneuver"_s, maneuver},
                     {u"intersections"_s, intersections},
                     {u"geometry"_s, geometryJson(step.line, geometry)},
                     {u"mode"_s, step.mode},
                     {u"driving_side"_s, u"right"_s},
                     {u"name"_s, step.name},
                     {u"distance"_s, tenths(step.distanceMeters)},
                     {u"duration"_s, tenths(step.durationSeconds)},
                     {u"weight"_s, tenths(step.weight)}};
    if (!step.ref.isEmpty())
        json[u"ref"_s] = step.ref;
    return json;
}

QJsonObject annotationJson(const RoadLeg &leg, const Options &options)
{
    QJsonObject json;
    QJsonArray distances;
    QJsonArray durations;
    QJsonArray speeds;
    for (qsizetype i = 0; i < leg.segmentDistancesMeters.size(); ++i) {
        const auto meters = leg.segmentDistancesMeters[i];
        const auto seconds = leg.segmentDurationsSeconds[i];
        distances.append(meters);
        durations.append(tenths(seconds));
        speeds.append(seconds > 0.0 ? tenths(meters / seconds) : 0.0);
    }
    if (options.annotateDistance)
        json[u"distance"_s] = distances;
    if (options.annotateDuration)
        json[u"duration"_s] = durations;
    if (options.annotateSpeed)
        json[u"speed"_s] = speeds;
    return json;
}

QJsonObject legJson(const RoadLeg &leg, const Options &options)
{
    QJsonArray steps;
    for (const auto &step : leg.steps)
        steps.append(stepJson(step, options.geometry));
    QJsonObject json{{u"distance"_s, tenths(leg.distanceMeters)},
                     {u"duration"_s, tenths(leg.durationSeconds)},
                     {u"weight"_s, tenths(leg.weight)},
                     {u"summary"_s, leg.summary},
                     {u"steps"_s, steps}};
    if (options.annotateDistance || options.annotateDuration || options.annotateSpeed)
        json[u"annotation"_s] = annotationJson(leg, options);
    return json;
}

/// Metres east and north of a first place, good enough for a city.
struct Flat
{
    double x = 0.0;
    double y = 0.0;
};

double distanceToSegment(Flat point, Flat a, Flat b)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double square = dx * dx + dy * dy;
    const double share =
        square > 0.0 ? std::clamp(((point.x - a.x) * dx + (point.y - a.y) * dy) / square, 0.0, 1.0) : 0.0;
    return std::hypot(point.x - a.x - share * dx, point.y - a.y - share * dy);
}

} // namespace

QList<QGeoCoordinate> simplified(const QList<QGeoCoordinate> &line)
{
    if (line.size() < 3)
        return line;
    constexpr double metersPerDegree = 111'226.0;
    constexpr double pixels = 600.0; // of a window that shows the whole line
    const double shrink = std::cos(line.first().latitude() * std::numbers::pi / 180.0);
    std::vector<Flat> flat;
    Flat low;
    Flat high;
    for (const auto &place : line) {
        const Flat at{.x = (place.longitude() - line.first().longitude()) * metersPerDegree * shrink,
                      .y = (place.latitude() - line.first().latitude()) * metersPerDegree};
        low = {.x = std::min(low.x, at.x), .y = std::min(low.y, at.y)};
        high = {.x = std::max(high.x, at.x), .y = std::max(high.y, at.y)};
        flat.push_back(at);
    }
    const double tolerance = std::max(high.x - low.x, high.y - low.y) / pixels;

    // Douglas and Peucker's, with a stack of our own: lines are longer than a thread's stack is deep.
    std::vector<bool> keep(flat.size());
    keep.front() = keep.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, flat.size() - 1}};
    while (!open.empty()) {
        const auto [first, last] = open.back();
        open.pop_back();
        double farthest = tolerance;
        std::size_t split = first;
        for (auto i = first + 1; i < last; ++i) {
            if (const auto away = distanceToSegment(flat[i], flat[first], flat[last]); away > farthest) {
                farthest = away;
                split = i;
            }
        }
        if (split == first)
            continue;
        keep[split] = true;
        open.emplace_back(first, split);
        open.emplace_back(split, last);
    }
    QList<QGeoCoordinate> result;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (keep[static_cast<std::size_t>(i)])
            result.append(line[i]);
    }
    return result;
}

QJsonObject routeJson(const RoadRoute &route, const Options &options, RoadProfile profile)
{
    QJsonArray legs;
    for (const auto &leg : route.legs)
        legs.append(legJson(leg, options));
    QJsonObject json{{u"distance"_s, tenths(route.distanceMeters)},
                     {u"duration"_s, tenths(route.durationSeconds)},
                     {u"weight"_s, tenths(route.weight)},
                     {u"weight_name"_s, profile == RoadProfile::Car ? u"routability"_s : u"duration"_s},
                     {u"legs"_s, legs}};
    if (options.overview != Overview::None)
        json[u"geometry"_s] =
            geometryJson(options.overview == Overview::Full ? route.line : simplified(route.line), options.geometry);
    return json;
}

QJsonObject waypointJson(const NearestRoad &waypoint)
{
    return {{u"name"_s, waypoint.name},
            {u"location"_s, pairJson(waypoint.where)},
            {u"distance"_s, std::round(waypoint.distanceMeters * 1e6) / 1e6}};
}

QJsonArray waypointsJson(const QList<NearestRoad> &waypoints)
{
    QJsonArray json;
    for (const auto &waypoint : waypoints)
        json.append(waypointJson(waypoint));
    return json;
}

} // namespace Doorstep::Osrm
