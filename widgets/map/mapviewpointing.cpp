// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
// What MapView does with a pointer; the gestures themselves are told apart in mapgestures.cpp.
#include "widgets/map/cameramotion.h"
#include "widgets/map/hittest.h"
#include "widgets/map/hovercard.h"
#include "widgets/map/mapgestures.h"
#include "widgets/map/mapoverlay.h"
#include "widgets/map/mapview.h"

namespace Doorstep {

void MapView::connectGestures()
{
    connect(m_gestures, &MapGestures::pointed, this, &MapView::hover);
    connect(m_gestures, &MapGestures::left, m_card, &HoverCard::hide);
    connect(m_gestures, &MapGestures::clicked, this, &MapView::click);
    connect(m_gestures, &MapGestures::doubleClicked, this, &MapView::doubleClick);
    connect(m_gestures, &MapGestures::takenByHand, this, [this] { followDriver({}); });
    connect(m_gestures, &MapGestures::boxChanged, m_overlay, &MapOverlay::setRubberBand);
    connect(m_gestures, &MapGestures::boxed, this, [this](QRectF box, Qt::KeyboardModifiers modifiers) {
        auto wanted = markersIn(m_overlay->scene(), m_motion->projection(), box, m_overlay->steadyNow());
        if (modifiers.testFlag(Qt::ControlModifier)) {
            wanted.stops.unite(m_overlay->scene().selection().stops);
            wanted.drivers.unite(m_overlay->scene().selection().drivers);
        }
        Q_EMIT selectionRequested(wanted);
    });
    connect(m_gestures, &MapGestures::contextRequested, this, [this](QPointF pixel) {
        if (m_isSketching)
            return;
        MapSelection under;
        const auto hit =
            hitAt(m_overlay->scene(), m_motion->projection(), camera().zoom, pixel, m_overlay->steadyNow());
        if (const auto *driver = std::get_if<DriverId>(&hit))
            under.drivers.insert(*driver);
        else if (const auto *stop = std::get_if<StopId>(&hit))
            under.stops.insert(*stop);
        Q_EMIT contextMenuRequested(under, mapToGlobal(pixel.toPoint()));
    });
}

void MapView::setPicking(bool picking)
{
    m_isPicking = picking;
    setCursor(picking ? Qt::CrossCursor : Qt::ArrowCursor);
    if (picking) {
        m_card->hide();
        setFocus(Qt::OtherFocusReason);
    }
}

StopId MapView::stopAt(QPointF pixel) const
{
    const auto hit = hitAt(m_overlay->scene(), m_motion->projection(), camera().zoom, pixel, m_overlay->steadyNow());
    const auto *stop = std::get_if<StopId>(&hit);
    return stop == nullptr ? StopId() : *stop;
}

DriverId MapView::driverAt(QPointF pixel) const
{
    const auto hit = hitAt(m_overlay->scene(), m_motion->projection(), camera().zoom, pixel, m_overlay->steadyNow());
    const auto *driver = std::get_if<DriverId>(&hit);
    return driver == nullptr ? DriverId() : *driver;
}

RouteId MapView::routeAt(QPointF pixel) const
{
    return lineAt(m_overlay->scene(), m_motion->projection(), pixel);
}

std::optional<QPointF> MapView::pixelOf(const StopId &stop) const
{
    const auto &stops = m_overlay->scene().stops();
    const auto found = std::ranges::find(stops, stop, &StopMarker::id);
    if (found == stops.end())
        return {};
    return m_motion->projection().toScreen(m_overlay->scene().stopPlaces().at(size_t(found - stops.begin())));
}

void MapView::hover(QPointF pixel)
{
    if (m_isPicking)
        return;
    if (m_isSketching) {
        showSketch(pixel);
        return;
    }
    const auto hit = hitAt(m_overlay->scene(), m_motion->projection(), camera().zoom, pixel, m_overlay->steadyNow());
    setCursor(std::holds_alternative<std::monostate>(hit) ? Qt::ArrowCursor : Qt::PointingHandCursor);
    MapCard card;
    if (const auto *driver = std::get_if<DriverId>(&hit); driver && m_describeDriver)
        card = m_describeDriver(*driver);
    else if (const auto *stop = std::get_if<StopId>(&hit); stop && m_describeStop)
        card = m_describeStop(*stop);
    else if (const auto *cluster = std::get_if<StopCluster>(&hit))
        card = {.title = tr("%n stop(s)", "", cluster->count),
                .status = {},
                .tone = cluster->worst,
                .lines = {},
                .warning = {}};
    else if (const auto *depotId = std::get_if<DepotId>(&hit))
        for (const auto &depot : m_overlay->scene().depots())
            if (depot.marker.id == *depotId)
                card.title = depot.marker.name;
    if (const auto closure = closureAt(pixel);
        std::holds_alternative<std::monostate>(hit) && closure.isValid() && m_describeClosure)
        card = m_describeClosure(closure);
    m_card->showBeside(card, QRectF(pixel.x() - 12.0, pixel.y() - 12.0, 24.0, 24.0));
}

void MapView::click(QPointF pixel, Qt::KeyboardModifiers modifiers)
{
    if (m_isPicking) {
        setPicking(false);
        Q_EMIT picked(toCoordinate(m_motion->projection().fromScreen(pixel)));
        return;
    }
    if (m_isSketching) {
        sketchCorner(pixel);
        return;
    }
    const auto hit = hitAt(m_overlay->scene(), m_motion->projection(), camera().zoom, pixel, m_overlay->steadyNow());
    const auto adds = modifiers.testFlag(Qt::ControlModifier);
    auto wanted = adds ? m_overlay->scene().selection() : MapSelection();
    const auto toggle = [adds](auto &set, const auto &id) {
        if (!adds || !set.remove(id))
            set.insert(id);
    };
    if (const auto *cluster = std::get_if<StopCluster>(&hit)) {
        m_motion->zoomBy(2.0, m_motion->projection().toScreen(cluster->centre));
        return;
    }
    if (const auto *driver = std::get_if<DriverId>(&hit)) {
        toggle(wanted.drivers, *driver);
        Q_EMIT driverClicked(*driver);
    } else if (const auto *stop = std::get_if<StopId>(&hit)) {
        toggle(wanted.stops, *stop);
        Q_EMIT stopClicked(*stop);
    } else if (adds) {
        return; // a miss must not cost what was collected
    }
    Q_EMIT selectionRequested(wanted);
}

void MapView::doubleClick(QPointF pixel)
{
    if (m_isSketching) {
        finishSketch(); // its first click was the last corner
        return;
    }
    const auto hit = hitAt(m_overlay->scene(), m_motion->projection(), camera().zoom, pixel, m_overlay->steadyNow());
    if (const auto *driver = std::get_if<DriverId>(&hit))
        Q_EMIT driverActivated(*driver);
    else if (const auto *stop = std::get_if<StopId>(&hit))
        Q_EMIT stopActivated(*stop);
    else if (const auto closure = closureAt(pixel); std::holds_alternative<std::monostate>(hit) && closure.isValid())
        Q_EMIT closureActivated(closure);
    else
        m_motion->zoomBy(1.0, pixel);
}

} // namespace Doorstep
