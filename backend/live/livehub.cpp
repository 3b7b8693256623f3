// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/live/livehub.h"

#include "backend/access/visibility.h"
#include "backend/store/visitsfeed.h"
#include "models/wire/presenceframes.h"
#include "models/wire/rawjson.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep {
namespace {

constexpr auto helloWithin = 10s;
constexpr auto laggedAfter = 10s;
constexpr std::chrono::seconds heartbeat{20};
constexpr double tickSeconds = 0.1; // how long a fix waits at most for others to share its frame
constexpr qsizetype mostChangesInAFrame = 500;
constexpr qsizetype mostBytesInAFrame = 256LL * 1024;
constexpr qsizetype fixesOnlyBelow = 256LL * 1024; // a slow reader gets changes first
constexpr int closeLagged = 4009;
constexpr int closeSignedOut = 4001;
constexpr int closePolicy = 1008;
constexpr auto whoInterval = 200ms;
constexpr qsizetype mostPeople = 200; // in a who frame
constexpr qsizetype mostSubjects = 20; // of one person; who has more before them looks at none of it
constexpr int closeGoing = 1001;

} // namespace

LiveHub::LiveHub(Store &store, const Access &access, const ScaledClock &clock)
    : m_store(store)
    , m_access(access)
    , m_clock(clock)
    , m_thread("live")
{
    for (const auto &state : store.feeds()) {
        if (!isVisitsFeed(state.id)) // nobody follows those
            m_feeds.emplace(state.id, FeedTail(state));
    }
    m_thread.run();
    auto *loop = m_thread.getLoop();
    loop->runEvery(tickSeconds, [this] { onTick(); });
    loop->runEvery(1.0, [this] { onSecond(); });
    loop->runEvery(static_cast<double>(heartbeat.count()), [this] { onHeartbeat(); });
}

LiveHub::~LiveHub() = default;

void LiveHub::grown(const Growth &growth)
{
    m_thread.getLoop()->queueInLoop([this, growth] {
        bool isFeedNew = false;
        for (const auto &grown : growth) {
            if (isVisitsFeed(grown.state.id))
                continue;
            const auto [feed, isNew] = m_feeds.try_emplace(grown.state.id, FeedTail({.id = grown.state.id}));
            feed->second.grow(grown);
            isFeedNew = isFeedNew || isNew;
        }
        for (const auto &[connection, peer] : m_peers)
            pump(peer);
        if (isFeedNew)
            onHeartbeat(); // nobody follows it yet: the list of heads says that it is there
    });
}

void LiveHub::fixed(std::vector<Fix> fixes)
{
    m_thread.getLoop()->queueInLoop([this, fixes = std::move(fixes)] {
        for (const auto &fix : fixes)
            m_board.put(fix);
    });
}

void LiveHub::opened(const drogon::WebSocketConnectionPtr &connection, User user, QByteArray token)
{
    m_thread.getLoop()->queueInLoop([this, connection, user = std::move(user), token = std::move(token)] {
        if (connection->disconnected())
            return;
        m_peers.insert(
            {connection.get(), std::make_shared<LivePeer>(connection, user, token, std::chrono::steady_clock::now())});
        m_peerCount = static_cast<int>(m_peers.size());
    });
}

void LiveHub::closed(const drogon::WebSocketConnectionPtr &connection)
{
    m_thread.getLoop()->queueInLoop([this, connection] {
        if (const auto found = m_peers.find(connection.get()); found != m_peers.end() && !found->second->here.isEmpty())
            whoChanged();
        m_peers.erase(connection.get());
        const std::scoped_lock lock(m_emptyMutex);
        m_peerCount = static_cast<int>(m_peers.size());
        m_becameEmpty.notify_all();
    });
}

void LiveHub::heard(const drogon::WebSocketConnectionPtr &connection, std::string message)
{
    m_thread.getLoop()->queueInLoop([this, connection, message = std::move(message)] {
        const auto found = m_peers.find(connection.get());
        if (found == m_peers.end())
            return;
        const auto peer = found->second;
        const auto frame = Wire::clientFrameFromBytes(QByteArray::fromStdString(message));
        const bool isHello = frame && std::holds_alternative<Wire::HelloFrame>(*frame);
        if (!frame || isHello == peer->isGreeted) { // hello comes first, and once
            peer->close(closePolicy,
                        frame ? "hello comes first, and once" : frame.error().detail.left(100).toStdString(),
                        std::chrono::steady_clock::now());
            return;
        }
        std::visit([this, &peer](const auto &known) { hear(*peer, known); }, *frame);
        pump(peer);
    });
}

