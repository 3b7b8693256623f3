// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/map/scenemeshes.h"

#include <algorithm>
#include <cmath>

namespace Doorstep {

namespace {
using Kind = MarkerAtlas::Kind;

constexpr int freshest = 5;
constexpr double fadesOverSeconds = 180.0;

/// 5 for a fix of this moment down to 0 after three minutes, or when nobody knows.
int freshness(const QDateTime &seenAt, const QDateTime &now)
{
    if (!seenAt.isValid())
        return 0;
    const auto age = double(seenAt.msecsTo(now)) / 1000.0;
    return int(std::ceil(freshest * std::clamp(1.0 - age / fadesOverSeconds, 0.0, 1.0)));
}

/// Draws one driver.
class DriverPen
{
public:
    DriverPen(FocusMeshes &meshes, const MeshFrame &frame, MarkerAtlas &atlas)
        : m_meshes(meshes)
        , m_frame(frame)
        , m_atlas(atlas)
    {
    }

    /// \a fresh: as freshness() says.
    void drawStrong(const DriverMarker &driver, QPointF at, bool isSelected, int fresh)
    {
        const bool isSilent = driver.state == Forecast::State::Silent;
        const auto colour = m_frame.palette.status(driver.state).rgba();
        if (fresh > 0 && !isSilent)
            add({.kind = Kind::DriverHalo, .colour = colour, .value = fresh}, at);
        if (isSelected)
            add({.kind = Kind::DriverSelection}, at);
        if (const auto &heading = driver.headingDegrees; heading && std::isfinite(*heading) && !isSilent) {
            const auto step = (int(std::lround(*heading / 5.0)) % 72 + 72) % 72;
            add({.kind = Kind::DriverWedge, .colour = colour, .value = step}, at);
        }
        add({.kind = Kind::DriverDisc, .colour = colour, .value = isSilent ? 1 : 0}, at);
        add({.kind = Kind::Initials, .text = driver.initials}, at);
        if (driver.mocked)
            add({.kind = Kind::MockedBadge}, at);
        // The badge sits at the upper right of stops, the lower right of drivers.
        const auto below = at + QPointF(1.0, 16.0);
        if (driver.state == Forecast::State::AtRisk)
            add({.kind = Kind::AtRiskBadge}, below);
        else if (driver.state == Forecast::State::Late)
            add({.kind = Kind::LateBadge}, below);
    }

    void drawPale(const DriverMarker &driver, QPointF at)
    {
        const bool isSilent = driver.state == Forecast::State::Silent;
        m_meshes.faded.add(m_atlas.sprite({.kind = Kind::DriverPale,
                                           .colour = m_frame.palette.status(driver.state).rgba(),
                                           .value = isSilent ? 1 : 0,
                                           .text = driver.initials}),
                           at, m_atlas.devicePixelRatio());
    }

private:
    void add(const MarkerAtlas::Key &key, QPointF at)
    {
        m_meshes.strong.add(m_atlas.sprite(key), at, m_atlas.devicePixelRatio());
    }

    FocusMeshes &m_meshes;
    const MeshFrame &m_frame;
    MarkerAtlas &m_atlas;
};

} // namespace

void meshDrivers(FocusMeshes &meshes, const ProjectedScene &scene, const MeshFrame &frame, MarkerAtlas &atlas,
                 DriverGlides::Time glideNow, const QDateTime &now)
{
    if (!scene.shows(MapLayer::Drivers))
        return;
    const auto visible = frame.visible();
    DriverPen pen(meshes, frame, atlas);
    // Two passes, so that the selected driver lies on top of a crowd.
    for (const auto selected : {false, true}) {
        for (const auto &driver : scene.drivers()) {
            if (scene.selection().drivers.contains(driver.id) != selected)
                continue;
            const auto at = frame.projection.toScreen(scene.driverPlace(driver, glideNow));
            if (!visible.contains(at))
                continue;
            if (selected || scene.isInFocus(driver.route))
                pen.drawStrong(driver, at, selected, freshness(driver.seenAt, now));
            else
                pen.drawPale(driver, at);
        }
    }
}

} // namespace Doorstep
