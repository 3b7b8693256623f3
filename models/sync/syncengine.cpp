// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/syncengine.h"

#include "models/sync/logging.h"

#include <QCoreApplication>
#include <QCoroTask>
#include <QDir>
#include <QFileInfo>

#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep {
namespace {

using State = ConnectionStatus::State;

/// What a load has freed stays with the allocator otherwise, page by page between what is kept.
void giveBackMemory()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

std::unexpected<Error> offline(const QString &detail)
{
    return failure(Error::Kind::Offline, detail);
}

} // namespace

SyncEngine::SyncEngine(SyncOptions options)
    : m_options(std::move(options))
    , m_trust(m_options.trustedCertificate, this)
    , m_loadOn(this)
    , m_pump(m_options.timings, this)
    , m_backoff(m_options.timings.retryFirst, m_options.timings.retryMost)
    , m_token(m_options.token)
    , m_retry(this)
    , m_watch(this)
    , m_refresh(this)
    , m_save(this)
    , m_isTokenAwaited(m_options.isTokenAwaited)
{
    m_status.since = QDateTime::currentDateTimeUtc();
    m_retry.setSingleShot(true);
    m_loadOn.setSingleShot(true);
    m_loadOn.setInterval(0);
    connect(&m_loadOn, &QTimer::timeout, this, &SyncEngine::loadOn);
    m_watch.setInterval(m_options.timings.watch);
    m_save.setInterval(m_options.timings.save);
    connect(&m_retry, &QTimer::timeout, this, &SyncEngine::connectNow);
    connect(&m_watch, &QTimer::timeout, this, &SyncEngine::watch);
    m_refresh.setSingleShot(true);
    connect(&m_refresh, &QTimer::timeout, this, &SyncEngine::refreshToken);
    connect(&m_save, &QTimer::timeout, this, [this] {
        if (m_archive)
            (void)m_archive->flush();
    });
    connect(&m_trust, &ServerTrust::questioned, this, &SyncEngine::certificateQuestioned);
    connect(&m_pump, &BatchPump::batchReady, this, &SyncEngine::batchReady);
    connect(&m_pump, &BatchPump::batchReady, this, [this] {
        if (!m_toLoad.isEmpty())
            m_loadOn.start();
    });
    connect(&m_pump, &BatchPump::drained, this, [this] {
        if (!m_toLoad.isEmpty())
            return;
        if (std::exchange(m_isLoading, false))
            Q_EMIT cacheLoaded();
        if (std::exchange(m_isLoadLarge, false)) {
            // Here and not before: what is said only once is known now.
            m_pump.builder().texts()->sweep(2);
            giveBackMemory();
        }
    });
}

SyncEngine::~SyncEngine() = default;

void SyncEngine::start()
{
    // Made here: a network manager belongs to the thread that uses it.
    m_network = std::make_unique<QNetworkAccessManager>();
    m_trust.guard(*m_network);
    m_client = std::make_unique<BackendClient>(*m_network, m_options.server, m_options.timings.request);
    openArchive();
    if (!m_archive)
        return;
    m_watch.start();
    m_save.start();
    loadArchive();
}

void SyncEngine::openArchive()
{
    if (!m_options.cachePath.isEmpty())
        QDir().mkpath(QFileInfo(m_options.cachePath).absolutePath());
    auto onDisk = Archive::open(m_options.cachePath);
    if (!onDisk) // a second console on the same profile, or a full disk: work on without keeping anything
        qCWarning(lcSync) << "working without a cache:" << onDisk.error().detail;
    auto opened = onDisk ? std::move(onDisk) : Archive::open({});
    if (!opened) {
        setState(State::Offline, opened.error());
        return;
    }
    if (!opened->movedAside.isEmpty()) {
        qCWarning(lcSync) << "the cache was moved to" << opened->movedAside << opened->reason;
        Q_EMIT cacheMovedAside(opened->movedAside, opened->reason);
    }
    m_archive = std::make_unique<Archive>(std::move(opened->archive));
}

/// Damage that opening did not find. The file is not written to again: what is put into a damaged tree may not come
/// out.
void SyncEngine::beginAnew(const Error &error)
{
    qCWarning(lcSync) << "the cache cannot be read:" << error.detail;
    m_pump.builder() = {};
    m_reading.reset();
    m_toLoad.clear();
    m_pump.expectMore(false);
    Q_EMIT emptied();
    m_archive.reset();
    if (!m_options.cachePath.isEmpty())
        Q_EMIT cacheMovedAside(Archive::setAside(m_options.cachePath), error.detail);
    openArchive();
    if (m_archive)
        (void)m_archive->setMeta(u"server"_s, m_options.server.toString(QUrl::RemoveUserInfo));
}

