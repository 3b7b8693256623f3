// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/wire/liveframes.h"

#include <QNetworkRequest>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

namespace Doorstep::Test {

/// A socket to /v1/live that keeps what it hears.
class LiveClient
{
public:
    LiveClient(const QUrl &server, const QByteArray &token, const QByteArray &origin = {},
               const QStringList &protocols = {QStringLiteral("doorstep.v1")})
        : m_socket(QString::fromLatin1(origin))
    {
        QObject::connect(&m_socket, &QWebSocket::textMessageReceived, &m_socket, [this](const QString &text) {
            const auto frame = Wire::serverFrameFromBytes(text.toUtf8());
            QVERIFY2(frame, qPrintable(text));
            frames.append(*frame);
        });
        QUrl url = server;
        url.setScheme(QStringLiteral("ws"));
        url.setPath(QStringLiteral("/v1/live"));
        QNetworkRequest request(url);
        request.setRawHeader("Authorization", "Bearer " + token);
        QWebSocketHandshakeOptions options;
        options.setSubprotocols(protocols);
        m_socket.open(request, options);
    }

    void say(const Wire::ClientFrame &frame) { m_socket.sendTextMessage(QString::fromUtf8(Wire::toBytes(frame))); }
    void sayText(const QString &text) { m_socket.sendTextMessage(text); }
    [[nodiscard]] bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    [[nodiscard]] bool isOver() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    [[nodiscard]] QString protocol() const { return m_socket.subprotocol(); }
    [[nodiscard]] int closeCode() const { return static_cast<int>(m_socket.closeCode()); }

    template <typename Frame>
    [[nodiscard]] QList<Frame> heard() const
    {
        QList<Frame> found;
        for (const auto &frame : frames) {
            if (const auto *one = std::get_if<Frame>(&frame))
                found.append(*one);
        }
        return found;
    }

    QList<Wire::ServerFrame> frames;

private:
    QWebSocket m_socket;
};

} // namespace Doorstep::Test
