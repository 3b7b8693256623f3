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

/// Closed, slow and later differ by their hatching and their edge as well as by colour.
void meshArea(LineMesh &mesh, const ProjectedScene::Closure &closure, std::vector<QPointF> outline,
              const MeshFrame &frame)
{
    using Look = ClosureArea::Look;
    const auto visible = frame.visible();
    const auto look = closure.marker.look;
    auto colour = frame.palette.muted;
    if (look == Look::Closed)
        colour = frame.palette.bad;
    else if (look == Look::Slow)
        colour = frame.palette.risk;
    std::vector<std::vector<QPointF>> rings;
    rings.push_back(std::move(outline));
    for (const auto &hole : closure.holes)
        rings.push_back(onScreen(hole, frame.projection));
    mesh.addHatching(rings, 1.6, look == Look::Closed ? 8.0 : 16.0, withOpacity(colour, 0.55), visible);
    for (auto &ring : rings) {
        if (ring.empty())
            continue;
        ring.push_back(ring.front());
        if (look == Look::Closed)
            mesh.addPolyline(ring, 2.5, colour, visible);
        else
            mesh.addDots(ring, 1.6, look == Look::Slow ? 6.0 : 10.0, colour, visible);
    }
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
        meshArea(mesh, closure, std::move(pixels), frame);
    }
}

/// What is being drawn: its edges, the one that closes it as dots, and its corners.
void meshSketch(LineMesh &mesh, const ProjectedScene &scene, const MeshFrame &frame)
{
    if (scene.sketch().empty())
        return;
    const auto visible = frame.visible();
    const auto pixels = onScreen(scene.sketch(), frame.projection);
    mesh.addPolyline(pixels, 3.0, frame.palette.accent, visible);
    if (pixels.size() > 2) {
        mesh.addHatching(pixels, 1.2, 10.0, withOpacity(frame.palette.accent, 0.35), visible);
        const QPointF closing[]{pixels.back(), pixels.front()};
        mesh.addDots(closing, 1.5, 8.0, frame.palette.accent, visible);
    }
    for (const auto &corner : pixels) {
        mesh.addDot(corner, 6.0, frame.palette.ring);
        mesh.addDot(corner, 4.5, frame.palette.accent);
    }
}

/// From where the driver parks to the door of what is selected.
void meshEntrances(LineMesh &mesh, const ProjectedScene &scene, const MeshFrame &frame)
{
    const auto visible = frame.visible();
    for (const auto &[entrance, where] : scene.entrances()) {
        const QPointF walk[]{frame.projection.toScreen(entrance), frame.projection.toScreen(where)};
        mesh.addPolyline(walk, 3.6, frame.palette.ring, visible);
        mesh.addPolyline(walk, 1.6, frame.palette.accent, visible);
        mesh.addDot(walk[0], 6.5, frame.palette.ring);
        mesh.addDot(walk[0], 5.0, frame.palette.accent);
        mesh.addDot(walk[0], 2.2, frame.palette.ring);
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
    meshSketch(mesh, scene, frame);
    if (frame.zoom >= clusteringEndsAtZoom)
        meshEntrances(mesh, scene, frame);
    if (scene.shows(MapLayer::Trail))
        mesh.addDots(onScreen(scene.trail(), frame.projection), 1.7, 7.0, frame.palette.accent, visible);
}

} // namespace Doorstep
