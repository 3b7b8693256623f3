// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/tiles/coast.h"

#include <QTest>

using namespace Doorstep;

namespace {

constexpr GridBox frame{.min = {0, 0}, .max = {1000, 1000}};

/// Whether \a sea covers the point, by how often its rings turn around it: what Mapnik fills.
bool isSea(const Shape &sea, double x, double y)
{
    int turns = 0;
    for (const auto &ring : sea.parts) {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const auto a = ring[i - 1];
            const auto b = ring[i];
            const double side = (double(b.x) - a.x) * (y - a.y) - (x - a.x) * (double(b.y) - a.y);
            if (a.y <= y && b.y > y && side > 0)
                ++turns;
            else if (a.y > y && b.y <= y && side < 0)
                --turns;
        }
    }
    return turns != 0;
}

} // namespace

using Coast = std::vector<Shape::Part>;
using Places = QList<std::pair<int, int>>;

class TileCoastTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void leavesTheSeaOnTheRightOfTheCoast_data()
    {
        QTest::addColumn<Coast>("coast");
        QTest::addColumn<Places>("sea");
        QTest::addColumn<Places>("land");

        QTest::newRow("land in the north") << Coast{{{0, 500}, {400, 450}, {1000, 500}}}
                                           << Places{{500, 10}, {10, 490}, {990, 490}} << Places{{500, 900}, {5, 990}};
        QTest::newRow("land in the south")
            << Coast{{{1000, 500}, {0, 500}}} << Places{{500, 900}, {5, 995}} << Places{{500, 10}, {990, 490}};
        QTest::newRow("land in the west") << Coast{{{500, 0}, {500, 1000}}} << Places{{900, 500}} << Places{{100, 500}};
        QTest::newRow("in pieces, in any order")
            << Coast{{{600, 500}, {1000, 500}}, {{0, 500}, {300, 480}}, {{300, 480}, {600, 500}}}
            << Places{{500, 10}, {990, 400}} << Places{{500, 900}};
        QTest::newRow("a corner") << Coast{{{0, 300}, {300, 0}}} << Places{{10, 10}} << Places{{500, 500}, {990, 10}};
        QTest::newRow("all but a corner")
            << Coast{{{300, 0}, {0, 300}}} << Places{{500, 500}, {990, 10}, {990, 990}} << Places{{10, 10}};
        QTest::newRow("a strait") << Coast{{{0, 700}, {1000, 700}}, {{1000, 300}, {0, 300}}}
                                  << Places{{500, 500}, {5, 500}} << Places{{500, 900}, {500, 100}};
        QTest::newRow("an isthmus") << Coast{{{0, 300}, {1000, 300}}, {{1000, 700}, {0, 700}}}
                                    << Places{{500, 900}, {500, 100}} << Places{{500, 500}, {990, 350}};
        QTest::newRow("only an island") << Coast{{{400, 400}, {600, 400}, {600, 600}, {400, 600}, {400, 400}}}
                                        << Places{{10, 10}, {990, 990}, {500, 700}} << Places{{500, 500}};
        QTest::newRow("an island before the coast") << Coast{{{0, 700}, {1000, 700}},
                                                             {{400, 400}, {600, 400}, {600, 600}},
                                                             {{600, 600}, {400, 600}, {400, 400}}}
                                                    << Places{{10, 10}, {500, 650}} << Places{{500, 500}, {500, 900}};
        QTest::newRow("an inland sea") << Coast{{{400, 400}, {400, 600}, {600, 600}, {600, 400}, {400, 400}}}
                                       << Places{{500, 500}} << Places{{10, 10}, {990, 500}};
        QTest::newRow("ends short of the frame")
            << Coast{{{40, 500}, {950, 500}}} << Places{{10, 400}, {990, 400}} << Places{{10, 600}, {990, 600}};
        QTest::newRow("reaches over the frame")
            << Coast{{{-200, 500}, {1300, 500}}} << Places{{-100, 400}, {1200, 100}} << Places{{500, 900}};
    }

    void leavesTheSeaOnTheRightOfTheCoast()
    {
        QFETCH(const Coast, coast);
        QFETCH(const Places, sea);
        QFETCH(const Places, land);
        const auto shape = seaWithin(frame, coast);
        for (const auto &ring : shape.parts)
            QCOMPARE(ring.front(), ring.back());
        for (const auto &[x, y] : sea)
            QVERIFY2(isSea(shape, x, y), qPrintable(QStringLiteral("%1, %2 should be sea").arg(x).arg(y)));
        for (const auto &[x, y] : land)
            QVERIFY2(!isSea(shape, x, y), qPrintable(QStringLiteral("%1, %2 should be land").arg(x).arg(y)));
    }

    void goesOnBeyondTheFrame()
    {
        constexpr std::int32_t side = 1 << 24;
        const GridBox large{.min = {0, 0}, .max = {side, side}};
        auto sea = seaWithin(large, {{{0, side / 2}, {side / 2, side / 4}, {side, side / 2}}});
        continueBeyond(large, sea);
        QVERIFY(isSea(sea, -1000, side / 3.0));
        QVERIFY(isSea(sea, 3.0 * side, side / 3.0));
        QVERIFY(isSea(sea, side / 2.0, -2.0 * side));
        QVERIFY(!isSea(sea, -1000, side / 1.9));
        // The shore inside stays where it was.
        QVERIFY(isSea(sea, side / 10.0, side * 0.44));
        QVERIFY(!isSea(sea, side / 10.0, side * 0.46));
    }

    void staysOnTheWorld()
    {
        const GridBox world{.min = {INT32_MIN, INT32_MIN}, .max = {INT32_MAX, INT32_MAX}};
        auto sea = seaWithin(world, {{{INT32_MIN, 0}, {0, 10}, {INT32_MAX, 0}}});
        continueBeyond(world, sea);
        QCOMPARE(sea.box(), (GridBox{.min = {INT32_MIN, INT32_MIN}, .max = {INT32_MAX, 10}}));
    }

    void makesNoSeaOfNothing_data()
    {
        QTest::addColumn<Coast>("coast");
        QTest::newRow("no coast") << Coast{};
        QTest::newRow("a point") << Coast{{{5, 5}}};
        QTest::newRow("an empty line") << Coast{{}};
    }

    void makesNoSeaOfNothing()
    {
        QFETCH(const Coast, coast);
        QVERIFY(seaWithin(frame, coast).parts.empty());
    }

    void comesToAnEndWhateverItIsGiven()
    {
        // The same line twice, lines that meet themselves, lines of no length, lines that run along the frame.
        const auto shape = seaWithin(frame,
                                     {{{0, 500}, {1000, 500}},
                                      {{0, 500}, {1000, 500}},
                                      {{1000, 500}, {0, 500}},
                                      {{7, 7}, {7, 7}},
                                      {{0, 0}, {0, 1000}, {0, 0}, {500, 500}},
                                      {{1000, 1000}, {0, 1000}}});
        for (const auto &ring : shape.parts)
            QCOMPARE(ring.front(), ring.back());
    }
};

QTEST_APPLESS_MAIN(TileCoastTest)
#include "tst_tilecoast.moc"
