// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
// What other thresholds would have produced, asked over real sockets.
#include "models/wire/trialwire.h"
#include "tests/backend/api/httpclient.h"
#include "tests/support/backendprocess.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Doorstep;
using namespace Doorstep::Test;

namespace {

const QByteArray path = "/v1/depots/d1/thresholds/trial";

QJsonObject proposing(const QJsonObject &thresholds)
{
    return {{u"thresholds"_s, thresholds}};
}

} // namespace

class TrialCallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_backend = std::make_unique<BackendProcess>(QStringLiteral(DOORSTEP_PROGRAMS));
        QVERIFY2(m_backend->start(), qPrintable(m_backend->problem()));
        m_client = std::make_unique<HttpClient>(m_backend->url());
        QVERIFY(
            !m_client->signIn(QString::fromLatin1(BackendProcess::user), QString::fromLatin1(BackendProcess::password))
                 .isEmpty());
        putPlan();
    }
    void cleanupTestCase() { m_backend.reset(); }
    void init() { QTest::failOnWarning(); }

    void hasNothingToSayBeforeAnybodyWasSeen()
    {
        const auto answer = m_client->call("POST", path, proposing({}));
        QCOMPARE(answer.status, 200);
        const auto trial = Wire::thresholdTrialFromJson(answer.json());
        QVERIFY(trial.has_value());
        QVERIFY(trial->days.isEmpty());
    }

    void saysWhatOthersWouldHaveProducedToday()
    {
        const auto fix = m_client->call("GET",
                                        "/fixes/osmand?id=phone-1&lat=-34.9&lon=-56.1&timestamp="
                                            + QByteArray::number(QDateTime::currentSecsSinceEpoch()));
        QCOMPARE(fix.status, 200);
        const auto answer = m_client->call("POST", path, proposing({{u"late_start_after_s"_s, 7200}}));
        QVERIFY2(answer.status == 200, answer.body.constData());
        const auto trial = Wire::thresholdTrialFromJson(answer.json());
        QVERIFY(trial.has_value());
        QCOMPARE(trial->days, QList<QDate>{m_day});
        QVERIFY(!trial->isCut);
        const auto *count = trial->of(rowOf(Threshold::LateStartAfter));
        QVERIFY(count != nullptr);
        QCOMPARE(count->now, 1); // half an hour behind its planned start
        QCOMPARE(count->proposed, 0);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("a depot that is not")
            << QByteArray("/v1/depots/nowhere/thresholds/trial") << QByteArray(R"({"thresholds":{}})") << 404;
        QTest::newRow("a very long id") << QByteArray("/v1/depots/" + QByteArray(3000, 'x') + "/thresholds/trial")
                                        << QByteArray(R"({"thresholds":{}})") << 404;
        QTest::newRow("no thresholds") << path << QByteArray("{}") << 400;
        QTest::newRow("not JSON") << path << QByteArray("<html>") << 400;
        QTest::newRow("a list") << path << QByteArray(R"({"thresholds":[1,2]})") << 400;
        QTest::newRow("out of bounds") << path << QByteArray(R"({"thresholds":{"late_stops":0}})") << 400;
        QTest::newRow("unknown") << path << QByteArray(R"({"thresholds":{"moon_phase":1}})") << 400;
        QTest::newRow("text") << path << QByteArray(R"({"thresholds":{"late_stops":"3"}})") << 400;
        QTest::newRow("too much") << path << QByteArray("{\"thresholds\":{},\"x\":\"" + QByteArray(10000, 'x') + "\"}")
                                  << 413;
        QTest::newRow("deep") << path << QByteArray(QByteArray(1500, '[') + QByteArray(1500, ']')) << 400;
    }
    void refuses()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, body);
        QFETCH(const int, status);
        const auto answer = m_client->call("POST", path, body);
        QCOMPARE(answer.status, status);
        QVERIFY(!answer.code().isEmpty());
        QCOMPARE(m_client->call("GET", "/livez").status, 200);
    }

    void isForWhoIsSignedIn()
    {
        const HttpClient stranger(m_backend->url());
        QCOMPARE(stranger.call("POST", path, proposing({})).status, 401);
    }

    void isForSupervisors_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<int>("status");
        QTest::newRow("dispatcher") << u"dispatcher"_s << 403;
        QTest::newRow("support") << u"support"_s << 403;
        QTest::newRow("driver") << u"driver"_s << 403;
        QTest::newRow("supervisor") << u"supervisor"_s << 200;
    }
    void isForSupervisors()
    {
        QFETCH(const QString, role);
        QFETCH(const int, status);
        QCOMPARE(signedIn(role).call("POST", path, proposing({})).status, status);
    }

    void twoPeopleAskAtOnceAndEachIsAnswered()
    {
        const auto other = signedIn(u"supervisor"_s);
        std::vector<std::jthread> people;
        std::atomic<int> answered = 0;
        for (const HttpClient *one : {static_cast<const HttpClient *>(m_client.get()), &other}) {
            people.emplace_back([one, &answered] {
                for (int i = 0; i < 5; ++i)
                    answered += one->call("POST", path, proposing({})).status == 200 ? 1 : 0;
            });
        }
        people.clear();
        QCOMPARE(answered, 10);
    }

