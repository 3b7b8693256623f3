// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/depot.h"
#include "models/store/overlay.h"
#include "tests/support/samples.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;

namespace {

const DepotId depot(u"aguada"_s);
const auto feed = feedOf(depot);
const UserId me(u"maria"_s);
constexpr quint64 epoch = 7;

StopId stopId(int number)
{
    return StopId(u"s%1"_s.arg(number));
}

RouteId routeId(int number)
{
    return RouteId(u"r%1"_s.arg(number));
}

Stop openStop(int number, int route)
{
    auto stop = someStop();
    stop.id = stopId(number);
    stop.route = route < 0 ? RouteId() : routeId(route);
    stop.status = Stop::Status::Planned;
    stop.failure = Stop::Failure::None;
    stop.completedAt = {};
    stop.note.clear();
    return stop;
}

Route route(int number, const QList<StopId> &stops)
{
    auto route = someRoute();
    route.id = routeId(number);
    route.stops = stops;
    return route;
}

Command commandOf(int number, const Verb &verb)
{
    return {.id = CommandId(u"c%1"_s.arg(number)), .feed = feed, .verb = verb, .at = at(12)};
}

/// A backend in a few lines: it decides by the same rules and tells a batch with a cursor for each decision.
struct Truth : Scene
{
    QHash<StopId, Stop> stops;
    QHash<RouteId, Route> routes;
    qint64 seq = 10;

    [[nodiscard]] const Stop *stop(const StopId &id) const override { return of(stops, id); }
    [[nodiscard]] const Route *route(const RouteId &id) const override { return of(routes, id); }
    [[nodiscard]] const Driver *driver(const DriverId &) const override { return nullptr; }
    [[nodiscard]] const Note *note(const NoteId &) const override { return nullptr; }
    [[nodiscard]] const Exception *exception(const ExceptionId &) const override { return nullptr; }
    [[nodiscard]] const Closure *closure(const ClosureId &) const override { return nullptr; }
    [[nodiscard]] const Site *site(const SiteId &) const override { return nullptr; }
    [[nodiscard]] const DepotThresholds *thresholds(const DepotId &) const override { return nullptr; }
    [[nodiscard]] const DepotRates *rates(const DepotId &) const override { return nullptr; }

    [[nodiscard]] Batch all() const
    {
        Batch batch;
        batch.stops.written = stops.values();
        batch.routes.written = routes.values();
        batch.cursors.insert(feed, {.epoch = epoch, .seq = seq});
        return batch;
    }

    /// What it tells, and its verdict.
    std::pair<Batch, Verdict> take(const Command &command)
    {
        Verdict verdict{.command = command.id, .epoch = epoch, .from = seq + 1};
        Batch batch;
        const auto decision = decide(command.verb, *this, {.user = me, .at = command.at});
        if (!decision) {
            verdict.kind =
                decision.error().kind == Refusal::Kind::Conflict ? Verdict::Kind::Conflict : Verdict::Kind::Rejected;
            verdict.code = decision.error().code;
            return {batch, verdict};
        }
        for (const auto &changed : decision->stops) {
            stops.insert(changed.id, changed);
            batch.stops.written.append(changed);
            ++seq;
        }
        for (const auto &changed : decision->routes) {
            routes.insert(changed.id, changed);
            batch.routes.written.append(changed);
            ++seq;
        }
        verdict.to = seq;
        batch.cursors.insert(feed, {.epoch = epoch, .seq = seq});
        return {batch, verdict};
    }

private:
    template <typename Key, typename T>
    static const T *of(const QHash<Key, T> &things, const Key &key)
    {
        const auto found = things.constFind(key);
        return found == things.cend() ? nullptr : &*found;
    }
};

struct Console
{
    Truth truth;
    Fleet fleet;
    Overlay overlay{fleet};

    Console()
    {
        for (int i = 0; i < 8; ++i)
            truth.stops.insert(stopId(i), openStop(i, i / 3));
        for (int i = 0; i < 3; ++i) {
            QList<StopId> stops;
            for (int j = 3 * i; j < 3 * i + 3 && j < 8; ++j)
                stops.append(stopId(j));
            truth.routes.insert(routeId(i), ::route(i, stops));
        }
        overlay.setUser(me);
        overlay.apply(truth.all());
    }

