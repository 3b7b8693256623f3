// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QUrl>

#include <utility>

namespace Doorstep::Test {

/// What a server said.
struct Answer
{
    int status = 0; ///< 0: it hung up.
    QHash<QByteArray, QByteArray> headers; ///< Names in lower case.
    QByteArray body;

    [[nodiscard]] QJsonObject json() const;
    [[nodiscard]] QString code() const; ///< Of a problem.
};

/// Says things to a server that a well-behaved client would not. Blocks.
class HttpClient
{
public:
    explicit HttpClient(QUrl server)
        : m_server(std::move(server))
    {
    }

    using Headers = QList<std::pair<QByteArray, QByteArray>>;
    Answer call(const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
                Headers headers = {}) const;
    Answer call(const QByteArray &method, const QByteArray &path, const QJsonObject &body, Headers headers = {}) const;
    Answer raw(const QByteArray &bytes) const; ///< Sends \a bytes as they are.

    /// Every further call carries the token that this brings. Empty when it was refused.
    QByteArray signIn(const QString &user, const QString &password);
    void useToken(const QByteArray &token) { m_token = token; }
    [[nodiscard]] QByteArray lastBody() const { return m_lastBody; } ///< Of signIn(): why not.

private:
    QUrl m_server;
    QByteArray m_token;
    QByteArray m_lastBody;
};

} // namespace Doorstep::Test
