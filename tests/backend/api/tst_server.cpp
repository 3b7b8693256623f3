// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/changeswire.h"
#include "models/wire/documentwire.h"
#include "models/wire/snapshotwire.h"
#include "tests/backend/api/httpclient.h"
#include "tests/backend/api/liveclient.h"
#include "tests/support/backendprocess.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Doorstep;
using namespace Doorstep::Test;

namespace {

constexpr auto password = BackendProcess::password;

QJsonObject object(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

QJsonObject plan()
{
    return object(R"({"depots":[{"id":"d1","name":"Depot","address":{"text":"x"},"where":[-56.1,-34.9],
        "time_zone":"America/Montevideo"}],
        "vehicles":[{"id":"v1","depot":"d1","name":"V","kind":"van","capacity_kg":800}],
        "drivers":[{"id":"carla","depot":"d1","name":"Carla","device_id":"phone-1"}]})");
}

QJsonObject orders(const QString &reference)
{
    const QJsonObject order{{u"depot"_s, u"d1"_s},
                            {u"reference"_s, reference},
                            {u"shop"_s, u"s"_s},
                            {u"customer"_s, u"C"_s},
                            {u"address"_s, QJsonObject{{u"text"_s, u"x"_s}}},
                            {u"where"_s, QJsonArray{-56.1, -34.9}},
                            {u"parcels"_s, QJsonArray{QJsonObject{{u"weight_kg"_s, 1.0}}}}};
    return {{u"orders"_s, QJsonArray{order}}};
}

HttpClient::Headers key(const QByteArray &value)
{
    return {{"Idempotency-Key", '"' + value + '"'}};
}

Wire::HelloFrame helloFor(const QString &feed, std::optional<Cursor> after)
{
    return {.feeds = {{.id = FeedId(feed), .after = after}}};
}

} // namespace

/// The real doorstepd over real sockets.
class TestServer : public QObject
{
    Q_OBJECT

private:
    void addUser(const QString &name, const QString &role)
    {
        QProcess add;
        add.start(QStringLiteral(DOORSTEP_PROGRAMS) + u"/doorstepd"_s,
                  {u"user"_s, u"add"_s, name, u"--data"_s, m_backend->dataDirectory(), u"--role"_s, role,
                   u"--password-stdin"_s});
        add.write(QByteArray(password) + '\n');
        add.closeWriteChannel();
        QVERIFY(add.waitForFinished());
        QCOMPARE(add.exitCode(), 0);
    }

    [[nodiscard]] Cursor cursorOf(const HttpClient &client, const QString &feed) const
    {
        for (const auto &element : client.call("GET", "/v1/feeds").json()["feeds"_L1].toArray()) {
            const auto one = element.toObject();
            if (one["id"_L1].toString() == feed)
                return {.epoch = *Wire::epochFromText(one["epoch"_L1].toString()), .seq = one["head"_L1].toInteger()};
        }
        return {};
    }

