// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/demoday.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcessEnvironment>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

constexpr int patienceMilliseconds = 2'000; // for a child to end by itself
const QString directoryName = u"doorstep-demo-"_s;
const QString ownerName = u"owner.lock"_s;

QString randomPassword()
{
    QByteArray bytes(18, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding));
}

QString lastLine(const QByteArray &output)
{
    const auto lines = QString::fromUtf8(output).split(QRegularExpression(u"[\\r\\n]+"_s), Qt::SkipEmptyParts);
    return lines.isEmpty() ? QString() : lines.last().trimmed();
}

} // namespace

DemoDay::DemoDay(Place place, double speed, QObject *parent)
    : QObject(parent)
    , m_place(std::move(place))
    , m_speed(speed)
    , m_directory(QDir::temp().filePath(directoryName + u"XXXXXX"_s))
    , m_owner(m_directory.filePath(ownerName))
    , m_password(randomPassword())
{
    for (auto *process : {&m_backend, &m_simulator})
        connect(process, &QProcess::readyReadStandardError, this,
                [this, process] { hear(lastLine(process->readAllStandardError())); });
    for (auto *process : {&m_setUp, &m_backend, &m_simulator})
        connect(process, &QProcess::errorOccurred, this, [this, process](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                fail(*process, process->errorString());
        });
    m_owner.setStaleLockTime(0); // only a dead owner's lock may be taken
    m_owner.tryLock(0);
    sweep();
    m_silence.setSingleShot(true);
    m_silence.setInterval(usualPatience);
    connect(&m_silence, &QTimer::timeout, this, &DemoDay::becameSilent);
    connect(&m_backend, &QProcess::readyReadStandardOutput, this, &DemoDay::readServer);
    connect(&m_backend, &QProcess::finished, this, [this] { fail(m_backend, m_said); });
    // A simulator that ends well has told its whole day.
    connect(&m_simulator, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        if (code != 0 || status == QProcess::CrashExit)
            fail(m_simulator, m_said);
    });
}

DemoDay::~DemoDay()
{
    m_isOver = true;
    for (auto *process : {&m_simulator, &m_backend, &m_setUp}) {
        process->disconnect(this);
        if (process->state() == QProcess::NotRunning)
            continue;
        process->closeWriteChannel(); // they watch their standard input
        process->terminate();
    }
    for (auto *process : {&m_simulator, &m_backend, &m_setUp})
        if (process->state() != QProcess::NotRunning && !process->waitForFinished(patienceMilliseconds)) {
            process->kill();
            process->waitForFinished(patienceMilliseconds);
        }
}

void DemoDay::sweep()
{
    const auto left = QDir::temp().entryInfoList({directoryName + u'*'}, QDir::Dirs | QDir::NoSymLinks);
    for (const auto &entry : left) {
        QLockFile owner(QDir(entry.filePath()).filePath(ownerName));
        owner.setStaleLockTime(0);
        qint64 process = 0;
        QString host;
        QString program;
        // Taken: its owner is gone. Without a lock file it is being made, or not ours.
        if (entry.ownerId() == QFileInfo(QDir::homePath()).ownerId() && QFile::exists(owner.fileName())
            && owner.getLockInfo(&process, &host, &program) && owner.tryLock(0)) {
            owner.unlock();
            QDir(entry.filePath()).removeRecursively();
        }
    }
}

void DemoDay::start()
{
    if (!m_directory.isValid()) {
        Q_EMIT failed(m_directory.errorString());
        return;
    }
    if (QFile::exists(compiledRegion()) && QFile::exists(extract()))
        addUser();
    else
        importRegion();
}

QString DemoDay::regionDirectory() const
{
    QFile file(m_place.region);
    QCryptographicHash hash(QCryptographicHash::Sha1);
    if (file.open(QIODevice::ReadOnly))
        hash.addData(&file);
    return u"%1/regions/%2"_s.arg(m_place.cacheDirectory, QString::fromLatin1(hash.result().toHex().first(16)));
}

QString DemoDay::compiledRegion() const
{
    return regionDirectory() + u"/region.sqlite"_s;
}

QString DemoDay::extract() const
{
    return regionDirectory() + u'/' + QFileInfo(m_place.region).fileName();
}

void DemoDay::run(QProcess &process, const QString &program, const QStringList &arguments)
{
    const auto path = QStandardPaths::findExecutable(program, {m_place.programs});
    process.setProgram(path.isEmpty() ? program : path);
    process.setArguments(arguments);
    process.start();
    hear({});
}

void DemoDay::setPatience(std::chrono::milliseconds patience)
{
    m_silence.setInterval(patience);
}

void DemoDay::stopWaiting()
{
    m_isWaiting = false;
    m_silence.stop();
}

// Any sign of life starts the wait anew.
void DemoDay::hear(const QString &line)
{
    if (!line.isEmpty())
        m_said = line;
    if (m_isWaiting)
        m_silence.start();
}

