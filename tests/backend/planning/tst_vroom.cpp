// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/planning/optimiser.h"
#include "backend/planning/vroom/document.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace Doorstep::Planning;
using namespace Qt::StringLiterals;

/// VROOM's JSON, both ways.
class VroomTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void refusesWhatIsWrong_data();
    void refusesWhatIsWrong();
    void doesNotFallOverGarbage();
    void checksAHandMadeOrder();
    void namesEveryCause();
    void plansWithCoordinatesOnly();
    void answersAsVroomDoes();
    void startsFromTheStepsAtHand();
    void saysBadInputOnBothWays();
    void endsInTime();
};

namespace {

const auto small = R"({"vehicles":[{"id":1,"start_index":0,"end_index":0,"capacity":[4]}],
    "jobs":[{"id":1,"location_index":1,"delivery":[1]},{"id":2,"location_index":2,"delivery":[1]}],
    "matrices":{"car":{"durations":[[0,10,20],[11,0,12],[21,13,0]]}}})"_ba;

QJsonObject parsed(const std::string &text)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(text), &error);
    if (error.error != QJsonParseError::NoError)
        qWarning() << error.errorString() << QByteArray::fromStdString(text);
    return document.object();
}

QJsonObject planned(const VroomDocument &document, std::int64_t iterations = 500)
{
    const auto answer = optimise(document.problem, document.plan(), {.iterations = iterations});
    return parsed(writeVroom(document, answer.plan, 1, 2));
}

QJsonObject checked(const QByteArray &text)
{
    const auto document = readVroom(text.toStdString());
    return document ? parsed(writeVroomCheck(*document, 1))
                    : QJsonObject{{"error"_L1, QString::fromStdString(document.error())}};
}

QString causes(const QJsonValue &violations)
{
    QStringList all;
    for (const auto &one : violations.toArray()) {
        auto text = one["cause"_L1].toString();
        if (one["duration"_L1].isDouble())
            text += u'=' + QString::number(one["duration"_L1].toInteger());
        all << text;
    }
    all.sort();
    return all.join(u' ');
}

} // namespace

