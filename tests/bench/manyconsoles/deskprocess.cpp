// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/manyconsoles/deskprocess.h"

#include "models/desk/decisions.h"
#include "tests/support/backendprocess.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSocketNotifier>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep::Test {
namespace {

void say(const QByteArray &line)
{
    std::printf("%s\n", line.constData());
    std::fflush(stdout);
}

/// The console's side of the talk.
class TalkingDesk : public QObject
{
public:
    TalkingDesk(const QUrl &server, const QString &directory, int stops)
        : m_console(server, directory)
        , m_stops(stops)
        , m_number(QFileInfo(directory).fileName().toInt())
        , m_wishes(0, QSocketNotifier::Read)
    {
        (void)m_input.open(0, QIODevice::ReadOnly | QIODevice::Unbuffered);
        connect(&m_wishes, &QSocketNotifier::activated, this, &TalkingDesk::listen);
        connect(&m_console.fleet, &Fleet::applied, this, &TalkingDesk::look);
        connect(&m_console.connection, &Connection::statusChanged, this, &TalkingDesk::look);
        connect(&m_console.uplink, &Uplink::answered, this, &TalkingDesk::takeAnswer);
        m_console.signIn(QString::fromLatin1(BackendProcess::user), QString::fromLatin1(BackendProcess::password));
    }

private:
    void look()
    {
        if (!m_isReady && m_console.isReady() && m_console.fleet.stops().size() >= m_stops) {
            m_isReady = true;
            say("ready");
        }
        while (m_console.fleet.notes().find(DeskProcess::note(m_seen + 1)) != nullptr) {
            ++m_seen;
            say("saw " + QByteArray::number(DeskProcess::steadyNanoseconds()));
        }
    }
    void listen()
    {
        const auto line = m_input.readLine(64).trimmed();
        if (line.isEmpty()) {
            QCoreApplication::quit(); // nobody listens any more
            return;
        }
        m_until.setRemainingTime(line.toInt());
        decide();
    }
    void decide()
    {
        const auto &stop = m_console.fleet.stops().at(m_number % m_console.fleet.stops().size());
        m_since.start();
        if (!m_console.desk.perform(u"Pinned"_s, Decisions::pin(stop.id, !stop.pinned)))
            say("refused");
    }
    void takeAnswer(const OutboxCommand &command)
    {
        if (command.state != OutboxCommand::State::Applied) {
            say("refused");
            return;
        }
        m_confirmed += ' ' + QByteArray::number(static_cast<double>(m_since.nsecsElapsed()) / 1e6);
        if (!m_until.hasExpired())
            decide();
        else
            say("decided" + std::exchange(m_confirmed, {}));
    }

    WorkingConsole m_console;
    int m_stops;
    int m_number;
    QFile m_input;
    QSocketNotifier m_wishes;
    QDeadlineTimer m_until;
    QElapsedTimer m_since;
    QByteArray m_confirmed;
    int m_seen = 0;
    bool m_isReady = false;
};

} // namespace

DeskProcess::DeskProcess(const Options &options)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &m_process, [this] {
        while (m_process.canReadLine())
            take(m_process.readLine().trimmed().split(' '));
    });
    m_process.start(QCoreApplication::applicationFilePath(),
                    {u"--console"_s, options.server.toString(), options.directory, QString::number(options.stops)});
}

DeskProcess::~DeskProcess()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(5'000))
        m_process.kill();
    m_process.waitForFinished();
}

int DeskProcess::run(const QStringList &words)
{
    QDir().mkpath(words.value(1));
    const TalkingDesk desk(QUrl(words.value(0)), words.value(1), words.value(2).toInt());
    return QCoreApplication::exec();
}

void DeskProcess::take(const QByteArrayList &words)
{
    if (words.first() == "ready") {
        m_isReady = true;
    } else if (words.first() == "saw") {
        m_seen.append(words.value(1).toLongLong());
    } else if (words.first() == "decided") {
        for (const auto &word : words.sliced(1))
            m_confirmed.append(word.toDouble());
        m_hasDecided = true;
    } else {
        qFatal("a console says %s", words.join(' ').constData());
    }
}

void DeskProcess::decide(std::chrono::milliseconds duration)
{
    m_hasDecided = false;
    m_process.write(QByteArray::number(static_cast<qint64>(duration.count())) + '\n');
}

NoteId DeskProcess::note(int n)
{
    return NoteId(u"fan-%1"_s.arg(n));
}

FeedId DeskProcess::feed()
{
    return FeedId(u"depot-aguada"_s);
}

qint64 DeskProcess::steadyNanoseconds()
{
    return std::chrono::steady_clock::now().time_since_epoch() / 1ns;
}

} // namespace Doorstep::Test
