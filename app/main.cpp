// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/allocator.h"
#include "app/console.h"
#include "app/messages.h"
#include "app/termination.h"

#include <QApplication>
#include <QTextStream>

#include <kdsingleapplication.h>

using namespace Qt::StringLiterals;
using namespace Doorstep;

namespace {

constexpr int unusable = 2;

int say(const QString &text, int code)
{
    QTextStream(code == 0 ? stdout : stderr) << text;
    return code;
}

} // namespace

int main(int argc, char *argv[])
{
    giveMemoryBackEarly();
    dropKnownNoise();
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(u"Doorstep"_s);
    QCoreApplication::setApplicationName(u"doorstep"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(DOORSTEP_VERSION));
    QGuiApplication::setDesktopFileName(u"org.doorstep.Console"_s);

    const auto options = parseOptions(QCoreApplication::arguments());
    if (!options)
        return say(u"doorstep: %1\n"_s.arg(options.error().detail), unusable);
    if (!options->text.isEmpty())
        return say(options->text, 0);

    const Termination termination;
    QObject::connect(&termination, &Termination::requested, &application, [] { QCoreApplication::exit(); });
    if (options->isDemo) {
        Console console(application, *options);
        console.start();
        return QApplication::exec();
    }

    // One console a person: a second start wakes the first, and gives it its link.
    KDSingleApplication single(u"org.doorstep.Console"_s);
    if (!single.isPrimaryInstance()) {
        const auto link =
            options->link.transform([](const Link &to) { return u"doorstep://%1/%2"_s.arg(to.kind, to.id); })
                .value_or(QString());
        return single.sendMessage(link.toUtf8()) ? 0 : say(u"doorstep: the running console does not answer\n"_s, 1);
    }
    Console console(application, *options);
    QObject::connect(&single, &KDSingleApplication::messageReceived, &console,
                     [&console](const QByteArray &message) { console.wake(linkOf(QString::fromUtf8(message))); });
    console.start();
    return QApplication::exec();
}
