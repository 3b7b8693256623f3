// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/tiles/labelroom.h"
#include "backend/region/tiles/shape.h"
#include "backend/region/tiles/streetchains.h"

#include <QTest>

#include <cmath>

using namespace Doorstep;
using namespace Qt::StringLiterals;

namespace {

Shape line(Shape::Part part)
{
    return {.type = Shape::Type::Line, .parts = {std::move(part)}};
}

Shape square(std::int32_t side)
{
    return {.type = Shape::Type::Area, .parts = {{{0, 0}, {side, 0}, {side, side}, {0, side}, {0, 0}}}};
}

PointLabel suburb(const char *name, std::int32_t x, int rank = 3)
{
    return {.kind = "suburb", .name = name, .at = {.x = x, .y = 0}, .rank = rank, .minZoom = 9, .maxZoom = 17};
}

} // namespace

class TileShapesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void laysTheGlobeOnTheGrid()
    {
        QCOMPARE(GridPoint::fromDegrees(0, 0), (GridPoint{0, 0}));
        QCOMPARE(GridPoint::fromDegrees(-180, 85.051128779806589), (GridPoint{INT32_MIN, INT32_MAX}));
        QCOMPARE(GridPoint::fromDegrees(180, -90), (GridPoint{INT32_MAX, INT32_MIN}));
        // What ln(tan(45° + lat/2)) · 6378137 m is here.
        const auto place = GridPoint::fromDegrees(-56.1645, -34.9011);
        QVERIFY(std::abs(place.x / GridPoint::unitsPerMeter + 6252203.541) < 0.02);
        QVERIFY(std::abs(place.y / GridPoint::unitsPerMeter + 4150449.138) < 0.02);
    }

    void comesBackFromItsBytes_data()
    {
        QTest::addColumn<Shape>("shape");
        QTest::newRow("point") << Shape{.type = Shape::Type::Point, .parts = {{{-5, 7}}}};
        QTest::newRow("line") << line({{1, 2}, {300, -400}, {INT32_MAX, INT32_MIN}});
        QTest::newRow("from edge to edge") << line({{INT32_MIN, INT32_MIN}, {INT32_MAX, INT32_MAX}, {INT32_MIN, 0}});
        QTest::newRow("ring with a hole") << Shape{
            .type = Shape::Type::Area, .parts = {square(100).parts[0], {{10, 10}, {10, 20}, {20, 20}, {10, 10}}}};
        QTest::newRow("no parts") << Shape{.type = Shape::Type::Line, .parts = {}};
        QTest::newRow("an empty part") << Shape{.type = Shape::Type::Line, .parts = {{}}};
    }

    void comesBackFromItsBytes()
    {
        QFETCH(const Shape, shape);
        const auto back = Shape::unpacked(shape.packed());
        QVERIFY(back);
        QCOMPARE(*back, shape);
    }

    void refusesBytesThatAreNoShape_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("unknown type") << QByteArray("\x04\x00", 2);
        QTest::newRow("type zero") << QByteArray("\x00\x00", 2);
        QTest::newRow("more parts than bytes") << QByteArray("\x02\xff\xff\xff\xff\xff\xff\xff\xff\x7f", 10);
        QTest::newRow("more points than bytes") << QByteArray("\x02\x01\xff\xff\xff\x0f", 6);
        QTest::newRow("a number without end") << QByteArray("\x02\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", 12);
        QTest::newRow("off the grid") << line({{INT32_MAX, 0}}).packed().first(3)
                + QByteArray("\xfe\xff\xff\xff\x1f\x00", 6);
        QTest::newRow("something after the end") << line({{1, 2}}).packed() + 'x';
        const auto good = line({{1000, 2000}, {3000, 4000}}).packed();
        for (qsizetype length = 1; length < good.size(); ++length)
            QTest::addRow("cut after %lld", static_cast<long long>(length)) << good.first(length);
    }

    void refusesBytesThatAreNoShape()
    {
        QFETCH(const QByteArray, bytes);
        QVERIFY(!Shape::unpacked(bytes));
    }

    void leavesOutWhatNobodySees()
    {
        const auto shape = line({{0, 0}, {50, 3}, {100, 0}, {100, 100}});
        QCOMPARE(shape.simplified(5), line({{0, 0}, {100, 0}, {100, 100}}));
        QCOMPARE(shape.simplified(1), shape);
        QVERIFY(square(10).simplified(20).parts.empty());
        QCOMPARE(square(100).simplified(20), square(100));
    }

    void measuresAreasWithoutTheirHoles()
    {
        auto shape = square(100);
        QCOMPARE(shape.area(), 10000.0);
        shape.parts.push_back({{10, 10}, {10, 20}, {20, 20}, {20, 10}, {10, 10}}); // turns the other way
        QCOMPARE(shape.area(), 9900.0);
    }

    void joinsAStreetFromItsPieces()
    {
        // Three pieces, the middle one drawn the other way round, and a side arm at a right angle.
        const auto joined =
            joinedStreet({{{100, 0}, {50, 0}}, {{0, 0}, {50, 0}}, {{100, 0}, {200, 10}}, {{50, 0}, {50, 90}}});
        QCOMPARE(joined.size(), std::size_t{2});
        auto street = joined[0];
        if (street.front().x > street.back().x)
            std::ranges::reverse(street);
        QCOMPARE(street, (Shape::Part{{0, 0}, {50, 0}, {100, 0}, {200, 10}}));
        QCOMPARE(joined[1], (Shape::Part{{50, 0}, {50, 90}}));
    }

    void joinsARingOnce()
    {
        const auto joined = joinedStreet({{{0, 0}, {10, 1}, {20, 0}}, {{20, 0}, {10, -20}, {0, 0}}, {{5, 5}}});
        QCOMPARE(joined.size(), std::size_t{2}); // its corners are too sharp for one line
    }

    void givesTheEarlierRankItsRoom()
    {
        // 60 pixels apart at zoom 12, 120 at 13, 240 at 14; each name is some 90 wide.
        const auto apart = static_cast<std::int32_t>(60 * std::ldexp(1.0, 24 - 12));
        std::vector labels{suburb("Barrio Sur", 0, 5), suburb("La Teja Uno", apart, 3)};
        makeRoom(labels);
        QCOMPARE(labels[0].name, std::string("La Teja Uno"));
        QCOMPARE(labels[0].minZoom, 9);
        QCOMPARE(labels[1].minZoom, 13);
    }

    void neverShowsTwoInOnePlace()
    {
        std::vector labels{suburb("Centro", 0), suburb("Centro", 0)};
        makeRoom(labels);
        QCOMPARE(labels[0].minZoom, 9);
        QCOMPARE(labels[1].minZoom, 18); // past its last zoom
    }

    void doesNotDependOnTheOrderOfTheFile()
    {
        std::vector<PointLabel> labels;
        for (int i = 0; i < 50; ++i)
            labels.push_back(suburb(qPrintable(u"Suburb %1"_s.arg(i * 37 % 50)), i * 3'000'000));
        auto reversed = labels;
        std::ranges::reverse(reversed);
        makeRoom(labels);
        makeRoom(reversed);
        for (std::size_t i = 0; i < labels.size(); ++i) {
            QCOMPARE(labels[i].name, reversed[i].name);
            QCOMPARE(labels[i].minZoom, reversed[i].minZoom);
        }
    }
};

QTEST_APPLESS_MAIN(TileShapesTest)
#include "tst_tileshapes.moc"
