// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/archive/appendlog.h"
#include "models/archive/outboxrecord.h"
#include "models/desk/decisions.h"
#include "models/wire/rawjson.h"
#include "tests/system/survive/world.h"

#include <QJsonArray>
#include <QLoggingCategory>
#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Figures figures;

const auto newerId = u"newer-1"_s;
const QJsonObject newerCommand{{u"id"_s, newerId},
                               {u"feed"_s, u"depot-aguada"_s},
                               {u"verb"_s, u"teleport_stop"_s},
                               {u"v"_s, 3},
                               {u"at"_s, u"2026-03-12T14:00:00.000Z"_s},
                               {u"mood"_s, u"a key of later"_s},
                               {u"body"_s, QJsonObject{{u"stop"_s, u"x"_s}, {u"warp"_s, 9}}}};

} // namespace

/// Programs of two versions side by side, as in every update: nothing is lost, and what one of them does not know stays
/// as it is.
///
/// With DOORSTEP_OTHER_PROGRAMS, the folder of another version's programs, backends and consoles of it take part too.
class OtherVersionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"doorstep.*=false"_s); }

    /// A newer console wrote it, then somebody went back to this one.
    void aVerbThatOnlyNewerConsolesKnowComesBackToThePerson()
    {
        World world(figures);
        QCOMPARE(world.begin(), QString());
        auto &before = world.station(0);
        before.addNote(before.fleet.stops().at(0).id);
        QTRY_VERIFY_WITH_TIMEOUT(before.isQuiet(), 20'000);
        const auto person = *before.desk.person();
        world.closeStation(0);
        // The outbox is made anew from its log: so this is read as if it had always been there.
        const auto record = Wire::compact({{u"id"_s, newerId},
                                           {u"user"_s, person.id.toString()},
                                           {u"feed"_s, u"depot-aguada"_s},
                                           {u"seq"_s, 2},
                                           {u"text"_s, u"Teleported"_s},
                                           {u"line"_s, QString::fromUtf8(Wire::compact(newerCommand))},
                                           {u"state"_s, u"waiting"_s},
                                           {u"n"_s, 2},
                                           {u"revision"_s, 50},
                                           {u"colour"_s, u"a key of later"_s}});
        QVERIFY(Disk::AppendLog(world.directoryOf(0) + "/outbox.log"_L1).append({record}));
        QVERIFY(QFile::remove(world.directoryOf(0) + "/outbox.db"_L1));
        world.openStation(0);
        auto &station = world.station(0);
        QTRY_COMPARE_WITH_TIMEOUT(station.uplink.attention(), 1, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(station.isQuiet(), 20'000); // and it stops nothing behind it
        station.addNote(station.fleet.stops().at(1).id);
        QTRY_COMPARE_WITH_TIMEOUT(world.ledger(0).saved.size(), 2, 20'000);
        QCOMPARE(world.heal(), QString());
        world.closeStation(0);
        const auto left = leftoverIn(world.directoryOf(0));
        const auto kept = std::ranges::find(left.outbox, CommandId(newerId), &OutboxCommand::id);
        QVERIFY(kept != left.outbox.cend());
        QCOMPARE(kept->state, OutboxCommand::State::Attention);
        QCOMPARE(kept->verdict->code, u"unknown_verb"_s);
        QCOMPARE(kept->line, Wire::compact(newerCommand)); // as it was written, for a newer one
        world.openStation(0);
        QCOMPARE(world.heal(), QString());
        QCOMPARE(world.check(), QString());
    }

    /// A newer backend has written kinds and keys that nobody here knows, and was put back to this one.
    void whatOnlyNewerBackendsKnowIsKeptAsItIs()
    {
        World world(figures);
        QCOMPARE(world.begin(), QString());
        const auto stop = world.station(0).fleet.stops().at(0).id;
        const QByteArray hologram = R"({"id":"h1","projector":{"lumen":9}})";
        const auto writeHologram = [&](const QByteArray &) { return QByteArray(hologram); };
        const auto addKeys = [](const QByteArray &was) {
            return was.chopped(1) + R"(,"dog":"large","later":{"a":[1,2]}})";
        };
        QCOMPARE(world.writeAsANewerBackend(u"hologram"_s, u"h1"_s, writeHologram), QString());
        QCOMPARE(world.writeAsANewerBackend(u"stop"_s, stop.toString(), addKeys), QString());
        QCOMPARE(world.heal(), QString());
        // Somebody here changes that stop: what they do not know stays.
        auto &station = world.station(1);
        QTRY_VERIFY_WITH_TIMEOUT(station.isQuiet(), 20'000);
        QVERIFY(station.desk.perform(u"Held"_s, Decisions::hold(stop, true)));
        QCOMPARE(world.heal(), QString());
        for (int i = 0; i < World::consoles; ++i)
            world.closeStation(i);
        const auto left = leftoverIn(world.directoryOf(2)).replica.value(FeedId(u"depot-aguada"_s));
        QCOMPARE(left.value(u"hologram/h1"_s).body, hologram);
        const auto body = left.value(u"stop/"_s + stop.toString()).body;
        QVERIFY2(body.contains(R"("dog":"large")") && body.contains(R"("held":true)"), body.constData());
        for (int i = 0; i < World::consoles; ++i)
            world.openStation(i);
        QCOMPARE(world.heal(), QString());
        QCOMPARE(world.check(), QString());
    }

    void programsOfTwoVersionsWorkTogether_data()
    {
        QTest::addColumn<bool>("isBackendOther");
        QTest::addColumn<bool>("isConsoleOther");
        QTest::newRow("an older console") << false << true;
        QTest::newRow("an older backend") << true << false;
        QTest::newRow("the backend is updated under an older console") << true << true;
    }

    void programsOfTwoVersionsWorkTogether()
    {
        QFETCH(const bool, isBackendOther);
        QFETCH(const bool, isConsoleOther);
        const auto other = qEnvironmentVariable("DOORSTEP_OTHER_PROGRAMS");
        if (other.isEmpty())
            QSKIP("DOORSTEP_OTHER_PROGRAMS is not set");
        World world(figures, 1, isBackendOther ? other : World::ours(), isConsoleOther ? other : World::ours());
        QCOMPARE(world.begin(), QString());
        QCOMPARE(world.killConsole(0, 20), QString());
        for (int i = 0; i < 30; ++i)
            world.decide(1 + i % 2, i, i, i + 1);
        QCOMPARE(world.heal(), QString());
        if (isBackendOther) {
            world.backend().stop();
            world.backend().setPrograms(World::ours()); // the update
            world.restartBackend();
        }
        QCOMPARE(world.killConsole(0, 20), QString());
        for (int i = 0; i < 30; ++i)
            world.decide(1 + i % 2, i, i + 3, i);
        QCOMPARE(world.heal(), QString());
        QCOMPARE(world.check(), QString());
    }
};

QTEST_GUILESS_MAIN(OtherVersionsTest)
#include "tst_otherversions.moc"