void DemoDay::importRegion()
{
    if (!QFile::exists(m_place.region)) {
        Q_EMIT failed(u"The map of the demo is missing: %1"_s.arg(m_place.region));
        return;
    }
    // The extract lies beside what is made of it: a backend that finds that made by another version makes it again.
    QDir().mkpath(regionDirectory());
    QFile::copy(m_place.region, extract());
    Q_EMIT progressed(tr("Preparing the map of Montevideo"), tr("Only the first start takes this minute."), -1);
    m_setUp.setProcessChannelMode(QProcess::MergedChannels);
    connect(&m_setUp, &QProcess::readyRead, this, &DemoDay::readImport);
    connect(&m_setUp, &QProcess::finished, this, [this](int code) {
        endSetUp();
        if (code == 0 && QFile::exists(compiledRegion()))
            addUser();
        else
            fail(m_setUp, m_said);
    });
    run(m_setUp, u"doorstepd"_s, {u"region"_s, u"import"_s, extract(), u"--out"_s, regionDirectory()});
}

// The same process runs one set-up after the other.
void DemoDay::endSetUp()
{
    disconnect(&m_setUp, &QProcess::started, this, nullptr);
    disconnect(&m_setUp, &QProcess::readyRead, this, nullptr);
    disconnect(&m_setUp, &QProcess::finished, this, nullptr);
}

void DemoDay::readImport()
{
    const auto line = lastLine(m_setUp.readAll());
    if (line.isEmpty())
        return;
    hear(line);
    static const QRegularExpression percent(u"(\\d{1,3}) ?%"_s);
    const auto match = percent.match(line);
    Q_EMIT progressed(tr("Preparing the map of Montevideo"), tr("Only the first start takes this minute."),
                      match.hasMatch() ? match.captured(1).toDouble() / 100.0 : -1);
}

void DemoDay::addUser()
{
    Q_EMIT progressed(tr("Starting the day"), tr("A private backend and forty drivers, only on this machine."), -1);
    m_setUp.setProcessChannelMode(QProcess::MergedChannels);
    connect(&m_setUp, &QProcess::started, this, [this] {
        m_setUp.write(m_password.toUtf8() + '\n');
        m_setUp.closeWriteChannel();
    });
    connect(&m_setUp, &QProcess::finished, this, [this](int code) {
        m_said = lastLine(m_setUp.readAll());
        endSetUp();
        if (code == 0)
            serve();
        else
            fail(m_setUp, m_said);
    });
    run(m_setUp, u"doorstepd"_s,
        {u"user"_s, u"add"_s, u"demo"_s, u"--data"_s, directory(), u"--role"_s, u"admin,dispatcher"_s, u"--full-name"_s,
         u"Demo Dispatcher"_s, u"--password-stdin"_s});
}

void DemoDay::serve()
{
    run(m_backend, u"doorstepd"_s,
        {u"serve"_s, u"--data"_s, directory(), u"--region"_s, extract(), u"--listen"_s, u"127.0.0.1:0"_s,
         u"--adjustable-clock"_s, u"--exit-with-stdin"_s});
}

void DemoDay::readServer()
{
    while (m_backend.canReadLine()) {
        const auto line = QString::fromUtf8(m_backend.readLine()).trimmed();
        constexpr auto greeting = "listening on "_L1;
        if (m_server.isValid() || !line.startsWith(greeting))
            continue;
        m_server = QUrl(line.sliced(greeting.size()));
        simulate();
        Q_EMIT ready(m_server, u"demo"_s, m_password);
    }
}

void DemoDay::simulate()
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DOORSTEP_PASSWORD"_s, m_password);
    m_simulator.setProcessEnvironment(environment);
    m_simulator.setStandardOutputFile(QProcess::nullDevice());
    run(m_simulator, u"doorstep-simulator"_s,
        {u"--server"_s, m_server.toString(), u"--user"_s, u"demo"_s, u"--speed"_s, QString::number(m_speed),
         u"--jump"_s, u"14:00"_s, u"--exit-with-stdin"_s});
}

void DemoDay::fail(const QProcess &process, const QString &output)
{
    if (std::exchange(m_isOver, true))
        return;
    stopWaiting();
    const auto name = QFileInfo(process.program()).fileName();
    // What a program that was killed said last has nothing to do with it.
    if (process.state() == QProcess::NotRunning && process.exitStatus() == QProcess::CrashExit
        && process.error() == QProcess::Crashed)
        Q_EMIT failed(u"%1 was ended from outside or crashed"_s.arg(name));
    else
        Q_EMIT failed(output.isEmpty() ? u"%1 ended with %2"_s.arg(name).arg(process.exitCode()) : output);
}

} // namespace Doorstep

#include "moc_demoday.cpp"
