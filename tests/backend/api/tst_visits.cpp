// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/backend/api/httpclient.h"
#include "tests/support/backendprocess.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Doorstep::Test;

namespace {

constexpr auto depotPlan = R"({"depots":[{"id":"d1","name":"Depot","address":{"text":"x"},"where":[-56.1,-34.9],
    "time_zone":"America/Montevideo"},{"id":"d2","name":"Depot","address":{"text":"x"},"where":[-56.1,-34.9],
    "time_zone":"America/Montevideo"}],
    "vehicles":[{"id":"v1","depot":"d1","name":"V","kind":"van","capacity_kg":800}],
    "drivers":[{"id":"carla","depot":"d1","name":"Carla Núñez","device_id":"phone-1"}]})";

QJsonObject object(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

/// Earlier visits to an address, asked of the real doorstepd.
class TestVisits : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<BackendProcess> m_backend;
    std::unique_ptr<HttpClient> m_client;
    int m_orders = 0;

    QByteArray newStop(const QString &address, const QString &depot = u"d1"_s, const QJsonObject &more = {})
    {
        const auto reference = u"r%1"_s.arg(++m_orders);
        QJsonObject order{{u"depot"_s, depot},
                          {u"reference"_s, reference},
                          {u"shop"_s, u"s"_s},
                          {u"customer"_s, u"C"_s},
                          {u"address"_s, QJsonObject{{u"text"_s, address}}},
                          {u"where"_s, QJsonArray{-56.1, -34.9}},
                          {u"parcels"_s, QJsonArray{QJsonObject{{u"weight_kg"_s, 1.0}}}}};
        for (auto it = more.begin(); it != more.end(); ++it)
            order.insert(it.key(), it.value());
        const auto placed = m_client->call("POST", "/v1/orders", QJsonObject{{u"orders"_s, QJsonArray{order}}},
                                           {{"Idempotency-Key", '"' + reference.toLatin1() + '"'}});
        return placed.json()["orders"_L1][0]["stop"_L1].toString().toLatin1();
    }
    void visit(const QByteArray &stop, int minute, const QJsonObject &more)
    {
        QJsonObject attempt{{u"outcome"_s, u"delivered"_s},
                            {u"at"_s, u"2026-03-12T10:%1:00.000Z"_s.arg(minute, 2, 10, QChar(u'0'))}};
        for (auto it = more.begin(); it != more.end(); ++it)
            attempt.insert(it.key(), it.value());
        const auto answer = m_client->call("POST", "/v1/stops/" + stop + "/attempts", attempt);
        QVERIFY2(answer.status == 200, answer.body.constData());
    }
    QJsonArray historyOf(const QByteArray &stop)
    {
        return m_client->call("GET", "/v1/stops/" + stop + "/history").json()["visits"_L1].toArray();
    }
    void signIn()
    {
        m_client = std::make_unique<HttpClient>(m_backend->url());
        QVERIFY(!m_client->signIn(u"admin"_s, QString::fromLatin1(BackendProcess::password)).isEmpty());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_backend = std::make_unique<BackendProcess>(QStringLiteral(DOORSTEP_PROGRAMS));
        QVERIFY2(m_backend->start(), qPrintable(m_backend->problem()));
        signIn();
        QCOMPARE(m_client->call("PUT", "/v1/plan", object(depotPlan)).status, 200);
    }

    void cleanupTestCase() { m_backend.reset(); }

    void init() { QTest::failOnWarning(); }

    void tellsWhereTheOthersStopped()
    {
        const auto asked = newStop(u"Rambla Wilson 2210"_s);
        QCOMPARE(historyOf(asked).size(), 0);
        const auto first = newStop(u"RAMBLA  Wilson, 2210"_s);
        const auto second = newStop(u"rambla wilson 2210"_s);
        const auto elsewhere = newStop(u"Rambla Wilson 2211"_s);
        const auto otherDepot = newStop(u"Rambla Wilson 2210"_s, u"d2"_s);
        const QJsonObject route{{u"id"_s, u"r1"_s},
                                {u"depot"_s, u"d1"_s},
                                {u"driver"_s, u"carla"_s},
                                {u"vehicle"_s, u"v1"_s},
                                {u"day"_s, u"2026-03-12"_s},
                                {u"scheduled_start"_s, u"2026-03-12T11:00:00Z"_s},
                                {u"stops"_s, QJsonArray{QString::fromLatin1(first)}}};
        QCOMPARE(m_client->call("PUT", "/v1/plan", QJsonObject{{u"routes"_s, QJsonArray{route}}}).status, 200);
        visit(first, 5, {{u"where"_s, QJsonArray{-56.101, -34.901}}, {u"note"_s, u"Blue gate"_s}});
        visit(second, 9, {{u"outcome"_s, u"failed"_s}, {u"failure"_s, u"nobody_home"_s}});
        visit(elsewhere, 10, {});
        visit(otherDepot, 11, {});

        const auto visits = historyOf(asked);
        QCOMPARE(visits.size(), 2);
        QCOMPARE(visits[0]["outcome"_L1].toString(), u"failed"_s); // the newest first
        QCOMPARE(visits[0]["failure"_L1].toString(), u"nobody_home"_s);
        QVERIFY(!visits[0].toObject().contains("where"_L1));
        QVERIFY(!visits[0].toObject().contains("driver"_L1));
        QCOMPARE(visits[1]["stop"_L1].toString(), QString::fromLatin1(first));
        QCOMPARE(visits[1]["where"_L1].toArray(), (QJsonArray{-56.101, -34.901}));
        QCOMPARE(visits[1]["driver_name"_L1].toString(), u"Carla Núñez"_s);
        QCOMPARE(visits[1]["note"_L1].toString(), u"Blue gate"_s);
        QVERIFY(visits[1]["at"_L1].toString().startsWith("2026-03-12T10:05:00"_L1));
    }

    void answersTheTwentyNewestAlsoAfterARestart()
    {
        QByteArray asked;
        for (int i = 0; i < 25; ++i) {
            asked = newStop(u"Artigas 1000"_s);
            visit(asked, 10 + i, {});
        }
        const auto before = historyOf(asked);
        QCOMPARE(before.size(), 20);
        QVERIFY(before[0]["at"_L1].toString().startsWith("2026-03-12T10:34"_L1));
        QVERIFY(before[19]["at"_L1].toString().startsWith("2026-03-12T10:15"_L1));
        m_backend->kill();
        QVERIFY2(m_backend->start(), qPrintable(m_backend->problem()));
        signIn();
        QCOMPARE(historyOf(asked), before);
    }

    void tellsOfTheSamePersonAndOfDoorsAskedFor()
    {
        const QJsonObject ana{{u"customer"_s, u"Ana Pérez"_s}, {u"phone"_s, u"099 123 456"_s}};
        const auto at = [](double longitude) { return QJsonObject{{u"where"_s, QJsonArray{longitude, -34.85}}}; };
        const auto with = [](QJsonObject object, const QJsonObject &more) {
            for (auto it = more.begin(); it != more.end(); ++it)
                object.insert(it.key(), it.value());
            return object;
        };
        const auto asked = newStop(u"Magallanes 1243"_s, u"d1"_s, ana);
        const auto theirs = newStop(u"Magallanes 1234"_s, u"d1"_s,
                                    with(at(-56.01), {{u"customer"_s, u"A. P."_s}, {u"phone"_s, u"+598 99123456"_s}}));
        const auto byName = newStop(u"Elsewhere 7"_s, u"d1"_s, with(at(-56.02), {{u"customer"_s, u"ANA  PEREZ"_s}}));
        const auto another =
            newStop(u"Elsewhere 8"_s, u"d1"_s,
                    with(at(-56.03), {{u"customer"_s, u"Ana Pérez"_s}, {u"phone"_s, u"098 000 111"_s}}));
        const auto otherDepot = newStop(u"Magallanes 1234"_s, u"d2"_s, with(at(-56.01), ana));
        const auto neighbour =
            newStop(u"Magallanes 1234 ap 2"_s, u"d1"_s, with(at(-56.01), {{u"customer"_s, u"Bo"_s}}));
        const auto unvisited = newStop(u"Magallanes 1234 ap 3"_s, u"d1"_s, with(at(-56.01), ana));
        int minute = 0;
        for (const auto &stop : {theirs, byName, another, otherDepot, neighbour})
            visit(stop, ++minute, {});

        const auto answered = m_client->call("GET", "/v1/stops/" + asked + "/history").json()["elsewhere"_L1].toArray();
        QCOMPARE(answered.size(), 2);
        QCOMPARE(answered[0]["stop"_L1].toString().toLatin1(), byName);
        QCOMPARE(answered[0]["recipient"_L1].toString(), u"name"_s);
        QCOMPARE(answered[1]["recipient"_L1].toString(), u"phone"_s);
        QCOMPARE(answered[1]["address"_L1].toString(), u"Magallanes 1234"_s);
        QCOMPARE(answered[1]["door"_L1].toArray(), (QJsonArray{-56.01, -34.85}));

        const auto reply =
            m_client->call("GET", "/v1/stops/" + asked + "/history?doors=-56.010000,-34.850000;-56.5,-34.8");
        const auto withDoors = reply.json()["elsewhere"_L1].toArray();
        QCOMPARE(withDoors.size(), 3);
        QCOMPARE(withDoors[2]["stop"_L1].toString().toLatin1(), neighbour); // those of the same person come first
        QVERIFY(!withDoors[2].toObject().contains("recipient"_L1));
        for (const auto *secret : {"\"Bo", "099 1", "99123456", "A. P."})
            QVERIFY2(!reply.body.contains(secret), secret);
    }

    void refusesDoorsThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("doors");
        QTest::newRow("words") << QByteArray("here");
        QTest::newRow("one number") << QByteArray("-56.1");
        QTest::newRow("three numbers") << QByteArray("-56.1,-34.9,3");
        QTest::newRow("no place on earth") << QByteArray("-56.1,-134.9");
        QTest::newRow("not a number") << QByteArray("nan,nan");
        QTest::newRow("infinite") << QByteArray("inf,1");
        QTest::newRow("ends too early") << QByteArray("-56.1,-34.9;");
        QTest::newRow("ten") << QByteArray("1,1;1,1;1,1;1,1;1,1;1,1;1,1;1,1;1,1;1,1");
        QTest::newRow("huge") << QByteArray(4'000, '1');
    }

    void refusesDoorsThatAreNone()
    {
        QFETCH(const QByteArray, doors);
        const auto stop = newStop(u"Lavalleja 12"_s);
        QCOMPARE(m_client->call("GET", "/v1/stops/" + stop + "/history?doors=" + doors).status, 400);
    }

    void refusesWhoMayNotKnow_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("status");
        QTest::newRow("no such stop") << QByteArray("/v1/stops/nobody/history") << 404;
        QTest::newRow("no id") << QByteArray("/v1/stops/%2e%2e/history") << 404;
        QTest::newRow("huge id") << "/v1/stops/" + QByteArray(2'000, 'a') + "/history" << 404;
        QTest::newRow("quotes") << QByteArray("/v1/stops/a%22%27b/history") << 404;
    }

    void refusesWhoMayNotKnow()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const int, status);
        QCOMPARE(m_client->call("GET", path).status, status);
        const HttpClient stranger(m_backend->url());
        QCOMPARE(stranger.call("GET", "/v1/stops/a/history").status, 401);
    }

    void takesAnAddressThatSaysNothing()
    {
        const auto stop = newStop(u"…"_s);
        visit(stop, 1, {});
        QCOMPARE(historyOf(stop).size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestVisits)
#include "tst_visits.moc"
