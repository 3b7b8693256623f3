// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/proposalclient.h"

#include "models/sync/backendclient.h"
#include "models/wire/problemwire.h"
#include "models/wire/proposalwire.h"
#include "models/wire/rawjson.h"

#include <QNetworkReply>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr qint64 largestProposal = 8'388'608; // 8 MiB: 1,500 stops with long ids are a third of it
constexpr int mostMisses = 8; ///< Then the search counts as lost.
constexpr int nothingNew = 204;

const QString proposalsPath = u"/v1/proposals"_s;

Result<Proposal> proposalIn(const QByteArray &bytes)
{
    return Wire::objectFromBytes(bytes).and_then([](const QJsonObject &json) { return Wire::proposalFromJson(json); });
}

ProposalClient::Problem problemOf(const QNetworkReply &reply, const QByteArray &bytes)
{
    const auto said = Wire::objectFromBytes(bytes).and_then(Wire::problemFromJson);
    return {.error = errorOf(reply, bytes), .code = said ? said->code : QString()};
}

QByteArray readable(QNetworkReply &reply)
{
    return reply.isOpen() ? reply.readAll() : QByteArray(); // closed when it was aborted
}

void forget(QPointer<QNetworkReply> &pointer)
{
    auto *reply = pointer.data();
    if (reply == nullptr)
        return;
    pointer.clear(); // first: nobody hears of it
    reply->disconnect();
    giveUp(*reply);
    reply->deleteLater();
}

} // namespace

ProposalClient::ProposalClient(const Options &options, QObject *parent)
    : QObject(parent)
    , m_patience(options.patience)
    , m_requests(options.server)
    , m_trust(options.trustedCertificate)
{
    m_trust.guard(m_network);
    m_pause.setSingleShot(true);
    m_pause.setInterval(options.pause);
    connect(&m_pause, &QTimer::timeout, this, &ProposalClient::look);
}

ProposalClient::~ProposalClient()
{
    // A request from here would not leave any more: the backend's patience ends the search.
    forget(m_search);
    forget(m_check);
    forget(m_roads);
}

void ProposalClient::setToken(const QString &token)
{
    if (token.isEmpty())
        m_requests.clearBearerToken();
    else
        m_requests.setBearerToken(token.toUtf8());
}

QNetworkRequest ProposalClient::request(const QString &path) const
{
    auto request = m_requests.createRequest(path);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false); // parallel streams stall before Qt 6.10.1
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::SameOriginRedirectPolicy);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    return request;
}

void ProposalClient::expect(QNetworkReply &reply)
{
    QTimer::singleShot(m_patience, &reply, [&reply] { Doorstep::giveUp(reply); });
    connect(&reply, &QNetworkReply::readyRead, &reply, [&reply] {
        if (reply.bytesAvailable() > largestProposal)
            Doorstep::giveUp(reply);
    });
}

void ProposalClient::giveUp()
{
    endSearch();
    endCheck();
    forget(m_roads);
}

void ProposalClient::endSearch()
{
    forget(m_search);
    m_pause.stop();
    if (m_isSearching && m_id.isValid() && !m_isStopping) {
        // Nobody reads the answer: it only frees the backend's cores for others.
        auto *reply = m_network.deleteResource(request(proposalsPath + u'/' + m_id.toString()));
        expect(*reply);
        connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
    }
    m_isSearching = false;
    m_isStopping = false;
    m_id = {};
    m_round = 0;
    m_misses = 0;
}

void ProposalClient::endCheck()
{
    forget(m_check);
}

void ProposalClient::ask(const Rerouting &rerouting)
{
    endSearch();
    m_isSearching = true;
    follow(m_network.post(request(proposalsPath), Wire::compact(Wire::toJson(rerouting))));
}

void ProposalClient::stop()
{
    if (!m_isSearching || m_isStopping)
        return;
    m_isStopping = true;
    if (!m_id.isValid())
        return; // there is no plan yet to be the best: said once the first one comes
    m_pause.stop();
    forget(m_search);
    follow(m_network.deleteResource(request(proposalsPath + u'/' + m_id.toString())));
}

