// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/store/sqlite/database.h"
#include "models/domain/uuid.h"
#include "models/wire/commandwire.h"
#include "tests/backend/api/httpclient.h"
#include "tests/support/backendprocess.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace Doorstep;
using namespace Doorstep::Test;

namespace {

constexpr int kills = 8;

QJsonObject orderOf(const QString &reference)
{
    const QJsonObject order{{u"depot"_s, u"d1"_s},
                            {u"reference"_s, reference},
                            {u"shop"_s, u"s"_s},
                            {u"customer"_s, u"C"_s},
                            {u"address"_s, QJsonObject{{u"text"_s, u"x"_s}}},
                            {u"parcels"_s, QJsonArray{QJsonObject{{u"weight_kg"_s, 1.0}}}}};
    return {{u"orders"_s, QJsonArray{order}}};
}

/// A console that holds a stop and lets it go, three commands at a time, and sends the same bytes until it is answered.
class Desk
{
public:
    Desk(const HttpClient &client, StopId stop)
        : m_client(client)
        , m_stop(std::move(stop))
    {
    }

    void sendNextOrTheSameAgain()
    {
        if (m_waiting.isEmpty())
            makeNext();
        const auto answer = m_client.call("POST", "/v1/commands", m_waiting);
        lastAnswer = answer.body;
        if (answer.status == 0 || answer.status >= 500)
            return;
        const auto verdicts = Wire::verdictsFromBytes(answer.body);
        if (answer.status != 200 || !verdicts || verdicts->size() != inABatch) {
            problem = u"%1 %2"_s.arg(answer.status).arg(QString::fromUtf8(answer.body));
            return;
        }
        for (const auto &verdict : *verdicts) {
            if (verdict.kind != Verdict::Kind::Applied || verdict.from != verdict.to || verdict.from <= m_lastSeq)
                problem = QString::fromUtf8(answer.body);
            m_lastSeq = verdict.to;
        }
        acknowledged += inABatch;
        m_waiting.clear();
    }
    [[nodiscard]] bool isWaiting() const { return !m_waiting.isEmpty(); }

    QByteArray lastAnswer;
    QString problem;
    qint64 acknowledged = 0;

private:
    static constexpr int inABatch = 3;

    void makeNext()
    {
        QList<Command> commands;
        const auto now = QDateTime::currentDateTimeUtc();
        for (int i = 0; i < inABatch; ++i) {
            commands.append({.id = CommandId(newUuid(now)),
                             .sequence = ++m_sequence,
                             .feed = FeedId(u"depot-d1"_s),
                             .verb = HoldStop{.stop = m_stop, .held = m_sequence % 2 == 1},
                             .at = now});
        }
        m_waiting = Wire::requestBytes(DeviceId(u"desk"_s), commands);
    }

    const HttpClient &m_client;
    StopId m_stop;
    QByteArray m_waiting;
    qint64 m_sequence = 0;
    qint64 m_lastSeq = 0;
};

} // namespace

