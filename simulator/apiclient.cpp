// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "simulator/apiclient.h"

#include "models/wire/problemwire.h"
#include "models/wire/sessionwire.h"

#include <QCoroNetworkReply>
#include <QJsonDocument>
#include <QNetworkReply>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep::Simulation {
namespace {

using Reply = std::unique_ptr<QNetworkReply, QScopedPointerDeleteLater>;

// Coroutines are free functions that own their arguments: there is no `this` to outlive.
QCoro::Task<Answer> answerOf(Reply reply)
{
    co_await reply.get();
    co_return Answer{.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                     .body = reply->readAll()};
}

} // namespace

ApiClient::ApiClient(QUrl server)
    : m_server(std::move(server))
{
    m_network.setTransferTimeout(120s);
    m_network.setAutoDeleteReplies(false);
}

ApiClient::~ApiClient() = default;

QNetworkRequest ApiClient::requestFor(const QString &path, bool withToken) const
{
    auto url = m_server;
    const auto question = path.indexOf(u'?');
    url.setPath(question < 0 ? path : path.first(question));
    url.setQuery(question < 0 ? QString() : path.sliced(question + 1));
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false); // parallel streams stall before Qt 6.10.1
    if (withToken && !m_token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_token);
    return request;
}

QCoro::Task<Answer> ApiClient::get(const QString &path)
{
    return answerOf(Reply(m_network.get(requestFor(path, true))));
}

QCoro::Task<Answer> ApiClient::send(const Letter &letter)
{
    auto request = requestFor(letter.path, letter.withToken);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QString::fromLatin1(letter.contentType));
    if (!letter.idempotencyKey.isEmpty())
        request.setRawHeader("Idempotency-Key", '"' + letter.idempotencyKey + '"');
    return answerOf(Reply(m_network.sendCustomRequest(request, letter.verb, letter.body)));
}

Error errorOf(const Answer &answer)
{
    auto error = Wire::errorOf(answer.status, answer.body);
    if (answer.status != 0 && error.kind == Error::Kind::Offline)
        error.kind = Error::Kind::Refused; // somebody is there, and says what is missing
    return error;
}

Result<QJsonObject> objectOf(const Answer &answer)
{
    if (!answer.isGood())
        return std::unexpected(errorOf(answer));
    const auto document = QJsonDocument::fromJson(answer.body);
    if (!document.isObject())
        return failure(Error::Kind::Malformed, u"the server answered something else than a JSON object"_s);
    return document.object();
}

QCoro::Task<Result<QByteArray>> signIn(ApiClient *client, QString user, QString password)
{
    const QJsonObject who{{u"user"_s, user}, {u"password"_s, password}};
    const auto answer = co_await client->send(Letter{
        .path = u"/v1/session"_s, .body = QJsonDocument(who).toJson(QJsonDocument::Compact), .withToken = false});
    const auto body = objectOf(answer);
    if (!body)
        co_return std::unexpected(body.error());
    const auto session = Wire::sessionFromJson(*body);
    if (!session)
        co_return std::unexpected(session.error());
    co_return session->token.toUtf8();
}

} // namespace Doorstep::Simulation
