// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/fix.h"
#include "models/wire/liveframes.h"

#include <QHash>

#include <chrono>
#include <vector>

namespace Doorstep {

/// The newest fix of each driver, and its bytes on the wire, which all sockets share.
class FixBoard
{
public:
    struct Entry
    {
        Fix fix;
        QByteArray bytes;
        quint64 stamp = 0; ///< Grows with every fix that was put up.
    };

    /// Takes \a fix unless a newer one of that driver is up or its clock is suspect.
    void put(const Fix &fix);
    [[nodiscard]] const std::vector<Entry> &entries() const noexcept { return m_entries; }
    [[nodiscard]] quint64 stamp() const noexcept { return m_stamp; }

private:
    std::vector<Entry> m_entries; ///< A driver keeps its place.
    QHash<DriverId, std::size_t> m_places;
    quint64 m_stamp = 0;
};

/// What one socket has got of the board. It makes frames of what is newer, each driver at most twice a second, or once
/// in five seconds outside of the view.
class FixReader
{
public:
    using Moment = std::chrono::steady_clock::time_point;

    void setView(const Wire::ViewFrame &view) { m_view = view; }
    /// The next `fix` frame, at most 500 fixes; empty when nothing is due.
    [[nodiscard]] QByteArray next(const FixBoard &board, Moment now);

private:
    struct Got
    {
        quint64 stamp = 0;
        Moment at;
    };

    [[nodiscard]] std::chrono::milliseconds intervalOf(const Fix &fix) const;

    std::optional<Wire::ViewFrame> m_view;
    std::vector<Got> m_got; ///< As FixBoard::entries().
    quint64 m_stamp = 0; ///< The board's when nothing was left to send.
};

} // namespace Doorstep
