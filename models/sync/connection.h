// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/user.h"
#include "models/store/batch.h"
#include "models/sync/connectionstatus.h"
#include "models/sync/syncengine.h"

#include <QObject>
#include <QThread>
#include <QTimer>

#include <deque>
#include <optional>

namespace Doorstep {

class Fleet;
class History;
class Insertions;
class Overlay;
class Presence;
class ServerClock;

/// What the console sees of its backend: fills a Fleet, sets a ServerClock, and says how that goes. Lives in the GUI
/// thread; the work is done by a SyncEngine on a thread of its own.
///
///     Connection connection(fleet, clock, {.server = url, .cachePath = path});
///     connection.signIn(user, password); // or a token in the options
///     connection.start();
///
/// start() first shows what is in the cache, without a network; loaded() says that all of it is in the fleet.
class Connection : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive this.
    Connection(Fleet &fleet, ServerClock &clock, const SyncOptions &options, QObject *parent = nullptr);
    /// Stops and waits for the thread: at most a few milliseconds, whatever the network does.
    ~Connection() override;
    Q_DISABLE_COPY_MOVE(Connection)

    void start();
    /// The token that the options said is awaited; until then the cache is shown and nobody is asked.
    void useToken(const QString &token);
    void signIn(const QString &user, const QString &password);
    /// Ends the token and forgets everything, here and in the cache.
    void signOut();
    /// Drivers inside are told twice a second, others every five.
    void setView(double west, double south, double east, double north);
    /// Batches go through \a overlay from now on, and who else is here into \a presence; both must outlive this.
    void setOverlay(Overlay *overlay) { m_overlay = overlay; }
    void setPresence(Presence *presence);
    /// \a history has its questions answered from now on; it must outlive this.
    void setHistory(History *history);
    /// The same of \a insertions, of which there may be several.
    void setInsertions(Insertions *insertions);
    /// What this person has before them, for the others; told at most every quarter of a second.
    void setHere(const QList<Subject> &looking, const QList<Subject> &editing);
    /// Tries at once instead of at `nextTryAt`.
    void retryNow();

    [[nodiscard]] const ConnectionStatus &status() const noexcept { return m_status; }
    [[nodiscard]] const Freshness &freshness() const noexcept { return m_freshness; }
    /// Who is signed in; nobody before the backend has answered once.
    [[nodiscard]] const std::optional<User> &user() const noexcept { return m_user; }
    /// For calls that are not ours to make (tiles on another machine); empty when signed out.
    [[nodiscard]] const QString &token() const noexcept { return m_token; }
    [[nodiscard]] bool isLoaded() const noexcept { return m_isLoaded; }
    /// The most that batches have taken of the GUI thread's own time in one turn of its loop since the start.
    [[nodiscard]] std::chrono::microseconds longestApply() const noexcept { return m_longestApply; }

Q_SIGNALS:
    void statusChanged();
    void freshnessChanged();
    void userChanged();
    /// The server was not trusted, and is not until a new Connection is made with its fingerprint.
    void certificateQuestioned(const Doorstep::StrangeCertificate &certificate);
    void loaded(); ///< What the cache had is in the fleet (also when that is nothing).
    void cacheMovedAside(const QString &path,
                         const QString &reason); ///< The cache could not be used; a new one was begun.

private:
    void listen();
    void take(const Batch &batch);
    void applyAWhile();
    void dropWaiting();
    template <typename Call>
    void ask(Call call);

    Fleet &m_fleet;
    ServerClock &m_clock;
    QThread m_thread;
    Overlay *m_overlay = nullptr;
    Presence *m_presence = nullptr;
    Wire::HereFrame m_here;
    QTimer m_hereSoon;
    SyncEngine *m_engine; ///< Lives on m_thread.
    ConnectionStatus m_status;
    quint32 m_asked = 0; ///< Sign-ins and sign-outs so far.
    Freshness m_freshness;
    std::optional<User> m_user;
    QString m_token;
    std::deque<Batch> m_waiting; ///< Come from the engine and not applied yet.
    QTimer m_turn; ///< Each turn of the event loop applies a little, so that input and painting have their turn too.
    std::chrono::milliseconds m_budget; ///< For one turn.
    std::chrono::microseconds m_longestApply{0};
    bool m_isLoaded = false;
};

} // namespace Doorstep