void VroomTest::refusesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("error");

    const auto row = [](const char *name, const QByteArray &from, const QByteArray &to, const QString &error) {
        QTest::newRow(name) << from << to << error;
    };
    row("no vehicles", R"("vehicles":[{"id":1,"start_index":0,"end_index":0,"capacity":[4]}],)", "",
        u"vehicles: must have at least one"_s);
    row("no id", R"("id":2,)", "", u"jobs[1].id: is missing"_s);
    row("same id twice", R"("id":2,)", R"("id":1,)", u"jobs[1].id: 1 is given twice"_s);
    row("an id of letters", R"("id":2,)", R"("id":"two",)", u"jobs[1].id: must be a whole number"_s);
    row("a number no computer holds", R"("id":2,)", "\"id\":1" + QByteArray(100000, '0') + ',',
        u"document: at byte "_s);
    row("an exponent no computer holds", R"("id":2,)", R"("id":1e999,)", u"document: at byte "_s);
    row("not a number", R"("id":2,)", R"("id":NaN,)", u"document: at byte "_s);
    row("a number in quotes", R"("delivery":[1])", R"("delivery":["NaN"])",
        u"jobs[0].delivery[0]: must be a whole number"_s);
    row("a negative load", R"("delivery":[1])", R"("delivery":[-1])",
        u"jobs[0].delivery[0]: must be from 0 to 1000000000000, not -1"_s);
    row("loads of other sizes", R"("delivery":[1]}])", R"("delivery":[1,2]}])",
        u"jobs[1].delivery: has 2 numbers, where others have 1"_s);
    row("no place", R"("location_index":2,)", "",
        u"jobs[1]: needs a location (a location_index, where there are matrices)"_s);
    row("a place outside", R"("location_index":2)", R"("location_index":3)",
        u"jobs[1].location_index: 3 is outside of matrices of 3 places"_s);
    row("a negative place", R"("location_index":2)", R"("location_index":-1)",
        u"jobs[1].location_index: must be from 0 to 2147483647, not -1"_s);
    row("no start and no end", R"("start_index":0,"end_index":0,)", "", u"vehicles[0]: needs a start or an end"_s);
    row("no such profile", R"("id":1,"start_index")", R"("id":1,"profile":"bike","start_index")",
        u"vehicles[0].profile: there is no matrix \"bike\""_s);
    row("a matrix that is not square", "[11,0,12]", "[11,0]",
        u"matrices.car.durations[1]: must be an array of 3 numbers, one for each row"_s);
    row("a row too few", ",[21,13,0]", "",
        u"matrices.car.durations[0]: must be an array of 2 numbers, one for each row"_s);
    row("a negative duration", "[11,0,12]", "[11,0,-12]",
        u"matrices.car.durations[1]: must be from 0 to 4294967295, not -12"_s);
    row("a duration of letters", "[11,0,12]", R"([11,0,"x"])", u"matrices.car.durations[1][2]: must be a number"_s);
    row("an empty matrix", "[[0,10,20],[11,0,12],[21,13,0]]", "[]",
        u"matrices.car.durations: must be an array of 1 to 20000 rows"_s);
    row("distances of another size", "[21,13,0]]", R"([21,13,0]],"distances":[[0]])",
        u"matrices.car.distances: has 1 rows, other matrices 3"_s);
    row("a window backwards", R"("capacity":[4])", R"("time_window":[5,4])",
        u"vehicles[0].time_window: ends at 4, before it starts at 5"_s);
    row("a window of three", R"("capacity":[4])", R"("time_window":[5,6,7])",
        u"vehicles[0].time_window: must be [start, end]"_s);
    row("a window far out", R"("capacity":[4])", R"("time_window":[0,9000000000000000000])",
        u"vehicles[0].time_window[1]: must be from -4000000000000 to 4000000000000, not 9000000000000000000"_s);
    row("no window in windows", R"("delivery":[1]})", R"("time_windows":[]})",
        u"jobs[0].time_windows: must have at least one window"_s);
    row("a priority too high", R"("delivery":[1]})", R"("priority":101})",
        u"jobs[0].priority: must be from 0 to 100, not 101"_s);
    row("a speed of nothing", R"("capacity":[4])", R"("speed_factor":0)",
        u"vehicles[0].speed_factor: must be from 0.01 to 5, not 0"_s);
    row("a longest way, and nobody knows how long ways are", R"("capacity":[4])", R"("max_distance":50000)",
        u"vehicles[0].max_distance: needs distances beside the durations of its profile"_s);
    row("a price of ways, and nobody knows how long they are", R"("capacity":[4])", R"("costs":{"per_km":1})",
        u"vehicles[0].costs.per_km: needs distances beside the durations of its profile"_s);
    row("breaks that are none", R"("capacity":[4])", R"("breaks":[7])", u"vehicles[0].breaks[0]: must be an object"_s);
    row("a shipment without delivery", R"("jobs":)", R"("shipments":[{"pickup":{"id":1,"location_index":1}}],"jobs":)",
        u"shipments[0].delivery: must be an object"_s);
    row("a step that is nowhere", R"("capacity":[4])", R"("steps":[{"type":"job","id":3}])",
        u"vehicles[0].steps[0].id: there is no such job"_s);
    row("a step twice", R"("capacity":[4])", R"("steps":[{"type":"job","id":1},{"type":"job","id":1}])",
        u"vehicles[0].steps[1].id: is a job that was in a step before"_s);
    row("a step of no type", R"("capacity":[4])", R"("steps":[{"id":1}])",
        u"vehicles[0].steps[0].type: must be start, job, pickup, delivery, break or end"_s);
    row("a start in the middle", R"("capacity":[4])", R"("steps":[{"type":"job","id":1},{"type":"start"}])",
        u"vehicles[0].steps[1].type: \"start\" has its place at the start"_s);
    row("jobs that are an object", R"("jobs":[)", R"("jobs":{},"more":[)", u"jobs: must be an array"_s);
    row("a key twice", R"("id":2,)", R"("id":2,"id":2,)", u"document: at byte 135: a second \"id\" in one object"_s);
    row("a key twice, once with an escape", R"("id":2,)", R"("id":2,"\u0069d":2,)", u"document: at byte "_s);
    row("half of a character outside of the basic plane", R"("id":2,)", R"("id":2,"description":"\ud800",)",
        u"document: at byte "_s);
    row("half a document", R"(]}}})", "", u"document: ends before it is complete"_s);
    row("more than a document", R"(]}}})", "]}}}{}", u"document: at byte "_s);
    row("too deep", R"("delivery":[1]})", "\"delivery\":" + QByteArray(100000, '[') + "}", u"document: at byte "_s);
    row("a location that is a text", R"("capacity":[4])", R"("start":"here")",
        u"vehicles[0].start: must be [longitude, latitude]"_s);
}

