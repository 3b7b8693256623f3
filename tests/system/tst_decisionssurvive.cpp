// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/desk/decisions.h"
#include "tests/system/survive/world.h"

#include <QLoggingCategory>
#include <QTest>
#include <QTextStream>

#include <rapidcheck.h>

namespace Doorstep::Test {
void showValue(const Happening &happening, std::ostream &os)
{
    os << World::name(happening.what).toStdString() << '(' << happening.who << ' ' << happening.a << ' ' << happening.b
       << ')';
}
} // namespace Doorstep::Test

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Wanted
{
    quint64 seed = 0;
    std::chrono::milliseconds length{30'000}; ///< No new run begins after it.
    int happenings = 40; ///< At most, in a run.
    int patience = 1;
};

Wanted wanted;
Figures figures;

rc::Gen<std::vector<Happening>> anyDay()
{
    const auto happening = rc::gen::build<Happening>(
        rc::gen::set(&Happening::what, rc::gen::inRange(0, World::kinds)),
        rc::gen::set(&Happening::who, rc::gen::inRange(0, World::consoles)),
        rc::gen::set(&Happening::a, rc::gen::inRange(0, 100)), rc::gen::set(&Happening::b, rc::gen::inRange(0, 100)));
    return rc::gen::resize(wanted.happenings,
                           rc::gen::container<std::vector<Happening>>(rc::gen::resize(100, happening)));
}

QString live(const std::vector<Happening> &day)
{
    World world(figures, wanted.patience);
    if (const auto problem = world.begin(); !problem.isEmpty())
        return problem;
    for (const auto &happening : day)
        world.happen(happening);
    const auto stuck = world.heal();
    return stuck.isEmpty() ? world.check() : stuck;
}

void report(QTextStream &out, std::chrono::milliseconds took)
{
    auto drains = figures.drains;
    std::ranges::sort(drains);
    const auto at = [&drains](double part) {
        return drains.isEmpty() ? 0 : drains.at(static_cast<qsizetype>(part * static_cast<double>(drains.size() - 1)));
    };
    out << "survive seed=" << wanted.seed << " minutes=" << static_cast<double>(took.count()) / 60'000
        << " runs=" << figures.runs << " happenings=" << figures.happenings << " saved=" << figures.saved
        << " lost=" << figures.lost << " doubled=" << figures.doubled << " divergent=" << figures.divergent
        << " backend_kills=" << figures.backendKills << " console_kills=" << figures.consoleKills
        << " console_restarts=" << figures.consoleRestarts << " struck=" << figures.strikes
        << " restores=" << figures.restores << " suspends=" << figures.suspends << " fixes=" << figures.fixes
        << " attention=" << figures.attention << " drain_p50_ms=" << at(0.5) << " drain_p99_ms=" << at(0.99)
        << " drain_max_ms=" << at(1.0) << '\n'
        << Qt::flush;
}

} // namespace

