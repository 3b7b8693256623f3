// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/commands/runcommands.h"
#include "tests/backend/api/smalltown.h"

#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace Doorstep;
using namespace Doorstep::Test;
using drogon::sync_wait;
using Kind = Verdict::Kind;
using Why = CommandsHalted::Why;

/// Commands against a store of their own: decided once, in order, with everything that belongs to them.
class TestRunCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void appliesACommandAndAnswersItAgain()
    {
        SmallTown town;
        const auto command = town.command(1, CancelStop{.stop = town.stop(0), .reason = u"moved away"_s});
        const auto first = town.run({command});
        QVERIFY(first);
        QCOMPARE(first->size(), 1);
        QCOMPARE(first->first().kind, Kind::Applied);
        QVERIFY(!first->first().again);
        const auto head = town.headOf(town.depotFeed());
        QCOMPARE(first->first().to, head.head);
        QCOMPARE(first->first().from, head.head);
        QCOMPARE(first->first().epoch, head.epoch);
        QCOMPARE(town.body(u"stop"_s, town.stop(0).toString())["status"_L1].toString(), u"cancelled"_s);

        auto again = town.run({command});
        QVERIFY(again);
        QVERIFY(again->first().again);
        again->first().again = false;
        QCOMPARE(*again, *first);
        QCOMPARE(town.headOf(town.depotFeed()), head);
    }

    void findsAVerdictAgainAfterARestart()
    {
        SmallTown town;
        const auto good = town.command(1, HoldStop{.stop = town.stop(0)});
        const auto bad = town.command(2, HoldStop{.stop = StopId(u"none"_s)});
        const auto first = town.run({good, bad});
        QVERIFY(first);
        town.reopen();
        auto again = town.run({good, bad});
        QVERIFY(again);
        for (auto &verdict : *again) {
            QVERIFY(verdict.again);
            verdict.again = false;
        }
        QCOMPARE(*again, *first);
    }

    void recordsWhatItRefused()
    {
        SmallTown town;
        const auto unknown = town.command(1, CancelStop{.stop = StopId(u"none"_s), .reason = {}});
        const auto verdicts = town.run({unknown, town.command(2, HoldStop{.stop = town.stop(1)})});
        QVERIFY(verdicts);
        QCOMPARE(verdicts->at(0).kind, Kind::Rejected);
        QCOMPARE(verdicts->at(0).code, u"unknown_stop"_s);
        QCOMPARE(verdicts->at(1).kind, Kind::Applied); // one bad command does not stop those behind it
        QCOMPARE(town.run({town.command(4, HoldStop{.stop = town.stop(0)})}).error().expected, 3);
    }

    void answersThatItWasSoAlready()
    {
        SmallTown town;
        const auto before = town.headOf(town.depotFeed());
        const auto command = town.command(1, HoldStop{.stop = town.stop(0), .held = false});
        const auto verdicts = town.run({command});
        QVERIFY(verdicts);
        QCOMPARE(verdicts->first().kind, Kind::Applied);
        QVERIFY(!verdicts->first().again);
        QCOMPARE(verdicts->first().from, before.head + 1);
        QCOMPARE(verdicts->first().to, before.head);
        QCOMPARE(town.headOf(town.depotFeed()), before);
        QVERIFY(town.run({command})->first().again);
    }

    void keepsTheOrderOfADevice_data()
    {
        QTest::addColumn<QList<int>>("sent");
        QTest::addColumn<int>("expected");
        QTest::newRow("begins late") << QList<int>{2} << 1;
        QTest::newRow("a gap") << QList<int>{1, 3} << 2;
        QTest::newRow("the wrong way round") << QList<int>{2, 1} << 1;
        QTest::newRow("a number twice") << QList<int>{1, 1} << 2;
        QTest::newRow("the largest") << QList<int>{std::numeric_limits<int>::max()} << 1;
    }

    void keepsTheOrderOfADevice()
    {
        QFETCH(const QList<int>, sent);
        QFETCH(const int, expected);
        SmallTown town;
        QList<Command> commands;
        for (const auto number : sent)
            commands.append(town.command(number, HoldStop{.stop = town.stop(0)}, SmallTown::depotFeed(),
                                         u"c%1"_s.arg(commands.size())));
        const auto before = town.headOf(town.depotFeed());
        const auto answer = town.run(commands);
        QVERIFY(!answer);
        QCOMPARE(answer.error().why, Why::OutOfOrder);
        QCOMPARE(answer.error().expected, expected);
        QCOMPARE(town.headOf(town.depotFeed()), before); // nothing of it was done
    }

    void answersAgainWhateverTheNumber()
    {
        SmallTown town;
        auto command = town.command(1, HoldStop{.stop = town.stop(0)});
        QVERIFY(town.run({command}));
        command.sequence = 77; // numbered anew after a restore
        const auto verdicts = town.run({command, town.command(2, HoldStop{.stop = town.stop(1)})});
        QVERIFY(verdicts);
        QVERIFY(verdicts->at(0).again);
        QCOMPARE(verdicts->at(1).kind, Kind::Applied);
    }

    void decidesATwinInTheSameRequestOnce()
    {
        SmallTown town;
        const auto command = town.command(1, HoldStop{.stop = town.stop(0)});
        const auto verdicts = town.run({command, command});
        QVERIFY(verdicts);
        QVERIFY(!verdicts->at(0).again);
        QVERIFY(verdicts->at(1).again);
        QCOMPARE(verdicts->at(1).to, verdicts->at(0).to);
    }

    void stopsAtAnIdWithAnotherContent()
    {
        SmallTown town;
        const auto command = town.command(1, HoldStop{.stop = town.stop(0)});
        auto other = command;
        other.verb = HoldStop{.stop = town.stop(1)};
        QCOMPARE(town.run({command, other}).error().why, Why::Reused); // in one request
        QVERIFY(town.run({command}));
        QCOMPARE(town.run({other}).error().why, Why::Reused);
        auto ofAnother = SmallTown::dispatcher();
        ofAnother.id = UserId(u"other"_s);
        QCOMPARE(town.run({command}, ofAnother).error().why, Why::Reused); // a verdict is for its author only
    }

    void decidesNothingForSomebodyWhoWasToldYesInAnotherHistory_data()
    {
        QTest::addColumn<QString>("feed");
        QTest::addColumn<bool>("isOfAnotherHistory");
        QTest::addColumn<bool>("isDecided");
        QTest::newRow("the same history") << u"depot-d1"_s << false << true;
        QTest::newRow("another one") << u"depot-d1"_s << true << false;
        QTest::newRow("another one of another feed") << u"organisation"_s << true << false;
        QTest::newRow("of a feed they do not follow any more") << u"depot-d2"_s << true << true;
        QTest::newRow("of a feed that is no more") << u"depot-gone"_s << true << true;
    }

    void decidesNothingForSomebodyWhoWasToldYesInAnotherHistory()
    {
        QFETCH(const QString, feed);
        QFETCH(const bool, isOfAnotherHistory);
        QFETCH(const bool, isDecided);
        SmallTown town;
        const auto before = town.headOf(town.depotFeed());
        const auto epoch = town.headOf(FeedId(feed)).epoch + (isOfAnotherHistory ? 1 : 0);
        const auto answer = town.run({town.command(1, HoldStop{.stop = town.stop(0)})}, SmallTown::dispatcher(),
                                     DeviceId(u"desk-1"_s), {{FeedId(feed), epoch}});
        QCOMPARE(answer.has_value(), isDecided);
        QCOMPARE(town.headOf(town.depotFeed()) == before, !isDecided);
        if (!isDecided) {
            QCOMPARE(answer.error().why, Why::AnotherHistory);
            QVERIFY(town.run({town.command(1, HoldStop{.stop = town.stop(0)})})); // its number is still to come
        }
    }

    void givesADeviceToOnePerson()
    {
        SmallTown town;
        QVERIFY(town.run({town.command(1, HoldStop{.stop = town.stop(0)})}));
        auto other = SmallTown::dispatcher();
        other.id = UserId(u"other"_s);
        QCOMPARE(town.run({town.command(2, HoldStop{.stop = town.stop(1)})}, other).error().why, Why::DeviceOfAnother);
        QVERIFY(town.run({town.command(1, HoldStop{.stop = town.stop(1)}, town.depotFeed(), u"theirs"_s)}, other,
                         DeviceId(u"another"_s)));
    }

    void keepsKeysItDoesNotKnow()
    {
        SmallTown town;
        town.addToStop(0, u"dog"_s, u"large"_s);
        QCOMPARE(town.run({town.command(1, HoldStop{.stop = town.stop(0)})})->first().kind, Kind::Applied);
        const auto body = town.body(u"stop"_s, town.stop(0).toString());
        QCOMPARE(body["dog"_L1].toString(), u"large"_s);
        QCOMPARE(body["held"_L1].toBool(), true);
    }

    void showsWhatIsThereInAConflict()
    {
        SmallTown town;
        QVERIFY(town.run({town.command(1,
                                       RescheduleStop{.stop = town.stop(0),
                                                      .was = {},
                                                      .window = {.from = town.now, .to = town.now.addSecs(60)}})}));
        const auto verdicts = town.run({town.command(
            2,
            RescheduleStop{
                .stop = town.stop(0), .was = {}, .window = {.from = town.now, .to = town.now.addSecs(90)}})});
        QVERIFY(verdicts);
        QCOMPARE(verdicts->first().kind, Kind::Conflict);
        QCOMPARE(verdicts->first().code, u"field_changed"_s);
        QCOMPARE(verdicts->first().field, u"window"_s);
        QCOMPARE(verdicts->first().current.size(), 1);
        QCOMPARE(verdicts->first().current.first().body,
                 QJsonDocument(town.body(u"stop"_s, town.stop(0).toString())).toJson(QJsonDocument::Compact));
    }

    void hidesInAConflictWhatIsForAdmins()
    {
        SmallTown town;
        const auto organisation = organisationFeed();
        const SetDuty wrong{.driver = DriverId(u"a"_s), .was = Driver::Duty::OnBreak, .duty = Driver::Duty::OffDuty};
        const auto verdicts = town.run({town.command(1, wrong, organisation)});
        QVERIFY(verdicts);
        QCOMPARE(verdicts->first().kind, Kind::Conflict);
        QVERIFY(!verdicts->first().current.first().body.contains("phone-a"));
        town.reopen();
        const auto again = town.run({town.command(1, wrong, organisation)});
        QVERIFY(!again->first().current.first().body.contains("phone-a"));
    }

    void asksForTheRightFeed_data()
    {
        QTest::addColumn<QString>("feed");
        QTest::addColumn<bool>("isOfDriver");
        QTest::newRow("a depot that is not") << u"depot-none"_s << false;
        QTest::newRow("a stop of the organisation") << u"organisation"_s << false;
        QTest::newRow("a driver of a depot") << u"depot-d1"_s << true;
        QTest::newRow("a feed of others") << u"depot-d2"_s << false;
    }

    void asksForTheRightFeed()
    {
        QFETCH(const QString, feed);
        QFETCH(const bool, isOfDriver);
        SmallTown town;
        const Verb verb = isOfDriver ? Verb(SetDuty{.driver = DriverId(u"a"_s)}) : Verb(PinStop{.stop = town.stop(0)});
        const auto verdicts = town.run({town.command(1, verb, FeedId(feed))});
        QVERIFY(verdicts);
        QCOMPARE(verdicts->first().kind, Kind::Rejected);
        QCOMPARE(verdicts->first().code, u"malformed"_s);
        QCOMPARE(verdicts->first().field, u"feed"_s);
    }

    void keepsNotesInTheirDepot()
    {
        SmallTown town;
        const AddNote note{.note = NoteId(u"n1"_s),
                           .depot = DepotId(u"d2"_s),
                           .about = Subject::of(town.stop(0)),
                           .text = u"mind the dog"_s};
        QCOMPARE(town.run({town.command(1, note)})->first().code, u"another_depot"_s);
    }

    void neverLetsAnybodyDecideInTheFuture()
    {
        SmallTown town;
        auto command = town.command(1,
                                    RecordVisit{.stop = town.stop(0),
                                                .outcome = Stop::Status::Delivered,
                                                .note = {},
                                                .completedAt = town.now.addDays(1)});
        command.at = town.now.addDays(1);
        QCOMPARE(town.run({command})->first().code, u"malformed"_s);
        auto note = town.command(2,
                                 AddNote{.note = NoteId(u"n1"_s),
                                         .depot = DepotId(u"d1"_s),
                                         .about = Subject::of(town.stop(0)),
                                         .text = u"x"_s});
        note.at = town.now.addDays(1);
        QCOMPARE(town.run({note})->first().kind, Kind::Applied);
        QCOMPARE(town.body(u"note"_s, u"n1"_s)["at"_L1].toString(), u"2026-03-12T09:00:00.000Z"_s);
    }

    /// Eight consoles take the same exception: one gets it, the others see who.
    void givesOneOfManyWhatAllWant()
    {
        SmallTown town;
        constexpr int consoles = 8;
        for (int i = 0; i < consoles; ++i)
            town.addUser(u"u%1"_s.arg(i));
        std::array<std::expected<QList<Verdict>, CommandsHalted>, consoles> answers;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < consoles; ++i) {
                threads.emplace_back([&, i] {
                    auto user = SmallTown::dispatcher();
                    user.id = UserId(u"u%1"_s.arg(i));
                    const auto command = town.command(1,
                                                      AssignException{.exception = ExceptionId(u"late-1"_s),
                                                                      .occasion = {.depot = DepotId(u"d1"_s),
                                                                                   .kind = u"late"_s,
                                                                                   .about = Subject::of(town.stop(0))},
                                                                      .was = {},
                                                                      .owner = user.id},
                                                      town.depotFeed(), u"c%1"_s.arg(i));
                    answers.at(static_cast<std::size_t>(i)) = town.run({command}, user, DeviceId(u"d%1"_s.arg(i)));
                });
            }
        }
        int applied = 0;
        for (const auto &answer : answers) {
            QVERIFY(answer);
            const auto &verdict = answer->first();
            applied += verdict.kind == Kind::Applied ? 1 : 0;
            if (verdict.kind != Kind::Applied) {
                QCOMPARE(verdict.code, u"field_changed"_s);
                QVERIFY(verdict.current.first().body.contains("\"owner\":\"u"));
            }
        }
        QCOMPARE(applied, 1);
    }

    /// The answer was lost, and the console sends the same bytes on two connections at once.
    void decidesOnceWhatComesTwiceAtTheSameTime()
    {
        SmallTown town;
        QList<Command> commands;
        for (int i = 1; i <= 40; ++i)
            commands.append(town.command(i, HoldStop{.stop = town.stop(0), .held = i % 2 == 1}));
        const auto before = town.headOf(town.depotFeed()).head;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 4; ++i)
                threads.emplace_back([&] {
                    const auto answer = town.run(commands);
                    QVERIFY(answer || answer.error().why == Why::OutOfOrder); // another one is ahead of it
                });
        }
        const auto all = town.run(commands);
        QVERIFY(all);
        QCOMPARE(all->size(), 40);
        QCOMPARE(town.headOf(town.depotFeed()).head, before + 40);
    }

    void forgetsOldCommandsButNotHowFarADeviceIs()
    {
        SmallTown town;
        QVERIFY(town.run({town.command(1, HoldStop{.stop = town.stop(0)})}));
        const auto later = QDateTime::currentDateTimeUtc().addDays(1);
        QVERIFY(sync_wait(town.store->compact({.changesKept = 1000, .answersBefore = later, .commandsBefore = later})));
        QCOMPARE(
            town.run({town.command(1, HoldStop{.stop = town.stop(0)}, town.depotFeed(), u"new"_s)}).error().expected,
            2);
    }

    void refusesWhatARoleMayNotDecide()
    {
        SmallTown town;
        auto supervisor = SmallTown::dispatcher();
        supervisor.roles = {User::Role::Supervisor};
        const auto verdicts = town.run({town.command(1, PinStop{.stop = town.stop(0)})}, supervisor);
        QVERIFY(verdicts);
        QCOMPARE(verdicts->first().code, u"forbidden"_s);
        QVERIFY(verdicts->first().detail.contains("dispatcher or admin"_L1));
    }
};

QTEST_GUILESS_MAIN(TestRunCommands)
#include "tst_runcommands.moc"
