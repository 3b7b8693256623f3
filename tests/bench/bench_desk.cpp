// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
// How long a decision takes at a desk, with the real doorstepd on this machine: until its result is shown, until the
// backend has said yes, until 200 that were made offline are through, and until a console that was away for eight busy
// hours shows what happened.
#include "models/desk/decisions.h"
#include "tests/support/backendprocess.h"
#include "tests/support/workingconsole.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTextStream>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int routeCount = 20;
constexpr int stopCount = 1'000;
constexpr int clicks = 100;
constexpr int madeOffline = 200;
constexpr int ordersAway = 3'000; // three changes each: what 20 drivers with 1,000 stops write in eight hours

void report(const QString &name, double value, qsizetype n)
{
    QTextStream(stdout) << "bench name=" << name << " value=" << QString::number(value, 'f', 1) << " unit=ms n=" << n
                        << '\n';
}

bool waitUntil(const std::function<bool()> &condition, std::chrono::seconds limit = 60s)
{
    for (QElapsedTimer timer; !condition();) {
        if (!timer.isValid())
            timer.start();
        if (timer.durationElapsed() > limit)
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 5);
    }
    return true;
}

double percentile(QList<double> values, double share)
{
    std::ranges::sort(values);
    return values.at(std::min(values.size() - 1, static_cast<qsizetype>(share * static_cast<double>(values.size()))));
}

bool decide(WorkingConsole &console, const QList<StopId> &stops)
{
    QList<double> shown;
    QList<double> confirmed;
    QElapsedTimer timer;
    QObject::connect(&console.desk, &Desk::performed, &console.desk,
                     [&] { shown.append(static_cast<double>(timer.nsecsElapsed()) / 1e6); });
    QObject::connect(&console.uplink, &Uplink::answered, &console.desk,
                     [&] { confirmed.append(static_cast<double>(timer.nsecsElapsed()) / 1e6); });
    for (int i = 0; i < clicks; ++i) {
        const RouteId to(u"route-%1"_s.arg((i + 7) % routeCount));
        timer.start();
        if (!console.desk.perform(u"Moved"_s, Decisions::assign(console.desk.scene(), {stops.at(i)}, to, 3))
            || !waitUntil([&] { return confirmed.size() == i + 1; }) || !waitUntil([&] { return console.isReady(); }))
            return false;
    }
    report(u"click_to_predicted_p50"_s, percentile(shown, 0.5), shown.size());
    report(u"click_to_predicted_p99"_s, percentile(shown, 0.99), shown.size());
    report(u"click_to_confirmed_p50"_s, percentile(confirmed, 0.5), confirmed.size());
    report(u"click_to_confirmed_p99"_s, percentile(confirmed, 0.99), confirmed.size());
    QObject::disconnect(&console.desk, nullptr, &console.desk, nullptr);
    QObject::disconnect(&console.uplink, &Uplink::answered, &console.desk, nullptr);
    return true;
}

bool drain(const QUrl &server, const QString &directory, const QList<StopId> &stops)
{
    WorkingConsole console(server, directory);
    console.signIn(QString::fromLatin1(BackendProcess::user), QString::fromLatin1(BackendProcess::password));
    if (!waitUntil([&] { return console.isReady() && console.fleet.stops().size() >= stopCount; }))
        return false;
    console.uplink.setPerson(console.connection.user(), {}); // without a token nothing leaves
    int kept = 0;
    QObject::connect(&console.uplink, &Uplink::kept, &console.uplink, [&kept] { ++kept; });
    for (int i = 0; i < madeOffline; ++i) {
        if (!console.desk.perform(u"Pinned"_s, Decisions::pin(stops.at(300 + i), true)))
            return false;
    }
    if (!waitUntil([&] { return kept == madeOffline; }))
        return false;
    QElapsedTimer timer;
    timer.start();
    console.uplink.setPerson(console.connection.user(), console.connection.token());
    if (!waitUntil([&] { return console.isReady(); }))
        return false;
    report(u"drain_made_offline"_s, static_cast<double>(timer.nsecsElapsed()) / 1e6, madeOffline);
    return console.setbacks.all().isEmpty();
}

bool catchUp(const QUrl &server, const QString &directory)
{
    const auto user = QString::fromLatin1(BackendProcess::user);
    const auto password = QString::fromLatin1(BackendProcess::password);
    qsizetype before = 0;
    {
        WorkingConsole console(server, directory);
        console.signIn(user, password);
        if (!waitUntil([&] { return console.isReady() && console.fleet.stops().size() >= stopCount; }))
            return false;
        before = console.fleet.stops().size();
    }
    if (addOrders(server, 10'000, ordersAway).size() != ordersAway)
        return false;
    WorkingConsole console(server, directory);
    QElapsedTimer timer;
    timer.start();
    console.signIn(user, password);
    if (!waitUntil([&] { return console.isReady() && console.fleet.stops().size() == before + ordersAway; }))
        return false;
    report(u"catch_up_after_8_hours"_s, static_cast<double>(timer.nsecsElapsed()) / 1e6, qsizetype{3} * ordersAway);
    return true;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    BackendProcess backend(QStringLiteral(DOORSTEP_PROGRAMS));
    if (!backend.start())
        qFatal("%s", qPrintable(backend.problem()));
    const auto stops = fillTown(backend.url(), routeCount, stopCount);
    const QTemporaryDir first;
    const QTemporaryDir second;
    const QTemporaryDir third;
    bool isFine = stops.size() == stopCount;
    {
        WorkingConsole console(backend.url(), first.path());
        console.signIn(QString::fromLatin1(BackendProcess::user), QString::fromLatin1(BackendProcess::password));
        isFine = isFine && waitUntil([&] { return console.isReady() && console.fleet.routes().size() == routeCount; })
            && decide(console, stops);
    }
    isFine = isFine && drain(backend.url(), second.path(), stops);
    isFine = isFine && catchUp(backend.url(), third.path());
    return isFine ? 0 : 1;
}
