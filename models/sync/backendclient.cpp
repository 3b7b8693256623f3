// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/backendclient.h"

#include "models/wire/problemwire.h"
#include "models/wire/rawjson.h"
#include "models/wire/subjectwire.h"

#include <QCoreApplication>
#include <QCoroNetworkReply>
#include <QNetworkAccessManager>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr qint64 largestAnswer = 67'108'864;

// Coroutines are free functions that own their arguments: there is no `this` to outlive.
QCoro::Task<Result<QByteArray>> body(Reply reply)
{
    co_await reply.get();
    auto bytes = reply->isOpen() ? reply->read(largestAnswer) : QByteArray(); // closed when it was aborted
    if (reply->error() != QNetworkReply::NoError)
        co_return std::unexpected(errorOf(*reply, bytes));
    if (reply->bytesAvailable() > 0)
        co_return failure(Error::Kind::Malformed, u"the answer is larger than 64 MiB"_s);
    co_return bytes;
}

QCoro::Task<Result<Wire::Session>> readSession(Reply reply)
{
    const auto bytes = co_await body(std::move(reply));
    co_return bytes.and_then(Wire::objectFromBytes).and_then(Wire::sessionFromJson);
}

QCoro::Task<Result<Wire::ChangesPage>> readChanges(Reply reply)
{
    const auto bytes = co_await body(std::move(reply));
    co_return bytes.and_then(Wire::changesPageFromBytes);
}

QCoro::Task<Result<Wire::AuditPage>> readAudit(Reply reply)
{
    const auto bytes = co_await body(std::move(reply));
    co_return bytes.and_then(Wire::objectFromBytes).and_then(Wire::auditPageFromJson);
}

QCoro::Task<Result<Wire::InsertionsAnswer>> readInsertions(Reply reply)
{
    const auto bytes = co_await body(std::move(reply));
    co_return bytes.and_then(Wire::objectFromBytes).and_then(Wire::insertionsFromJson);
}

QCoro::Task<Result<>> readNothing(Reply reply)
{
    const auto bytes = co_await body(std::move(reply));
    co_return bytes.transform([](const QByteArray &) { });
}

} // namespace

Error errorOf(const QNetworkReply &reply, const QByteArray &body)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // No answer at all is status 0; a cut connection after "200" is none either.
    if (status < 400)
        return {.kind = Error::Kind::Offline, .detail = reply.errorString()};
    return Wire::errorOf(status, body);
}

void giveUp(QNetworkReply &reply)
{
    // Qt tells of an error and of the end by two events. To abort between the two is a second error, which it warns of.
    QCoreApplication::sendPostedEvents(&reply, QEvent::MetaCall);
    if (reply.error() == QNetworkReply::NoError)
        reply.abort();
}

void giveUpAll(const QNetworkAccessManager &network)
{
    for (auto *reply : network.findChildren<QNetworkReply *>())
        giveUp(*reply);
}

BackendClient::BackendClient(QNetworkAccessManager &network, const QUrl &server, std::chrono::milliseconds timeout)
    : m_network(network)
    , m_requests(server)
{
    m_requests.setTransferTimeout(timeout);
}

void BackendClient::setToken(const QString &token)
{
    m_requests.setBearerToken(token.toUtf8());
}

QNetworkRequest BackendClient::request(const QString &path, const QUrlQuery &query) const
{
    auto request = m_requests.createRequest(path, query);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false); // parallel streams stall before Qt 6.10.1
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::SameOriginRedirectPolicy);
    return request;
}

QCoro::Task<Result<Wire::Session>> BackendClient::signIn(const QString &user, const QString &password) const
{
    auto post = request(u"/v1/session"_s);
    post.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    return readSession(Reply(m_network.post(post, Wire::compact({{u"user"_s, user}, {u"password"_s, password}}))));
}

QCoro::Task<Result<Wire::Session>> BackendClient::session() const
{
    return readSession(Reply(m_network.get(request(u"/v1/session"_s))));
}

QCoro::Task<Result<Wire::Session>> BackendClient::refresh() const
{
    auto post = request(u"/v1/session/refresh"_s);
    post.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    return readSession(Reply(m_network.post(post, QByteArray("{}"))));
}

QCoro::Task<Result<>> BackendClient::signOut() const
{
    return readNothing(Reply(m_network.deleteResource(request(u"/v1/session"_s))));
}

QCoro::Task<Result<Wire::ChangesPage>> BackendClient::changes(const FeedId &feed, const Cursor &after) const
{
    const QUrlQuery query{
        {u"epoch"_s, Wire::epochText(after.epoch)}, {u"after"_s, QString::number(after.seq)}, {u"limit"_s, u"1000"_s}};
    return readChanges(Reply(m_network.get(request(u"/v1/feeds/%1/changes"_s.arg(feed.toString()), query))));
}

QCoro::Task<Result<Wire::AuditPage>> BackendClient::audit(const FeedId &feed, const Subject &about, qint64 before) const
{
    QUrlQuery query{{u"about"_s, Wire::toText(about)}, {u"limit"_s, u"100"_s}};
    if (before > 0)
        query.addQueryItem(u"before"_s, QString::number(before));
    return readAudit(Reply(m_network.get(request(u"/v1/feeds/%1/audit"_s.arg(feed.toString()), query))));
}

QCoro::Task<Result<Wire::InsertionsAnswer>> BackendClient::insertions(const StopId &stop) const
{
    return readInsertions(Reply(m_network.get(request(u"/v1/stops/%1/insertions"_s.arg(stop.toString())))));
}

Reply BackendClient::snapshot(const FeedId &feed) const
{
    return Reply(m_network.get(request(u"/v1/feeds/%1/snapshot"_s.arg(feed.toString()))));
}

} // namespace Doorstep
