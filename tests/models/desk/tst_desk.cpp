// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/desk/decisions.h"
#include "models/desk/desk.h"
#include "models/store/fleet.h"
#include "models/store/overlay.h"
#include "models/store/setbacks.h"
#include "tests/support/days.h"
#include "tests/support/samples.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;

namespace {

class FixedClock : public Clock
{
public:
    QDateTime now() const override { return at(13); }
};

User person(User::Role role = User::Role::Dispatcher)
{
    auto user = someUser();
    user.roles = {role};
    return user;
}

/// Somebody at a desk, without a backend.
struct Room
{
    QTemporaryDir directory;
    Fleet fleet;
    Overlay overlay{fleet};
    Setbacks setbacks;
    FixedClock clock;
    Uplink uplink{{.server = QUrl(u"http://127.0.0.1:1"_s), .outboxPath = directory.filePath(u"outbox.db"_s)}};
    Desk desk{fleet, overlay, setbacks, uplink, clock};
    QSignalSpy performed{&desk, &Desk::performed};
    QSignalSpy refused{&desk, &Desk::refused};
    QSignalSpy undone{&desk, &Desk::undone};
    QSignalSpy redone{&desk, &Desk::redone};
    QSignalSpy undoRefused{&desk, &Desk::undoRefused};

    explicit Room(const User &user = person())
    {
        auto day = someDay(3, 30);
        for (auto &stop : day.stops.written) {
            stop.status = Stop::Status::Planned;
            stop.failure = Stop::Failure::None;
            stop.completedAt = {};
            stop.note.clear();
            stop.attempts = 0;
        }
        overlay.apply(day);
        QSignalSpy loaded(&uplink, &Uplink::loaded);
        desk.setPerson(user);
        uplink.setPerson(user, u"token"_s);
        uplink.start();
        (void)loaded.wait(5'000);
    }
    [[nodiscard]] const Stop &stop(int number) const { return *fleet.stops().find(stopId(number)); }
    [[nodiscard]] const Route &route(int number) const { return *fleet.routes().find(routeId(number)); }
};

Refusal refusalIn(const QSignalSpy &spy)
{
    return spy.isEmpty() ? Refusal() : spy.constLast().at(1).value<Refusal>();
}

} // namespace

class DeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void showsWhatWasDoneOnceItIsKept()
    {
        Room room;
        QVERIFY(room.desk.perform(u"Cancelled"_s, Decisions::cancel(stopId(1), u"moved away"_s)));
        QCOMPARE(room.stop(1).status, Stop::Status::Planned);
        QTRY_COMPARE(room.performed.size(), 1);
        QCOMPARE(room.performed.at(0).at(1).toBool(), true);
        QCOMPARE(room.stop(1).status, Stop::Status::Cancelled);
        QVERIFY(room.overlay.isWaiting(Subject::of(stopId(1))));
        QTRY_COMPARE(room.uplink.waiting(), 1);
        QCOMPARE(room.desk.undoStack().undoText(), u"Cancelled"_s);
    }

    void refuses_data()
    {
        QTest::addColumn<User::Role>("role");
        QTest::addColumn<QList<Verb>>("verbs");
        QTest::addColumn<QString>("code");
        const auto dispatcher = User::Role::Dispatcher;
        QTest::newRow("not allowed") << User::Role::Support << Decisions::pin(stopId(1), true) << u"forbidden"_s;
        QTest::newRow("a driver") << User::Role::Driver << Decisions::cancel(stopId(1)) << u"forbidden"_s;
        QTest::newRow("unknown stop") << dispatcher << Decisions::cancel(StopId(u"x"_s)) << u"unknown_stop"_s;
        QTest::newRow("unknown driver") << dispatcher << QList<Verb>{SetDuty{.driver = DriverId(u"x"_s)}}
                                        << u"unknown_driver"_s;
        QTest::newRow("all or none") << dispatcher << Decisions::cancel(stopId(1)) + Decisions::cancel(StopId(u"x"_s))
                                     << u"unknown_stop"_s;
        QTest::newRow("a note that says nothing")
            << dispatcher << Decisions::addNote(DepotId(u"aguada"_s), Subject::of(stopId(1)), u"  "_s, at(13))
            << u"malformed"_s;
    }

    void refuses()
    {
        QFETCH(const User::Role, role);
        QFETCH(const QList<Verb>, verbs);
        QFETCH(const QString, code);
        Room room(person(role));
        QVERIFY(!room.desk.perform(u"Did"_s, verbs));
        QCOMPARE(refusalIn(room.refused).code, code);
        QCOMPARE(room.stop(1).status, Stop::Status::Planned);
        QCOMPARE(room.overlay.size(), 0);
        QVERIFY(room.desk.refusalOf(verbs).has_value());
    }

    void takesBackAndDoesAgain()
    {
        Room room;
        const auto before = std::pair(room.route(0), room.route(1));
        const auto stop = room.route(0).stops.constFirst();
        QVERIFY(room.desk.perform(u"Moved"_s, Decisions::assign(room.desk.scene(), {stop}, routeId(1), 2)));
        QTRY_COMPARE(room.performed.size(), 1);
        const auto after = std::pair(room.route(0), room.route(1));
        QCOMPARE(room.route(1).stops.at(2), stop);
        for (int i = 1; i <= 3; ++i) {
            room.desk.undo();
            QTRY_COMPARE(room.undone.size(), i);
            QCOMPARE(std::pair(room.route(0), room.route(1)), before);
            QVERIFY(room.desk.undoStack().canRedo());
            room.desk.redo();
            QTRY_COMPARE(room.redone.size(), i);
            QCOMPARE(std::pair(room.route(0), room.route(1)), after);
        }
        QTRY_COMPARE(room.uplink.waiting(), 7); // each a command of its own
    }

