// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
// Where MapView looks; how it is made is in mapview.cpp.
#include "widgets/map/cameramotion.h"
#include "widgets/map/hittest.h"
#include "widgets/map/mapoverlay.h"
#include "widgets/map/mapview.h"

#include <QTimer>

namespace Doorstep {

namespace {
constexpr double fitMargin = 64.0;
constexpr double nearestFit = 16.0;
constexpr double hiddenEdge = 40.0; // pixels: what is nearer to it is hardly seen, or under a button
} // namespace

MapCamera MapView::camera() const
{
    return m_motion->camera();
}

void MapView::setCamera(const MapCamera &camera)
{
    m_motion->jumpTo(camera);
}

void MapView::flyTo(const MapCamera &camera)
{
    m_motion->flyTo(camera);
}

void MapView::setAnimated(bool animated)
{
    m_motion->setAnimated(animated);
}

// A dock that was never shown has no size yet: what was asked for then is done when it has one.
void MapView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    const auto places = std::exchange(m_fitWhenShown, {});
    QTimer::singleShot(0, this, [this, places] { fit(places); });
}

void MapView::fit(const QList<QGeoCoordinate> &places)
{
    if (!isVisible()) {
        m_fitWhenShown = places;
        return;
    }
    auto fitting = cameraFitting(places, size(), fitMargin, nearestFit);
    if (fitting) {
        fitting->bearing = 0.0;
        m_motion->flyTo(*fitting);
    }
}

void MapView::fit(const MapSelection &selection)
{
    fit(placesOf(m_overlay->scene(), selection));
}

void MapView::fitSelection()
{
    const auto &selection = m_overlay->scene().selection();
    if (selection.isEmpty())
        fitAll();
    else
        fit(selection);
}

void MapView::reveal(const QGeoCoordinate &place)
{
    const auto point = toWorld(place);
    if (!point || !isVisible() || m_followed.isValid() || m_isPicking || m_isSketching)
        return;
    if (QRectF(rect())
            .adjusted(hiddenEdge, hiddenEdge, -hiddenEdge, -hiddenEdge)
            .contains(m_motion->projection().toScreen(*point)))
        return;
    auto camera = m_motion->camera();
    camera.centre = place;
    m_motion->flyTo(camera);
}

void MapView::fitAll()
{
    QList<QGeoCoordinate> places;
    for (const auto &stop : m_overlay->scene().stops())
        places.append(stop.where);
    for (const auto &driver : m_overlay->scene().drivers())
        places.append(driver.where);
    for (const auto &depot : m_overlay->scene().depots())
        places.append(depot.marker.where);
    fit(places);
}

void MapView::followDriver(const DriverId &driver)
{
    if (driver == m_followed)
        return;
    m_followed = driver;
    follow();
    Q_EMIT followedDriverChanged(driver);
}

void MapView::follow()
{
    if (!m_followed.isValid())
        return;
    for (const auto &driver : m_overlay->scene().drivers()) {
        if (driver.id != m_followed)
            continue;
        auto camera = m_motion->camera();
        camera.centre = driver.where;
        m_motion->flyTo(camera);
    }
}

} // namespace Doorstep
