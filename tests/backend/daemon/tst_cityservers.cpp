// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/backend/api/httpclient.h"
#include "tests/support/backendprocess.h"
#include "tests/support/cannedserver.h"

#include <QFile>
#include <QJsonArray>
#include <QMutex>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Doorstep::Test;

namespace {

constexpr auto aRoute =
    R"({"code":"Ok","waypoints":[{"location":[-56.1,-34.9]},{"location":[-56.11,-34.9]}],
    "routes":[{"distance":4321,"duration":321,"legs":[{"distance":4321,"duration":321,"steps":[
    {"distance":4321,"duration":321,"geometry":"??o}@?","maneuver":{"type":"depart","location":[-56.1,-34.9]},
    "intersections":[{"location":[-56.1,-34.9],"bearings":[0],"entry":[true],"out":0}]}]}]}]})";
constexpr auto aHouse =
    R"([{"place_id":7,"osm_type":"node","osm_id":12,"lat":"-34.9","lon":"-56.1","category":"place","type":"house",
    "addresstype":"place","name":"","display_name":"1275, Ejido, Montevideo",
    "address":{"house_number":"1275","road":"Ejido","city":"Montevideo","country_code":"uy"},
    "boundingbox":["-34.91","-34.89","-56.11","-56.09"]}])";

/// An OSRM or a Nominatim that always says the same and remembers what it was asked.
class OtherServer
{
public:
    explicit OtherServer(const QByteArray &answer)
        : m_server([this, answer](const QUrl &url) {
            const QMutexLocker lock(&m_mutex);
            m_asked += url.path();
            return m_isDown ? CannedServer::Reply{.status = 0, .body = {}} : CannedServer::Reply{.body = answer};
        })
    {
    }
    [[nodiscard]] QString url(const QString &path = {}) const { return m_server.url(path).toString(); }
    [[nodiscard]] QString asked() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_asked.join(u' ');
    }
    void goDown()
    {
        const QMutexLocker lock(&m_mutex);
        m_isDown = true;
    }

private:
    mutable QMutex m_mutex;
    QStringList m_asked;
    bool m_isDown = false;
    CannedServer m_server; // last: its thread uses the others
};

QByteArray logOf(const BackendProcess &backend)
{
    QFile log(backend.dataDirectory() + u"/stderr.log"_s);
    return log.open(QIODevice::ReadOnly) ? log.readAll() : QByteArray();
}

} // namespace

/// doorstepd with a real OSRM and Nominatim (here canned ones) in the place of a region.
class CityServersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void asksOtherServersForRoadsAndPlaces()
    {
        OtherServer osrm(aRoute);
        OtherServer nominatim(aHouse);
        BackendProcess backend(QStringLiteral(DOORSTEP_PROGRAMS));
        QVERIFY2(backend.start({u"--roads-url"_s, osrm.url(u"/city"_s), u"--places-url"_s, nominatim.url()}),
                 qPrintable(backend.problem()));
        QVERIFY(osrm.asked().isEmpty()); // only when somebody asks
        HttpClient client(backend.url());

        const auto route = client.call("GET", "/osrm/route/v1/driving/-56.1,-34.9;-56.11,-34.9");
        QCOMPARE(route.status, 200);
        QCOMPARE(route.json()["routes"_L1][0]["distance"_L1].toDouble(), 4321.0);
        QVERIFY2(osrm.asked().startsWith(u"/city/route/v1/driving/"_s), qPrintable(osrm.asked()));

        const auto found = client.call("GET", "/nominatim/search?q=ejido+1275&format=jsonv2");
        QCOMPARE(found.status, 200);
        QVERIFY(found.body.contains("1275, Ejido"));
        QCOMPARE(nominatim.asked(), u"/search"_s);

        QCOMPARE(client.call("GET", "/tiles/light/14/5637/9860.png").code(), u"no_region"_s);
        QVERIFY(client.call("GET", "/osrm/route/v1/bicycle/-56.1,-34.9;-56.11,-34.9").status >= 400);

        const auto log = logOf(backend);
        QVERIFY2(log.contains("\"roads\":\"" + osrm.url(u"/city"_s).toUtf8()), log.constData());
        QVERIFY2(log.contains("\"places\":\"" + nominatim.url().toUtf8()), log.constData());
        QVERIFY2(log.contains("\"tiles\":\"none\""), log.constData());
    }

    void placesOrdersByTheOtherServer()
    {
        OtherServer nominatim(aHouse);
        BackendProcess backend(QStringLiteral(DOORSTEP_PROGRAMS));
        QVERIFY2(backend.start({u"--places-url"_s, nominatim.url()}), qPrintable(backend.problem()));
        HttpClient client(backend.url());
        QVERIFY2(
            !client.signIn(QString::fromLatin1(BackendProcess::user), QString::fromLatin1(BackendProcess::password))
                 .isEmpty(),
            client.lastBody().constData());
        const QJsonObject depot{{u"id"_s, u"d1"_s},
                                {u"name"_s, u"D"_s},
                                {u"address"_s, QJsonObject{{u"text"_s, u"x"_s}}},
                                {u"where"_s, QJsonArray{-56.1, -34.9}},
                                {u"time_zone"_s, u"America/Montevideo"_s}};
        QCOMPARE(client.call("PUT", "/v1/plan", QJsonObject{{u"depots"_s, QJsonArray{depot}}}).status, 200);
        const QJsonObject order{{u"depot"_s, u"d1"_s},
                                {u"reference"_s, u"r"_s},
                                {u"shop"_s, u"s"_s},
                                {u"customer"_s, u"C"_s},
                                {u"address"_s, QJsonObject{{u"text"_s, u"Ejido 1275"_s}}},
                                {u"parcels"_s, QJsonArray{QJsonObject{{u"weight_kg"_s, 1.0}}}}};
        const auto placed = [&](const QString &reference) {
            auto one = order;
            one.insert("reference"_L1, reference);
            const auto answer = client.call("POST", "/v1/orders", QJsonObject{{u"orders"_s, QJsonArray{one}}},
                                            {{"Idempotency-Key", '"' + reference.toLatin1() + '"'}});
            return answer;
        };
        const auto first = placed(u"r1"_s);
        QCOMPARE(first.status, 200);
        QCOMPARE(first.json()["orders"_L1][0]["where"_L1][0].toDouble(), -56.1);

        nominatim.goDown();
        const auto second = placed(u"r2"_s); // nobody knows where that is: the shop is told to come again
        QVERIFY2(second.status == 503 || !second.json()["orders"_L1][0].toObject().contains("where"_L1),
                 second.body.constData());
        QCOMPARE(client.call("GET", "/nominatim/search?q=x").status, 503);
        QCOMPARE(client.call("GET", "/osrm/route/v1/driving/-56.1,-34.9;-56.11,-34.9").code(), u"no_region"_s);
    }
};

QTEST_GUILESS_MAIN(CityServersTest)
#include "tst_cityservers.moc"
