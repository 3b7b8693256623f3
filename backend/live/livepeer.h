// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/live/fixboard.h"
#include "models/domain/document.h"
#include "models/domain/user.h"

#include <deque>
#include <drogon/WebSocketConnection.h>

namespace Doorstep {

/// One socket: what it follows, how far it is, and how much it may still be sent. Its memory is bounded: nothing is
/// queued for it beyond what it has credit for. Belongs to the hub's thread.
class LivePeer
{
public:
    struct Following
    {
        FeedId feed;
        Cursor cursor;
        bool isReading = false; ///< The database is asked for it.
        bool isOver = false; ///< Was reset; nothing more until a new socket.
    };
    using Moment = std::chrono::steady_clock::time_point;

    LivePeer(drogon::WebSocketConnectionPtr connection, User user, QByteArray token, Moment now);

    /// Frames that need no credit: welcome, hb, reset, lagged, bye.
    void say(const Wire::ServerFrame &frame);
    /// Frames that the client acknowledges: chg and fix. Only while hasCredit().
    void push(const QByteArray &frame);
    void acknowledge(int frames);
    [[nodiscard]] bool hasCredit() const noexcept;
    [[nodiscard]] qsizetype unacknowledgedBytes() const noexcept { return m_unacknowledgedBytes; }
    /// Asks for an end. A client that does not hear it is cut off by finish() some seconds later.
    void close(int code, const std::string &reason, Moment now);
    [[nodiscard]] bool isClosing() const noexcept { return m_closingSince.has_value(); }
    void finish(Moment now);

    /// Notes whether it was held up for lack of credit, and says for how long already.
    std::chrono::steady_clock::duration heldUp(bool isHeldUp, Moment now);

    const User user;
    const QByteArray token;
    const Moment openedAt;
    bool isGreeted = false; ///< hello came.
    bool wantsFixes = false;
    std::vector<Following> following;
    FixReader fixes;
    QByteArray here; ///< What they have before them, as the others get it; empty until they say so.
    QByteArray toldWho; ///< The last `who` frame that went to them…
    Moment toldWhoAt{}; ///< …and when.
    bool isWhoDue = true; ///< It may have changed since.

private:
    drogon::WebSocketConnectionPtr m_connection;
    std::deque<qsizetype> m_unacknowledged; ///< Sizes of frames, oldest first.
    qsizetype m_unacknowledgedBytes = 0;
    std::optional<Moment> m_heldUpSince;
    std::optional<Moment> m_closingSince;
};

} // namespace Doorstep