    void perform(const Command &command)
    {
        overlay.submit(command);
        overlay.keep({command.id});
    }
    [[nodiscard]] QString phone(int number) const { return fleet.stops().find(stopId(number))->phone; }
};

EditStop newPhone(int stop, const QString &was, const QString &phone)
{
    EditStop edit{.stop = stopId(stop)};
    edit.was.phone = was;
    edit.set.phone = phone;
    return edit;
}

} // namespace

class OverlayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void showsNothingBeforeItIsKept()
    {
        Console console;
        const auto before = console.phone(1);
        console.overlay.submit(commandOf(1, newPhone(1, before, u"1"_s)));
        QCOMPARE(console.phone(1), before);
        QCOMPARE(console.overlay.scene().stop(stopId(1))->phone, u"1"_s); // but the next decision knows
        QVERIFY(!console.overlay.isWaiting(Subject::of(stopId(1))));
        const QSignalSpy waiting(&console.overlay, &Overlay::waitingChanged);
        console.overlay.keep({CommandId(u"c1"_s)});
        QCOMPARE(console.phone(1), u"1"_s);
        QVERIFY(console.overlay.isWaiting(Subject::of(stopId(1))));
        QCOMPARE(waiting.size(), 1);
    }

    void staysUntilTheReplicaHasReachedIt()
    {
        Console console;
        const auto command = commandOf(1, newPhone(1, console.phone(1), u"1"_s));
        console.perform(command);
        const auto [batch, verdict] = console.truth.take(command);
        console.overlay.settle(verdict);
        QCOMPARE(console.phone(1), u"1"_s);
        QVERIFY(console.overlay.isWaiting(Subject::of(stopId(1))));
        const QSignalSpy passed(&console.overlay, &Overlay::passed);
        console.overlay.apply(batch);
        QCOMPARE(console.phone(1), u"1"_s);
        QVERIFY(!console.overlay.isWaiting(Subject::of(stopId(1))));
        QCOMPARE(console.overlay.size(), 0);
        QCOMPARE(passed.size(), 1);
    }

    void takesBackWhatWasRejected()
    {
        Console console;
        const auto before = console.phone(1);
        console.perform(commandOf(1, newPhone(1, before, u"1"_s)));
        auto theirs = *console.fleet.stops().find(stopId(1));
        theirs.phone = before;
        theirs.customer = u"Somebody else"_s;
        console.overlay.apply({.stops = {.written = {theirs}}});
        QCOMPARE(console.phone(1), u"1"_s);
        QCOMPARE(console.fleet.stops().find(stopId(1))->customer, u"Somebody else"_s);
        console.overlay.settle(
            {.command = CommandId(u"c1"_s), .kind = Verdict::Kind::Rejected, .code = u"forbidden"_s});
        QCOMPARE(console.phone(1), before);
        QCOMPARE(console.fleet.stops().find(stopId(1))->customer, u"Somebody else"_s);
        QVERIFY(!console.overlay.isWaiting(Subject::of(stopId(1))));
    }

    void showsTheirsWhenMineCannotBeDecidedAnyMore()
    {
        Console console;
        console.perform(commandOf(1, CancelStop{.stop = stopId(1)}));
        QCOMPARE(console.fleet.stops().find(stopId(1))->status, Stop::Status::Cancelled);
        auto delivered = openStop(1, 0);
        delivered.status = Stop::Status::Delivered;
        delivered.completedAt = at(12);
        console.overlay.apply({.stops = {.written = {delivered}}});
        QCOMPARE(console.fleet.stops().find(stopId(1))->status, Stop::Status::Delivered);
    }

    void decidesOneOnTheOther()
    {
        Console console;
        const auto first = console.phone(1);
        console.perform(commandOf(1, newPhone(1, first, u"1"_s)));
        console.perform(commandOf(2, newPhone(1, u"1"_s, u"2"_s)));
        QCOMPARE(console.phone(1), u"2"_s);
        console.overlay.forget(CommandId(u"c1"_s)); // without the first the second makes no sense
        QCOMPARE(console.phone(1), first);
    }

    void showsANoteThatNobodyHasYet()
    {
        Console console;
        const AddNote note{.note = NoteId(u"n1"_s), .depot = depot, .about = Subject::of(stopId(1)), .text = u"Dog"_s};
        console.perform(commandOf(1, note));
        QCOMPARE(console.fleet.notes().size(), 1);
        QCOMPARE(console.fleet.notes().at(0).author, me);
        console.overlay.settle({.command = CommandId(u"c1"_s), .kind = Verdict::Kind::Rejected});
        QCOMPARE(console.fleet.notes().size(), 0);
    }

    void lostHistory_data()
    {
        QTest::addColumn<bool>("isVerdictFirst");
        QTest::newRow("the new history is known, then the answer") << false;
        QTest::newRow("the answer, then the new history") << true;
    }

    /// A backend restored from a backup that still had the command says so again, with the old epoch.
    void lostHistory()
    {
        QFETCH(const bool, isVerdictFirst);
        Console console;
        const auto command = commandOf(1, newPhone(1, console.phone(1), u"1"_s));
        console.perform(command);
        auto [batch, verdict] = console.truth.take(command);
        verdict.again = true;
        auto restored = console.truth.all();
        restored.cursors.insert(feed, {.epoch = epoch + 1, .seq = 3});
        if (isVerdictFirst)
            console.overlay.settle(verdict);
        const QSignalSpy epochs(&console.overlay, &Overlay::epochChanged);
        console.overlay.apply(restored);
        QCOMPARE(epochs.size(), 1);
        if (!isVerdictFirst)
            console.overlay.settle(verdict);
        QCOMPARE(console.overlay.size(), 0);
        QCOMPARE(console.phone(1), u"1"_s);
    }

    void neverFlipsBack_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 0; seed < 300; ++seed)
            QTest::addRow("%u", seed) << seed;
    }

    /// Several commands whose verdicts and changes arrive in every order that a backend can produce: verdicts in their
    /// order, changes in theirs, mixed as they like and cut into batches as they like.
    void neverFlipsBack()
    {
        QFETCH(const quint32, seed);
        QRandomGenerator random(seed);
        Console console;
        QList<Command> commands;
        auto scene = [&console] { return &console.overlay.scene(); };
        const auto phoneBefore = console.phone(1);
        const auto move = [&](int stop, int from, int to) {
            auto was = scene()->route(routeId(from))->stops;
            auto there = scene()->route(routeId(to))->stops;
            auto without = was;
            without.removeAll(stopId(stop));
            return ArrangeRoutes{
                .routes = {{.route = routeId(from), .was = was, .stops = without},
                           {.route = routeId(to), .was = there, .stops = there + QList{stopId(stop)}}}};
        };
        const auto perform = [&](const Verb &verb) {
            commands.append(commandOf(static_cast<int>(commands.size()), verb));
            console.perform(commands.constLast());
        };
        perform(newPhone(1, phoneBefore, u"1"_s));
        perform(move(1, 0, 1));
        perform(CancelStop{.stop = stopId(4)});
        perform(move(1, 1, 2));
        perform(PinStop{.stop = stopId(6), .pinned = true});
        perform(newPhone(1, u"1"_s, u"2"_s));

        const auto want = [&] {
            return std::tuple(*console.fleet.stops().find(stopId(1)), *console.fleet.stops().find(stopId(4)),
                              *console.fleet.stops().find(stopId(6)), *console.fleet.routes().find(routeId(0)),
                              *console.fleet.routes().find(routeId(1)), *console.fleet.routes().find(routeId(2)));
        };
        const auto wanted = want();
        bool hasFlipped = false;
        connect(&console.fleet, &Fleet::applied, this, [&] { hasFlipped = hasFlipped || want() != wanted; });

        QList<Batch> batches;
        QList<Verdict> verdicts;
        for (const auto &command : std::as_const(commands)) {
            auto [batch, verdict] = console.truth.take(command);
            QCOMPARE(verdict.kind, Verdict::Kind::Applied);
            if (!batches.isEmpty() && random.bounded(2) == 0) { // the pump makes one of two
                batches.last().stops.written += batch.stops.written;
                batches.last().routes.written += batch.routes.written;
                batches.last().cursors = batch.cursors;
            } else {
                batches.append(batch);
            }
            verdicts.append(verdict);
        }
        while (!batches.isEmpty() || !verdicts.isEmpty()) {
            if (!batches.isEmpty() && (verdicts.isEmpty() || random.bounded(2) == 0))
                console.overlay.apply(batches.takeFirst());
            else
                console.overlay.settle(verdicts.takeFirst());
            QVERIFY(!hasFlipped);
        }
        QVERIFY(want() == wanted);
        QCOMPARE(console.overlay.size(), 0);
        QVERIFY(!console.overlay.isWaiting(Subject::of(stopId(1))));
    }
};

QTEST_GUILESS_MAIN(OverlayTest)
#include "tst_overlay.moc"
