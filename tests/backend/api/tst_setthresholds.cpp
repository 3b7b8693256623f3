// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/watchhost/sightings.h"
#include "models/wire/thresholdswire.h"
#include "tests/backend/api/smalltown.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Doorstep;
using drogon::sync_wait;

namespace {

const DepotId here(u"d1"_s);

ThresholdValues only(Threshold threshold, int value)
{
    ThresholdValues values;
    values.set(threshold, value);
    return values;
}

User person(User::Role role)
{
    auto user = Test::SmallTown::dispatcher();
    user.roles = {role};
    return user;
}

} // namespace

/// What supervisors set, as it is stored.
class TestSetThresholds : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Test::SmallTown> m_town;
    qint64 m_sequence = 0;

    Verdict run(const SetThresholds &verb, User::Role role = User::Role::Supervisor)
    {
        const auto verdicts = m_town->run({m_town->command(++m_sequence, verb)}, person(role));
        return verdicts ? verdicts->constFirst() : Verdict{.kind = Verdict::Kind::Rejected};
    }
    QJsonObject stored() { return m_town->body(u"thresholds"_s, here.toString()); }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_town = std::make_unique<Test::SmallTown>();
        m_sequence = 0;
    }

    void isStoredForItsDepotAndTakenBack()
    {
        const SetThresholds verb{.depot = here, .was = {}, .set = only(Threshold::OffRoute, 900)};
        QCOMPARE(run(verb).kind, Verdict::Kind::Applied);
        QCOMPARE(stored(), (QJsonObject{{u"id"_s, u"d1"_s}, {u"off_route_m"_s, 900}}));
        m_town->reopen();
        QCOMPARE(stored()["off_route_m"_L1].toInt(), 900);
        QCOMPARE(run({.depot = here, .was = verb.set, .set = verb.was}).kind, Verdict::Kind::Applied);
        QCOMPARE(stored(), (QJsonObject{{u"id"_s, u"d1"_s}}));
    }

    void leavesWhatANewerProgramWrote()
    {
        Commit commit;
        commit.at = m_town->now;
        commit.writes.push_back({.feed = Test::SmallTown::depotFeed(),
                                 .kind = u"thresholds"_s,
                                 .id = u"d1"_s,
                                 .body = R"({"id":"d1","moon_phase":3,"late_stops":4})",
                                 .ifVersion = {}});
        QVERIFY(sync_wait(m_town->store->commit(commit)).has_value());
        const SetThresholds verb{
            .depot = here, .was = only(Threshold::LateStops, 4), .set = only(Threshold::LateStops, 6)};
        QCOMPARE(run(verb).kind, Verdict::Kind::Applied);
        QCOMPARE(stored()["moon_phase"_L1].toInt(), 3);
        QCOMPARE(stored()["late_stops"_L1].toInt(), 6);
    }

    void isForSupervisorsOnly_data()
    {
        QTest::addColumn<User::Role>("role");
        QTest::newRow("dispatcher") << User::Role::Dispatcher;
        QTest::newRow("support") << User::Role::Support;
        QTest::newRow("driver") << User::Role::Driver;
    }
    void isForSupervisorsOnly()
    {
        QFETCH(const User::Role, role);
        const auto verdict = run({.depot = here, .was = {}, .set = only(Threshold::OffRoute, 900)}, role);
        QCOMPARE(verdict.kind, Verdict::Kind::Rejected);
        QCOMPARE(verdict.code, u"forbidden"_s);
        QVERIFY(stored().isEmpty());
    }

    void isDecidedInTheFeedOfItsDepot()
    {
        const auto verdict = run({.depot = DepotId(u"d2"_s), .was = {}, .set = only(Threshold::OffRoute, 900)});
        QCOMPARE(verdict.kind, Verdict::Kind::Rejected);
        QCOMPARE(verdict.code, u"another_depot"_s);
    }

    void showsBothWhenTwoSetIt()
    {
        QCOMPARE(run({.depot = here, .was = {}, .set = only(Threshold::OffRoute, 900)}).kind, Verdict::Kind::Applied);
        const auto verdict = run({.depot = here, .was = {}, .set = only(Threshold::OffRoute, 700)});
        QCOMPARE(verdict.kind, Verdict::Kind::Conflict);
        QCOMPARE(verdict.field, u"off_route_m"_s);
        QCOMPARE(verdict.current.size(), 1);
        QCOMPARE(verdict.current.constFirst().kind, u"thresholds"_s);
        QCOMPARE(run({.depot = here, .was = {}, .set = only(Threshold::LateStops, 4)}).kind, Verdict::Kind::Applied);
        QCOMPARE(stored()["off_route_m"_L1].toInt(), 900);
    }

    void isSeenByTheWatchers()
    {
        const Change written{.kind = u"thresholds"_s,
                             .id = u"d1"_s,
                             .version = 1,
                             .deleted = false,
                             .body = R"({"id":"d1","late_stops":4})"};
        const auto seen = sightingOf(written);
        QVERIFY(seen.has_value());
        QCOMPARE(std::get<Watch::ThresholdsSeen>(*seen).thresholds.values, only(Threshold::LateStops, 4));
        auto gone = written;
        gone.deleted = true;
        QCOMPARE(std::get<Watch::ThresholdsGone>(sightingOf(gone).value()).depot, here);
        auto broken = written;
        broken.body = R"({"id":"d1","late_stops":"4"})";
        QVERIFY(!sightingOf(broken).has_value());
    }
};

QTEST_GUILESS_MAIN(TestSetThresholds)

#include "tst_setthresholds.moc"
