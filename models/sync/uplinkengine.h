// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/archive/outbox.h"
#include "models/sync/backoff.h"
#include "models/sync/commandpost.h"
#include "models/sync/servertrust.h"
#include "models/sync/uplink.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QTimer>

#include <memory>

namespace Doorstep {

/// Keeps commands and sends them; everything that Uplink promises happens here, on a thread of its own.
class UplinkEngine : public QObject
{
    Q_OBJECT
public:
    explicit UplinkEngine(UplinkOptions options);
    ~UplinkEngine() override;

    void start();
    void setPerson(const std::optional<User> &user, const QString &token);
    void setConnected(bool isConnected);
    void feedReached(const FeedId &feed, quint64 epoch);
    void passed(const QList<CommandId> &commands);
    void submit(const QList<Submission> &commands);
    void clear(const CommandId &command);
    /// Lets go of the network and the disk; call it before destroying this.
    void stop();

Q_SIGNALS:
    void loaded(const QList<Doorstep::OutboxCommand> &commands);
    void kept(const QList<Doorstep::CommandId> &commands);
    void notKept(const QList<Doorstep::CommandId> &commands, const Doorstep::Error &error);
    void answered(const Doorstep::OutboxCommand &command);
    void resent(const QList<Doorstep::OutboxCommand> &commands);
    void cleared(const Doorstep::CommandId &command);
    void countsChanged(int waiting, int attention);
    void tokenRefused();
    void rebuilt(const QString &path, int recovered);
    void unusable(const Doorstep::Error &error);
    void lastPersonKnown(const std::optional<Doorstep::User> &person);

private:
    void open();
    void notePerson();
    void tellLoaded();
    void tellCounts();
    void resendLost(const FeedId &feed);
    void wake();
    void send();
    void mendOrder(const CommandAnswer &answer);
    void takeAnswer(const QList<CommandId> &sent, const CommandAnswer &answer);
    void takeVerdicts(const QList<CommandId> &sent, const QList<Verdict> &verdicts);
    void takeRefusal(const QList<CommandId> &sent, const CommandAnswer &answer);
    /// The backend will not take this one in any way: it goes to the person.
    void giveUp(const CommandId &command, const CommandAnswer &answer);
    void retryLater(const CommandAnswer &answer);
    void makeNetwork();
    void renewNetwork();
    void watch();
    [[nodiscard]] QList<OutboxCommand> mine(OutboxCommand::State state) const;
    /// The histories in which the backend has said "applied" to this person.
    [[nodiscard]] QHash<FeedId, quint64> confirmedEpochs() const;
    [[nodiscard]] bool hasWaiting() const;

    // Only where it is known that they are there: an outbox that is open, and somebody who has signed in.
    [[nodiscard]] Outbox &outbox()
    {
        Q_ASSERT(m_outbox);
        return *m_outbox; // NOLINT(bugprone-unchecked-optional-access)
    }
    [[nodiscard]] const Outbox &outbox() const
    {
        Q_ASSERT(m_outbox);
        return *m_outbox; // NOLINT(bugprone-unchecked-optional-access)
    }
    [[nodiscard]] const User &person() const
    {
        Q_ASSERT(m_person);
        return *m_person; // NOLINT(bugprone-unchecked-optional-access)
    }

    UplinkOptions m_options;
    ServerTrust m_trust;
    std::optional<Outbox> m_outbox;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::optional<User> m_person;
    QString m_token;
    QHash<FeedId, quint64> m_epochs;
    Backoff m_backoff;
    QTimer m_retry;
    QTimer m_watch;
    QElapsedTimer m_quiet; ///< Since the last verdict, or since there was anything to wait for.
    QElapsedTimer m_pruned;
    qsizetype m_most; ///< Commands in a request; fewer for a while after one was too large or had a bad one in it.
    int m_generation = 0; ///< Of requests; an answer to an older one is ignored.
    int m_disorders = 0; ///< In a row.
    bool m_isSending = false;
    bool m_isConnected = false;
    bool m_isTokenRefused = false;
    bool m_isBehind = false; ///< A feed goes on in another history, and its replica has not followed yet.
};

} // namespace Doorstep
