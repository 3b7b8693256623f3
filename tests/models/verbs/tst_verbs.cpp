// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/verbs/verb.h"
#include "tests/support/mapscene.h"
#include "tests/support/samples.h"
#include "tests/support/verbs.h"

#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;

namespace {

using Change = std::function<void(MapScene &)>;

/// Lists as they are written down in the rows: "n1 n2" is two stops.
QList<StopId> stops(const QString &names)
{
    QList<StopId> list;
    for (const auto &name : names.split(u' ', Qt::SkipEmptyParts))
        list.append(StopId(name));
    return list;
}

ArrangeRoutes arrange(const QString &route, const QString &was, const QString &now)
{
    return {.routes = {{.route = RouteId(route), .was = stops(was), .stops = stops(now)}}};
}

constexpr auto north = "n1 n2 n3 n4";

} // namespace

class VerbsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void doesItAndTakesItBack_data() { verbs(); }
    void doesItAndTakesItBack()
    {
        QFETCH(const Verb, verb);
        auto scene = twoRoutes();
        const auto inverse = inverseOf(verb, scene, someActor());

        const auto done = decide(verb, scene, someActor());
        QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().detail));
        QVERIFY(!done->isEmpty());
        scene.apply(*done);
        QCOMPARE(disorderIn(scene), QString());

        const auto undone = decide(inverse, scene, someActor());
        QVERIFY2(undone.has_value(), undone ? "" : qPrintable(undone.error().detail));
        scene.apply(*undone);
        const auto before = twoRoutes();
        QCOMPARE(scene.stops, before.stops);
        QCOMPARE(scene.routes, before.routes);
        QCOMPARE(scene.drivers, before.drivers);
        QCOMPARE(scene.notes, before.notes);
        QCOMPARE(scene.exceptions, before.exceptions);
        QCOMPARE(scene.closures, before.closures);
    }

    void changesNothingTheSecondTime_data() { verbs(); }
    void changesNothingTheSecondTime()
    {
        QFETCH(const Verb, verb);
        auto scene = twoRoutes();
        scene.apply(decide(verb, scene, someActor()).value());

        const auto again = decide(verb, scene, someActor());

        if (again)
            QVERIFY(again->isEmpty());
        else // snoozing or taking what is closed, and the like
            QCOMPARE(again.error().kind, Refusal::Kind::Rejected);
    }

    void namesAllThatItLooksAt_data() { verbs(); }
    void namesAllThatItLooksAt()
    {
        QFETCH(const Verb, verb);
        const auto all = twoRoutes();
        const auto cast = castOf(verb);
        MapScene named;
        for (const auto &id : cast.stops)
            named.stops.insert(id, all.stops.value(id));
        for (const auto &id : cast.routes)
            named.routes.insert(id, all.routes.value(id));
        for (const auto &id : cast.drivers)
            named.drivers.insert(id, all.drivers.value(id));
        for (const auto &id : cast.notes) {
            if (all.notes.contains(id))
                named.notes.insert(id, all.notes.value(id));
        }
        for (const auto &id : cast.exceptions)
            named.exceptions.insert(id, all.exceptions.value(id));
        for (const auto &id : cast.closures) {
            if (all.closures.contains(id))
                named.closures.insert(id, all.closures.value(id));
        }

        QCOMPARE(decide(verb, named, someActor()), decide(verb, all, someActor()));
    }

    void givesBackACalledOffStopThatWasTakenOff()
    {
        auto scene = twoRoutes();
        const auto route = scene.routes.begin().value();
        const auto id = route.stops.last();
        scene.stops[id].status = Stop::Status::Cancelled;
        auto left = route.stops;
        left.removeOne(id);
        const Verb takenOff = ArrangeRoutes{.routes = {{.route = route.id, .was = route.stops, .stops = left}}};
        const auto inverse = inverseOf(takenOff, scene, someActor());
        const auto done = decide(takenOff, scene, someActor());
        QVERIFY(done);
        scene.apply(*done);
        QVERIFY(!scene.stops.value(id).route.isValid());

        const auto undone = decide(inverse, scene, someActor());
        QVERIFY(undone);
        scene.apply(*undone);
        QCOMPARE(scene.stops.value(id).route, route.id);
        QCOMPARE(scene.routes.value(route.id).stops, route.stops);
    }

    void isRefused_data()
    {
        QTest::addColumn<Verb>("verb");
        QTest::addColumn<Change>("meanwhile");
        QTest::addColumn<Refusal::Kind>("kind");
        QTest::addColumn<QString>("code");
        using enum Refusal::Kind;
        const Change nothing = [](MapScene &) { };
        const auto stopIs = [](const QString &id, Stop::Status status) -> Change {
            return [id, status](MapScene &scene) {
                auto &stop = scene.stops[StopId(id)];
                stop.status = status;
                if (status == Stop::Status::Delivered)
                    stop.completedAt = at(13, 59);
            };
        };
        const StopId n3(u"n3"_s);
        const auto row = [](const char *name) -> QTestData & { return QTest::newRow(name); };

        row("unknown route") << Verb(arrange(u"west"_s, {}, u"n3"_s)) << nothing << Rejected << u"unknown_route"_s;
        row("unknown stop") << Verb(arrange(u"south"_s, u"s1 s2"_s, u"s1 s2 s9"_s)) << nothing << Rejected
                            << u"unknown_stop"_s;
        row("a stop twice in one list") << Verb(arrange(u"south"_s, u"s1 s2"_s, u"s1 s2 s1"_s)) << nothing << Rejected
                                        << u"stop_twice"_s;
        row("another plan was made first")
            << Verb(arrange(u"south"_s, u"s1 s2"_s, u"s2 s1"_s))
            << Change([](MapScene &scene) { scene.routes[RouteId(u"south"_s)].stops = stops(u"s1 s2 loose"_s); })
            << Conflict << u"route_changed"_s;
        row("the stop went to a third route")
            << Verb(arrange(u"south"_s, u"s1 s2"_s, u"s1 s2 n3"_s)) << nothing << Conflict << u"stop_moved"_s;
        row("taking a stop the driver is at") << Verb(arrange(u"north"_s, QLatin1StringView(north), u"n1 n3 n4"_s))
                                              << nothing << Rejected << u"driver_is_there"_s;
        row("taking a done stop") << Verb(arrange(u"north"_s, QLatin1StringView(north), u"n2 n3 n4"_s)) << nothing
                                  << Rejected << u"stop_is_done"_s;
        row("giving a done stop") << Verb(arrange(u"south"_s, u"s1 s2"_s, u"s1 s2 failed"_s)) << nothing << Rejected
                                  << u"stop_is_done"_s;
        row("taking a pinned stop") << Verb(arrange(u"north"_s, QLatin1StringView(north), u"n1 n2 n4"_s))
                                    << Change([](MapScene &scene) { scene.stops[StopId(u"n3"_s)].pinned = true; })
                                    << Rejected << u"stop_is_pinned"_s;
        row("a finished route") << Verb(arrange(u"south"_s, u"s1 s2"_s, u"s2 s1"_s)) << Change([](MapScene &scene) {
            scene.routes[RouteId(u"south"_s)].status = Route::Status::Finished;
        }) << Rejected << u"route_finished"_s;
        const Change northIsOver = [](MapScene &scene) {
            scene.routes[RouteId(u"north"_s)].status = Route::Status::Finished;
        };
        row("a done stop of a finished route") << Verb(arrange(u"north"_s, QLatin1StringView(north), u"n2 n3 n4"_s))
                                               << northIsOver << Rejected << u"route_finished"_s;
        row("another order once open ones have gone")
            << Verb(arrange(u"north"_s, QLatin1StringView(north), u"n2 n1 n4"_s)) << northIsOver << Rejected
            << u"route_finished"_s;
        row("giving a finished route what it never had")
            << Verb(arrange(u"south"_s, u"s1 s2"_s, u"s1 s2 loose"_s))
            << Change([](MapScene &scene) { scene.routes[RouteId(u"south"_s)].status = Route::Status::Finished; })
            << Rejected << u"route_finished"_s;
        row("another depot's stop") << Verb(arrange(u"south"_s, u"s1 s2"_s, u"s1 s2 loose"_s))
                                    << Change([](MapScene &scene) {
                                           scene.stops[StopId(u"loose"_s)].depot = DepotId(u"carrasco"_s);
                                       })
                                    << Rejected << u"another_depot"_s;
        row("cancelling what was delivered")
            << Verb(CancelStop{.stop = n3, .reason = {}}) << stopIs(u"n3"_s, Stop::Status::Delivered) << Conflict
            << u"already_done"_s;
        row("cancelling at the door") << Verb(CancelStop{.stop = n3, .reason = {}})
                                      << stopIs(u"n3"_s, Stop::Status::Arrived) << Conflict << u"driver_is_there"_s;
        row("trying again what was delivered")
            << Verb(ReattemptStop{.stop = StopId(u"n1"_s)}) << nothing << Rejected << u"already_done"_s;
        row("a visit that ended in the future")
            << Verb(RecordVisit{.stop = n3, .completedAt = at(15)}) << nothing << Rejected << u"malformed"_s;
        row("a failure without a reason")
            << Verb(RecordVisit{.stop = n3, .outcome = Stop::Status::Failed, .completedAt = at(13)}) << nothing
            << Rejected << u"malformed"_s;
        row("a window that ends before it begins")
            << Verb(RescheduleStop{.stop = n3, .was = someStop().window, .window = {.from = at(18), .to = at(17)}})
            << nothing << Rejected << u"malformed"_s;
        row("pinning what nobody drives to")
            << Verb(PinStop{.stop = StopId(u"loose"_s)}) << nothing << Rejected << u"no_route"_s;
        row("an empty note") << Verb(AddNote{.note = NoteId(u"x"_s), .depot = {}, .about = {}, .text = u" \n"_s})
                             << nothing << Rejected << u"malformed"_s;
        row("somebody else's note") << Verb(RemoveNote{.note = NoteId(u"mine"_s)}) << Change([](MapScene &scene) {
            scene.notes[NoteId(u"mine"_s)].author = UserId(u"user-2"_s);
        }) << Rejected << u"not_yours"_s;
        row("somebody took the case first")
            << Verb(AssignException{
                   .exception = ExceptionId(u"late-s1"_s), .occasion = {}, .was = {}, .owner = UserId(u"user-1"_s)})
            << Change([](MapScene &scene) { scene.exceptions[ExceptionId(u"late-s1"_s)].owner = UserId(u"user-2"_s); })
            << Conflict << u"field_changed"_s;
        refusedAsCases();
    }
    void isRefused()
    {
        QFETCH(const Verb, verb);
        QFETCH(const Change, meanwhile);
        QFETCH(const Refusal::Kind, kind);
        QFETCH(const QString, code);
        auto scene = twoRoutes();
        meanwhile(scene);

        const auto decision = decide(verb, scene, someActor());

        QVERIFY(!decision.has_value());
        QCOMPARE(decision.error().code, code);
        QCOMPARE(decision.error().kind, kind);
        QVERIFY(!decision.error().detail.isEmpty());
    }

    void takesWhatIsToBeTriedAgainOffAFinishedRouteAndBack()
    {
        auto scene = twoRoutes();
        auto &route = scene.routes[RouteId(u"south"_s)];
        route.status = Route::Status::Finished;
        auto &stop = scene.stops[StopId(u"s2"_s)];
        stop.status = Stop::Status::Failed;
        stop.failure = Stop::Failure::NobodyHome;
        stop.attempts = 1;
        stop.completedAt = at(13);
        const Verb off = arrange(u"south"_s, u"s1 s2"_s, u"s1"_s);
        QCOMPARE(decide(off, scene, someActor()).error().code, u"route_finished"_s); // not while it has failed there
        scene.apply(decide(ReattemptStop{.stop = stop.id}, scene, someActor()).value());

        const auto inverse = inverseOf(off, scene, someActor());
        const auto done = decide(off, scene, someActor());
        QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().detail));
        scene.apply(*done);
        QVERIFY(!scene.stops.value(StopId(u"s2"_s)).route.isValid());
        QCOMPARE(disorderIn(scene), QString());

        const auto undone = decide(inverse, scene, someActor());
        QVERIFY2(undone.has_value(), undone ? "" : qPrintable(undone.error().detail));
        scene.apply(*undone);
        QCOMPARE(scene.routes.value(RouteId(u"south"_s)).stops, stops(u"s1 s2"_s));
    }

    void givesWhatIsToBeTriedAgainFromAFinishedRouteToAnother()
    {
        auto scene = twoRoutes();
        scene.routes[RouteId(u"north"_s)].status = Route::Status::Finished;
        auto &stop = scene.stops[StopId(u"n3"_s)];
        stop.attempts = 1;
        const Verb verb = ArrangeRoutes{
            .routes = {
                {.route = RouteId(u"north"_s), .was = stops(QLatin1StringView(north)), .stops = stops(u"n1 n2 n4"_s)},
                {.route = RouteId(u"south"_s), .was = stops(u"s1 s2"_s), .stops = stops(u"s1 n3 s2"_s)}}};
        const auto done = decide(verb, scene, someActor());
        QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().detail));
        scene.apply(*done);
        QCOMPARE(scene.stops.value(StopId(u"n3"_s)).route, RouteId(u"south"_s));
        QCOMPARE(disorderIn(scene), QString());
    }

    void cannotTakeBackWhatTheDriverWentOnWith_data()
    {
        QTest::addColumn<Verb>("verb");
        for (const auto &verb : everyVerb()) {
            const auto cast = castOf(verb);
            const bool isOfState = std::holds_alternative<RestoreStop>(inverseOf(verb, twoRoutes(), someActor()));
            if (isOfState)
                QTest::newRow(wordOf(verb).data()) << verb;
        }
    }
    void cannotTakeBackWhatTheDriverWentOnWith()
    {
        QFETCH(const Verb, verb);
        auto scene = twoRoutes();
        const auto inverse = inverseOf(verb, scene, someActor());
        scene.apply(decide(verb, scene, someActor()).value());
        auto &stop = scene.stops[castOf(verb).stops.constFirst()];
        stop.status = Stop::Status::Delivered;
        stop.failure = Stop::Failure::None;
        stop.completedAt = at(14, 1);

        const auto undone = decide(inverse, scene, someActor());

        QVERIFY(!undone.has_value());
        QCOMPARE(undone.error().code, "driver_has_acted"_L1);
    }

    void mergesFieldsThatOnlyOnePersonChanged()
    {
        auto scene = twoRoutes();
        scene.stops[StopId(u"n3"_s)].phone = u"theirs"_s;
        const EditStop edit{.stop = StopId(u"n3"_s),
                            .was = {.instructions = someStop().instructions},
                            .set = {.instructions = u"mine"_s}};

        const auto decision = decide(edit, scene, someActor());

        QVERIFY(decision.has_value());
        QCOMPARE(decision->stops.constFirst().phone, u"theirs"_s);
        QCOMPARE(decision->stops.constFirst().instructions, u"mine"_s);
    }

    void namesTheFieldThatTwoPeopleChanged()
    {
        auto scene = twoRoutes();
        scene.stops[StopId(u"n3"_s)].phone = u"theirs"_s;
        const EditStop edit{.stop = StopId(u"n3"_s), .was = {.phone = someStop().phone}, .set = {.phone = u"mine"_s}};

        const auto decision = decide(edit, scene, someActor());

        QVERIFY(!decision.has_value());
        QCOMPARE(decision.error().kind, Refusal::Kind::Conflict);
        QCOMPARE(decision.error().field, "phone"_L1);
    }

    void isAllowedByRole_data()
    {
        QTest::addColumn<User::Role>("role");
        QTest::addColumn<int>("verbsAllowed");
        const auto all = static_cast<int>(std::variant_size_v<Verb>);
        QTest::newRow("driver") << User::Role::Driver << 0;
        QTest::newRow("supervisor") << User::Role::Supervisor << 10; // notes, exceptions, thresholds and rates
        QTest::newRow("support") << User::Role::Support << all - 6; // all but the plan and what supervisors set
        QTest::newRow("dispatcher") << User::Role::Dispatcher << all - 2; // all but what supervisors set
        QTest::newRow("admin") << User::Role::Admin << all;
    }
    void isAllowedByRole()
    {
        QFETCH(const User::Role, role);
        QFETCH(const int, verbsAllowed);
        User user;
        user.roles = {role};
        int allowed = 0;
        for (const auto &verb : everyVerb())
            allowed += mayDecide(user, verb) ? 1 : 0;
        QCOMPARE(allowed, verbsAllowed);
    }

    void raisesACaseOnceHoweverManyDo()
    {
        auto scene = twoRoutes();
        const EscalateException mine{.exception = ExceptionId(u"late-s1"_s), .occasion = {}};
        scene.apply(decide(mine, scene, someActor()).value());
        const auto theirs = decide(mine, scene, {.user = UserId(u"user-2"_s), .at = at(15)});
        QVERIFY(theirs.has_value() && theirs->isEmpty());
        QCOMPARE(scene.exceptions.value(mine.exception).escalatedBy, someActor().user);
        QCOMPARE(scene.exceptions.value(mine.exception).escalatedAt, someActor().at);
    }

    void forgetsWhoRaisedWhatIsLowered()
    {
        auto scene = twoRoutes();
        auto verb = EscalateException{.exception = ExceptionId(u"late-s1"_s), .occasion = {}, .reason = u"Now"_s};
        scene.apply(decide(verb, scene, someActor()).value());
        verb.escalation = Exception::Escalation::Lowered;
        scene.apply(decide(verb, scene, someActor()).value());
        const auto lowered = scene.exceptions.value(verb.exception);
        QCOMPARE(lowered.escalation, Exception::Escalation::Lowered);
        QVERIFY(!lowered.escalatedAt.isValid() && !lowered.escalatedBy.isValid());
        QVERIFY(lowered.escalationReason.isEmpty());
    }

    void makesTheWholeKnownThatNobodyHadActedOn()
    {
        auto scene = twoRoutes();
        const Occasion whole{.depot = someStop().depot, .kind = u"late"_s, .about = Subject::of(StopId(u"n1"_s))};
        const MergeException verb{.exception = ExceptionId(u"late-s1"_s),
                                  .occasion = {},
                                  .was = {},
                                  .into = ExceptionId(u"late-n1"_s),
                                  .whole = whole};
        const auto done = decide(verb, scene, someActor());
        QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().detail));
        scene.apply(*done);
        QCOMPARE(scene.exceptions.value(verb.into).about, whole.about);
        QCOMPARE(scene.exceptions.value(verb.exception).mergedInto, verb.into);
    }

    void followsForWhoDecidesOnly()
    {
        auto scene = twoRoutes();
        const ExceptionId id(u"late-s1"_s);
        const Actor other{.user = UserId(u"user-2"_s), .at = at(14)};
        for (const auto &actor : {someActor(), other})
            scene.apply(decide(FollowException{.exception = id, .occasion = {}}, scene, actor).value());
        QCOMPARE(scene.exceptions.value(id).followers, (QList{someActor().user, other.user}));
        scene.apply(
            decide(FollowException{.exception = id, .occasion = {}, .followed = false}, scene, someActor()).value());
        QCOMPARE(scene.exceptions.value(id).followers, QList{other.user});
    }

