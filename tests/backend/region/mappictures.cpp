// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
//
// Draws pictures of the map to be looked at: mappictures CITY.osm.pbf FOLDER [lon lat zoom [scale]]
// Without a place, those that go beside the pictures of the user interface, and one of each kind of zoom. The compiled
// tables stay in FOLDER, as map.sqlite; give that file instead to draw once more.
#include "backend/region/import/regionimport.h"
#include "backend/region/tiles/shape.h"
#include "backend/region/tiles/tilerenderer.h"
#include "backend/region/tiles/tilesink.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QImage>
#include <QTextStream>

#include <cmath>

using namespace Doorstep;
using namespace Qt::StringLiterals;

namespace {

struct View
{
    QString name;
    double longitude, latitude;
    int zoom;
    int scale = 1;
    int width = 1600;
    int height = 1000;
};

PixelBox boxAround(const View &view)
{
    const auto at = GridPoint::fromDegrees(view.longitude, view.latitude);
    const double pixel = std::ldexp(1.0, 24 - view.zoom);
    const auto world = std::ldexp(128.0, view.zoom);
    return {.zoom = view.zoom,
            .x = static_cast<qint64>(world + at.x / pixel) - view.width / 2,
            .y = static_cast<qint64>(world - at.y / pixel) - view.height / 2,
            .width = view.width,
            .height = view.height};
}

bool draw(TileRenderer &renderer, const View &view, const QString &folder)
{
    for (const auto style : {TileStyle::Light, TileStyle::Dark}) {
        QElapsedTimer timer;
        timer.start();
        const auto image = renderer.draw(style, boxAround(view), view.scale);
        if (!image) {
            QTextStream(stderr) << image.error().detail << '\n';
            return false;
        }
        const auto path =
            QDir(folder).filePath(view.name + (style == TileStyle::Dark ? "_dark.png"_L1 : "_light.png"_L1));
        QTextStream(stdout) << path << ' ' << timer.elapsed() << " ms\n";
        QImage(image->bytes(), static_cast<int>(image->width()), static_cast<int>(image->height()),
               QImage::Format_RGBA8888)
            .save(path);
    }
    return true;
}

Result<QString> compiled(const QString &file, const QString &folder)
{
    if (file.endsWith(".sqlite"_L1))
        return file;
    RegionSinks sinks;
    sinks.push_back(makeTileSink());
    const auto region = importRegion(file, QDir(folder).filePath(u"map.sqlite"_s), sinks, [](QStringView, double) { });
    return region.transform([](const Region &made) { return made.databasePath; });
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() != 3 && arguments.size() < 6) {
        QTextStream(stderr) << "mappictures CITY.osm.pbf FOLDER [lon lat zoom [scale]]\n";
        return 2;
    }
    const auto fonts = registerMapFonts();
    const auto light = fonts.and_then([](const auto &found) { return MapStyle::read(TileStyle::Light, found); });
    const auto dark = fonts.and_then([](const auto &found) { return MapStyle::read(TileStyle::Dark, found); });
    if (!light || !dark) {
        QTextStream(stderr) << (light ? dark : light).error().detail << '\n';
        return 1;
    }
    const auto renderer = compiled(arguments[1], arguments[2]).and_then([&](const QString &database) {
        return TileRenderer::open(database, *light, *dark);
    });
    if (!renderer) {
        QTextStream(stderr) << renderer.error().detail << '\n';
        return 1;
    }
    QList<View> views{{.name = u"dispatch"_s, .longitude = -56.173, .latitude = -34.895, .zoom = 14},
                      {.name = u"city"_s, .longitude = -56.17, .latitude = -34.89, .zoom = 13},
                      {.name = u"wide"_s, .longitude = -56.16, .latitude = -34.87, .zoom = 11},
                      {.name = u"widest"_s, .longitude = -56.16, .latitude = -34.87, .zoom = 9},
                      {.name = u"street"_s, .longitude = -56.17, .latitude = -34.905, .zoom = 16},
                      {.name = u"door"_s, .longitude = -56.16, .latitude = -34.91, .zoom = 18},
                      {.name = u"sharp"_s,
                       .longitude = -56.18,
                       .latitude = -34.9,
                       .zoom = 15,
                       .scale = 2,
                       .width = 800,
                       .height = 500}};
    if (arguments.size() >= 6)
        views = {{.name = u"place"_s,
                  .longitude = arguments[3].toDouble(),
                  .latitude = arguments[4].toDouble(),
                  .zoom = arguments[5].toInt(),
                  .scale = arguments.value(6, u"1"_s).toInt()}};
    return std::ranges::all_of(views, [&](const View &view) { return draw(**renderer, view, arguments[2]); }) ? 0 : 1;
}
