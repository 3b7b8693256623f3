// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>

namespace Doorstep::Planning {

/// Random numbers that are the same on every machine: xoshiro256++ (Blackman and Vigna 2019), seeded by splitmix64.
class Dice
{
public:
    explicit Dice(std::uint64_t seed)
    {
        for (auto &word : m_state) {
            seed += 0x9e3779b97f4a7c15ULL;
            auto z = seed;
            z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
            z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
            word = z ^ (z >> 31U);
        }
    }

    std::uint64_t next()
    {
        const auto result = std::rotl(m_state[0] + m_state[3], 23) + m_state[0];
        const auto t = m_state[1] << 17U;
        m_state[2] ^= m_state[0];
        m_state[3] ^= m_state[1];
        m_state[1] ^= m_state[2];
        m_state[0] ^= m_state[3];
        m_state[2] ^= t;
        m_state[3] = std::rotl(m_state[3], 45);
        return result;
    }

    /// 0 to \a count - 1.
    int below(int count) { return static_cast<int>(((next() >> 32U) * static_cast<std::uint64_t>(count)) >> 32U); }
    /// 0 to 1, never 0.
    double unit() { return (static_cast<double>(next() >> 11U) + 0.5) * 0x1.0p-53; }
    bool chance(double p) { return unit() < p; }
    /// How many go well before one does not, when each fails with \a p.
    int runLength(double p) { return static_cast<int>(std::log(unit()) / std::log1p(-p)); }

private:
    std::uint64_t m_state[4]{};
};

} // namespace Doorstep::Planning
