// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/uuid.h"
#include "models/wire/commandwire.h"
#include "models/wire/forecastwire.h"
#include "models/wire/rawjson.h"
#include "tests/backend/api/httpclient.h"
#include "tests/backend/api/liveclient.h"
#include "tests/support/backendprocess.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace Doorstep;
using namespace Doorstep::Test;

namespace {

constexpr auto password = BackendProcess::password;
const FeedId depotFeed(u"depot-d1"_s);

QJsonObject object(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

/// The real doorstepd and what a dispatcher's day asks of it: commands, audit, who else is here, being signed out.
class TestDeskCalls : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] std::pair<int, QByteArray> doorstepd(const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcess process;
        process.start(QStringLiteral(DOORSTEP_PROGRAMS) + u"/doorstepd"_s,
                      arguments + QStringList{u"--data"_s, m_backend->dataDirectory()});
        process.write(input);
        process.closeWriteChannel();
        process.waitForFinished();
        return {process.exitCode(), process.readAllStandardOutput()};
    }
    QByteArray addUser(const QString &name, const QString &role)
    {
        const bool isAdded = m_backend->addUser(name, role);
        QByteArray token;
        HttpClient client(m_backend->url());
        const auto isIn = [&] {
            token = client.signIn(name, QString::fromLatin1(BackendProcess::password));
            return isAdded && !token.isEmpty();
        };
        [&] { QTRY_VERIFY_WITH_TIMEOUT(isIn(), 10'000); }();
        return token;
    }
    Answer send(const QList<Verb> &verbs, const FeedId &feed = depotFeed)
    {
        QList<Command> commands;
        for (const auto &verb : verbs) {
            commands.append({.id = CommandId(newUuid(QDateTime::currentDateTimeUtc())),
                             .sequence = ++m_sequence,
                             .feed = feed,
                             .verb = verb,
                             .at = QDateTime::currentDateTimeUtc()});
        }
        return m_client->call("POST", "/v1/commands", Wire::requestBytes(DeviceId(u"desk"_s), commands));
    }
    std::unique_ptr<BackendProcess> m_backend;
    std::unique_ptr<HttpClient> m_client;
    QByteArray m_token;
    QList<StopId> m_stops;
    qint64 m_sequence = 0;

private Q_SLOTS:
    void initTestCase()
    {
        m_backend = std::make_unique<BackendProcess>(QStringLiteral(DOORSTEP_PROGRAMS));
        QVERIFY2(m_backend->start(), qPrintable(m_backend->problem()));
        m_client = std::make_unique<HttpClient>(m_backend->url());
        m_token = m_client->signIn(u"admin"_s, QString::fromLatin1(password));
        QCOMPARE(m_client
                     ->call("PUT", "/v1/plan",
                            object(R"({"depots":[{"id":"d1","name":"Depot","address":{"text":"x"},"where":[-56.1,-34.9],
                            "time_zone":"America/Montevideo"}],
                            "vehicles":[{"id":"v1","depot":"d1","name":"V","kind":"van","capacity_kg":800}],
                            "drivers":[{"id":"carla","depot":"d1","name":"Carla","device_id":"phone-1"}]})"))
                     .status,
                 200);
        QJsonArray orders;
        for (int i = 0; i < 4; ++i) {
            orders.append(QJsonObject{{u"depot"_s, u"d1"_s},
                                      {u"reference"_s, u"r%1"_s.arg(i)},
                                      {u"shop"_s, u"s"_s},
                                      {u"customer"_s, u"C"_s},
                                      {u"address"_s, QJsonObject{{u"text"_s, u"x"_s}}},
                                      {u"where"_s, QJsonArray{-56.1 + i * 0.01, -34.9}},
                                      {u"parcels"_s, QJsonArray{QJsonObject{{u"weight_kg"_s, 1.0}}}}});
        }
        const auto placed =
            m_client->call("POST", "/v1/orders", QJsonObject{{u"orders"_s, orders}}, {{"Idempotency-Key", "\"k\""}});
        for (const auto &order : placed.json()["orders"_L1].toArray())
            m_stops.append(StopId(order["stop"_L1].toString()));
        QCOMPARE(m_stops.size(), 4);
        QCOMPARE(
            m_client
                ->call("PUT", "/v1/plan", object(R"({"routes":[{"id":"r1","depot":"d1","driver":"carla","vehicle":"v1",
                            "day":"2026-03-12","scheduled_start":"2026-03-12T11:00:00Z","stops":[]}]})"))
                .status,
            200);
    }

    void cleanupTestCase() { m_backend.reset(); }

    void init() { QTest::failOnWarning(); }

    void recomputesArrivalsWithinTwoSeconds()
    {
        LiveClient live(m_backend->url(), m_token);
        QTRY_VERIFY(live.isOpen());
        live.say(Wire::HelloFrame{.feeds = {{.id = depotFeed, .after = {}}}});
        const auto forecastStops = [&live] {
            QList<StopId> stops;
            for (const auto &frame : live.heard<Wire::ChangesFrame>()) {
                for (const auto &change : frame.run.changes) {
                    if (change.kind != "forecast"_L1)
                        continue;
                    stops.clear();
                    const auto forecast = Wire::forecastFromJson(*Wire::objectFromBytes(change.body));
                    for (const auto &stop : forecast->stops)
                        stops.append(stop.stop);
                }
            }
            return stops;
        };
        const auto sendAndWait = [&](const Verb &verb, const QList<StopId> &expected) {
            QElapsedTimer timer;
            timer.start();
            const auto answer = send({verb});
            QVERIFY2(answer.body.contains("applied"), answer.body.constData());
            QTRY_COMPARE_WITH_TIMEOUT(forecastStops(), expected, 5'000);
            QVERIFY2(timer.elapsed() < 2'000, qPrintable(u"%1 ms"_s.arg(timer.elapsed())));
        };
        const RouteId route(u"r1"_s);
        const QList<StopId> first{m_stops[0], m_stops[1], m_stops[2]};
        const QList<StopId> second{m_stops[2], m_stops[0], m_stops[1]};
        sendAndWait(ArrangeRoutes{.routes = {{.route = route, .was = {}, .stops = first}}}, first);
        sendAndWait(ArrangeRoutes{.routes = {{.route = route, .was = first, .stops = second}}}, second);
        sendAndWait(CancelStop{.stop = m_stops[0], .reason = {}}, {m_stops[2], m_stops[1]});
        sendAndWait(HoldStop{.stop = m_stops[2]}, {m_stops[1]});
        sendAndWait(HoldStop{.stop = m_stops[2], .held = false}, {m_stops[2], m_stops[1]});
        sendAndWait(ArrangeRoutes{.routes = {{.route = route, .was = second, .stops = {m_stops[1]}}}}, {m_stops[1]});
    }

    void keepsWhatPeopleSaidWhenAPlanComes()
    {
        QVERIFY(
            send({SetDuty{.driver = DriverId(u"carla"_s), .duty = Driver::Duty::OnBreak}}, FeedId(u"organisation"_s))
                .body.contains("applied"));
        QVERIFY(send({PinStop{.stop = m_stops[1]}}).body.contains("applied"));
        const auto plan = object(R"({"drivers":[{"id":"carla","depot":"d1","name":"Carla N."}],
            "routes":[{"id":"r1","depot":"d1","driver":"carla","vehicle":"v1","day":"2026-03-12",
            "scheduled_start":"2026-03-12T11:00:00Z","stops":[]}]})");
        const auto refused = m_client->call("PUT", "/v1/plan", plan);
        QCOMPARE(refused.status, 422); // it would take a pinned stop from its route
        QVERIFY(refused.body.contains("pinned"));
        QVERIFY(send({PinStop{.stop = m_stops[1], .pinned = false}}).body.contains("applied"));
        QCOMPARE(m_client->call("PUT", "/v1/plan", plan).status, 200);
        const auto drivers = m_client->call("GET", "/v1/feeds/organisation/snapshot").body;
        QVERIFY(drivers.contains(R"("duty":"on_break")"));
        QVERIFY(drivers.contains("Carla N."));
        QVERIFY(drivers.contains("phone-1"));
    }

    void answersForTheWholeRequest()
    {
        const auto hold = [this](const QString &id, qint64 sequence, bool isHeld) {
            return Command{.id = CommandId(id),
                           .sequence = sequence,
                           .feed = depotFeed,
                           .verb = HoldStop{.stop = m_stops[2], .held = isHeld},
                           .at = QDateTime(QDate(2026, 3, 12), QTime(9, 0), QTimeZone::UTC)};
        };
        const auto post = [](const HttpClient &client, const QList<Command> &commands) {
            return client.call("POST", "/v1/commands", Wire::requestBytes(DeviceId(u"whole"_s), commands));
        };
        const auto gap = post(*m_client, {hold(u"w2"_s, 2, true)});
        QCOMPARE(gap.status, 409);
        QCOMPARE(gap.code(), u"out_of_order"_s);
        QCOMPARE(gap.json()["expected"_L1].toInteger(), 1);
        const auto first = post(*m_client, {hold(u"w1"_s, 1, true)});
        QCOMPARE(first.status, 200);
        const auto verdicts = Wire::verdictsFromBytes(first.body);
        QVERIFY(verdicts);
        QCOMPARE(verdicts->first().kind, Verdict::Kind::Applied);
        const auto again = post(*m_client, {hold(u"w1"_s, 1, true)});
        QVERIFY(Wire::verdictsFromBytes(again.body)->first().again);
        const auto reused = post(*m_client, {hold(u"w1"_s, 1, false)});
        QCOMPARE(reused.status, 422);
        QCOMPARE(reused.code(), u"command_reused"_s);
        HttpClient other(m_backend->url());
        other.useToken(addUser(u"otto"_s, u"dispatcher"_s));
        const auto foreign = post(other, {hold(u"w2"_s, 2, false)});
        QCOMPARE(foreign.status, 403);
        QCOMPARE(foreign.code(), u"device_of_another"_s);
        QCOMPARE(m_client->call("POST", "/v1/commands", QByteArray(256 * 1024 + 1, ' ')).status, 413);
        QCOMPARE(m_client->call("POST", "/v1/commands", QByteArray("{}")).code(), u"malformed"_s);
        m_client->useToken("gone");
        QCOMPARE(post(*m_client, {hold(u"w2"_s, 2, false)}).status, 401);
        m_client->useToken(m_token);
        QCOMPARE(post(*m_client, {hold(u"w2"_s, 2, false)}).status, 200); // signed in again, the same bytes
    }

    void refusesDriversAndShowsThemNothing()
    {
        HttpClient driver(m_backend->url());
        driver.useToken(addUser(u"dario"_s, u"driver"_s));
        const auto body = Wire::requestBytes(DeviceId(u"phone"_s),
                                             {{.id = CommandId(u"c"_s),
                                               .sequence = 1,
                                               .feed = depotFeed,
                                               .verb = HoldStop{.stop = m_stops[0]},
                                               .at = QDateTime::currentDateTimeUtc()}});
        QCOMPARE(driver.call("POST", "/v1/commands", body).code(), u"forbidden"_s);
        QCOMPARE(driver.call("GET", "/v1/feeds/depot-d1/audit").code(), u"forbidden"_s);
        QCOMPARE(driver.call("GET", "/v1/feeds/depot-d1/snapshot").status, 404); // notes and cases are in it
        QCOMPARE(driver.call("GET", "/v1/feeds/depot-d1/changes?epoch=1&after=0").status, 404);
    }

    void tellsWhoDidWhat()
    {
        const auto before = m_client->call("GET", "/v1/feeds/depot-d1/audit?limit=1").json();
        QVERIFY(before["more"_L1].toBool());
        const auto number = before["entries"_L1][0]["n"_L1].toInteger();
        const NoteId note(newUuid(QDateTime::currentDateTimeUtc()));
        QVERIFY(send({AddNote{.note = note,
                              .depot = DepotId(u"d1"_s),
                              .about = Subject::of(m_stops[3]),
                              .text = u"<b>mind</b> the dog"_s}})
                    .body.contains("applied"));
        QCOMPARE(m_client
                     ->call("POST", "/v1/stops/" + m_stops[3].toString().toLatin1() + "/attempts",
                            object(R"({"outcome":"delivered","at":"2026-03-12T09:00:00Z"})"))
                     .status,
                 200);
        const auto about =
            m_client->call("GET", "/v1/feeds/depot-d1/audit?about=stop/" + m_stops[3].toString().toLatin1());
        const auto entries = about.json()["entries"_L1].toArray();
        QCOMPARE(entries.size(), 3);
        QCOMPARE(entries[0]["action"_L1].toString(), u"attempt"_s);
        QCOMPARE(entries[0]["n"_L1].toInteger(), number + 2);
        QCOMPARE(entries[1]["action"_L1].toString(), u"add_note"_s);
        QCOMPARE(entries[1]["device"_L1].toString(), u"desk"_s);
        QCOMPARE(entries[1]["body"_L1]["text"_L1].toString(), u"<b>mind</b> the dog"_s);
        QCOMPARE(entries[2]["action"_L1].toString(), u"orders"_s);
        const auto ofRoute = m_client->call("GET", "/v1/feeds/depot-d1/audit?about=route/r1").json();
        QStringList actions;
        for (const auto &entry : ofRoute["entries"_L1].toArray())
            actions += entry["action"_L1].toString();
        QVERIFY(actions.contains("plan"_L1) && actions.contains("arrange_routes"_L1));
        const auto me = entries[0]["actor"_L1].toString();
        const auto mine = m_client->call("GET", "/v1/feeds/depot-d1/audit?about=user/" + me.toLatin1() + "&limit=2");
        QCOMPARE(mine.json()["entries"_L1].toArray().size(), 2);
        for (const auto *bad : {"about=stop", "about=planet/x", "before=-1", "before=x", "limit=0", "limit=x"})
            QCOMPARE(m_client->call("GET", QByteArray("/v1/feeds/depot-d1/audit?") + bad).code(), u"malformed"_s);
        QCOMPARE(m_client->call("GET", "/v1/feeds/depot-none/audit").status, 404);

        const auto [code, out] = doorstepd({u"audit"_s, u"verify"_s}); // beside the running server
        QVERIFY2(code == 0, out.constData());
        QVERIFY(out.contains("depot-d1\t" + QByteArray::number(number + 2)));
    }

    void tellsAStopsHistoryHowItsCaseWasClosed()
    {
        const auto stop = m_stops[3];
        QVERIFY(send({ResolveException{
                         .exception = ExceptionId(u"missed-history-1"_s),
                         .occasion = {.depot = DepotId(u"d1"_s), .kind = u"missed"_s, .about = Subject::of(stop)},
                         .status = Exception::Status::Closed,
                         .resolution = u"The customer knows"_s}})
                    .body.contains("applied"));
        const auto about = m_client->call("GET", "/v1/feeds/depot-d1/audit?about=stop/" + stop.toString().toLatin1());
        const auto newest = about.json()["entries"_L1][0];
        QCOMPARE(newest["action"_L1].toString(), u"resolve_exception"_s);
        QCOMPARE(newest["body"_L1]["resolution"_L1].toString(), u"The customer knows"_s);
    }

    void tellsTheOthersWhoIsHere()
    {
        const auto eva = addUser(u"eva"_s, u"support"_s);
        LiveClient mine(m_backend->url(), m_token);
        auto hers = std::make_unique<LiveClient>(m_backend->url(), eva);
        QTRY_VERIFY(mine.isOpen() && hers->isOpen());
        mine.say(Wire::HelloFrame{});
        hers->say(Wire::HelloFrame{});
        const Wire::HereFrame here{.looking = {Subject::of(m_stops[0])}, .editing = {Subject::of(m_stops[1])}};
        hers->say(here);
        QTRY_COMPARE(mine.heard<Wire::WhoFrame>().size(), 1);
        const auto who = mine.heard<Wire::WhoFrame>().last();
        QCOMPARE(who.people.size(), 1);
        QCOMPARE(who.people.first().name, u"eva"_s);
        QCOMPARE(who.people.first().looking, here.looking);
        QCOMPARE(who.people.first().editing, here.editing);
        QVERIFY(hers->heard<Wire::WhoFrame>().isEmpty()); // not of herself

        // Turning the pages quickly is told at most five times a second, and the last page always.
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 200; ++i)
            hers->say(Wire::HereFrame{.looking = {Subject::of(StopId(u"s%1"_s.arg(i)))}, .editing = {}});
        const QList<Subject> last{Subject::of(StopId(u"s199"_s))};
        QTRY_COMPARE(mine.heard<Wire::WhoFrame>().last().people.first().looking, last);
        QCOMPARE_LE(mine.heard<Wire::WhoFrame>().size(), 2 + timer.elapsed() / 200 + 1);

        hers.reset();
        QTRY_VERIFY(mine.heard<Wire::WhoFrame>().last().people.isEmpty());
    }

    void closesASocketThatSaysTooMuch_data()
    {
        QTest::addColumn<QString>("frame");
        QStringList many;
        for (int i = 0; i < 101; ++i)
            many += u"\"stop/s%1\""_s.arg(i);
        QTest::newRow("too many") << uR"({"t":"here","looking":[%1],"editing":[]})"_s.arg(many.join(u','));
        QTest::newRow("no subject") << uR"({"t":"here","looking":["x"],"editing":[]})"_s;
        QTest::newRow("no list") << uR"({"t":"here","looking":{},"editing":[]})"_s;
        QTest::newRow("half of it") << uR"({"t":"here","looking":[]})"_s;
    }

    void closesASocketThatSaysTooMuch()
    {
        QFETCH(const QString, frame);
        LiveClient live(m_backend->url(), m_token);
        QTRY_VERIFY(live.isOpen());
        live.say(Wire::HelloFrame{});
        live.sayText(frame);
        QTRY_VERIFY(live.isOver());
        QCOMPARE(live.closeCode(), 1008);
    }

    void endsTheSocketsOfWhoIsSignedOut_data()
    {
        QTest::addColumn<bool>("isDisabled");
        QTest::newRow("signs out") << false;
        QTest::newRow("is disabled") << true;
    }

    void endsTheSocketsOfWhoIsSignedOut()
    {
        QFETCH(const bool, isDisabled);
        const auto name = isDisabled ? u"frida"_s : u"greta"_s;
        HttpClient client(m_backend->url());
        const auto token = addUser(name, u"dispatcher"_s);
        client.useToken(token);
        LiveClient live(m_backend->url(), token);
        LiveClient another(m_backend->url(), m_token);
        QTRY_VERIFY(live.isOpen() && another.isOpen());
        live.say(Wire::HelloFrame{});
        another.say(Wire::HelloFrame{});
        if (isDisabled) {
            QCOMPARE(doorstepd({u"user"_s, u"disable"_s, name}).first, 0);
            QVERIFY(doorstepd({u"user"_s, u"list"_s}).second.contains("frida\tfrida\tdispatcher\tdisabled"));
            QVERIFY(doorstepd({u"user"_s, u"disable"_s, u"nobody"_s}).first != 0);
        } else {
            QCOMPARE(client.call("DELETE", "/v1/session").status, 204);
        }
        QTRY_VERIFY_WITH_TIMEOUT(live.isOver(), 10'000);
        QCOMPARE(live.closeCode(), 4001);
        QCOMPARE(client.call("GET", "/v1/feeds").status, 401);
        QVERIFY(another.isOpen());
        if (isDisabled)
            QVERIFY(client.signIn(name, QString::fromLatin1(password)).isEmpty());
    }

    void givesANewTokenForAnOldOne()
    {
        HttpClient client(m_backend->url());
        client.useToken(addUser(u"hanna"_s, u"supervisor"_s));
        const auto fresh = client.call("POST", "/v1/session/refresh");
        QCOMPARE(fresh.status, 200);
        QVERIFY(fresh.headers.value("cache-control").contains("no-store"));
        QCOMPARE(client.call("GET", "/v1/feeds").status, 200); // still
        client.useToken(fresh.json()["token"_L1].toString().toLatin1());
        QCOMPARE(client.call("GET", "/v1/feeds").status, 200);
        client.useToken("not a token");
        QCOMPARE(client.call("POST", "/v1/session/refresh").status, 401);
    }
};

QTEST_GUILESS_MAIN(TestDeskCalls)
#include "tst_deskcalls.moc"
