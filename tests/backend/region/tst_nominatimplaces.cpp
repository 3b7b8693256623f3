// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/places/nominatimplaces.h"

#include <QElapsedTimer>
#include <QFuture>
#include <QtConcurrent>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QUrlQuery>

using namespace Doorstep;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Speaks just enough HTTP on port 0: notes each request's head and answers what it was told.
class CannedServer : public QTcpServer
{
public:
    CannedServer()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            auto *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                heads.append(socket->readAll());
                if (silent)
                    return;
                socket->write("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: "
                              + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body);
                socket->disconnectFromHost();
            });
        });
        listen(QHostAddress::LocalHost);
    }
    [[nodiscard]] QUrl url(const QString &path) const
    {
        return QUrl(u"http://127.0.0.1:%1%2"_s.arg(serverPort()).arg(path));
    }

    QByteArray status = "200 OK";
    QByteArray body = "[]";
    bool silent = false;
    QList<QByteArray> heads;
};

constexpr auto oneHouse =
    R"([{"place_id":7,"osm_type":"node","osm_id":12,"lat":"-34.9","lon":"-56.1","category":"place",
 "type":"house","addresstype":"place","name":"","display_name":"1275, Ejido, Montevideo",
 "address":{"house_number":"1275","road":"Ejido","city":"Montevideo","country_code":"uy"},
 "boundingbox":["-34.91","-34.89","-56.11","-56.09"]}])";

} // namespace

class NominatimPlacesTest : public QObject
{
    Q_OBJECT

private:
    /// What \a ask answers, asked on another thread while the server here answers.
    template <typename Ask>
    auto waitFor(Ask ask)
    {
        auto future = QtConcurrent::run(ask);
        const bool finished = QTest::qWaitFor([&] { return future.isFinished(); }, 15'000);
        Q_ASSERT(finished);
        return future.result();
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void asksAndReads()
    {
        CannedServer server;
        server.body = oneHouse;
        const auto places = NominatimPlaces::make({.url = server.url(u"/nominatim"_s), .userAgent = "Doorstep test"});
        QVERIFY(places);
        const auto found =
            waitFor([&] { return (*places)->search({.text = u"Ejido & 1275 + ñ"_s, .limit = 3, .exclude = {4, 5}}); });
        QVERIFY2(found, found ? "" : qPrintable(found.error().detail));
        QCOMPARE(found->size(), 1);
        const auto &house = found->first();
        QCOMPARE(house.kind, Place::Kind::House);
        QCOMPARE(house.address.line(), u"Ejido 1275"_s);
        QCOMPARE(house.at, QGeoCoordinate(-34.9, -56.1));
        QVERIFY(house.score > 0.3 && house.score < 1.0);

        QCOMPARE(server.heads.size(), 1);
        const auto head = server.heads.first();
        QVERIFY2(head.startsWith("GET /nominatim/search?"), head.constData());
        QVERIFY(head.contains("User-Agent: Doorstep test") || head.contains("user-agent: Doorstep test"));
        const auto target = head.split(' ').value(1);
        const QUrlQuery query(QUrl::fromEncoded(target));
        QCOMPARE(query.queryItemValue(u"q"_s, QUrl::FullyDecoded), u"Ejido & 1275 + ñ"_s);
        QCOMPARE(query.queryItemValue(u"limit"_s), u"3"_s);
        QCOMPARE(query.queryItemValue(u"exclude_place_ids"_s, QUrl::FullyDecoded), u"4,5"_s);
    }

    void reportsWhyNot_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("too many questions")
            << QByteArray("429 Too Many Requests") << QByteArray() << Error::Kind::Offline;
        QTest::newRow("broken") << QByteArray("500 Oops") << QByteArray() << Error::Kind::Offline;
        QTest::newRow("forbidden") << QByteArray("403 No") << QByteArray() << Error::Kind::Refused;
        QTest::newRow("a page") << QByteArray("200 OK") << QByteArray("<html>") << Error::Kind::Malformed;
        QTest::newRow("an object") << QByteArray("200 OK") << QByteArray("{}") << Error::Kind::Malformed;
        QTest::newRow("a list of words") << QByteArray("200 OK") << QByteArray("[\"x\"]") << Error::Kind::Malformed;
        QTest::newRow("a place nowhere") << QByteArray("200 OK") << QByteArray(R"([{"lat":"x","lon":"1"}])")
                                         << Error::Kind::Malformed;
        QTest::newRow("cut short") << QByteArray("200 OK") << QByteArray(oneHouse).chopped(20)
                                   << Error::Kind::Malformed;
        QTest::newRow("too long") << QByteArray("200 OK") << '[' + QByteArray(5 << 20, ' ') + ']'
                                  << Error::Kind::Malformed;
    }

    void reportsWhyNot()
    {
        QFETCH(const QByteArray, status);
        QFETCH(const QByteArray, body);
        CannedServer server;
        server.status = status;
        server.body = body;
        const auto places = NominatimPlaces::make({.url = server.url(QString())});
        const auto found = waitFor([&] { return (*places)->search({.text = u"Ejido"_s}); });
        QVERIFY(!found);
        QTEST(found.error().kind, "kind");
    }

    void findsTheWayBack()
    {
        CannedServer server;
        server.body = QByteArray(oneHouse).sliced(1).chopped(1);
        const auto places = NominatimPlaces::make({.url = server.url(u"/n/"_s)});
        const auto found = waitFor([&] { return (*places)->reverse({-34.9, -56.1}, PlaceDetail::Street); });
        QVERIFY(found);
        QCOMPARE(found->address.street, u"Ejido"_s);
        QVERIFY(server.heads.first().startsWith("GET /n/reverse?lat=-34.9000000&lon=-56.1000000&zoom=16"));

        server.body = R"({"error":"Unable to geocode"})";
        const auto nothing = waitFor([&] { return (*places)->reverse({0.0, 0.0}, PlaceDetail::House); });
        QCOMPARE(nothing.error().kind, Error::Kind::NotFound);
    }

    void givesUpOnASilentServer()
    {
        CannedServer server;
        server.silent = true;
        const auto places = NominatimPlaces::make({.url = server.url(QString()), .timeout = 300ms});
        const auto found = waitFor([&] { return (*places)->search({.text = u"Ejido"_s}); });
        QCOMPARE(found.error().kind, Error::Kind::Offline);
    }

    void keepsTheInterval()
    {
        CannedServer server;
        const auto places = NominatimPlaces::make({.url = server.url(QString()), .interval = 200ms});
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 3; ++i)
            QVERIFY(waitFor([&] { return (*places)->search({.text = u"Ejido"_s}); }));
        QVERIFY(timer.elapsed() >= 400);
    }

    void refusesWhatIsNoServer_data()
    {
        QTest::addColumn<QUrl>("url");
        QTest::newRow("empty") << QUrl();
        QTest::newRow("file") << QUrl(u"file:///etc/passwd"_s);
        QTest::newRow("no host") << QUrl(u"http://"_s);
    }

    void refusesWhatIsNoServer()
    {
        QFETCH(const QUrl, url);
        QVERIFY(!NominatimPlaces::make({.url = url}));
    }
};

QTEST_GUILESS_MAIN(NominatimPlacesTest)

#include "tst_nominatimplaces.moc"
