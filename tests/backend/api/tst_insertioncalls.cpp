// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
// What another place in today's routes would mean, asked over real sockets; the roads are another server's.
#include "models/wire/insertionwire.h"
#include "models/wire/rawjson.h"
#include "tests/backend/api/httpclient.h"
#include "tests/support/backendprocess.h"
#include "tests/support/straightroads.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace Doorstep;
using namespace Doorstep::Test;

namespace {

std::atomic<bool> areRoadsBroken = false;

CannedServer::Reply roads(const QUrl &url)
{
    if (areRoadsBroken)
        return {.status = 200, .body = "{\"code\":\"Ok\",\"durations\":7}"};
    return straightRoads(url);
}

} // namespace

class InsertionCallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_roads = std::make_unique<CannedServer>(roads);
        m_backend = std::make_unique<BackendProcess>(QStringLiteral(DOORSTEP_PROGRAMS));
        QVERIFY2(m_backend->start({u"--roads-url"_s, m_roads->url().toString(), u"--assign"_s, u"d1=20"_s}),
                 qPrintable(m_backend->problem()));
        m_client = std::make_unique<HttpClient>(m_backend->url());
        QVERIFY(
            !m_client->signIn(QString::fromLatin1(BackendProcess::user), QString::fromLatin1(BackendProcess::password))
                 .isEmpty());
        putPlan();
    }

    void cleanupTestCase()
    {
        m_backend.reset();
        m_roads.reset();
    }

    void init() { QTest::failOnWarning(); }

    void answersTheBestPlaceOfEachRoute()
    {
        Wire::InsertionsAnswer found;
        const auto look = [&] {
            const auto answer = m_client->call("GET", pathOf(u"loose"_s));
            const auto read = Wire::insertionsFromJson(answer.json());
            if (answer.status == 200 && read)
                found = *read;
            return found.insertions.size() == 2; // once both routes have a forecast
        };
        QTRY_VERIFY_WITH_TIMEOUT(look(), 20'000);
        QCOMPARE(found.stop, m_stops.value(u"loose"_s));
        QVERIFY(found.computedAt.isValid());
        const auto &best = found.insertions.first();
        QCOMPARE(best.route, RouteId(u"north"_s)); // whose stops it lies between
        QCOMPARE(best.before, m_stops.value(u"north2"_s));
        QVERIFY(!best.isOwn);
        QVERIFY(best.arrival > found.computedAt);
        QVERIFY(best.added < found.insertions.last().added);
        QVERIFY(best.added > std::chrono::seconds(0));
        QVERIFY(best.missed() == 0);
    }

    void saysWhichRouteIsItsOwn()
    {
        Wire::InsertionsAnswer found;
        const auto look = [&] {
            const auto read = Wire::insertionsFromJson(m_client->call("GET", pathOf(u"north2"_s)).json());
            found = read.value_or(Wire::InsertionsAnswer());
            return found.insertions.size() == 2;
        };
        QTRY_VERIFY_WITH_TIMEOUT(look(), 20'000);
        for (const auto &one : std::as_const(found.insertions))
            QCOMPARE(one.isOwn, one.route == RouteId(u"north"_s));
    }

    void givesANewOrderToWhoeverTakesItBest()
    {
        const auto near = place(u"near the north"_s, {-56.1, -34.868});
        QTRY_COMPARE_WITH_TIMEOUT(routeOf(near), RouteId(u"north"_s), 10'000);
        const auto route = bodyOf(u"route"_s, u"north"_s);
        const auto stops = route["stops"_L1].toArray();
        QCOMPARE(stops.size(), 3);
        const auto at = stops.toVariantList().indexOf(near.toString());
        QCOMPARE(stops.at(at + 1).toString(), m_stops.value(u"north2"_s).toString()); // which it lies before
    }

    void leavesToPeopleWhatTakesTooLong()
    {
        const auto far = place(u"far away"_s, {-56.1, -34.5}); // 40 km
        const auto near = place(u"near the south"_s, {-56.1, -34.925});
        QTRY_COMPARE_WITH_TIMEOUT(routeOf(near), RouteId(u"south"_s), 10'000); // it was looked at after the other
        QVERIFY(!routeOf(far).isValid());
        QVERIFY(!routeOf(m_stops.value(u"loose"_s)).isValid()); // there before anybody drove
    }

    void saysWhoGaveIt()
    {
        const auto audit = m_client->call("GET", "/v1/feeds/depot-d1/audit?about=route/north").body;
        QVERIFY2(audit.contains("arrange_routes") && audit.contains("\"assignment\""), audit.constData());
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("a stop that is not") << QByteArray("/v1/stops/nobody/insertions") << 404 << u"not_found"_s;
        QTest::newRow("a very long id") << QByteArray("/v1/stops/" + QByteArray(5'000, 'x') + "/insertions") << 404
                                        << u"not_found"_s;
        QTest::newRow("without a place") << pathOf(u"nowhere"_s) << 409 << u"no_place"_s;
        QTest::newRow("delivered") << pathOf(u"done"_s) << 409 << u"already_done"_s;
    }
    void refuses()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const int, status);
        QFETCH(const QString, code);
        const auto answer = m_client->call("GET", path);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.code(), code);
    }

    void outlivesRoadsThatAnswerNonsense()
    {
        areRoadsBroken = true;
        const auto answer = m_client->call("GET", pathOf(u"fresh"_s)); // a place nobody has asked about
        areRoadsBroken = false;
        QVERIFY(answer.status >= 400);
        QVERIFY(!answer.code().isEmpty());
        QCOMPARE(m_client->call("GET", "/livez").status, 200);
    }

private:
    StopId place(const QString &reference, const QJsonArray &where)
    {
        const auto placed = m_client->call(
            "POST", "/v1/orders",
            QJsonObject{{u"orders"_s,
                         QJsonArray{QJsonObject{{u"depot"_s, u"d1"_s},
                                                {u"reference"_s, reference},
                                                {u"shop"_s, u"s"_s},
                                                {u"customer"_s, u"C"_s},
                                                {u"address"_s, QJsonObject{{u"text"_s, reference}}},
                                                {u"where"_s, where},
                                                {u"parcels"_s, QJsonArray{QJsonObject{{u"weight_kg"_s, 1.0}}}}}}}},
            {{"Idempotency-Key", "\"" + reference.toUtf8() + "\""}});
        return StopId(placed.json()["orders"_L1].toArray().first()["stop"_L1].toString());
    }

    /// As the depot's feed has it now.
    [[nodiscard]] QJsonObject bodyOf(const QString &kind, const QString &id) const
    {
        const auto snapshot = m_client->call("GET", "/v1/feeds/depot-d1/snapshot");
        for (const auto &line : snapshot.body.split('\n')) {
            const auto document = QJsonDocument::fromJson(line).object();
            if (document["kind"_L1].toString() == kind && document["id"_L1].toString() == id)
                return document["body"_L1].toObject();
        }
        return {};
    }
    [[nodiscard]] RouteId routeOf(const StopId &stop) const
    {
        return RouteId(bodyOf(u"stop"_s, stop.toString())["route"_L1].toString());
    }

    void putPlan()
    {
        const auto json = [](const char *text) { return QJsonDocument::fromJson(text).object(); };
        QCOMPARE(m_client
                     ->call("PUT", "/v1/plan",
                            json(R"({"depots":[{"id":"d1","name":"Depot","address":{"text":"x"},"where":[-56.1,-34.9],
                            "time_zone":"UTC"}],
                            "vehicles":[{"id":"v1","depot":"d1","name":"V","kind":"van","capacity_kg":800}],
                            "drivers":[{"id":"carla","depot":"d1","name":"Carla"},
                                       {"id":"bruno","depot":"d1","name":"Bruno"}]})"))
                     .status,
                 200);
        const QList<std::pair<QString, QJsonArray>> places{{u"north1"_s, {-56.1, -34.89}},
                                                           {u"north2"_s, {-56.1, -34.86}},
                                                           {u"south1"_s, {-56.1, -34.93}},
                                                           {u"loose"_s, {-56.1, -34.875}},
                                                           {u"done"_s, {-56.1, -34.94}},
                                                           {u"fresh"_s, {-56.1, -34.915}},
                                                           {u"nowhere"_s, {}}};
        QJsonArray orders;
        for (const auto &[name, where] : places) {
            QJsonObject order{{u"depot"_s, u"d1"_s},
                              {u"reference"_s, name},
                              {u"shop"_s, u"s"_s},
                              {u"customer"_s, u"C"_s},
                              {u"address"_s, QJsonObject{{u"text"_s, name}}},
                              {u"parcels"_s, QJsonArray{QJsonObject{{u"weight_kg"_s, 1.0}}}}};
            if (!where.isEmpty())
                order.insert(u"where"_s, where);
            orders.append(order);
        }
        const auto placed =
            m_client->call("POST", "/v1/orders", QJsonObject{{u"orders"_s, orders}}, {{"Idempotency-Key", "\"k\""}});
        const auto made = placed.json()["orders"_L1].toArray();
        QCOMPARE(made.size(), places.size());
        for (qsizetype i = 0; i < places.size(); ++i)
            m_stops.insert(places.at(i).first, StopId(made.at(i)["stop"_L1].toString()));
        const auto now = QDateTime::currentDateTimeUtc();
        const auto route = [&](const QString &id, const QString &driver, const QStringList &names) {
            QJsonArray stops;
            for (const auto &name : names)
                stops.append(m_stops.value(name).toString());
            return QJsonObject{{u"id"_s, id},
                               {u"depot"_s, u"d1"_s},
                               {u"driver"_s, driver},
                               {u"vehicle"_s, u"v1"_s},
                               {u"day"_s, now.date().toString(Qt::ISODate)},
                               {u"scheduled_start"_s, now.addSecs(60).toString(Qt::ISODate)},
                               {u"stops"_s, stops}};
        };
        const QJsonArray routes{route(u"north"_s, u"carla"_s, {u"north1"_s, u"north2"_s}),
                                route(u"south"_s, u"bruno"_s, {u"south1"_s, u"done"_s})};
        const auto put = m_client->call("PUT", "/v1/plan", QJsonObject{{u"routes"_s, routes}});
        QVERIFY2(put.status == 200, put.body.constData());
        const auto ended =
            m_client->call("POST", "/v1/stops/" + m_stops.value(u"done"_s).toString().toUtf8() + "/attempts",
                           QJsonObject{{u"outcome"_s, u"delivered"_s}, {u"at"_s, now.toString(Qt::ISODate)}});
        QVERIFY2(ended.status == 200 || ended.status == 201, ended.body.constData());
    }

    [[nodiscard]] QByteArray pathOf(const QString &name) const
    {
        return "/v1/stops/" + m_stops.value(name).toString().toUtf8() + "/insertions";
    }

    std::unique_ptr<CannedServer> m_roads;
    std::unique_ptr<BackendProcess> m_backend;
    std::unique_ptr<HttpClient> m_client;
    QHash<QString, StopId> m_stops;
};

QTEST_GUILESS_MAIN(InsertionCallsTest)
#include "tst_insertioncalls.moc"
