// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/options.h"

#include <QTest>

using namespace Doorstep;
using namespace Qt::StringLiterals;

class DoorstepdOptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void servesByDefaultOnLoopbackAndKeepsFixesForNinetyDays()
    {
        const auto options = parseOptions({u"serve"_s, u"--data"_s, u"d"_s});
        QVERIFY(options);
        const auto &serve = std::get<ServeOptions>(*options);
        QCOMPARE(serve.dataDirectory, u"d"_s);
        QCOMPARE(serve.listen, u"127.0.0.1:7080"_s);
        QCOMPARE(serve.fixDaysKept, 90);
        QCOMPARE(serve.connectionsPerAddress, 1024);
        QVERIFY(serve.region.isEmpty());
        QVERIFY(!serve.isClockAdjustable);
    }

    void takesServersForTheCity()
    {
        const auto options =
            parseOptions({u"serve"_s, u"--data=d"_s, u"--region"_s, u"r.pbf"_s, u"--roads-url"_s,
                          u"http://127.0.0.1:5000"_s, u"--bicycle-roads-url"_s, u"https://osrm.example/bike"_s,
                          u"--places-url"_s, u"http://p:8080/n"_s, u"--keep-fixes"_s, u"7"_s});
        QVERIFY(options);
        const auto &serve = std::get<ServeOptions>(*options);
        QCOMPARE(serve.region.file, u"r.pbf"_s);
        QCOMPARE(serve.region.roads, QUrl(u"http://127.0.0.1:5000"_s));
        QCOMPARE(serve.region.bicycleRoads, QUrl(u"https://osrm.example/bike"_s));
        QCOMPARE(serve.region.places, QUrl(u"http://p:8080/n"_s));
        QCOMPARE(serve.fixDaysKept, 7);
    }

    void takesWhoGivesOutNewOrders()
    {
        const auto options = parseOptions({u"serve"_s, u"--data=d"_s, u"--assign"_s, u"aguada=15, cerro=10"_s});
        QVERIFY(options);
        const auto &limits = std::get<ServeOptions>(*options).assignment;
        QCOMPARE(limits.size(), 2);
        QCOMPARE(limits.value(DepotId(u"cerro"_s)), std::chrono::minutes(10));
    }

    void takesWhatToCopy()
    {
        const auto backup = parseOptions({u"backup"_s, u"b.sqlite"_s, u"--data"_s, u"d"_s});
        QVERIFY(backup);
        QCOMPARE(std::get<BackupOptions>(*backup).file, u"b.sqlite"_s);
        const auto restore = parseOptions({u"restore"_s, u"--data"_s, u"d"_s, u"b.sqlite"_s});
        QVERIFY(restore);
        QCOMPARE(std::get<RestoreOptions>(*restore).dataDirectory, u"d"_s);
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("word");
        const auto serve = [](const QStringList &more) { return QStringList{u"serve"_s, u"--data"_s, u"d"_s} + more; };
        QTest::newRow("nothing") << QStringList() << u"Say what to do"_s;
        QTest::newRow("an unknown command") << QStringList{u"fly"_s} << u"fly"_s;
        QTest::newRow("no data") << QStringList{u"serve"_s} << u"--data"_s;
        QTest::newRow("no URL") << serve({u"--roads-url"_s, u"osrm"_s}) << u"--roads-url"_s;
        QTest::newRow("a file") << serve({u"--places-url"_s, u"file:///etc/passwd"_s}) << u"--places-url"_s;
        QTest::newRow("bicycles alone") << serve({u"--bicycle-roads-url"_s, u"http://a"_s})
                                        << u"goes with --roads-url"_s;
        QTest::newRow("no days") << serve({u"--keep-fixes"_s, u"0"_s}) << u"--keep-fixes"_s;
        QTest::newRow("negative days") << serve({u"--keep-fixes=-3"_s}) << u"--keep-fixes"_s;
        QTest::newRow("days in words") << serve({u"--keep-fixes"_s, u"ten"_s}) << u"--keep-fixes"_s;
        QTest::newRow("too many days") << serve({u"--keep-fixes"_s, u"99999999999"_s}) << u"--keep-fixes"_s;
        for (const auto *bad : {"aguada", "aguada=", "aguada=0", "aguada=-5", "aguada=999", "=5", "../x=5", "a=5,a=6"})
            QTest::addRow("assign %s", bad) << serve({u"--assign"_s, QString::fromLatin1(bad)}) << u"--assign"_s;
        QTest::newRow("connections") << serve({u"--connections-per-address"_s, u"0"_s}) << u"--connections"_s;
        QTest::newRow("backup to nowhere") << QStringList{u"backup"_s, u"--data"_s, u"d"_s} << u"backup FILE"_s;
        QTest::newRow("restore of two") << QStringList{u"restore"_s, u"a"_s, u"b"_s, u"--data"_s, u"d"_s}
                                        << u"restore FILE"_s;
        QTest::newRow("restore to nowhere") << QStringList{u"restore"_s, u"a"_s} << u"--data"_s;
    }

    void saysWhatIsWrong()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, word);
        const auto options = parseOptions(arguments);
        QVERIFY(!options);
        QCOMPARE(options.error().kind, Error::Kind::Malformed);
        QVERIFY2(options.error().detail.contains(word), qPrintable(options.error().detail));
    }
};

QTEST_APPLESS_MAIN(DoorstepdOptionsTest)
#include "tst_doorstepdoptions.moc"