QList<Wire::FeedHead> LiveHub::heads(const User &user, bool withChecksums) const
{
    QList<Wire::FeedHead> heads;
    const auto allowed = m_access.feedsOf(user);
    for (const auto &[id, tail] : m_feeds) {
        if (!allowed.contains(id))
            continue;
        Wire::FeedHead head{.id = id, .epoch = {}, .head = tail.state().head, .checksum = {}};
        if (withChecksums)
            head.checksum = tail.state().checksum;
        else
            head.epoch = tail.state().epoch;
        heads.append(head);
    }
    return heads;
}

void LiveHub::hear(LivePeer &peer, const Wire::HelloFrame &hello)
{
    peer.isGreeted = true;
    peer.wantsFixes = hello.wantsFixes;
    peer.say(Wire::WelcomeFrame{
        .now = m_clock.now(), .rate = m_clock.rate(), .heartbeat = heartbeat, .feeds = heads(peer.user, false)});
    const auto allowed = m_access.feedsOf(peer.user);
    for (const auto &feed : hello.feeds) {
        const auto known = m_feeds.find(feed.id);
        const bool isKnown = known != m_feeds.end() && allowed.contains(feed.id);
        if (!isKnown || (feed.after && feed.after->epoch != known->second.state().epoch)) {
            peer.say(Wire::ResetFrame{.feed = feed.id, .code = u"epoch_changed"_s});
            continue;
        }
        peer.following.push_back(
            {.feed = feed.id, .cursor = feed.after.value_or(Cursor{.epoch = known->second.state().epoch, .seq = 0})});
    }
    pumpFixes(peer, std::chrono::steady_clock::now());
}

void LiveHub::pump(const Peer &peer)
{
    bool isMoving = true;
    while (isMoving && peer->hasCredit()) {
        isMoving = false;
        for (auto &following : peer->following)
            isMoving = (peer->hasCredit() && pumpFeed(peer, following)) || isMoving;
    }
}

bool LiveHub::pumpFeed(const Peer &peer, LivePeer::Following &following)
{
    const auto &tail = m_feeds.at(following.feed);
    if (following.isOver || following.isReading || following.cursor.seq == tail.state().head)
        return false;
    const auto changes = tail.after(following.cursor.seq, mostChangesInAFrame, mostBytesInAFrame);
    if (!changes) {
        following.isReading = true;
        readOn(*this, peer, following.feed, following.cursor);
        return false;
    }
    pushChanges(*peer, following, *changes);
    return true;
}

void LiveHub::pushChanges(LivePeer &peer, LivePeer::Following &following, const QList<Change> &changes)
{
    if (changes.isEmpty())
        return;
    Wire::ChangesFrame frame{.feed = following.feed,
                             .run = {.after = following.cursor.seq, .to = changes.last().version}};
    frame.run.changes.reserve(changes.size());
    for (const auto &change : changes)
        frame.run.changes.append(asSeenBy(peer.user, change));
    following.cursor.seq = frame.run.to;
    peer.push(Wire::toBytes(Wire::ServerFrame(std::move(frame))));
}

drogon::AsyncTask LiveHub::readOn(LiveHub &hub, std::weak_ptr<LivePeer> waiting, FeedId feed, Cursor cursor)
{
    const auto page = co_await hub.m_store.changesAfter(feed, cursor.epoch, cursor.seq, mostChangesInAFrame);
    const auto peer = waiting.lock();
    if (!peer)
        co_return;
    const auto following = std::ranges::find(peer->following, feed, &LivePeer::Following::feed);
    following->isReading = false;
    if (page) {
        pushChanges(*peer, *following, page->changes);
        hub.pump(peer);
    } else if (page.error().kind == Error::Kind::Gone) {
        following->isOver = true;
        peer->say(Wire::ResetFrame{.feed = feed, .code = page.error().detail});
    } else {
        peer->close(closeGoing, "try again", std::chrono::steady_clock::now());
    }
}

