// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/uuid.h"
#include "simulator/apiclient.h"
#include "tests/support/backendprocess.h"

#include <QCoroTask>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Doorstep;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The documents of \a kind in the depot's feed as the server holds them.
QList<QJsonObject> documents(Simulation::ApiClient &client, const QString &feed, const QString &kind)
{
    const auto answer = QCoro::waitFor(client.get(u"/v1/feeds/%1/snapshot"_s.arg(feed)));
    QList<QJsonObject> found;
    for (const auto &line : answer.body.split('\n')) {
        const auto document = QJsonDocument::fromJson(line).object();
        if (document["kind"_L1].toString() == kind)
            found += document["body"_L1].toObject();
    }
    return found;
}

QString quietDriverIn(const QString &truthFile)
{
    QFile truth(truthFile);
    if (!truth.open(QIODevice::ReadOnly))
        return {};
    while (!truth.atEnd()) {
        const auto line = QJsonDocument::fromJson(truth.readLine()).object();
        if (line.contains("quiet_phone"_L1))
            return line["driver"_L1].toString();
    }
    return {};
}

/// The `silent` case about \a driver; empty when there is none.
QJsonObject silenceOf(Simulation::ApiClient &client, const QString &driver)
{
    QString route;
    for (const auto &one : documents(client, u"depot-aguada"_s, u"route"_s)) {
        if (one["driver"_L1] == driver)
            route = one["id"_L1].toString();
    }
    for (const auto &one : documents(client, u"depot-aguada"_s, u"exception"_s)) {
        if (one["kind"_L1] == "silent"_L1 && one["route"_L1] == route)
            return one;
    }
    return {};
}

QJsonObject askPosition(const QString &driver, const QString &now)
{
    const QJsonObject command{{u"id"_s, newUuid(QDateTime::currentDateTimeUtc())},
                              {u"seq"_s, 1},
                              {u"feed"_s, u"organisation"_s},
                              {u"verb"_s, u"ask_position"_s},
                              {u"v"_s, 1},
                              {u"at"_s, now},
                              {u"body"_s, QJsonObject{{u"driver"_s, driver}, {u"at"_s, now}}}};
    return {{u"device"_s, u"a-desk"_s}, {u"commands"_s, QJsonArray{command}}};
}

} // namespace

/// The real simulator against the real backend on the demo city.
class SimulatedDayTest : public QObject
{
    Q_OBJECT

private:
    Test::BackendProcess m_backend{QStringLiteral(DOORSTEP_PROGRAMS)};
    QStringList m_serve{u"--adjustable-clock"_s};

    /// The demo city in the build folder: compiled by the first test run, found there by all later ones.
    static QString region()
    {
        const QDir folder(QStringLiteral(DOORSTEP_PROGRAMS "/../region"));
        folder.mkpath(u"."_s);
        const auto file = folder.absoluteFilePath(u"montevideo.osm.pbf"_s);
        if (!QFile::exists(file))
            QFile::copy(QStringLiteral(DOORSTEP_RESOURCES "/regions/montevideo.osm.pbf"), file);
        return file;
    }

