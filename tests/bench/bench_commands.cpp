// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0

// How many commands a second the real doorstepd decides, each on disk with its audit before it is answered: from one
// console, from eight, and 200 that were made offline sent in one go. Beside this load generator on the same machine.
#include "models/domain/uuid.h"
#include "models/wire/commandwire.h"
#include "tests/support/backendprocess.h"
#include "tests/support/httpconnection.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTextStream>
#include <QTimer>

#include <cmath>
#include <memory>
#include <vector>

using namespace Doorstep;
using namespace Qt::StringLiterals;

namespace {

constexpr int deviceCount = 8;
constexpr int alone = 1'000;
constexpr int together = 4'000;
constexpr int offline = 200;
constexpr int mostInARequest = 100;

/// A depot with one stop for each device; their ids.
QList<StopId> makeStops(const QUrl &server, const QByteArray &token)
{
    const QByteArray plan = R"({"depots":[{"id":"bench","name":"Bench","address":{"text":"x"},"where":[-56.1,-34.9],
        "time_zone":"America/Montevideo"}]})";
    QJsonArray orders;
    for (int i = 0; i < deviceCount + 1; ++i) {
        orders.append(QJsonObject{{u"depot"_s, u"bench"_s},
                                  {u"reference"_s, u"r%1"_s.arg(i)},
                                  {u"shop"_s, u"s"_s},
                                  {u"customer"_s, u"C"_s},
                                  {u"address"_s, QJsonObject{{u"text"_s, u"x"_s}}},
                                  {u"where"_s, QJsonArray{-56.1, -34.9}},
                                  {u"parcels"_s, QJsonArray{QJsonObject{{u"weight_kg"_s, 1.0}}}}});
    }
    const auto body = QJsonDocument(QJsonObject{{u"orders"_s, orders}}).toJson();
    QList<StopId> stops;
    if (Test::ask(server, Test::request("PUT", "/v1/plan", "application/json", plan, token)).isEmpty())
        return stops;
    const auto answer = Test::ask(
        server, Test::request("POST", "/v1/orders", "application/json\r\nIdempotency-Key: \"bench\"", body, token));
    for (const auto &order : QJsonDocument::fromJson(answer)["orders"_L1].toArray())
        stops.append(StopId(order["stop"_L1].toString()));
    return stops;
}

/// A console: it holds its stop and lets it go.
struct Console
{
    DeviceId device;
    StopId stop;
    QByteArray token;
    qint64 sequence = 0;

    [[nodiscard]] QByteArray request(int count)
    {
        const auto now = QDateTime::currentDateTimeUtc();
        QList<Command> commands;
        for (int i = 0; i < count; ++i) {
            ++sequence;
            commands.append({.id = CommandId(newUuid(now)),
                             .sequence = sequence,
                             .feed = FeedId(u"depot-bench"_s),
                             .verb = HoldStop{.stop = stop, .held = sequence % 2 == 1},
                             .at = now});
        }
        return Test::request("POST", "/v1/commands", "application/json", Wire::requestBytes(device, commands), token);
    }
};

struct Figures
{
    double seconds = -1.0;
    int applied = 0;
    std::vector<double> milliseconds;
};

/// Each of \a consoles sends \a requests of \a inEach commands, one after the other.
Figures run(const QUrl &server, std::vector<Console> &consoles, int requests, int inEach)
{
    Figures figures;
    QEventLoop loop;
    int done = 0;
    const int total = requests * static_cast<int>(consoles.size());
    std::vector<QElapsedTimer> timers(consoles.size());
    std::vector<int> asked(consoles.size(), 0);
    std::vector<std::unique_ptr<Test::HttpConnection>> connections;
    connections.reserve(consoles.size());
    for (std::size_t i = 0; i < consoles.size(); ++i) {
        connections.push_back(std::make_unique<Test::HttpConnection>(
            server,
            [&, i] {
                if (asked[i]++ == requests)
                    return QByteArray();
                const auto text = consoles[i].request(inEach);
                timers[i].start();
                return text;
            },
            [&, i](int, const QByteArray &body) {
                figures.milliseconds.push_back(static_cast<double>(timers[i].nsecsElapsed()) / 1e6);
                figures.applied += static_cast<int>(body.count("\"applied\""));
                if (++done == total)
                    loop.quit();
            }));
    }
    QElapsedTimer timer;
    timer.start();
    for (const auto &connection : connections)
        connection->sendNext();
    QTimer::singleShot(60'000, &loop, &QEventLoop::quit);
    loop.exec();
    if (done == total)
        figures.seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    std::ranges::sort(figures.milliseconds);
    return figures;
}

double quantile(const Figures &figures, double q)
{
    if (figures.milliseconds.empty())
        return -1.0;
    return figures.milliseconds.at(
        static_cast<std::size_t>(std::ceil(q * static_cast<double>(figures.milliseconds.size() - 1))));
}

int report(const char *name, const Figures &figures, int count)
{
    QTextStream(stdout) << "bench name=" << name << " value=" << qRound(count / figures.seconds)
                        << " unit=commands/s n=" << count << " applied=" << figures.applied
                        << " seconds=" << figures.seconds << " p50_ms=" << quantile(figures, 0.5)
                        << " p99_ms=" << quantile(figures, 0.99) << Qt::endl;
    return figures.applied == count && figures.seconds > 0.0 ? 0 : 1;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    Test::BackendProcess backend(QStringLiteral(DOORSTEP_PROGRAMS));
    if (!backend.start()) {
        QTextStream(stderr) << "bench_commands: " << backend.problem() << '\n';
        return 1;
    }
    const auto token = Test::tokenOf(backend.url(), Test::BackendProcess::user, Test::BackendProcess::password);
    const auto stops = makeStops(backend.url(), token);
    if (stops.size() != deviceCount + 1) {
        QTextStream(stderr) << "bench_commands: the stops could not be made\n";
        return 1;
    }
    std::vector<Console> consoles;
    consoles.reserve(deviceCount);
    for (int i = 0; i < deviceCount; ++i)
        consoles.push_back({.device = DeviceId(u"desk-%1"_s.arg(i)), .stop = stops.at(i), .token = token});
    std::vector<Console> first{consoles.front()};
    int bad = report("commands_one_device", run(backend.url(), first, alone, 1), alone);
    consoles.front() = first.front();
    bad += report("commands_eight_devices", run(backend.url(), consoles, together / deviceCount, 1), together);
    std::vector<Console> back{{.device = DeviceId(u"desk-back"_s), .stop = stops.last(), .token = token}};
    bad +=
        report("commands_after_offline", run(backend.url(), back, offline / mostInARequest, mostInARequest), offline);
    return bad;
}
