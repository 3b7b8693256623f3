// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/fleet.h"
#include "models/store/serverclock.h"
#include "models/sync/connection.h"
#include "models/wire/depotwire.h"
#include "models/wire/driverwire.h"
#include "models/wire/rawjson.h"
#include "models/wire/routewire.h"
#include "models/wire/vehiclewire.h"
#include "tests/support/backendprocess.h"
#include "tests/support/samples.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto Live = ConnectionStatus::State::Live;

/// A shop, a planner and a phone.
class Outside
{
public:
    explicit Outside(QUrl server)
        : m_server(std::move(server))
    {
        const auto answer = call("POST", u"/v1/session"_s,
                                 {{u"user"_s, QString::fromLatin1(BackendProcess::user)},
                                  {u"password"_s, QString::fromLatin1(BackendProcess::password)}});
        m_token = answer.value("token"_L1).toString();
    }

    [[nodiscard]] bool isSignedIn() const { return !m_token.isEmpty(); }
    [[nodiscard]] int lastStatus() const { return m_status; }

    QJsonObject call(const QByteArray &verb, const QString &path, const QJsonObject &body,
                     const QByteArray &idempotencyKey = {})
    {
        QNetworkRequest request(m_server.resolved(QUrl(path)));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        request.setTransferTimeout(20s);
        if (!m_token.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + m_token.toUtf8());
        if (!idempotencyKey.isEmpty())
            request.setRawHeader("Idempotency-Key", '"' + idempotencyKey + '"');
        return finish(m_network.sendCustomRequest(request, verb, Wire::compact(body)));
    }

    void sendFix(const QString &device, double latitude, double longitude)
    {
        auto url = m_server.resolved(QUrl(u"/fixes/osmand"_s));
        url.setQuery(QUrlQuery{{u"id"_s, device},
                               {u"lat"_s, QString::number(latitude, 'f', 6)},
                               {u"lon"_s, QString::number(longitude, 'f', 6)},
                               {u"timestamp"_s, QString::number(QDateTime::currentSecsSinceEpoch())}});
        QNetworkRequest request(url);
        request.setTransferTimeout(20s);
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
        finish(m_network.post(request, QByteArray()));
    }

private:
    QJsonObject finish(QNetworkReply *reply)
    {
        QEventLoop loop;
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        m_status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const auto bytes = reply->readAll();
        if (m_status >= 300)
            qInfo() << reply->url().path() << m_status << bytes;
        reply->deleteLater();
        return Wire::objectFromBytes(bytes).value_or(QJsonObject());
    }

    QUrl m_server;
    QNetworkAccessManager m_network;
    QString m_token;
    int m_status = 0;
};

QJsonObject orderOf(int number)
{
    return {{u"depot"_s, u"aguada"_s},
            {u"reference"_s, u"R-%1"_s.arg(number)},
            {u"shop"_s, u"Librería Sur"_s},
            {u"customer"_s, u"Customer %1"_s.arg(number)},
            {u"address"_s, QJsonObject{{u"text"_s, u"José Ellauri %1"_s.arg(number)}}},
            {u"where"_s, QJsonArray{-56.15 - number * 0.0001, -34.91}},
            {u"parcels"_s, QJsonArray{QJsonObject{{u"weight_kg"_s, 1.5}}}}};
}

/// A console without windows, with quick retries.
struct Console
{
    Fleet fleet;
    ServerClock clock;
    Connection connection;

    Console(const QUrl &server, const QString &cache)
        : connection(
              fleet, clock,
              {.server = server, .cachePath = cache, .token = {}, .timings = {.retryFirst = 50ms, .retryMost = 500ms}})
    {
        connection.signIn(QString::fromLatin1(BackendProcess::user), QString::fromLatin1(BackendProcess::password));
        connection.start();
    }
    [[nodiscard]] ConnectionStatus::State state() const { return connection.status().state; }
};

} // namespace

/// The console's models against the real doorstepd.
class ConsoleSyncTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_profile;

    [[nodiscard]] QString cache() const { return m_profile.filePath(u"cache.db"_s); }

    static void orderAndPlan(Outside &outside, int orders, QStringList &stops)
    {
        QJsonArray asked;
        for (int i = 0; i < orders; ++i)
            asked.append(orderOf(static_cast<int>(stops.size()) + i));
        const auto made =
            outside.call("POST", u"/v1/orders"_s, {{u"orders"_s, asked}}, "orders-" + QByteArray::number(stops.size()));
        for (const auto &order : made.value("orders"_L1).toArray())
            stops.append(order.toObject().value("stop"_L1).toString());
        auto route = someRoute();
        route.actualStart = route.actualEnd = {};
        route.status = Route::Status::Planned;
        route.stops.clear();
        for (const auto &stop : stops)
            route.stops.append(StopId(stop));
        outside.call("PUT", u"/v1/plan"_s, {{u"routes"_s, QJsonArray{Wire::toJson(route)}}});
    }

