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
} // namespace

void meshDrivers(FocusMeshes &meshes, const ProjectedScene &scene, const MeshFrame &frame, MarkerAtlas &atlas,
                 DriverGlides::Time glideNow, const QDateTime &now)
{
    if (!scene.shows(MapLayer::Drivers))
        return;
    const auto visible = frame.visible();
    const auto meshOne = [&](const DriverMarker &driver, QPointF at) {
        const auto add = [&](const MarkerAtlas::Key &key) {
            meshes.strong.add(atlas.sprite(key), at, atlas.devicePixelRatio());
        };
        const auto isSilent = driver.state == Forecast::State::Silent;
        const auto colour = frame.palette.status(driver.state).rgba();
        if (const auto fresh = isSilent ? 0 : freshness(driver.seenAt, now); fresh > 0)
            add({.kind = Kind::DriverHalo, .colour = colour, .value = fresh});
        if (scene.selection().drivers.contains(driver.id))
            add({.kind = Kind::DriverSelection});
        if (driver.headingDegrees && std::isfinite(*driver.headingDegrees) && !isSilent) {
            const auto step = (int(std::lround(*driver.headingDegrees / 5.0)) % 72 + 72) % 72;
            add({.kind = Kind::DriverWedge, .colour = colour, .value = step});
        }
        add({.kind = Kind::DriverDisc, .colour = colour, .value = isSilent ? 1 : 0});
        add({.kind = Kind::Initials, .text = driver.initials});
        if (driver.mocked)
            add({.kind = Kind::MockedBadge});
        const auto below =
            at + QPointF(1.0, 16.0); // the badge sits at the upper right of stops, the lower right of drivers
        if (driver.state == Forecast::State::AtRisk)
            meshes.strong.add(atlas.sprite({.kind = Kind::AtRiskBadge}), below, atlas.devicePixelRatio());
        else if (driver.state == Forecast::State::Late)
            meshes.strong.add(atlas.sprite({.kind = Kind::LateBadge}), below, atlas.devicePixelRatio());
    };

    const auto meshPale = [&](const DriverMarker &driver, QPointF at) {
        const auto colour = frame.palette.status(driver.state).rgba();
        meshes.faded.add(atlas.sprite({.kind = Kind::DriverPale,
                                       .colour = colour,
                                       .value = driver.state == Forecast::State::Silent ? 1 : 0,
                                       .text = driver.initials}),
                         at, atlas.devicePixelRatio());
    };

    // Two passes, so that the selected driver lies on top of a crowd.
    for (const auto selected : {false, true}) {
        for (const auto &driver : scene.drivers()) {
            if (scene.selection().drivers.contains(driver.id) != selected)
                continue;
            const auto at = frame.projection.toScreen(scene.driverPlace(driver, glideNow));
            if (!visible.contains(at))
                continue;
            if (selected || scene.isInFocus(driver.route))
                meshOne(driver, at);
            else
                meshPale(driver, at);
        }
    }
}

} // namespace Doorstep
