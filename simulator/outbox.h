// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/clock.h"
#include "simulator/courier.h"

#include <QObject>
#include <QQueue>

namespace Doorstep::Simulation {

/// What one phone still has to send, in order, one at a time: the next goes only when the one before got its answer, as
/// the real apps do it. Nothing is ever dropped but what the server refuses.
class Outbox : public QObject
{
    Q_OBJECT

public:
    /// \a client and \a clock must outlive this.
    Outbox(ApiClient &client, const Clock &clock, QObject *parent = nullptr);

    void add(const Outgoing &outgoing);
    /// Sends the next one, if it is time for it and nothing is under way.
    void pump();

    [[nodiscard]] bool isEmpty() const { return m_waiting.isEmpty(); }
    [[nodiscard]] qsizetype size() const { return m_waiting.size(); }

Q_SIGNALS:
    /// The server took one, and said \a answer.
    void sent(const QByteArray &answer);
    /// The server said no to one, which is not tried again.
    void refused(int status, const QByteArray &answer);
    /// No answer, or one that asks to come back later: somebody should call pump() when the server is there again.
    void connectionLost();
    /// The token is no longer good.
    void signInRequested();

private:
    void settle(const Answer &answer);

    ApiClient &m_client;
    const Clock &m_clock;
    QQueue<Outgoing> m_waiting;
    bool m_isSending = false;
};

} // namespace Doorstep::Simulation
