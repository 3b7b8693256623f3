// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace Doorstep {

/// A backend and a simulator of our own in a temporary directory, for the demo. Both end when this does, and, because
/// they watch their standard input, also when this program is killed.
///
/// The compiled region is kept in \a cacheDirectory, keyed by the extract's content, so that only the first start
/// waits.
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

    DemoDay(Place place, double speed, QObject *parent = nullptr);
    ~DemoDay() override;

    void start();
    /// Lives as long as this; for everything that must not stay.
    [[nodiscard]] QString directory() const { return m_directory.path(); }

Q_SIGNALS:
    /// \a fraction is negative when nobody knows.
    void progressed(const QString &what, const QString &detail, double fraction);
    /// The server answers; the simulator is filling it.
    void ready(const QUrl &server, const QString &user, const QString &password);
    /// \a sentence is what the program said, in English.
    void failed(const QString &sentence);

private:
    void importRegion();
    void addUser();
    void serve();
    void simulate();
    void run(QProcess &process, const QString &program, const QStringList &arguments);
    void readImport();
    void readServer();
    void fail(const QProcess &process, const QString &output);
    [[nodiscard]] QString compiledRegion() const;
    [[nodiscard]] QString extract() const;
    [[nodiscard]] QString regionDirectory() const;

    Place m_place;
    double m_speed;
    QTemporaryDir m_directory;
    QString m_password;
    QUrl m_server;
    QProcess m_setUp;
    QProcess m_backend;
    QProcess m_simulator;
    QString m_said; ///< The last line that a program wrote about itself.
    bool m_isEnding = false;
};

} // namespace Doorstep
