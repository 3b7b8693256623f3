// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/ownport.h"

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QTcpServer>
#include <QUrl>

class QTcpSocket;

namespace Doorstep::Test {

/// As much of doorstepd as the simulator meets, over real HTTP on a free port, remembering what it was told. One
/// thread.
class FakeBackend : public QObject
{
    Q_OBJECT

public:
    struct Request
    {
        QByteArray verb;
        QString path;
        QByteArray query;
        QByteArray contentType;
        QByteArray token;
        QByteArray body;
    };
    struct Response
    {
        int status = 200;
        QByteArray body;
    };

    FakeBackend();

    [[nodiscard]] QUrl url() const;
    /// Away: connections are cut and refused. Back: on the same port, with no memory of tokens.
    void goAway();
    void comeBack();

    bool isClockFixed = false;
    QHash<QString, QJsonObject> outcomes; ///< By stop.
    int repeatedOutcomes = 0;
    QList<QJsonObject> decisions; ///< Commands, as they came.
    QHash<QString, QList<qint64>> fixTimes; ///< Seconds since the epoch by device id, in the order in which they came.
    bool asksForPositions = false; ///< Of OwnTracks, at each single post that is no answer to it.
    QList<QJsonObject> positionsAskedFor; ///< Posts with trigger "r".
    QList<QJsonObject> clocks; ///< Each that was set.
    QList<QJsonObject> importedVisits;
    int plannedStops = 0;
    int signIns = 0;

private:
    void accept();
    void read(QTcpSocket *socket);
    [[nodiscard]] Response answer(const Request &request);
    [[nodiscard]] Response answerCall(const Request &request);
    [[nodiscard]] Response answerRegion(const Request &request) const;
    [[nodiscard]] Response makeOrders(const QJsonObject &body);
    void keepFix(const QString &device, qint64 seconds);
    void keepPosts(const Request &request);
    [[nodiscard]] QByteArray answerToPhone(const Request &request);

    QTcpServer m_server;
    OwnPort m_port;
    QByteArray m_token;
    int m_orders = 0;
};

} // namespace Doorstep::Test
