// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/simulator/fakebackend.h"

#include "models/domain/polyline.h"
#include "tests/simulator/fakecity.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QUrlQuery>

#include <optional>

using namespace Qt::StringLiterals;

namespace Doorstep::Test {
namespace {

QByteArray bytesOf(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

/// The request at the front of \a buffer, taken out of it; nothing while it is incomplete.
std::optional<FakeBackend::Request> takeRequest(QByteArray &buffer)
{
    const auto headEnd = buffer.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return std::nullopt;
    const auto lines = buffer.first(headEnd).split('\n');
    const auto first = lines[0].trimmed().split(' ');
    FakeBackend::Request request{.verb = first.value(0)};
    const auto target = QUrl(QString::fromLatin1(first.value(1)));
    request.path = target.path();
    request.query = target.query().toLatin1();
    qsizetype length = 0;
    for (const auto &line : lines) {
        const auto colon = line.indexOf(':');
        const auto name = line.first(std::max<qsizetype>(colon, 0)).toLower();
        const auto value = line.sliced(colon + 1).trimmed();
        if (name == "content-length")
            length = value.toLongLong();
        else if (name == "content-type")
            request.contentType = value;
        else if (name == "authorization")
            request.token = value;
    }
    if (buffer.size() < headEnd + 4 + length)
        return std::nullopt;
    request.body = buffer.sliced(headEnd + 4, length);
    buffer.remove(0, headEnd + 4 + length);
    return request;
}

QList<QGeoCoordinate> placesIn(const QString &path)
{
    QList<QGeoCoordinate> places;
    for (const auto &pair : path.section(u'/', -1).split(u';'))
        places += QGeoCoordinate(pair.section(u',', 1).toDouble(), pair.section(u',', 0, 0).toDouble());
    return places;
}

QJsonObject routeThrough(const QList<QGeoCoordinate> &places)
{
    QJsonArray legs;
    for (qsizetype i = 1; i < places.size(); ++i) {
        const auto path = streetFrom(places[i - 1], places[i]);
        legs += QJsonObject{
            {u"steps"_s,
             QJsonArray{QJsonObject{{u"geometry"_s, encodedPolyline(path.points)}, {u"duration"_s, path.duration()}}}}};
    }
    return {{u"code"_s, u"Ok"_s}, {u"routes"_s, QJsonArray{QJsonObject{{u"legs"_s, legs}}}}};
}

QJsonObject tableOf(const QList<QGeoCoordinate> &places)
{
    const auto matrix = Simulation::crowMatrix(places, 8.0);
    QJsonArray rows;
    for (qsizetype i = 0; i < places.size(); ++i) {
        QJsonArray row;
        for (qsizetype j = 0; j < places.size(); ++j)
            row += matrix(i, j);
        rows += row;
    }
    return {{u"code"_s, u"Ok"_s}, {u"durations"_s, rows}};
}

} // namespace

FakeBackend::FakeBackend()
{
    connect(&m_server, &QTcpServer::newConnection, this, &FakeBackend::accept);
    comeBack();
}

QUrl FakeBackend::url() const
{
    return m_port.url();
}

void FakeBackend::goAway()
{
    m_server.close();
    const auto sockets = findChildren<QTcpSocket *>();
    for (auto *socket : sockets)
        socket->abort();
    m_token.clear();
}

void FakeBackend::comeBack()
{
    m_server.listen(QHostAddress::LocalHost, m_port.number());
}

void FakeBackend::accept()
{
    while (auto *socket = m_server.nextPendingConnection()) {
        socket->setParent(this);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }
}

void FakeBackend::read(QTcpSocket *socket)
{
    auto buffer = socket->property("buffer").toByteArray() + socket->readAll();
    while (const auto request = takeRequest(buffer)) {
        const auto response = answer(*request);
        socket->write("HTTP/1.1 " + QByteArray::number(response.status)
                      + " x\r\nContent-Type: application/json\r\nContent-Length: "
                      + QByteArray::number(response.body.size()) + "\r\n\r\n" + response.body);
    }
    socket->setProperty("buffer", buffer);
}

FakeBackend::Response FakeBackend::answer(const Request &request)
{
    if (request.path.startsWith("/osrm/"_L1) || request.path.startsWith("/nominatim/"_L1))
        return answerRegion(request);
    if (!request.path.startsWith("/v1/"_L1)) {
        keepPosts(request);
        return {.body = answerToPhone(request)};
    }
    if (request.path == "/v1/session"_L1) {
        ++signIns;
        if (QJsonDocument::fromJson(request.body)["password"_L1] != "secret"_L1)
            return {.status = 401, .body = R"({"status":401,"code":"bad_credentials","title":"x","detail":"x"})"};
        m_token = "Bearer token" + QByteArray::number(signIns);
        return {.body = bytesOf({{u"token"_s, QString::fromLatin1(m_token.sliced(7))},
                                 {u"expires_at"_s, u"2030-01-01T00:00:00.000Z"_s},
                                 {u"user"_s,
                                  QJsonObject{{u"id"_s, u"u1"_s},
                                              {u"name"_s, u"admin"_s},
                                              {u"full_name"_s, u"Admin"_s},
                                              {u"roles"_s, QJsonArray{u"admin"_s}}}},
                                 {u"feeds"_s, QJsonArray{u"organisation"_s}}})};
    }
    if (request.token != m_token || m_token.isEmpty())
        return {.status = 401, .body = R"({"status":401,"code":"unauthorised","title":"x","detail":"x"})"};
    return answerCall(request);
}

FakeBackend::Response FakeBackend::answerCall(const Request &request)
{
    const auto body = QJsonDocument::fromJson(request.body).object();
    if (request.path == "/v1/clock"_L1) {
        if (isClockFixed)
            return {.status = 403, .body = R"({"status":403,"code":"clock_is_fixed","title":"x","detail":"x"})"};
        clocks += body;
        return {.body = request.body};
    }
    if (request.path == "/v1/orders"_L1)
        return makeOrders(body);
    if (request.path == "/v1/plan"_L1) {
        for (const auto &route : body["routes"_L1].toArray())
            plannedStops += static_cast<int>(route.toObject()["stops"_L1].toArray().size());
        return {.body = R"({"written":1})"};
    }
    if (request.path == "/v1/commands"_L1) {
        for (const auto &command : body["commands"_L1].toArray())
            decisions += command.toObject();
        return {.body = R"({"verdicts":[]})"};
    }
    if (request.path == "/v1/visits"_L1) {
        for (const auto &line : request.body.split('\n')) {
            if (!line.isEmpty())
                importedVisits += QJsonDocument::fromJson(line).object();
        }
        return {.body = R"({"written":1,"known":0})"};
    }
    const auto parts = request.path.split(u'/');
    if (parts.size() == 5 && parts[2] == "stops"_L1 && parts[4] == "attempts"_L1) {
        repeatedOutcomes += outcomes.contains(parts[3]) ? 1 : 0;
        outcomes.insert(parts[3], body);
        return {.body = "{}"};
    }
    return {.status = 404, .body = R"({"status":404,"code":"not_found","title":"x","detail":"x"})"};
}

FakeBackend::Response FakeBackend::answerRegion(const Request &request) const
{
    if (request.path.startsWith("/osrm/route/"_L1))
        return {.body = bytesOf(routeThrough(placesIn(request.path)))};
    if (request.path.startsWith("/osrm/table/"_L1))
        return {.body = bytesOf(tableOf(placesIn(request.path)))};
    const QUrlQuery query(QString::fromLatin1(request.query));
    const auto door = doorAt({query.queryItemValue(u"lat"_s).toDouble(), query.queryItemValue(u"lon"_s).toDouble()});
    return {.body = bytesOf({{u"lat"_s, QString::number(door.where.latitude(), 'f', 7)},
                             {u"lon"_s, QString::number(door.where.longitude(), 'f', 7)},
                             {u"address"_s,
                              QJsonObject{{u"road"_s, door.address.street},
                                          {u"house_number"_s, door.address.houseNumber},
                                          {u"suburb"_s, door.address.suburb}}}})};
}

QByteArray FakeBackend::answerToPhone(const Request &request)
{
    if (request.path != "/pub"_L1)
        return request.path == "/"_L1 ? QByteArray() : QByteArray("[]");
    const auto post = QJsonDocument::fromJson(request.body).object();
    const bool isAnswer = post["t"_L1] == "r"_L1;
    if (isAnswer)
        positionsAskedFor += post;
    return asksForPositions && !isAnswer ? R"([{"_type":"cmd","action":"reportLocation"}])"_ba : "[]"_ba;
}

FakeBackend::Response FakeBackend::makeOrders(const QJsonObject &body)
{
    QJsonArray made;
    for (const auto &order : body["orders"_L1].toArray()) {
        ++m_orders;
        made += QJsonObject{{u"id"_s, u"order-%1"_s.arg(m_orders)},
                            {u"stop"_s, u"stop-"_s + order.toObject()["reference"_L1].toString()},
                            {u"where_score"_s, 1.0}};
    }
    return {.body = bytesOf({{u"orders"_s, made}})};
}

void FakeBackend::keepFix(const QString &device, qint64 seconds)
{
    fixTimes[device] += seconds;
}

void FakeBackend::keepPosts(const Request &request)
{
    if (request.contentType.startsWith("application/x-www-form-urlencoded")) {
        const QUrlQuery form(QString::fromLatin1(request.body));
        return keepFix(form.queryItemValue(u"id"_s), form.queryItemValue(u"timestamp"_s).toLongLong());
    }
    const auto document = QJsonDocument::fromJson(request.body);
    const auto posts = document.isArray() ? document.array() : QJsonArray{document.object()};
    for (const auto &entry : posts) {
        const auto post = entry.toObject();
        if (post.contains("device_id"_L1))
            keepFix(post["device_id"_L1].toString(),
                    QDateTime::fromString(post["location"_L1]["timestamp"_L1].toString(), Qt::ISODateWithMs)
                        .toSecsSinceEpoch());
        else
            keepFix(post["topic"_L1].toString().section(u'/', 1, 1), post["tst"_L1].toInteger());
    }
}

} // namespace Doorstep::Test

#include "moc_fakebackend.cpp"
