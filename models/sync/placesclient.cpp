// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/placesclient.h"

#include "models/sync/backendclient.h"
#include "models/wire/placewire.h"

#include <QNetworkReply>
#include <QTimer>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr qint64 largestAnswer = qint64{512} * 1024;
constexpr qsizetype longestQuestion = 300; // the backend reads no further
constexpr double nearDegrees = 0.3;
constexpr qsizetype mostDoors = 9;
constexpr auto tooLarge = "doorstep_too_large"; // a property of the reply

QString degrees(double value)
{
    return QString::number(value, 'f', 6);
}

/// Percent-encoded here: QUrlQuery leaves "+", "&" and ";" as they are, and they are none of ours.
void put(QUrlQuery &query, const QString &key, const QString &value)
{
    query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value)));
}

Result<QByteArray> bodyOf(QNetworkReply &reply)
{
    if (reply.property(tooLarge).toBool())
        return failure(Error::Kind::Malformed, u"the answer is larger than 512 KiB"_s);
    auto bytes = reply.isOpen() ? reply.readAll() : QByteArray(); // closed when it was aborted
    if (reply.error() != QNetworkReply::NoError)
        return std::unexpected(errorOf(reply, bytes));
    return bytes;
}

} // namespace

PlacesClient::PlacesClient(const Options &options, QObject *parent)
    : QObject(parent)
    , m_patience(options.patience)
    , m_requests(options.server)
    , m_trust(options.trustedCertificate)
{
    m_trust.guard(m_network);
}

PlacesClient::~PlacesClient()
{
    giveUp();
}

void PlacesClient::setToken(const QString &token)
{
    if (token.isEmpty())
        m_requests.clearBearerToken();
    else
        m_requests.setBearerToken(token.toUtf8());
}

void PlacesClient::end(QPointer<QNetworkReply> &asked)
{
    if (auto *reply = asked.data()) {
        asked.clear(); // first: nobody hears of it
        reply->disconnect();
        Doorstep::giveUp(*reply);
        reply->deleteLater();
    }
}

void PlacesClient::giveUpSearch()
{
    end(m_search);
}

void PlacesClient::giveUp()
{
    for (auto *asked : {&m_search, &m_reverse, &m_visits})
        end(*asked);
}

void PlacesClient::ask(QPointer<QNetworkReply> &asked, const QString &path, const QUrlQuery &query,
                       const Answer &answer)
{
    end(asked);
    auto request = m_requests.createRequest(path, query);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false); // parallel streams stall before Qt 6.10.1
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::SameOriginRedirectPolicy);
    auto *reply = m_network.get(request);
    asked = reply;
    QTimer::singleShot(m_patience, reply, [reply] { Doorstep::giveUp(*reply); });
    connect(reply, &QNetworkReply::readyRead, this, [reply] {
        if (reply->bytesAvailable() > largestAnswer) {
            reply->setProperty(tooLarge, true);
            Doorstep::giveUp(*reply);
        }
    });
    connect(reply, &QNetworkReply::finished, this, [reply, answer, &asked] {
        asked.clear();
        reply->deleteLater();
        answer(bodyOf(*reply));
    });
}

void PlacesClient::search(const QString &text, const QGeoCoordinate &near)
{
    QUrlQuery query;
    put(query, u"q"_s, text.left(longestQuestion));
    put(query, u"format"_s, u"jsonv2"_s);
    put(query, u"addressdetails"_s, u"1"_s);
    put(query, u"limit"_s, u"9"_s);
    if (near.isValid()) {
        put(query, u"viewbox"_s,
            QStringList{degrees(near.longitude() - nearDegrees), degrees(near.latitude() + nearDegrees),
                        degrees(near.longitude() + nearDegrees), degrees(near.latitude() - nearDegrees)}
                .join(u','));
    }
    ask(m_search, u"/nominatim/search"_s, query, [this, text](const Result<QByteArray> &body) {
        if (const auto hits = body.and_then(Wire::placeHitsFromBytes))
            Q_EMIT found(text, *hits);
        else
            Q_EMIT searchFailed(text, hits.error());
    });
}

void PlacesClient::reverse(const QGeoCoordinate &place)
{
    QUrlQuery query;
    put(query, u"lat"_s, degrees(place.latitude()));
    put(query, u"lon"_s, degrees(place.longitude()));
    put(query, u"format"_s, u"jsonv2"_s);
    ask(m_reverse, u"/nominatim/reverse"_s, query, [this, place](const Result<QByteArray> &body) {
        if (const auto hit = body.and_then(Wire::placeHitFromBytes))
            Q_EMIT reversed(place, *hit);
        else
            Q_EMIT reverseFailed(place, hit.error());
    });
}

void PlacesClient::askVisits(const StopId &stop, const QList<QGeoCoordinate> &doors)
{
    QStringList places;
    for (const auto &door : doors.first(std::min(doors.size(), mostDoors)))
        places.append(degrees(door.longitude()) + u',' + degrees(door.latitude()));
    QUrlQuery query;
    if (!places.isEmpty())
        put(query, u"doors"_s, places.join(u';'));
    ask(m_visits, u"/v1/stops/%1/history"_s.arg(stop.toString()), query, [this, stop](const Result<QByteArray> &body) {
        if (const auto visits = body.and_then(Wire::pastVisitsFromBytes))
            Q_EMIT visited(stop, *visits);
        else
            Q_EMIT visitsFailed(stop, visits.error());
    });
}

} // namespace Doorstep

#include "moc_placesclient.cpp"
