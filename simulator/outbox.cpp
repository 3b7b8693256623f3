// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "simulator/outbox.h"

namespace Doorstep::Simulation {

Outbox::Outbox(ApiClient &client, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(clock)
{
}

void Outbox::add(const Outgoing &outgoing)
{
    m_waiting.enqueue(outgoing);
}

void Outbox::pump()
{
    if (m_isSending || m_waiting.isEmpty() || m_waiting.head().sendableAt > m_clock.now())
        return;
    m_isSending = true;
    QCoro::connect(m_client.send(m_waiting.head().letter), this, [this](const Answer &answer) { settle(answer); });
}

void Outbox::settle(const Answer &answer)
{
    m_isSending = false;
    const bool comeBackLater = answer.status == 0 || answer.status == 429 || answer.status >= 500;
    if (comeBackLater) {
        Q_EMIT connectionLost();
        return;
    }
    if (answer.status == 401) {
        Q_EMIT signInRequested();
        return;
    }
    m_waiting.dequeue();
    if (answer.isGood())
        Q_EMIT sent(answer.body);
    else
        Q_EMIT refused(answer.status, answer.body);
    pump();
}

} // namespace Doorstep::Simulation

#include "moc_outbox.cpp"
