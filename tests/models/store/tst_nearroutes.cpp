// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/fleet.h"
#include "models/store/nearroutes.h"
#include "tests/support/days.h"

#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Test;

class NearRoutesTest : public QObject
{
    Q_OBJECT

private:
    Fleet m_fleet;

    [[nodiscard]] DepotId depot() const { return m_fleet.routes().at(0).depot; }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_fleet.clear();
        auto day = someDay(12, 240);
        for (auto &route : day.routes.written)
            route.status = Route::Status::Underway;
        m_fleet.apply(day);
    }

    void takesTheNearestAndNoMoreThanAsked()
    {
        const auto places = openPlaces(routeId(3), m_fleet);
        QVERIFY(!places.isEmpty());
        const auto routes = withNearRoutes({routeId(3)}, places, depot(), m_fleet, 5);
        QCOMPARE(routes.size(), 5);
        QCOMPARE(routes.constFirst(), routeId(3));
        const auto metersTo = [&](const RouteId &route) {
            const auto next = openPlaces(route, m_fleet).constFirst();
            double meters = 1e9;
            for (const auto &place : places)
                meters = std::min(meters, place.distanceTo(next));
            return meters;
        };
        const auto farthest = metersTo(routes.constLast());
        for (const auto &route : m_fleet.routes()) {
            if (!routes.contains(route.id) && !openPlaces(route.id, m_fleet).isEmpty())
                QVERIFY(metersTo(route.id) >= farthest);
        }
        QCOMPARE(QSet<RouteId>(routes.cbegin(), routes.cend()).size(), routes.size());
    }

    void leavesOutWhoIsNotOnTheRoad()
    {
        auto over = *m_fleet.routes().find(routeId(5));
        over.status = Route::Status::Finished;
        m_fleet.apply({.routes = {.written = {over}}});
        QVERIFY(!withNearRoutes({}, openPlaces(routeId(5), m_fleet), depot(), m_fleet, 99).contains(routeId(5)));
        QVERIFY(withNearRoutes({}, {}, DepotId(QStringLiteral("elsewhere")), m_fleet).isEmpty());
        QVERIFY(openPlaces(RouteId(QStringLiteral("nowhere")), m_fleet).isEmpty());
    }
};

QTEST_GUILESS_MAIN(NearRoutesTest)

#include "tst_nearroutes.moc"