void SyncEngine::loadArchive()
{
    const auto server = m_options.server.toString(QUrl::RemoveUserInfo);
    if (m_archive->meta(u"server"_s).value_or(QString()) != server) {
        for (const auto &feed : m_archive->feeds().keys())
            (void)m_archive->drop(feed);
        (void)m_archive->setMeta(u"server"_s, server);
    }
    // People and vehicles before what is done with them.
    m_toLoad = m_archive->feeds().keys();
    std::ranges::stable_partition(m_toLoad, [](const FeedId &feed) { return feed == organisationFeed(); });
    m_isLoading = true;
    m_freshness.isFromCache = true;
    tellFreshness();
    m_isLoadLarge = true;
    if (m_toLoad.isEmpty())
        endLoading();
    else
        loadOn();
}

/// Reads a little more out of the cache, never much more than the GUI thread has taken: the first stops are shown while
/// the last are still on the disk, and no second copy of a large day is ever in memory.
void SyncEngine::loadOn()
{
    constexpr int mostAtOnce = 200;
    constexpr qsizetype enough = 3'000;
    constexpr qsizetype fewest = 600; // less is not worth a batch, which costs whatever is in it
    if (!m_archive || m_toLoad.isEmpty() || m_pump.builder().size() >= enough)
        return; // a batch that is sent makes room, and we go on
    const auto feed = m_toLoad.constFirst();
    if (!m_reading) {
        auto begun = m_archive->beginReading(feed);
        if (!begun) {
            beginAnew(begun.error());
            endLoading();
            return;
        }
        m_reading.emplace(*std::move(begun));
    }
    const auto more =
        m_archive->readOn(*m_reading, mostAtOnce, [this](const Document &document) { m_pump.builder().add(document); });
    if (!more) {
        beginAnew(more.error());
    } else if (!*more) {
        m_pump.builder().reach(feed, m_archive->state(feed).value_or(ReplicaState()).cursor);
        m_reading.reset();
        m_toLoad.removeFirst();
    }
    m_pump.expectMore(!m_toLoad.isEmpty());
    if (m_toLoad.isEmpty()) {
        m_pump.wake();
        endLoading();
        return;
    }
    if (m_pump.builder().size() >= fewest)
        m_pump.wake();
    m_loadOn.start();
}

void SyncEngine::endLoading()
{
    if (m_pump.isIdle() && std::exchange(m_isLoading, false))
        Q_EMIT cacheLoaded();
    if (m_archive)
        connectNow();
}

void SyncEngine::signIn(const QString &user, const QString &password)
{
    ++m_status.asked;
    m_isTokenAwaited = false;
    m_user = user;
    m_password = password;
    m_token.clear();
    m_backoff.reset();
    if (m_archive)
        connectNow();
}

void SyncEngine::signOut()
{
    ++m_status.asked;
    m_isTokenAwaited = false;
    if (!m_archive)
        return;
    if (!m_token.isEmpty()) {
        m_client->setToken(m_token);
        QCoro::connect(m_client->signOut(), this, [](const Result<> &) { });
    }
    m_token.clear();
    m_user.clear();
    m_password.clear();
    m_reading.reset();
    m_toLoad.clear();
    m_pump.expectMore(false);
    for (const auto &feed : m_archive->feeds().keys())
        (void)m_archive->drop(feed);
    m_feeds.clear();
    m_pump.builder() = {};
    if (m_pump.isIdle() && std::exchange(m_isLoading, false))
        Q_EMIT cacheLoaded();
    Q_EMIT emptied();
    needSignIn({.kind = Error::Kind::Unauthorised, .detail = u"signed out"_s});
}

void SyncEngine::retryNow()
{
    if (m_status.state != State::Offline)
        return;
    m_backoff.reset();
    connectNow();
}

void SyncEngine::stop()
{
    m_isStopped = true;
    m_watch.stop();
    m_refresh.stop();
    m_save.stop();
    letGo();
    m_feeds.clear();
    m_reading.reset();
    m_toLoad.clear();
    m_archive.reset();
    // Aborting the replies wakes the coroutines that wait for them, by an event; they must end before their network
    // does.
    if (m_network)
        giveUpAll(*m_network);
    QCoreApplication::sendPostedEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    m_client.reset();
    m_network.reset();
}

void SyncEngine::letGo()
{
    ++m_generation;
    m_retry.stop();
    m_wantedSnapshots.clear();
    m_snapshot.reset();
    if (m_socket) {
        m_socket->abandon();
        m_socket.release()->deleteLater(); // we may be in one of its signals
    }
    for (const auto &feed : m_feeds)
        feed->interrupt();
}

