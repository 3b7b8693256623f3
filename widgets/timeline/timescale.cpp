// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/timeline/timescale.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace std::chrono_literals;

namespace Doorstep {

namespace {

constexpr std::chrono::seconds shortest = 20min;
constexpr std::chrono::seconds longest = 24h;

} // namespace

double TimeScale::x(const QDateTime &at) const
{
    return static_cast<double>(from.msecsTo(at)) / 1000.0 / static_cast<double>(span.count()) * width;
}

QDateTime TimeScale::at(double x) const
{
    return from.addMSecs(std::llround(x / width * static_cast<double>(span.count()) * 1000.0));
}

TimeScale TimeScale::zoomed(double factor, double x) const
{
    const auto wanted = std::chrono::seconds(std::llround(static_cast<double>(span.count()) * factor));
    TimeScale scale = *this;
    scale.span = std::clamp(wanted, shortest, longest);
    const auto held = at(x);
    scale.from = held.addMSecs(-std::llround(x / width * static_cast<double>(scale.span.count()) * 1000.0));
    return scale;
}

TimeScale TimeScale::moved(double pixels) const
{
    TimeScale scale = *this;
    scale.from = at(pixels);
    return scale;
}

std::chrono::minutes TimeScale::labelStep(double pixels) const
{
    constexpr std::array steps{5min, 10min, 15min, 30min, 60min, 120min, 180min};
    const auto fits = [&](std::chrono::minutes step) {
        return static_cast<double>(std::chrono::seconds(step).count()) / static_cast<double>(span.count()) * width
            >= pixels;
    };
    const auto found = std::ranges::find_if(steps, fits);
    return found == steps.end() ? steps.back() : *found;
}

} // namespace Doorstep
