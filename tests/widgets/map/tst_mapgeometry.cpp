// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/map/hittest.h"
#include "widgets/map/linemesh.h"
#include "widgets/map/markeratlas.h"
#include "widgets/map/stopclusters.h"
#include "widgets/map/tilesource.h"
#include "widgets/map/worldgrid.h"
#include "widgets/parts/theme.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>
#include <random>

using namespace Doorstep;
using namespace Qt::StringLiterals;

namespace {
constexpr auto notANumber = std::numeric_limits<double>::quiet_NaN();

StopMarker stopAt(const QString &id, const QGeoCoordinate &where, StopMarker::Shape shape = StopMarker::Shape::Open)
{
    return {.id = StopId(id), .route = RouteId(u"r"_s), .where = where, .number = 1, .shape = shape};
}

const MapProjection montevideo(MapCamera{.centre = {-34.9, -56.16}, .zoom = 14.0}, QSizeF(800, 600));
} // namespace

class MapGeometryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void placesSurviveTheWayToPixelsAndBack_data()
    {
        QTest::addColumn<double>("zoom");
        QTest::addColumn<double>("bearing");
        QTest::addColumn<QGeoCoordinate>("centre");
        for (const auto zoom : {1.0, 11.7, 19.0})
            for (const auto bearing : {0.0, 33.0, 270.0})
                for (const auto &centre :
                     {QGeoCoordinate(-34.9, -56.16), QGeoCoordinate(-17.5, 179.99), QGeoCoordinate(70.0, -179.99)})
                    QTest::addRow("zoom %g bearing %g lon %g", zoom, bearing, centre.longitude())
                        << zoom << bearing << centre;
    }
    void placesSurviveTheWayToPixelsAndBack()
    {
        QFETCH(const double, zoom);
        QFETCH(const double, bearing);
        QFETCH(const QGeoCoordinate, centre);
        const MapProjection projection({.centre = centre, .zoom = zoom, .bearing = bearing}, QSizeF(800, 600));

        QVERIFY(QLineF(projection.toScreen(*toWorld(centre)), QPointF(400, 300)).length() < 1e-6);
        for (const auto &pixel : {QPointF(0, 0), QPointF(799, 13), QPointF(421, 377)}) {
            const auto back = projection.toScreen(projection.fromScreen(pixel));
            if (zoom > 2.0) // at zoom 1 the picture shows places twice
                QVERIFY2(QLineF(back, pixel).length() < 1e-6, qPrintable(QDebug::toString(back)));
        }
    }

    void aPlaceBeyondTheAntimeridianIsBesideItsNeighbour()
    {
        const MapProjection projection({.centre = {-17.0, 179.999}, .zoom = 15.0}, QSizeF(800, 600));
        const auto west = projection.toScreen(*toWorld({-17.0, 179.998}));
        const auto east = projection.toScreen(*toWorld({-17.0, -179.999}));
        QVERIFY(east.x() > west.x());
        QVERIFY(east.x() - west.x() < 100.0);
    }

    void invalidPlacesAreNowhere_data()
    {
        QTest::addColumn<QGeoCoordinate>("place");
        QTest::newRow("none") << QGeoCoordinate();
        QTest::newRow("NaN latitude") << QGeoCoordinate(notANumber, 1.0);
        QTest::newRow("NaN longitude") << QGeoCoordinate(1.0, notANumber);
        QTest::newRow("infinite") << QGeoCoordinate(std::numeric_limits<double>::infinity(), 1.0);
        QTest::newRow("off the globe") << QGeoCoordinate(91.0, 0.0);
    }
    void invalidPlacesAreNowhere()
    {
        QFETCH(const QGeoCoordinate, place);
        QVERIFY(!toWorld(place));
        QVERIFY(!cameraFitting({place}, QSizeF(800, 600), 10.0, 16.0));
    }

    void thePoleIsTheEdgeOfTheWorld()
    {
        QVERIFY(toWorld({90.0, 0.0}) && std::abs(toWorld({90.0, 0.0})->y) < 1e-9);
        QVERIFY(toWorld({-90.0, 0.0}) && std::abs(toWorld({-90.0, 0.0})->y - 1.0) < 1e-9);
    }

    void fittingShowsAllPlaces()
    {
        const QList<QGeoCoordinate> places{{-34.90, -56.20}, {-34.85, -56.10}, {}, {-34.93, -56.15}};
        const auto camera = cameraFitting(places, QSizeF(800, 600), 50.0, 18.0);
        QVERIFY(camera);
        const MapProjection projection(*camera, QSizeF(800, 600));
        for (const auto &place : places)
            if (place.isValid())
                QVERIFY(QRectF(49, 49, 702, 502).contains(projection.toScreen(*toWorld(place))));
    }

    void fittingAcrossTheAntimeridianDoesNotShowTheWholeWorld()
    {
        const auto camera = cameraFitting({{-17.0, 179.0}, {-17.0, -179.0}}, QSizeF(800, 600), 50.0, 18.0);
        QVERIFY(camera);
        QVERIFY(camera->zoom > 6.0);
        QVERIFY(std::abs(std::abs(camera->centre.longitude()) - 180.0) < 0.01);
    }

    void onePlaceIsFittedAtTheNearestZoom()
    {
        QCOMPARE(cameraFitting({{-34.9, -56.2}}, QSizeF(800, 600), 50.0, 16.0)->zoom, 16.0);
    }

    void theGridFindsWhatALoopFinds()
    {
        std::mt19937 random(1);
        std::uniform_real_distribution<double> place(0.0, 1.0);
        std::vector<WorldPoint> points(5000);
        for (auto &point : points)
            point = {.x = place(random), .y = place(random)};
        const WorldGrid grid(points);
        for (const auto &bounds :
             {QRectF(0.2, 0.3, 0.1, 0.05), QRectF(0.0, 0.0, 1.0, 1.0), QRectF(-0.1, 0.4, 0.2, 0.2),
              QRectF(0.95, 0.4, 0.2, 0.2), QRectF(-3.0, 0.0, 9.0, 1.0), QRectF(0.5, 2.0, 0.1, 0.1)}) {
            std::vector<int> seen(points.size());
            grid.visit(bounds, [&](size_t index) { ++seen[index]; });
            for (size_t i = 0; i < points.size(); ++i) {
                QVERIFY2(seen[i] <= 1, "visited twice");
                const auto x = nearestCopy(points[i].x, bounds.center().x());
                if (bounds.contains(QPointF(x, points[i].y)))
                    QCOMPARE(seen[i], 1);
            }
        }
    }

    void theGridTakesNothingAndCrowds()
    {
        WorldGrid().visit(QRectF(0, 0, 1, 1), [](size_t) { QFAIL("nothing is there"); });
        const WorldGrid crowd(std::vector<WorldPoint>(1000, WorldPoint{.x = 0.3, .y = 0.3}));
        int found = 0;
        crowd.visit(QRectF(0.29, 0.29, 0.02, 0.02), [&](size_t) { ++found; });
        QCOMPARE(found, 1000);
    }

    void clustersCountWhatIsOpenAndShowTheWorst()
    {
        QList<StopMarker> stops{stopAt(u"a"_s, {-34.9, -56.16}), stopAt(u"b"_s, {-34.9001, -56.1601}),
                                stopAt(u"c"_s, {-34.9002, -56.1602}, StopMarker::Shape::Delivered),
                                stopAt(u"d"_s, {-33.0, -58.0})};
        stops[1].outlook = Forecast::State::AtRisk;
        std::vector<WorldPoint> places;
        for (const auto &stop : std::as_const(stops))
            places.push_back(*toWorld(stop.where));

        auto clusters = clusterStops(stops, places, 8);
        QCOMPARE(clusters.size(), 2U);
        QCOMPARE(clusters[0].count, 2);
        QCOMPARE(clusters[0].worst, Forecast::State::AtRisk);
        QCOMPARE(clusters[1].count, 1);
        QCOMPARE(clusters[1].first, 3U);

        stops[0].shape = StopMarker::Shape::Failed;
        clusters = clusterStops(stops, places, 8);
        QCOMPARE(clusters[0].worst, Forecast::State::Late);
        QCOMPARE(clusterStops({}, {}, 8).size(), 0U);
    }

    void clusterCountsAddUpAtEveryZoom()
    {
        QList<StopMarker> stops;
        std::vector<WorldPoint> places;
        std::mt19937 random(3);
        std::uniform_real_distribution<double> degrees(-60.0, 60.0);
        for (int i = 0; i < 2000; ++i) {
            stops.append(stopAt(QString::number(i), {degrees(random), degrees(random)}));
            places.push_back(*toWorld(stops.last().where));
        }
        size_t before = 0;
        for (int zoom = 0; zoom < 12; ++zoom) {
            const auto clusters = clusterStops(stops, places, zoom);
            int sum = 0;
            for (const auto &cluster : clusters)
                sum += cluster.count;
            QCOMPARE(sum, 2000);
            QVERIFY(clusters.size() >= before);
            before = clusters.size();
        }
    }

    void theNearestMarkerIsHit()
    {
        ProjectedScene scene;
        scene.setStops({stopAt(u"centre"_s, {-34.9, -56.16}), stopAt(u"nowhere"_s, {}),
                        stopAt(u"done"_s, {-34.9, -56.158}, StopMarker::Shape::Delivered)});
        const auto at = [&](QPointF pixel) { return hitAt(scene, montevideo, 14.0, pixel, {}); };
        QCOMPARE(std::get<StopId>(at({400, 300})), StopId(u"centre"_s));
        QCOMPARE(std::get<StopId>(at({406, 305})), StopId(u"centre"_s));
        QCOMPARE(at({400, 320}).index(), 0U);
        const auto done = montevideo.toScreen(*toWorld({-34.9, -56.158}));
        QCOMPARE(std::get<StopId>(at(done + QPointF(4, 4))), StopId(u"done"_s));
        QCOMPARE(at(done + QPointF(8, 0)).index(), 0U); // a dot is smaller than a box
    }

    void joinsTheEntranceOfWhatIsChosen()
    {
        auto stop = stopAt(u"gated"_s, {-34.9, -56.16});
        stop.entrance = QGeoCoordinate(-34.9, -56.159);
        ProjectedScene scene;
        scene.setStops({stop, stopAt(u"plain"_s, {-34.9, -56.158})});
        QVERIFY(scene.entrances().empty());
        scene.setSelection({.stops = {stop.id, StopId(u"plain"_s)}});
        QCOMPARE(scene.entrances().size(), 1U);
        QCOMPARE(scene.entrances()[0], std::pair(*toWorld(stop.entrance), *toWorld(stop.where)));
        stop.entrance = QGeoCoordinate(notANumber, 4.0);
        scene.setStops({stop});
        QVERIFY(scene.entrances().empty());
    }

    void aDriverLiesAboveItsStop()
    {
        ProjectedScene scene;
        scene.setStops({stopAt(u"stop"_s, {-34.9, -56.16})});
        scene.setDrivers({{.id = DriverId(u"driver"_s), .where = {-34.9, -56.16}}}, {});
        QCOMPARE(std::get<DriverId>(hitAt(scene, montevideo, 14.0, {400, 300}, {})), DriverId(u"driver"_s));
        scene.setLayers(MapLayers(allMapLayers).setFlag(MapLayer::Drivers, false));
        QCOMPARE(std::get<StopId>(hitAt(scene, montevideo, 14.0, {400, 300}, {})), StopId(u"stop"_s));
    }

    void aBoxTakesWhatItSpans()
    {
        ProjectedScene scene;
        scene.setStops({stopAt(u"in"_s, {-34.9, -56.16}), stopAt(u"out"_s, {-34.8, -56.16})});
        scene.setDrivers({{.id = DriverId(u"driver"_s), .where = {-34.9, -56.1605}}}, {});
        const auto inside = markersIn(scene, montevideo, QRectF(300, 200, 200, 200), {});
        QCOMPARE(inside.stops, QSet{StopId(u"in"_s)});
        QCOMPARE(inside.drivers, QSet{DriverId(u"driver"_s)});
    }

    void aRouteIsCutWhereTheDriverIs()
    {
        ProjectedScene scene;
        const QList<QGeoCoordinate> road{{-34.9, -56.20}, {-34.9, -56.18}, {-34.9, -56.16}};
        scene.setRoutes(
            {{.id = RouteId(u"r"_s),
              .legs = {road, {{-34.9, -56.16}, {-34.9, -56.10}}},
              .doneLegs = 0,
              .reached = {-34.9001, -56.17}},
             {.id = RouteId(u"done"_s), .legs = {road}, .doneLegs = 1},
             {.id = RouteId(u"empty"_s), .legs = {{}, {{}, {}}}, .doneLegs = 7, .reached = {-34.9, -56.1}}});
        const auto &line = scene.lines().at(0);
        QCOMPARE(line.done.size(), 3U);
        QVERIFY(std::abs(toCoordinate(line.done.back()).longitude() + 56.17) < 1e-6);
        QCOMPARE(line.open.front(), line.done.back());
        QVERIFY(scene.lines().at(1).open.empty());
        QVERIFY(scene.lines().at(2).open.empty() && scene.lines().at(2).done.empty());
    }

    void linesAreClippedAndNeverBroken_data()
    {
        QTest::addColumn<QList<QPointF>>("points");
        QTest::addColumn<bool>("drawn");
        QTest::newRow("nothing") << QList<QPointF>() << false;
        QTest::newRow("one point") << QList<QPointF>{{5, 5}} << false;
        QTest::newRow("the same twice") << QList<QPointF>{{5, 5}, {5, 5}} << false;
        QTest::newRow("a segment") << QList<QPointF>{{5, 5}, {50, 5}} << true;
        QTest::newRow("there and back") << QList<QPointF>{{5, 5}, {50, 5}, {5, 5}} << true;
        QTest::newRow("far away") << QList<QPointF>{{5000, 5}, {6000, 5}} << false;
        QTest::newRow("through") << QList<QPointF>{{-5000, 50}, {6000, 50}} << true;
    }
    void linesAreClippedAndNeverBroken()
    {
        QFETCH(const QList<QPointF>, points);
        QFETCH(const bool, drawn);
        LineMesh mesh;
        mesh.addPolyline(points, 4.0, Qt::blue, QRectF(0, 0, 100, 100));
        QCOMPARE(!mesh.indices().empty(), drawn);
        for (const auto index : mesh.indices())
            QVERIFY(index < mesh.vertices().size());
        for (const auto &vertex : mesh.vertices())
            QVERIFY(std::isfinite(vertex.x) && std::isfinite(vertex.y));
    }

    void theAtlasDrawsEachPictureOnceAndGrows()
    {
        MarkerAtlas atlas;
        atlas.reset(MapPalette::of(Theme::light()), QFont(), 2.0);
        const auto first = atlas.sprite({.kind = MarkerAtlas::Kind::StopBox, .value = 7});
        const auto generation = atlas.generation();
        QCOMPARE(atlas.sprite({.kind = MarkerAtlas::Kind::StopBox, .value = 7}).pixels, first.pixels);
        QCOMPARE(atlas.generation(), generation);

        const auto heightBefore = atlas.image().height();
        QList<QRect> places{first.pixels};
        for (int i = 0; i < 2000; ++i)
            places.append(atlas.sprite({.kind = MarkerAtlas::Kind::DriverPale, .text = QString::number(i)}).pixels);
        QVERIFY(atlas.image().height() > heightBefore);
        for (qsizetype i = 1; i < places.size(); ++i) {
            QVERIFY(atlas.image().rect().contains(places.at(i)));
            QVERIFY(!places.at(i).intersects(places.at(i - 1)));
        }
        // Growing kept what was there.
        bool inked = false;
        for (int x = first.pixels.left(); x <= first.pixels.right(); ++x)
            inked = inked || qAlpha(atlas.image().pixel(x, first.pixels.center().y())) > 200;
        QVERIFY(inked);
    }

    void anEndlessAtlasGivesUpQuietly()
    {
        MarkerAtlas atlas;
        atlas.reset(MapPalette::of(Theme::light()), QFont(), 1.0);
        MarkerAtlas::Sprite last;
        for (int i = 0; i < 6000; ++i)
            last = atlas.sprite({.kind = MarkerAtlas::Kind::Cluster, .value = i % 200, .text = QString::number(i)});
        QVERIFY(last.pixels.isEmpty());
        QVERIFY(atlas.image().height() <= 4096);
    }

    void badTileTemplatesAreRefused_data()
    {
        QTest::addColumn<QString>("light");
        QTest::addColumn<QString>("dark");
        QTest::addColumn<bool>("good");
        const auto fine = u"http://127.0.0.1:7080/v1/tiles/light/{z}/{x}/{y}{r}.png?key=a"_s;
        QTest::newRow("fine") << fine << QString() << true;
        QTest::newRow("files") << u"file:///tiles/{z}/{x}/{y}.png"_s << fine << true;
        QTest::newRow("no y") << u"http://a/{z}/{x}.png"_s << QString() << false;
        QTest::newRow("bad dark") << fine << u"http://a/"_s << false;
        QTest::newRow("no scheme") << u"tiles/{z}/{x}/{y}.png"_s << QString() << false;
        QTest::newRow("code") << u"javascript:{z}{x}{y}"_s << QString() << false;
    }
    void badTileTemplatesAreRefused()
    {
        QFETCH(const QString, light);
        QFETCH(const QString, dark);
        QFETCH(const bool, good);
        QCOMPARE(checkTileSource({.lightTemplate = light, .darkTemplate = dark}).has_value(), good);
    }

    void everyProviderOfThePluginIsOurs()
    {
        const QTemporaryDir folder;
        const TileSource source{.lightTemplate = u"http://a/light/{z}/{x}/{y}{r}.png"_s,
                                .darkTemplate = u"http://a/dark/{z}/{x}/{y}{r}.png"_s};
        QVERIFY(writeProviders(source, QDir(folder.path())));
        const auto url = [&](const QString &name) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll())["UrlTemplate"_L1].toString()
                                                  : QString();
        };
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 14);
        QCOMPARE(url(u"street"_s), u"http://a/light/%z/%x/%y.png"_s);
        QCOMPARE(url(u"street-hires"_s), u"http://a/light/%z/%x/%y@2x.png"_s);
        QCOMPARE(url(u"night-transit-hires"_s), u"http://a/dark/%z/%x/%y@2x.png"_s);
        QVERIFY(cacheNameOf(source) != cacheNameOf({.lightTemplate = source.lightTemplate}));
        // A new session's key finds yesterday's tiles; another style does not.
        const auto named = [](const QString &query) {
            return cacheNameOf({.lightTemplate = u"http://a/{z}/{x}/{y}.png"_s + query});
        };
        QCOMPARE(named(u"?key=one"_s), named(u"?key=two"_s));
        QCOMPARE(named(u"?key=one"_s), named({}));
        QVERIFY(named(u"?style=day&key=one"_s) != named(u"?style=night&key=one"_s));
    }

    void aFolderThatCannotBeWrittenIsSaid()
    {
        const auto written =
            writeProviders({.lightTemplate = u"http://a/{z}/{x}/{y}.png"_s}, QDir(u"/dev/null/providers"_s));
        QVERIFY(!written);
        QCOMPARE(written.error().kind, Error::Kind::Storage);
    }
};

QTEST_MAIN(MapGeometryTest)
#include "tst_mapgeometry.moc"