void VroomTest::refusesWhatIsWrong()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QFETCH(const QString, error);
    QVERIFY(readVroom(small.toStdString()).has_value());

    auto text = small;
    const auto at = text.indexOf(from);
    QVERIFY(at >= 0);
    text.replace(at, from.size(), to);
    const auto document = readVroom(text.toStdString());
    QVERIFY(!document);
    const auto said = QString::fromStdString(document.error());
    QVERIFY2(said == error || (error.endsWith(u' ') && said.startsWith(error)), qPrintable(said));
}

void VroomTest::doesNotFallOverGarbage()
{
    const auto text = small.toStdString();
    for (std::size_t length = 0; length < text.size() - 1; ++length)
        QVERIFY(!readVroom(text.substr(0, length)));
    for (std::size_t at = 0; at < text.size(); ++at) {
        for (const char c : {'\0', '"', '[', '{', ',', '-', '9', '\\', '\xff'}) {
            auto broken = text;
            broken[at] = c;
            const auto document = readVroom(broken); // some of them are right still
            QVERIFY(document || document.error().contains(": "));
        }
    }
    for (const char *one :
         {"", "null", "[]", "7", R"("\ud800")", R"("\u12")", R"({"vehicles":null})", R"({"vehicles":[null]})"})
        QVERIFY(!readVroom(one));
}

/// The figures of VROOM's own example 3: late by 2712 s, early by 800 s, and a load that is too much.
void VroomTest::checksAHandMadeOrder()
{
    const auto answer = checked(R"({"vehicles":[
        {"id":1,"start_index":0,"end_index":0,"capacity":[4],"time_window":[1600416000,1600426800],
         "steps":[{"type":"start"},{"type":"job","id":1},{"type":"job","id":2},{"type":"job","id":5},{"type":"end"}]},
        {"id":2,"start_index":0,"end_index":0,"capacity":[4],"time_window":[1600416000,1600426800],
         "steps":[{"type":"start","service_after":1600415200},{"type":"job","id":6},{"type":"job","id":4},{"type":"job","id":3},{"type":"end"}]}],
      "jobs":[{"id":1,"delivery":[2],"service":300,"location_index":1},{"id":2,"delivery":[2],"service":300,"location_index":2},
        {"id":3,"delivery":[1],"service":300,"location_index":3,"time_windows":[[1600416000,1600423200]]},
        {"id":4,"delivery":[1],"service":300,"location_index":4,"time_windows":[[1600416000,1600423200]]},
        {"id":5,"delivery":[3],"service":300,"location_index":5},
        {"id":6,"delivery":[1],"service":300,"location_index":6,"time_windows":[[1600416000,1600423200]]}],
      "matrices":{"car":{"durations":[[0,2328,9,9,9,9,2941],[9,0,890,9,9,9,9],[9,9,0,9,9,1595,9],[3480,9,9,0,9,9,9],
        [9,9,9,1909,0,9,9],[1752,9,9,9,9,0,9],[9,9,9,9,3816,9,0]]}}})");
    QCOMPARE(answer["code"_L1].toInt(-1), 0);
    QCOMPARE(answer["summary"_L1]["cost"_L1].toInt(), 18711);
    QCOMPARE(causes(answer["summary"_L1]["violations"_L1]), u"delay=2712 lead_time=800 load"_s);
    const auto routes = answer["routes"_L1].toArray();
    QCOMPARE(routes.size(), 2);
    QCOMPARE(causes(routes[0]["violations"_L1]), u"load"_s);
    QCOMPARE(routes[0]["steps"_L1][1]["arrival"_L1].toInteger(), 1600418328);
    QCOMPARE(causes(routes[0]["steps"_L1][0]["violations"_L1]), u"load"_s);
    QCOMPARE(causes(routes[0]["steps"_L1][2]["violations"_L1]), QString());
    const auto steps = routes[1]["steps"_L1].toArray();
    QCOMPARE(steps.size(), 5);
    QCOMPARE(steps[0]["arrival"_L1].toInteger(), 1600415200);
    QCOMPARE(causes(steps[0]["violations"_L1]), u"lead_time=800"_s);
    QCOMPARE(causes(steps[3]["violations"_L1]), u"delay=1266"_s);
    QCOMPARE(steps[4]["arrival"_L1].toInteger(), 1600428246);
    QCOMPARE(causes(steps[4]["violations"_L1]), u"delay=1446"_s);
}

