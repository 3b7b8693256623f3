// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "simulator/commandline.h"

#include <QCoreApplication>
#include <QTextStream>
#include <QTimer>

#include <csignal>
#include <cstdio>
#include <thread>
#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Doorstep;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int unusable = 2;

volatile std::sig_atomic_t stopRequested =
    0; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables): all a signal may touch

void say(const QString &line)
{
    QTextStream(stderr) << "doorstep-simulator: " << line << Qt::endl;
}

/// From the environment, or the first line of standard input.
QString password()
{
    if (qEnvironmentVariableIsSet("DOORSTEP_PASSWORD"))
        return qEnvironmentVariable("DOORSTEP_PASSWORD");
#ifdef Q_OS_UNIX
    if (isatty(STDIN_FILENO) != 0)
        say(u"password:"_s);
#endif
    return QTextStream(stdin).readLine();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"doorstep-simulator"_s);
    auto line = Simulation::parseCommandLine(QCoreApplication::arguments(), QDate::currentDate());
    if (!line) {
        say(line.error().detail);
        return unusable;
    }
    if (!line->text.isEmpty()) {
        QTextStream(stdout) << line->text;
        return 0;
    }
    line->options.password = password();

    std::signal(SIGINT, [](int) { stopRequested = 1; });
    std::signal(SIGTERM, [](int) { stopRequested = 1; });
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, &app, [] {
        if (stopRequested != 0)
            QCoreApplication::exit(0);
    });
    watch.start(100ms);

    if (line->endsWithInput)
        std::thread([] {
            while (std::getchar() != EOF) { }
            stopRequested = 1;
        }).detach();

    const Simulation::Simulation simulation(line->options);
    QObject::connect(&simulation, &Simulation::Simulation::progressed, &app, &say);
    if (line->log)
        QObject::connect(&simulation, &Simulation::Simulation::happened, &app, &say);
    QObject::connect(&simulation, &Simulation::Simulation::failed, &app, [](const QString &sentence) {
        say(sentence);
        QCoreApplication::exit(unusable);
    });
    QObject::connect(&simulation, &Simulation::Simulation::finished, &app, [](qsizetype sent, qsizetype refused) {
        say(u"the day is over: %1 reports sent, %2 refused"_s.arg(sent).arg(refused));
        QCoreApplication::exit(0);
    });
    QTimer::singleShot(0, &simulation, &Simulation::Simulation::begin);
    return QCoreApplication::exec();
}
