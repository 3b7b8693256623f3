// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
// Reroutings asked for, followed, stopped and committed over real sockets; the roads are another server's.
#include "models/domain/depot.h"
#include "models/domain/uuid.h"
#include "models/wire/commandwire.h"
#include "models/wire/drivewire.h"
#include "models/wire/proposalwire.h"
#include "tests/backend/api/httpclient.h"
#include "tests/support/backendprocess.h"
#include "tests/support/straightroads.h"

#include <QFile>
#include <QGeoCoordinate>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

#include <mutex>

using namespace Qt::StringLiterals;
using namespace Doorstep;
using namespace Doorstep::Test;
using namespace std::chrono_literals;

class ProposalCallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_roads = std::make_unique<CannedServer>(straightRoads);
        m_backend = std::make_unique<BackendProcess>(QStringLiteral(DOORSTEP_PROGRAMS));
        m_planner = std::make_unique<CannedServer>(
            [this](const QUrl &, const QByteArray &question) { return plannersReply(question); });
        QVERIFY2(m_backend->start({u"--roads-url"_s, m_roads->url().toString(), u"--planner-url"_s,
                                   m_planner->url(u"/vroom"_s).toString()}),
                 qPrintable(m_backend->problem()));
        m_client = std::make_unique<HttpClient>(m_backend->url());
        QVERIFY(
            !m_client->signIn(QString::fromLatin1(BackendProcess::user), QString::fromLatin1(BackendProcess::password))
                 .isEmpty());
        putPlan();
        QTRY_VERIFY_WITH_TIMEOUT(ask(check()).isOk(), 20'000); // once both routes have a forecast
    }

    void cleanupTestCase()
    {
        m_backend.reset();
        m_planner.reset();
        m_roads.reset();
    }

    void init() { QTest::failOnWarning(); }

    void getsBetterUntilItIsFinal()
    {
        auto rerouting = question();
        rerouting.patience = 1s;
        const auto first = ask(rerouting);
        QVERIFY2(first.isOk(), first.answer.body.constData());
        QVERIFY(first.proposal->round >= 1);
        QCOMPARE(first.proposal->lines.size(), 2);
        // South has a stop of the north; nobody would leave it there.
        QVERIFY(first.proposal->proposed().driving < first.proposal->now().driving);
        QCOMPARE(first.proposal->moved, 1);
        const auto last = finalOf(first);
        QVERIFY(last);
        QVERIFY(last->round > first.proposal->round);
        QCOMPARE(last->number, first.proposal->number);
        QVERIFY(last->proposed().driving <= first.proposal->proposed().driving);
        QCOMPARE(tell(last->id, last->round).proposal, last); // and so it stays
    }

    void stopsWithTheBestSoFar()
    {
        auto rerouting = question();
        rerouting.patience = 60s;
        const auto first = ask(rerouting);
        QVERIFY(first.isOk());
        QVERIFY(!first.proposal->isFinal);
        QCOMPARE(tell(first.proposal->id, first.proposal->round + 1'000'000).answer.status, 204);
        const auto stopped = m_client->call("DELETE", pathOf(first.proposal->id));
        const auto proposal = Wire::proposalFromJson(stopped.json());
        QVERIFY(proposal);
        QVERIFY(proposal->isFinal);
        QCOMPARE(proposal->lines.size(), 2);
        QCOMPARE(tell(proposal->id, 0).proposal, *proposal);
    }

    void aNewerQuestionEndsTheOlder()
    {
        auto rerouting = question();
        rerouting.patience = 60s;
        const auto older = ask(rerouting);
        QVERIFY(older.isOk());
        const auto newer = ask(rerouting);
        QVERIFY(newer.isOk());
        QVERIFY(newer.proposal->number > older.proposal->number);
        QVERIFY(tell(older.proposal->id, 0).proposal->isFinal);
        QVERIFY(!tell(newer.proposal->id, 0).proposal->isFinal);
        QCOMPARE(m_client->call("DELETE", pathOf(newer.proposal->id)).status, 200);
    }

    void asksThePlanner()
    {
        m_isPlannerUp = true;
        auto rerouting = question();
        rerouting.patience = 1s;
        const auto last = finalOf(ask(rerouting));
        m_isPlannerUp = false;
        QVERIFY(last);
        QCOMPARE(last->moved, 1);
        QCOMPARE(last->lines.size(), 2);
        QVERIFY(last->unserved.isEmpty());
        const std::scoped_lock lock(m_mutex);
        QCOMPARE(m_asked["jobs"_L1].toArray().size(), 4);
        QCOMPARE(m_asked["vehicles"_L1].toArray().size(), 2);
        QCOMPARE(m_asked["options"_L1]["l"_L1].toDouble(), 1.0);
        QVERIFY(m_plannerSaid.contains("\"code\":0"));
    }

    void searchesByItselfWithoutThePlanner()
    {
        auto rerouting = question();
        rerouting.patience = 1s;
        const auto last = finalOf(ask(rerouting)); // the planner hangs up
        QVERIFY(last);
        QCOMPARE(last->moved, 1);
        QFile log(m_backend->dataDirectory() + u"/stderr.log"_s);
        QVERIFY(log.open(QIODevice::ReadOnly));
        const auto told = log.readAll();
        QVERIFY2(told.contains("\"instead\":\"own search\""), told.constData());
        QVERIFY(told.contains(m_planner->url().toString().toUtf8()));
    }

    void takesTheRatesOfTheDepot()
    {
        const auto cost = [this] { return ask(check()).proposal->now().cost; };
        const auto usual = cost();
        QVERIFY(usual > 0.0);
        const auto set = [this](const Rates &was, const Rates &rates) {
            const Command command{.id = CommandId(newUuid(QDateTime::currentDateTimeUtc())),
                                  .sequence = ++m_sequence,
                                  .feed = feedOf(DepotId(u"d1"_s)),
                                  .verb = SetRates{.depot = DepotId(u"d1"_s), .was = was, .set = rates},
                                  .at = QDateTime::currentDateTimeUtc()};
            const auto answer =
                m_client->call("POST", "/v1/commands", Wire::requestBytes(DeviceId(u"rates"_s), {command}));
            const auto verdicts = Wire::verdictsFromBytes(answer.body);
            return verdicts && verdicts->constFirst().kind == Verdict::Kind::Applied;
        };
        const Rates dear{.perHour = 4000.0};
        QVERIFY(set({}, dear));
        QVERIFY(cost() > 5.0 * usual);
        QVERIFY(set(dear, {}));
        QVERIFY(std::abs(cost() - usual) < 0.05 * usual);
    }

    void checksAnOrderAtOnce()
    {
        auto rerouting = check();
        rerouting.plan = {
            {.route = RouteId(u"north"_s), .was = {}, .stops = {m_stops[u"north2"_s], m_stops[u"north1"_s]}}};
        const auto checked = ask(rerouting);
        QVERIFY(checked.isOk());
        QVERIFY(checked.proposal->isFinal);
        QCOMPARE(checked.proposal->lines.first().after.first().stop, m_stops[u"north2"_s]);
        QVERIFY(checked.proposal->proposed().driving > 0s);
        QVERIFY(checked.proposal->lines.first().changes());
    }

    void leavesOutWhatIsNotDriven()
    {
        auto rerouting = check();
        rerouting.routes.prepend(RouteId(u"ended"_s));
        const auto checked = ask(rerouting);
        QVERIFY(checked.isOk());
        QCOMPARE(checked.proposal->lines.size(), 2);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const QByteArray &body, int status, const QString &code) {
            QTest::newRow(name) << body << status << code;
        };
        row("no JSON", "{", 400, u"malformed"_s);
        row("no depot", R"({"routes":["north"]})", 400, u"malformed"_s);
        row("no routes", R"({"depot":"d1","routes":[]})", 400, u"malformed"_s);
        row("routes that are no ids", R"({"depot":"d1","routes":["../x"]})", 400, u"malformed"_s);
        row("a goal nobody knows", R"({"depot":"d1","routes":["north"],"goal":"fun"})", 400, u"malformed"_s);
        row("no end of patience", R"({"depot":"d1","routes":["north"],"patience_ms":1e9})", 400, u"malformed"_s);
        row("a plan that is none", R"({"depot":"d1","routes":["north"],"plan":[7]})", 400, u"malformed"_s);
        row("another depot", R"({"depot":"d9","routes":["north"]})", 404, u"not_found"_s);
        row("routes that are not", R"({"depot":"d1","routes":["east","west"]})", 409, u"unknown_route"_s);
        row("too much", QByteArray(2'097'152, ' '), 413, u"too_large"_s);
    }
    void refuses()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const int, status);
        QFETCH(const QString, code);
        const auto answer = m_client->call("POST", "/v1/proposals", body);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.code(), code);
    }

    void knowsNoOtherProposals_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::newRow("told") << QByteArray("GET");
        QTest::newRow("stopped") << QByteArray("DELETE");
    }
    void knowsNoOtherProposals()
    {
        QFETCH(const QByteArray, method);
        QCOMPARE(m_client->call(method.constData(), "/v1/proposals/nothing").status, 404);
        QCOMPARE(m_client->call(method.constData(), "/v1/proposals/" + QByteArray(3'000, 'x')).status, 404);
    }

    void tellsTheRoadsOfDrives()
    {
        const QGeoCoordinate depot(-34.9, -56.1);
        const QGeoCoordinate door(-34.89, -56.11);
        const Wire::DrivesQuestion question{
            .depot = DepotId(u"d1"_s),
            .drives = {{.vehicle = Vehicle::Kind::Van, .from = depot, .to = door}, {.from = door, .to = depot}}};
        const auto answer = m_client->call("POST", "/v1/drives", Wire::toJson(question));
        QVERIFY2(answer.status == 200, answer.body.constData());
        const auto lines = Wire::driveLinesFromJson(answer.json());
        QVERIFY(lines);
        QCOMPARE(lines->size(), 2);
        QVERIFY(lines->first().constFirst().distanceTo(depot) < 1.0);
        QVERIFY(lines->first().constLast().distanceTo(door) < 1.0);
        QVERIFY(lines->last().constLast().distanceTo(depot) < 1.0);
        const auto none = m_client->call("POST", "/v1/drives",
                                         Wire::toJson(Wire::DrivesQuestion{.depot = question.depot, .drives = {}}));
        QCOMPARE(none.json()["lines"_L1].toArray().size(), 0);
    }

    void refusesDrives_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const QByteArray place = "[-56.1,-34.9]";
        const auto drive = [&place](const QByteArray &to) {
            return R"({"vehicle":"van","from":)" + place + R"(,"to":)" + to + '}';
        };
        const auto asked = [](const QByteArray &drives) { return R"({"depot":"d1","drives":[)" + drives + "]}"; };
        QTest::newRow("no JSON") << QByteArray("{") << 400;
        QTest::newRow("no drives") << QByteArray(R"({"depot":"d1"})") << 400;
        QTest::newRow("off the globe") << asked(drive("[-56.1,-134.9]")) << 400;
        QTest::newRow("no place") << asked(drive("null")) << 400;
        QTest::newRow("a number") << asked("7") << 400;
        QTest::newRow("a ship") << asked(R"({"vehicle":"ship","from":[1,1],"to":[1,1]})") << 400;
        QTest::newRow("too many") << asked((drive(place) + ',').repeated(1'000) + drive(place)) << 400;
        QTest::newRow("another depot") << QByteArray(R"({"depot":"d9","drives":[]})") << 404;
        QTest::newRow("too much") << QByteArray(1'048'576, ' ') << 413;
    }
    void refusesDrives()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const int, status);
        QCOMPARE(m_client->call("POST", "/v1/drives", body).status, status);
    }

private:
    struct Answered
    {
        Answer answer;
        std::optional<Proposal> proposal;

        [[nodiscard]] bool isOk() const { return answer.status == 200 && proposal; }
    };

    static Answered read(const Answer &answer)
    {
        const auto proposal = Wire::proposalFromJson(answer.json());
        return {.answer = answer, .proposal = proposal ? std::optional(*proposal) : std::nullopt};
    }
    Answered ask(const Rerouting &rerouting)
    {
        return read(m_client->call("POST", "/v1/proposals", Wire::toJson(rerouting)));
    }
    Answered tell(const ProposalId &id, int round)
    {
        return read(m_client->call("GET", pathOf(id) + "?round=" + QByteArray::number(round)));
    }
    /// What \a latest comes to; nothing when it comes to no end.
    std::optional<Proposal> finalOf(Answered latest)
    {
        const auto isFinal = [&] {
            const auto told = latest.proposal ? tell(latest.proposal->id, latest.proposal->round) : latest;
            if (told.isOk())
                latest = told;
            return latest.proposal && latest.proposal->isFinal;
        };
        return QTest::qWaitFor(isFinal, 15'000) ? latest.proposal : std::nullopt;
    }

    /// A vroom-express with our own program behind it; it hangs up unless it is up.
    CannedServer::Reply plannersReply(const QByteArray &question)
    {
        if (!m_isPlannerUp)
            return {.status = 0, .body = {}};
        QProcess program;
        program.start(QStringLiteral(DOORSTEP_PROGRAMS "/doorstep-plan"), {u"-l"_s, u"0.2"_s});
        program.write(question);
        program.closeWriteChannel();
        program.waitForFinished();
        const auto said = program.readAllStandardOutput();
        const std::scoped_lock lock(m_mutex);
        m_asked = QJsonDocument::fromJson(question).object();
        m_plannerSaid = said;
        return {.status = program.exitCode() == 0 ? 200 : 400, .body = said};
    }

    static QByteArray pathOf(const ProposalId &id) { return "/v1/proposals/" + id.toString().toUtf8(); }

    static Rerouting question()
    {
        return {.depot = DepotId(u"d1"_s),
                .routes = {RouteId(u"north"_s), RouteId(u"south"_s)},
                .goal = Rerouting::Goal::LeastDriving,
                .keepsNext = false};
    }
    static Rerouting check()
    {
        auto rerouting = question();
        rerouting.isCheck = true;
        return rerouting;
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
        const QList<std::pair<QString, double>> places{
            {u"north1"_s, -34.89}, {u"north2"_s, -34.86}, {u"south1"_s, -34.93}, {u"stray"_s, -34.875}};
        QJsonArray orders;
        for (const auto &[name, latitude] : places) {
            orders.append(QJsonObject{{u"depot"_s, u"d1"_s},
                                      {u"reference"_s, name},
                                      {u"shop"_s, u"s"_s},
                                      {u"customer"_s, u"C"_s},
                                      {u"address"_s, QJsonObject{{u"text"_s, name}}},
                                      {u"where"_s, QJsonArray{-56.1, latitude}},
                                      {u"parcels"_s, QJsonArray{QJsonObject{{u"weight_kg"_s, 1.0}}}}});
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
                                route(u"south"_s, u"bruno"_s, {u"south1"_s, u"stray"_s})};
        const auto put = m_client->call("PUT", "/v1/plan", QJsonObject{{u"routes"_s, routes}});
        QVERIFY2(put.status == 200, put.body.constData());
    }

    qint64 m_sequence = 0;
    std::atomic<bool> m_isPlannerUp = false;
    std::mutex m_mutex; ///< Guards the two below.
    QJsonObject m_asked;
    QByteArray m_plannerSaid;
    std::unique_ptr<CannedServer> m_roads;
    std::unique_ptr<CannedServer> m_planner;
    std::unique_ptr<BackendProcess> m_backend;
    std::unique_ptr<HttpClient> m_client;
    QHash<QString, StopId> m_stops;
};

QTEST_GUILESS_MAIN(ProposalCallsTest)
#include "tst_proposalcalls.moc"