void LiveHub::pumpFixes(LivePeer &peer, Moment now)
{
    while (peer.wantsFixes && peer.hasCredit() && peer.unacknowledgedBytes() < fixesOnlyBelow) {
        const auto frame = peer.fixes.next(m_board, now);
        if (frame.isEmpty())
            return;
        peer.push(frame);
    }
}

void LiveHub::onTick()
{
    const auto now = std::chrono::steady_clock::now();
    for (const auto &[connection, peer] : m_peers) {
        if (!peer->isGreeted)
            continue;
        pumpFixes(*peer, now);
        if (peer->isWhoDue && now - peer->toldWhoAt >= whoInterval)
            tellWho(*peer, now);
    }
}

void LiveHub::hear(LivePeer &peer, const Wire::HereFrame &here)
{
    const auto person = Wire::toJson(
        Wire::WhoFrame{.people = {{.user = peer.user.id,
                                   .name = peer.user.fullName,
                                   .looking = here.looking.first(std::min(here.looking.size(), mostSubjects)),
                                   .editing = here.editing.first(std::min(here.editing.size(), mostSubjects))}}});
    const auto bytes = Wire::compact(person["people"_L1][0].toObject());
    if (bytes == peer.here)
        return;
    peer.here = bytes;
    whoChanged();
}

void LiveHub::whoChanged()
{
    for (const auto &[connection, peer] : m_peers)
        peer->isWhoDue = true;
}

/// Waits for credit like everything else: who reads slowly hears of fewer turns, and always of the last.
void LiveHub::tellWho(LivePeer &reader, Moment now)
{
    if (!reader.hasCredit() || reader.unacknowledgedBytes() >= fixesOnlyBelow)
        return;
    reader.isWhoDue = false;
    const auto mine = m_access.feedsOf(reader.user);
    const auto sharesAFeed = [this, &mine](const User &user) {
        return std::ranges::any_of(m_access.feedsOf(user), [&mine](const FeedId &feed) { return mine.contains(feed); });
    };
    QByteArray frame = R"({"t":"who","people":[)";
    qsizetype count = 0;
    for (const auto &[connection, peer] : m_peers) {
        if (peer.get() == &reader || peer->here.isEmpty() || peer->isClosing() || !sharesAFeed(peer->user))
            continue;
        if (count++ == mostPeople)
            break;
        if (!frame.endsWith('['))
            frame += ',';
        frame += peer->here;
    }
    frame += "]}";
    const bool isNews = reader.toldWho.isEmpty() ? count > 0 : frame != reader.toldWho;
    if (!isNews)
        return;
    reader.toldWho = frame;
    reader.toldWhoAt = now;
    reader.push(frame);
}

void LiveHub::onSecond()
{
    const auto now = std::chrono::steady_clock::now();
    for (const auto &[connection, peer] : m_peers) {
        peer->finish(now);
        if (peer->isClosing())
            continue;
        if (!peer->isGreeted && now - peer->openedAt > helloWithin)
            peer->close(closePolicy, "no hello came", std::chrono::steady_clock::now());
        if (!m_access.holderOf(peer->token))
            peer->close(closeSignedOut, "signed out: the token is no longer good", now);
        if (peer->heldUp(!peer->hasCredit(), now) > laggedAfter) {
            peer->say(Wire::LaggedFrame{});
            peer->close(closeLagged, "lagged", std::chrono::steady_clock::now());
        }
    }
}

void LiveHub::onHeartbeat()
{
    for (const auto &[connection, peer] : m_peers) {
        if (peer->isGreeted)
            peer->say(
                Wire::HeartbeatFrame{.now = m_clock.now(), .rate = m_clock.rate(), .feeds = heads(peer->user, true)});
    }
}

void LiveHub::sayBye(std::chrono::milliseconds patience)
{
    m_thread.getLoop()->runInLoop([this] {
        // Spread over as many seconds as there are sockets: a storm of thirty seconds at most.
        const auto most = static_cast<int>(std::min<std::size_t>(30, m_peers.size()));
        for (const auto &[connection, peer] : m_peers) {
            peer->say(Wire::ByeFrame{.retryIn = std::chrono::seconds(QRandomGenerator::global()->bounded(most))});
            peer->close(closeGoing, "the server stops", std::chrono::steady_clock::now());
        }
    });
    std::unique_lock lock(m_emptyMutex);
    m_becameEmpty.wait_for(lock, patience, [this] { return m_peerCount == 0; });
}

} // namespace Doorstep
