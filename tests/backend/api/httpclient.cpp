// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/backend/api/httpclient.h"

#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep::Test {
namespace {

QByteArray unchunked(QByteArray chunks)
{
    QByteArray body;
    for (;;) {
        const auto end = chunks.indexOf("\r\n");
        const auto size = end < 0 ? 0 : chunks.first(end).toLongLong(nullptr, 16);
        if (size <= 0 || chunks.size() < end + 2 + size)
            return body;
        body += chunks.sliced(end + 2, size);
        chunks.remove(0, end + 2 + size + 2);
    }
}

} // namespace

QJsonObject Answer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QString Answer::code() const
{
    return json()["code"_L1].toString();
}

Answer HttpClient::raw(const QByteArray &bytes) const
{
    QTcpSocket socket;
    socket.connectToHost(m_server.host(), static_cast<quint16>(m_server.port()));
    if (!socket.waitForConnected(10'000))
        return {};
    socket.write(bytes);
    QByteArray all;
    for (const QDeadlineTimer patience(20s); !patience.hasExpired() && socket.waitForReadyRead(10'000);)
        all += socket.readAll();
    all += socket.readAll();
    Answer answer;
    const auto end = all.indexOf("\r\n\r\n");
    const auto lines = all.first(std::max<qsizetype>(end, 0)).split('\n');
    answer.status = lines.first().split(' ').value(1).toInt();
    for (const auto &line : lines.sliced(1)) {
        const auto colon = line.indexOf(':');
        answer.headers.insert(line.first(std::max<qsizetype>(colon, 0)).toLower(), line.sliced(colon + 1).trimmed());
    }
    answer.body = end < 0 ? QByteArray() : all.sliced(end + 4);
    if (answer.headers.value("transfer-encoding") == "chunked")
        answer.body = unchunked(answer.body);
    return answer;
}

Answer HttpClient::call(const QByteArray &method, const QByteArray &path, const QByteArray &body, Headers headers) const
{
    auto request = method + ' ' + path + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\n";
    if (!m_token.isEmpty())
        headers.append({"Authorization", "Bearer " + m_token});
    for (const auto &[name, value] : headers)
        request += name + ": " + value + "\r\n";
    if (!body.isEmpty())
        request += "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    return raw(request + "\r\n" + body);
}

Answer HttpClient::call(const QByteArray &method, const QByteArray &path, const QJsonObject &body,
                        Headers headers) const
{
    return call(method, path, QJsonDocument(body).toJson(QJsonDocument::Compact), std::move(headers));
}

QByteArray HttpClient::signIn(const QString &user, const QString &password)
{
    m_token.clear();
    const auto answer = call("POST", "/v1/session", QJsonObject{{u"user"_s, user}, {u"password"_s, password}});
    m_lastBody = QByteArray::number(answer.status) + ' ' + answer.body;
    m_token = answer.json()["token"_L1].toString().toLatin1();
    return m_token;
}

} // namespace Doorstep::Test
