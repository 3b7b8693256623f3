// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

namespace Doorstep::Test {

/// The bytes of a request.
[[nodiscard]] QByteArray request(const QByteArray &verb, const QByteArray &path, const QByteArray &contentType,
                                 const QByteArray &body, const QByteArray &token = {});

/// One kept connection that sends the next request when the one before is answered: much lighter than a real client, so
/// that load tests load the server.
class HttpConnection
{
public:
    using Next = std::function<QByteArray()>; ///< Empty: no more.
    using Answered = std::function<void(int status, const QByteArray &body)>;

    HttpConnection(const QUrl &server, Next next, Answered answered);
    void sendNext();

private:
    void read();

    QTcpSocket m_socket;
    Next m_next;
    Answered m_answered;
    QByteArray m_buffer;
};

/// Sends one request and waits up to half a minute; the answer's body, empty unless 2xx.
[[nodiscard]] QByteArray ask(const QUrl &server, const QByteArray &text);
/// Signs in; empty when that fails.
[[nodiscard]] QByteArray tokenOf(const QUrl &server, const char *user, const char *password);

} // namespace Doorstep::Test
