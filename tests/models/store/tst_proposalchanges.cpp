// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/fleet.h"
#include "models/store/proposalchanges.h"
#include "tests/support/samples.h"

#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QList<StopId> ids(const QString &names)
{
    QList<StopId> list;
    for (const auto &name : names.split(u' ', Qt::SkipEmptyParts))
        list.append(StopId(name));
    return list;
}

QString namesOf(const QList<StopId> &stops)
{
    QStringList names;
    for (const auto &stop : stops)
        names.append(stop.toString());
    return names.join(u' ');
}

const RouteId r1{u"r1"_s};
const RouteId r2{u"r2"_s};

/// Ten minutes from stop to stop; upper-case names are done, "x" is driven to and stays.
Proposal::Line line(const RouteId &route, const QString &was, const QString &stops)
{
    Proposal::Line line;
    line.route = route;
    line.order = {.route = route, .was = ids(was), .stops = ids(stops)};
    for (auto [names, visits] : {std::pair(line.order.was, &line.before), std::pair(line.order.stops, &line.after)}) {
        int minutes = 0;
        for (const auto &stop : names) {
            if (stop.toString().front().isUpper())
                continue;
            minutes += 10;
            visits->append({.stop = stop,
                            .arrival = at(14).addSecs(qint64{60} * minutes),
                            .lateBy = {},
                            .stays = stop.toString() == "x"_L1});
        }
    }
    return line;
}

Proposal proposal(const QList<Proposal::Line> &lines, const QString &id = u"P1"_s)
{
    Proposal proposal;
    proposal.id = ProposalId(id);
    proposal.asked.routes = {r1, r2};
    proposal.lines = lines;
    return proposal;
}

/// "b r1>r2", "c r1+2": to another driver, two places before.
QStringList wordsOf(const QList<ProposalChange> &changes)
{
    QStringList words;
    for (const auto &change : changes) {
        const auto sign = change.places > 0 ? u"+"_s : QString();
        words.append(change.changesDriver()
                         ? u"%1 %2>%3"_s.arg(change.stop.toString(), change.from.toString(), change.to.toString())
                         : u"%1 %2%3%4"_s.arg(change.stop.toString(), change.from.toString(), sign).arg(change.places));
    }
    return words;
}

/// The routes of a proposal as it saw them.
void fill(Fleet &fleet, const Proposal &proposal)
{
    Batch batch;
    for (const auto &line : proposal.lines) {
        auto route = someRoute();
        route.id = line.route;
        route.stops = line.order.was;
        batch.routes.written.append(route);
        for (const auto &id : route.stops) {
            auto stop = someStop();
            stop.id = id;
            stop.route = line.route;
            stop.status = id.toString().front().isUpper() ? Stop::Status::Delivered : Stop::Status::Planned;
            batch.stops.written.append(stop);
        }
    }
    fleet.apply(batch);
}

QString planOf(const ProposalDraft &draft)
{
    return namesOf(draft.orderOf(r1)) + u" | "_s + namesOf(draft.orderOf(r2));
}

/// What the backend would say of the plan.
Proposal checkOf(const ProposalDraft &draft)
{
    QList<Proposal::Line> lines;
    for (const auto &order : draft.plan())
        lines.append(line(order.route, namesOf(order.was), namesOf(order.stops)));
    return proposal(lines, u"C1"_s);
}

} // namespace

class ProposalChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void saysWhatChanges_data()
    {
        QTest::addColumn<QStringList>("before");
        QTest::addColumn<QStringList>("after");
        QTest::addColumn<QStringList>("changes");
        QTest::newRow("nothing") << QStringList{u"A b c"_s, u"d"_s} << QStringList{u"A b c"_s, u"d"_s} << QStringList{};
        QTest::newRow("to another driver")
            << QStringList{u"A b c"_s, u"d"_s} << QStringList{u"A c"_s, u"d b"_s} << QStringList{u"b r1>r2"_s};
        QTest::newRow("one goes first, nobody else has moved")
            << QStringList{u"b c d e"_s, u"f"_s} << QStringList{u"e b c d"_s, u"f"_s} << QStringList{u"e r1+3"_s};
        QTest::newRow("one goes last") << QStringList{u"b c d e"_s, u"f"_s} << QStringList{u"c d e b"_s, u"f"_s}
                                       << QStringList{u"b r1-3"_s};
        QTest::newRow("who left and who came counts for nobody's place")
            << QStringList{u"b c d"_s, u"e f"_s} << QStringList{u"e c d"_s, u"f b"_s}
            << QStringList{u"b r1>r2"_s, u"e r2>r1"_s};
        QTest::newRow("what is driven to stays, wherever the list has it")
            << QStringList{u"b c x"_s, u"d"_s} << QStringList{u"x b c"_s, u"d"_s} << QStringList{};
        QTest::newRow("nobody drove there")
            << QStringList{u"b"_s, u"c"_s} << QStringList{u"b"_s, u"c g"_s} << QStringList{u"g >r2"_s};
        QTest::newRow("nobody would drive there")
            << QStringList{u"b g"_s, u"c"_s} << QStringList{u"b"_s, u"c"_s} << QStringList{u"g r1>"_s};
        QTest::newRow("empty") << QStringList{{}, {}} << QStringList{{}, {}} << QStringList{};
    }
    void saysWhatChanges()
    {
        QFETCH(const QStringList, before);
        QFETCH(const QStringList, after);
        QFETCH(const QStringList, changes);
        const auto whole = proposal({line(r1, before[0], after[0]), line(r2, before[1], after[1])});
        QCOMPARE(wordsOf(changesOf(whole)), changes);
    }

    void saysTheTimes()
    {
        const auto change =
            changesOf(proposal({line(r1, u"A b c"_s, u"A b"_s), line(r2, u"d"_s, u"c d"_s)})).constFirst();
        QCOMPARE(change.before, at(14, 20));
        QCOMPARE(change.after, at(14, 10));
    }

    void livesThroughWhatMakesNoSense()
    {
        // A stop twice, a line twice, a visit that is in no list.
        auto whole = proposal({line(r1, u"b b"_s, u"b c c"_s), line(r1, u"b"_s, u"b"_s)});
        whole.lines[0].after.append({.stop = StopId(u"z"_s), .arrival = {}});
        (void)changesOf(whole);
        ProposalDraft draft(whole);
        draft.refuse(StopId(u"z"_s));
        draft.refuse(StopId(u"nobody"_s));
        draft.accept(StopId(u"nobody"_s));
        draft.move(StopId(u"c"_s), 99);
        draft.move(StopId(u"nobody"_s), 0);
        draft.refuseRoute(r2);
        (void)draft.rows();
        QCOMPARE(draft.fixedPlaces(RouteId(u"nowhere"_s)), 0);
    }

    void refusesOneRowAndTakesItBack()
    {
        ProposalDraft draft(proposal({line(r1, u"A b c d"_s, u"A d"_s), line(r2, u"e f"_s, u"e b f c"_s)}));
        QVERIFY(!draft.isTouched());
        draft.refuse(StopId(u"c"_s));
        QCOMPARE(planOf(draft), u"A c d | e b f"_s);
        QVERIFY(draft.isUnchecked());
        QVERIFY(draft.question().isCheck);
        QCOMPARE(draft.question().plan, draft.plan());
        draft.show(checkOf(draft));
        QVERIFY(!draft.isUnchecked());
        QVERIFY(draft.isTouched());
        QCOMPARE(wordsOf(draft.rows()), (QStringList{u"b r1>r2"_s, u"c r1>r2"_s})); // nothing jumps
        QVERIFY(draft.isRefused(StopId(u"c"_s)));
        draft.refuse(StopId(u"b"_s));
        QCOMPARE(planOf(draft), u"A b c d | e f"_s);
        draft.accept(StopId(u"c"_s));
        draft.accept(StopId(u"b"_s));
        QCOMPARE(planOf(draft), u"A d | e b f c"_s);
    }

    void refusesWhatOnlyMovedInItsRoute()
    {
        ProposalDraft draft(proposal({line(r1, u"A b c d"_s, u"A d b c"_s), line(r2, u"e"_s, u"e"_s)}));
        draft.refuse(StopId(u"d"_s));
        QCOMPARE(planOf(draft), u"A b c d | e"_s);
        draft.accept(StopId(u"d"_s));
        QCOMPARE(planOf(draft), u"A d b c | e"_s);
    }

    void refusesARoute()
    {
        ProposalDraft draft(proposal({line(r1, u"b c d"_s, u"d c e"_s), line(r2, u"e f"_s, u"f b"_s)}));
        draft.refuseRoute(r1);
        QCOMPARE(planOf(draft), u"b c d | e f"_s);
        draft.acceptRoute(r1);
        QCOMPARE(QSet<StopId>(draft.orderOf(r1).cbegin(), draft.orderOf(r1).cend()),
                 (QSet<StopId>{StopId(u"d"_s), StopId(u"c"_s), StopId(u"e"_s)}));
    }

    void movesByHand()
    {
        ProposalDraft draft(proposal({line(r1, u"A x b c"_s, u"A x b c"_s), line(r2, u"e"_s, u"e"_s)}));
        QCOMPARE(draft.fixedPlaces(r1), 2);
        draft.move(StopId(u"c"_s), 2);
        QCOMPARE(planOf(draft), u"A x c b | e"_s);
        draft.show(checkOf(draft));
        QCOMPARE(wordsOf(draft.rows()), QStringList{u"c r1+1"_s});
        draft.refuse(StopId(u"c"_s)); // also what a hand did
        QCOMPARE(planOf(draft), u"A x b c | e"_s);
    }

    void staysWithWhatAPersonTouched()
    {
        const auto first = proposal({line(r1, u"b c"_s, u"c b"_s), line(r2, u"e"_s, u"e"_s)});
        auto better = proposal({line(r1, u"b c"_s, u"c"_s), line(r2, u"e"_s, u"b e"_s)});
        better.round = 2;
        better.isFinal = true;
        ProposalDraft draft(first);
        draft.improve(better);
        QCOMPARE(draft.shown(), better);
        ProposalDraft touched(first);
        touched.refuse(touched.rows().constFirst().stop);
        touched.improve(better);
        QCOMPARE(touched.shown().lines, first.lines);
        QVERIFY(touched.shown().isFinal);
    }

    void forgetsAnAnswerToAnotherPlan()
    {
        ProposalDraft draft(proposal({line(r1, u"b c d"_s, u"d b c"_s), line(r2, u"e"_s, u"e"_s)}));
        draft.move(StopId(u"c"_s), 0);
        const auto late = checkOf(draft);
        draft.move(StopId(u"b"_s), 0);
        draft.show(late);
        QVERIFY(draft.isUnchecked());
        QCOMPARE(draft.shown().id, ProposalId(u"P1"_s));
    }

    void expires_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QString>("done");
        QTest::addColumn<QString>("next");
        QTest::addColumn<Expiry::Why>("why");
        using enum Expiry::Why;
        QTest::newRow("all as it was") << u"A x b c"_s << QString() << u"x"_s << None;
        QTest::newRow("the next one, which stays, is done") << u"A x b c"_s << u"x"_s << u"c"_s << None;
        QTest::newRow("somebody arranged it") << u"A x c b"_s << QString() << u"x"_s << ListChanged;
        QTest::newRow("what moves is done") << u"A x b c"_s << u"b"_s << QString() << StopDone;
        QTest::newRow("what moves is driven to") << u"A x b c"_s << u"x"_s << u"b"_s << DrivenTo;
        QTest::newRow("its driver has finished") << u"A x b c"_s << u"!"_s << QString() << RouteFinished;
    }
    void expires()
    {
        QFETCH(const QString, list);
        QFETCH(const QString, done);
        QFETCH(const QString, next);
        QFETCH(const Expiry::Why, why);
        const auto whole = proposal({line(r1, u"A x b c"_s, u"A x c"_s), line(r2, u"e"_s, u"e b"_s)});
        Fleet fleet;
        fill(fleet, whole);
        Batch since;
        auto route = *fleet.routes().find(r1);
        route.stops = ids(list);
        if (done == u"!"_s)
            route.status = Route::Status::Finished;
        since.routes.written.append(route);
        for (const auto &name : done == u"!"_s ? QList<StopId>() : ids(done)) {
            auto stop = *fleet.stops().find(name);
            stop.status = Stop::Status::Delivered;
            since.stops.written.append(stop);
        }
        auto forecast = someForecast();
        forecast.route = r1;
        forecast.nextStop = StopId(next);
        since.forecasts.written.append(forecast);
        fleet.apply(since);
        QCOMPARE(expiryOf(whole, fleet).why, why);
    }

    void doesNotExpireForWhatItLeavesAlone()
    {
        const auto whole = proposal({line(r1, u"b c"_s, u"c b"_s), line(r2, u"e f"_s, u"e f"_s)});
        Fleet fleet;
        fill(fleet, whole);
        auto route = *fleet.routes().find(r2);
        route.stops = ids(u"f e"_s);
        fleet.apply({.routes = {.written = {route}}});
        QVERIFY(!expiryOf(whole, fleet).isSo());
        fleet.clear();
        QVERIFY(expiryOf(whole, fleet).isSo());
    }

    void putsAPlanOnWhatIsThereNow()
    {
        const auto whole = proposal({line(r1, u"A b c d"_s, u"A d b"_s), line(r2, u"e f"_s, u"c f e"_s)});
        Fleet fleet;
        fill(fleet, whole);
        Batch since; // e is done, and g has come
        auto done = *fleet.stops().find(StopId(u"e"_s));
        done.status = Stop::Status::Delivered;
        auto come = done;
        come.id = StopId(u"g"_s);
        come.status = Stop::Status::Planned;
        come.route = r1;
        auto route = *fleet.routes().find(r1);
        route.stops.append(come.id);
        since.stops.written = {done, come};
        since.routes.written = {route};
        fleet.apply(since);
        const auto now = rebased(ProposalDraft(whole).plan(), fleet);
        QCOMPARE(namesOf(now[0].stops), u"A d b g"_s);
        QCOMPARE(namesOf(now[0].was), u"A b c d g"_s);
        QCOMPARE(namesOf(now[1].stops), u"e c f"_s);
    }
};

QTEST_GUILESS_MAIN(ProposalChangesTest)

#include "tst_proposalchanges.moc"