void VroomTest::namesEveryCause()
{
    const auto answer = checked(
        R"({"vehicles":[{"id":1,"start_index":0,"capacity":[4],"max_tasks":3,"max_travel_time":30,"max_distance":100,
         "breaks":[{"id":1,"time_windows":[[0,100]],"service":5,"max_load":[0]},{"id":2,"service":1}],
         "steps":[{"type":"job","id":1},{"type":"break","id":1},{"type":"delivery","id":7},{"type":"job","id":2},{"type":"pickup","id":7}]}],
      "jobs":[{"id":1,"location_index":1,"delivery":[1],"skills":[5]},{"id":2,"location_index":2,"delivery":[1]}],
      "shipments":[{"amount":[1],"pickup":{"id":7,"location_index":1},"delivery":{"id":7,"location_index":0}}],
      "matrices":{"car":{"durations":[[0,10,20],[11,0,12],[21,13,0]],"distances":[[0,90,90],[90,0,90],[90,90,0]]}}})");
    const auto route = answer["routes"_L1][0];
    QCOMPARE(causes(route["violations"_L1]),
             u"max_distance max_load max_tasks max_travel_time=24 missing_break precedence skills"_s);
    QCOMPARE(causes(route["steps"_L1][1]["violations"_L1]), u"skills"_s);
    QCOMPARE(causes(route["steps"_L1][2]["violations"_L1]), u"max_load"_s);
    QCOMPARE(route["distance"_L1].toInt(), 360);
}

void VroomTest::plansWithCoordinatesOnly()
{
    const auto document =
        readVroom(R"({"vehicles":[{"id":0,"start":[2.3526,48.8604],"end":[2.3526,48.8604],"description":"a \"van\"\n"}],
        "jobs":[{"id":0,"location":[2.3691,48.8532]},{"id":1,"location":[2.2911,48.8566]}]})");
    QVERIFY2(document, document ? "" : document.error().c_str());
    const auto answer = planned(*document);
    QCOMPARE(answer["routes"_L1][0]["steps"_L1].toArray().size(), 4);
    QCOMPARE(answer["routes"_L1][0]["description"_L1].toString(), u"a \"van\"\n"_s);
    const auto meters = answer["summary"_L1]["distance"_L1].toInt();
    QVERIFY2(meters > 13000 && meters < 20000, qPrintable(QString::number(meters)));
    QCOMPARE(answer["routes"_L1][0]["steps"_L1][0]["location"_L1][0].toDouble(), 2.3526);
}

