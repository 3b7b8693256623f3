// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/desk/desk.h"
#include "models/store/fleet.h"
#include "models/store/overlay.h"
#include "models/store/serverclock.h"
#include "models/store/setbacks.h"
#include "models/sync/connection.h"

#include <QSet>

namespace Doorstep::Test {

/// What a console has told its person; outlives the console.
struct Ledger
{
    QList<CommandId> saved; ///< Shown as saved, in their order.
    QSet<CommandId> dealtWith; ///< Not taken by the backend, and cleared by the person.
    QSet<QString> notes; ///< Ids of notes shown as saved, and not taken back since.
    QStringList broken; ///< Promises that were seen broken on the way.
    int unusable = 0; ///< Outboxes that could not be opened.
    int recovered = 0; ///< Commands saved from damaged ones.
};

/// What a console has written down last, and ended before it could say so: what was taken back is promised no more.
/// \a outbox is what it has left.
void hearWhatWasNotSaid(Ledger &ledger, const QList<OutboxCommand> &outbox);

/// A clock that a test may set wrong.
class JumpingClock : public Clock
{
public:
    explicit JumpingClock(const Clock &right)
        : m_right(right)
    {
    }
    [[nodiscard]] QDateTime now() const override { return m_right.now().addDuration(offset); }

    std::chrono::seconds offset{0};

private:
    const Clock &m_right;
};

/// One console without windows: everything between a person's wish and the network, as app/ connects it. Its cache and
/// its outbox stay when it goes.
class Station : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        QUrl server;
        QString directory;
        QString user;
        QString password;
        int patience = 1; ///< Timeouts are so many times as long.
    };

    /// \a ledger must outlive this.
    Station(const Options &options, Ledger &ledger);

    /// A note about a stop, whose text says its id.
    void addNote(const StopId &stop);
    /// \a isRestored: the backend has gone back in time, and notes may be gone until they were sent again.
    void setRestored(bool isRestored) { m_isRestored = isRestored; }
    [[nodiscard]] bool isLive() const { return connection.status().state == ConnectionStatus::State::Live; }
    /// Somebody has signed in, and their outbox is open.
    [[nodiscard]] bool mayDecide() const { return !desk.refusalOf({}); }
    /// Live, and nothing waits. Before the outbox is open nobody knows what waits.
    [[nodiscard]] bool isQuiet() const
    {
        return isLive() && mayDecide() && uplink.waiting() == 0 && overlay.size() == 0;
    }

    bool signsInAgain = true; ///< Whenever the backend asks for it.
    Fleet fleet;
    Overlay overlay{fleet};
    Setbacks setbacks;
    ServerClock serverClock;
    JumpingClock clock{serverClock};
    Connection connection;
    Uplink uplink;
    Desk desk;

private:
    void connectAll();
    void listen();
    void signInAgain();
    void checkOnTheWay();
    void checkNotes();
    [[nodiscard]] static QString noteIn(const QString &text);

    Options m_options;
    Ledger &m_ledger;
    QHash<FeedId, Cursor> m_cursors;
    QSet<QString> m_seenNotes; ///< Of the ledger, since this console first showed them.
    QString m_token;
    bool m_isRestored = false;
};

} // namespace Doorstep::Test