void SyncEngine::connectNow()
{
    if (m_isStopped || !m_toLoad.isEmpty() || m_isTokenAwaited) // endLoading() calls again, or useToken()
        return;
    letGo();
    if (m_token.isEmpty() && m_user.isEmpty()) {
        needSignIn({.kind = Error::Kind::Unauthorised, .detail = u"nobody has signed in"_s});
        return;
    }
    setState(State::Connecting, {});
    m_client->setToken(m_token);
    auto asked = m_token.isEmpty() ? m_client->signIn(m_user, m_password) : m_client->session();
    QCoro::connect(std::move(asked), this, [this, generation = m_generation](const Result<Wire::Session> &session) {
        if (generation == m_generation)
            takeSession(session);
    });
}

void SyncEngine::takeSession(const Result<Wire::Session> &session)
{
    if (!session) {
        const bool isDenied =
            session.error().kind == Error::Kind::Unauthorised || session.error().kind == Error::Kind::Forbidden;
        if (isDenied && !m_token.isEmpty() && !m_user.isEmpty()) {
            m_token.clear(); // it ran out; the password may still be good
            connectNow();
        } else if (isDenied) {
            needSignIn(session.error());
        } else {
            lose(session.error());
        }
        return;
    }
    auto complete = *session;
    if (complete.token.isEmpty())
        complete.token = m_token;
    m_token = complete.token;
    m_client->setToken(m_token);
    m_feedsAskedAt = organisationSeq();
    planRefresh(complete.expiresAt);
    Q_EMIT signedIn(complete);
    follow(complete.feeds);
    proceed();
}

void SyncEngine::watch()
{
    if (m_status.state != State::Live || m_snapshot)
        return;
    for (const auto &feed : m_feeds) {
        if (feed->stuckFor() > m_options.timings.stuck) {
            // Half-dead: connected, and yet what must come does not.
            m_network->clearConnectionCache();
            lose(offline(u"%1 is behind and does not move"_s.arg(feed->id().toString())).error());
            return;
        }
    }
    if (organisationSeq() != m_feedsAskedAt)
        askForFeeds();
}

qint64 SyncEngine::organisationSeq() const
{
    return m_archive->state(organisationFeed()).value_or(ReplicaState()).cursor.seq;
}

void SyncEngine::askForFeeds()
{
    // Something changed in the organisation: a depot may have come or gone, or what the person may see.
    m_feedsAskedAt = organisationSeq();
    QCoro::connect(m_client->session(), this, [this, generation = m_generation](const Result<Wire::Session> &session) {
        if (generation != m_generation || !session)
            return;
        QSet<FeedId> followed;
        for (const auto &feed : m_feeds)
            followed.insert(feed->id());
        if (followed != QSet<FeedId>(session->feeds.begin(), session->feeds.end()))
            connectNow();
    });
}

void SyncEngine::lose(const Error &error, std::optional<std::chrono::milliseconds> retryIn)
{
    if (m_isStopped)
        return;
    if (error.kind == Error::Kind::Unauthorised) {
        // The token ran out while we were connected; connectNow() finds out whether that can be mended.
        retryIn = retryIn.value_or(0ms);
    }
    letGo();
    const auto wait = std::max(retryIn.value_or(0ms), m_backoff.next());
    qCInfo(lcSync) << "not live:" << error.detail << "- next attempt in" << wait.count() << "ms";
    m_status.nextTryAt = QDateTime::currentDateTimeUtc().addDuration(wait);
    setState(State::Offline, error);
    m_retry.start(wait);
}

void SyncEngine::needSignIn(const Error &error)
{
    letGo();
    setState(State::NeedsSignIn, error);
}

void SyncEngine::setState(State state, const Error &error)
{
    if (m_status.state != state)
        m_status.since = QDateTime::currentDateTimeUtc();
    m_status.state = state;
    m_status.lastError = error;
    if (state != State::Live)
        m_status.latency.reset();
    if (state != State::Live)
        Q_EMIT whoTold({}); // nobody knows who is there
    if (state != State::Offline)
        m_status.nextTryAt = {};
    Q_EMIT statusChanged(m_status);
}

void SyncEngine::tellFreshness()
{
    Freshness freshness;
    freshness.isFromCache = m_freshness.isFromCache && m_status.state != State::Live;
    for (const auto &state : m_archive->feeds()) {
        if (!freshness.asOf.isValid() || state.currentAt < freshness.asOf)
            freshness.asOf = state.currentAt;
    }
    const auto isSame = freshness == m_freshness;
    m_freshness = freshness;
    if (!isSame)
        Q_EMIT freshnessChanged(freshness);
}

} // namespace Doorstep

#include "moc_syncengine.cpp"
