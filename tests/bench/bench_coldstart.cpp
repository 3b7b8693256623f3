// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
// A cold start without a network: from the start of the process until the real console shows the routes and the map of
// 5,000 stops out of its cache, and what it keeps in memory then and with 50,000 stops and 10,000 drivers. Each run is
// a process of its own on a profile of its own; nothing listens where its server should be.
#include "app/allocator.h"
#include "app/console.h"
#include "models/archive/archive.h"
#include "models/sync/threadtime.h"
#include "tests/support/documents.h"
#include "tests/support/processmemory.h"
#include "widgets/map/mapoverlay.h"
#include "widgets/map/mapview.h"
#include "widgets/routes/routespane.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QQuickItem>
#include <QQuickWidget>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <chrono>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const auto nobody = u"http://127.0.0.1:9"_s; // as a profile writes it: the cache says whose it is
constexpr int runs = 5;
constexpr auto settling = 5s;

qint64 steadyMilliseconds()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// Ends the process when the list has painted the routes and the map a frame with the stops.
class Witness : public QObject
{
public:
    Witness(int stops, qint64 beganAt)
        : m_stops(stops)
        , m_beganAt(beganAt)
    {
        m_look.setInterval(2ms);
        connect(&m_look, &QTimer::timeout, this, &Witness::look);
        m_look.start();
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_list->model()->rowCount() > 0)
            m_isListPainted = true;
        return QObject::eventFilter(watched, event);
    }

private:
    void look()
    {
        if (m_list == nullptr)
            find();
        if (m_list == nullptr || !m_isListPainted || m_isDone || m_overlay->scene().stops().size() < m_stops)
            return;
        m_isDone = true;
        // NOLINTNEXTLINE(clang-analyzer-optin.core.EnumCastOutOfRange): Qt's flags are of this type
        constexpr auto once = static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection);
        connect(m_quick->quickWindow(), &QQuickWindow::afterFrameEnd, this, &Witness::say, once);
        m_overlay->update();
    }
    void find()
    {
        const auto windows = QApplication::topLevelWidgets();
        const auto window =
            std::ranges::find_if(windows, [](const QWidget *one) { return one->findChild<MapView *>() != nullptr; });
        if (window == windows.end())
            return;
        m_quick = (*window)->findChild<MapView *>()->findChild<QQuickWidget *>();
        m_overlay = m_quick == nullptr || m_quick->rootObject() == nullptr
            ? nullptr
            : m_quick->rootObject()->findChild<MapOverlay *>();
        const auto *pane = (*window)->findChild<RoutesPane *>();
        auto *list = pane == nullptr ? nullptr : pane->findChild<QAbstractItemView *>();
        if (m_overlay != nullptr && list != nullptr && list->isVisible())
            m_list = list;
        if (m_list == nullptr)
            return;
        m_list->viewport()->installEventFilter(this);
        m_list->viewport()->update();
    }
    void say()
    {
        const auto spent = steadyMilliseconds() - m_beganAt;
        const auto own = std::chrono::duration_cast<std::chrono::milliseconds>(threadTime());
        // What it keeps is what is left when everything has come to rest, the indexes made.
        QTimer::singleShot(settling, this, [spent, own] {
            QTextStream(stdout) << spent << ' ' << memoryOf(QCoreApplication::applicationPid()).resident << ' '
                                << own.count() << '\n';
            QCoreApplication::quit();
        });
    }

    qsizetype m_stops;
    qint64 m_beganAt;
    QTimer m_look;
    QAbstractItemView *m_list = nullptr;
    QQuickWidget *m_quick = nullptr;
    MapOverlay *m_overlay = nullptr;
    bool m_isListPainted = false;
    bool m_isDone = false;
};

int beConsole(QApplication &application, int stops, qint64 beganAt)
{
    Options options;
    options.server = QUrl(nobody);
    Console console(application, options);
    const Witness witness(stops, beganAt);
    console.start();
    return QApplication::exec();
}

