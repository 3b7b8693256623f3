// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
//
// How long a frame of the map takes while it is panned and zoomed, with how much of it in our own code. Needs OpenGL:
// without a display run it under packaging/environment/virtual-display. With --picture it draws the fixture day to be
// looked at instead.
#include "models/domain/clock.h"
#include "tests/widgets/map/mapday.h"
#include "widgets/map/mapoverlay.h"
#include "widgets/map/mapview.h"
#include "widgets/parts/fonts.h"
#include "widgets/parts/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QQuickWidget>
#include <QQuickWindow>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <ctime>
#include <functional>

using namespace Doorstep;
using namespace Qt::StringLiterals;

namespace {
void show(MapView &view, const Test::MapDay &day)
{
    view.setStops(day.stops);
    view.setDrivers(day.drivers);
    view.setRoutes(day.routes);
    view.setDepots(day.depots);
    view.setClosures(day.closures);
}

double cpuMilliseconds(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

double quantile(QList<double> values, double share)
{
    std::ranges::sort(values);
    return values.isEmpty() ? 0.0 : values.at(qsizetype(share * double(values.size() - 1)));
}

struct Frame
{
    double wall = 0.0;
    double uiThread = 0.0; ///< CPU of the thread that draws and answers the person.
    double process = 0.0; ///< CPU of all threads: the software renderer's included.
};

/// One frame: change the camera, render, and hand it to the window system. In milliseconds.
Frame frame(MapView &view, const std::function<void()> &change)
{
    auto *quick = view.findChild<QQuickWidget *>();
    QElapsedTimer timer;
    timer.start();
    const auto thread = cpuMilliseconds(CLOCK_THREAD_CPUTIME_ID);
    const auto process = cpuMilliseconds(CLOCK_PROCESS_CPUTIME_ID);
    bool done = false;
    const auto watch =
        QObject::connect(quick->quickWindow(), &QQuickWindow::afterFrameEnd, &view, [&] { done = true; });
    change();
    while (!done && timer.elapsed() < 5000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
    QCoreApplication::processEvents(); // the window puts it on the screen
    QObject::disconnect(watch);
    return {.wall = double(timer.nsecsElapsed()) / 1e6,
            .uiThread = cpuMilliseconds(CLOCK_THREAD_CPUTIME_ID) - thread,
            .process = cpuMilliseconds(CLOCK_PROCESS_CPUTIME_ID) - process};
}

void report(const QString &name, double value, qsizetype frames, int markers)
{
    QTextStream(stdout) << u"bench name=map.%1 value=%2 unit=ms n=%3 markers=%4\n"_s.arg(name)
                               .arg(value, 0, 'f', 2)
                               .arg(frames)
                               .arg(markers);
}

void measure(MapView &view, int markers, bool zooms)
{
    QList<double> wall;
    QList<double> uiThread;
    QList<double> process;
    for (int i = 0; i < 125; ++i) {
        const auto taken = frame(view, [&] {
            auto camera = view.camera();
            if (zooms)
                camera.zoom = 13.0 + 0.01 * (i % 40);
            else
                camera.centre = {-34.8800 + 0.0001 * (i % 60), -56.1600 + 0.0003 * i};
            view.setCamera(camera);
        });
        if (i < 5)
            continue; // the first frames make textures and shaders
        wall.append(taken.wall);
        uiThread.append(taken.uiThread);
        process.append(taken.process);
    }
    const auto name = zooms ? u"zoom"_s : u"pan"_s;
    report(name + u".median"_s, quantile(wall, 0.5), wall.size(), markers);
    report(name + u".p95"_s, quantile(wall, 0.95), wall.size(), markers);
    report(name + u".ui-thread"_s, quantile(uiThread, 0.5), wall.size(), markers);
    report(name + u".process"_s, quantile(process, 0.5), wall.size(), markers);
}

void hover(MapView &view, const QGeoCoordinate &where)
{
    view.setDescriptions(
        [](const DriverId &) {
            return MapCard{.title = u"Carla Núñez"_s,
                           .status = u"−23 min"_s,
                           .tone = Forecast::State::Late,
                           .lines = {{.label = u"Next"_s, .value = u"José Ellauri 1221"_s},
                                     {.label = u"ETA"_s, .value = u"14:41"_s},
                                     {.label = u"Seen"_s, .value = u"12 s ago"_s},
                                     {.label = u"Battery"_s, .value = u"64 %"_s}},
                           .warning = u"Made-up position: the phone says an app set it"_s};
        },
        {});
    const auto at = MapProjection(view.camera(), view.size()).toScreen(*toWorld(where));
    QMouseEvent moved(QEvent::MouseMove, at, view.mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&view, &moved);
}

int picture(MapView &view, const QCommandLineParser &options, const QString &file)
{
    const auto day = Test::montevideoDay(SystemClock().now());
    show(view, day);
    view.setTrail(options.isSet(u"select"_s) ? day.trail : QList<QGeoCoordinate>());
    if (options.isSet(u"select"_s))
        view.setSelection({.stops = {}, .drivers = {day.drivers.first().id}, .routes = {}});
    if (options.isSet(u"many"_s))
        view.setStops(Test::manyStops(options.value(u"many"_s).toInt()));
    const auto at = options.value(u"at"_s).split(u',');
    view.setCamera({.centre = {at.value(0).toDouble(), at.value(1).toDouble()}, .zoom = at.value(2).toDouble()});
    if (options.isSet(u"hover"_s))
        QTimer::singleShot(options.value(u"after"_s).toInt() / 2, &view,
                           [&view, where = day.drivers.first().where] { hover(view, where); });
    QTimer::singleShot(options.value(u"after"_s).toInt(), &view, [&view, file] {
        view.grab().save(file);
        QCoreApplication::quit();
    });
    return QCoreApplication::exec();
}
} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    QApplication::setStyle(u"Fusion"_s);
    QApplication::setFont(uiFont());
    QCommandLineParser options;
    options.addOptions({{u"picture"_s, u"Draw FILE and leave."_s, u"FILE"_s},
                        {u"dark"_s, u"In dark colours."_s},
                        {u"select"_s, u"With the first driver selected."_s},
                        {u"hover"_s, u"With the card of the first driver or STOP."_s, u"STOP"_s},
                        {u"markers"_s, u"Measure COUNT stops only."_s, u"COUNT"_s},
                        {u"many"_s, u"With COUNT scattered stops."_s, u"COUNT"_s},
                        {u"tiles"_s, u"Tiles by TEMPLATE, with {s} for light or dark."_s, u"TEMPLATE"_s},
                        {u"at"_s, u"LAT,LON,ZOOM"_s, u"PLACE"_s, u"-34.895,-56.165,14"_s},
                        {u"size"_s, u"WxH"_s, u"SIZE"_s, u"1200x800"_s},
                        {u"after"_s, u"Milliseconds to wait for tiles."_s, u"TIME"_s, u"1500"_s}});
    options.process(application);
    QApplication::setPalette((options.isSet(u"dark"_s) ? Theme::dark() : Theme::light()).palette());

    const SystemClock clock;
    MapView view(clock);
    const auto size = options.value(u"size"_s).split(u'x');
    view.resize(size.value(0).toInt(), size.value(1).toInt());
    if (options.isSet(u"tiles"_s)) {
        const auto source = options.value(u"tiles"_s);
        const auto shown = view.setTileSource({.lightTemplate = QString(source).replace(u"{s}"_s, u"light"_s),
                                               .darkTemplate = QString(source).replace(u"{s}"_s, u"dark"_s),
                                               .attribution = u"© OpenStreetMap contributors"_s});
        if (!shown)
            QTextStream(stderr) << shown.error().detail << '\n';
    }
    view.show();
    if (options.isSet(u"picture"_s))
        return picture(view, options, options.value(u"picture"_s));
    while (!view.findChild<QQuickWidget *>()->quickWindow()->isSceneGraphInitialized())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);
    const auto one = options.value(u"markers"_s).toInt();
    for (const auto markers : one > 0 ? QList{one} : QList{0, 1'000, 10'000, 50'000}) {
        view.setCamera({.centre = {-34.8800, -56.1600}, .zoom = 13.0});
        view.setStops(Test::manyStops(markers));
        measure(view, markers, false);
        measure(view, markers, true);
    }
    return 0;
}
