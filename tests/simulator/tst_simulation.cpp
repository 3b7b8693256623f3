// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "simulator/simulation.h"
#include "tests/simulator/fakebackend.h"

#include <QFile>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Doorstep;
using namespace Doorstep::Simulation;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Run = Doorstep::Simulation::Simulation;

SimulationOptions optionsFor(const QUrl &server)
{
    return {.server = server,
            .user = u"admin"_s,
            .password = u"secret"_s,
            .day = {.seed = 42,
                    .drivers = 4,
                    .stops = 20,
                    .depots = 1,
                    .day = QDate(2026, 3, 12),
                    .zone = QTimeZone("America/Montevideo"),
                    .at = {}},
            .speed = 3'000.0, // far beyond what the command line takes: the fake does not mind
            .start = {},
            .jump = {},
            .truthFile = {}};
}

} // namespace

class SimulationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aWholeDayEndsWithEveryStopDone()
    {
        Test::FakeBackend backend;
        Run run(optionsFor(backend.url()));
        QSignalSpy finished(&run, &Run::finished);
        QSignalSpy failed(&run, &Run::failed);
        run.begin();
        QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty() || !failed.isEmpty(), 30s);
        QVERIFY2(failed.isEmpty(), failed.isEmpty() ? "" : qPrintable(failed[0][0].toString()));

        QCOMPARE(backend.plannedStops, 20);
        QVERIFY(!backend.importedVisits.isEmpty());
        QCOMPARE(backend.outcomes.size(), 20);
        QCOMPARE(backend.repeatedOutcomes, 0);
        QCOMPARE(backend.fixTimes.size(), 4);
        for (const auto &times : std::as_const(backend.fixTimes))
            QVERIFY(std::ranges::is_sorted(times));
        QCOMPARE(finished[0][1].toInt(), 0); // refused

        // People at desks asked, and drew what was closed, each when it was time.
        QStringList times;
        QSet<QString> verbs;
        for (const auto &decision : std::as_const(backend.decisions)) {
            times += decision["at"_L1].toString();
            verbs += decision["verb"_L1].toString();
        }
        QCOMPARE(verbs, (QSet<QString>{u"draw_closure"_s, u"record_check_in"_s}));
        QVERIFY(std::ranges::is_sorted(times));
    }

    void phonesThatAreAskedSayWhereTheyAre()
    {
        Test::FakeBackend backend;
        backend.asksForPositions = true;
        const QTemporaryDir folder;
        auto options = optionsFor(backend.url());
        options.truthFile = folder.filePath(u"truth.ndjson"_s);
        Run run(options);
        const QSignalSpy finished(&run, &Run::finished);
        run.begin();
        QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), 30s);

        QVERIFY(backend.positionsAskedFor.size() > 2);
        QSet<QString> phones;
        for (const auto &post : std::as_const(backend.positionsAskedFor)) {
            QCOMPARE(post["_type"_L1].toString(), u"location"_s);
            phones += post["topic"_L1].toString();
        }
        QCOMPARE(phones.size(), 2); // of four drivers; the others carry Traccar Client
        for (const auto &times : std::as_const(backend.fixTimes))
            QVERIFY(std::ranges::is_sorted(times));
        QCOMPARE(backend.outcomes.size(), 20);
        QFile truth(options.truthFile);
        QVERIFY(truth.open(QIODevice::ReadOnly));
        QCOMPARE(truth.readAll().count(R"("truth":"said_where")"), backend.positionsAskedFor.size());
    }

    void theServerMayGoAwayAndComeBack()
    {
        Test::FakeBackend backend;
        Run run(optionsFor(backend.url()));
        const QSignalSpy finished(&run, &Run::finished);
        run.begin();
        QTRY_VERIFY_WITH_TIMEOUT(backend.outcomes.size() >= 4, 20s);
        const auto before = backend.outcomes.size();
        backend.goAway();
        QTimer::singleShot(1500ms, &backend, &Test::FakeBackend::comeBack);
        QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), 30s);

        QVERIFY(before < 20);
        QCOMPARE(backend.outcomes.size(), 20);
        QVERIFY(backend.signIns >= 2); // it had forgotten the token
        QCOMPARE(backend.clocks.last()["rate"_L1].toDouble(), 3'000.0); // and the time
        for (const auto &times : std::as_const(backend.fixTimes))
            QVERIFY(std::ranges::is_sorted(times));
    }

    void aJumpTellsThePastFirst()
    {
        Test::FakeBackend backend;
        const QTemporaryDir folder;
        auto options = optionsFor(backend.url());
        options.jump = QTime(14, 7);
        options.speed = 10.0;
        options.truthFile = folder.filePath(u"truth.ndjson"_s);
        Run run(options);
        QSignalSpy progressed(&run, &Run::progressed);
        run.begin();
        QTRY_VERIFY_WITH_TIMEOUT(!progressed.isEmpty() && progressed.last()[0] == u"the day is under way"_s, 20s);

        const auto done = backend.outcomes.size();
        QVERIFY2(done >= 8 && done <= 19, qPrintable(QString::number(done)));
        const auto jump = options.day.time(QTime(14, 7));
        for (const auto &outcome : std::as_const(backend.outcomes))
            QVERIFY(QDateTime::fromString(outcome["at"_L1].toString(), Qt::ISODateWithMs) <= jump);
        for (const auto &times : std::as_const(backend.fixTimes)) {
            QVERIFY(times.size() > 20);
            QVERIFY(times.last() <= jump.toSecsSinceEpoch());
        }
        QCOMPARE(backend.clocks.last()["rate"_L1].toDouble(), 10.0);
        QCOMPARE(QDateTime::fromString(backend.clocks.last()["now"_L1].toString(), Qt::ISODateWithMs), jump);
    }

    void aFixedClockIsFollowedAtSpeedOneOnly()
    {
        Test::FakeBackend backend;
        backend.isClockFixed = true;
        auto options = optionsFor(backend.url());
        Run fast(options);
        QSignalSpy failed(&fast, &Run::failed);
        fast.begin();
        QTRY_VERIFY(!failed.isEmpty());
        QVERIFY(failed[0][0].toString().contains(u"--adjustable-clock"_s));

        options.speed = 1.0;
        options.jump = QTime(14, 7);
        Run slow(options);
        QSignalSpy progressed(&slow, &Run::progressed);
        slow.begin();
        QTRY_VERIFY_WITH_TIMEOUT(!progressed.isEmpty() && progressed.last()[0] == u"the day is under way"_s, 20s);
        const auto now = QDateTime::currentSecsSinceEpoch();
        qint64 newest = 0;
        for (const auto &times : std::as_const(backend.fixTimes))
            newest = std::max(newest, times.last());
        QVERIFY(newest <= now + 2);
        QVERIFY(newest > now - 120); // the day came to the clock
    }

    void saysWhyItCannotStart_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<bool>("isAway");
        QTest::addColumn<QString>("word");
        QTest::newRow("wrong password") << u"guess"_s << false << u"password"_s;
        QTest::newRow("nobody there") << u"secret"_s << true << u"No server answers"_s;
    }

    void saysWhyItCannotStart()
    {
        QFETCH(const QString, password);
        QFETCH(const bool, isAway);
        QFETCH(const QString, word);
        const Test::FakeBackend backend;
        const Test::OwnPort nobody;
        auto options = optionsFor(isAway ? nobody.url() : backend.url());
        options.password = password;
        Run run(options);
        QSignalSpy failed(&run, &Run::failed);
        run.begin();
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 15s);
        QVERIFY2(failed[0][0].toString().contains(word), qPrintable(failed[0][0].toString()));
    }
};

QTEST_GUILESS_MAIN(SimulationTest)
#include "tst_simulation.moc"
