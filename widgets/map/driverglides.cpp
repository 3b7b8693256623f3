// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/map/driverglides.h"

#include <algorithm>
#include <cmath>

using namespace std::chrono_literals;

namespace Doorstep {

namespace {
constexpr auto longestGlide = 1500ms;
constexpr auto longestSilence = 30s;
constexpr double furthestGlideMeters = 1500.0;

double meters(WorldPoint a, WorldPoint b)
{
    return toCoordinate(a).distanceTo(toCoordinate(b));
}
} // namespace

void DriverGlides::moveTo(const DriverId &driver, WorldPoint where, Time now)
{
    const auto found = m_glides.find(driver);
    if (found == m_glides.end()) {
        m_glides.insert(driver, {.from = where, .to = where, .start = now, .duration = 0ms});
        return;
    }
    if (found->to == where)
        return;
    const auto from = at(*found, now);
    const auto since = now - found->start;
    const auto jumps = since < 0ms || since > longestSilence || meters(from, where) > furthestGlideMeters;
    *found = {.from = jumps ? where : from,
              .to = where,
              .start = now,
              .duration = jumps ? 0ms : std::min<Time>(since, longestGlide)};
}

void DriverGlides::keepOnly(const QSet<DriverId> &drivers)
{
    m_glides.removeIf([&drivers](const auto &glide) { return !drivers.contains(glide.key()); });
}

std::optional<WorldPoint> DriverGlides::at(const DriverId &driver, Time now) const
{
    const auto found = m_glides.constFind(driver);
    if (found == m_glides.cend())
        return {};
    return at(*found, now);
}

WorldPoint DriverGlides::at(const Glide &glide, Time now)
{
    const auto elapsed = now - glide.start;
    if (glide.duration <= 0ms || elapsed >= glide.duration)
        return glide.to;
    const auto share = std::max(double(elapsed.count()) / double(glide.duration.count()), 0.0);
    const auto from = nearestCopy(glide.from.x, glide.to.x); // the short way over the antimeridian
    return {.x = from + (glide.to.x - from) * share, .y = glide.from.y + (glide.to.y - glide.from.y) * share};
}

bool DriverGlides::isMoving(Time now) const
{
    return std::ranges::any_of(
        m_glides, [now](const Glide &glide) { return now - glide.start < glide.duration && glide.from != glide.to; });
}

} // namespace Doorstep
