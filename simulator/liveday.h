// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/courier.h"
#include "simulator/outbox.h"
#include "simulator/simulatedclock.h"
#include "simulator/truthlog.h"

#include <QTimer>

namespace Doorstep::Simulation {

/// How to come back to a server that was away.
struct Credentials
{
    QString user;
    QString password;
    bool setsClock = true; ///< A server that was started again shows the time of its machine.
};

/// Lets the couriers live with the clock and sends what their phones say, until all are home and everything is sent.
/// When the server is away the phones keep what they have, and send it in order once it is back.
class LiveDay : public QObject
{
    Q_OBJECT

public:
    /// All references must outlive this.
    LiveDay(ApiClient &client, SimulatedClock &clock, std::vector<Courier> couriers, StopsByReference stops,
            TruthLog &truth);

    void setCredentials(Credentials credentials) { m_credentials = std::move(credentials); }
    /// Something that courier \a number could not send before.
    void addEarlier(std::size_t number, const QList<Outgoing> &outgoing);
    /// What people at desks write down, in its order.
    void addDeskWork(const QList<Outgoing> &work);
    void start();

    [[nodiscard]] qsizetype sentCount() const noexcept { return m_sent; }
    [[nodiscard]] qsizetype refusedCount() const noexcept { return m_refused; }

Q_SIGNALS:
    void happened(const QString &line);
    void finished();

private:
    void tick();
    void lose();
    void reconnect();
    void send(std::size_t number, const Courier::News &news);
    void hear(std::size_t number, const QByteArray &answer);

    ApiClient &m_client;
    SimulatedClock &m_clock;
    std::vector<Courier> m_couriers;
    StopsByReference m_stops;
    TruthLog &m_truth;
    Credentials m_credentials;
    std::vector<Outbox *> m_outboxes; ///< Children of this: for each courier one for fixes, one for outcomes.
    QTimer m_timer;
    bool m_isConnected = true;
    std::chrono::milliseconds m_backOff{500};
    qsizetype m_sent = 0;
    qsizetype m_refused = 0;
};

} // namespace Doorstep::Simulation
