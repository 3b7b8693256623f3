// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
// How long the console's models take: a snapshot of 10,000 stops until every list is ready, changes a second through
// the archive on disk into the lists, and a fix from the socket to the model with 500 drivers at 1 Hz. The fake backend
// runs in a thread beside it, over real HTTP and WebSocket.
#include "models/archive/archive.h"
#include "models/lists/attentionfiltermodel.h"
#include "models/lists/attentionlistmodel.h"
#include "models/lists/routefiltermodel.h"
#include "models/lists/routelistmodel.h"
#include "models/lists/searchmodel.h"
#include "models/lists/stoplistmodel.h"
#include "models/lists/timelinemodel.h"
#include "models/store/concerns.h"
#include "models/store/dayfigures.h"
#include "models/store/fleet.h"
#include "models/store/serverclock.h"
#include "models/sync/connection.h"
#include "models/wire/liveframes.h"
#include "tests/support/days.h"
#include "tests/support/documents.h"
#include "tests/support/fakebackend.h"
#include "tests/support/samples.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <array>
#include <ctime>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int driverCount = 100;
constexpr int stopCount = 10'000;
constexpr int movingDrivers = 500;
constexpr int fixSeconds = 10;

void report(const QString &name, double value, const QString &unit, qsizetype n)
{
    QTextStream(stdout) << "bench name=" << name << " value=" << QString::number(value, 'f', 1) << " unit=" << unit
                        << " n=" << n << '\n';
}

/// What this thread has cost so far; other programs on the machine do not count.
double threadMicroseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

/// Everything that follows the store in a real console.
struct Models
{
    Fleet fleet;
    ServerClock clock;
    Concerns concerns{fleet};
    DayFigures figures{fleet, concerns, clock};
    RouteListModel routes{fleet};
    RouteFilterModel shownRoutes{routes};
    StopListModel stops{fleet};
    TimelineModel timeline{fleet};
    AttentionListModel attention{fleet, concerns};
    AttentionFilterModel openAttention{attention};
    SearchModel search{fleet};
};

/// A fake backend that does not share the GUI thread.
class Outside
{
public:
    Outside()
    {
        m_thread.start();
        m_context.moveToThread(&m_thread);
        run([this] {
            m_backend = std::make_unique<FakeBackend>();
            (void)m_backend->listen();
            for (const auto &document : organisationDocuments(driverCount))
                m_backend->feed(u"organisation"_s).commit(document.kind, document.id, document.body);
            for (const auto &document : depotDocuments(driverCount, stopCount))
                m_backend->feed(u"depot-aguada"_s).commit(document.kind, document.id, document.body);
        });
    }
    ~Outside()
    {
        run([this] { m_backend.reset(); });
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(Outside)

    void run(const std::function<void()> &work)
    {
        QMetaObject::invokeMethod(&m_context, work, Qt::BlockingQueuedConnection);
    }
    [[nodiscard]] FakeBackend &backend() { return *m_backend; }
    [[nodiscard]] QObject &context() { return m_context; }

private:
    QThread m_thread;
    QObject m_context;
    std::unique_ptr<FakeBackend> m_backend;
};

template <typename Condition>
bool waitFor(Condition condition, std::chrono::milliseconds patience = 60s)
{
    QElapsedTimer timer;
    timer.start();
    // processEvents() with a time limit would spin, and take a core from who is measured.
    QTimer alarm;
    alarm.start(5ms);
    while (!condition()) {
        if (timer.durationElapsed() > patience)
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents);
    }
    return true;
}

bool isReady(const Models &models)
{
    return models.fleet.stops().size() == stopCount && models.fleet.parcels().size() == stopCount
        && models.fleet.forecasts().size() == driverCount && models.stops.rowCount() == stopCount
        && models.search.isUpToDate();
}