    std::unique_ptr<BackendProcess> m_backend;
    QHash<QString, QByteArray> m_tokens;

private Q_SLOTS:
    void initTestCase()
    {
        m_backend = std::make_unique<BackendProcess>(QStringLiteral(DOORSTEP_PROGRAMS));
        QVERIFY2(m_backend->start({u"--adjustable-clock"_s, u"--connections-per-address"_s, u"100"_s}),
                 qPrintable(m_backend->problem()));
        HttpClient client(m_backend->url());
        m_tokens[u"admin"_s] = client.signIn(u"admin"_s, QString::fromLatin1(password));
        QVERIFY2(!m_tokens[u"admin"_s].isEmpty(), client.lastBody().constData());
        QCOMPARE(client.call("PUT", "/v1/plan", plan()).status, 200);
        QCOMPARE(client.call("POST", "/v1/orders", orders(u"first"_s), key("first")).status, 200);
        for (const auto *role : {"driver", "dispatcher", "supervisor", "support"}) {
            addUser(QString::fromLatin1(role), QString::fromLatin1(role)); // beside the running server
            const auto isIn = [&] {
                const auto token = client.signIn(QString::fromLatin1(role), QString::fromLatin1(password));
                m_tokens.insert(QString::fromLatin1(role), token);
                return !token.isEmpty();
            };
            QTRY_VERIFY_WITH_TIMEOUT(isIn(), 10'000);
        }
    }

    void cleanupTestCase() { m_backend.reset(); }

    void init() { QTest::failOnWarning(); }

    void asksForTheRightRole_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QStringList>("allowed");
        const QStringList all{u"driver"_s, u"dispatcher"_s, u"supervisor"_s, u"support"_s, u"admin"_s};
        const QStringList desk{u"dispatcher"_s, u"admin"_s};
        const auto row = [](const char *method, const char *path, const QStringList &allowed) {
            QTest::addRow("%s %s", method, path) << QByteArray(method) << QByteArray(path) << allowed;
        };
        row("GET", "/v1/session", all);
        row("GET", "/v1/feeds", all);
        row("GET", "/v1/feeds/organisation/snapshot", all);
        row("GET", "/v1/feeds/organisation/changes", all);
        row("GET", "/v1/track/DS000000005UY", all);
        row("GET", "/v1/clock", all);
        row("PUT", "/v1/clock", {u"admin"_s});
        row("POST", "/v1/commands", {u"dispatcher"_s, u"supervisor"_s, u"support"_s, u"admin"_s});
        row("PUT", "/v1/plan", desk);
        row("POST", "/v1/orders", desk);
        row("POST", "/v1/stops/x/attempts", {u"driver"_s, u"dispatcher"_s, u"admin"_s});
        row("GET", "/v1/stops/x/insertions", {u"dispatcher"_s, u"supervisor"_s, u"support"_s, u"admin"_s});
        row("GET", "/v1/drivers/carla/track", {u"dispatcher"_s, u"supervisor"_s, u"support"_s, u"admin"_s});
    }

