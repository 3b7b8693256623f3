// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/server.h"

#include "backend/daemon/backend.h"
#include "backend/daemon/exitcode.h"
#include "backend/daemon/listenaddress.h"
#include "backend/http/problem.h"
#include "backend/http/requestlog.h"
#include "backend/live/livesocket.h"
#include "models/wire/userwire.h"

#include <QTemporaryDir>
#include <QTextStream>

#include <array>
#include <csignal>
#include <cstdio>
#include <drogon/drogon.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr std::size_t largestBody =
    9UL * 1024 * 1024; // over it Drogon hangs up; each call has a limit of its own below it
constexpr std::size_t largestFrame = 64UL * 1024;
constexpr std::size_t mostConnections = 10'000;
constexpr std::size_t idleSeconds = 60;
constexpr std::chrono::seconds goodbyeTime{1};

int giveUp(const Error &error)
{
    return complain(error, exitBadInput);
}

/// Drogon's own log, as one of our lines. Its standard output would mix with the line that says we listen.
void routeLibraryLog()
{
    trantor::Logger::setLogLevel(trantor::Logger::kWarn);
    trantor::Logger::setOutputFunction(
        [](const char *text, std::uint64_t length) {
            Http::logLine(u"warning"_s, u"library"_s,
                          {{u"text"_s, QString::fromUtf8(text, static_cast<qsizetype>(length)).trimmed()}});
        },
        [] {});
}

void setLimits(const ServeOptions &options, const DataDirectory &data)
{
    drogon::app()
        .setThreadNum(std::clamp(std::thread::hardware_concurrency(), 2U, 8U))
        .setClientMaxBodySize(largestBody)
        .setClientMaxMemoryBodySize(largestBody) // never to a file
        .setClientMaxWebSocketMessageSize(largestFrame)
        .setMaxConnectionNum(mostConnections)
        .setMaxConnectionNumPerIP(static_cast<std::size_t>(options.connectionsPerAddress))
        .setIdleConnectionTimeout(idleSeconds)
        .setPipeliningRequestsNumber(1'000)
        .setUploadPath(data.temporaryDirectory().toStdString())
        .enableServerHeader(false)
        .enableBrotli(false)
        .disableSession()
        .disableSigtermHandling();
}

/// A thread of its own, where anything may be called, that waits for a signal.
class SignalWaiter
{
public:
    /// Call it before there are other threads: they inherit that the signals are blocked.
    SignalWaiter()
    {
        sigemptyset(&m_signals);
        for (const int signal : {SIGTERM, SIGINT})
            sigaddset(&m_signals, signal);
        pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
    }
    ~SignalWaiter()
    {
        if (!m_thread.joinable())
            return;
        // When the server stopped by itself. It ends nothing: the thread waits for it.
        pthread_kill(m_thread.native_handle(), SIGTERM); // NOLINT(bugprone-bad-signal-to-kill-thread)
        m_thread.join();
    }
    Q_DISABLE_COPY_MOVE(SignalWaiter)

    void start(std::function<void()> first, std::function<void()> onSignal)
    {
        m_thread = std::thread([this, first = std::move(first), onSignal = std::move(onSignal)] {
            first();
            int signal = 0;
            sigwait(&m_signals, &signal);
            onSignal();
        });
    }

private:
    sigset_t m_signals{};
    std::thread m_thread;
};

/// Waits for the end of standard input on a thread of its own, then stops as a signal does. The thread may be left
/// behind in its read when the server stops first.
void stopWithInput()
{
    std::thread([] {
        std::array<char, 256> ignored{};
        while (read(STDIN_FILENO, ignored.data(), ignored.size()) > 0) { }
        kill(getpid(), SIGTERM);
    }).detach();
}

void announce(const ListenAddress &address, Backend &backend, const ServeOptions &options)
{
    backend.setReady(true);
    QTextStream(stdout) << "listening on " << address.url() << '\n' << Qt::flush;
    Http::logLine(u"info"_s, u"started"_s, {{u"url"_s, address.url()}});
    if (!backend.access().hasUsers()) {
        QTextStream(stderr) << "Nobody can sign in yet. Make the first account, in another terminal:\n"
                               "  doorstepd user add NAME --role admin,dispatcher --data "
                            << options.dataDirectory << '\n';
    }
}

} // namespace

int runServer(const ServeOptions &options)
{
    SignalWaiter signalWaiter;
    routeLibraryLog();
    const auto wanted = parseListenAddress(options.listen);
    if (!wanted)
        return giveUp(wanted.error());
    const auto backend = Backend::open(options);
    if (!backend)
        return giveUp(backend.error());
    const auto address = claimAddress(*wanted);
    if (!address)
        return giveUp(address.error());

    auto &app = drogon::app();
    setLimits(options, (*backend)->data());
    app.addListener(address->host.toStdString(), address->port);
    Http::Router router((*backend)->access());
    (*backend)->addRoutes(router);
    router.attach();
    LiveDoor::nameProtocol();
    app.registerFilter(std::make_shared<LiveDoor>((*backend)->access()));
    app.registerController(std::make_shared<LiveSocket>((*backend)->live(), (*backend)->access()));
    app.registerBeginningAdvice([&] {
        signalWaiter.start(
            [&] {
                waitUntilAccepting(*address);
                announce(*address, **backend, options);
            },
            [&backend] {
                (*backend)->setReady(false);
                (*backend)->live().sayBye(goodbyeTime);
                drogon::app().quit();
            });
        if (options.endsWithInput)
            stopWithInput();
    });
    app.run();
    Http::logLine(u"info"_s, u"stopped"_s);
    return 0;
}

int printRoutes()
{
    const QTemporaryDir directory;
    const auto backend = Backend::open({.dataDirectory = directory.path()});
    if (!backend)
        return giveUp(backend.error());
    Http::Router router((*backend)->access());
    (*backend)->addRoutes(router);
    QTextStream out(stdout);
    for (const auto &route : router.routes()) {
        QStringList roles;
        for (const auto role : route.roles)
            roles += Wire::roleWord(role);
        constexpr std::array doors{"open", "region", "signed_in"};
        out << Http::wordOf(route.method) << ' ' << route.path << ' ' << doors.at(static_cast<std::size_t>(route.door))
            << ' ' << roles.join(u',') << '\n';
    }
    return 0;
}

} // namespace Doorstep
