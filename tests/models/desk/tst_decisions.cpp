// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/desk/decisions.h"
#include "models/store/scenes.h"
#include "tests/support/samples.h"

#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;

namespace {

StopId id(const char *name)
{
    return StopId(QString::fromLatin1(name));
}

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

/// r1 drives a b c d, r2 drives e f; g is nobody's.
struct Town
{
    Fleet fleet;
    FleetScene scene{fleet};
    Batch batch;

    Town()
    {
        for (const auto &[name, stops] : {std::pair("r1", "a b c d"), std::pair("r2", "e f"), std::pair("", "g")}) {
            const RouteId routeId(QString::fromLatin1(name));
            auto route = someRoute();
            route.id = routeId;
            route.stops = ids(QString::fromLatin1(stops));
            for (const auto &stopId : route.stops) {
                auto stop = someStop();
                stop.id = stopId;
                stop.route = routeId;
                stop.status = Stop::Status::Planned;
                stop.failure = Stop::Failure::None;
                stop.completedAt = {};
                batch.stops.written.append(stop);
            }
            if (routeId.isValid())
                batch.routes.written.append(route);
        }
        fleet.apply(batch);
    }
    [[nodiscard]] const Stop &stop(const char *name) const { return *fleet.stops().find(id(name)); }
    /// r1 is over; a failed on it, the others were delivered.
    void finishWithAFailed(bool isPinned = false)
    {
        auto route = *fleet.routes().find(RouteId(u"r1"_s));
        route.status = Route::Status::Finished;
        Batch over;
        over.routes.written = {route};
        for (const auto &name : route.stops) {
            auto one = *fleet.stops().find(name);
            const bool hasFailed = name == id("a");
            one.status = hasFailed ? Stop::Status::Failed : Stop::Status::Delivered;
            one.failure = hasFailed ? Stop::Failure::NobodyHome : Stop::Failure::None;
            one.pinned = hasFailed && isPinned;
            one.attempts = 1;
            one.completedAt = at(13);
            over.stops.written.append(one);
        }
        fleet.apply(over);
    }
    /// One after the other, as the backend does.
    void perform(const QList<Verb> &verbs)
    {
        for (const auto &verb : verbs) {
            const auto decision = decide(verb, scene, {.user = UserId(u"maria"_s), .at = at(14)});
            QVERIFY2(decision.has_value(), decision ? "" : qPrintable(decision.error().detail));
            fleet.apply({.stops = {.written = decision->stops}, .routes = {.written = decision->routes}});
        }
    }
    [[nodiscard]] Decision decideOn(const QList<Verb> &verbs) const
    {
        return decide(verbs.constFirst(), scene, {.user = UserId(u"maria"_s), .at = at(13)});
    }
};

} // namespace

class DecisionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void assigns_data()
    {
        QTest::addColumn<QString>("stops");
        QTest::addColumn<QString>("route");
        QTest::addColumn<int>("position");
        QTest::addColumn<QString>("first"); // r1 after; the same when not named
        QTest::addColumn<QString>("second");
        QTest::newRow("at the end") << u"a"_s << u"r2"_s << -1 << u"b c d"_s << u"e f a"_s;
        QTest::newRow("in the middle") << u"a"_s << u"r2"_s << 1 << u"b c d"_s << u"e a f"_s;
        QTest::newRow("two, in their order") << u"c a"_s << u"r2"_s << 0 << u"b d"_s << u"c a e f"_s;
        QTest::newRow("down within its route") << u"a"_s << u"r1"_s << 3 << u"b c a d"_s << u"e f"_s;
        QTest::newRow("up within its route") << u"d"_s << u"r1"_s << 1 << u"a d b c"_s << u"e f"_s;
        QTest::newRow("before itself") << u"b"_s << u"r1"_s << 1 << u"a b c d"_s << u"e f"_s;
        QTest::newRow("from two routes") << u"a e"_s << u"r1"_s << 4 << u"b c d a e"_s << u"f"_s;
        QTest::newRow("one that is nobody's") << u"g"_s << u"r1"_s << 0 << u"g a b c d"_s << u"e f"_s;
        QTest::newRow("far beyond the end") << u"g"_s << u"r2"_s << 99 << u"a b c d"_s << u"e f g"_s;
    }

    void assigns()
    {
        QFETCH(const QString, stops);
        QFETCH(const QString, route);
        QFETCH(const int, position);
        QFETCH(const QString, first);
        QFETCH(const QString, second);
        Town town;
        const auto verbs = Decisions::assign(town.scene, ids(stops), RouteId(route), position);
        if (!verbs.isEmpty()) {
            const auto decision = town.decideOn(verbs);
            QVERIFY(decision);
            town.fleet.apply({.stops = {.written = decision->stops}, .routes = {.written = decision->routes}});
        }
        QCOMPARE(namesOf(town.fleet.routes().find(RouteId(u"r1"_s))->stops), first);
        QCOMPARE(namesOf(town.fleet.routes().find(RouteId(u"r2"_s))->stops), second);
    }

    void makesNothingOfNonsense()
    {
        const Town town;
        QVERIFY(Decisions::assign(town.scene, {id("a")}, RouteId(u"nowhere"_s)).isEmpty());
        QVERIFY(Decisions::unassign(town.scene, {id("g")}).isEmpty());
        QVERIFY(Decisions::reorder(town.scene, RouteId(u"r2"_s), ids(u"e f"_s)).isEmpty());
        QVERIFY(Decisions::editStop(town.stop("a"), town.stop("a")).isEmpty());
    }

    void editsOnlyWhatDiffers()
    {
        const Town town;
        auto after = town.stop("a");
        after.phone = u"+59811"_s;
        after.gateCode.clear();
        const auto verbs = Decisions::editStop(town.stop("a"), after);
        const auto &edit = std::get<EditStop>(verbs.constFirst());
        QCOMPARE(edit.set.phone, u"+59811"_s);
        QCOMPARE(edit.was.phone, town.stop("a").phone);
        QCOMPARE(edit.set.gateCode, QString());
        QVERIFY(!edit.set.address && !edit.set.window);
    }

    void leavesItsRouteForAnotherDay()
    {
        Town town;
        const QTimeZone zone("America/Montevideo");
        const TimeWindow sameDay{.from = at(20), .to = at(22)};
        const TimeWindow lateSameDay{.from = at(23).addSecs(7'200), .to = {}}; // 13 March in UTC, 12 March there
        const TimeWindow tomorrow{.from = at(14).addDays(1), .to = at(16).addDays(1)};
        QCOMPARE(Decisions::reschedule(town.scene, id("a"), sameDay, zone).size(), 1);
        QCOMPARE(Decisions::reschedule(town.scene, id("a"), lateSameDay, zone).size(), 1);
        QCOMPARE(Decisions::reschedule(town.scene, id("a"), tomorrow, zone).size(), 2);
        QCOMPARE(Decisions::reschedule(town.scene, id("g"), tomorrow, zone).size(), 1);
        auto pinned = town.stop("a");
        pinned.pinned = true;
        town.fleet.apply({.stops = {.written = {pinned}}});
        QCOMPARE(Decisions::reschedule(town.scene, id("a"), tomorrow, zone).size(), 3);
    }

    void leavesAFinishedRouteWheneverItIsTriedAgain()
    {
        Town town;
        town.finishWithAFailed();
        const QTimeZone zone("America/Montevideo");
        const TimeWindow sameDay{.from = at(20), .to = at(22)};
        town.perform(Decisions::reschedule(town.scene, id("a"), sameDay, zone));
        QCOMPARE(namesOf(town.fleet.routes().find(RouteId(u"r1"_s))->stops), u"b c d"_s);
        QCOMPARE(town.stop("a").status, Stop::Status::Planned);
        QCOMPARE(town.stop("a").window, sameDay);
        QVERIFY(!town.stop("a").route.isValid());
    }

    void givesAFailedStopToSomebodyElse_data()
    {
        QTest::addColumn<bool>("isPinned");
        QTest::newRow("as it is") << false;
        QTest::newRow("pinned to the route that is over") << true;
    }
    void givesAFailedStopToSomebodyElse()
    {
        QFETCH(const bool, isPinned);
        Town town;
        town.finishWithAFailed(isPinned);
        const auto verbs = Decisions::tryOn(town.scene, {id("a")}, RouteId(u"r2"_s), 1);
        QCOMPARE(verbs.size(), isPinned ? 3 : 2);
        town.perform(verbs);
        QCOMPARE(namesOf(town.fleet.routes().find(RouteId(u"r1"_s))->stops), u"b c d"_s);
        QCOMPARE(namesOf(town.fleet.routes().find(RouteId(u"r2"_s))->stops), u"e a f"_s);
        QVERIFY(town.stop("a").isOpen());
        QVERIFY(!town.stop("a").pinned);
        QCOMPARE(town.stop("a").attempts, 1); // that one stays counted
        QCOMPARE(Decisions::tryOn(town.scene, {id("g")}, RouteId(u"r2"_s)).size(), 1);
    }

    void givesBackWhatNobodyHasDrivenTo_data()
    {
        QTest::addColumn<QString>("delivered");
        QTest::addColumn<QString>("next");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::newRow("nobody has acted") << QString() << QString() << u"a b c d"_s << u"e f"_s;
        QTest::newRow("one is delivered") << u"b"_s << QString() << u"a c d"_s << u"b e f"_s;
        QTest::newRow("one is driven to") << QString() << u"b"_s << u"a c d"_s << u"b e f"_s;
        QTest::newRow("the first one stays first") << u"d"_s << QString() << u"d a b c"_s << u"e f"_s;
        QTest::newRow("all of them") << u"b c g"_s << QString() << u"a d"_s << u"b c g e f"_s;
    }
    void givesBackWhatNobodyHasDrivenTo()
    {
        QFETCH(const QString, delivered);
        QFETCH(const QString, next);
        QFETCH(const QString, first);
        QFETCH(const QString, second);
        Town town;
        const ArrangeRoutes sent{
            .routes = {{.route = RouteId(u"r1"_s), .was = ids(u"a b c d"_s), .stops = ids(u"d a"_s)},
                       {.route = RouteId(u"r2"_s), .was = ids(u"e f"_s), .stops = ids(u"b c g e f"_s)}},
            .proposal = ProposalId(u"P1"_s)};
        town.perform({sent});
        Batch done;
        for (const auto &name : ids(delivered)) {
            auto stop = *town.fleet.stops().find(name);
            stop.status = Stop::Status::Delivered;
            stop.completedAt = at(13);
            done.stops.written.append(stop);
        }
        town.fleet.apply(done);
        const auto driven = ids(next);
        town.perform(Decisions::giveBack(town.scene, sent, QSet<StopId>(driven.cbegin(), driven.cend())));
        QCOMPARE(namesOf(town.fleet.routes().find(RouteId(u"r1"_s))->stops), first);
        QCOMPARE(namesOf(town.fleet.routes().find(RouteId(u"r2"_s))->stops), second);
        QCOMPARE(town.stop("g").route.isValid(), delivered.contains(u'g'));
    }

    void givesBackOnlyWhatIsStillThere()
    {
        Town town;
        const ArrangeRoutes sent{
            .routes = {{.route = RouteId(u"r1"_s), .was = ids(u"a b c d"_s), .stops = ids(u"c d"_s)},
                       {.route = RouteId(u"r2"_s), .was = ids(u"e f"_s), .stops = ids(u"e f a b"_s)}},
            .proposal = {}};
        town.perform({sent});
        town.perform(Decisions::assign(town.scene, {id("g")}, RouteId(u"r2"_s), 0)); // somebody's decision since
        town.perform(Decisions::unassign(town.scene, {id("a")}));
        town.perform(Decisions::giveBack(town.scene, sent, {}));
        QCOMPARE(namesOf(town.fleet.routes().find(RouteId(u"r1"_s))->stops), u"b c d"_s);
        QCOMPARE(namesOf(town.fleet.routes().find(RouteId(u"r2"_s))->stops), u"g e f"_s);
        QVERIFY(Decisions::giveBack(town.scene, sent, {}).isEmpty());
    }

    /// Keeping mine in the conflict tray: my order, what came since after it, nothing taken out that I never saw.
    void repeatsAnArrangementOnTheirs()
    {
        Town town;
        const auto mine = Decisions::assign(town.scene, {id("a")}, RouteId(u"r2"_s), 0);
        const auto theirs = Decisions::assign(town.scene, {id("g")}, RouteId(u"r2"_s), 0);
        const auto decision = town.decideOn(theirs);
        town.fleet.apply({.stops = {.written = decision->stops}, .routes = {.written = decision->routes}});
        QVERIFY(!town.decideOn(mine));
        const auto again = town.decideOn(Decisions::again(mine.constFirst(), town.scene));
        QVERIFY(again);
        town.fleet.apply({.stops = {.written = again->stops}, .routes = {.written = again->routes}});
        QCOMPARE(namesOf(town.fleet.routes().find(RouteId(u"r2"_s))->stops), u"a e f g"_s);
        QCOMPARE(namesOf(town.fleet.routes().find(RouteId(u"r1"_s))->stops), u"b c d"_s);
    }

    void takesAStopFromWhereSomebodyElsePutIt()
    {
        Town town;
        const auto mine = Decisions::assign(town.scene, {id("g")}, RouteId(u"r2"_s));
        const auto theirs = town.decideOn(Decisions::assign(town.scene, {id("g")}, RouteId(u"r1"_s)));
        town.fleet.apply({.stops = {.written = theirs->stops}, .routes = {.written = theirs->routes}});
        QVERIFY(!town.decideOn(mine));
        const auto again = town.decideOn(Decisions::again(mine.constFirst(), town.scene));
        QVERIFY(again);
        town.fleet.apply({.stops = {.written = again->stops}, .routes = {.written = again->routes}});
        QCOMPARE(namesOf(town.fleet.routes().find(RouteId(u"r1"_s))->stops), u"a b c d"_s);
        QCOMPARE(namesOf(town.fleet.routes().find(RouteId(u"r2"_s))->stops), u"e f g"_s);
    }
};

QTEST_GUILESS_MAIN(DecisionsTest)
#include "tst_decisions.moc"