/// What was answered is there after a kill -9 at any moment.
class TestCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void losesNothingThatItAnswered()
    {
        BackendProcess backend(QStringLiteral(DOORSTEP_PROGRAMS));
        QVERIFY2(backend.start(), qPrintable(backend.problem()));
        HttpClient client(backend.url());
        QVERIFY(!client.signIn(QString::fromLatin1(BackendProcess::user), QString::fromLatin1(BackendProcess::password))
                     .isEmpty());
        const auto plan = QJsonDocument::fromJson(R"({"depots":[{"id":"d1","name":"D","address":{"text":"x"},
            "where":[-56.1,-34.9],"time_zone":"America/Montevideo"}],
            "drivers":[{"id":"carla","depot":"d1","name":"Carla","device_id":"phone-1"}]})");
        QCOMPARE(client.call("PUT", "/v1/plan", plan.object()).status, 200);

        QStringList numbers;
        qint64 fixes = 0;
        const auto start = QDateTime::currentSecsSinceEpoch() - 100'000;
        for (int round = 0; round < kills; ++round) {
            std::atomic<bool> isOver = false;
            std::thread killer([&backend, &isOver] {
                std::this_thread::sleep_for(std::chrono::milliseconds(QRandomGenerator::global()->bounded(20, 400)));
                QProcess::execute(u"kill"_s, {u"-KILL"_s, QString::number(backend.processId())});
                isOver = true;
            });
            for (int i = 0; !isOver; ++i) {
                const auto reference = u"%1-%2"_s.arg(round).arg(i);
                const auto placed = client.call("POST", "/v1/orders", orderOf(reference),
                                                {{"Idempotency-Key", "\"" + reference.toLatin1() + "\""}});
                if (placed.status == 200) {
                    numbers += placed.json()["orders"_L1][0]["parcels"_L1][0]["tracking_number"_L1].toString();
                    QCOMPARE(numbers.last().size(), 13);
                }
                const auto at = QByteArray::number(start + fixes);
                if (client.call("GET", "/?id=phone-1&lat=-34.9&lon=-56.1&timestamp=" + at).status == 200)
                    ++fixes;
            }
            killer.join();
            backend.kill();
            QVERIFY2(backend.start(), qPrintable(backend.problem()));
        }
        QVERIFY(!numbers.isEmpty());
        for (const auto &number : numbers)
            QCOMPARE(client.call("GET", "/v1/track/" + number.toLatin1()).status, 200); // the token lives on, too
        const auto time = [&](qint64 seconds) {
            return QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::UTC).toString(Qt::ISODate).toLatin1();
        };
        const auto track =
            client.call("GET", "/v1/drivers/carla/track?from=" + time(start) + "&to=" + time(start + fixes));
        QVERIFY(track.json()["fixes"_L1].toArray().size() >= std::min<qint64>(fixes, 1000));
        backend.stop();

        auto database =
            StoreFile::Database::open(backend.dataDirectory() + u"/store.sqlite"_s, StoreFile::Database::Mode::Writer);
        QVERIFY(database);
        QCOMPARE(*database->text("PRAGMA integrity_check"), u"ok"_s);
        QVERIFY(*database->integer("SELECT count(*) FROM fix") >= fixes);
        // no seq is missing and none repeats
        QCOMPARE(*database->integer("SELECT count(*) FROM feed WHERE last_seq<>"
                                    "(SELECT count(*) FROM change_log WHERE feed=no)"),
                 0);
        qInfo("%lld fixes and %lld orders acknowledged over %d kills", fixes, static_cast<long long>(numbers.size()),
              kills);
    }

    void decidesEachCommandOnce()
    {
        BackendProcess backend(QStringLiteral(DOORSTEP_PROGRAMS));
        QVERIFY2(backend.start(), qPrintable(backend.problem()));
        HttpClient client(backend.url());
        QVERIFY(!client.signIn(QString::fromLatin1(BackendProcess::user), QString::fromLatin1(BackendProcess::password))
                     .isEmpty());
        const auto plan = QJsonDocument::fromJson(R"({"depots":[{"id":"d1","name":"D","address":{"text":"x"},
            "where":[-56.1,-34.9],"time_zone":"America/Montevideo"}]})");
        QCOMPARE(client.call("PUT", "/v1/plan", plan.object()).status, 200);
        const auto placed = client.call("POST", "/v1/orders", orderOf(u"one"_s), {{"Idempotency-Key", "\"k\""}});
        const StopId stop(placed.json()["orders"_L1][0]["stop"_L1].toString());

        Desk desk(client, stop);
        int lostAnswers = 0;
        for (int round = 0; round < kills; ++round) {
            std::atomic<bool> isOver = false;
            std::thread killer([&backend, &isOver] {
                std::this_thread::sleep_for(std::chrono::milliseconds(QRandomGenerator::global()->bounded(20, 300)));
                QProcess::execute(u"kill"_s, {u"-KILL"_s, QString::number(backend.processId())});
                isOver = true;
            });
            while (!isOver)
                desk.sendNextOrTheSameAgain();
            killer.join();
            backend.kill();
            QVERIFY2(backend.start(), qPrintable(backend.problem()));
            // Whatever was cut off is decided now, or was and is answered again.
            const bool wasWaiting = desk.isWaiting();
            desk.sendNextOrTheSameAgain();
            QVERIFY2(!desk.isWaiting(), desk.lastAnswer.constData());
            lostAnswers += wasWaiting && desk.lastAnswer.contains("again") ? 1 : 0;
            QCOMPARE(desk.problem, QString());
        }
        backend.stop();

        QProcess verify;
        verify.start(QStringLiteral(DOORSTEP_PROGRAMS) + u"/doorstepd"_s,
                     {u"audit"_s, u"verify"_s, u"--data"_s, backend.dataDirectory()});
        QVERIFY(verify.waitForFinished());
        QCOMPARE(verify.exitCode(), 0);
        auto database =
            StoreFile::Database::open(backend.dataDirectory() + u"/store.sqlite"_s, StoreFile::Database::Mode::Writer);
        QVERIFY(database);
        QCOMPARE(*database->text("PRAGMA integrity_check"), u"ok"_s);
        QCOMPARE(*database->integer("SELECT count(*) FROM command"), desk.acknowledged);
        QCOMPARE(*database->integer("SELECT last_seq FROM device WHERE id='desk'"), desk.acknowledged);
        // each changed the stop, and only once
        QCOMPARE(*database->integer("SELECT count(*) FROM change_log WHERE kind='stop'"), 1 + desk.acknowledged);
        QCOMPARE(*database->integer("SELECT count(*) FROM audit WHERE action='hold_stop'"), desk.acknowledged);
        qInfo("%lld commands acknowledged over %d kills; the answer was lost %d times", desk.acknowledged, kills,
              lostAnswers);
    }

    void refusesASecondServerOnTheSameData()
    {
        BackendProcess backend(QStringLiteral(DOORSTEP_PROGRAMS));
        QVERIFY2(backend.start(), qPrintable(backend.problem()));
        QProcess second;
        second.start(QStringLiteral(DOORSTEP_PROGRAMS) + u"/doorstepd"_s,
                     {u"serve"_s, u"--data"_s, backend.dataDirectory(), u"--listen"_s, u"127.0.0.1:0"_s});
        QVERIFY(second.waitForFinished());
        QCOMPARE(second.exitCode(), 2);
        QVERIFY(second.readAllStandardError().contains("another doorstepd"));
    }

    void saysWhatIsWrongWithItsArguments_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("none") << QStringList();
        QTest::newRow("an unknown command") << QStringList{u"dance"_s};
        QTest::newRow("an unknown option") << QStringList{u"serve"_s, u"--data"_s, u"x"_s, u"--dance"_s};
        QTest::newRow("no data") << QStringList{u"serve"_s};
        QTest::newRow("a bad address") << QStringList{u"serve"_s, u"--data"_s, u"/tmp/none"_s, u"--listen"_s,
                                                      u"here"_s};
        QTest::newRow("a port too large")
            << QStringList{u"serve"_s, u"--data"_s, u"/tmp/none"_s, u"--listen"_s, u"127.0.0.1:70000"_s};
        QTest::newRow("an unknown role") << QStringList{u"user"_s,      u"add"_s,    u"eva"_s, u"--data"_s,
                                                        u"/tmp/none"_s, u"--role"_s, u"king"_s};
        QTest::newRow("a password as argument") << QStringList{u"user"_s,   u"add"_s,       u"eva"_s,    u"secret"_s,
                                                               u"--data"_s, u"/tmp/none"_s, u"--role"_s, u"admin"_s};
        QTest::newRow("no region there") << QStringList{u"region"_s, u"import"_s, u"/nowhere.osm.pbf"_s};
    }

    void saysWhatIsWrongWithItsArguments()
    {
        QFETCH(const QStringList, arguments);
        QProcess process;
        process.start(QStringLiteral(DOORSTEP_PROGRAMS) + u"/doorstepd"_s, arguments);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 2);
        QVERIFY(!process.readAllStandardError().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCrash)
#include "tst_crash.moc"
