// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QGeoCoordinate>
#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <optional>

namespace Doorstep {

/// A place on the square web-Mercator world: x grows east and y south, both 0 to 1. Double, so that a millimetre
/// survives.
struct WorldPoint
{
    double x = 0.5;
    double y = 0.5;

    bool operator==(const WorldPoint &) const = default;
};

/// Nothing for an invalid coordinate. Latitudes beyond ±85.0511° are clamped to the edge of the square.
[[nodiscard]] std::optional<WorldPoint> toWorld(const QGeoCoordinate &where);
[[nodiscard]] QGeoCoordinate toCoordinate(WorldPoint point);

/// Where a person looks at. Zoom 0 shows the world in 256 logical pixels, each step doubles.
struct MapCamera
{
    QGeoCoordinate centre{-34.8941, -56.1650};
    double zoom = 13.0;
    double bearing = 0.0; ///< Degrees clockwise from north that are up.

    bool operator==(const MapCamera &) const = default;
};

/// A camera and the size of what it fills, in logical pixels: turns places into pixels and back.
///
/// Cheap to copy; any thread. Places appear at the copy of the world that is nearest to the centre.
class MapProjection
{
public:
    MapProjection() = default;
    MapProjection(const MapCamera &camera, QSizeF size);

    [[nodiscard]] QPointF toScreen(WorldPoint point) const;
    [[nodiscard]] WorldPoint fromScreen(QPointF pixel) const; ///< x may lie outside 0 to 1 beyond the antimeridian.
    [[nodiscard]] WorldPoint centre() const { return m_centre; }
    [[nodiscard]] double pixelsPerWorld() const { return m_scale; }
    [[nodiscard]] QSizeF size() const { return m_size; }
    /// The same camera for a larger picture around the same centre.
    [[nodiscard]] MapProjection grown(double pixels) const;
    /// Smallest upright world rectangle that holds the whole picture; x may lie outside 0 to 1.
    [[nodiscard]] QRectF worldBounds() const;
    [[nodiscard]] double metersPerPixel() const;

private:
    WorldPoint m_centre;
    double m_scale = 256.0;
    double m_cos = 1.0;
    double m_sin = 0.0;
    QSizeF m_size;
};

/// \a x moved by whole worlds to be within half a world of \a near.
[[nodiscard]] double nearestCopy(double x, double near);

/// The camera that shows all of \a places inside \a size less \a margin pixels on each side, not nearer than \a
/// maximumZoom. Nothing when no place is valid.
[[nodiscard]] std::optional<MapCamera> cameraFitting(const QList<QGeoCoordinate> &places, QSizeF size, double margin,
                                                     double maximumZoom);

} // namespace Doorstep
