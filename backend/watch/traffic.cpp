// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/watch/traffic.h"

#include <array>
#include <cmath>

namespace Doorstep::Watch {
namespace {

// One factor for the start of each hour, joined by straight lines.
constexpr std::array byHour{0.95, 0.95, 0.95, 0.95, 0.95, 0.97, 1.02, 1.15, 1.28, 1.22, 1.12, 1.12,
                            1.16, 1.16, 1.12, 1.12, 1.18, 1.30, 1.35, 1.22, 1.10, 1.04, 1.00, 0.97};

} // namespace

double trafficFactor(double hour)
{
    const double wrapped = hour - std::floor(hour / 24.0) * 24.0;
    const auto from = static_cast<std::size_t>(wrapped) % byHour.size();
    const double part = wrapped - std::floor(wrapped);
    return byHour.at(from) * (1.0 - part) + byHour.at((from + 1) % byHour.size()) * part;
}

} // namespace Doorstep::Watch
