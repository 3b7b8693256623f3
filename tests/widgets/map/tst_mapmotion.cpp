// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/map/cameramotion.h"
#include "widgets/map/driverglides.h"
#include "widgets/map/mapgestures.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>
#include <limits>

using namespace Doorstep;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
const DriverId driver(u"driver"_s);

WorldPoint at(double longitude)
{
    return *toWorld({-34.9, longitude});
}

double longitude(const DriverGlides &glides, DriverGlides::Time now)
{
    return toCoordinate(*glides.at(driver, now)).longitude();
}

void mouse(MapGestures &gestures, QEvent::Type type, QPointF where, Qt::KeyboardModifiers modifiers = {})
{
    const auto isMove = type == QEvent::MouseMove;
    const auto isRelease = type == QEvent::MouseButtonRelease;
    QMouseEvent event(type, where, where, isMove ? Qt::NoButton : Qt::LeftButton,
                      isRelease ? Qt::NoButton : Qt::LeftButton, modifiers);
    QVERIFY(gestures.handle(event));
}
} // namespace

class MapMotionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aMarkerGlidesToItsFixAndNoFurther()
    {
        DriverGlides glides;
        glides.moveTo(driver, at(-56.160), 0ms);
        QCOMPARE(longitude(glides, 0ms), longitude(glides, 10s));
        glides.moveTo(driver, at(-56.159), 1000ms);
        QVERIFY(glides.isMoving(1500ms));
        QVERIFY(std::abs(longitude(glides, 1000ms) + 56.160) < 1e-9);
        QVERIFY(std::abs(longitude(glides, 1500ms) + 56.1595) < 1e-9); // fixes were a second apart
        QVERIFY(std::abs(longitude(glides, 2000ms) + 56.159) < 1e-9);
        QVERIFY(std::abs(longitude(glides, 60s) + 56.159) < 1e-9); // never beyond
        QVERIFY(!glides.isMoving(2000ms));
    }

    void aGlideIsNeverLongerThanASecondAndAHalf()
    {
        DriverGlides glides;
        glides.moveTo(driver, at(-56.160), 0ms);
        glides.moveTo(driver, at(-56.159), 20s);
        QVERIFY(glides.isMoving(21'400ms));
        QVERIFY(!glides.isMoving(21'500ms));
    }

    void aNewFixTurnsAGlideWhereItIs()
    {
        DriverGlides glides;
        glides.moveTo(driver, at(-56.160), 0ms);
        glides.moveTo(driver, at(-56.158), 1000ms);
        glides.moveTo(driver, at(-56.160), 1500ms);
        QVERIFY(std::abs(longitude(glides, 1500ms) + 56.159) < 1e-9); // no hop
        QVERIFY(std::abs(longitude(glides, 2000ms) + 56.160) < 1e-9);
    }

    void farAwayAndLongAgoAreJumps()
    {
        DriverGlides glides;
        glides.moveTo(driver, at(-56.160), 0ms);
        glides.moveTo(driver, at(-56.0), 1000ms);
        QVERIFY(!glides.isMoving(1000ms));
        QVERIFY(std::abs(longitude(glides, 1000ms) + 56.0) < 1e-9);
        glides.moveTo(driver, at(-56.001), 60s);
        QVERIFY(!glides.isMoving(60s));
        glides.moveTo(driver, at(-56.002), 50s); // a clock that went back
        QVERIFY(!glides.isMoving(50s));
    }

    void aGlideTakesTheShortWayOverTheAntimeridian()
    {
        DriverGlides glides;
        glides.moveTo(driver, at(179.999), 0ms);
        glides.moveTo(driver, at(-179.999), 1000ms);
        QVERIFY(std::abs(std::abs(longitude(glides, 1500ms)) - 180.0) < 1e-6);
    }

    void onlyThePresentAreRemembered()
    {
        DriverGlides glides;
        glides.moveTo(driver, at(-56.16), 0ms);
        glides.keepOnly({});
        QVERIFY(!glides.at(driver, 0ms));
    }

    void whatIsUnderThePointerStaysThereWhileZooming()
    {
        CameraMotion motion;
        motion.setAnimated(false);
        motion.setSize({800, 600});
        motion.jumpTo({.centre = {-34.9, -56.16}, .zoom = 13.0});
        const QPointF anchor(650, 120);
        const auto place = toCoordinate(motion.projection().fromScreen(anchor));
        motion.zoomBy(1.7, anchor);
        QCOMPARE(motion.camera().zoom, 14.7);
        QVERIFY(QLineF(motion.projection().toScreen(*toWorld(place)), anchor).length() < 0.01);
        motion.turnBy(40.0, anchor);
        QVERIFY(QLineF(motion.projection().toScreen(*toWorld(place)), anchor).length() < 0.01);
    }

    void smoothZoomArrives()
    {
        CameraMotion motion;
        motion.setSize({800, 600});
        motion.jumpTo({.centre = {-34.9, -56.16}, .zoom = 13.0});
        QSignalSpy settled(&motion, &CameraMotion::settled);
        motion.zoomBy(0.5, {400, 300});
        motion.zoomBy(0.5, {400, 300});
        QVERIFY(settled.wait());
        QCOMPARE(motion.camera().zoom, 14.0);
    }

    void theCameraStaysInTheWorld_data()
    {
        QTest::addColumn<MapCamera>("camera");
        constexpr auto nan = std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("pole") << MapCamera{.centre = {90.0, 0.0}, .zoom = 3.0};
        QTest::newRow("too near") << MapCamera{.centre = {0.0, 0.0}, .zoom = 40.0};
        QTest::newRow("too far") << MapCamera{.centre = {0.0, 0.0}, .zoom = -3.0};
        QTest::newRow("nowhere") << MapCamera{.centre = {}, .zoom = 12.0};
        QTest::newRow("NaN zoom") << MapCamera{.centre = {0.0, 0.0}, .zoom = nan};
        QTest::newRow("NaN bearing") << MapCamera{.centre = {0.0, 0.0}, .zoom = 12.0, .bearing = nan};
        QTest::newRow("infinite") << MapCamera{.centre = {0.0, 0.0}, .zoom = std::numeric_limits<double>::infinity()};
    }
    void theCameraStaysInTheWorld()
    {
        QFETCH(const MapCamera, camera);
        CameraMotion motion;
        motion.setSize({800, 600});
        motion.jumpTo(camera);
        QVERIFY(motion.camera().centre.isValid());
        QVERIFY(motion.camera().zoom >= std::log2(800 / 256.0) && motion.camera().zoom <= CameraMotion::maximumZoom);
        const auto bounds = motion.projection().worldBounds();
        QVERIFY(bounds.top() >= -1e-9 && bounds.bottom() <= 1.0 + 1e-9);
    }

    void dragPansAndAClickDoesNot()
    {
        CameraMotion motion;
        motion.setAnimated(false);
        motion.setSize({800, 600});
        motion.jumpTo({.centre = {-34.9, -56.16}, .zoom = 13.0});
        MapGestures gestures(motion);
        QSignalSpy clicked(&gestures, &MapGestures::clicked);
        QSignalSpy taken(&gestures, &MapGestures::takenByHand);
        const auto place = motion.projection().fromScreen({400, 300});

        mouse(gestures, QEvent::MouseButtonPress, {400, 300});
        mouse(gestures, QEvent::MouseMove, {402, 301});
        mouse(gestures, QEvent::MouseButtonRelease, {402, 301});
        QCOMPARE(clicked.size(), 1);
        QCOMPARE(taken.size(), 0);

        mouse(gestures, QEvent::MouseButtonPress, {400, 300});
        mouse(gestures, QEvent::MouseMove, {430, 320});
        mouse(gestures, QEvent::MouseMove, {500, 350});
        mouse(gestures, QEvent::MouseButtonRelease, {500, 350});
        QCOMPARE(clicked.size(), 1);
        QCOMPARE(taken.size(), 1);
        QVERIFY(QLineF(motion.projection().toScreen(place), QPointF(500, 350)).length() < 0.01);
    }

    void shiftDragSpansABoxThatEscapeTakesBack()
    {
        CameraMotion motion;
        motion.setSize({800, 600});
        MapGestures gestures(motion);
        QSignalSpy boxed(&gestures, &MapGestures::boxed);
        QSignalSpy boxChanged(&gestures, &MapGestures::boxChanged);
        const auto before = motion.camera();

        mouse(gestures, QEvent::MouseButtonPress, {300, 300}, Qt::ShiftModifier);
        mouse(gestures, QEvent::MouseMove, {200, 100}, Qt::ShiftModifier);
        QCOMPARE(boxChanged.last().first().toRectF(), QRectF(200, 100, 100, 200));
        mouse(gestures, QEvent::MouseButtonRelease, {200, 100}, Qt::ShiftModifier);
        QCOMPARE(boxed.size(), 1);
        QCOMPARE(boxed.first().first().toRectF(), QRectF(200, 100, 100, 200));

        mouse(gestures, QEvent::MouseButtonPress, {300, 300}, Qt::ControlModifier);
        mouse(gestures, QEvent::MouseMove, {200, 100}, Qt::ControlModifier);
        QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
        QVERIFY(gestures.handle(escape));
        QVERIFY(boxChanged.last().first().toRectF().isEmpty());
        QCOMPARE(boxed.size(), 1);
        QCOMPARE(motion.camera(), before);
    }

    void theWheelZoomsByPartsOfANotch()
    {
        CameraMotion motion;
        motion.setAnimated(false);
        motion.setSize({800, 600});
        motion.jumpTo({.centre = {-34.9, -56.16}, .zoom = 13.0});
        MapGestures gestures(motion);
        QWheelEvent turned({400, 300}, {400, 300}, {}, {0, 30}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QVERIFY(gestures.handle(turned));
        QVERIFY(std::abs(motion.camera().zoom - 13.125) < 1e-9);
    }

    void keysMoveTheMap()
    {
        CameraMotion motion;
        motion.setAnimated(false);
        motion.setSize({800, 600});
        motion.jumpTo({.centre = {-34.9, -56.16}, .zoom = 13.0});
        MapGestures gestures(motion);
        const auto press = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
            QKeyEvent event(QEvent::KeyPress, key, modifiers);
            return gestures.handle(event);
        };
        QVERIFY(press(Qt::Key_Right));
        QVERIFY(motion.camera().centre.longitude() > -56.16);
        QVERIFY(press(Qt::Key_Plus));
        QCOMPARE(motion.camera().zoom, 14.0);
        QVERIFY(!press(Qt::Key_Right, Qt::ControlModifier)); // belongs to somebody else
        QVERIFY(!press(Qt::Key_J));
    }
};

QTEST_MAIN(MapMotionTest)
#include "tst_mapmotion.moc"