/// Whatever happens, in whatever order: what a console has shown as saved is never lost, never done twice, and in the
/// end everybody sees the same. `--seed N` repeats a run, `--hours H` (or `--minutes M`) makes it long.
class DecisionsSurviveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKilledConsoleKeepsWhatItHasSaid()
    {
        World world(figures, wanted.patience);
        QCOMPARE(world.begin(), QString());
        for (const int count : {1, 2, 5, 20, 60}) {
            if (count > 2)
                world.proxy(0).strike(Strike::DropAnswer, "POST /v1/commands", count / 5);
            QCOMPARE(world.killConsole(0, count), QString());
        }
        QVERIFY(world.ledger(0).saved.size() >= 88);
        QCOMPARE(world.heal(), QString());
        QCOMPARE(world.check(), QString());
    }

    /// Its timers and its sockets wake up long after everything they waited for is over.
    void aSuspendedConsoleGoesOn()
    {
        World world(figures, wanted.patience);
        QCOMPARE(world.begin(), QString());
        const auto console = world.startConsole(0);
        QVERIFY(console->decide(5));
        console->suspend();
        ++figures.suspends;
        world.decide(1, 6, 1, 2); // meanwhile somebody else decides
        World::wait([] { return false; }, wanted.patience * 4s); // longer than it waits for a ping, an answer, anything
        console->resume();
        QVERIFY(console->decide(20));
        QCOMPARE(world.endConsole(0, *console), QString());
        QVERIFY(world.ledger(0).saved.size() >= 25);
        QCOMPARE(world.heal(), QString());
        QCOMPARE(world.check(), QString());
    }

    /// Nobody is told that a note is gone again, as its console ends while it writes that down.
    void whatIsUndoneLastIsUndone()
    {
        World world(figures, wanted.patience);
        QCOMPARE(world.begin(), QString());
        auto &notes = world.ledger(1).notes;
        for (int i = 0; i < 2; ++i) {
            world.station(1).addNote(world.station(1).fleet.stops().at(i).id);
            QTRY_COMPARE_WITH_TIMEOUT(notes.size(), i + 1, 20'000);
        }
        world.station(1).desk.undo();
        world.closeStation(1);
        QCOMPARE(notes.size(), 1); // the other one is as it was
        world.openStation(1);
        QCOMPARE(world.heal(), QString());
        QCOMPARE(world.station(0).fleet.notes().size(), 1);
        QCOMPARE(world.check(), QString());
    }

    /// Likewise when somebody lets stand what another has decided, and leaves at once.
    void whatIsDealtWithLastIsDealtWith()
    {
        World world(figures, wanted.patience);
        QCOMPARE(world.begin(), QString());
        auto &station = world.station(0);
        const auto stop = station.fleet.stops().at(0).id;
        const auto call = [&stop](Station &at, const QString &phone) {
            auto after = *at.desk.scene().stop(stop);
            after.phone = phone;
            return at.desk.perform(u"phone"_s, Decisions::editStop(*at.desk.scene().stop(stop), after));
        };
        world.proxy(0).setWeather({.isUpHeld = true, .isDownHeld = true, .refuses = true});
        world.proxy(0).cutAll();
        QVERIFY(call(world.station(1), u"+598 99 1"_s));
        QTRY_COMPARE_WITH_TIMEOUT(world.station(2).fleet.stops().find(stop)->phone, u"+598 99 1"_s, 20'000);
        QVERIFY(call(station, u"+598 99 2"_s));
        QTRY_COMPARE_WITH_TIMEOUT(world.ledger(0).saved.size(), 1, 20'000);
        world.proxy(0).heal();
        QTRY_COMPARE_WITH_TIMEOUT(station.setbacks.all().size(), 1, 20'000);
        station.desk.takeTheirs(station.setbacks.all().constFirst().id);
        world.closeStation(0);
        QCOMPARE(leftoverIn(world.directoryOf(0)).outbox.size(), 0);
        world.openStation(0);
        QCOMPARE(world.heal(), QString());
        QCOMPARE(world.station(0).fleet.stops().find(stop)->phone, u"+598 99 1"_s);
        QCOMPARE(world.check(), QString());
    }

    /// The backend goes back to a backup. The console hears of it through its feed, which is held up, and decides on:
    /// what was lost is sent again first.
    void nothingNewOvertakesWhatARestoreLost()
    {
        World world(figures, wanted.patience);
        QCOMPARE(world.begin(), QString());
        auto &station = world.station(0);
        const auto stop = station.fleet.stops().at(0).id;
        const auto edit = [&](int number) {
            const auto *before = station.desk.scene().stop(stop);
            auto after = *before;
            after.phone = u"+598 99 %1"_s.arg(number);
            return station.desk.perform(u"phone"_s, Decisions::editStop(*before, after));
        };
        for (int i = 0; i < 5; ++i)
            QVERIFY(edit(i)); // each on what the one before has written
        QTRY_VERIFY_WITH_TIMEOUT(station.isQuiet(), 20'000);
        world.proxy(0).strike(Strike::DropAnswer, "GET ", 1'000'000);
        world.restore();
        const int posts = world.proxy(0).requests("POST /v1/commands");
        QVERIFY(edit(5));
        QTRY_VERIFY_WITH_TIMEOUT(world.proxy(0).requests("POST /v1/commands") >= posts + 2, 20'000);
        QCOMPARE(station.uplink.waiting(), 1);
        QCOMPARE(world.heal(), QString());
        QCOMPARE(station.uplink.attention(), 0); // nothing came back as a conflict
        QCOMPARE(station.fleet.stops().find(stop)->phone, u"+598 99 5"_s);
        QCOMPARE(world.ledger(0).saved.size(), 6);
        QCOMPARE(world.check(), QString());
    }

    void aRevokedPersonLosesNothing()
    {
        World world(figures, wanted.patience);
        QCOMPARE(world.begin(), QString());
        auto &station = world.station(1);
        station.signsInAgain = false;
        world.proxy(1).setWeather({.isUpHeld = true, .isDownHeld = true, .refuses = true});
        world.proxy(1).cutAll();
        for (int i = 0; i < 20; ++i)
            station.addNote(station.fleet.stops().at(i % 5).id);
        QTRY_COMPARE_WITH_TIMEOUT(world.ledger(1).saved.size(), 20, 20'000);
        const auto token = station.connection.token().toLatin1();
        QVERIFY(world.accepts(token));
        QVERIFY(world.doorstepd({u"user"_s, u"disable"_s, World::userOf(1)}));
        QTRY_VERIFY_WITH_TIMEOUT(!world.accepts(token), 20'000); // the server looks every few seconds
        world.proxy(1).heal();
        QTRY_COMPARE_WITH_TIMEOUT(station.connection.status().state, ConnectionStatus::State::NeedsSignIn, 20'000);
        QCOMPARE(station.uplink.waiting(), 20);
        QCOMPARE(station.fleet.notes().size(), 20); // shown, and marked as waiting
        world.closeStation(1);
        const auto left = leftoverIn(world.directoryOf(1));
        QCOMPARE(left.problem, QString());
        QCOMPARE(std::ranges::count(left.outbox, OutboxCommand::State::Waiting, &OutboxCommand::state), 20);
        QCOMPARE(world.station(0).fleet.notes().size(), 0); // nor did any of it get through
    }

    /// Each request that a console makes from its start until it is quiet after three decisions, each answer, and each
    /// piece that any of its sockets reads or writes, one after the other, until one run has none left to strike.
    void whateverIsStruck_data()
    {
        QTest::addColumn<Strike>("strike");
        QTest::newRow("a request") << Strike::CutRequest;
        QTest::newRow("an answer") << Strike::DropAnswer;
        QTest::newRow("a piece") << Strike::None;
    }

    void whateverIsStruck()
    {
        QFETCH(const Strike, strike);
        World world(figures, wanted.patience);
        QCOMPARE(world.begin(), QString());
        for (int n = 1;; ++n) {
            QVERIFY2(n < 200, "it never ends");
            world.closeStation(2);
            const int before = world.proxy(2).struck();
            if (strike == Strike::None)
                world.proxy(2).cutNth(n);
            else
                world.proxy(2).strikeNth(strike, "", n);
            world.openStation(2);
            auto &station = world.station(2);
            QTRY_VERIFY_WITH_TIMEOUT(!station.fleet.stops().isEmpty() && station.mayDecide(), 20'000);
            for (int i = 0; i < 3; ++i) {
                const auto savedBefore = world.ledger(2).saved.size();
                station.addNote(station.fleet.stops().at(0).id);
                QTRY_COMPARE_WITH_TIMEOUT(world.ledger(2).saved.size(), savedBefore + 1, 20'000);
                QTRY_VERIFY_WITH_TIMEOUT(station.isQuiet(), 20'000);
            }
            if (world.proxy(2).struck() == before) {
                QVERIFY(n > 5); // signing in, the live connection, and a request for each decision
                qInfo("struck %d, then none was left", n - 1);
                break;
            }
        }
        QCOMPARE(world.heal(), QString());
        QCOMPARE(world.check(), QString());
    }

    void whateverHappens()
    {
        QElapsedTimer timer;
        timer.start();
        QElapsedTimer sinceFailure; // shrinking must end some time
        for (quint64 round = 0; timer.durationElapsed() < wanted.length; ++round) {
            const rc::detail::TestParams params{.seed = wanted.seed + round, .maxSuccess = 1, .maxSize = 100};
            const auto result = rc::detail::checkTestable(
                [&sinceFailure] {
                    const auto day = *anyDay();
                    if (sinceFailure.isValid() && sinceFailure.durationElapsed() > 1min)
                        return;
                    const auto problem = live(day);
                    if (problem.isEmpty())
                        return;
                    QTextStream(stderr) << "after " << day.size() << " happenings: " << problem.left(1'500) << '\n';
                    if (!sinceFailure.isValid())
                        sinceFailure.start();
                    RC_FAIL(problem.left(1'500).toStdString());
                },
                rc::detail::TestMetadata{.id = "survive", .description = "whatever happens"}, params);
            if (result.is<rc::detail::SuccessResult>())
                continue;
            std::ostringstream words;
            rc::detail::printResultMessage(result, words);
            QTextStream out(stdout);
            report(out, timer.durationElapsed() / 1ms * 1ms);
            QFAIL(qPrintable(u"--seed %1: %2"_s.arg(params.seed).arg(QString::fromStdString(words.str()))));
        }
        QTextStream out(stdout);
        report(out, std::chrono::duration_cast<std::chrono::milliseconds>(timer.durationElapsed()));
        QVERIFY(figures.saved > 0);
        QCOMPARE(figures.lost, 0);
        QCOMPARE(figures.doubled, 0);
        QCOMPARE(figures.divergent, 0);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    bool isVerbose = false;
    QStringList rest{QString::fromLocal8Bit(argv[0])};
    auto arguments = QCoreApplication::arguments().sliced(1);
    wanted.seed = static_cast<quint64>(QDateTime::currentMSecsSinceEpoch());
    while (!arguments.isEmpty()) {
        const auto word = arguments.takeFirst();
        if (word == "--verbose"_L1) {
            isVerbose = true;
            continue;
        }
        const auto value = arguments.value(0);
        if (word == "--seed"_L1)
            wanted.seed = value.toULongLong();
        else if (word == "--hours"_L1)
            wanted.length = std::chrono::seconds(static_cast<qint64>(value.toDouble() * 3'600));
        else if (word == "--minutes"_L1)
            wanted.length = std::chrono::seconds(static_cast<qint64>(value.toDouble() * 60));
        else if (word == "--happenings"_L1)
            wanted.happenings = value.toInt();
        else if (word == "--patience"_L1)
            wanted.patience = value.toInt();
        else {
            rest.append(word);
            continue;
        }
        arguments.removeFirst();
    }
    if (!isVerbose)
        QLoggingCategory::setFilterRules(u"doorstep.*=false"_s);
    // Qt Test ends a program in which one function takes longer than this; five minutes if nobody says otherwise.
    const auto longest = wanted.length + 10min;
    qputenv("QTEST_FUNCTION_TIMEOUT", QByteArray::number(static_cast<qint64>(longest.count())));
    QTextStream(stdout) << "seed " << wanted.seed << '\n' << Qt::flush;
    DecisionsSurviveTest test;
    return QTest::qExec(&test, rest);
}

#include "tst_decisionssurvive.moc"
