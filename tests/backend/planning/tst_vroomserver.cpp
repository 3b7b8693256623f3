// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/planning/vroom/document.h"
#include "backend/planning/vroom/question.h"
#include "backend/planning/vroomserver.h"
#include "tests/backend/planning/plancheck.h"
#include "tests/backend/planning/randomproblem.h"
#include "tests/support/cannedserver.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Doorstep;
using namespace Doorstep::Planning;
using namespace Doorstep::Test;
using namespace std::chrono_literals;

namespace {

/// What stands behind a vroom-express: our own VROOM, a tenth of a second long.
CannedServer::Reply planned(const QUrl &, const QByteArray &body)
{
    QProcess program;
    program.start(QStringLiteral(DOORSTEP_PROGRAMS "/doorstep-plan"), {u"-l"_s, u"0.1"_s});
    program.write(body);
    program.closeWriteChannel();
    program.waitForFinished();
    return {.status = program.exitCode() == 0 ? 200 : 400, .body = program.readAllStandardOutput()};
}

/// The same without a process.
std::string answerTo(const std::string &question)
{
    const auto document = readVroom(question);
    if (!document)
        return writeVroomError(2, document.error());
    const auto answer = optimise(document->problem, document->plan(), {.iterations = 2000});
    return writeVroom(*document, answer.plan, 0, 0);
}

struct Case
{
    Problem problem;
    Plan start;
};

/// Stops in random routes, some of them fixed or locked, some pinned to where they are.
Case randomCase(std::mt19937 &random, const Features &features)
{
    Case one{.problem = randomProblem(random, 24, 4, features), .start = {}};
    one.start = randomPlan(random, one.problem, true);
    for (std::size_t v = 0; v < one.start.routes.size(); ++v) {
        for (const auto task : one.start.routes[v]) {
            if (random() % 8 == 0)
                one.problem.tasks[task].pinnedTo = static_cast<std::int32_t>(v);
        }
    }
    return one;
}

/// One van, three stops along a line a minute apart: the first is fixed, the last pinned.
Case smallCase()
{
    Case one;
    auto matrix = std::make_shared<Matrix>();
    matrix->places = 4;
    for (int i = 0; i < 4; ++i) {
        for (int j = 0; j < 4; ++j)
            matrix->seconds.push_back(static_cast<std::uint32_t>(60 * std::abs(i - j)));
    }
    one.problem.matrices.push_back(matrix);
    one.problem.vehicles.push_back({.id = 9, .start = 0, .end = 0, .fixedTasks = 1});
    one.problem.vehicles.push_back({.id = 8, .start = 0, .end = 0});
    for (int t = 0; t < 3; ++t)
        one.problem.tasks.push_back({.id = 70 + t, .place = t + 1});
    one.problem.tasks[2].pinnedTo = 0;
    one.start.routes = {{0, 2}, {1}};
    return one;
}

} // namespace

