// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include <QDirIterator>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

/// A home of its own, in which nobody else's console answers.
class Home
{
public:
    [[nodiscard]] QProcessEnvironment environment() const
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, m_directory.path());
        environment.insert(u"XDG_CONFIG_HOME"_s, m_directory.filePath(u"config"_s));
        environment.insert(u"XDG_DATA_HOME"_s, m_directory.filePath(u"data"_s));
        environment.insert(u"XDG_SESSION_ID"_s, QFileInfo(m_directory.path()).fileName());
        return environment;
    }
    void start(QProcess &console, const QStringList &arguments = {}) const
    {
        console.setProcessEnvironment(environment());
        console.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        console.start(QStringLiteral(DOORSTEP_PROGRAMS "/doorstep"),
                      QStringList{u"--server"_s, u"http://127.0.0.1:1"_s} + arguments);
    }
    /// It has come as far as its outbox: its event loop runs.
    [[nodiscard]] bool isOpen() const
    {
        return QDirIterator(m_directory.filePath(u"data"_s), {u"outbox.db"_s}, QDir::Files,
                            QDirIterator::Subdirectories)
            .hasNext();
    }
    [[nodiscard]] QString arrangement() const
    {
        const QSettings settings(m_directory.filePath(u"config/Doorstep/doorstep.conf"_s), QSettings::NativeFormat);
        return settings.value(u"person/nobody/arrangement"_s).toString();
    }

private:
    QTemporaryDir m_directory;
};

} // namespace

class TerminationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isSavedWhenTheSystemEndsIt_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM: the session ends") << SIGTERM;
        QTest::newRow("SIGINT: Ctrl+C") << SIGINT;
        QTest::newRow("SIGHUP: the terminal is closed") << SIGHUP;
    }
    void isSavedWhenTheSystemEndsIt()
    {
        QFETCH(const int, signal);
        const Home home;
        QProcess console;
        home.start(console, {u"--arrangement"_s, u"supervise"_s});
        QTRY_VERIFY_WITH_TIMEOUT(home.isOpen(), 30'000);
        QCOMPARE(home.arrangement(), QString());

        QCOMPARE(::kill(static_cast<pid_t>(console.processId()), signal), 0);

        QVERIFY(console.waitForFinished());
        QCOMPARE(console.exitStatus(), QProcess::NormalExit);
        QCOMPARE(console.exitCode(), 0);
        QCOMPARE(home.arrangement(), u"supervise"_s);
    }
};

QTEST_GUILESS_MAIN(TerminationTest)

#include "tst_termination.moc"