    void decidesTheNextOnWhatIsStillBeingSaved()
    {
        Room room;
        const auto first = room.route(0).stops.at(0);
        const auto second = room.route(0).stops.at(1);
        QVERIFY(room.desk.perform(u"One"_s, Decisions::assign(room.desk.scene(), {first}, routeId(1))));
        QVERIFY(room.desk.perform(u"Two"_s, Decisions::assign(room.desk.scene(), {second}, routeId(1))));
        QTRY_COMPARE(room.performed.size(), 2);
        QCOMPARE(room.route(1).stops.last(2), QList({first, second}));
        room.desk.undo();
        room.desk.undo();
        QTRY_COMPARE(room.undone.size(), 2);
        QCOMPARE(room.route(0).stops.first(2), QList({first, second}));
    }

    void saysWhyItCannotBeTakenBack()
    {
        Room room;
        QVERIFY(room.desk.perform(u"Cancelled"_s, Decisions::cancel(stopId(1))));
        QTRY_COMPARE(room.performed.size(), 1);
        auto delivered = room.stop(1);
        delivered.status = Stop::Status::Delivered;
        delivered.completedAt = at(13);
        room.overlay.apply({.stops = {.written = {delivered}}});
        room.desk.undo();
        QCOMPARE(room.undoRefused.size(), 1);
        QCOMPARE(refusalIn(room.undoRefused).code, "driver_has_acted"_L1);
        QVERIFY(!room.desk.undoStack().canUndo());
        QVERIFY(!room.desk.undoStack().canRedo());
        QCOMPARE(room.undone.size(), 0);
    }

    void tellsEachRow()
    {
        Room room;
        auto delivered = room.stop(2);
        delivered.status = Stop::Status::Delivered;
        delivered.completedAt = at(12);
        auto cancelled = room.stop(3);
        cancelled.status = Stop::Status::Cancelled;
        room.overlay.apply({.stops = {.written = {delivered, cancelled}}});
        QList<Desk::Row> rows;
        for (int i = 1; i <= 4; ++i)
            rows.append({.about = Subject::of(stopId(i)),
                         .build = [i](const Scene &) { return Decisions::cancel(stopId(i)); }});
        const auto action = room.desk.performEach(u"Cancelled 4"_s, rows);
        using State = RowResult::State;
        const auto states = [&] {
            QList<State> list;
            for (const auto &row : room.desk.rowsOf(action))
                list.append(row.state);
            return list;
        };
        QCOMPARE(states(), QList({State::Saving, State::Refused, State::AlreadySo, State::Saving}));
        QCOMPARE(room.desk.rowsOf(action).at(1).code, u"already_done"_s);
        QTRY_COMPARE(states(), QList({State::Waiting, State::Refused, State::AlreadySo, State::Waiting}));
        QCOMPARE(room.stop(4).status, Stop::Status::Cancelled);
        room.desk.undo();
        QTRY_COMPARE(room.undone.size(), 1);
        QCOMPARE(room.stop(1).status, Stop::Status::Planned);
        QCOMPARE(room.stop(3).status, Stop::Status::Cancelled); // not ours
    }

    void movesManyIntoOneRouteRowByRow()
    {
        Room room;
        const auto stops = room.route(0).stops.first(3);
        QList<Desk::Row> rows;
        for (const auto &stop : stops)
            rows.append({.about = Subject::of(stop),
                         .build = [stop](const Scene &scene) { return Decisions::assign(scene, {stop}, routeId(1)); }});
        (void)room.desk.performEach(u"Moved 3"_s, rows);
        QTRY_COMPARE(room.performed.size(), 1);
        QCOMPARE(room.route(1).stops.last(3), stops);
        room.desk.undo();
        QTRY_COMPARE(room.undone.size(), 1);
        QCOMPARE(room.route(0).stops.first(3), stops);
    }

    void forgetsTheStepsOfSomebodyElse()
    {
        Room room;
        QVERIFY(room.desk.perform(u"Cancelled"_s, Decisions::cancel(stopId(1))));
        QTRY_COMPARE(room.performed.size(), 1);
        auto other = person();
        other.id = UserId(u"bruno"_s);
        room.desk.setPerson(other);
        QVERIFY(!room.desk.undoStack().canUndo());
        QVERIFY(!room.desk.perform(u"Cancelled"_s, Decisions::cancel(stopId(2))));
        QCOMPARE(refusalIn(room.refused).code, "not_ready"_L1);
        QSignalSpy loaded(&room.uplink, &Uplink::loaded);
        room.uplink.setPerson(other, u"token"_s);
        QTRY_COMPARE(loaded.size(), 1);
        QCOMPARE(room.stop(1).status, Stop::Status::Planned); // somebody else's wish is not shown
        QVERIFY(room.desk.perform(u"Cancelled"_s, Decisions::cancel(stopId(2))));
        QTRY_COMPARE(room.performed.size(), 2);
        room.desk.setPerson({});
        QVERIFY(!room.desk.perform(u"Cancelled"_s, Decisions::cancel(stopId(2))));
        QCOMPARE(refusalIn(room.refused).code, "not_signed_in"_L1);
    }
};

QTEST_MAIN(DeskTest)
#include "tst_desk.moc"