private:
    static void refusedAsCases()
    {
        using enum Refusal::Kind;
        const ExceptionId s1(u"late-s1"_s);
        const ExceptionId s2(u"late-s2"_s);
        const Change nothing = [](MapScene &) { };
        const auto isClosed = [](const ExceptionId &id) -> Change {
            return [id](MapScene &scene) { scene.exceptions[id].status = Exception::Status::Closed; };
        };
        const auto isPartOf = [](const ExceptionId &id, const ExceptionId &whole) -> Change {
            return [id, whole](MapScene &scene) { scene.exceptions[id].mergedInto = whole; };
        };
        const auto merge = [s1](const ExceptionId &into) -> Verb {
            return MergeException{.exception = s1, .occasion = {}, .was = {}, .into = into, .whole = {}};
        };
        QTest::newRow("escalating what is closed") << Verb(EscalateException{.exception = s1, .occasion = {}})
                                                   << isClosed(s1) << Rejected << u"exception_closed"_s;
        QTest::newRow("a part of itself") << merge(s1) << nothing << Rejected << u"merged_with_itself"_s;
        QTest::newRow("a part of what is closed") << merge(s2) << isClosed(s2) << Rejected << u"exception_closed"_s;
        QTest::newRow("a closed one as a part") << merge(s2) << isClosed(s1) << Rejected << u"exception_closed"_s;
        QTest::newRow("in a circle") << merge(s2) << isPartOf(s2, s1) << Rejected << u"merged_already"_s;
        QTest::newRow("a part of a part")
            << merge(s2) << isPartOf(s2, ExceptionId(u"late-n1"_s)) << Rejected << u"merged_already"_s;
        QTest::newRow("somebody merged it first")
            << merge(s2) << isPartOf(s1, ExceptionId(u"late-n1"_s)) << Conflict << u"field_changed"_s;
        QTest::newRow("a part of another depot's")
            << merge(s2) << Change([s2](MapScene &scene) { scene.exceptions[s2].depot = DepotId(u"elsewhere"_s); })
            << Rejected << u"another_depot"_s;
        QTest::newRow("one follower too many")
            << Verb(FollowException{.exception = s1, .occasion = {}}) << Change([s1](MapScene &scene) {
                   for (int i = 0; i < FollowException::most; ++i)
                       scene.exceptions[s1].followers.append(UserId(u"other-%1"_s.arg(i)));
               })
            << Rejected << u"too_many_followers"_s;
    }

    static void verbs()
    {
        QTest::addColumn<Verb>("verb");
        for (const auto &verb : everyVerb())
            QTest::newRow(wordOf(verb).data()) << verb;
    }
};

QTEST_GUILESS_MAIN(VerbsTest)

#include "tst_verbs.moc"
