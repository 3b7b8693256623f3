// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/logging.h"
#include "models/sync/syncengine.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What the engine does once it is signed in: follows feeds, takes snapshots, reads frames.
namespace Doorstep {
namespace {

Error feedOffline(const QString &detail)
{
    return {.kind = Error::Kind::Offline, .detail = detail};
}

using State = ConnectionStatus::State;

} // namespace

void SyncEngine::follow(const QList<FeedId> &feeds)
{
    std::erase_if(m_feeds, [&feeds](const auto &feed) { return !feeds.contains(feed->id()); });
    for (const auto &known : m_archive->feeds().keys()) {
        if (feeds.contains(known))
            continue;
        // The person may not see it any more.
        for (const auto &name : m_archive->drop(known).value_or(QList<DocumentName>()))
            m_pump.builder().remove(name.kind, name.id);
        m_pump.wake();
    }
    for (const auto &id : feeds) {
        if (feed(id) != nullptr)
            continue;
        m_feeds.push_back(std::make_unique<FeedSync>(id, *m_archive, *m_client, m_pump));
        auto *made = m_feeds.back().get();
        connect(made, &FeedSync::snapshotNeeded, this, [this, id](const QString &why) { requireSnapshot(id, why); });
        connect(made, &FeedSync::failed, this, [this](const Error &error) { lose(error); });
        connect(made, &FeedSync::caughtUp, this, &SyncEngine::tellFreshness);
    }
}

FeedSync *SyncEngine::feed(const FeedId &id) const
{
    const auto found = std::ranges::find(m_feeds, id, [](const auto &feed) { return feed->id(); });
    return found == m_feeds.end() ? nullptr : found->get();
}

void SyncEngine::proceed()
{
    if (m_snapshot)
        return;
    for (const auto &feed : m_feeds) {
        if (!m_archive->state(feed->id()) && !m_wantedSnapshots.contains(feed->id()))
            m_wantedSnapshots.append(feed->id());
    }
    if (!m_wantedSnapshots.isEmpty())
        takeSnapshot(m_wantedSnapshots.takeFirst());
    else if (!m_socket)
        openSocket();
}

void SyncEngine::requireSnapshot(const FeedId &id, const QString &why)
{
    qCInfo(lcSync) << "a new snapshot of" << id << "because:" << why;
    if (!m_wantedSnapshots.contains(id) && (!m_snapshot || m_snapshot->feed() != id))
        m_wantedSnapshots.append(id);
    // From the loop, not from within the feed's own signal.
    QMetaObject::invokeMethod(
        this,
        [this, generation = m_generation] {
            if (generation == m_generation)
                proceed();
        },
        Qt::QueuedConnection);
}

void SyncEngine::takeSnapshot(const FeedId &id)
{
    for (const auto &feed : m_feeds)
        feed->interrupt();
    m_snapshot = std::make_unique<SnapshotDownload>(id, *m_archive, m_client->snapshot(id), m_pump.builder().texts());
    connect(m_snapshot.get(), &SnapshotDownload::finished, this, &SyncEngine::snapshotFinished, Qt::QueuedConnection);
}

void SyncEngine::snapshotFinished(const Result<> &result)
{
    if (!m_snapshot || sender() != m_snapshot.get())
        return;
    const auto id = m_snapshot->feed();
    if (!result) {
        m_snapshot.reset();
        lose(result.error());
        return;
    }
    m_pump.builder().merge(m_snapshot->takeBuilder());
    m_isLoadLarge = true;
    m_pump.builder().reach(id, m_archive->state(id).value_or(ReplicaState()).cursor);
    m_snapshot.reset();
    m_pump.wake();
    tellFreshness();
    if (m_socket) {
        // What arrived during the snapshot was not taken in.
        for (const auto &feed : m_feeds) {
            if (m_archive->state(feed->id()))
                feed->catchUp();
        }
    }
    proceed();
}

void SyncEngine::openSocket()
{
    m_socket = std::make_unique<LiveSocket>(m_options.server, m_token, m_options.timings);
    m_socket->guardBy(m_trust);
    connect(m_socket.get(), &LiveSocket::received, this, [this](const Wire::ServerFrame &frame) { takeFrame(frame); });
    connect(m_socket.get(), &LiveSocket::closed, this, [this](const Error &error) { lose(error); });
    connect(m_socket.get(), &LiveSocket::latencyMeasured, this, [this](std::chrono::milliseconds latency) {
        m_status.latency = latency;
        Q_EMIT statusChanged(m_status);
    });
    Wire::HelloFrame hello;
    for (const auto &feed : m_feeds)
        hello.feeds.append({.id = feed->id(), .after = m_archive->state(feed->id()).value_or(ReplicaState()).cursor});
    m_socket->open(hello);
}

void SyncEngine::takeFrame(const Wire::ServerFrame &frame)
{
    std::visit([this](const auto &known) { takeFrame(known); }, frame);
}

void SyncEngine::takeFrame(const Wire::WelcomeFrame &frame)
{
    m_backoff.reset();
    Q_EMIT clockTold(frame.now, frame.rate);
    setState(State::Live, {});
    if (m_view)
        m_socket->send(*m_view);
    if (m_here)
        m_socket->send(*m_here);
    for (const auto &head : frame.feeds) {
        if (auto *known = feed(head.id); known != nullptr)
            known->takeHead(head);
    }
}

void SyncEngine::takeFrame(const Wire::ChangesFrame &frame)
{
    if (auto *known = feed(frame.feed); known != nullptr)
        known->take(frame.run);
}

void SyncEngine::takeFrame(const Wire::FixesFrame &frame)
{
    m_pump.builder().add(frame.fixes);
    m_pump.wake();
}

void SyncEngine::takeFrame(const Wire::HeartbeatFrame &frame)
{
    Q_EMIT clockTold(frame.now, frame.rate);
    bool isFeedNew = false;
    for (const auto &head : frame.feeds) {
        if (auto *known = feed(head.id); known != nullptr)
            known->takeHead(head);
        else
            isFeedNew = true;
    }
    if (isFeedNew)
        askForFeeds();
}

void SyncEngine::takeFrame(const Wire::ResetFrame &frame)
{
    // The cursor means nothing: a snapshot first, then hello on a new socket.
    qCInfo(lcSync) << frame.feed << "was reset:" << frame.code;
    if (m_socket) {
        m_socket->abandon();
        m_socket.release()->deleteLater();
    }
    setState(State::Connecting, {});
    requireSnapshot(frame.feed, frame.code);
}

void SyncEngine::takeFrame(const Wire::LaggedFrame &)
{
    lose(feedOffline(u"the backend says that we read too slowly"_s), 0ms);
}

void SyncEngine::takeFrame(const Wire::ByeFrame &frame)
{
    lose(feedOffline(u"the backend stops"_s), frame.retryIn);
}

} // namespace Doorstep
