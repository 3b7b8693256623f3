// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/map/linemesh.h"
#include "widgets/map/projectedscene.h"
#include "widgets/map/spritemesh.h"

namespace Doorstep {

/// What turns a scene into meshes needs to know. Positions come out in logical pixels of `projection`'s picture; what
/// is further than `margin` pixels outside of it is left out, so that panning less than that needs no new mesh.
struct MeshFrame
{
    MapProjection projection;
    double zoom = 0.0;
    double margin = 0.0;
    MapPalette palette;

    [[nodiscard]] QRectF visible() const
    {
        return QRectF(QPointF(), projection.size()).adjusted(-margin, -margin, margin, margin);
    }
};

/// Two meshes of one kind of marker: what is not in focus is drawn paler, below.
struct FocusMeshes
{
    SpriteMesh faded;
    SpriteMesh strong;

    void clear()
    {
        faded.clear();
        strong.clear();
    }
};

/// How strong what is not in focus is drawn.
inline constexpr double fadedOpacity = 0.48;

/// Closures, routes and the trail.
void meshLines(LineMesh &mesh, const ProjectedScene &scene, const MeshFrame &frame);
/// Depots and stops, or clusters of stops below zoom 12.
void meshStops(FocusMeshes &meshes, const ProjectedScene &scene, const MeshFrame &frame, MarkerAtlas &atlas);
/// Drivers, where they have glided to at \a glideNow, with the age of their fix at \a now.
void meshDrivers(FocusMeshes &meshes, const ProjectedScene &scene, const MeshFrame &frame, MarkerAtlas &atlas,
                 DriverGlides::Time glideNow, const QDateTime &now);

/// How large the disc of a cluster of \a count stops is, in pixels.
[[nodiscard]] int clusterRadius(int count);

} // namespace Doorstep
