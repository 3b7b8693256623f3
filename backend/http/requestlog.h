// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>

namespace Doorstep::Http {

/// One line of JSON on stderr. Control characters are escaped by JSON itself. No tokens and no bodies, ever.
/// Thread-safe.
void logLine(const QString &level, const QString &event, QJsonObject fields = {});

/// What /metrics tells of calls; counted without locks.
struct CallCounts
{
    std::array<std::atomic<std::uint64_t>, 6> byStatusClass{}; ///< [2] is 2xx.
    std::atomic<std::uint64_t> microseconds = 0;
};

[[nodiscard]] CallCounts &callCounts();

} // namespace Doorstep::Http
