// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <memory>
#include <semaphore>
#include <thread>

namespace Doorstep::Test {

/// Speaks HTTP on a port of its own, in a thread of its own; what it says is up to the test.
class CannedServer
{
public:
    struct Reply
    {
        int status = 200;
        QByteArray body;
    };
    using Answer = std::function<Reply(const QUrl &)>;
    using AnswerToBody = std::function<Reply(const QUrl &, const QByteArray &)>;

    explicit CannedServer(Answer answer)
        : CannedServer([answer = std::move(answer)](const QUrl &url, const QByteArray &) { return answer(url); })
    {
    }

    explicit CannedServer(AnswerToBody answer)
        : m_thread([this, answer = std::move(answer)](const std::stop_token &stop) { serve(stop, answer); })
    {
        m_ready.acquire();
    }

    [[nodiscard]] QUrl url(const QString &path = {}) const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_port).arg(path));
    }

private:
    void serve(const std::stop_token &stop, const AnswerToBody &answer)
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        m_port = server.serverPort();
        m_ready.release();
        while (!stop.stop_requested()) {
            if (!server.hasPendingConnections() && !server.waitForNewConnection(20)) // two may come at once
                continue;
            const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
            QByteArray request;
            while (!request.contains("\r\n\r\n") && socket->waitForReadyRead(2000))
                request += socket->readAll();
            const auto body = bodyOf(*socket, request);
            const auto target = QString::fromUtf8(request.split(' ').value(1));
            const auto reply = answer(QUrl(QStringLiteral("http://x") + target), body);
            if (reply.status == 0)
                continue; // hangs up
            socket->write("HTTP/1.1 " + QByteArray::number(reply.status)
                          + " X\r\nContent-Type: application/json\r\nContent-Length: "
                          + QByteArray::number(reply.body.size()) + "\r\nConnection: close\r\n\r\n" + reply.body);
            if (socket->state() == QAbstractSocket::ConnectedState) // the other side may have given up
                socket->waitForBytesWritten(2000);
            socket->disconnectFromHost();
            if (socket->state() != QAbstractSocket::UnconnectedState)
                socket->waitForDisconnected(2000);
        }
    }

    /// What comes after the head in \a request, and what is still to come of it.
    static QByteArray bodyOf(QTcpSocket &socket, const QByteArray &request)
    {
        const auto headEnd = request.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return {}; // they have given up
        const auto end = headEnd + 4;
        static constexpr QByteArrayView length("content-length:");
        const auto at = request.first(end).toLower().indexOf(length);
        if (at < 0)
            return {};
        const auto said = request.sliced(at + length.size()).split('\r').constFirst().trimmed().toLongLong();
        auto body = request.sliced(end);
        while (body.size() < said && socket.waitForReadyRead(2000))
            body += socket.readAll();
        return body;
    }

    quint16 m_port = 0;
    std::binary_semaphore m_ready{0};
    std::jthread m_thread; // last, so that it ends first
};

} // namespace Doorstep::Test
