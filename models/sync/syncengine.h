// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/archive/archive.h"
#include "models/sync/backendclient.h"
#include "models/sync/backoff.h"
#include "models/sync/batchpump.h"
#include "models/sync/connectionstatus.h"
#include "models/sync/feedsync.h"
#include "models/sync/livesocket.h"
#include "models/sync/servertrust.h"
#include "models/sync/snapshotdownload.h"
#include "models/sync/synctimings.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <memory>
#include <optional>
#include <vector>

namespace Doorstep {

/// What a console synchronises with.
struct SyncOptions
{
    QUrl server;
    QString cachePath; ///< Of cache.db; its folder is made. Empty: nothing is kept.
    QString token; ///< From an earlier sign-in; may be empty.
    bool isTokenAwaited = false; ///< Somebody looks for it: connects when it was told, or a password.
    QByteArray trustedCertificate; ///< SHA-256 of one that no authority vouches for; see ServerTrust.
    SyncTimings timings = {};
};

/// The console's half of docs/protocol.md: signs in, takes snapshots, follows the live socket, notices every way in
/// which that can fail and begins again. Everything in it, network, parsing and SQLite, happens on the one thread it
/// lives on, which is not the GUI's; a Connection is what the rest of the console sees of it.
class SyncEngine : public QObject
{
    Q_OBJECT
public:
    explicit SyncEngine(SyncOptions options);
    ~SyncEngine() override;

    /// Opens the cache, hands out what is in it, then connects.
    void start();
    /// What was awaited; empty when there is none.
    void useToken(const QString &token);
    void signIn(const QString &user, const QString &password);
    void signOut();
    void setView(const Doorstep::Wire::ViewFrame &view)
    {
        m_view = view;
        if (m_socket && m_status.state == ConnectionStatus::State::Live)
            m_socket->send(view);
    }
    void setHere(const Doorstep::Wire::HereFrame &here)
    {
        m_here = here;
        if (m_socket && m_status.state == ConnectionStatus::State::Live)
            m_socket->send(here);
    }
    void askHistory(const Doorstep::FeedId &feed, const Doorstep::Subject &about, qint64 before);
    void askInsertions(const Doorstep::StopId &stop);
    void retryNow();
    void batchApplied(std::optional<std::chrono::microseconds> spent) { m_pump.applied(spent); }
    /// Lets go of the network and the disk; call it before destroying this, and let its event loop run once more.
    void stop();

Q_SIGNALS:
    void batchReady(const Doorstep::Batch &batch);
    void emptied(); ///< Everything that was handed out belongs to another server: forget it.
    void statusChanged(const Doorstep::ConnectionStatus &status);
    void freshnessChanged(const Doorstep::Freshness &freshness);
    void clockTold(const QDateTime &now, double rate);
    void historyTold(const Doorstep::Subject &about, qint64 before,
                     const Doorstep::Result<Doorstep::Wire::AuditPage> &page);
    void insertionsTold(const Doorstep::StopId &stop, const Doorstep::Result<Doorstep::Wire::InsertionsAnswer> &answer);
    void whoTold(const Doorstep::Wire::WhoFrame &who);
    void signedIn(const Doorstep::Wire::Session &session);
    void cacheMovedAside(const QString &path, const QString &reason);
    void certificateQuestioned(const Doorstep::StrangeCertificate &certificate);
    void cacheLoaded(); ///< Everything in the cache was handed out and applied.

private:
    void openArchive();
    void loadArchive();
    void loadOn();
    void endLoading();
    void beginAnew(const Error &error);
    void connectNow();
    void takeSession(const Result<Wire::Session> &session);
    void follow(const QList<FeedId> &feeds);
    void proceed(); ///< The next missing snapshot, else the socket.
    void takeSnapshot(const FeedId &feed);
    void snapshotFinished(const Result<> &result);
    void openSocket();
    void takeFrame(const Wire::ServerFrame &frame);
    void takeFrame(const Wire::UnknownFrame &) { }
    void takeFrame(const Wire::WelcomeFrame &frame);
    void takeFrame(const Wire::ChangesFrame &frame);
    void takeFrame(const Wire::FixesFrame &frame);
    void takeFrame(const Wire::HeartbeatFrame &frame);
    void takeFrame(const Wire::ResetFrame &frame);
    void takeFrame(const Wire::LaggedFrame &);
    void takeFrame(const Wire::ByeFrame &frame);
    void takeFrame(const Wire::WhoFrame &frame) { Q_EMIT whoTold(frame); }
    void lose(const Error &error, std::optional<std::chrono::milliseconds> retryIn = {});
    void needSignIn(const Error &error);
    void planRefresh(const QDateTime &expiresAt);
    void refreshToken();
    void letGo();
    void watch();
    void askForFeeds();
    [[nodiscard]] qint64 organisationSeq() const;
    void requireSnapshot(const FeedId &feed, const QString &why);
    [[nodiscard]] FeedSync *feed(const FeedId &id) const;
    void setState(ConnectionStatus::State state, const Error &error);
    void tellFreshness();

    SyncOptions m_options;
    ServerTrust m_trust;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<BackendClient> m_client;
    std::unique_ptr<Archive> m_archive; ///< Null once stopped.
    QList<FeedId> m_toLoad; ///< The first of them is being read out of the cache.
    std::optional<Archive::Reading> m_reading;
    QTimer m_loadOn;
    BatchPump m_pump;
    Backoff m_backoff;
    std::vector<std::unique_ptr<FeedSync>> m_feeds;
    QList<FeedId> m_wantedSnapshots;
    std::unique_ptr<SnapshotDownload> m_snapshot;
    std::unique_ptr<LiveSocket> m_socket;
    std::optional<Wire::ViewFrame> m_view;
    std::optional<Wire::HereFrame> m_here;
    ConnectionStatus m_status;
    Freshness m_freshness;
    QString m_token;
    QString m_user;
    QString m_password;
    QTimer m_retry;
    QTimer m_watch;
    QTimer m_refresh;
    QTimer m_save;
    qint64 m_feedsAskedAt = 0; ///< Where the organisation's feed was when we last asked which feeds there are.
    int m_generation = 0; ///< Of connections; an answer to an older one is ignored.
    bool m_isTokenAwaited;
    bool m_isStopped = false;
    bool m_isLoadLarge = false; ///< A cache or a snapshot is on its way to the store.
    bool m_isLoading = false; ///< Not everything that is in the cache was applied yet.
};

} // namespace Doorstep