void VroomTest::answersAsVroomDoes()
{
    const auto document =
        readVroom(R"({"vehicles":[{"id":5,"start_index":0,"end_index":0,"capacity":[1],"time_window":[100,400],
          "costs":{"fixed":50,"per_hour":7200},"breaks":[{"id":3,"time_windows":[[120,130]],"service":20}]}],
        "jobs":[{"id":11,"location_index":1,"delivery":[1],"service":30,"setup":5,"priority":9,"time_windows":[[200,250],[300,310]]},
                {"id":12,"location_index":2,"pickup":[2],"description":"too much"}],
        "matrices":{"car":{"durations":[[0,40,20],[50,0,12],[21,13,0]]}}})");
    QVERIFY2(document, document ? "" : document.error().c_str());
    const auto answer = planned(*document);
    const auto route = answer["routes"_L1][0];
    QCOMPARE(route["cost"_L1].toInt(), 50 + 2 * 90);
    QCOMPARE(route["duration"_L1].toInt(), 90);
    QCOMPARE(route["setup"_L1].toInt(), 5);
    QCOMPARE(route["service"_L1].toInt(), 50);
    QCOMPARE(route["priority"_L1].toInt(), 9);
    const auto steps = route["steps"_L1].toArray();
    QCOMPARE(steps.size(), 4);
    QCOMPARE(steps[1]["type"_L1].toString(), u"break"_s);
    const auto rest = steps[1]["arrival"_L1].toInt() + steps[1]["waiting_time"_L1].toInt();
    QVERIFY2(rest >= 120 && rest <= 130, qPrintable(QString::number(rest)));
    QCOMPARE(steps[2]["arrival"_L1].toInt() + steps[2]["waiting_time"_L1].toInt(), 200);
    QCOMPARE(steps[3]["arrival"_L1].toInt(), 285);
    QCOMPARE(steps[2]["load"_L1][0].toInt(-1), 0);
    QCOMPARE(causes(answer["summary"_L1]["violations"_L1]), QString());
    const auto left = answer["unassigned"_L1].toArray();
    QCOMPARE(left.size(), 1);
    QCOMPARE(left[0]["id"_L1].toInt(), 12);
    QCOMPARE(left[0]["type"_L1].toString(), u"job"_s);
    QCOMPARE(left[0]["description"_L1].toString(), u"too much"_s);
}

void VroomTest::startsFromTheStepsAtHand()
{
    auto text = small;
    text.replace(
        R"("capacity":[4])",
        R"("capacity":[4],"steps":[{"type":"start"},{"type":"job","id":2},{"type":"job","id":1},{"type":"end"}])");
    const auto document = readVroom(text.toStdString());
    QVERIFY(document);
    QCOMPARE(document->plan().routes, (std::vector<std::vector<std::int32_t>>{{1, 0}}));
    QCOMPARE(planned(*document, 0)["summary"_L1]["cost"_L1].toInt(), 20 + 13 + 11);
    QCOMPARE(planned(*document, 200)["summary"_L1]["cost"_L1].toInt(), 10 + 12 + 21);
}

void VroomTest::saysBadInputOnBothWays()
{
    QProcess program;
    program.start(QStringLiteral(DOORSTEP_PROGRAMS "/doorstep-plan"), {u"-l"_s, u"0.2"_s});
    program.write("{\"vehicles\":[]}");
    program.closeWriteChannel();
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitCode(), 2);
    const auto said = QJsonDocument::fromJson(program.readAllStandardOutput()).object();
    QCOMPARE(said["code"_L1].toInt(), 2);
    QCOMPARE(said["error"_L1].toString(), u"vehicles: must have at least one"_s);
    QCOMPARE(program.readAllStandardError(), "doorstep-plan: vehicles: must have at least one\n"_ba);
}

void VroomTest::endsInTime()
{
    QByteArray text = R"({"vehicles":[{"id":1,"start":[0,0],"end":[0,0]},{"id":2,"start":[0,0],"end":[0,0]}],"jobs":[)";
    for (int i = 0; i < 60; ++i)
        text += (i > 0 ? "," : "")
            + R"({"id":%1,"location":[0.%2,0.%3]})"_ba.replace("%1", QByteArray::number(i))
                  .replace("%2", QByteArray::number(10 + i * 37 % 90))
                  .replace("%3", QByteArray::number(10 + i * 53 % 90));
    QProcess program;
    QElapsedTimer timer;
    timer.start();
    program.start(QStringLiteral(DOORSTEP_PROGRAMS "/doorstep-plan"), {u"-l0.5"_s, u"-t"_s, u"2"_s, u"-s"_s, u"3"_s});
    program.write(text + "]}");
    program.closeWriteChannel();
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitCode(), 0);
    QVERIFY2(timer.elapsed() > 400, qPrintable(QString::number(timer.elapsed())));
    const auto answer = QJsonDocument::fromJson(program.readAllStandardOutput()).object();
    QCOMPARE(answer["summary"_L1]["unassigned"_L1].toInt(-1), 0);
}

QTEST_GUILESS_MAIN(VroomTest)
#include "tst_vroom.moc"
