// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/map/scenemeshes.h"

#include <algorithm>
#include <cmath>

namespace Doorstep {

namespace {
using Kind = MarkerAtlas::Kind;
using Shape = StopMarker::Shape;

constexpr double boxSpacing = 15.0; // nearer boxes would hide each other's numbers

/// Which places already have a numbered box. Cells are as large as the least spacing, so nine of them tell.
class Occupied
{
public:
    explicit Occupied(const QRectF &visible)
        : m_origin(visible.topLeft())
        , m_columns(int(visible.width() / boxSpacing) + 3)
        , m_rows(int(visible.height() / boxSpacing) + 3)
        , m_boxes(size_t(m_columns * m_rows), QPointF(-1e9, -1e9))
    {
    }

    bool take(QPointF at)
    {
        const auto x = int((at.x() - m_origin.x()) / boxSpacing) + 1;
        const auto y = int((at.y() - m_origin.y()) / boxSpacing) + 1;
        if (x < 1 || y < 1 || x + 1 >= m_columns || y + 1 >= m_rows)
            return false;
        for (auto row = y - 1; row <= y + 1; ++row)
            for (auto column = x - 1; column <= x + 1; ++column) {
                const auto apart = boxAt(column, row) - at;
                if (std::max(std::abs(apart.x()), std::abs(apart.y())) < boxSpacing)
                    return false;
            }
        boxAt(x, y) = at;
        return true;
    }

private:
    QPointF &boxAt(int column, int row) { return m_boxes[(size_t(row) * size_t(m_columns)) + size_t(column)]; }

    QPointF m_origin;
    int m_columns;
    int m_rows;
    std::vector<QPointF> m_boxes;
};

struct VisibleStop
{
    size_t index = 0;
    QPointF at;
    int rank = 0; // lower is more important: gets its number first and is drawn last
};

int rankOf(const StopMarker &stop, bool selected, bool inFocus)
{
    if (selected)
        return 0;
    if (stop.exception)
        return 1;
    const auto faded = inFocus ? 0 : 1000;
    if (stop.shape != Shape::Open)
        return 3000 + (stop.shape == Shape::Failed ? 0 : 1);
    return stop.next ? 2 + faded : 3 + faded + std::clamp(stop.number, 0, 900);
}

std::vector<VisibleStop> visibleStops(const ProjectedScene &scene, const MeshFrame &frame)
{
    std::vector<VisibleStop> found;
    const auto visible = frame.visible();
    scene.stopGrid().visit(frame.projection.grown(frame.margin).worldBounds(), [&](size_t index) {
        const auto at = frame.projection.toScreen(scene.stopPlaces()[index]);
        if (!visible.contains(at))
            return;
        const auto &stop = scene.stops().at(qsizetype(index));
        if (!scene.shows(stop))
            return;
        found.push_back({.index = index,
                         .at = at,
                         .rank = rankOf(stop, scene.selection().stops.contains(stop.id), scene.isInFocus(stop.route))});
    });
    std::ranges::sort(found, [](const VisibleStop &a, const VisibleStop &b) {
        return std::pair(a.rank, a.index) < std::pair(b.rank, b.index);
    });
    return found;
}

Kind doneKind(Shape shape)
{
    if (shape == Shape::Delivered)
        return Kind::Delivered;
    return shape == Shape::Failed ? Kind::Failed : Kind::Cancelled;
}

/// Draws one stop.
class StopPen
{
public:
    StopPen(SpriteMesh &mesh, const MeshFrame &frame, MarkerAtlas &atlas)
        : m_mesh(mesh)
        , m_frame(frame)
        , m_atlas(atlas)
    {
    }

    void draw(const StopMarker &stop, QPointF at, bool hasRoom, bool selected)
    {
        drawStop(stop, at, hasRoom, selected);
        if (stop.waiting)
            add({.kind = Kind::WaitingBadge}, at);
    }

