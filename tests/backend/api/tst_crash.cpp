// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/store/sqlite/database.h"
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
