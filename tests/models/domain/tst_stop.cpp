// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/stop.h"

#include <QTest>

#include <limits>

using namespace Doorstep;
using namespace Qt::StringLiterals;

namespace {

const QGeoCoordinate house(-34.9, -56.16);
const QGeoCoordinate gate(-34.9, -56.1578); // 200 m east

Stop stopWith(const QGeoCoordinate &where, const QGeoCoordinate &entrance)
{
    Stop stop;
    stop.where = where;
    stop.entrance = entrance;
    return stop;
}

} // namespace

class StopTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void isDrivenToByItsEntrance()
    {
        QCOMPARE(stopWith(house, {}).driveTo(), house);
        QCOMPARE(stopWith(house, gate).driveTo(), gate);
        QVERIFY(!stopWith({}, {}).driveTo().isValid());
    }

    void isNearAlongTheWholeWalk_data()
    {
        QTest::addColumn<QGeoCoordinate>("entrance");
        QTest::addColumn<QGeoCoordinate>("place");
        QTest::addColumn<int>("meters");
        QTest::newRow("at the house") << gate << house << 0;
        QTest::newRow("at the gate") << gate << gate << 0;
        QTest::newRow("half way") << gate << QGeoCoordinate(-34.9, -56.1589) << 0;
        QTest::newRow("beside the walk") << gate << QGeoCoordinate(-34.9009, -56.1589) << 100;
        QTest::newRow("beyond the gate") << gate << QGeoCoordinate(-34.9, -56.1556) << 200;
        QTest::newRow("behind the house") << gate << QGeoCoordinate(-34.9, -56.1622) << 201;
        QTest::newRow("no entrance") << QGeoCoordinate() << gate << 201;
        QTest::newRow("entrance at the house") << house << gate << 201;
        QTest::newRow("the other side of the earth") << gate << QGeoCoordinate(34.9, 123.84) << 20'015'115;
    }
    void isNearAlongTheWholeWalk()
    {
        QFETCH(const QGeoCoordinate, entrance);
        QFETCH(const QGeoCoordinate, place);
        QFETCH(const int, meters);
        const auto found = stopWith(house, entrance).metersFrom(place);
        QVERIFY2(std::abs(found - meters) < std::max(3.0, meters * 0.001), qPrintable(QString::number(found)));
    }

    void isNearAcrossTheAntimeridian()
    {
        const auto stop = stopWith({-17.0, 179.9995}, {-17.0, -179.9995});
        QVERIFY(stop.metersFrom({-17.0, 180.0}) < 1.0);
    }

    void knowsWhatCanBeItsEntrance_data()
    {
        QTest::addColumn<QGeoCoordinate>("where");
        QTest::addColumn<QGeoCoordinate>("entrance");
        QTest::addColumn<bool>("fits");
        constexpr auto notANumber = std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("none") << house << QGeoCoordinate() << true;
        QTest::newRow("none of nowhere") << QGeoCoordinate() << QGeoCoordinate() << true;
        QTest::newRow("near") << house << gate << true;
        QTest::newRow("999 m") << house << house.atDistanceAndAzimuth(999.0, 30.0) << true;
        QTest::newRow("1001 m") << house << house.atDistanceAndAzimuth(1'001.0, 30.0) << false;
        QTest::newRow("of nowhere") << QGeoCoordinate() << gate << false;
        QTest::newRow("no number") << house << QGeoCoordinate(notANumber, notANumber) << true; // that is none
    }
    void knowsWhatCanBeItsEntrance()
    {
        QFETCH(const QGeoCoordinate, where);
        QFETCH(const QGeoCoordinate, entrance);
        QFETCH(const bool, fits);
        QCOMPARE(isEntranceOf(where, entrance), fits);
    }
};

QTEST_GUILESS_MAIN(StopTest)
#include "tst_stop.moc"
