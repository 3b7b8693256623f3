// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/livestore.h"
#include "models/wire/drivewire.h"
#include "models/wire/proposalwire.h"
#include "models/wire/rawjson.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace Doorstep::Test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Answers a rerouting as the backend does, in this thread: it reads what is asked and plans as the test says.
class FakePlanner : public QObject
{
public:
    using Plan = std::function<QList<RouteOrder>(const Rerouting &)>;

    explicit FakePlanner(LiveStore &store)
        : m_store(store)
    {
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            auto *socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
    }

    [[nodiscard]] QUrl url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(m_server.serverPort())); }

    Plan plan; ///< What a search finds.
    bool isFinal = true;
    int status = 200;
    QByteArray problem;
    QList<Rerouting> asked;
    QList<Drive> drives; ///< Whose roads were asked for.
    static inline const QGeoCoordinate detour{-34.85, -56.2};
    int ended = 0;

private:
    void read(QTcpSocket &socket)
    {
        auto &request = m_requests[&socket];
        request += socket.readAll();
        const auto head = request.indexOf("\r\n\r\n");
        if (head < 0)
            return;
        const auto lengthAt = request.toLower().indexOf("content-length:");
        const auto length = lengthAt < 0 || lengthAt > head
            ? 0
            : request.mid(lengthAt + 15, request.indexOf('\r', lengthAt) - lengthAt - 15).trimmed().toLongLong();
        if (request.size() < head + 4 + length)
            return;
        const auto body = request.mid(head + 4, length);
        if (request.startsWith("POST /v1/drives "))
            tellRoads(socket, body);
        else
            answer(socket, request.left(request.indexOf(' ')), body);
        m_requests.remove(&socket);
    }

    void answer(QTcpSocket &socket, const QByteArray &method, const QByteArray &body)
    {
        QByteArray said;
        int code = status;
        if (status != 200) {
            said = problem;
        } else if (method == "POST") {
            const auto question = Wire::objectFromBytes(body).and_then(Wire::reroutingFromJson);
            asked.append(question.value());
            const auto found = question->isCheck ? question->plan : plan(*question);
            auto made = proposalOf(*question, found);
            made.isFinal = question->isCheck || isFinal;
            if (!question->isCheck)
                m_last = made;
            said = Wire::compact(Wire::toJson(made));
        } else if (method == "DELETE" || isFinal) {
            ended += method == "DELETE" ? 1 : 0;
            m_last.isFinal = true;
            m_last.round += 1;
            said = Wire::compact(Wire::toJson(m_last));
        } else {
            code = 204;
        }
        say(socket, code, said);
    }

    /// All roads lead through `detour`.
    void tellRoads(QTcpSocket &socket, const QByteArray &body)
    {
        const auto question = Wire::objectFromBytes(body).and_then(Wire::drivesQuestionFromJson);
        drives += question.value().drives;
        Wire::DriveLines lines;
        for (const auto &drive : question->drives)
            lines.append({drive.from, detour, drive.to});
        say(socket, 200, Wire::compact(Wire::driveLinesJson(lines)));
    }

    static void say(QTcpSocket &socket, int code, const QByteArray &text)
    {
        socket.write("HTTP/1.1 " + QByteArray::number(code) + " X\r\nContent-Type: application/json\r\nContent-Length: "
                     + QByteArray::number(text.size()) + "\r\nConnection: close\r\n\r\n" + text);
        socket.disconnectFromHost();
    }

    /// Ten minutes from stop to stop; each open stop after the sixth is late.
    [[nodiscard]] QList<Proposal::Visit> visitsOf(const QList<StopId> &stops) const
    {
        QList<Proposal::Visit> visits;
        for (const auto &id : stops) {
            const auto *stop = m_store.fleet.stops().find(id);
            if (stop == nullptr || !stop->isOpen())
                continue;
            const auto arrival = m_store.clock.now().addSecs(600 * (visits.size() + 1));
            visits.append({.stop = id,
                           .arrival = arrival,
                           .lateBy = std::max(0s, std::chrono::seconds(stop->window.to.secsTo(arrival))),
                           .stays = visits.isEmpty()});
        }
        return visits;
    }
    [[nodiscard]] static Proposal::Figures figuresOf(const QList<Proposal::Visit> &visits)
    {
        Proposal::Figures figures;
        for (const auto &visit : visits) {
            figures.lateStops += visit.lateBy > 0s ? 1 : 0;
            figures.late += visit.lateBy;
            figures.driving += 400s;
            figures.meters += 3000;
            figures.cost += 90;
        }
        return figures;
    }
    [[nodiscard]] Proposal proposalOf(const Rerouting &question, const QList<RouteOrder> &found)
    {
        Proposal made;
        made.id = ProposalId(u"P%1"_s.arg(++m_number));
        made.number = m_number;
        made.depot = question.depot;
        made.askedAt = m_store.clock.now();
        made.asked = question;
        made.round = 1;
        for (const auto &id : question.routes) {
            const auto *route = m_store.fleet.routes().find(id);
            const auto order = std::ranges::find(found, id, &RouteOrder::route);
            Proposal::Line line;
            line.route = id;
            line.order = {
                .route = id, .was = route->stops, .stops = order == found.end() ? route->stops : order->stops};
            line.before = visitsOf(line.order.was);
            line.after = visitsOf(line.order.stops);
            line.now = figuresOf(line.before);
            line.proposed = figuresOf(line.after);
            for (const auto &visit : line.after) {
                if (!line.order.was.contains(visit.stop)) {
                    ++made.moved;
                    made.toTell.append(visit.stop);
                }
            }
            made.lines.append(line);
        }
        return made;
    }

    LiveStore &m_store;
    QTcpServer m_server;
    QHash<QTcpSocket *, QByteArray> m_requests;
    Proposal m_last;
    int m_number = 0;
};

} // namespace Doorstep::Test
