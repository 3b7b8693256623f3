// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0

// How many fixes a second the real doorstepd takes from phones, each on disk before its 200, beside this load generator
// on the same machine: one by one as Traccar Client posts them, and in arrays.
#include "tests/support/backendprocess.h"
#include "tests/support/httpconnection.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>
#include <QTimer>

#include <memory>
#include <vector>

using namespace Doorstep;
using namespace Qt::StringLiterals;

namespace {

constexpr int phoneCount = 500;
constexpr int singleFixes = 40'000;
constexpr int batches = 200;
constexpr int fixesInABatch = 1'000;

bool makeDrivers(const QUrl &server)
{
    const auto token = Test::tokenOf(server, Test::BackendProcess::user, Test::BackendProcess::password);
    QJsonArray drivers;
    for (int i = 0; i < phoneCount; ++i)
        drivers += QJsonObject{{u"id"_s, u"d%1"_s.arg(i)},
                               {u"depot"_s, u"bench"_s},
                               {u"name"_s, u"Driver %1"_s.arg(i)},
                               {u"device_id"_s, u"load-%1"_s.arg(i)}};
    const QJsonObject depot{{u"id"_s, u"bench"_s},
                            {u"name"_s, u"Bench"_s},
                            {u"address"_s, QJsonObject{{u"text"_s, u"x"_s}}},
                            {u"where"_s, QJsonArray{-56.196, -34.889}},
                            {u"time_zone"_s, u"America/Montevideo"_s}};
    const QJsonObject plan{{u"depots"_s, QJsonArray{depot}}, {u"drivers"_s, drivers}};
    return !Test::ask(server, Test::request("PUT", "/v1/plan", "application/json", QJsonDocument(plan).toJson(), token))
                .isEmpty();
}

/// Runs \a next over \a connectionCount connections until \a total are answered; the seconds it took, or -1 after a
/// minute.
double run(const QUrl &server, int connectionCount, int total, const Test::HttpConnection::Next &next,
           const Test::HttpConnection::Answered &answered)
{
    QEventLoop loop;
    int asked = 0;
    int done = 0;
    std::vector<std::unique_ptr<Test::HttpConnection>> connections;
    for (int i = 0; i < connectionCount; ++i)
        connections.push_back(std::make_unique<Test::HttpConnection>(
            server, [&] { return asked++ < total ? next() : QByteArray(); },
            [&](int status, const QByteArray &body) {
                answered(status, body);
                if (++done == total)
                    loop.quit();
            }));
    QElapsedTimer timer;
    timer.start();
    for (const auto &connection : connections)
        connection->sendNext();
    QTimer::singleShot(60'000, &loop, &QEventLoop::quit);
    loop.exec();
    return done == total ? static_cast<double>(timer.nsecsElapsed()) / 1e9 : -1.0;
}

int report(const char *name, int count, int good, double seconds, const char *unit)
{
    QTextStream(stdout) << "bench name=" << name << " value=" << qRound(good / seconds) << " unit=" << unit
                        << " n=" << count << " good=" << good << " seconds=" << seconds << Qt::endl;
    return good == count && seconds > 0.0 ? 0 : 1;
}

int benchSingle(const QUrl &server, qint64 from)
{
    int number = 0;
    int good = 0;
    const auto next = [&] {
        const int i = number++;
        return Test::request("POST", "/", "application/x-www-form-urlencoded",
                             "id=load-" + QByteArray::number(i % phoneCount)
                                 + "&timestamp=" + QByteArray::number(from + i / phoneCount)
                                 + "&lat=-34.9011&lon=" + QByteArray::number(-56.16 - i * 1e-6, 'f', 6)
                                 + "&accuracy=7.5&altitude=43&speed=10.00&bearing=271&batt=64&charge=false");
    };
    const double seconds =
        run(server, 64, singleFixes, next, [&good](int status, const QByteArray &) { good += status == 200 ? 1 : 0; });
    return report("ingest_single", singleFixes, good, seconds, "requests/s");
}

int benchBatch(const QUrl &server, qint64 from)
{
    std::vector<QByteArray> ready; // made before: the server is measured, not this
    for (int b = 0; b < batches; ++b) {
        QByteArray body = "[";
        for (int i = 0; i < fixesInABatch; ++i) {
            const int n = b * fixesInABatch + i;
            body += (i == 0 ? "" : ",")
                + QByteArray(
                        R"({"_type":"location","acc":5,"batt":67,"cog":271,"lat":-34.9,"lon":-56.1,"tid":"LO","tst":)")
                + QByteArray::number(from + n / phoneCount) + R"(,"vel":36,"topic":"owntracks/load-)"
                + QByteArray::number(n % phoneCount) + R"(/phone"})";
        }
        ready.push_back(Test::request("POST", "/fixes/owntracks", "application/json", body + ']'));
    }
    std::size_t number = 0;
    int stored = 0;
    const double seconds = run(
        server, 4, batches, [&] { return ready.at(number++); },
        [&stored](int, const QByteArray &body) { stored += QJsonDocument::fromJson(body)["stored"_L1].toInt(); });
    return report("ingest_batch", batches * fixesInABatch, stored, seconds, "fixes/s");
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    Test::BackendProcess backend(QStringLiteral(DOORSTEP_PROGRAMS));
    if (!backend.start() || !makeDrivers(backend.url())) {
        QTextStream(stderr) << "bench_fixload: " << backend.problem() << '\n';
        return 1;
    }
    const auto hour = 3600;
    const auto now = QDateTime::currentSecsSinceEpoch();
    const int single = benchSingle(backend.url(), now - 2 * hour);
    return single + benchBatch(backend.url(), now - hour);
}
