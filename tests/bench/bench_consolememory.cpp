// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
// What the whole console keeps in memory, each a process of its own on a profile of its own, on the offscreen platform,
// all on one doorstepd: signed in through its own page, live, with every pane and the map of the day filled. Everything
// that `doorstep` is but its main().
//
//     bench_consolememory [CONSOLES [STOPS]]
#include "app/console.h"
#include "tests/support/backendprocess.h"
#include "tests/support/processmemory.h"
#include "tests/support/workingconsole.h"
#include "widgets/map/mapoverlay.h"
#include "widgets/map/mapview.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/signinpage.h"

#include <QApplication>
#include <QProcess>
#include <QQuickItem>
#include <QQuickWidget>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int routeCount = 100;
constexpr auto settled = 5s; ///< After the map has shown everything: what starting needed is given back.

MapOverlay *overlayIn(const MainWindow &window)
{
    const auto *map = window.findChild<MapView *>();
    const auto *quick = map == nullptr ? nullptr : map->findChild<QQuickWidget *>();
    return quick == nullptr || quick->rootObject() == nullptr ? nullptr
                                                              : quick->rootObject()->findChild<MapOverlay *>();
}

/// Signs in as a person does, and says "ready" when the map has all stops.
int beConsole(QApplication &application, const QUrl &server, int stops)
{
    Options options;
    options.server = server;
    options.user = QString::fromLatin1(BackendProcess::user);
    Console console(application, options);
    console.start();
    QTimer look;
    bool hasSignedIn = false;
    QObject::connect(&look, &QTimer::timeout, &console, [&] {
        const auto windows = QApplication::topLevelWidgets();
        const auto found =
            std::ranges::find_if(windows, [](QWidget *one) { return qobject_cast<MainWindow *>(one) != nullptr; });
        if (found == windows.end())
            return;
        const auto &window = *qobject_cast<MainWindow *>(*found);
        if (!hasSignedIn && window.signInPage().isVisible()) {
            hasSignedIn = true;
            Q_EMIT window.signInPage().signInRequested(server, options.user,
                                                       QString::fromLatin1(BackendProcess::password));
        }
        const auto *overlay = overlayIn(window);
        if (overlay == nullptr || overlay->scene().stops().size() < stops)
            return;
        look.stop();
        QTimer::singleShot(settled, &console, [] { QTextStream(stdout) << "ready" << Qt::endl; });
    });
    look.start(50ms);
    return QApplication::exec();
}

std::unique_ptr<QProcess> startConsole(const QString &home, const QUrl &server, int stops)
{
    auto process = std::make_unique<QProcess>();
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto *name : {"XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"})
        environment.insert(QString::fromLatin1(name), home);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"QT_QUICK_BACKEND"_s, u"software"_s);
    process->setProcessEnvironment(environment);
    process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process->start(QCoreApplication::applicationFilePath(),
                   {u"--console"_s, server.toString(), QString::number(stops)});
    for (QDeadlineTimer patience(120s); !patience.hasExpired() && !process->canReadLine();) {
        if (!process->waitForReadyRead(1'000) && process->state() == QProcess::NotRunning)
            return {};
    }
    return process->canReadLine() ? std::move(process) : nullptr;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 4 && QByteArrayView(argv[1]) == "--console") {
        QApplication application(argc, argv);
        QCoreApplication::setOrganizationName(u"Doorstep"_s);
        QCoreApplication::setApplicationName(u"doorstep"_s);
        return beConsole(application, QUrl(QString::fromLocal8Bit(argv[2])), QByteArray(argv[3]).toInt());
    }
    const QCoreApplication application(argc, argv);
    const auto words = QCoreApplication::arguments();
    const int count = words.value(1, u"5"_s).toInt();
    const int stops = words.value(2, u"10000"_s).toInt();
    BackendProcess backend(QStringLiteral(DOORSTEP_PROGRAMS));
    if (!backend.start() || fillTown(backend.url(), routeCount, stops).size() != stops)
        qFatal("the day cannot be made: %s", qPrintable(backend.problem()));
    const QTemporaryDir place;
    std::vector<std::unique_ptr<QProcess>> consoles;
    for (int number = 0; number < count; ++number) {
        const auto home = place.filePath(QString::number(number));
        QDir().mkpath(home);
        QFile::setPermissions(home, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        consoles.push_back(startConsole(home, backend.url(), stops));
        if (!consoles.back())
            qFatal("console %d shows nothing", number);
    }
    QList<double> resident;
    QList<double> own;
    for (const auto &console : consoles) {
        const auto memory = memoryOf(console->processId());
        resident.append(memory.resident);
        own.append(memory.own);
    }
    std::ranges::sort(resident);
    std::ranges::sort(own);
    QTextStream(stdout) << "bench name=whole_console_memory value=" << resident.at(count / 2) << " unit=MB n=" << count
                        << " stops=" << stops << " max=" << resident.last() << " own_p50=" << own.at(count / 2)
                        << " backend=" << memoryOf(backend.processId()).resident << Qt::endl;
    for (const auto &console : consoles)
        console->terminate();
    for (const auto &console : consoles)
        console->waitForFinished();
    return 0;
}
