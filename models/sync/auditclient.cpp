// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/auditclient.h"

#include "models/sync/backendclient.h"
#include "models/wire/subjectwire.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr int entriesOfAPage = 50;
constexpr qint64 largestAnswer = 4 * 1024 * 1024;

} // namespace

AuditClient::AuditClient(const QUrl &server, const QByteArray &trustedCertificate, std::chrono::milliseconds timeout,
                         QObject *parent)
    : QObject(parent)
    , m_trust(trustedCertificate)
    , m_requests(server)
{
    m_trust.guard(m_network);
    m_requests.setTransferTimeout(timeout);
}

AuditClient::~AuditClient()
{
    cancel();
}

void AuditClient::setToken(const QString &token)
{
    m_requests.setBearerToken(token.toUtf8());
}

void AuditClient::cancel()
{
    if (auto *reply = m_reply.data()) {
        m_reply.clear();
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
}

void AuditClient::ask(const FeedId &feed, const Subject &about, qint64 before)
{
    cancel();
    QUrlQuery query{{u"limit"_s, QString::number(entriesOfAPage)}};
    if (!about.id.isEmpty())
        query.addQueryItem(u"about"_s, Wire::toText(about));
    if (before > 0)
        query.addQueryItem(u"before"_s, QString::number(before));
    auto request = m_requests.createRequest(u"/v1/feeds/%1/audit"_s.arg(feed.toString()), query);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false); // parallel streams stall before Qt 6.10.1
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::SameOriginRedirectPolicy);
    auto *reply = m_network.get(request);
    m_reply = reply;
    connect(reply, &QNetworkReply::finished, this, [this, reply, about, before] {
        m_reply.clear();
        reply->deleteLater();
        take(*reply, about, before);
    });
}

void AuditClient::take(QNetworkReply &reply, const Subject &about, qint64 before)
{
    const auto bytes = reply.isOpen() ? reply.read(largestAnswer) : QByteArray(); // closed when it was aborted
    if (reply.error() != QNetworkReply::NoError) {
        Q_EMIT failed(about, errorOf(reply, bytes));
        return;
    }
    if (reply.bytesAvailable() > 0) {
        Q_EMIT failed(about, {.kind = Error::Kind::Malformed, .detail = u"the answer is larger than 4 MiB"_s});
        return;
    }
    const auto page = auditPageFromBytes(bytes);
    if (page)
        Q_EMIT answered(about, before, *page);
    else
        Q_EMIT failed(about, page.error());
}

} // namespace Doorstep

#include "moc_auditclient.cpp"