    void asksForTheRightRole()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, path);
        QFETCH(const QStringList, allowed);
        HttpClient client(m_backend->url());
        const auto nobody = client.call(method, path);
        QCOMPARE(nobody.status, 401);
        QCOMPARE(nobody.code(), u"unauthorised"_s);
        client.useToken("0123456789012345678901234567890123456789012");
        QCOMPARE(client.call(method, path).status, 401);
        for (const auto &[role, token] : m_tokens.asKeyValueRange()) {
            client.useToken(token);
            const auto answer = client.call(method, path);
            QVERIFY2((answer.status != 403 && answer.status != 401) == allowed.contains(role), qPrintable(role));
            QVERIFY2(answer.status < 500, answer.body.constData());
        }
    }

    void answersEveryErrorAsAProblem_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const char *method, const char *path, const QByteArray &body, int status,
                            const char *code) {
            QTest::newRow(name) << QByteArray(method) << QByteArray(path) << body << status
                                << QString::fromLatin1(code);
        };
        row("nothing there", "GET", "/v1/nothing", {}, 404, "no_such_call");
        row("an escape", "GET", "/v1/feeds/..%2f..%2fetc/snapshot", {}, 404, "no_such_call");
        row("another method", "DELETE", "/v1/plan", {}, 405, "method_not_allowed");
        row("a method of nobody's", "PATCH", "/v1/plan", {}, 405, "method_not_allowed");
        row("no JSON", "PUT", "/v1/plan", "<xml/>", 400, "malformed");
        row("an array", "PUT", "/v1/plan", "[]", 400, "malformed");
        row("deep JSON", "PUT", "/v1/plan", QByteArray(5'000, '['), 400, "malformed");
        row("half a character", "PUT", "/v1/plan", "{\"depots\":\"\xc3\"}", 400, "malformed");
        row("too large for its call", "POST", "/v1/session", QByteArray(5'000, ' '), 413, "too_large");
        row("too large a plan", "PUT", "/v1/plan", QByteArray(8 * 1024 * 1024 + 1, ' '), 413, "too_large");
        row("no key", "POST", "/v1/orders", "{\"orders\":[]}", 400, "malformed");
        row("a feed that is not", "GET", "/v1/feeds/depot-none/snapshot", {}, 404, "not_found");
        row("another epoch", "GET", "/v1/feeds/organisation/changes?epoch=1&after=0", {}, 410, "epoch_changed");
        row("no epoch", "GET", "/v1/feeds/organisation/changes", {}, 400, "malformed");
        row("a negative seq", "GET", "/v1/feeds/organisation/changes?epoch=1&after=-1", {}, 400, "malformed");
        row("a wrong check digit", "GET", "/v1/track/DS000000001UY", {}, 400, "bad_number");
        row("an unknown number", "GET", "/v1/track/DS000000005UY", {}, 404, "unknown_number");
        row("a stop that is not", "POST", "/v1/stops/none/attempts",
            R"({"outcome":"delivered","at":"2026-03-12T09:00:00Z"})", 404, "not_found");
        row("places for a stop that is not", "GET", "/v1/stops/none/insertions", {}, 404, "not_found");
        row("no region", "GET", "/tiles/light/14/1/1.png", {}, 503, "no_region");
        row("a clock too fast", "PUT", "/v1/clock", R"({"now":"2026-03-12T09:00:00Z","rate":61})", 400, "malformed");
        row("an unknown phone", "GET", "/?id=nobody&lat=1&lon=1", {}, 400, "unknown_device");
    }

    void answersEveryErrorAsAProblem()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, body);
        QFETCH(const int, status);
        QFETCH(const QString, code);
        HttpClient client(m_backend->url());
        client.useToken(m_tokens[u"admin"_s]);
        const auto answer = client.call(method, path, body);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.code(), code);
        QCOMPARE(answer.headers.value("content-type"), "application/problem+json");
        QVERIFY(!answer.json()["detail"_L1].toString().isEmpty());
        QVERIFY(!answer.headers.value("x-request-id").isEmpty());
    }

    void outlivesHostileBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing HTTP") << QByteArray("\x16\x03\x01 hello\r\n\r\n");
        QTest::newRow("a huge header") << "GET / HTTP/1.1\r\nX: " + QByteArray(1'000'000, 'x') + "\r\n\r\n";
        QTest::newRow("a body over every limit")
            << "PUT /v1/plan HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n" + QByteArray(100'000, ' ');
        QTest::newRow("a negative length") << QByteArray("PUT /v1/plan HTTP/1.1\r\nContent-Length: -5\r\n\r\n{}");
        QTest::newRow("zero bytes") << "GET /\0\0 HTTP/1.1\r\n\r\n"_ba;
    }

    void outlivesHostileBytes()
    {
        QFETCH(const QByteArray, bytes);
        const HttpClient client(m_backend->url());
        const auto answer = client.raw(bytes + "GET / HTTP/1.1\r\nConnection: close\r\n\r\n");
        QVERIFY(answer.status == 0 || answer.status >= 400);
        QCOMPARE(client.call("GET", "/livez").status, 200);
    }

    void refusesABodyOverEveryLimitBeforeItComes()
    {
        // Drogon's own answer: without a problem's body, as docs/backend.md says.
        const auto answer =
            HttpClient(m_backend->url()).raw("PUT /v1/plan HTTP/1.1\r\nHost: test\r\nContent-Length: 99999999\r\n\r\n");
        QCOMPARE(answer.status, 413);
        QVERIFY(answer.body.isEmpty());
    }

    void limitsConnectionsOfAnAddress()
    {
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (int i = 0; i < 130; ++i) {
            sockets.push_back(std::make_unique<QTcpSocket>());
            sockets.back()->connectToHost(m_backend->url().host(), static_cast<quint16>(m_backend->url().port()));
            QVERIFY(sockets.back()->waitForConnected());
        }
        const auto closed = [&] {
            return std::ranges::count_if(sockets,
                                         [](const auto &s) { return s->state() == QAbstractSocket::UnconnectedState; });
        };
        QTRY_VERIFY(closed() >= 20);
        sockets.clear();
        QTRY_COMPARE(HttpClient(m_backend->url()).call("GET", "/livez").status, 200);
    }

    void answersARepeatedRequestAsTheFirst()
    {
        HttpClient client(m_backend->url());
        client.useToken(m_tokens[u"dispatcher"_s]);
        const auto first = client.call("POST", "/v1/orders", orders(u"again"_s), key("k1"));
        QCOMPARE(first.status, 200);
        QCOMPARE(client.call("POST", "/v1/orders", orders(u"again"_s), key("k1")).body, first.body);
        QCOMPARE(client.call("POST", "/v1/orders", orders(u"other"_s), key("k1")).code(), u"key_reused"_s);
        QCOMPARE(client.call("POST", "/v1/orders", orders(u"again"_s), key("k2")).json(), first.json());
    }

    void sendsASnapshotThatAddsUp()
    {
        HttpClient client(m_backend->url());
        client.useToken(m_tokens[u"dispatcher"_s]);
        const auto answer = client.call("GET", "/v1/feeds/organisation/snapshot");
        auto lines = answer.body.trimmed().split('\n');
        QVERIFY(Wire::cursorFromBytes(lines.takeFirst()));
        const auto end = Wire::snapshotEndFromBytes(lines.takeLast());
        QVERIFY(end);
        Wire::Checksum checksum = 0;
        for (const auto &line : lines) {
            const auto document = Wire::documentFromBytes(line);
            QVERIFY(document);
            checksum ^= Wire::digestOf(*document);
            QVERIFY(!line.contains("device_id")); // a dispatcher is no admin
        }
        QCOMPARE(end->count, lines.size());
        QCOMPARE(end->checksum, checksum);
        client.useToken(m_tokens[u"admin"_s]);
        QVERIFY(client.call("GET", "/v1/feeds/organisation/snapshot").body.contains("\"device_id\":\"phone-1\""));
        const auto zipped =
            client.call("GET", "/v1/feeds/organisation/snapshot", QByteArray(), {{"Accept-Encoding", "gzip"}});
        QCOMPARE(zipped.headers.value("content-encoding"), "gzip");
        QVERIFY(zipped.body.startsWith("\x1f\x8b"));
    }

    void tellsSocketsOfChangesFromTheirCursorOn()
    {
        HttpClient client(m_backend->url());
        client.useToken(m_tokens[u"admin"_s]);
        const auto before = cursorOf(client, u"depot-d1"_s);
        LiveClient live(m_backend->url(), m_tokens[u"support"_s]);
        QTRY_VERIFY(live.isOpen());
        live.say(helloFor(u"depot-d1"_s, Cursor{.epoch = before.epoch, .seq = 1}));
        QTRY_VERIFY(!live.heard<Wire::ChangesFrame>().isEmpty());
        QVERIFY(std::holds_alternative<Wire::WelcomeFrame>(live.frames.first()));
        QCOMPARE(live.heard<Wire::ChangesFrame>().first().run.after, 1);
        QCOMPARE(client.call("POST", "/v1/orders", orders(u"live"_s), key("live")).status, 200);
        QTRY_COMPARE(live.heard<Wire::ChangesFrame>().last().run.to, before.seq + 3);
        qint64 reached = 1;
        for (const auto &frame : live.heard<Wire::ChangesFrame>()) {
            QVERIFY(frame.run.isContiguous);
            QCOMPARE(frame.run.after, reached);
            reached = frame.run.to;
        }
    }

    void tellsSocketsOfFixes()
    {
        const HttpClient phone(m_backend->url());
        LiveClient live(m_backend->url(), m_tokens[u"dispatcher"_s]);
        QTRY_VERIFY(live.isOpen());
        live.say(Wire::HelloFrame{.feeds = {}});
        const auto at = QDateTime::currentSecsSinceEpoch();
        QCOMPARE(phone.call("GET", "/?id=phone-1&lat=-34.9&lon=-56.1&timestamp=" + QByteArray::number(at - 5)).status,
                 200);
        QTRY_VERIFY(!live.heard<Wire::FixesFrame>().isEmpty());
        QCOMPARE(live.heard<Wire::FixesFrame>().last().fixes.last().driver, DriverId(u"carla"_s));
        const auto before = live.heard<Wire::FixesFrame>().size();
        QCOMPARE(phone.call("GET", "/?id=phone-1&lat=-34.9&lon=-56.2&timestamp=" + QByteArray::number(at - 60)).status,
                 200);
        QCOMPARE(phone.call("GET", "/?id=phone-1&lat=-34.9&lon=-56.3&timestamp=" + QByteArray::number(at)).status, 200);
        QTRY_VERIFY(live.heard<Wire::FixesFrame>().size() > before);
        QCOMPARE(live.heard<Wire::FixesFrame>().last().fixes.last().where.longitude(), -56.3); // never the older one
    }

    void resetsACursorOfAnotherEpoch()
    {
        LiveClient live(m_backend->url(), m_tokens[u"dispatcher"_s]);
        QTRY_VERIFY(live.isOpen());
        live.say(helloFor(u"depot-d1"_s, Cursor{.epoch = 1, .seq = 1}));
        QTRY_COMPARE(live.heard<Wire::ResetFrame>().size(), 1);
        QCOMPARE(live.heard<Wire::ResetFrame>().first().code, u"epoch_changed"_s);
    }

    void closesSocketsThatBreakTheProtocol_data()
    {
        QTest::addColumn<QString>("first");
        QTest::newRow("no JSON") << u"hello"_s;
        QTest::newRow("an unknown frame") << u"{\"t\":\"sudo\"}"_s;
        QTest::newRow("not hello first") << u"{\"t\":\"ack\",\"frames\":1}"_s;
        QTest::newRow("too large") << QString(70'000, u' ');
    }

    void closesSocketsThatBreakTheProtocol()
    {
        QFETCH(const QString, first);
        LiveClient live(m_backend->url(), m_tokens[u"dispatcher"_s]);
        QTRY_VERIFY(live.isOpen());
        live.sayText(first);
        QTRY_VERIFY_WITH_TIMEOUT(live.isOver(), 10'000);
    }

    void namesTheProtocolItSpeaks_data()
    {
        QTest::addColumn<QStringList>("offered");
        QTest::addColumn<QString>("spoken");
        QTest::newRow("ours") << QStringList{u"doorstep.v1"_s} << u"doorstep.v1"_s;
        QTest::newRow("ours among others") << QStringList{u"doorstep.v9"_s, u"doorstep.v1"_s} << u"doorstep.v1"_s;
        QTest::newRow("none") << QStringList() << QString();
        QTest::newRow("another's") << QStringList{u"doorstep.v10"_s} << QString();
    }

    void namesTheProtocolItSpeaks()
    {
        QFETCH(const QStringList, offered);
        const LiveClient live(m_backend->url(), m_tokens[u"dispatcher"_s], {}, offered);
        QTRY_VERIFY(live.isOpen());
        QTEST(live.protocol(), "spoken");
    }

    void takesMessagesUpToTheirLimit_data()
    {
        QTest::addColumn<int>("spaces");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("60 kB") << 60'000 << true;
        QTest::newRow("66 kB") << 66'000 << false;
        QTest::newRow("2 MB") << 2'000'000 << false;
    }

    void takesMessagesUpToTheirLimit()
    {
        QFETCH(const int, spaces);
        QFETCH(const bool, isTaken);
        LiveClient live(m_backend->url(), m_tokens[u"dispatcher"_s]);
        QTRY_VERIFY(live.isOpen());
        live.sayText(u"{\"t\":\"hello\",\"feeds\":[],\"fixes\":true,\"schema\":1"_s + QString(spaces, u' ') + u'}');
        if (isTaken)
            QTRY_COMPARE(live.heard<Wire::WelcomeFrame>().size(), 1);
        else
            QTRY_VERIFY_WITH_TIMEOUT(live.isOver(), 10'000);
        QCOMPARE(live.heard<Wire::WelcomeFrame>().size(), isTaken ? 1 : 0);
    }

    void keepsTheSocketsDoor()
    {
        const LiveClient nobody(m_backend->url(), "wrong");
        QTRY_VERIFY(nobody.isOver());
        const LiveClient driver(m_backend->url(), m_tokens[u"driver"_s]);
        QTRY_VERIFY(driver.isOver());
        const LiveClient page(m_backend->url(), m_tokens[u"dispatcher"_s], "https://evil.example");
        QTRY_VERIFY(page.isOver());
        const auto ours = "http://" + m_backend->url().authority().toLatin1();
        const LiveClient ourPage(m_backend->url(), m_tokens[u"dispatcher"_s], ours);
        QTRY_VERIFY(ourPage.isOpen());
    }

    void stopsSendingToWhoDoesNotAcknowledge()
    {
        HttpClient client(m_backend->url());
        client.useToken(m_tokens[u"admin"_s]);
        const auto cursor = cursorOf(client, u"organisation"_s);
        LiveClient live(m_backend->url(), m_tokens[u"dispatcher"_s]);
        QTRY_VERIFY(live.isOpen());
        auto hello = helloFor(u"organisation"_s, cursor);
        hello.wantsFixes = false;
        live.say(hello);
        QTRY_COMPARE(live.heard<Wire::WelcomeFrame>().size(), 1);
        for (int i = 0; i < 300; ++i) {
            auto body = plan();
            body.insert("vehicles"_L1,
                        QJsonArray{object(R"({"id":"v1","depot":"d1","name":"V","kind":"van","capacity_kg":1})")});
            auto vehicle = body["vehicles"_L1].toArray()[0].toObject();
            vehicle.insert("capacity_kg"_L1, i + 1);
            QCOMPARE(client.call("PUT", "/v1/plan", QJsonObject{{u"vehicles"_s, QJsonArray{vehicle}}}).status, 200);
        }
        QTRY_COMPARE(live.heard<Wire::ChangesFrame>().size(), 256); // and not one more
        QTRY_VERIFY_WITH_TIMEOUT(live.isOver(), 20'000); // lagged
        QCOMPARE(live.heard<Wire::LaggedFrame>().size(), 1);
        QCOMPARE(live.closeCode(), 4009);
        QCOMPARE(live.heard<Wire::ChangesFrame>().size(), 256);
    }

    void saysByeWhenItStops()
    {
        LiveClient live(m_backend->url(), m_tokens[u"dispatcher"_s]);
        QTRY_VERIFY(live.isOpen());
        live.say(Wire::HelloFrame{.feeds = {}});
        QTRY_COMPARE(live.heard<Wire::WelcomeFrame>().size(), 1);
        const auto id = m_backend->processId();
        QCOMPARE(QProcess::execute(u"kill"_s, {u"-TERM"_s, QString::number(id)}), 0);
        QTRY_VERIFY(live.isOver());
        QCOMPARE(live.heard<Wire::ByeFrame>().size(), 1);
        QCOMPARE(live.closeCode(), 1001);
    }
};

QTEST_GUILESS_MAIN(TestServer)
#include "tst_server.moc"
