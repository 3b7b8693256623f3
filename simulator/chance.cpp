// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "simulator/chance.h"

#include <cmath>
#include <numbers>

namespace Doorstep::Simulation {
namespace {

std::mt19937_64 engineFor(quint64 seed, QLatin1StringView concern, int index)
{
    quint64 hash = 14695981039346656037ULL; // FNV-1a
    for (const char c : concern)
        hash = (hash ^ static_cast<uchar>(c)) * 1099511628211ULL;
    const auto low = [](quint64 value) { return static_cast<quint32>(value); };
    const auto high = [](quint64 value) { return static_cast<quint32>(value >> 32U); };
    std::seed_seq sequence{low(seed), high(seed), low(hash), high(hash), static_cast<quint32>(index)};
    return std::mt19937_64(sequence);
}

} // namespace

Chance::Chance(quint64 seed, QLatin1StringView concern, int index)
    : m_engine(engineFor(seed, concern, index))
{
}

// std::uniform_real_distribution and friends differ between libraries; these do not.
double Chance::unit()
{
    constexpr double step = 1.0 / 9007199254740992.0; // 2^-53
    return static_cast<double>(m_engine() >> 11U) * step;
}

double Chance::between(double low, double high)
{
    return low + (high - low) * unit();
}

int Chance::between(int low, int high)
{
    return low + below(high - low + 1);
}

int Chance::below(int end)
{
    Q_ASSERT(end > 0);
    return std::min(static_cast<int>(unit() * end), end - 1);
}

bool Chance::happens(double probability)
{
    return unit() < probability;
}

double Chance::normal(double mean, double deviation)
{
    const double radius = std::sqrt(-2.0 * std::log(1.0 - unit()));
    return mean + deviation * radius * std::cos(2.0 * std::numbers::pi * unit());
}

} // namespace Doorstep::Simulation
