// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
// How a MapView lets a person draw an area, corner by corner, and what it knows of the areas that are there.
#include "widgets/map/cameramotion.h"
#include "widgets/map/closurelabels.h"
#include "widgets/map/hovercard.h"
#include "widgets/map/mapoverlay.h"
#include "widgets/map/mapview.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineF>

namespace Doorstep {
namespace {

constexpr qsizetype mostCorners = 500; // nobody clicks more
constexpr double closesWithinPixels = 9.0;

bool isInside(const std::vector<QPointF> &ring, QPointF at)
{
    bool inside = false;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto &a = ring[i];
        const auto &b = ring[(i + 1) % ring.size()];
        if ((a.y() > at.y()) != (b.y() > at.y())
            && at.x() < a.x() + (at.y() - a.y()) / (b.y() - a.y()) * (b.x() - a.x()))
            inside = !inside;
    }
    return inside;
}

} // namespace

void MapView::setClosures(const QList<ClosureArea> &closures)
{
    m_overlay->setClosures(closures);
    m_closureLabels->setClosures(closures);
    m_closureLabels->place(m_motion->projection());
}

ClosureId MapView::closureAt(QPointF pixel) const
{
    if (!m_layers.testFlag(MapLayer::Closures))
        return {};
    const auto projection = m_motion->projection();
    const auto pixels = [&projection](const std::vector<WorldPoint> &ring) {
        std::vector<QPointF> points;
        points.reserve(ring.size());
        for (const auto &point : ring)
            points.push_back(projection.toScreen(point));
        return points;
    };
    for (const auto &closure : m_overlay->scene().closures()) {
        bool inside = isInside(pixels(closure.outline), pixel);
        for (const auto &hole : closure.holes)
            inside = inside != isInside(pixels(hole), pixel);
        if (inside)
            return closure.marker.id;
    }
    return {};
}

void MapView::setSketching(bool sketching)
{
    m_isSketching = sketching;
    m_sketch.clear();
    showSketch();
    setCursor(sketching ? Qt::CrossCursor : Qt::ArrowCursor);
    m_hint->setVisible(sketching);
    if (!sketching)
        return;
    m_card->hide();
    arrange();
    setFocus(Qt::OtherFocusReason);
}

void MapView::showSketch(std::optional<QPointF> pointer)
{
    auto corners = m_sketch;
    if (pointer && !m_sketch.isEmpty())
        corners.append(toCoordinate(m_motion->projection().fromScreen(*pointer)));
    m_overlay->setSketch(corners);
}

void MapView::sketchCorner(QPointF pixel)
{
    if (m_sketch.size() > 2) {
        const auto first = toWorld(m_sketch.constFirst());
        if (first && QLineF(m_motion->projection().toScreen(*first), pixel).length() <= closesWithinPixels) {
            finishSketch();
            return;
        }
    }
    if (m_sketch.size() < mostCorners)
        m_sketch.append(toCoordinate(m_motion->projection().fromScreen(pixel)));
    showSketch();
}

void MapView::finishSketch()
{
    if (m_sketch.size() < 3)
        return; // not an area yet
    const auto corners = m_sketch;
    setSketching(false);
    Q_EMIT sketched(corners);
}

bool MapView::isSketchKey(int key) const
{
    return m_isSketching
        && (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape || key == Qt::Key_Backspace
            || key == Qt::Key_Delete);
}

void MapView::sketchKey(int key)
{
    switch (key) {
    case Qt::Key_Escape:
        setSketching(false);
        Q_EMIT sketchGivenUp();
        return;
    case Qt::Key_Backspace:
    case Qt::Key_Delete:
        if (!m_sketch.isEmpty())
            m_sketch.removeLast();
        showSketch();
        return;
    default:
        finishSketch();
    }
}

} // namespace Doorstep