    void add(const MarkerAtlas::Key &key, QPointF at)
    {
        m_mesh.add(m_atlas.sprite(key), at, m_atlas.devicePixelRatio());
    }

private:
    void drawStop(const StopMarker &stop, QPointF at, bool hasRoom, bool selected)
    {
        if (selected)
            add({.kind = Kind::StopSelection}, at);
        if (stop.exception) {
            add({.kind = Kind::Exception}, at);
            return;
        }
        if (stop.shape != Shape::Open) {
            add({.kind = doneKind(stop.shape)}, at);
            return;
        }
        const auto colour = m_frame.palette.route(stop.colour).rgba();
        if (hasRoom && stop.number > 0) {
            add({.kind = Kind::StopBox, .colour = colour, .value = stop.number}, at);
        } else {
            add({.kind = Kind::StopPlain, .colour = colour}, at);
        }
        if (stop.outlook == Forecast::State::AtRisk)
            add({.kind = Kind::AtRiskBadge}, at);
        else if (stop.outlook == Forecast::State::Late)
            add({.kind = Kind::LateBadge}, at);
    }

    SpriteMesh &m_mesh;
    const MeshFrame &m_frame;
    MarkerAtlas &m_atlas;
};

void meshClusters(FocusMeshes &meshes, const ProjectedScene &scene, const MeshFrame &frame, MarkerAtlas &atlas)
{
    const auto visible = frame.visible();
    StopPen pen(meshes.strong, frame, atlas);
    for (const auto &cluster : scene.clusters(int(std::floor(frame.zoom)))) {
        const auto at = frame.projection.toScreen(cluster.centre);
        if (!visible.contains(at))
            continue;
        if (cluster.count == 1) {
            const auto &stop = scene.stops().at(qsizetype(cluster.first));
            pen.draw(stop, at, true, scene.selection().stops.contains(stop.id));
            continue;
        }
        const auto colour = frame.palette.status(cluster.worst).rgba();
        const auto radius = clusterRadius(cluster.count);
        pen.add({.kind = Kind::Cluster, .colour = colour, .value = radius}, at);
        pen.add({.kind = Kind::ClusterCount, .value = cluster.count}, at);
        const auto corner = at + QPointF(radius - 11.0, 11.0 - radius);
        if (cluster.worst == Forecast::State::AtRisk)
            pen.add({.kind = Kind::AtRiskBadge}, corner);
        else if (cluster.worst == Forecast::State::Late)
            pen.add({.kind = Kind::LateBadge}, corner);
    }
}
} // namespace

int clusterRadius(int count)
{
    return 13 + 3 * (int(std::to_string(count).size()) - 1);
}

void meshStops(FocusMeshes &meshes, const ProjectedScene &scene, const MeshFrame &frame, MarkerAtlas &atlas)
{
    StopPen strong(meshes.strong, frame, atlas);
    for (const auto &depot : scene.depots())
        strong.add({.kind = Kind::Depot}, frame.projection.toScreen(depot.where));
    if (frame.zoom < clusteringEndsAtZoom) {
        if (scene.shows(MapLayer::OpenStops))
            meshClusters(meshes, scene, frame, atlas);
        return;
    }

    const auto stops = visibleStops(scene, frame);
    Occupied occupied(frame.visible());
    std::vector<bool> hasRoom;
    hasRoom.reserve(stops.size());
    for (const auto &visible : stops) {
        const auto &stop = scene.stops().at(qsizetype(visible.index));
        const auto wantsBox = stop.exception || stop.shape == Shape::Open;
        hasRoom.push_back(wantsBox && (occupied.take(visible.at) || visible.rank == 0));
    }
    StopPen faded(meshes.faded, frame, atlas);
    for (auto i = stops.size(); i-- > 0;) {
        const auto &stop = scene.stops().at(qsizetype(stops[i].index));
        auto &pen = scene.isInFocus(stop.route) ? strong : faded;
        pen.draw(stop, stops[i].at, hasRoom[i], stops[i].rank == 0);
    }
}

} // namespace Doorstep
