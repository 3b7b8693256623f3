// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/cases/casebook.h"

#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Cases;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDateTime noon(QDate(2026, 3, 12), QTime(15, 0), QTimeZone::UTC);
constexpr Kind late{.word = "late"_L1, .openAfter = 60s, .clearAfter = 120s};

/// A book whose conclusions are committed, as long as nothing else is said.
struct Desk
{
    CaseBook book;
    QHash<ExceptionId, Exception> stored;
    QHash<ExceptionId, qint64> versions;
    int writes = 0;
    bool loses = false;

    void look(const std::optional<Trouble> &trouble, qint64 at)
    {
        Outcomes outcomes;
        book.look(late, place, trouble, noon.addSecs(at), outcomes);
        for (const auto &outcome : outcomes) {
            ++writes;
            if (!loses && versions.value(outcome.exception.id) == outcome.base)
                commit(outcome.exception);
        }
    }
    void commit(const Exception &exception)
    {
        stored.insert(exception.id, exception);
        book.see(exception, ++versions[exception.id]);
    }
    [[nodiscard]] Exception one() const { return stored.size() == 1 ? *stored.cbegin() : Exception(); }
    [[nodiscard]] int open() const
    {
        return static_cast<int>(std::ranges::count(stored, Exception::Status::Open, &Exception::status));
    }

    Place place{.about = Subject::of(StopId(u"s1"_s)), .depot = DepotId(u"aguada"_s), .route = RouteId(u"r1"_s)};
};

Trouble minutesLate(int minutes, const QString &instance = u"w1"_s)
{
    return {.instance = instance, .dueAt = noon.addSecs(3600), .lateBy = std::chrono::minutes(minutes)};
}

} // namespace

class CaseBookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensOnlyWhatLasts()
    {
        Desk desk;
        desk.look(minutesLate(5), 0);
        desk.look(minutesLate(5), 59);
        QCOMPARE(desk.open(), 0);
        QCOMPARE(desk.book.unsettled().size(), 1);
        desk.look({}, 59); // and away again
        desk.look(minutesLate(5), 60);
        desk.look(minutesLate(5), 119);
        QCOMPARE(desk.open(), 0);
        desk.look(minutesLate(5), 120);
        QCOMPARE(desk.open(), 1);
        QCOMPARE(desk.one().openedAt, noon.addSecs(120));
        QCOMPARE(desk.one().route, RouteId(u"r1"_s));
    }

    void closesOnlyWhatIsOver()
    {
        Desk desk;
        desk.look(minutesLate(5), 0);
        desk.look(minutesLate(5), 60);
        desk.look({}, 100);
        desk.look({}, 219);
        QCOMPARE(desk.open(), 1);
        desk.look({}, 220);
        QCOMPARE(desk.open(), 0);
        QVERIFY(desk.one().isCleared);
        QVERIFY(desk.book.unsettled().empty());
    }

    void doesNotFlap()
    {
        Desk desk;
        for (int at = 0; at < 3600; at += 30) // off and on again, all hour long
            desk.look(at % 60 == 0 ? std::optional(minutesLate(1)) : std::nullopt, at);
        QCOMPARE(desk.writes, 0);
        desk.look(minutesLate(1), 3600);
        desk.look(minutesLate(1), 3660);
        for (int at = 3690; at < 7200; at += 30)
            desk.look(at % 60 == 0 ? std::optional(minutesLate(1)) : std::nullopt, at);
        QCOMPARE(desk.open(), 1);
        QCOMPARE(desk.writes, 1);
    }

    void tellsOnlyMovesThatMatter()
    {
        Desk desk;
        desk.look(minutesLate(5), 0);
        desk.look(minutesLate(5), 60);
        auto trouble = minutesLate(5);
        trouble.lateBy += 59s;
        desk.look(trouble, 70);
        QCOMPARE(desk.writes, 1);
        trouble.lateBy += 1s;
        desk.look(trouble, 80);
        QCOMPARE(desk.writes, 2);
        QCOMPARE(desk.one().lateBy, 6min);
    }

    void comesBackWhenItHadOnlyClearedByItself()
    {
        Desk desk;
        desk.look(minutesLate(5), 0);
        desk.look(minutesLate(5), 60);
        desk.look({}, 100);
        desk.look({}, 300);
        desk.look(minutesLate(5), 400);
        desk.look(minutesLate(5), 460);
        QCOMPARE(desk.open(), 1);
        QCOMPARE(desk.stored.size(), 1);
        QVERIFY(!desk.one().isCleared);
        QCOMPARE(desk.one().openedAt, noon.addSecs(60));
    }

    void leavesAloneWhatAPersonClosed()
    {
        Desk desk;
        desk.look(minutesLate(5), 0);
        desk.look(minutesLate(5), 60);
        auto closed = desk.one();
        closed.status = Exception::Status::Closed;
        closed.resolution = u"told_customer"_s;
        desk.commit(closed);
        desk.look(minutesLate(30), 600);
        QCOMPARE(desk.one(), closed);
        desk.look({}, 700);
        desk.look({}, 1'000);
        QCOMPARE(desk.one(), closed);

        // Another window that will be missed is another case.
        desk.look(minutesLate(5, u"w2"_s), 2'000);
        desk.look(minutesLate(5, u"w2"_s), 2'060);
        QCOMPARE(desk.open(), 1);
        QCOMPARE(desk.stored.size(), 2);
    }

    void keepsWhatPeopleDid()
    {
        Desk desk;
        desk.look(minutesLate(5), 0);
        desk.look(minutesLate(5), 60);
        auto taken = desk.one();
        taken.owner = UserId(u"maria"_s);
        taken.snoozedUntil = noon.addSecs(900);
        desk.commit(taken);
        desk.look(minutesLate(9), 100);
        QCOMPARE(desk.one().owner, UserId(u"maria"_s));
        QCOMPARE(desk.one().snoozedUntil, noon.addSecs(900));
        QCOMPARE(desk.one().lateBy, 9min);
    }

    void decidesAnewWhenAPersonWasFaster()
    {
        Desk desk;
        desk.look(minutesLate(5), 0);
        desk.loses = true; // somebody took the case that the console had made of it in the same moment
        desk.look(minutesLate(5), 60);
        QCOMPARE(desk.stored.size(), 0);
        desk.loses = false;
        Exception taken;
        taken.id = exceptionIdOf(u"late"_s, desk.place.about, u"w1"_s);
        taken.kind = u"late"_s;
        taken.about = desk.place.about;
        taken.owner = UserId(u"maria"_s);
        desk.commit(taken);
        QCOMPARE(desk.book.unsettled().size(), 1);
        desk.look(minutesLate(5), 61);
        QCOMPARE(desk.one().owner, UserId(u"maria"_s));
        QCOMPARE(desk.one().openedAt, noon.addSecs(61));
    }

    void closesTheOldOneWhenItHappensAgain()
    {
        Desk desk;
        desk.look(minutesLate(5), 0);
        desk.look(minutesLate(5), 60);
        desk.look(minutesLate(5, u"w2"_s), 90);
        QCOMPARE(desk.stored.size(), 2);
        QCOMPARE(desk.open(), 1);
    }

    void closesWhatIsAboutSomethingThatIsGone()
    {
        Desk desk;
        desk.look(minutesLate(5), 0);
        desk.look(minutesLate(5), 60);
        Outcomes outcomes;
        desk.book.forget(desk.place.about, noon.addSecs(61), outcomes);
        QCOMPARE(outcomes.size(), 1U);
        QVERIFY(outcomes.front().exception.isCleared);
    }

    void knowsItsCasesAgainAfterARestart()
    {
        Desk before;
        before.look(minutesLate(5), 0);
        before.look(minutesLate(5), 60);
        Desk after;
        after.commit(before.one());
        QCOMPARE(after.book.unsettled().size(), 1);
        after.look(minutesLate(5), 70);
        QCOMPARE(after.writes, 0);
        after.look({}, 80);
        after.look({}, 200);
        QCOMPARE(after.open(), 0);
    }

    void raisesWhatNobodyTookInTime_data()
    {
        using Change = std::function<void(Exception &)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<qint64>("at");
        QTest::addColumn<bool>("isRaised");
        const Change nothing = [](Exception &) { };
        QTest::newRow("a second too early") << nothing << qint64(3'899) << false;
        QTest::newRow("just then") << nothing << qint64(3'900) << true;
        QTest::newRow("taken") << Change([](Exception &one) { one.owner = UserId(u"maria"_s); }) << qint64(9'000)
                               << false;
        QTest::newRow("put off") << Change([](Exception &one) { one.snoozedUntil = noon.addSecs(9'001); })
                                 << qint64(9'000) << false;
        QTest::newRow("put off long ago")
            << Change([](Exception &one) { one.snoozedUntil = noon.addSecs(9'000); }) << qint64(9'000) << true;
        QTest::newRow("closed") << Change([](Exception &one) { one.status = Exception::Status::Closed; })
                                << qint64(9'000) << false;
        QTest::newRow("a part of another")
            << Change([](Exception &one) { one.mergedInto = ExceptionId(u"other"_s); }) << qint64(9'000) << false;
        QTest::newRow("lowered by a person")
            << Change([](Exception &one) { one.escalation = Exception::Escalation::Lowered; }) << qint64(9'000)
            << false;
        QTest::newRow("raised already") << Change([](Exception &one) {
            one.escalation = Exception::Escalation::Raised;
        }) << qint64(9'000) << false;
        QTest::newRow("of little weight")
            << Change([](Exception &one) { one.severity = Exception::Severity::Low; }) << qint64(9'000) << false;
        QTest::newRow("too late long before it opened")
            << Change([](Exception &one) { one.dueAt = noon.addSecs(-7'200); }) << qint64(300) << false;
        QTest::newRow("never too late") << Change([](Exception &one) { one.dueAt = QDateTime(); }) << qint64(9'000)
                                        << false;
    }
    void raisesWhatNobodyTookInTime()
    {
        QFETCH(const std::function<void(Exception &)>, change);
        QFETCH(const qint64, at);
        QFETCH(const bool, isRaised);
        Desk desk;
        desk.look(minutesLate(5), 0);
        desk.look(minutesLate(5), 60);
        auto changed = desk.one();
        change(changed);
        desk.commit(changed);
        const auto after = [](const DepotId &) { return 300s; };
        Outcomes outcomes;
        desk.book.escalate(after, noon.addSecs(at), outcomes);
        QCOMPARE(outcomes.size(), isRaised ? 1U : 0U);
        if (!isRaised)
            return;
        QCOMPARE(outcomes.front().exception.escalation, Exception::Escalation::Raised);
        QCOMPARE(outcomes.front().exception.escalatedAt, noon.addSecs(at));
        QVERIFY(!outcomes.front().exception.escalatedBy.isValid());
        Outcomes again;
        desk.book.escalate(after, noon.addSecs(at + 5), again);
        QVERIFY(again.empty()); // once
    }

    void keepsWhereItBegan()
    {
        Desk desk;
        auto trouble = minutesLate(5);
        trouble.where = QGeoCoordinate(-34.9, -56.1);
        trouble.awayMeters = 600;
        desk.look(trouble, 0);
        desk.look(trouble, 60);
        trouble.where = QGeoCoordinate(-34.8, -56.1);
        trouble.awayMeters = 900;
        desk.look(trouble, 70);
        QCOMPARE(desk.writes, 1);
        QCOMPARE(desk.one().where, QGeoCoordinate(-34.9, -56.1));
        QCOMPARE(desk.one().awayMeters, 600);
    }

    void ignoresOlderVersions()
    {
        Desk desk;
        desk.look(minutesLate(5), 0);
        desk.look(minutesLate(5), 60);
        auto newer = desk.one();
        newer.owner = UserId(u"maria"_s);
        desk.book.see(newer, 7);
        desk.book.see(desk.one(), 6);
        Outcomes outcomes;
        desk.book.look(late, desk.place, minutesLate(9), noon.addSecs(100), outcomes);
        QCOMPARE(outcomes.front().base, 7);
        QCOMPARE(outcomes.front().exception.owner, UserId(u"maria"_s));
    }
};

QTEST_GUILESS_MAIN(CaseBookTest)
#include "tst_casebook.moc"
