// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/termination.h"

#include <QSocketNotifier>

#ifdef Q_OS_UNIX
#include <array>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#include <utility>
#endif

namespace Doorstep {

#ifdef Q_OS_UNIX

namespace {

constexpr std::array endings{SIGTERM, SIGINT, SIGHUP};
std::array<int, 2> ends{-1, -1}; // of a pipe: what may be done in a signal handler is to write to it

void tell(int /*signal*/)
{
    const char mark = 1;
    [[maybe_unused]] const auto written = write(ends[1], &mark, 1); // full: somebody was told already
}

void handle(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
    sigemptyset(&action.sa_mask);
    for (const int ending : endings)
        sigaction(ending, &action, nullptr);
}

} // namespace

Termination::Termination(QObject *parent)
    : QObject(parent)
{
    Q_ASSERT(ends[0] == -1);
    if (pipe(ends.data()) != 0) {
        qWarning("signals: there is no pipe; the program ends without saving its settings when it is told to");
        return;
    }
    for (const int end : ends) {
        fcntl(end, F_SETFD, FD_CLOEXEC);
        fcntl(end, F_SETFL, O_NONBLOCK);
    }
    auto *notifier = new QSocketNotifier(ends[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
        notifier->setEnabled(false);
        Q_EMIT requested();
    });
    handle(tell);
}

Termination::~Termination()
{
    if (ends[0] == -1)
        return;
    handle(SIG_DFL);
    for (int &end : ends)
        close(std::exchange(end, -1));
}

#else

Termination::Termination(QObject *parent)
    : QObject(parent)
{
}

Termination::~Termination() = default;

#endif

} // namespace Doorstep

#include "moc_termination.cpp"
