// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
// Fifty consoles on one doorstepd, each the whole sync engine, store, outbox and desk in a process of its own, without
// windows: what they and the backend keep in memory, how long a change takes until all of them show it, and how much
// is decided when all of them decide at once. All on this one machine.
//
//     bench_manyconsoles [CONSOLES [STOPS]]
#include "models/domain/uuid.h"
#include "models/wire/commandwire.h"
#include "tests/bench/manyconsoles/deskprocess.h"
#include "tests/support/backendprocess.h"
#include "tests/support/httpconnection.h"
#include "tests/support/processmemory.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int routeCount = 100;
constexpr int changeCount = 100;
constexpr int startedAtOnce = 4;
constexpr auto deciding = 20s;

double percentile(QList<double> values, double share)
{
    if (values.isEmpty())
        return -1.0;
    std::ranges::sort(values);
    return values.at(std::min(values.size() - 1, static_cast<qsizetype>(share * static_cast<double>(values.size()))));
}

void report(const char *name, double value, const char *unit, qsizetype n, const QString &more)
{
    QTextStream(stdout) << "bench name=" << name << " value=" << QString::number(value, 'f', 1) << " unit=" << unit
                        << " n=" << n << ' ' << more << Qt::endl;
}

bool waitUntil(const std::function<bool()> &isSo, std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    while (!isSo()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
    }
    return true;
}

using Desks = std::vector<std::unique_ptr<DeskProcess>>;

bool start(Desks &desks, const QUrl &server, const QTemporaryDir &place, int count, int stops)
{
    for (int number = 0; number < count; ++number) {
        desks.push_back(std::make_unique<DeskProcess>(DeskProcess::Options{
            .server = server, .directory = place.filePath(QString::number(number)), .stops = stops}));
        const auto loading = [&] {
            return std::ranges::count_if(desks, [](const auto &desk) { return !desk->isReady(); });
        };
        if (!waitUntil([&] { return loading() < (number + 1 == count ? 1 : startedAtOnce); }, 120s))
            return false;
    }
    return true;
}

void weigh(const Desks &desks, const BackendProcess &backend, double backendAlone, int stops)
{
    QList<double> resident;
    QList<double> own;
    for (const auto &desk : desks) {
        const auto memory = memoryOf(desk->processId());
        resident.append(memory.resident);
        own.append(memory.own);
    }
    const auto now = memoryOf(backend.processId()).resident;
    report("consoles_backend_memory", now, "MB", std::ssize(desks),
           u"stops=%1 without_consoles=%2 per_console=%3"_s.arg(stops)
               .arg(backendAlone, 0, 'f', 1)
               .arg((now - backendAlone) / static_cast<double>(desks.size()), 0, 'f', 2));
    report("console_engine_memory", percentile(resident, 0.5), "MB", std::ssize(desks),
           u"stops=%1 max=%2 own_p50=%3 own_max=%4"_s.arg(stops)
               .arg(percentile(resident, 1.0), 0, 'f', 1)
               .arg(percentile(own, 0.5), 0, 'f', 1)
               .arg(percentile(own, 1.0), 0, 'f', 1));
}

/// One note after the other, each when all have seen the one before.
bool fanOut(const Desks &desks, const QUrl &server, const QByteArray &token, const StopId &stop)
{
    QList<double> each;
    QList<double> last;
    const DeviceId device(u"fan-out"_s);
    for (int n = 1; n <= changeCount; ++n) {
        const auto now = QDateTime::currentDateTimeUtc();
        const Command command{.id = CommandId(newUuid(now)),
                              .sequence = n,
                              .feed = DeskProcess::feed(),
                              .verb = AddNote{.note = DeskProcess::note(n),
                                              .depot = DepotId(u"aguada"_s),
                                              .about = Subject::of(stop),
                                              .text = u"fan-out"_s},
                              .at = now};
        const auto text =
            request("POST", "/v1/commands", "application/json", Wire::requestBytes(device, {command}), token);
        const auto begun = DeskProcess::steadyNanoseconds();
        if (!ask(server, text).contains("\"applied\""))
            return false;
        if (!waitUntil([&] { return std::ranges::all_of(desks, [n](const auto &d) { return d->seen().size() >= n; }); },
                       20s))
            return false;
        double slowest = 0.0;
        for (const auto &desk : desks) {
            each.append(static_cast<double>(desk->seen().at(n - 1) - begun) / 1e6);
            slowest = std::max(slowest, each.last());
        }
        last.append(slowest);
    }
    report("fan_out_to_each", percentile(each, 0.5), "ms", each.size(),
           u"consoles=%1 p99=%2 max=%3"_s.arg(desks.size())
               .arg(percentile(each, 0.99), 0, 'f', 1)
               .arg(percentile(each, 1.0), 0, 'f', 1));
    report("fan_out_to_all", percentile(last, 0.5), "ms", last.size(),
           u"consoles=%1 p99=%2"_s.arg(desks.size()).arg(percentile(last, 0.99), 0, 'f', 1));
    return true;
}

bool decide(const Desks &desks)
{
    for (const auto &desk : desks)
        desk->decide(deciding);
    if (!waitUntil([&] { return std::ranges::all_of(desks, [](const auto &d) { return d->hasDecided(); }); },
                   deciding + 60s))
        return false;
    QList<double> all;
    double least = 1e9;
    for (const auto &desk : desks) {
        all.append(desk->confirmed());
        least = std::min(least, static_cast<double>(desk->confirmed().size()));
    }
    const auto seconds = std::chrono::duration<double>(deciding).count();
    report("commands_all_deciding", static_cast<double>(all.size()) / seconds, "commands/s", all.size(),
           u"consoles=%1 seconds=%2 p50_ms=%3 p99_ms=%4 least_of_a_console=%5"_s.arg(desks.size())
               .arg(seconds)
               .arg(percentile(all, 0.5), 0, 'f', 1)
               .arg(percentile(all, 0.99), 0, 'f', 1)
               .arg(least));
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto words = QCoreApplication::arguments();
    if (words.value(1) == "--console"_L1)
        return DeskProcess::run(words.sliced(2));
    const int count = words.value(1, u"50"_s).toInt();
    const int stops = words.value(2, u"10000"_s).toInt();
    BackendProcess backend(QStringLiteral(DOORSTEP_PROGRAMS));
    if (!backend.start())
        qFatal("%s", qPrintable(backend.problem()));
    const auto ids = fillTown(backend.url(), routeCount, stops);
    if (ids.size() != stops)
        qFatal("the day cannot be made");
    const auto token = tokenOf(backend.url(), BackendProcess::user, BackendProcess::password);
    const auto alone = memoryOf(backend.processId()).resident;
    const QTemporaryDir place;
    Desks desks;
    if (!start(desks, backend.url(), place, count, stops))
        qFatal("the consoles do not begin");
    weigh(desks, backend, alone, stops);
    if (!fanOut(desks, backend.url(), token, ids.first()))
        qFatal("a change did not come to all");
    if (!decide(desks))
        qFatal("not all have decided");
    weigh(desks, backend, alone, stops);
    return 0;
}
