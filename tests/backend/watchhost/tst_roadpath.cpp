// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/watchhost/roadpath.h"

#include <QTest>

#include <limits>

using namespace Doorstep;
using namespace Doorstep::Watch;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(Doorstep::Watch::ByRoadKind)

namespace {

using Classes = QList<std::pair<RoadClass, double>>;

/// A hundred seconds from anywhere to anywhere, on the classes that it is told.
class ToldRoads : public RoadService
{
public:
    explicit ToldRoads(const Classes &classes)
    {
        for (const auto &[roadClass, seconds] : classes)
            m_leg.classDurationsSeconds[static_cast<std::size_t>(roadClass)] += seconds;
        m_leg.durationSeconds = 100.0;
    }
    [[nodiscard]] Result<RouteAnswer> route(const RouteRequest &request) const override
    {
        RoadRoute route;
        for (qsizetype i = 1; i < request.waypoints.size(); ++i) {
            route.legs.append(m_leg);
            route.legs.last().line = {request.waypoints[i - 1], request.waypoints[i]};
        }
        return RouteAnswer{.routes = {route}, .waypoints = {}};
    }
    [[nodiscard]] Result<RoadTable> table(const TableRequest & /*request*/) const override
    {
        return failure(Error::Kind::Refused, u"no tables here"_s);
    }
    [[nodiscard]] Result<QList<NearestRoad>> nearest(RoadProfile /*profile*/, const QGeoCoordinate & /*place*/,
                                                     int /*count*/) const override
    {
        return failure(Error::Kind::Refused, u"no roads here"_s);
    }

private:
    RoadLeg m_leg;
};

} // namespace

class RoadPathTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void legsKnowTheirRoads_data()
    {
        QTest::addColumn<Classes>("classes");
        QTest::addColumn<Vehicle::Kind>("vehicle");
        QTest::addColumn<ByRoadKind>("shares");
        using enum RoadClass;
        constexpr auto van = Vehicle::Kind::Van;
        const ByRoadKind nobodyKnows{0.0, 0.0, 0.0, 1.0};

        QTest::newRow("another server") << Classes() << van << nobodyKnows;
        QTest::newRow("a bicycle there") << Classes() << Vehicle::Kind::Bicycle << nobodyKnows;
        for (const auto one : {Motorway, MotorwayLink, Trunk, TrunkLink, Primary, PrimaryLink})
            QTest::addRow("main %d", int(one)) << Classes{{one, 100.0}} << van << ByRoadKind{1.0, 0.0, 0.0, 0.0};
        for (const auto one : {Secondary, SecondaryLink, Tertiary, TertiaryLink})
            QTest::addRow("through %d", int(one)) << Classes{{one, 100.0}} << van << ByRoadKind{0.0, 1.0, 0.0, 0.0};
        for (const auto one :
             {Unclassified, Residential, LivingStreet, Service, Track, Cycleway, Path, Footway, Ferry, Other})
            QTest::addRow("minor %d", int(one)) << Classes{{one, 100.0}} << van << ByRoadKind{0.0, 0.0, 1.0, 0.0};
        QTest::newRow("a bicycle rides past the queue") << Classes{{Primary, 75.0}, {Residential, 25.0}}
                                                        << Vehicle::Kind::Bicycle << ByRoadKind{0.0, 0.0, 1.0, 0.0};
        QTest::newRow("some of each") << Classes{{Trunk, 10.0}, {Primary, 15.0}, {Tertiary, 25.0}, {Service, 50.0}}
                                      << van << ByRoadKind{0.25, 0.25, 0.5, 0.0};
        QTest::newRow("nonsense") << Classes{{Trunk, std::numeric_limits<double>::quiet_NaN()}, {Tertiary, -3.0}} << van
                                  << nobodyKnows;
    }

    void legsKnowTheirRoads()
    {
        QFETCH(const Classes, classes);
        QFETCH(const Vehicle::Kind, vehicle);
        QFETCH(const ByRoadKind, shares);
        const ToldRoads roads(classes);
        PathWanted wish;
        wish.vehicle = vehicle;
        wish.places = {{-34.90, -56.17}, {-34.91, -56.17}, {-34.92, -56.17}};
        const auto path = findPath(roads, wish);
        QCOMPARE(path.legs.size(), std::size_t(2));
        for (const auto &leg : path.legs) {
            QCOMPARE(leg.seconds, 100.0);
            QCOMPARE(leg.roads.shares(), shares);
        }
    }
};

QTEST_APPLESS_MAIN(RoadPathTest)
#include "tst_roadpath.moc"