void benchSnapshot(Outside &outside, const QString &cache)
{
    const auto url = outside.backend().url();
    for (const auto *name : {"sync_snapshot_10000_stops", "sync_cache_10000_stops"}) {
        Models models;
        const auto began = threadMicroseconds();
        QElapsedTimer timer;
        timer.start();
        Connection connection(models.fleet, models.clock,
                              {.server = url, .cachePath = cache, .token = u"token-1"_s, .timings = {}});
        connection.start();
        if (!waitFor([&models] { return isReady(models); }))
            qFatal("the snapshot never came");
        report(QString::fromLatin1(name) + u"_gui_cpu"_s, (threadMicroseconds() - began) / 1e3, u"ms"_s, stopCount);
        report(QString::fromLatin1(name), static_cast<double>(timer.elapsed()), u"ms"_s, stopCount);
        report(QString::fromLatin1(name) + u"_longest_gui_block"_s,
               static_cast<double>(connection.longestApply().count()) / 1'000.0, u"ms"_s, stopCount);
    }
}

/// Frames as bytes, then parse, archive, decode and apply, here on one thread, in a console the last one on another.
void benchDelta(const QString &path)
{
    constexpr int rows = 60'000;
    constexpr int rowsInARun = 500;
    const auto documents = depotDocuments(driverCount, stopCount);
    auto opened = Archive::open(path);
    if (!opened)
        qFatal("no archive");
    auto &archive = opened->archive;
    const FeedId feed(u"depot-aguada"_s);
    Wire::Checksum checksum = 0;
    Models models;
    BatchBuilder builder;
    for (const auto &document : documents) {
        checksum ^= Wire::digestOf(document);
        builder.add(document);
    }
    (void)archive.beginSnapshot(feed, {.epoch = 1, .seq = documents.size()});
    (void)archive.addToSnapshot(documents);
    (void)archive.finishSnapshot(checksum);
    models.fleet.apply(builder.take(documents.size()));

    QList<QByteArray> frames;
    for (qint64 after = documents.size(); after < documents.size() + rows; after += rowsInARun) {
        Wire::ChangeRun run{.after = after, .to = after + rowsInARun, .changes = {}};
        for (qint64 seq = after + 1; seq <= run.to; ++seq) {
            auto change = documents.at(2 * stopCount + seq % stopCount); // a stop
            change.version = seq;
            change.body.replace(R"("attempts":0)", R"("attempts":)" + QByteArray::number(seq % 9));
            run.changes.append(change);
        }
        frames.append(Wire::toBytes(Wire::ServerFrame(Wire::ChangesFrame{.feed = feed, .run = run})));
    }

    std::array<double, 4> spent{}; // parse, archive, decode, apply
    QElapsedTimer timer;
    timer.start();
    for (const auto &frame : std::as_const(frames)) {
        std::array<double, 5> at{threadMicroseconds()};
        const auto parsed = Wire::serverFrameFromBytes(frame);
        at[1] = threadMicroseconds();
        const auto &run = std::get<Wire::ChangesFrame>(*parsed).run;
        if (!archive.apply(feed, run))
            qFatal("a run was refused");
        at[2] = threadMicroseconds();
        for (const auto &change : run.changes)
            builder.add(change);
        at[3] = threadMicroseconds();
        models.fleet.apply(builder.take(rowsInARun));
        at[4] = threadMicroseconds();
        for (std::size_t step = 0; step < spent.size(); ++step)
            spent[step] += at[step + 1] - at[step];
    }
    report(u"sync_delta_rows"_s, rows * 1e9 / static_cast<double>(timer.nsecsElapsed()), u"rows/s"_s, rows);
    const std::array names{u"parse"_s, u"archive"_s, u"decode"_s, u"apply"_s};
    for (std::size_t step = 0; step < spent.size(); ++step)
        report(u"sync_delta_%1_cpu"_s.arg(names[step]), spent[step] / rows, u"us/row"_s, rows);
    report(u"sync_delta_rows_one_thread_by_cpu"_s, rows * 1e6 / (spent[0] + spent[1] + spent[2] + spent[3]),
           u"rows/s"_s, rows);
    report(u"sync_delta_rows_by_cpu"_s, rows * 1e6 / std::max(spent[0] + spent[1] + spent[2], spent[3]), u"rows/s"_s,
           rows);
}

QList<Fix> someFixes(int first, int count)
{
    const auto now = QDateTime::currentDateTimeUtc();
    QList<Fix> fixes;
    for (int i = first; i < first + count; ++i) {
        auto fix = someFix();
        fix.driver = driverId(i);
        fix.clockSuspect = false;
        fix.fixedAt = fix.receivedAt = now;
        fixes.append(fix);
    }
    return fixes;
}

void benchFixes(Outside &outside)
{
    Models models;
    Connection connection(models.fleet, models.clock,
                          {.server = outside.backend().url(), .cachePath = {}, .token = u"token-1"_s, .timings = {}});
    connection.start();
    if (!waitFor([&] { return isReady(models) && connection.status().state == ConnectionStatus::State::Live; }))
        qFatal("not live");

    QList<qint64> latencies;
    QObject::connect(&models.fleet.trails(), &Trails::moved, &models.fleet, [&](const QList<DriverId> &drivers) {
        const auto now = QDateTime::currentMSecsSinceEpoch();
        for (const auto &driver : drivers)
            latencies.append(now - models.fleet.trails().last(driver)->fixedAt.toMSecsSinceEpoch());
    });
    // 500 drivers a second in 20 frames.
    constexpr int frames = 20;
    int tick = 0;
    QTimer *timer = nullptr;
    outside.run([&] {
        timer = new QTimer(&outside.context());
        timer->setTimerType(Qt::PreciseTimer);
        timer->setInterval(1'000 / frames);
        QObject::connect(timer, &QTimer::timeout, &outside.context(), [&] {
            outside.backend().sendFixes(someFixes(movingDrivers / frames * (tick++ % frames), movingDrivers / frames));
        });
        timer->start();
    });
    constexpr auto wanted = movingDrivers * fixSeconds;
    (void)waitFor([&] { return latencies.size() >= wanted; }, std::chrono::seconds(fixSeconds * 3));
    outside.run([&] { delete timer; });
    std::ranges::sort(latencies);
    if (latencies.isEmpty())
        qFatal("no fixes came");
    report(u"fix_to_model_p50"_s, static_cast<double>(latencies.at(latencies.size() / 2)), u"ms"_s, latencies.size());
    report(u"fix_to_model_p99"_s, static_cast<double>(latencies.at(latencies.size() * 99 / 100)), u"ms"_s,
           latencies.size());
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QTemporaryDir dir;
    Outside outside;
    benchSnapshot(outside, dir.filePath(u"cache.db"_s));
    benchDelta(dir.filePath(u"delta.db"_s));
    benchFixes(outside);
    return 0;
}
