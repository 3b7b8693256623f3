// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace Doorstep::Wire {

/// One copy of each short text that documents say again and again: ids, streets, suburbs, customers of the order and of
/// its stop. Without it a stop's id is in memory five times. A text of the pool is a QString like any other, and may be
/// used in any thread.
///
/// One thread at a time.
class TextPool
{
public:
    /// Longer ones are nearly always the only ones of their kind.
    static constexpr qsizetype longest = 100;

    /// What \a utf8 says, which must be valid UTF-8; the same copy as long as somebody has one.
    [[nodiscard]] QString text(QByteArrayView utf8);
    /// Lets go of texts that fewer than \a leastOthers others have. Happens by itself with 1 whenever there are twice
    /// as many as were left the last time; with 2 after a load, since what is said once costs more here than it saves.
    void sweep(int leastOthers);
    [[nodiscard]] qsizetype size() const noexcept { return m_count; }

private:
    struct Slot
    {
        std::size_t hash = 0;
        QString text; ///< Null in an empty slot.
    };

    [[nodiscard]] Slot &slotFor(std::size_t hash, QByteArrayView utf8);
    void rehash(std::size_t slotCount);

    std::vector<Slot> m_slots; ///< Open addressing: a power of two, at most three quarters of them taken.
    qsizetype m_count = 0;
    qsizetype m_sweepAt = leastSwept;

    static constexpr qsizetype leastSwept = 4'096;
};

} // namespace Doorstep::Wire
