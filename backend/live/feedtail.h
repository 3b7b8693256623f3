// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/store/store.h"

#include <deque>
#include <optional>

namespace Doorstep {

/// The newest changes of one feed, in memory, so that sockets near its head need no database.
class FeedTail
{
public:
    explicit FeedTail(FeedState state)
        : m_state(std::move(state))
    {
    }

    [[nodiscard]] const FeedState &state() const noexcept { return m_state; }
    void grow(const FeedGrowth &growth);
    /// The changes after \a after, at most \a most and about \a mostBytes; none when the memory does not go back so
    /// far.
    [[nodiscard]] std::optional<QList<Change>> after(qint64 after, qsizetype most, qsizetype mostBytes) const;

private:
    FeedState m_state;
    std::deque<Change> m_changes; ///< Contiguous, the last one is the head's.
    qsizetype m_bytes = 0;
};

} // namespace Doorstep
