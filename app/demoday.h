// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLockFile>
#include <QObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>
#include <QUrl>

#include <chrono>

namespace Doorstep {

/// A backend and a simulator of our own in a temporary directory, for the demo. Both end when this does, and, because
/// they watch their standard input, also when this program is killed.
///
/// The compiled region is kept in \a cacheDirectory, keyed by the extract's content, so that only the first start
/// waits. What a console that was killed left in the temporary directory is swept by the next demo.
class DemoDay : public QObject
{
    Q_OBJECT
public:
    struct Place
    {
        QString programs; ///< Where doorstepd and doorstep-simulator are.
        QString region; ///< The .osm.pbf.
        QString cacheDirectory;
    };

    /// What is silent for longer than this while the day is prepared is told of.
    static constexpr std::chrono::seconds usualPatience{60};

    DemoDay(Place place, double speed, QObject *parent = nullptr);
    ~DemoDay() override;
    Q_DISABLE_COPY_MOVE(DemoDay)

    void start();
    void setPatience(std::chrono::milliseconds patience);
    /// There is something to see: from here on nobody waits.
    void stopWaiting();
    [[nodiscard]] bool isOver() const noexcept { return m_isOver; }
    [[nodiscard]] double speed() const noexcept { return m_speed; }
    /// Lives as long as this; for everything that must not stay.
    [[nodiscard]] QString directory() const { return m_directory.path(); }

Q_SIGNALS:
    /// \a fraction is negative when nobody knows.
    void progressed(const QString &what, const QString &detail, double fraction);
    /// The server answers; the simulator is filling it.
    void ready(const QUrl &server, const QString &user, const QString &password);
    /// One of the programs ended or never began, now or at any later time; told once. \a sentence is what it said, in
    /// English.
    void failed(const QString &sentence);
    /// Nothing was heard for as long as the patience, before there was anything to see. It may still come.
    void becameSilent();

private:
    static void sweep();
    void importRegion();
    void endSetUp();
    void addUser();
    void serve();
    void simulate();
    void run(QProcess &process, const QString &program, const QStringList &arguments);
    void readImport();
    void readServer();
    void fail(const QProcess &process, const QString &output);
    void hear(const QString &line);
    [[nodiscard]] QString compiledRegion() const;
    [[nodiscard]] QString extract() const;
    [[nodiscard]] QString regionDirectory() const;

    Place m_place;
    double m_speed;
    QTemporaryDir m_directory;
    QLockFile m_owner; ///< In the directory: whose it is, so that one that nobody owns any more can be swept.
    QString m_password;
    QUrl m_server;
    QProcess m_setUp;
    QProcess m_backend;
    QProcess m_simulator;
    QString m_said; ///< The last line that a program wrote about itself.
    QTimer m_silence; ///< Since the last line.
    bool m_isWaiting = true;
    bool m_isOver = false; ///< Ended by us, or told as failed.
};

} // namespace Doorstep