bool fill(const QString &path, int drivers, int stops)
{
    auto opened = Archive::open(path);
    if (!opened)
        return false;
    const std::pair<QString, QList<Document>> feeds[] = {{u"organisation"_s, organisationDocuments(drivers)},
                                                         {u"depot-aguada"_s, depotDocuments(drivers, stops)}};
    for (const auto &[name, documents] : feeds) {
        Wire::Checksum checksum = 0;
        for (const auto &document : documents)
            checksum ^= Wire::digestOf(document);
        if (!opened->archive.beginSnapshot(FeedId(name), {.epoch = 1, .seq = documents.size()})
            || !opened->archive.addToSnapshot(documents) || !opened->archive.finishSnapshot(checksum))
            return false;
    }
    return opened->archive.setMeta(u"server"_s, nobody).has_value();
}

/// How many of \a stops have a place on the map.
int placedStops(int drivers, int stops)
{
    return static_cast<int>(std::ranges::count_if(depotDocuments(drivers, stops), [](const Document &document) {
        return document.kind == "stop"_L1 && document.body.contains(R"("where":)");
    }));
}

/// A console on the profile in \a home; what it says, empty when it had to be ended.
QList<QByteArray> runConsole(const QString &home, int stops, std::chrono::milliseconds patience)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto *name : {"XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"})
        environment.insert(QString::fromLatin1(name), home);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(),
                  {u"--console"_s, QString::number(stops), QString::number(steadyMilliseconds())});
    if (!process.waitForFinished(static_cast<int>(patience.count()))) {
        process.terminate();
        process.waitForFinished();
        return {};
    }
    return process.readAllStandardOutput().simplified().split(' ');
}

void measure(int drivers, int stops, int times)
{
    const QTemporaryDir home;
    (void)runConsole(home.path(), 1, 8s); // makes its profile, and finds nothing to show
    QDirIterator caches(home.path(), {u"cache.db"_s}, QDir::Files, QDirIterator::Subdirectories);
    if (!caches.hasNext())
        qFatal("the console made no cache");
    const auto path = caches.next();
    for (const auto *beside : {"", "-wal", "-shm", ".lock"})
        QFile::remove(path + QString::fromLatin1(beside));
    if (!fill(path, drivers, stops))
        qFatal("the cache cannot be filled");
    const int placed = placedStops(drivers, stops);
    QList<double> milliseconds;
    QList<double> memory;
    QList<double> own; // of the GUI thread: what other programs on the machine take does not count
    for (int run = 0; run < times; ++run) {
        const auto said = runConsole(home.path(), placed, 120s);
        if (said.size() != 3)
            qFatal("the console showed nothing");
        milliseconds.append(said.at(0).toDouble());
        memory.append(said.at(1).toDouble());
        own.append(said.at(2).toDouble());
    }
    std::ranges::sort(milliseconds);
    std::ranges::sort(memory);
    std::ranges::sort(own);
    QTextStream(stdout) << "bench name=cold_start value=" << milliseconds.at(times / 2) << " unit=ms n=" << times
                        << " stops=" << stops << " routes=" << drivers << '\n'
                        << "bench name=cold_start_gui_cpu value=" << own.at(times / 2) << " unit=ms n=" << times
                        << " stops=" << stops << " routes=" << drivers << '\n'
                        << "bench name=console_memory value=" << memory.at(times / 2) << " unit=MB n=" << times
                        << " stops=" << stops << " drivers=" << drivers << '\n';
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 4 && QByteArrayView(argv[1]) == "--console") {
        giveMemoryBackEarly();
        QApplication application(argc, argv);
        QCoreApplication::setOrganizationName(u"Doorstep"_s);
        QCoreApplication::setApplicationName(u"doorstep"_s);
        return beConsole(application, QByteArray(argv[2]).toInt(), QByteArray(argv[3]).toLongLong());
    }
    const QCoreApplication application(argc, argv);
    measure(100, 5'000, runs);
    if (argc == 1) // with any argument only the goal's own size
        measure(10'000, 50'000, 3);
    return 0;
}