/// Another VROOM in the place of our own search.
class VroomServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void asksAboutWhatIsNotFixed()
    {
        const auto small = smallCase();
        const VroomQuestion question(small.problem, small.start);
        QVERIFY(!question.isEmpty());
        const auto document = readVroom(question.text(1500ms));
        QVERIFY2(document, document ? "" : document.error().c_str());
        QCOMPARE(document->problem.tasks.size(), 2U);
        QCOMPARE(document->problem.vehicles.front().start, 1); // where the fixed one is
        QCOMPARE(document->problem.vehicles.front().window.from, 60);
        QCOMPARE(document->problem.tasks.back().skills.size(), 1U);
        QCOMPARE(document->steps.front().size(), 3U); // start, the pinned one, end
        QVERIFY(question.text(1500ms).contains(R"("l":1.5)"));
        QCOMPARE(question.planIn(R"({"code":0,"routes":[]})")->routes,
                 (std::vector<std::vector<std::int32_t>>{{0}, {}}));
    }

    void asksAboutNothingWhereAllIsLocked()
    {
        auto small = smallCase();
        for (auto &vehicle : small.problem.vehicles)
            vehicle.isLocked = true;
        QVERIFY(VroomQuestion(small.problem, small.start).isEmpty());
        const VroomServer nobody(QUrl(u"http://127.0.0.1:1"_s)); // is not asked
        const auto answer = nobody.optimise(small.problem, small.start, {});
        QVERIFY(answer);
        QCOMPARE(answer->plan, small.start);
    }

    void bringsBackPlansThatBreakNothing_data()
    {
        QTest::addColumn<int>("row");
        for (int i = 0; std::cmp_less(i, rows.size()); ++i)
            QTest::newRow(rows.at(static_cast<std::size_t>(i)).first) << i;
    }

    void bringsBackPlansThatBreakNothing()
    {
        QFETCH(const int, row);
        std::mt19937 random(static_cast<unsigned>(row));
        int moved = 0;
        for (int round = 0; round < 30; ++round) {
            const auto one = randomCase(random, rows.at(static_cast<std::size_t>(row)).second);
            const VroomQuestion question(one.problem, one.start);
            const auto plan = question.planIn(answerTo(question.text(1s)));
            QVERIFY2(plan, plan ? "" : plan.error().c_str());
            // What is fixed may break something by itself, which nobody can help.
            const Plan fixed = *question.planIn(R"({"code":0,"routes":[]})");
            const auto before = brokenBy(one.problem, fixed, one.start);
            auto broken = brokenBy(one.problem, *plan, one.start);
            if (before.isEmpty())
                QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
            moved += *plan == one.start ? 0 : 1;
            for (std::size_t v = 0; v < plan->routes.size(); ++v) {
                for (const auto task : plan->routes[v])
                    QVERIFY(one.problem.tasks[task].pinnedTo < 0
                            || std::cmp_equal(one.problem.tasks[task].pinnedTo, v));
            }
        }
        QVERIFY(moved > 20);
    }

    void takesNoPlanThatIsNone_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, const QByteArray &answer, const QString &why) {
            QTest::newRow(name) << answer << why;
        };
        row("nothing", "", u"its answer is no JSON"_s);
        row("a page", "<html>502</html>", u"its answer is no JSON"_s);
        row("no code", "{}", u"it says neither"_s);
        row("an array", "[1,2]", u"it says neither"_s);
        row("its own word", "{\"code\":2,\"error\":\"Invalid skills\"}", u"Invalid skills"_s);
        row("an unknown vehicle", "{\"code\":0,\"routes\":[{\"vehicle\":7,\"steps\":[]}]}", u"a route for a vehicle"_s);
        row("a negative vehicle", "{\"code\":0,\"routes\":[{\"vehicle\":-1,\"steps\":[]}]}",
            u"a route for a vehicle"_s);
        row("no vehicle", "{\"code\":0,\"routes\":[{\"steps\":[]}]}", u"a route for a vehicle"_s);
        row("what is fixed", step(1, 0), u"a stop that it was not asked about"_s);
        row("an unknown stop", step(1, 99), u"a stop that it was not asked about"_s);
        row("a stop without a number", "{\"code\":0,\"routes\":[{\"vehicle\":1,\"steps\":[{\"type\":\"job\"}]}]}",
            u"a stop that it was not asked about"_s);
        row("the pinned one elsewhere", step(1, 2), u"has to stay"_s);
        row("a stop twice",
            "{\"code\":0,\"routes\":[{\"vehicle\":0,\"steps\":[{\"type\":\"job\",\"id\":1}]},"
            "{\"vehicle\":1,\"steps\":[{\"type\":\"job\",\"id\":1}]}]}",
            u"a stop twice"_s);
        row("deeper than anybody needs", QByteArray(100'000, '['), u"its answer is no JSON"_s);
    }

    void takesNoPlanThatIsNone()
    {
        QFETCH(const QByteArray, answer);
        QFETCH(const QString, why);
        const auto small = smallCase();
        const auto plan = VroomQuestion(small.problem, small.start).planIn(answer.toStdString());
        QVERIFY(!plan);
        QVERIFY2(QString::fromStdString(plan.error()).contains(why), plan.error().c_str());
    }

    void leavesOutWhatIsNoRoute()
    {
        const auto small = smallCase();
        const VroomQuestion question(small.problem, small.start);
        const auto plan = question.planIn("{\"code\":0,\"routes\":[4,{\"vehicle\":1,\"steps\":"
                                          "[{\"type\":\"start\"},7,{\"type\":\"job\",\"id\":1},{\"type\":\"end\"}]}]}");
        QVERIFY(!plan); // a number is no route
        QVERIFY(question.planIn("{\"code\":0,\"routes\":7}"));
    }

    void findsABetterPlanByIt()
    {
        const CannedServer server(planned);
        const VroomServer vroom(server.url());
        std::mt19937 random(3);
        for (int round = 0; round < 3; ++round) {
            auto one = randomCase(random, {.windows = true, .loads = true, .soft = round > 0});
            const auto answer =
                vroom.optimise(one.problem, one.start, {.until = std::chrono::steady_clock::now() + 1s});
            QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
            QVERIFY(answer->score.isBetterThan(optimise(one.problem, one.start, {.iterations = 0}).score));
            if (one.problem.soft) {
                one.problem.soft->atHand = one.start; // what is moved is counted from there
                QCOMPARE(answer->score.lateStops, scoreOf(one.problem, answer->plan).lateStops);
                QVERIFY(std::abs(answer->score.cost - scoreOf(one.problem, answer->plan).cost) < 1e-3);
            }
        }
    }

    void servesLateWhatItLeavesOut()
    {
        const CannedServer server(planned);
        auto small = smallCase();
        small.problem.soft.emplace();
        for (auto &vehicle : small.problem.vehicles)
            vehicle.window.from = 0;
        small.problem.tasks[1].windows = {{.from = 0, .to = 10}}; // nobody can be there by then
        small.start.routes = {{0, 2}, {}};
        const auto answer = VroomServer(server.url()).optimise(small.problem, small.start, {});
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
        QCOMPARE(answer->score.unserved, 0);
        QCOMPARE(answer->score.lateStops, 1);
    }

    void saysWhyItHasNone()
    {
        const auto small = smallCase();
        const auto kindOf = [&small](const QUrl &url) {
            const auto answer = VroomServer(url).optimise(small.problem, small.start, {});
            return answer ? std::optional<Error>() : answer.error();
        };
        QCOMPARE(kindOf(QUrl(u"http://127.0.0.1:1"_s))->kind, Error::Kind::Offline);
        const CannedServer refuses(
            [](const QUrl &) { return CannedServer::Reply{.status = 400, .body = R"({"code":2,"error":"No."})"}; });
        QCOMPARE(kindOf(refuses.url()), Error(Error::Kind::Refused, u"status 400: No."_s));
        const CannedServer broken([](const QUrl &) { return CannedServer::Reply{.status = 502, .body = "<html>"}; });
        QCOMPARE(kindOf(broken.url())->kind, Error::Kind::Offline);
        const CannedServer hangsUp([](const QUrl &) { return CannedServer::Reply{.status = 0, .body = {}}; });
        QCOMPARE(kindOf(hangsUp.url())->kind, Error::Kind::Offline);
    }

    void stopsWaitingAtOnce()
    {
        std::binary_semaphore asked(0);
        std::binary_semaphore answer(0);
        const CannedServer server([&](const QUrl &) {
            asked.release();
            answer.acquire();
            return CannedServer::Reply{.status = 0, .body = {}};
        });
        const auto small = smallCase();
        std::stop_source stop;
        const std::jthread stopper([&] {
            asked.acquire(); // it is under way
            stop.request_stop();
        });
        QElapsedTimer timer;
        timer.start();
        const auto stopped = VroomServer(server.url()).optimise(small.problem, small.start, {.stop = stop.get_token()});
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, Error::Kind::Stopped);
        QVERIFY(timer.elapsed() < 8'000); // the server would have had more than ten seconds
        answer.release();
    }

private:
    static QByteArray step(int vehicle, int task)
    {
        return QStringLiteral("{\"code\":0,\"routes\":[{\"vehicle\":%1,\"steps\":[{\"type\":\"job\",\"id\":%2}]}]}")
            .arg(vehicle)
            .arg(task)
            .toLatin1();
    }

    static constexpr std::array<std::pair<const char *, Features>, 7> rows{
        {{"nothing special", {}},
         {"several windows and setups", {.windows = true, .setups = true}},
         {"loads both ways", {.windows = true, .loads = true}},
         {"skills", {.windows = true, .skills = true}},
         {"limits and priorities", {.windows = true, .priorities = true, .limits = true}},
         {"open ends, speeds, costs", {.windows = true, .openEnds = true}},
         {"odd roads", {.windows = true, .loads = true, .skills = true, .limits = true, .oddRoads = true}}}};
};

QTEST_GUILESS_MAIN(VroomServerTest)
#include "tst_vroomserver.moc"