    void startSimulator(QProcess &simulator, const QStringList &more) const
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DOORSTEP_PASSWORD"_s, QString::fromLatin1(Test::BackendProcess::password));
        simulator.setProcessEnvironment(environment);
        simulator.setProcessChannelMode(QProcess::MergedChannels);
        simulator.start(QStringLiteral(DOORSTEP_PROGRAMS "/doorstep-simulator"),
                        QStringList{u"--server"_s, m_backend.url().toString(), u"--seed"_s, u"42"_s, u"--drivers"_s,
                                    u"4"_s, u"--stops"_s, u"20"_s}
                            + more);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_serve += {u"--region"_s, region()};
        QVERIFY2(m_backend.start(m_serve, 4min), qPrintable(m_backend.problem()));
    }

    void init() { QTest::failOnWarning(); }

    void endsWithEveryStopDone()
    {
        QProcess simulator;
        startSimulator(simulator, {u"--speed"_s, u"60"_s, u"--jump"_s, u"18:30"_s});
        const bool hasEnded = simulator.waitForFinished(40'000);
        const auto said = simulator.readAll(); // once: it is gone afterwards
        QVERIFY2(hasEnded, said.constData());
        QVERIFY2(simulator.exitCode() == 0, said.constData());
        QVERIFY2(said.contains("the day is over"), said.constData());

        Simulation::ApiClient client(m_backend.url());
        const auto token = QCoro::waitFor(signIn(&client, QString::fromLatin1(Test::BackendProcess::user),
                                                 QString::fromLatin1(Test::BackendProcess::password)));
        QVERIFY(token);
        client.setToken(*token);
        const auto stops = documents(client, u"depot-aguada"_s, u"stop"_s);
        QCOMPARE(stops.size(), 20);
        int seenArriving = 0;
        for (const auto &stop : stops) {
            const auto status = stop["status"_L1].toString();
            QVERIFY2(status == "delivered"_L1 || status == "failed"_L1, qPrintable(status));
            QCOMPARE(stop["attempts"_L1].toInt(), 1);
            seenArriving += stop.contains("actual_arrival"_L1) ? 1 : 0;
        }
        QVERIFY2(seenArriving >= 14, qPrintable(QString::number(seenArriving)));
        for (const auto &route : documents(client, u"depot-aguada"_s, u"route"_s))
            QCOMPARE(route["status"_L1].toString(), u"finished"_s);
    }

    void theSameDayAgainChangesNothing()
    {
        QProcess simulator;
        startSimulator(simulator, {u"--speed"_s, u"60"_s, u"--jump"_s, u"18:30"_s});
        QVERIFY(simulator.waitForFinished(40'000));
        const auto said = simulator.readAll();
        QVERIFY2(simulator.exitCode() == 0, said.constData());
    }

    void endsQuietlyWhenTold()
    {
        QProcess simulator;
        startSimulator(simulator, {u"--seed"_s, u"7"_s, u"--jump"_s, u"13:00"_s});
        QByteArray said;
        while (!said.contains("the day is under way") && simulator.waitForReadyRead(30'000))
            said += simulator.readAll();
        QVERIFY2(said.contains("the day is under way"), said.constData());
        simulator.terminate();
        QVERIFY(simulator.waitForFinished(5'000));
        QCOMPARE(simulator.exitStatus(), QProcess::NormalExit);
        QCOMPARE(simulator.exitCode(), 0);
    }

    void aQuietPhoneThatIsAskedEndsItsSilence()
    {
        const QTemporaryDir folder;
        const auto truth = folder.filePath(u"truth.ndjson"_s);
        QProcess simulator;
        startSimulator(simulator,
                       {u"--seed"_s, u"11"_s, u"--drivers"_s, u"14"_s, u"--stops"_s, u"150"_s, u"--jump"_s, u"14:07"_s,
                        u"--speed"_s, u"20"_s, u"--truth"_s, truth});
        QByteArray said;
        while (!said.contains("the day is under way") && simulator.waitForReadyRead(60'000))
            said += simulator.readAll();
        QVERIFY2(said.contains("the day is under way"), said.constData());
        Simulation::ApiClient client(m_backend.url());
        client.setToken(QCoro::waitFor(signIn(&client, QString::fromLatin1(Test::BackendProcess::user),
                                              QString::fromLatin1(Test::BackendProcess::password)))
                            .value_or(QByteArray()));
        const auto driver = quietDriverIn(truth);
        QVERIFY(!driver.isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(silenceOf(client, driver)["status"_L1].toString(), u"open"_s, 20'000);

        const auto clock = QJsonDocument::fromJson(QCoro::waitFor(client.get(u"/v1/clock"_s)).body);
        const auto asked = QCoro::waitFor(client.send(Simulation::Letter{
            .path = u"/v1/commands"_s,
            .body = QJsonDocument(askPosition(driver, clock["now"_L1].toString())).toJson(QJsonDocument::Compact)}));
        QVERIFY2(asked.isGood() && asked.body.contains("applied"), asked.body.constData());

        // A sign of life within four minutes, the position, half a minute until the case is closed: 14 s at this speed.
        QTRY_COMPARE_WITH_TIMEOUT(silenceOf(client, driver)["status"_L1].toString(), u"closed"_s, 40'000);
        QVERIFY(silenceOf(client, driver)["cleared"_L1].toBool()); // by itself
        simulator.terminate();
        QVERIFY(simulator.waitForFinished(5'000));
        QFile log(truth);
        QVERIFY(log.open(QIODevice::ReadOnly) && log.readAll().contains(R"("truth":"said_where")"));
    }

    void saysSoWhenItMayNotSetTheClock()
    {
        m_backend.stop();
        QVERIFY(m_backend.start({}));
        QProcess simulator;
        startSimulator(simulator, {});
        QVERIFY(simulator.waitForFinished(20'000));
        QCOMPARE(simulator.exitCode(), 2);
        QVERIFY(simulator.readAll().contains("--adjustable-clock"));
    }
};

QTEST_GUILESS_MAIN(SimulatedDayTest)
#include "tst_simulatedday.moc"
