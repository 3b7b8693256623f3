// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/map/scenemeshes.h"

#include <algorithm>
#include <cmath>

namespace Doorstep {

namespace {
constexpr double openWidth = 4.0;
constexpr double doneWidth = 2.0;
constexpr double doneOpacity = 0.38;

/// \a line without the points that make no difference of half a pixel. Zoomed out, that is most of them: the roads of
/// ten thousand routes would otherwise be a mesh of a hundred megabytes.
std::vector<QPointF> simplified(const std::vector<QPointF> &line)
{
    constexpr double tolerance = 0.5;
    if (line.size() < 3)
        return line;
    std::vector<QPointF> kept{line.front()};
    QPointF direction; // from the last kept point; null while nothing is far enough from it
    auto last = line.front();
    double lastAlong = 0.0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        auto way = line[i] - kept.back();
        if (!direction.isNull()) {
            const auto along = QPointF::dotProduct(way, direction);
            const auto beside = std::abs(way.x() * direction.y() - way.y() * direction.x());
            // A road that turns back is not straight, even when it does so on the same line.
            if (beside <= tolerance && along >= lastAlong) {
                last = line[i];
                lastAlong = along;
                continue;
            }
            kept.push_back(last);
            way = line[i] - last;
        }
        const auto length = std::hypot(way.x(), way.y());
        direction = length < tolerance ? QPointF() : way / length;
        last = line[i];
        lastAlong = length;
    }
    kept.push_back(last);
    return kept;
}

std::vector<QPointF> onScreen(const std::vector<WorldPoint> &points, const MapProjection &projection)
{
    std::vector<QPointF> pixels;
    pixels.reserve(points.size());
    for (const auto &point : points)
        pixels.push_back(projection.toScreen(point));
    return pixels;
}

QColor withOpacity(QColor colour, double opacity)
{
    colour.setAlphaF(float(opacity));
    return colour;
}

void meshClosures(LineMesh &mesh, const ProjectedScene &scene, const MeshFrame &frame)
{
    const auto visible = frame.visible();
    for (const auto &closure : scene.closures()) {
        if (closure.outline.size() < 2)
            continue;
        auto pixels = onScreen(closure.outline, frame.projection);
        if (closure.isRoad) {
            mesh.addPolyline(pixels, 7.0, withOpacity(frame.palette.bad, 0.35), visible);
            mesh.addDots(pixels, 2.0, 9.0, frame.palette.bad, visible);
            continue;
        }
        mesh.addHatching(pixels, 1.6, 8.0, withOpacity(frame.palette.bad, 0.5), visible);
        pixels.push_back(pixels.front());
        mesh.addPolyline(pixels, 2.0, frame.palette.bad, visible);
    }
}

/// Wide routes hide the city when it is small.
double widthAt(double zoom, double width)
{
    return zoom >= clusteringEndsAtZoom ? width : std::max(width - 0.7 * (clusteringEndsAtZoom - zoom), 1.2);
}
void meshRoutes(LineMesh &mesh, const ProjectedScene &scene, const MeshFrame &frame)
{
    const auto visible = frame.visible();
    for (const auto &line : scene.lines()) {
        const auto strength = scene.isInFocus(line.id) ? 1.0 : fadedOpacity;
        mesh.addPolyline(simplified(onScreen(line.done, frame.projection)), widthAt(frame.zoom, doneWidth),
                         withOpacity(frame.palette.route(line.colour), doneOpacity * strength), visible);
    }
    for (const auto inFocus : {false, true}) {
        for (const auto &line : scene.lines()) {
            if (scene.isInFocus(line.id) != inFocus)
                continue;
            const auto colour = withOpacity(frame.palette.route(line.colour), inFocus ? 0.9 : 0.9 * fadedOpacity);
            mesh.addPolyline(simplified(onScreen(line.open, frame.projection)),
                             widthAt(frame.zoom, inFocus ? openWidth : openWidth - 1.0), colour, visible);
        }
    }
}
} // namespace

void meshLines(LineMesh &mesh, const ProjectedScene &scene, const MeshFrame &frame)
{
    const auto visible = frame.visible();
    if (scene.shows(MapLayer::Closures))
        meshClosures(mesh, scene, frame);
    if (scene.shows(MapLayer::Routes))
        meshRoutes(mesh, scene, frame);
    if (scene.shows(MapLayer::Trail))
        mesh.addDots(onScreen(scene.trail(), frame.projection), 1.7, 7.0, frame.palette.accent, visible);
}

} // namespace Doorstep
