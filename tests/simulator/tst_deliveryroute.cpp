// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "simulator/chance.h"
#include "simulator/deliveryroute.h"

#include <QTest>

#include <numeric>

using namespace Doorstep::Simulation;
using namespace Qt::StringLiterals;

class DeliveryRouteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void territoriesHaveTheirSizesAndEveryPlaceOnce()
    {
        Chance chance(1, "test"_L1);
        QList<QGeoCoordinate> places;
        for (int i = 0; i < 100; ++i)
            places += QGeoCoordinate(chance.between(-34.93, -34.85), chance.between(-56.2, -56.1));
        const QList<int> sizes{17, 3, 0, 40, 25, 15};
        const auto groups = territories(places, sizes);
        QCOMPARE(groups.size(), sizes.size());
        QList<int> all;
        for (qsizetype i = 0; i < groups.size(); ++i) {
            QCOMPARE(groups[i].size(), sizes[i]);
            all += groups[i];
        }
        std::ranges::sort(all);
        QList<int> expected(100);
        std::iota(expected.begin(), expected.end(), 0);
        QCOMPARE(all, expected);
    }

    void territoriesAreCompact()
    {
        // Four clouds far apart: each becomes one territory.
        QList<QGeoCoordinate> places;
        for (int i = 0; i < 40; ++i)
            places += QGeoCoordinate(-34.9 + (i % 4 / 2) * 0.5 + i * 1e-4, -56.2 + (i % 2) * 0.5 + i * 1e-4);
        for (const auto &group : territories(places, {10, 10, 10, 10})) {
            for (const int i : group)
                QCOMPARE(i % 4, group.first() % 4);
        }
    }

    void findsTheWayAroundACircle()
    {
        const QGeoCoordinate middle(-34.9, -56.15);
        QList<QGeoCoordinate> places;
        for (const int i : {0, 7, 3, 9, 1, 5, 11, 2, 8, 4, 10, 6})
            places += middle.atDistanceAndAzimuth(1000.0, 30.0 * i);
        const auto matrix = crowMatrix(places, 10.0);
        const auto order = roundTrip(matrix);
        QCOMPARE(order.size(), 11);
        const double around = 12
            * middle.atDistanceAndAzimuth(1000.0, 0.0).distanceTo(middle.atDistanceAndAzimuth(1000.0, 30.0)) * 1.35
            / 10.0;
        QVERIFY(std::abs(tripSeconds(matrix, order) - around) < 1.0);
    }

    void copesWithNothingAndWithOne()
    {
        QVERIFY(roundTrip(crowMatrix({}, 10.0)).isEmpty());
        QVERIFY(roundTrip(crowMatrix({QGeoCoordinate(1, 1)}, 10.0)).isEmpty());
        QCOMPARE(roundTrip(crowMatrix({QGeoCoordinate(1, 1), QGeoCoordinate(1, 2)}, 10.0)), QList<int>{1});
        QVERIFY(territories({}, {}).isEmpty());
    }

    void theSameConcernThrowsTheSameDice()
    {
        Chance one(42, "names"_L1, 3);
        Chance same(42, "names"_L1, 3);
        Chance other(42, "names"_L1, 4);
        const double first = one.unit();
        QCOMPARE(same.unit(), first);
        QVERIFY(other.unit() != first);
        // A promise to other machines: these are the numbers.
        QCOMPARE(Chance(42, "names"_L1).below(1'000'000), Chance(42, "names"_L1).below(1'000'000));
        Chance normal(7, "noise"_L1);
        double sum = 0.0;
        for (int i = 0; i < 10'000; ++i)
            sum += normal.normal(5.0, 2.0);
        QVERIFY(std::abs(sum / 10'000 - 5.0) < 0.1);
    }
};

QTEST_APPLESS_MAIN(DeliveryRouteTest)
#include "tst_deliveryroute.moc"
