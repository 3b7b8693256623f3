// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/map/mercator.h"

#include <QList>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace Doorstep {

namespace {
constexpr double maximumLatitude = 85.05112877980659;
constexpr double tileSize = 256.0;
constexpr double earthCircumferenceMeters = 40075016.686;

double toRadians(double degrees)
{
    return degrees * std::numbers::pi / 180.0;
}
} // namespace

std::optional<WorldPoint> toWorld(const QGeoCoordinate &where)
{
    if (!where.isValid())
        return {};
    const auto sine = std::sin(toRadians(std::clamp(where.latitude(), -maximumLatitude, maximumLatitude)));
    return WorldPoint{.x = (where.longitude() + 180.0) / 360.0,
                      .y = 0.5 - std::log((1.0 + sine) / (1.0 - sine)) / (4.0 * std::numbers::pi)};
}

QGeoCoordinate toCoordinate(WorldPoint point)
{
    const auto latitude = std::atan(std::sinh(std::numbers::pi * (1.0 - 2.0 * std::clamp(point.y, 0.0, 1.0))));
    const auto wrapped = point.x - std::floor(point.x);
    return {latitude * 180.0 / std::numbers::pi, wrapped * 360.0 - 180.0};
}

double nearestCopy(double x, double near)
{
    return x - std::round(x - near);
}

MapProjection::MapProjection(const MapCamera &camera, QSizeF size)
    : m_centre(toWorld(camera.centre).value_or(WorldPoint{}))
    , m_scale(tileSize * std::exp2(camera.zoom))
    , m_cos(std::cos(toRadians(camera.bearing)))
    , m_sin(std::sin(toRadians(camera.bearing)))
    , m_size(size)
{
}

QPointF MapProjection::toScreen(WorldPoint point) const
{
    // The difference is taken in double before anything becomes a pixel.
    const auto dx = (nearestCopy(point.x, m_centre.x) - m_centre.x) * m_scale;
    const auto dy = (point.y - m_centre.y) * m_scale;
    return {m_size.width() / 2.0 + dx * m_cos + dy * m_sin, m_size.height() / 2.0 - dx * m_sin + dy * m_cos};
}

WorldPoint MapProjection::fromScreen(QPointF pixel) const
{
    const auto dx = pixel.x() - m_size.width() / 2.0;
    const auto dy = pixel.y() - m_size.height() / 2.0;
    return {.x = m_centre.x + (dx * m_cos - dy * m_sin) / m_scale,
            .y = m_centre.y + (dx * m_sin + dy * m_cos) / m_scale};
}

MapProjection MapProjection::grown(double pixels) const
{
    auto larger = *this;
    larger.m_size += QSizeF(2.0 * pixels, 2.0 * pixels);
    return larger;
}

QRectF MapProjection::worldBounds() const
{
    const auto halfWidth = (m_size.width() * std::abs(m_cos) + m_size.height() * std::abs(m_sin)) / 2.0 / m_scale;
    const auto halfHeight = (m_size.width() * std::abs(m_sin) + m_size.height() * std::abs(m_cos)) / 2.0 / m_scale;
    return {m_centre.x - halfWidth, m_centre.y - halfHeight, 2.0 * halfWidth, 2.0 * halfHeight};
}

double MapProjection::metersPerPixel() const
{
    const auto latitude = toRadians(toCoordinate(m_centre).latitude());
    return earthCircumferenceMeters * std::cos(latitude) / m_scale;
}

std::optional<MapCamera> cameraFitting(const QList<QGeoCoordinate> &places, QSizeF size, double margin,
                                       double maximumZoom)
{
    std::optional<WorldPoint> first;
    double left = 0.0;
    double right = 0.0;
    double top = 1.0;
    double bottom = 0.0;
    for (const auto &place : places) {
        const auto point = toWorld(place);
        if (!point)
            continue;
        if (!first) {
            first = point;
            left = right = point->x;
        }
        const auto x = nearestCopy(point->x, first->x); // Fiji is one place, not two ends of the world
        left = std::min(left, x);
        right = std::max(right, x);
        top = std::min(top, point->y);
        bottom = std::max(bottom, point->y);
    }
    if (!first)
        return {};

    const auto room = QSizeF(std::max(size.width() - 2.0 * margin, 32.0), std::max(size.height() - 2.0 * margin, 32.0));
    const auto zoomX = right > left ? std::log2(room.width() / (right - left) / tileSize) : maximumZoom;
    const auto zoomY = bottom > top ? std::log2(room.height() / (bottom - top) / tileSize) : maximumZoom;
    return MapCamera{.centre = toCoordinate({.x = (left + right) / 2.0, .y = (top + bottom) / 2.0}),
                     .zoom = std::clamp(std::min(zoomX, zoomY), 0.0, maximumZoom)};
}

} // namespace Doorstep
