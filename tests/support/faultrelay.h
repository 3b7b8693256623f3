// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/faultproxy.h"

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

namespace Doorstep::Test {

/// The FaultProxy's half that lives on its thread.
class FaultRelay : public QObject
{
    Q_OBJECT
public:
    struct Waiting
    {
        Strike strike = Strike::None;
        QByteArray prefix;
        int times = 1;
        int skip = 0; ///< Requests that pass before it.
    };

    [[nodiscard]] quint16 listen(const QUrl &server);
    void close();

    [[nodiscard]] Strike strikeFor(const QByteArray &request);
    [[nodiscard]] bool cutsNow();

    Weather weather;
    QList<Waiting> waiting;
    QByteArrayList seen; ///< First lines.
    int struck = 0;
    int piecesLeft = 0; ///< Until one is cut; 0: none will.
    QUrl server;

Q_SIGNALS:
    void cleared(); ///< The weather is another.
    void vanished();
    void cut();

private:
    void accept();

    QTcpServer *m_listener = nullptr;
};

/// One connection through the proxy.
class FaultLink : public QObject
{
    Q_OBJECT
public:
    FaultLink(FaultRelay &relay, QTcpSocket *client);
    ~FaultLink() override;
    Q_DISABLE_COPY_MOVE(FaultLink)

private:
    struct Late
    {
        qint64 due;
        QByteArray bytes;
    };
    /// One direction.
    struct Way
    {
        QTcpSocket *from = nullptr;
        QTcpSocket *to = nullptr;
        QList<Late> late;
        qint64 passed = 0; ///< Since the weather changed.
    };

    void pump();
    void read(Way &way, bool isHeld);
    void write(Way &way, bool isHeld);
    void takeRequestBytes(const QByteArray &bytes);
    void forward(const QByteArray &request);
    void takeAnswerBytes(const QByteArray &bytes);
    void duplicate(const QByteArray &request);
    [[nodiscard]] static bool isOver(const Way &way, bool isHeld);
    void end();

    FaultRelay &m_relay;
    QTcpSocket &m_client;
    QTcpSocket m_server;
    Way m_up;
    Way m_down;
    QByteArray m_request; ///< Not complete yet.
    Strike m_onAnswer = Strike::None;
    bool m_isRaw = false; ///< A WebSocket: no requests any more.
    bool m_isVanished = false;
    QElapsedTimer m_clock;
    QTimer m_tick;
};

} // namespace Doorstep::Test