private Q_SLOTS:
    void followsTheRealBackendThroughAKill()
    {
        BackendProcess backend{QStringLiteral(DOORSTEP_PROGRAMS)};
        QVERIFY2(backend.start(), qPrintable(backend.problem()));
        Outside outside(backend.url());
        QVERIFY(outside.isSignedIn());

        // The console is there before the first depot is.
        Console console(backend.url(), cache());
        QTRY_COMPARE_WITH_TIMEOUT(console.state(), Live, 20'000);
        QVERIFY(console.clock.isSet());
        outside.call("PUT", u"/v1/plan"_s,
                     {{u"depots"_s, QJsonArray{Wire::toJson(someDepot())}},
                      {u"vehicles"_s, QJsonArray{Wire::toJson(someVehicle())}},
                      {u"drivers"_s, QJsonArray{Wire::toJson(someDriver())}}});
        QCOMPARE(outside.lastStatus(), 200);
        QTRY_COMPARE_WITH_TIMEOUT(console.fleet.drivers().size(), 1, 20'000);

        QStringList stops;
        orderAndPlan(outside, 40, stops);
        QCOMPARE(outside.lastStatus(), 200);
        QCOMPARE(stops.size(), 40);
        QTRY_COMPARE_WITH_TIMEOUT(console.fleet.stops().size(), 40, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(console.fleet.parcels().size(), 40, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(console.fleet.placeOf(StopId(stops.last())).position == 39, 20'000);
        QCOMPARE(console.fleet.driverOf(StopId(stops.first()))->name, someDriver().name);

        outside.sendFix(someDriver().deviceId, -34.905, -56.16);
        QCOMPARE(outside.lastStatus(), 200);
        QTRY_COMPARE_WITH_TIMEOUT(console.fleet.trails().size(), 1, 20'000);
        QCOMPARE(console.fleet.trails().last(someDriver().id)->where.latitude(), -34.905);
        QTRY_VERIFY_WITH_TIMEOUT(console.connection.status().latency.has_value(), 20'000);

        backend.kill();
        QTRY_VERIFY_WITH_TIMEOUT(console.state() != Live, 20'000);
        QCOMPARE(console.fleet.stops().size(), 40);
        QVERIFY2(backend.start(), qPrintable(backend.problem()));
        QTRY_COMPARE_WITH_TIMEOUT(console.state(), Live, 20'000);
        orderAndPlan(outside, 5, stops);
        QTRY_COMPARE_WITH_TIMEOUT(console.fleet.stops().size(), 45, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(console.fleet.placeOf(StopId(stops.last())).position == 44, 20'000);
    }

    void startsOverAfterABackupIsRestored()
    {
        const QTemporaryDir profile;
        const auto path = profile.filePath(u"cache.db"_s);
        const auto copy = profile.filePath(u"backup.sqlite"_s);
        BackendProcess backend{QStringLiteral(DOORSTEP_PROGRAMS)};
        const auto doorstepd = [&backend](const QStringList &arguments) {
            return QProcess::execute(QStringLiteral(DOORSTEP_PROGRAMS "/doorstepd"),
                                     arguments + QStringList{u"--data"_s, backend.dataDirectory()});
        };
        QVERIFY2(backend.start(), qPrintable(backend.problem()));
        QStringList stops;
        const auto plan = [&] {
            Outside outside(backend.url());
            QVERIFY(outside.isSignedIn());
            outside.call("PUT", u"/v1/plan"_s,
                         {{u"depots"_s, QJsonArray{Wire::toJson(someDepot())}},
                          {u"vehicles"_s, QJsonArray{Wire::toJson(someVehicle())}},
                          {u"drivers"_s, QJsonArray{Wire::toJson(someDriver())}}});
            orderAndPlan(outside, 10, stops);
            QCOMPARE(outside.lastStatus(), 200);
        };
        plan();
        QCOMPARE(doorstepd({u"backup"_s, copy}), 0); // beside the running server
        plan();
        {
            Console console(backend.url(), path);
            QTRY_COMPARE_WITH_TIMEOUT(console.fleet.stops().size(), 20, 20'000);
            QTRY_COMPARE_WITH_TIMEOUT(console.state(), Live, 20'000);
        }
        QCOMPARE(doorstepd({u"restore"_s, copy}), 2); // not under a running server
        backend.stop();
        QCOMPARE(doorstepd({u"restore"_s, copy}), 0);
        QVERIFY2(backend.start(), qPrintable(backend.problem()));
        stops.resize(10);
        plan(); // other orders than those the console has seen, up to the same heads

        Console console(backend.url(), path);
        QTRY_COMPARE_WITH_TIMEOUT(console.state(), Live, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(console.fleet.stops().size(), 20, 20'000);
        for (const auto &stop : std::as_const(stops))
            QTRY_VERIFY_WITH_TIMEOUT(console.fleet.stops().find(StopId(stop)) != nullptr, 20'000);
    }

    void opensTheDayWithoutTheBackend()
    {
        // What the test before left, and nobody listening.
        Console console(QUrl(u"http://127.0.0.1:9/"_s), cache());
        QTRY_VERIFY(console.connection.isLoaded());
        QCOMPARE(console.fleet.stops().size(), 0); // the cache is another server's

        QTemporaryDir profile;
        const auto path = profile.filePath(u"cache.db"_s);
        QUrl url;
        {
            BackendProcess backend{QStringLiteral(DOORSTEP_PROGRAMS)};
            QVERIFY2(backend.start(), qPrintable(backend.problem()));
            url = backend.url();
            Outside outside(url);
            outside.call("PUT", u"/v1/plan"_s, {{u"depots"_s, QJsonArray{Wire::toJson(someDepot())}}});
            Console online(url, path);
            QTRY_COMPARE_WITH_TIMEOUT(online.fleet.depots().size(), 1, 20'000);
        }
        Console offline(url, path);
        QTRY_VERIFY(offline.connection.isLoaded());
        QCOMPARE(offline.fleet.depots().size(), 1);
        QVERIFY(offline.connection.freshness().isFromCache);
        QTRY_COMPARE(offline.state(), ConnectionStatus::State::Offline);
    }
};

QTEST_GUILESS_MAIN(ConsoleSyncTest)
#include "tst_consolesync.moc"
