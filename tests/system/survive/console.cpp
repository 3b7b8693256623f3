// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
// survive-console URL DIRECTORY USER PASSWORD: a console that decides without end and says on a line of its own what it
// has shown as saved. Made to be killed.
#include "tests/system/survive/station.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QTimer>

#include <cstdio>
#include <print>

using namespace Doorstep;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(u"doorstep.*=false"_s);
    const auto words = QCoreApplication::arguments();
    if (words.size() != 5)
        return 2;
    Test::Ledger ledger;
    Test::Station station(
        {.server = QUrl(words.at(1)), .directory = words.at(2), .user = words.at(3), .password = words.at(4)}, ledger);
    QObject::connect(&station.uplink, &Uplink::kept, &station, [](const QList<CommandId> &commands) {
        for (const auto &command : commands)
            std::println("saved {}", command.toString().toStdString());
        std::fflush(stdout);
    });
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &station, [&station] {
        if (station.desk.person() && !station.fleet.stops().isEmpty())
            station.addNote(station.fleet.stops().at(0).id);
    });
    timer.start(2ms);
    return QCoreApplication::exec();
}
