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

// How much of that each kind of road has. Vans spend 17, 36 and 48 % of their driving on the three kinds (bench_eta
// prints it), and over those the mean is the whole city's.
constexpr ByRoadKind strengths{1.7, 1.2, 0.61, 1.0};

} // namespace

double trafficFactor(double hour)
{
    const double wrapped = hour - std::floor(hour / 24.0) * 24.0;
    const auto from = static_cast<std::size_t>(wrapped) % byHour.size();
    const double part = wrapped - std::floor(wrapped);
    return byHour.at(from) * (1.0 - part) + byHour.at((from + 1) % byHour.size()) * part;
}

ByRoadKind trafficFactors(double hour)
{
    const double more = trafficFactor(hour) - 1.0;
    ByRoadKind factors{};
    for (std::size_t kind = 0; kind < roadKindCount; ++kind)
        factors[kind] = 1.0 + more * strengths[kind];
    return factors;
}

} // namespace Doorstep::Watch
