// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/area.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace Doorstep;

namespace {

/// A square of a hundredth of a degree, with a hole in its middle when asked for.
Area square(bool hasHole = false)
{
    Area area;
    area.polygons = {{{{-34.90, -56.18}, {-34.90, -56.17}, {-34.89, -56.17}, {-34.89, -56.18}}}};
    if (hasHole)
        area.polygons[0].append({{-34.897, -56.177}, {-34.897, -56.173}, {-34.893, -56.173}, {-34.893, -56.177}});
    return area;
}

Area of(const Area::Ring &ring)
{
    Area area;
    area.polygons = {{ring}};
    return area;
}

Area::Ring circle(int corners, double degrees)
{
    Area::Ring ring;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2.0 * std::numbers::pi * i / corners;
        ring.append({-34.9 + degrees * std::sin(angle), -56.1 + degrees * std::cos(angle)});
    }
    return ring;
}

} // namespace

class AreaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void saysWhyItCannotBeUsed_data()
    {
        using Fault = Area::Fault;
        QTest::addColumn<Area>("area");
        QTest::addColumn<Fault>("fault");
        QTest::newRow("a square") << square() << Fault::None;
        QTest::newRow("with a hole") << square(true) << Fault::None;
        QTest::newRow("nothing") << Area() << Fault::Empty;
        Area hollow;
        hollow.polygons = {{}};
        QTest::newRow("a polygon without a ring") << hollow << Fault::Empty;
        QTest::newRow("an empty ring") << of({}) << Fault::TooFewCorners;
        QTest::newRow("a line") << of({{-34.9, -56.1}, {-34.8, -56.1}}) << Fault::TooFewCorners;
        QTest::newRow("one place three times")
            << of({{-34.9, -56.1}, {-34.9, -56.1}, {-34.9, -56.1}}) << Fault::TooFewCorners;
        QTest::newRow("a bow tie") << of({{-34.90, -56.18}, {-34.89, -56.17}, {-34.90, -56.17}, {-34.89, -56.18}})
                                   << Fault::CrossesItself;
        QTest::newRow("off the globe") << of({{-34.9, -56.1}, {99.0, -56.1}, {-34.8, -56.0}}) << Fault::OffTheGlobe;
        QTest::newRow("no place") << of({{-34.9, -56.1}, {}, {-34.8, -56.0}}) << Fault::OffTheGlobe;
        QTest::newRow("a continent") << of({{-34.9, -56.1}, {-34.9, -46.1}, {-24.9, -46.1}}) << Fault::TooLarge;
        QTest::newRow("as many corners as may be") << of(circle(2'000, 0.1)) << Fault::None;
        QTest::newRow("one more") << of(circle(2'001, 0.1)) << Fault::TooManyCorners;
        QTest::newRow("half a million corners") << of(circle(500'000, 0.1)) << Fault::TooManyCorners;
        Area dots;
        dots.polygons.fill(square().polygons.constFirst(), 101);
        QTest::newRow("too many rings") << dots << Fault::TooManyRings;
    }
    void saysWhyItCannotBeUsed()
    {
        QFETCH(const Area, area);
        QFETCH(const Area::Fault, fault);
        QCOMPARE(area.fault(), fault);
    }

    void knowsWhatIsInside_data()
    {
        QTest::addColumn<QGeoCoordinate>("place");
        QTest::addColumn<bool>("inSquare");
        QTest::addColumn<bool>("inRing");
        QTest::newRow("near its edge") << QGeoCoordinate(-34.899, -56.179) << true << true;
        QTest::newRow("in the hole") << QGeoCoordinate(-34.895, -56.175) << true << false;
        QTest::newRow("beside it") << QGeoCoordinate(-34.895, -56.165) << false << false;
        QTest::newRow("above it") << QGeoCoordinate(-34.88, -56.175) << false << false;
        QTest::newRow("nowhere") << QGeoCoordinate() << false << false;
    }
    void knowsWhatIsInside()
    {
        QFETCH(const QGeoCoordinate, place);
        QFETCH(const bool, inSquare);
        QFETCH(const bool, inRing);
        QCOMPARE(AreaShape(square()).contains(place), inSquare);
        QCOMPARE(AreaShape(square(true)).contains(place), inRing);
        QVERIFY(!AreaShape().contains(place));
    }

    void measuresHowMuchOfAWayIsInside_data()
    {
        QTest::addColumn<QGeoCoordinate>("from");
        QTest::addColumn<QGeoCoordinate>("to");
        QTest::addColumn<double>("share");
        QTest::newRow("right through") << QGeoCoordinate(-34.899, -56.185) << QGeoCoordinate(-34.899, -56.165) << 0.5;
        QTest::newRow("through the hole") << QGeoCoordinate(-34.895, -56.18) << QGeoCoordinate(-34.895, -56.17) << 0.6;
        QTest::newRow("in it") << QGeoCoordinate(-34.899, -56.179) << QGeoCoordinate(-34.898, -56.172) << 1.0;
        QTest::newRow("past it") << QGeoCoordinate(-34.88, -56.19) << QGeoCoordinate(-34.88, -56.16) << 0.0;
        QTest::newRow("past its corner, through its box")
            << QGeoCoordinate(-34.905, -56.179) << QGeoCoordinate(-34.899, -56.185) << 0.0;
        QTest::newRow("from nowhere") << QGeoCoordinate() << QGeoCoordinate(-34.88, -56.16) << 0.0;
    }
    void measuresHowMuchOfAWayIsInside()
    {
        QFETCH(const QGeoCoordinate, from);
        QFETCH(const QGeoCoordinate, to);
        QFETCH(const double, share);
        const AreaShape ring(square(true));
        QVERIFY2(std::abs(ring.shareInside(from, to) - share) < 1e-6,
                 qPrintable(QString::number(ring.shareInside(from, to))));
        QVERIFY(std::abs(ring.shareInside(to, from) - share) < 1e-6);
        QCOMPARE(ring.meets({from, to}), share > 0.0);
    }

    void meetsALineThatOnlyCutsACorner()
    {
        const AreaShape shape(square());
        QVERIFY(shape.meets({{-34.901, -56.1785}, {-34.8985, -56.181}}));
        QVERIFY(!shape.meets({{-34.9025, -56.1785}, {-34.8985, -56.183}}));
        QVERIFY(!shape.meets({}));
        QVERIFY(shape.meets({{-34.895, -56.175}}));
    }
};

QTEST_GUILESS_MAIN(AreaTest)

#include "tst_area.moc"
