// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/access/access.h"
#include "backend/live/feedtail.h"
#include "backend/live/livepeer.h"
#include "backend/work/scaledclock.h"

#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <trantor/net/EventLoopThread.h>

namespace Doorstep {

/// Everything behind `WS /v1/live`: hears of commits and fixes, and sends each socket what it follows. One thread of
/// its own; the public functions may be called from any.
class LiveHub
{
public:
    /// All must outlive the hub.
    LiveHub(Store &store, const Access &access, const ScaledClock &clock);
    ~LiveHub();
    Q_DISABLE_COPY_MOVE(LiveHub)

    void grown(const Growth &growth); ///< In the order of commits.
    void fixed(std::vector<Fix> fixes); ///< They are on disk.

    void opened(const drogon::WebSocketConnectionPtr &connection, User user, QByteArray token);
    void heard(const drogon::WebSocketConnectionPtr &connection, std::string message);
    void closed(const drogon::WebSocketConnectionPtr &connection);

    /// To everybody; returns when all are gone, or after \a patience.
    void sayBye(std::chrono::milliseconds patience);
    [[nodiscard]] int peerCount() const noexcept { return m_peerCount; }

private:
    using Peer = std::shared_ptr<LivePeer>;
    using Moment = LivePeer::Moment;

    void hear(LivePeer &peer, const Wire::HelloFrame &hello);
    static void hear(LivePeer &peer, const Wire::AckFrame &ack) { peer.acknowledge(ack.frames); }
    static void hear(LivePeer &peer, const Wire::ViewFrame &view) { peer.fixes.setView(view); }
    void hear(LivePeer &peer, const Wire::HereFrame &here);
    void pump(const Peer &peer);
    bool pumpFeed(const Peer &peer, LivePeer::Following &following);
    void pumpFixes(LivePeer &peer, Moment now);
    static void pushChanges(LivePeer &peer, LivePeer::Following &following, const QList<Change> &changes);
    static drogon::AsyncTask readOn(LiveHub &hub, std::weak_ptr<LivePeer> peer, FeedId feed, Cursor cursor);
    void whoChanged(); ///< Somebody came, went or turned to something else.
    void tellWho(LivePeer &reader, Moment now);
    void onTick();
    void onSecond();
    void onHeartbeat();
    [[nodiscard]] QList<Wire::FeedHead> heads(const User &user, bool withChecksums) const;

    Store &m_store;
    const Access &m_access;
    const ScaledClock &m_clock;
    std::map<FeedId, FeedTail> m_feeds;
    FixBoard m_board;
    std::map<const drogon::WebSocketConnection *, Peer> m_peers;
    std::atomic<int> m_peerCount = 0;
    std::mutex m_emptyMutex;
    std::condition_variable m_becameEmpty;
    trantor::EventLoopThread m_thread; // last: what runs in it uses the others
};

} // namespace Doorstep
