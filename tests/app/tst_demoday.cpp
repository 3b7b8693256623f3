// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/demoday.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Doorstep;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto holdVariable = "DOORSTEP_TEST_HOLDS_A_DEMO";

DemoDay::Place placeIn(const QString &folder)
{
    return {.programs = folder, .region = folder + u"/city.osm.pbf"_s, .cacheDirectory = folder + u"/cache"_s};
}

bool isAlive(qint64 process)
{
    return process > 0 && ::kill(static_cast<pid_t>(process), 0) == 0;
}

} // namespace

/// The demo's programs: the real ones behind small scripts that leave out the city, whose import takes a minute, and
/// note whom they became.
class DemoDayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_mute.listen(QHostAddress::LocalHost)); // takes a request and never answers
        QFile region(path(u"city.osm.pbf"_s));
        QVERIFY(region.open(QIODevice::WriteOnly) && region.write("a city") > 0);
        writeProgram(u"doorstepd"_s,
                     "case $1 in\n"
                     "region) shift 2; echo '42 % roads' >&2; mkdir -p $3; : >$3/region.sqlite ;;\n"
                     "user) exec \"$real/doorstepd\" \"$@\" ;;\n"
                     "serve) exec \"$real/doorstepd\" serve --data \"$3\" --listen 127.0.0.1:0 --exit-with-stdin ;;\n"
                     "esac\n");
        writeProgram(u"doorstep-simulator"_s,
                     "exec \"$real/doorstep-simulator\" --server http://127.0.0.1:"
                         + QByteArray::number(m_mute.serverPort()) + " --user demo --exit-with-stdin\n");
    }

    void cleanup()
    {
        m_mute.close();
        m_folder.reset();
    }

    void getsReadyAndTellsHowFarItIs()
    {
        DemoDay day(placeIn(m_folder->path()), 10);
        const QSignalSpy ready(&day, &DemoDay::ready);
        const QSignalSpy failed(&day, &DemoDay::failed);
        const QSignalSpy progressed(&day, &DemoDay::progressed);
        day.start();
        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, 30'000);
        QVERIFY(ready.first().first().toUrl().port() > 0);
        QVERIFY(std::ranges::any_of(progressed, [](const auto &told) { return told.at(2).toDouble() == 0.42; }));
        QCOMPARE(failed.size(), 0);
    }

    void endsItsProgramsWhenItEnds()
    {
        auto day = std::make_unique<DemoDay>(placeIn(m_folder->path()), 10);
        day->start();
        QTRY_VERIFY_WITH_TIMEOUT(areBothAlive(), 30'000);
        const auto directory = day->directory();
        day.reset();
        QVERIFY(!isAlive(noted(u"doorstepd"_s)));
        QVERIFY(!isAlive(noted(u"doorstep-simulator"_s)));
        QVERIFY(!QFile::exists(directory));
    }

    void endsItsProgramsWhenItsConsoleIsKilled()
    {
        QProcess holder;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QLatin1StringView(holdVariable), m_folder->path());
        holder.setProcessEnvironment(environment);
        holder.start(QCoreApplication::applicationFilePath(), QStringList());
        QTRY_VERIFY_WITH_TIMEOUT(areBothAlive(), 30'000);
        QTRY_VERIFY(holder.canReadLine());
        const auto left = QString::fromUtf8(holder.readLine()).trimmed();
        QVERIFY(QFile::exists(left));

        QCOMPARE(::kill(static_cast<pid_t>(holder.processId()), SIGKILL), 0);
        QVERIFY(holder.waitForFinished());
        QTRY_VERIFY_WITH_TIMEOUT(!isAlive(noted(u"doorstepd"_s)), 15'000);
        QTRY_VERIFY_WITH_TIMEOUT(!isAlive(noted(u"doorstep-simulator"_s)), 15'000);

        // Nobody was there to sweep; the next demo does, and leaves one that is alive alone.
        QVERIFY(QFile::exists(left));
        const DemoDay alive(placeIn(m_folder->path()), 10);
        const DemoDay next(placeIn(m_folder->path()), 10);
        QVERIFY(!QFile::exists(left));
        QVERIFY(QFile::exists(alive.directory()));
    }

    void saysWhichProgramWasKilled_data()
    {
        QTest::addColumn<QString>("program");
        QTest::newRow("backend") << u"doorstepd"_s;
        QTest::newRow("simulator") << u"doorstep-simulator"_s;
    }

    void saysWhichProgramWasKilled()
    {
        QFETCH(const QString, program);
        DemoDay day(placeIn(m_folder->path()), 10);
        const QSignalSpy failed(&day, &DemoDay::failed);
        day.start();
        QTRY_VERIFY_WITH_TIMEOUT(areBothAlive(), 30'000);
        day.stopWaiting(); // as when the day is in sight
        QCOMPARE(::kill(static_cast<pid_t>(noted(program)), SIGKILL), 0);
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 10'000);
        QVERIFY2(failed.first().first().toString().startsWith(program + u" was"_s),
                 qPrintable(failed.first().first().toString()));
        QVERIFY(day.isOver());
    }

    void tellsOfSilence()
    {
        DemoDay day(placeIn(m_folder->path()), 10);
        const QSignalSpy silent(&day, &DemoDay::becameSilent);
        const QSignalSpy failed(&day, &DemoDay::failed);
        day.start();
        QTRY_VERIFY_WITH_TIMEOUT(areBothAlive(), 30'000);
        QCOMPARE(silent.size(), 0);
        day.setPatience(50ms);
        QTRY_COMPARE_WITH_TIMEOUT(silent.size(), 1, 5'000);
        QCOMPARE(failed.size(), 0); // it may still come
    }

    void waitsForNobodyOnceThereIsSomethingToSee()
    {
        DemoDay day(placeIn(m_folder->path()), 10);
        const QSignalSpy silent(&day, &DemoDay::becameSilent);
        const QSignalSpy ready(&day, &DemoDay::ready);
        day.start();
        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, 30'000);
        day.stopWaiting();
        day.setPatience(1ms);
        QTRY_VERIFY_WITH_TIMEOUT(areBothAlive(), 10'000);
        QCOMPARE(silent.size(), 0);
    }

    void saysWhatIsMissing_data()
    {
        QTest::addColumn<QString>("missing");
        QTest::newRow("the city") << u"city.osm.pbf"_s;
        QTest::newRow("the backend") << u"doorstepd"_s;
        QTest::newRow("the simulator") << u"doorstep-simulator"_s;
    }

    void saysWhatIsMissing()
    {
        QFETCH(const QString, missing);
        QVERIFY(QFile::remove(path(missing)));
        const auto searched = qgetenv("PATH");
        qputenv("PATH", "/usr/bin:/bin");
        DemoDay day(placeIn(m_folder->path()), 10);
        const QSignalSpy failed(&day, &DemoDay::failed);
        day.start();
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 30'000);
        QVERIFY(!failed.first().first().toString().isEmpty());
        qputenv("PATH", searched);
    }

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }

    void writeProgram(const QString &name, const QByteArray &body) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\nreal='" + QByteArray(DOORSTEP_PROGRAMS) + "'\n");
        file.write("[ \"$1\" = region ] || [ \"$1\" = user ] || echo $$ >'" + path(name + u".pid"_s).toUtf8() + "'\n");
        file.write(body);
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    }

    [[nodiscard]] qint64 noted(const QString &program) const
    {
        QFile file(path(program + u".pid"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toLongLong() : 0;
    }

    [[nodiscard]] bool areBothAlive() const
    {
        return isAlive(noted(u"doorstepd"_s)) && isAlive(noted(u"doorstep-simulator"_s));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QTcpServer m_mute;
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (const auto folder = qEnvironmentVariable(holdVariable); !folder.isEmpty()) { // the console that will be killed
        DemoDay day(placeIn(folder), 10);
        QTextStream(stdout) << day.directory() << Qt::endl;
        day.start();
        return QCoreApplication::exec();
    }
    DemoDayTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_demoday.moc"
