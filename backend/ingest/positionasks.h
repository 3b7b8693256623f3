// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"

#include <QDateTime>
#include <QHash>

#include <chrono>
#include <mutex>

namespace Doorstep {

/// When a phone is told that somebody asks where it is. Some apps answer with the last place they knew, at once, and
/// would be told again by the answer to that: so it is told once in a while, and no more once it has answered.
///
/// Thread-safe. Keeps one entry for each driver about whom somebody has asked.
class PositionAsks
{
public:
    static constexpr std::chrono::minutes pause{1}; ///< Between two tellings of one question.

    /// Whether \a driver's phone, which is heard at \a now, is told what was asked at \a askedAt (invalid: nothing).
    /// \a isAnswer: what it has just sent says where it was after that.
    [[nodiscard]] bool isTold(const DriverId &driver, const QDateTime &askedAt, const QDateTime &now, bool isAnswer);

private:
    struct Told
    {
        QDateTime askedAt;
        QDateTime at; ///< Invalid: not yet.
        bool isAnswered = false;
    };

    std::mutex m_mutex;
    QHash<DriverId, Told> m_told;
};

} // namespace Doorstep