private:
    /// Somebody new of that role.
    HttpClient signedIn(const QString &role)
    {
        const auto name = u"%1-%2"_s.arg(role).arg(++m_people);
        HttpClient client(m_backend->url());
        [&] {
            QVERIFY(m_backend->addUser(name, role));
            QTRY_VERIFY_WITH_TIMEOUT(!client.signIn(name, QString::fromLatin1(BackendProcess::password)).isEmpty(),
                                     10'000);
        }();
        return client;
    }

    void putPlan()
    {
        const auto json = [](const char *text) { return QJsonDocument::fromJson(text).object(); };
        const auto put = m_client->call(
            "PUT", "/v1/plan",
            json(
                R"({"depots":[{"id":"d1","name":"Depot","address":{"text":"x"},"where":[-56.1,-34.9],"time_zone":"UTC"}],
                     "vehicles":[{"id":"v1","depot":"d1","name":"V","kind":"van","capacity_kg":800}],
                     "drivers":[{"id":"carla","depot":"d1","name":"Carla","device_id":"phone-1"}]})"));
        QCOMPARE(put.status, 200);
        const QJsonObject order{{u"depot"_s, u"d1"_s},
                                {u"reference"_s, u"r"_s},
                                {u"shop"_s, u"s"_s},
                                {u"customer"_s, u"C"_s},
                                {u"address"_s, QJsonObject{{u"text"_s, u"x"_s}}},
                                {u"where"_s, QJsonArray{-56.1, -34.86}},
                                {u"parcels"_s, QJsonArray{QJsonObject{{u"weight_kg"_s, 1.0}}}}};
        const auto placed = m_client->call("POST", "/v1/orders", QJsonObject{{u"orders"_s, QJsonArray{order}}},
                                           {{"Idempotency-Key", "\"k\""}});
        const auto stop = placed.json()["orders"_L1][0]["stop"_L1].toString();
        QVERIFY(!stop.isEmpty());
        const auto now = QDateTime::currentDateTimeUtc();
        m_day = now.date();
        const QJsonObject route{{u"id"_s, u"north"_s},
                                {u"depot"_s, u"d1"_s},
                                {u"driver"_s, u"carla"_s},
                                {u"vehicle"_s, u"v1"_s},
                                {u"day"_s, m_day.toString(Qt::ISODate)},
                                {u"scheduled_start"_s, now.addSecs(-1800).toString(Qt::ISODate)},
                                {u"scheduled_end"_s, now.addSecs(14'400).toString(Qt::ISODate)},
                                {u"stops"_s, QJsonArray{stop}}};
        const auto routes = m_client->call("PUT", "/v1/plan", QJsonObject{{u"routes"_s, QJsonArray{route}}});
        QVERIFY2(routes.status == 200, routes.body.constData());
    }

    std::unique_ptr<BackendProcess> m_backend;
    std::unique_ptr<HttpClient> m_client;
    QDate m_day;
    int m_people = 0;
};

QTEST_GUILESS_MAIN(TrialCallsTest)
#include "tst_trialcalls.moc"