void ProposalClient::check(const Rerouting &plan)
{
    endCheck();
    auto asked = plan;
    asked.isCheck = true;
    auto *reply = m_network.post(request(proposalsPath), Wire::compact(Wire::toJson(asked)));
    m_check = reply;
    expect(*reply);
    connect(reply, &QNetworkReply::finished, this, [this, reply] { takeCheck(*reply); });
}

void ProposalClient::findRoads(const Wire::DrivesQuestion &question)
{
    forget(m_roads);
    auto *reply = m_network.post(request(u"/v1/drives"_s), Wire::compact(Wire::toJson(question)));
    m_roads = reply;
    expect(*reply);
    connect(reply, &QNetworkReply::finished, this,
            [this, reply, drives = question.drives] { takeRoads(*reply, drives); });
}

void ProposalClient::follow(QNetworkReply *reply)
{
    m_search = reply;
    expect(*reply);
    connect(reply, &QNetworkReply::finished, this, [this, reply] { take(*reply); });
}

void ProposalClient::look()
{
    auto asked = request(proposalsPath + u'/' + m_id.toString());
    auto url = asked.url();
    url.setQuery(QUrlQuery{{u"round"_s, QString::number(m_round)}});
    asked.setUrl(url);
    follow(m_network.get(asked));
}

void ProposalClient::take(QNetworkReply &reply)
{
    m_search.clear();
    reply.deleteLater();
    const auto bytes = readable(reply);
    if (reply.error() != QNetworkReply::NoError) {
        const auto problem = problemOf(reply, bytes);
        // A short break of the network ends no search; what was never begun has nothing to go on with.
        if (!problem.error.isTransient() || !m_id.isValid() || ++m_misses >= mostMisses) {
            fail(problem);
            return;
        }
        m_isStopping = false; // the person may say it again
        m_pause.start();
        return;
    }
    m_misses = 0;
    if (reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == nothingNew && m_id.isValid()) {
        m_pause.start();
        return;
    }
    const auto proposal = proposalIn(bytes);
    if (!proposal || (m_id.isValid() && proposal->id != m_id)) {
        fail({.error =
                  proposal ? Error{.kind = Error::Kind::Malformed, .detail = u"another proposal"_s} : proposal.error(),
              .code = {}});
        return;
    }
    const bool isBegun = m_id.isValid();
    m_id = proposal->id;
    m_round = std::max(m_round, proposal->round);
    if (proposal->isFinal) {
        m_isSearching = false;
        m_isStopping = false;
    } else if (m_isStopping && !isBegun) {
        m_isStopping = false; // it was wanted before there was one to name
        stop();
    } else {
        m_pause.start();
    }
    Q_EMIT improved(*proposal); // last: who hears it may ask for another one
}

void ProposalClient::takeCheck(QNetworkReply &reply)
{
    m_check.clear();
    reply.deleteLater();
    const auto bytes = readable(reply);
    if (reply.error() != QNetworkReply::NoError) {
        Q_EMIT checkFailed(problemOf(reply, bytes));
        return;
    }
    if (const auto proposal = proposalIn(bytes))
        Q_EMIT checked(*proposal);
    else
        Q_EMIT checkFailed({.error = proposal.error(), .code = {}});
}

void ProposalClient::takeRoads(QNetworkReply &reply, const QList<Drive> &drives)
{
    m_roads.clear();
    reply.deleteLater();
    const auto bytes = readable(reply);
    if (reply.error() != QNetworkReply::NoError)
        return;
    const auto lines = Wire::objectFromBytes(bytes).and_then(Wire::driveLinesFromJson);
    if (lines && lines->size() == drives.size())
        Q_EMIT roadsFound(drives, *lines);
}

void ProposalClient::fail(const Problem &problem)
{
    m_isSearching = false;
    m_isStopping = false;
    Q_EMIT failed(problem);
}

} // namespace Doorstep

#include "moc_proposalclient.cpp"
