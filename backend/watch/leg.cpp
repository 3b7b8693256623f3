// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/watch/leg.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace Doorstep::Watch {
namespace {

constexpr double metersPerDegree = 111'320.0;
constexpr double offRoadMeters = 250.0;
// Streets in a grid are about 1.3 times as long as the straight line (the mean of |cos|+|sin| is 4/pi).
constexpr double detour = 4.0 / std::numbers::pi;

double crowSpeed(Vehicle::Kind vehicle)
{
    return vehicle == Vehicle::Kind::Bicycle ? 4.2 : 6.5; // m/s, stops at corners included
}

} // namespace

double crowSeconds(const QGeoCoordinate &from, const QGeoCoordinate &to, Vehicle::Kind vehicle)
{
    return from.distanceTo(to) * detour / crowSpeed(vehicle);
}

Leg::Leg(const QList<QGeoCoordinate> &line, double seconds, const std::vector<Slowness> &slow, const RoadMix &roads)
    : m_end(line.isEmpty() ? QGeoCoordinate() : line.last())
    , m_seconds(seconds)
    , m_roads(roads)
{
    m_points.reserve(static_cast<std::size_t>(line.size()));
    for (const auto &place : line)
        m_points.push_back(onPlane(place));
    double meters = 0.0;
    for (auto i = line.size() - 2; i >= 0; --i) {
        const auto &next = m_points[static_cast<std::size_t>(i) + 1];
        auto &point = m_points[static_cast<std::size_t>(i)];
        const double length = std::hypot(next.xMeters - point.xMeters, next.yMeters - point.yMeters);
        double stretch = 1.0;
        for (const auto &[shape, factor] : slow)
            stretch += (factor - 1.0) * shape->shareInside(line.at(i), line.at(i + 1));
        point.leftMeters = next.leftMeters + length * stretch;
        meters += length;
    }
    if (!slow.empty() && meters > 0.0)
        m_seconds *= m_points.front().leftMeters / meters;
}

Leg::Leg(const QGeoCoordinate &from, const QGeoCoordinate &to, Vehicle::Kind vehicle)
    : Leg({from, to}, crowSeconds(from, to, vehicle))
{
}

Leg::Point Leg::onPlane(const QGeoCoordinate &where) const
{
    const double eastScale = std::cos(m_end.latitude() * std::numbers::pi / 180.0);
    return {.xMeters = (where.longitude() - m_end.longitude()) * metersPerDegree * eastScale,
            .yMeters = (where.latitude() - m_end.latitude()) * metersPerDegree};
}

std::optional<double> Leg::secondsLeft(const QGeoCoordinate &where) const
{
    if (m_points.size() < 2 || m_points.front().leftMeters <= 0.0)
        return std::nullopt;

    const auto here = onPlane(where);
    double bestSquared = std::numeric_limits<double>::max();
    double bestLeft = 0.0;
    for (std::size_t i = 1; i < m_points.size(); ++i) {
        const auto &a = m_points[i - 1];
        const auto &b = m_points[i];
        const double dx = b.xMeters - a.xMeters;
        const double dy = b.yMeters - a.yMeters;
        const double lengthSquared = dx * dx + dy * dy;
        const double along = lengthSquared == 0.0
            ? 0.0
            : std::clamp(((here.xMeters - a.xMeters) * dx + (here.yMeters - a.yMeters) * dy) / lengthSquared, 0.0, 1.0);
        const double offX = here.xMeters - (a.xMeters + along * dx);
        const double offY = here.yMeters - (a.yMeters + along * dy);
        const double squared = offX * offX + offY * offY;
        if (squared < bestSquared) {
            bestSquared = squared;
            bestLeft = a.leftMeters + along * (b.leftMeters - a.leftMeters);
        }
    }
    if (bestSquared > offRoadMeters * offRoadMeters)
        return std::nullopt;
    return m_seconds * bestLeft / m_points.front().leftMeters;
}

} // namespace Doorstep::Watch
