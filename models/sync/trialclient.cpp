// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/trialclient.h"

#include "models/sync/backendclient.h"
#include "models/wire/rawjson.h"
#include "models/wire/thresholdswire.h"
#include "models/wire/trialwire.h"

#include <QNetworkReply>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr qint64 largestAnswer = 262'144;

Result<ThresholdTrial> trialIn(const QByteArray &bytes)
{
    return Wire::objectFromBytes(bytes).and_then(
        [](const QJsonObject &json) { return Wire::thresholdTrialFromJson(json); });
}

} // namespace

TrialClient::TrialClient(const Options &options, QObject *parent)
    : QObject(parent)
    , m_patience(options.patience)
    , m_requests(options.server)
    , m_trust(options.trustedCertificate)
{
    m_trust.guard(m_network);
}

TrialClient::~TrialClient()
{
    giveUp();
}

void TrialClient::setToken(const QString &token)
{
    if (token.isEmpty())
        m_requests.clearBearerToken();
    else
        m_requests.setBearerToken(token.toUtf8());
}

void TrialClient::giveUp()
{
    if (auto *reply = m_asked.data()) {
        m_asked.clear(); // first: nobody hears of it
        reply->disconnect();
        Doorstep::giveUp(*reply);
        reply->deleteLater();
    }
}

void TrialClient::ask(const DepotId &depot, const ThresholdValues &proposed)
{
    giveUp();
    auto request = m_requests.createRequest(u"/v1/depots/%1/thresholds/trial"_s.arg(depot.toString()));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false); // parallel streams stall before Qt 6.10.1
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::SameOriginRedirectPolicy);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    auto *reply = m_network.post(request, Wire::compact(QJsonObject{{u"thresholds"_s, Wire::toJson(proposed)}}));
    m_asked = reply;
    QTimer::singleShot(m_patience, reply, [reply] { Doorstep::giveUp(*reply); });
    connect(reply, &QNetworkReply::readyRead, this, [reply] {
        if (reply->bytesAvailable() > largestAnswer)
            Doorstep::giveUp(*reply);
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply] { take(*reply); });
}

void TrialClient::take(QNetworkReply &reply)
{
    m_asked.clear();
    reply.deleteLater();
    const auto bytes = reply.isOpen() ? reply.readAll() : QByteArray(); // closed when it was aborted
    if (reply.error() != QNetworkReply::NoError) {
        Q_EMIT failed(errorOf(reply, bytes));
        return;
    }
    if (const auto trial = trialIn(bytes))
        Q_EMIT answered(*trial);
    else
        Q_EMIT failed(trial.error());
}

} // namespace Doorstep

#include "moc_trialclient.cpp"
