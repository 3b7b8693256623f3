// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRandomGenerator>

#include <algorithm>
#include <chrono>

namespace Doorstep {

/// Full jitter: each wait is anything up to a limit that doubles from `first` to `most`, so that consoles which lost
/// the same server do not come back as one.
class Backoff
{
public:
    using Milliseconds = std::chrono::milliseconds;

    Backoff(Milliseconds first, Milliseconds most)
        : m_first(first)
        , m_most(most)
        , m_limit(first)
    {
    }

    [[nodiscard]] Milliseconds next()
    {
        const auto limit = m_limit;
        m_limit = std::min(m_limit * 2, m_most);
        return Milliseconds(1 + QRandomGenerator::global()->bounded(static_cast<qint64>(limit.count())));
    }
    void reset() { m_limit = m_first; }

private:
    Milliseconds m_first;
    Milliseconds m_most;
    Milliseconds m_limit;
};

} // namespace Doorstep
