// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/clock.h"
#include "tests/widgets/map/mapday.h"
#include "widgets/map/hovercard.h"
#include "widgets/map/mapoverlay.h"
#include "widgets/map/mapview.h"
#include "widgets/map/tilelayer.h"
#include "widgets/parts/theme.h"

#include <QApplication>
#include <QQuickItem>
#include <QQuickWidget>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QWindow>

#include <cmath>
#include <limits>

using namespace Doorstep;
using namespace Qt::StringLiterals;

namespace {
const QGeoCoordinate centre(-34.9, -56.16);
const SystemClock systemClock;

/// A map of 800 x 600 on the screen, its selection answered as the console answers it.
class Shown
{
public:
    Shown()
        : view(systemClock)
    {
        view.setAnimated(false);
        view.resize(800, 600);
        view.setCamera({.centre = centre, .zoom = 14.0});
        view.show();
        QObject::connect(&view, &MapView::selectionRequested, &view, [this](const MapSelection &wanted) {
            selection = wanted;
            view.setSelection(wanted);
        });
    }

    [[nodiscard]] bool isReady() { return QTest::qWaitForWindowExposed(&view); }
    [[nodiscard]] QImage image() { return view.grab().toImage(); }
    [[nodiscard]] QColor at(QPoint pixel)
    {
        const auto picture = image();
        return picture.pixelColor(pixel * picture.devicePixelRatio());
    }
    /// Pixels around \a pixel, \a reach to each side, that are about \a colour.
    [[nodiscard]] int count(const QColor &colour, QPoint pixel, int reach)
    {
        const auto picture = image();
        const auto ratio = picture.devicePixelRatio();
        int found = 0;
        for (auto y = int((pixel.y() - reach) * ratio); y < int((pixel.y() + reach) * ratio); ++y)
            for (auto x = int((pixel.x() - reach) * ratio); x < int((pixel.x() + reach) * ratio); ++x) {
                const auto seen = picture.pixelColor(x, y);
                found += std::abs(seen.red() - colour.red()) + std::abs(seen.green() - colour.green())
                        + std::abs(seen.blue() - colour.blue())
                    < 24;
            }
        return found;
    }

    MapView view;
    MapSelection selection;
};

StopMarker stopAt(const QString &id, const QGeoCoordinate &where)
{
    return {.id = StopId(id), .route = RouteId(u"route"_s), .where = where, .number = 3};
}

/// Tiles of one colour a style, as files.
TileSource plainTiles(const QTemporaryDir &folder)
{
    for (const auto &[style, colour] :
         {std::pair(u"light"_s, QColor(Qt::cyan)), std::pair(u"dark"_s, QColor(Qt::magenta))})
        for (int z = 13; z <= 15; ++z) {
            const auto n = 1 << z;
            const auto x = int((centre.longitude() + 180.0) / 360.0 * n);
            const auto y = int(toWorld(centre)->y * n);
            for (auto dx = -3; dx <= 3; ++dx)
                for (auto dy = -3; dy <= 3; ++dy) {
                    const auto path = u"%1/%2/%3/%4"_s.arg(folder.path(), style).arg(z).arg(x + dx);
                    QDir().mkpath(path);
                    QImage tile(512, 512, QImage::Format_RGB32);
                    tile.fill(colour);
                    tile.save(u"%1/%2@2x.png"_s.arg(path).arg(y + dy));
                }
        }
    const auto base = u"file://"_s + folder.path();
    return {.lightTemplate = base + u"/light/{z}/{x}/{y}{r}.png"_s,
            .darkTemplate = base + u"/dark/{z}/{x}/{y}{r}.png"_s,
            .attribution = u"© Nobody <b>at all</b>"_s};
}
} // namespace

class MapViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void agreesWithQtLocationOnWhereThingsAre()
    {
        const QTemporaryDir folder;
        Shown shown;
        QVERIFY(shown.isReady());
        shown.view.setTileCacheDirectory(folder.filePath(u"cache"_s));
        QVERIFY(shown.view.setTileSource({.lightTemplate = u"file://%1/{z}/{x}/{y}.png"_s.arg(folder.path())}));
        auto *map = shown.view.findChild<TileLayer *>()->item();
        QVERIFY(map);
        QTRY_VERIFY(map->property("mapReady").toBool());

        for (const auto zoom : {4.0, 9.3, 14.0, 18.5, 19.0})
            for (const auto bearing : {0.0, 30.0, 200.0})
                for (const auto &at :
                     {QGeoCoordinate(-34.9, -56.16), QGeoCoordinate(-17.0, 179.98), QGeoCoordinate(60.0, -179.98)}) {
                    shown.view.setCamera({.centre = at, .zoom = zoom, .bearing = bearing});
                    const MapProjection projection(shown.view.camera(), shown.view.size());
                    for (const auto &pixel :
                         {QPointF(400, 300), QPointF(20, 40), QPointF(700, 80), QPointF(333, 555)}) {
                        const auto place = toCoordinate(projection.fromScreen(pixel));
                        QPointF theirs;
                        QVERIFY(QMetaObject::invokeMethod(map, "fromCoordinate", qReturnArg(theirs), place, false));
                        theirs = map->mapToItem(map->parentItem(), theirs);
                        const auto ours = projection.toScreen(*toWorld(place));
                        QVERIFY2(QLineF(ours, theirs).length() < 0.5,
                                 qPrintable(u"zoom %1 bearing %2 longitude %3: %4 %5"_s.arg(zoom)
                                                .arg(bearing)
                                                .arg(at.longitude())
                                                .arg(QDebug::toString(ours), QDebug::toString(theirs))));
                    }
                }
    }

    void showsEveryKindOfMarkerInItsColour()
    {
        Shown shown;
        QVERIFY(shown.isReady());
        const auto &theme = Theme::of(shown.view.palette());
        QCOMPARE(shown.count(theme.ok, {400, 300}, 20), 0);

        shown.view.setDrivers({{.id = DriverId(u"d"_s), .initials = u"AB"_s, .where = centre}});
        QTRY_VERIFY(shown.count(theme.ok, {400, 300}, 20) > 100);
        shown.view.setDrivers(
            {{.id = DriverId(u"d"_s), .initials = u"AB"_s, .where = centre, .state = Forecast::State::Late}});
        QTRY_VERIFY(shown.count(theme.bad, {400, 300}, 20) > 100);
        shown.view.setDrivers({});

        shown.view.setStops({stopAt(u"s"_s, centre)});
        QTRY_VERIFY(shown.count(theme.routeColors()[0], {400, 300}, 12) > 20);
        auto failed = stopAt(u"s"_s, centre);
        failed.shape = StopMarker::Shape::Failed;
        shown.view.setStops({failed});
        QTRY_VERIFY(shown.count(theme.bad, {400, 300}, 12) > 15);
        shown.view.setStops({});

        shown.view.setRoutes(
            {{.id = RouteId(u"r"_s), .legs = {{centre, centre.atDistanceAndAzimuth(2000, 90)}}, .colour = 2}});
        QTRY_VERIFY(shown.count(mixed(theme.routeColors()[2], Theme::light().panelAlt, 0.9F), {440, 300}, 10) > 20);
        shown.view.setLayers(MapLayers(allMapLayers).setFlag(MapLayer::Routes, false));
        QTRY_COMPARE(shown.count(mixed(theme.routeColors()[2], Theme::light().panelAlt, 0.9F), {440, 300}, 10), 0);
    }

    void showsTilesAndChangesThemWithTheTheme()
    {
        const QTemporaryDir folder;
        Shown shown;
        QVERIFY(shown.isReady());
        shown.view.setTileCacheDirectory(folder.filePath(u"cache"_s));
        QVERIFY(shown.view.setTileSource(plainTiles(folder)));
        QTRY_COMPARE(shown.at({400, 200}), QColor(Qt::cyan));

        shown.view.setPalette(Theme::dark().palette());
        QTRY_COMPARE(shown.at({400, 200}), QColor(Qt::magenta));
        shown.view.setPalette(Theme::light().palette());
        QTRY_COMPARE(shown.at({400, 200}), QColor(Qt::cyan));

        QVERIFY(shown.view.setTileSource({}));
        QTRY_COMPARE(shown.at({400, 200}), Theme::light().panelAlt);
    }

    void aBadTileSourceIsSaidAndLeavesAPlainGround()
    {
        Shown shown;
        QVERIFY(shown.isReady());
        const auto source = shown.view.setTileSource({.lightTemplate = u"gopher://tiles"_s});
        QVERIFY(!source);
        QCOMPARE(source.error().kind, Error::Kind::Malformed);
        shown.view.setStops({stopAt(u"s"_s, centre)});
        QTRY_VERIFY(shown.count(Theme::light().routeColors()[0], {400, 300}, 12) > 20);
    }

    void aClickSelectsAndControlAdds()
    {
        Shown shown;
        QVERIFY(shown.isReady());
        const auto beside = centre.atDistanceAndAzimuth(500, 90);
        shown.view.setStops({stopAt(u"here"_s, centre), stopAt(u"beside"_s, beside)});
        shown.view.setDrivers({{.id = DriverId(u"d"_s), .where = centre.atDistanceAndAzimuth(700, 0)}});
        const MapProjection projection(shown.view.camera(), shown.view.size());
        const auto pixel = [&](const QGeoCoordinate &where) { return projection.toScreen(*toWorld(where)).toPoint(); };
        QSignalSpy stopClicked(&shown.view, &MapView::stopClicked);
        auto *window = shown.view.windowHandle(); // the whole way a real click takes

        QTest::mouseClick(window, Qt::LeftButton, {}, pixel(centre));
        QCOMPARE(shown.selection.stops, QSet{StopId(u"here"_s)});
        QCOMPARE(stopClicked.size(), 1);
        QTest::mouseClick(window, Qt::LeftButton, Qt::ControlModifier, pixel(beside));
        QCOMPARE(shown.selection.stops.size(), 2);
        QTest::mouseClick(window, Qt::LeftButton, Qt::ControlModifier, pixel(centre));
        QCOMPARE(shown.selection.stops, QSet{StopId(u"beside"_s)});
        QTest::mouseClick(window, Qt::LeftButton, {}, pixel(centre.atDistanceAndAzimuth(700, 0)));
        QCOMPARE(shown.selection.drivers, QSet{DriverId(u"d"_s)});
        QVERIFY(shown.selection.stops.isEmpty());
        QTest::mouseClick(window, Qt::LeftButton, {}, {50, 500});
        QVERIFY(shown.selection.isEmpty());
    }

    void shiftDragSelectsABox()
    {
        Shown shown;
        QVERIFY(shown.isReady());
        shown.view.setStops({stopAt(u"in"_s, centre), stopAt(u"out"_s, centre.atDistanceAndAzimuth(3000, 180))});
        auto *window = shown.view.windowHandle();
        QTest::mousePress(window, Qt::LeftButton, Qt::ShiftModifier, {300, 200});
        QTest::mouseMove(window, {350, 300});
        QTest::mouseMove(window, {480, 400});
        QTest::mouseRelease(window, Qt::LeftButton, Qt::ShiftModifier, {480, 400});
        QTRY_COMPARE(shown.selection.stops, QSet{StopId(u"in"_s)});
        QCOMPARE(shown.view.camera().centre, centre);
    }

    void draggingStopsFollowing()
    {
        Shown shown;
        QVERIFY(shown.isReady());
        const auto first = centre.atDistanceAndAzimuth(900, 45);
        shown.view.setDrivers({{.id = DriverId(u"d"_s), .where = first}});
        shown.view.followDriver(DriverId(u"d"_s));
        QVERIFY(shown.view.camera().centre.distanceTo(first) < 1.0);
        const auto second = centre.atDistanceAndAzimuth(1200, 45);
        shown.view.setDrivers({{.id = DriverId(u"d"_s), .where = second}});
        QVERIFY(shown.view.camera().centre.distanceTo(second) < 1.0);

        auto *window = shown.view.windowHandle();
        QTest::mousePress(window, Qt::LeftButton, {}, {200, 200});
        QTest::mouseMove(window, {260, 240});
        QTest::mouseRelease(window, Qt::LeftButton, {}, {260, 240});
        QTRY_VERIFY(!shown.view.followedDriver().isValid());
        shown.view.followDriver(DriverId(u"nobody"_s)); // and nothing happens
    }

    void hoveringSaysWhatItIsAsPlainText()
    {
        Shown shown;
        QVERIFY(shown.isReady());
        shown.view.setStops({stopAt(u"s"_s, centre)});
        shown.view.setDescriptions({}, [](const StopId &stop) {
            return MapCard{.title = u"<img src=x> "_s + stop.toString(), .lines = {{u"Window"_s, u"14:00"_s}}};
        });
        auto *card = shown.view.findChild<HoverCard *>();
        QTest::mouseMove(shown.view.windowHandle(), {100, 100});
        QTest::mouseMove(shown.view.windowHandle(), {401, 301});
        QTRY_VERIFY(card->isVisible());
        QCOMPARE(card->card().title, u"<img src=x> s"_s);
        QVERIFY(shown.view.rect().contains(card->geometry()));
        QTest::mouseMove(shown.view.windowHandle(), {100, 500});
        QTRY_VERIFY(!card->isVisible());
    }

    void fitsWhatIsSelectedAndTheWholeDay()
    {
        Shown shown;
        QVERIFY(shown.isReady());
        const auto day = Test::montevideoDay(systemClock.now());
        shown.view.setStops(day.stops);
        shown.view.setDrivers(day.drivers);
        shown.view.fitAll();
        const auto everything = shown.view.camera();
        const MapProjection projection(everything, shown.view.size());
        for (const auto &stop : day.stops)
            QVERIFY(QRectF(0, 0, 800, 600).contains(projection.toScreen(*toWorld(stop.where))));
        shown.view.setSelection({.stops = {}, .drivers = {}, .routes = {day.routes.first().id}});
        shown.view.setFocus();
        QTest::keyClick(&shown.view, Qt::Key_F);
        QVERIFY(shown.view.camera().zoom > everything.zoom);
    }

    void panningNeedsNoNewMeshes()
    {
        Shown shown;
        QVERIFY(shown.isReady());
        shown.view.setStops(Test::manyStops(2'000));
        (void)shown.image();
        auto *overlay = shown.view.findChild<QQuickWidget *>()->rootObject()->findChild<MapOverlay *>();
        QVERIFY(overlay);
        const auto before = overlay->meshesBuilt();
        for (int i = 1; i < 20; ++i) {
            shown.view.setCamera({.centre = {-34.9, -56.16 + i * 0.0005}, .zoom = 14.0});
            (void)shown.image();
        }
        QCOMPARE(overlay->meshesBuilt(), before);
    }

    void survivesAnything()
    {
        constexpr auto notANumber = std::numeric_limits<double>::quiet_NaN();
        Shown shown;
        QVERIFY(shown.isReady());
        const QList<QGeoCoordinate> broken{{}, {notANumber, notANumber}, {200.0, 500.0}, centre};
        QList<StopMarker> stops;
        for (const auto &where : broken)
            stops.append(stopAt(u"s"_s, where)); // and one id for all
        shown.view.setStops(stops);
        shown.view.setRoutes(
            {{.id = {}, .legs = {broken, {}}, .doneLegs = -5, .reached = {notANumber, 0.0}, .colour = -7}});
        shown.view.setDrivers({{.id = {}, .where = {notANumber, 1.0}},
                               {.id = DriverId(u"d"_s),
                                .initials = QString(5000, u'W'),
                                .where = centre,
                                .headingDegrees = notANumber,
                                .seenAt = {}},
                               {.id = DriverId(u"d"_s), .where = centre, .headingDegrees = -1e300}});
        shown.view.setClosures({{.name = {}, .outline = broken},
                                {.name = {}, .outline = {centre}},
                                {.outline = {centre, {}}, .isRoad = true}});
        shown.view.setTrail(broken);
        shown.view.fitAll();
        shown.view.fit(QList<QGeoCoordinate>());
        shown.view.setCamera({.centre = {notANumber, notANumber}, .zoom = notANumber, .bearing = notANumber});
        for (const auto zoom : {1.0, 5.0, 11.99, 12.0, 19.0, 99.0}) {
            shown.view.setCamera({.centre = centre, .zoom = zoom, .bearing = zoom * 10.0});
            QVERIFY(!shown.image().isNull());
        }
        shown.view.resize(1, 1);
        shown.view.resize(300, 2);
        shown.view.resize(800, 600);
        shown.view.setStops({});
        shown.view.setRoutes({});
        shown.view.setDrivers({});
        QVERIFY(!shown.image().isNull());
    }

    void fiftyThousandStopsAreDrawnAndHit()
    {
        Shown shown;
        QVERIFY(shown.isReady());
        const auto stops = Test::manyStops(50'000);
        shown.view.setStops(stops);
        shown.view.setCamera({.centre = stops.at(123).where, .zoom = 18.0});
        QTest::mouseClick(shown.view.windowHandle(), Qt::LeftButton, {}, {400, 300});
        QVERIFY(!shown.selection.stops.isEmpty());
        for (const auto zoom : {10.0, 12.0, 13.5}) {
            shown.view.setCamera({.centre = centre, .zoom = zoom});
            QVERIFY(!shown.image().isNull());
        }
    }

    void takesANewThemeWithoutForgettingAnything()
    {
        Shown shown;
        QVERIFY(shown.isReady());
        shown.view.setDrivers({{.id = DriverId(u"d"_s), .initials = u"AB"_s, .where = centre}});
        shown.view.setPalette(Theme::dark().palette());
        QTRY_VERIFY(shown.count(Theme::dark().ok, {400, 300}, 20) > 100);
        QCOMPARE(shown.at({50, 300}), Theme::dark().panel);
    }

    void drawsOnWhenItsDockFloats()
    {
        Shown shown;
        QVERIFY(shown.isReady());
        shown.view.setDrivers({{.id = DriverId(u"d"_s), .initials = u"AB"_s, .where = centre}});
        QTRY_VERIFY(shown.count(Theme::light().ok, {400, 300}, 20) > 100);
        for (int i = 0; i < 2; ++i) {
            QWidget window;
            window.resize(900, 700);
            shown.view.setParent(&window); // another window, another graphics device
            shown.view.setGeometry(0, 0, 800, 600);
            shown.view.show();
            window.show();
            QVERIFY(QTest::qWaitForWindowExposed(&window));
            QTRY_VERIFY(shown.count(Theme::light().ok, {400, 300}, 20) > 100);
            shown.view.setParent(nullptr);
            shown.view.show();
            QTRY_VERIFY(shown.count(Theme::light().ok, {400, 300}, 20) > 100);
        }
    }

    void aDriversStateIsAShapeToo()
    {
        Shown shown;
        QVERIFY(shown.isReady());
        const auto pictureOf = [&](Forecast::State state) {
            shown.view.setDrivers({{.id = DriverId(u"d"_s), .initials = u"AB"_s, .where = centre, .state = state}});
            (void)shown.image();
            return shown.image().copy(375, 275, 50, 50).convertToFormat(QImage::Format_Grayscale8);
        };
        // Pixels of very different lightness: what somebody who sees no colour has to go by.
        const auto differing = [](const QImage &a, const QImage &b) {
            int count = 0;
            for (int y = 0; y < a.height(); ++y)
                for (int x = 0; x < a.width(); ++x)
                    count += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 60;
            return count;
        };
        const auto onTime = pictureOf(Forecast::State::OnTime);
        QVERIFY(differing(onTime, pictureOf(Forecast::State::AtRisk)) > 10);
        QVERIFY(differing(onTime, pictureOf(Forecast::State::Late)) > 10);
        QVERIFY(differing(pictureOf(Forecast::State::AtRisk), pictureOf(Forecast::State::Late)) > 5);
    }

    void everyButtonHasAName()
    {
        Shown shown;
        const auto buttons = shown.view.findChildren<QToolButton *>();
        QCOMPARE(buttons.size(), 4);
        for (const auto *button : buttons)
            QVERIFY(!button->accessibleName().isEmpty());
        QVERIFY(!shown.view.accessibleName().isEmpty());
    }

    void canBeDestroyedWhileTilesAreOnTheirWay()
    {
        const QTemporaryDir folder;
        const auto source = plainTiles(folder);
        for (int i = 0; i < 3; ++i) {
            Shown shown;
            QVERIFY(shown.isReady());
            shown.view.setTileCacheDirectory(folder.filePath(u"cache"_s));
            QVERIFY(shown.view.setTileSource(source));
            shown.view.setStops(Test::manyStops(100));
            if (i == 1)
                QVERIFY(shown.view.setTileSource({.lightTemplate = source.darkTemplate})); // replaced at once
            (void)shown.image();
        }
    }
};

QTEST_MAIN(MapViewTest)
#include "tst_mapview.moc"
