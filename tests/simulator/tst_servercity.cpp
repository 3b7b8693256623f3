// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/polyline.h"
#include "simulator/commandline.h"
#include "simulator/opening.h"
#include "simulator/servercity.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Simulation;
using namespace Qt::StringLiterals;

namespace {

QJsonObject json(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

const QDate today(2026, 3, 12);

} // namespace

class ServerCityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void readsAnAddressOfNominatim()
    {
        const auto door = doorFromNominatim(json(R"({"lat":"-34.9011","lon":"-56.1645","display_name":"x",
            "address":{"house_number":"1221,1223","road":"José Ellauri","suburb":"Punta Carretas","city":"Montevideo","postcode":"11300"}})"));
        QVERIFY(door);
        QCOMPARE(door->where, QGeoCoordinate(-34.9011, -56.1645));
        QCOMPARE(door->address.line(), u"José Ellauri 1221"_s);
        QCOMPARE(door->address.text, u"José Ellauri 1221, Punta Carretas, Montevideo"_s);
    }

    void noDoorWithoutStreetNumberAndPlace_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("error") << QByteArray(R"({"error":"Unable to geocode"})");
        QTest::newRow("no number") << QByteArray(R"({"lat":"1","lon":"2","address":{"road":"x"}})");
        QTest::newRow("no street") << QByteArray(R"({"lat":"1","lon":"2","address":{"house_number":"7"}})");
        QTest::newRow("off the globe") << QByteArray(
            R"({"lat":"91","lon":"2","address":{"road":"x","house_number":"7"}})");
        QTest::newRow("nothing") << QByteArray("{}");
    }

    void noDoorWithoutStreetNumberAndPlace()
    {
        QFETCH(const QByteArray, answer);
        QVERIFY(!doorFromNominatim(QJsonDocument::fromJson(answer).object()));
    }

    void readsATableOfOsrm()
    {
        const auto matrix = matrixFromOsrm(json(R"({"code":"Ok","durations":[[0,10.5],[null,-1]]})"), 2);
        QVERIFY(matrix);
        QCOMPARE((*matrix)(0, 1), 10.5);
        QCOMPARE((*matrix)(1, 1), 0.0); // OSRM rounds below zero at times
        QVERIFY((*matrix)(1, 0) > 3600.0); // no road
        QVERIFY(!matrixFromOsrm(json(R"({"code":"Ok","durations":[[0,10.5]]})"), 2));
        QVERIFY(!matrixFromOsrm(json(R"({"code":"Ok"})"), 2));
    }

    void readsARouteOfOsrm()
    {
        const QList<QGeoCoordinate> line{{-34.9, -56.1}, {-34.9, -56.099}, {-34.9, -56.098}};
        const QJsonObject step{{u"geometry"_s, encodedPolyline(line)}, {u"duration"_s, 20.0}};
        const QJsonObject end{{u"geometry"_s, encodedPolyline({line.last(), line.last()})}, {u"duration"_s, 0.0}};
        const QJsonObject leg{{u"steps"_s, QJsonArray{step, end}}};
        const auto legs = legsFromOsrm(
            {{u"code"_s, u"Ok"_s}, {u"routes"_s, QJsonArray{QJsonObject{{u"legs"_s, QJsonArray{leg, leg}}}}}});
        QVERIFY(legs);
        QCOMPARE(legs->size(), 2);
        QCOMPARE(legs->at(0).duration(), 20.0);
        QVERIFY(std::abs(legs->at(0).at(10.0).where.longitude() + 56.099) < 1e-5);
        QVERIFY(!legsFromOsrm(json(R"({"code":"NoRoute","routes":[]})")));
        QVERIFY(!legsFromOsrm(
            json(R"({"code":"Ok","routes":[{"legs":[{"steps":[{"geometry":"\u0001","duration":1}]}]}]})")));
    }

    void wantsAStopForEachOrder()
    {
        QVERIFY(stopsFromAnswer(json(R"({"orders":[{"stop":"s1"},{"stop":"s2"}]})"), {u"a"_s, u"b"_s}));
        QVERIFY(!stopsFromAnswer(json(R"({"orders":[{"stop":"s1"}]})"), {u"a"_s, u"b"_s}));
        QVERIFY(!stopsFromAnswer(json(R"({"orders":[{"stop":"../x"}]})"), {u"a"_s}));
        QVERIFY(!stopsFromAnswer(json(R"({"orders":[{}]})"), {u"a"_s}));
        QVERIFY(!stopsFromAnswer(json("{}"), {u"a"_s}));
    }

    void readsTheCommandLine()
    {
        const auto line = parseCommandLine({u"doorstep-simulator"_s, u"--server"_s, u"http://127.0.0.1:7080"_s,
                                            u"--seed"_s, u"7"_s, u"--drivers"_s, u"3"_s, u"--stops"_s, u"9"_s,
                                            u"--speed"_s, u"60"_s, u"--jump"_s, u"14:07"_s, u"--log"_s},
                                           today);
        QVERIFY(line);
        QCOMPARE(line->options.day.seed, 7U);
        QCOMPARE(line->options.day.drivers, 3);
        QCOMPARE(line->options.day.day, today);
        QCOMPARE(line->options.jump, QTime(14, 7));
        QCOMPARE(line->options.speed, 60.0);
        QVERIFY(line->log);
    }

    void refusesABadCommandLine_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("word");
        QTest::newRow("unknown option") << QStringList{u"--fast"_s} << u"fast"_s;
        QTest::newRow("speed") << QStringList{u"--speed"_s, u"100"_s} << u"--speed"_s;
        QTest::newRow("speed is a word") << QStringList{u"--speed"_s, u"nan"_s} << u"--speed"_s;
        QTest::newRow("no drivers") << QStringList{u"--drivers"_s, u"0"_s} << u"--drivers"_s;
        QTest::newRow("time") << QStringList{u"--jump"_s, u"25:00"_s} << u"--jump"_s;
        QTest::newRow("place") << QStringList{u"--at"_s, u"-34"_s} << u"--at"_s;
        QTest::newRow("zone") << QStringList{u"--zone"_s, u"Mars/Olympus"_s} << u"--zone"_s;
        QTest::newRow("day") << QStringList{u"--day"_s, u"yesterday"_s} << u"--day"_s;
        QTest::newRow("server") << QStringList{u"--server"_s, u"ftp://x"_s} << u"--server"_s;
        QTest::newRow("too many depots") << QStringList{u"--depots"_s, u"2"_s, u"--drivers"_s, u"1"_s} << u"depot"_s;
        QTest::newRow("a stray word") << QStringList{u"hello"_s} << u"hello"_s;
    }

    void refusesABadCommandLine()
    {
        QFETCH(const QStringList, options);
        QFETCH(const QString, word);
        const auto line = parseCommandLine(QStringList{u"doorstep-simulator"_s} + options, today);
        QVERIFY(!line);
        QVERIFY2(line.error().detail.contains(word), qPrintable(line.error().detail));
    }
};

QTEST_APPLESS_MAIN(ServerCityTest)
#include "tst_servercity.moc"
