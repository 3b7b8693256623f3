// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/sync/servertrust.h"
#include "models/sync/synctimings.h"
#include "models/wire/liveframes.h"

#include <QElapsedTimer>
#include <QNetworkRequest>
#include <QObject>
#include <QTimer>
#include <QWebSocket>

#include <optional>

namespace Doorstep {

/// One `WS /v1/live` from opening to closing: says hello, reads frames, gives credit back, measures the round trip and
/// notices when nothing comes any more. Used once; a new connection is a new object.
class LiveSocket : public QObject
{
    Q_OBJECT
public:
    LiveSocket(const QUrl &server, const QString &token, const SyncTimings &timings, QObject *parent = nullptr);

    void guardBy(ServerTrust &trust) { trust.guard(m_socket); }
    /// Everything is connected before the first byte can come: a QWebSocket drops what nobody listens to.
    void open(const Wire::HelloFrame &hello);
    void send(const Wire::ClientFrame &frame);
    /// Closes without a further signal.
    void abandon();

Q_SIGNALS:
    void received(const Doorstep::Wire::ServerFrame &frame);
    void latencyMeasured(std::chrono::milliseconds latency);
    /// It is over: closed by either side, silent for too long, or never open. Once.
    void closed(const Doorstep::Error &error);

private:
    void takeText(const QString &text);
    void ping();
    void acknowledge();
    void watch();
    void end(const Error &error);

    SyncTimings m_timings;
    QNetworkRequest m_request;
    QWebSocket m_socket;
    Wire::HelloFrame m_hello;
    QTimer m_watch;
    QTimer m_ackTimer;
    QElapsedTimer m_lastFrame;
    QElapsedTimer m_lastPing;
    QElapsedTimer m_unanswered; ///< Since the first ping after which nothing came; invalid when something did.
    int m_unacknowledged = 0;
    bool m_isOver = false;
};

} // namespace Doorstep
