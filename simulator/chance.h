// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1StringView>
#include <QList>

#include <chrono>
#include <random>

namespace Doorstep::Simulation {

/// The dice of one concern ("names", "noise of phone 7"). What one concern throws never changes what another one gets,
/// so that a new trouble does not make a new city.
///
/// The same seed, concern and index give the same throws on every machine and library.
class Chance
{
public:
    Chance(quint64 seed, QLatin1StringView concern, int index = 0);

    [[nodiscard]] double unit(); ///< [0, 1).
    [[nodiscard]] double between(double low, double high);
    [[nodiscard]] int between(int low, int high); ///< Both ends included.
    [[nodiscard]] int below(int end); ///< [0, end); \a end is at least 1.
    [[nodiscard]] std::chrono::seconds minutesBetween(double low, double high)
    {
        return std::chrono::seconds(static_cast<qint64>(60.0 * between(low, high)));
    }
    [[nodiscard]] bool happens(double probability);
    [[nodiscard]] double normal(double mean, double deviation);

    template <typename T>
    [[nodiscard]] const T &pick(const QList<T> &list)
    {
        return list.at(below(static_cast<int>(list.size())));
    }

    template <typename T>
    void shuffle(QList<T> &list)
    {
        for (auto i = static_cast<int>(list.size()) - 1; i > 0; --i)
            list.swapItemsAt(i, below(i + 1));
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace Doorstep::Simulation
