// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/placesclient.h"
#include "tests/support/cannedserver.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QUrlQuery>

#include <mutex>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Questions about places over real HTTP.
class TestPlacesClient : public QObject
{
    Q_OBJECT

private:
    std::mutex m_mutex;
    QList<QUrl> m_asked;
    CannedServer::Reply m_reply;

    std::unique_ptr<CannedServer> server()
    {
        return std::make_unique<CannedServer>([this](const QUrl &url) {
            const std::scoped_lock lock(m_mutex);
            m_asked.append(url);
            return m_reply;
        });
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_asked.clear();
        m_reply = {.status = 200, .body = R"([{"lat":"-34.9","lon":"-56.1","name":"A"}])"};
    }

    void asksInWordsThatSurvive()
    {
        const auto canned = server();
        PlacesClient client({.server = canned->url()});
        QSignalSpy found(&client, &PlacesClient::found);
        const auto text = u"Ruta 8 & 5 + 1; ñandú #3 %2B"_s;
        client.search(text, QGeoCoordinate(-34.9, -56.1));
        QTRY_COMPARE(found.size(), 1);
        QCOMPARE(found[0][0].toString(), text);
        const std::scoped_lock lock(m_mutex);
        QCOMPARE(m_asked[0].path(), u"/nominatim/search"_s);
        const QUrlQuery query(m_asked[0]);
        QCOMPARE(query.queryItemValue(u"q"_s, QUrl::FullyDecoded), text);
        QCOMPARE(query.queryItemValue(u"limit"_s), u"9"_s);
        QCOMPARE(query.queryItemValue(u"viewbox"_s, QUrl::FullyDecoded).split(u',').size(), 4);
    }

    void asksWhatIsNearAndWhoWasThere()
    {
        const auto canned = server();
        m_reply.body = R"({"lat":"-34.9","lon":"-56.1","address":{"road":"Rivera","house_number":"1"}})";
        PlacesClient client({.server = canned->url()});
        QSignalSpy reversed(&client, &PlacesClient::reversed);
        client.reverse(QGeoCoordinate(-34.91, -56.11));
        QTRY_COMPARE(reversed.size(), 1);
        QCOMPARE(reversed[0][1].value<PlaceHit>().line(), u"Rivera 1"_s);
        {
            const std::scoped_lock lock(m_mutex);
            m_reply.body = R"({"visits":[]})";
        }
        QSignalSpy visited(&client, &PlacesClient::visited);
        client.askVisits(StopId(u"s1"_s));
        QTRY_COMPARE(visited.size(), 1);
        QCOMPARE(m_asked.last().path(), u"/v1/stops/s1/history"_s);
        client.askVisits(StopId(u"s1"_s), QList<QGeoCoordinate>(12, QGeoCoordinate(-34.9, -56.1)));
        QTRY_COMPARE(visited.size(), 2);
        const auto doors = QUrlQuery(m_asked.last()).queryItemValue(u"doors"_s, QUrl::FullyDecoded).split(u';');
        QCOMPARE(doors, QStringList(9, u"-56.100000,-34.900000"_s));
    }

    void saysWhyNot_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("hangs up") << 0 << QByteArray() << Error::Kind::Offline;
        QTest::newRow("no region") << 503 << QByteArray("{}") << Error::Kind::Offline;
        QTest::newRow("a page") << 200 << QByteArray("<html>") << Error::Kind::Malformed;
        QTest::newRow("huge") << 200 << QByteArray(2 * 1024 * 1024, ' ') << Error::Kind::Malformed;
        QTest::newRow("unknown") << 404 << QByteArray("{}") << Error::Kind::NotFound;
    }

    void saysWhyNot()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const Error::Kind, kind);
        m_reply = {.status = status, .body = body};
        const auto canned = server();
        PlacesClient client({.server = canned->url()});
        QSignalSpy failed(&client, &PlacesClient::searchFailed);
        client.search(u"Rivera"_s, {});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][1].value<Error>().kind, kind);
    }

    void givesUpOnAServerThatSaysNothing()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        PlacesClient client({.server = QUrl(u"http://127.0.0.1:%1"_s.arg(silent.serverPort())), .patience = 200ms});
        QSignalSpy failed(&client, &PlacesClient::searchFailed);
        client.search(u"Rivera"_s, {});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][1].value<Error>().kind, Error::Kind::Offline);
    }

    void tellsOfTheNewestQuestionOnly()
    {
        QTcpServer slow; // accepts, and answers the second only
        QVERIFY(slow.listen(QHostAddress::LocalHost));
        PlacesClient client({.server = QUrl(u"http://127.0.0.1:%1"_s.arg(slow.serverPort()))});
        QSignalSpy found(&client, &PlacesClient::found);
        QSignalSpy failed(&client, &PlacesClient::searchFailed);
        client.search(u"first"_s, {});
        QTRY_VERIFY(slow.hasPendingConnections());
        auto *first = slow.nextPendingConnection();
        QTRY_VERIFY(first->bytesAvailable() > 0);
        client.search(u"second"_s, {});
        QTRY_VERIFY(slow.hasPendingConnections());
        auto *second = slow.nextPendingConnection();
        QTRY_VERIFY(second->bytesAvailable() > 0);
        const QByteArray answer = "HTTP/1.1 200 X\r\nContent-Length: 2\r\nConnection: close\r\n\r\n[]";
        first->write(answer);
        second->write(answer);
        QTRY_COMPARE(found.size(), 1);
        QCOMPARE(found[0][0].toString(), u"second"_s);
        client.search(u"third"_s, {});
        client.giveUp();
        QTRY_COMPARE(first->state(), QAbstractSocket::UnconnectedState); // it was ended, not only ignored
        QCOMPARE(found.size(), 1);
        QCOMPARE(failed.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestPlacesClient)
#include "tst_placesclient.moc"
