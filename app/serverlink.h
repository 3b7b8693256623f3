// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/desk/desk.h"
#include "models/sync/connection.h"
#include "models/sync/placesclient.h"
#include "models/sync/proposalclient.h"
#include "models/sync/trialclient.h"
#include "models/sync/uplink.h"

#include <QObject>
#include <QTimer>

namespace Doorstep {

struct LiveStore;

/// One person's ways to one server: what it tells (Connection), what is decided (Desk) and how that gets there
/// (Uplink), with who is signed in handed to all of them. UI thread.
class ServerLink : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        QUrl server;
        QString cachePath; ///< outbox.db goes beside it.
        QString token; ///< Of an earlier sign-in; may be empty.
        bool isTokenAwaited = false; ///< It comes by useToken().
        QByteArray trustedCertificate; ///< See ServerTrust.
    };

    /// Empties \a store first, which must outlive this.
    ServerLink(LiveStore &store, const Options &options, QObject *parent = nullptr);
    /// Takes what waits out of sight; it stays in the outbox.
    ~ServerLink() override;
    Q_DISABLE_COPY_MOVE(ServerLink)

    void start();
    void useToken(const QString &token);
    /// Ends the token and forgets everything but the outbox, whose decisions wait for their author. How many wait.
    int signOut();

    [[nodiscard]] Connection &connection() { return m_connection; }
    [[nodiscard]] Uplink &uplink() { return m_uplink; }
    [[nodiscard]] Desk &desk() { return m_desk; }
    [[nodiscard]] PlacesClient &places() { return m_places; }
    [[nodiscard]] TrialClient &trials() { return m_trials; }
    [[nodiscard]] ProposalClient &proposals() { return m_proposals; }

    /// What the person has before them to change, for the others; what they look at is the selection.
    void setEditing(const QList<Subject> &editing);

    /// Decisions without a verdict, once they have waited for as long as a person notices; and those that need them.
    [[nodiscard]] int waiting() const { return m_isSlow ? m_uplink.waiting() : 0; }
    [[nodiscard]] int attention() const { return m_uplink.attention(); }

Q_SIGNALS:
    void countsChanged();

private:
    void listen();
    void takeStatus();
    void takeCounts();
    void hand(const std::optional<User> &person, const QString &token);
    void tellHere();

    LiveStore &m_store;
    Connection m_connection;
    Uplink m_uplink;
    Desk m_desk;
    PlacesClient m_places;
    TrialClient m_trials;
    ProposalClient m_proposals;
    QTimer m_slow;
    QList<Subject> m_editing;
    std::optional<User> m_person; ///< Who was handed on, with their token.
    QString m_token;
    bool m_isSlow = false;
    bool m_isSignedOut = false; ///< By the person: nobody is at the desk, whoever was last.
};

} // namespace Doorstep
