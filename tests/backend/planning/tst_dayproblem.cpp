// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/planning/dayproblem.h"
#include "backend/planning/optimiser.h"
#include "models/wire/proposalwire.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Planning;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDateTime noon(QDate(2026, 3, 12), QTime(15, 0), QTimeZone::UTC);
constexpr auto visit = 120s;
constexpr double degreesASecond = 0.001;

/// Somewhere on a line through the town, so many seconds of driving from the depot.
QGeoCoordinate at(int second)
{
    return {0.0, second * degreesASecond};
}

int secondOf(const QGeoCoordinate &place)
{
    return qRound(place.longitude() / degreesASecond);
}

/// Routes of drivers who are at the depot, with stops "a@300 b@600" on that line and forecasts to match.
struct Town
{
    Town()
    {
        day.now = noon;
        day.depot.where = at(0);
    }

    void route(const QString &name, const QString &stops, double pace = 1.0)
    {
        RouteToday today;
        today.route.id = RouteId(name);
        today.route.status = Route::Status::Underway;
        today.route.scheduledEnd = noon.addSecs(28'800);
        today.ahead.route = today.route.id;
        today.ahead.from = at(0);
        today.ahead.leaves = noon;
        auto now = noon;
        int where = 0;
        for (const auto &text : stops.split(u' ', Qt::SkipEmptyParts)) {
            const Stop stop{.id = StopId(text.section(u'@', 0, 0)),
                            .route = today.route.id,
                            .where = at(text.section(u'@', 1).toInt()),
                            .serviceTime = visit};
            now = now.addSecs(qRound(pace * qAbs(secondOf(stop.where) - where)));
            where = secondOf(stop.where);
            today.ahead.stops.append(stop);
            today.ahead.forecasts.append({.stop = stop.id,
                                          .expectedArrival = now,
                                          .lateArrival = now,
                                          .expectedDeparture = now.addDuration(visit)});
            today.route.stops.append(stop.id);
            now = now.addDuration(visit);
        }
        day.routes.append(today);
        asked.routes.append(today.route.id);
    }

    Stop &stop(const QString &id)
    {
        for (auto &today : day.routes) {
            const auto found = std::ranges::find(today.ahead.stops, StopId(id), &Stop::id);
            if (found != today.ahead.stops.end())
                return *found;
        }
        qFatal("no such stop");
    }

    [[nodiscard]] DayProblem problem() const
    {
        DayProblem made(asked, day);
        const auto count = made.places().size();
        auto matrix = std::make_shared<Matrix>();
        matrix->places = static_cast<std::int32_t>(count);
        for (const auto &from : made.places()) {
            for (const auto &to : made.places()) {
                const auto seconds = static_cast<std::uint32_t>(qAbs(secondOf(from) - secondOf(to)));
                matrix->seconds.push_back(islands.contains(secondOf(to)) && from != to ? noRoadSeconds : seconds);
                matrix->meters.push_back(seconds * 10);
            }
        }
        made.setMatrices({{Doorstep::Vehicle::Kind::Van, matrix}});
        return made;
    }

    [[nodiscard]] Proposal proposal() const
    {
        const auto made = problem();
        if (asked.isCheck)
            return made.proposalOf(made.start());
        return made.proposalOf(optimise(made.problem(), made.start(), {.iterations = 20'000}).plan);
    }

    Rerouting asked;
    DayAtHand day;
    QSet<int> islands;
};

QStringList names(const QList<StopId> &stops)
{
    QStringList all;
    for (const auto &stop : stops)
        all += stop.toString();
    return all;
}

QStringList afterOf(const Proposal &proposal, qsizetype line)
{
    QStringList all;
    for (const auto &one : proposal.lines.at(line).after)
        all += one.stop.toString();
    return all;
}

} // namespace

class DayProblemTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsHowThingsAreAsForecast_data()
    {
        QTest::addColumn<double>("pace");
        QTest::newRow("as the map says") << 1.0;
        QTest::newRow("through traffic") << 1.5;
        QTest::newRow("at night") << 0.8;
    }
    void tellsHowThingsAreAsForecast()
    {
        QFETCH(const double, pace);
        Town town;
        town.route(u"r"_s, u"a@300 b@600 c@1000"_s, pace);
        town.asked.isCheck = true;
        const auto proposal = town.proposal();
        QVERIFY(proposal.changesNothing());
        const auto &forecasts = town.day.routes.first().ahead.forecasts;
        const auto &before = proposal.lines.first().before;
        QCOMPARE(before.size(), forecasts.size());
        for (qsizetype i = 0; i < before.size(); ++i)
            QVERIFY(qAbs(before.at(i).arrival.secsTo(forecasts.at(i).expectedArrival)) <= 2);
        QCOMPARE(proposal.lines.first().before, proposal.lines.first().after);
        QCOMPARE(proposal.now(), proposal.proposed());
        QCOMPARE(proposal.now().meters, 20'000.0); // there and back
        QCOMPARE(proposal.moved, 0);
        QVERIFY(proposal.toTell.isEmpty());
    }

    void givesAStopToWhoeverComesBy()
    {
        Town town;
        town.route(u"far"_s, u"a@300 b@3000 x@-900"_s);
        town.route(u"near"_s, u"c@-300 d@-1000"_s);
        town.stop(u"x"_s).window.to = noon.addSecs(1800);
        const auto proposal = town.proposal();
        QCOMPARE(proposal.now().lateStops, 1);
        QCOMPARE(proposal.proposed().lateStops, 0);
        QCOMPARE(afterOf(proposal, 0), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(afterOf(proposal, 1), (QStringList{u"c"_s, u"x"_s, u"d"_s}));
        QCOMPARE(proposal.moved, 1);
        QVERIFY(proposal.toTell.contains(StopId(u"x"_s)));
        QCOMPARE(names(proposal.lines.at(1).order.was), (QStringList{u"c"_s, u"d"_s}));
        QCOMPARE(names(proposal.lines.at(1).order.stops), (QStringList{u"c"_s, u"x"_s, u"d"_s}));
        QCOMPARE(proposal.orders().size(), 2);
        QVERIFY(proposal.proposed().cost < proposal.now().cost);
        QVERIFY(proposal.proposed().gramsCo2 < proposal.now().gramsCo2);
    }

    void leavesAloneWhatMustStay_data()
    {
        QTest::addColumn<QString>("why");
        for (const auto *why : {"pinned", "held", "arrived", "next", "not asked for"})
            QTest::newRow(why) << QString::fromLatin1(why);
    }
    void leavesAloneWhatMustStay()
    {
        QFETCH(const QString, why);
        Town town;
        town.route(u"far"_s, why == u"next" || why == u"arrived" ? u"x@-900 a@300 b@3000"_s : u"a@300 b@3000 x@-900"_s);
        town.route(u"near"_s, u"c@-300 d@-1000"_s);
        auto &stop = town.stop(u"x"_s);
        stop.pinned = why == u"pinned";
        stop.held = why == u"held";
        if (why == u"arrived") {
            stop.status = Stop::Status::Arrived;
            town.day.routes.first().ahead.isAtFirst = true;
            town.asked.keepsNext = false;
        }
        if (why == u"not asked for")
            town.asked.stops = {StopId(u"b"_s)};
        const auto proposal = town.proposal();
        QVERIFY(afterOf(proposal, 0).contains(u"x"_s));
        if (why == u"next" || why == u"arrived")
            QCOMPARE(afterOf(proposal, 0).first(), u"x"_s);
    }

    void emptiesARouteThatCannotGoOn()
    {
        Town town;
        town.route(u"broken"_s, u"a@300 b@600 p@700 c@900"_s);
        town.route(u"helper"_s, u"d@400"_s);
        town.stop(u"p"_s).pinned = true;
        town.asked.leaving = {RouteId(u"broken"_s)};
        const auto proposal = town.proposal();
        QCOMPARE(afterOf(proposal, 0), QStringList{u"p"_s});
        QCOMPARE(proposal.moved, 3);
        QVERIFY(proposal.unserved.isEmpty());
        QCOMPARE(proposal.lines.at(1).after.size(), 4);
    }

    void saysWhatNobodyCanTake()
    {
        Town town;
        town.route(u"broken"_s, u"a@300 heavy@600"_s);
        town.route(u"helper"_s, u"d@400"_s);
        town.day.routes[1].vehicle.capacityKilograms = 100.0;
        town.day.kilograms = {{StopId(u"heavy"_s), 500.0}, {StopId(u"a"_s), 5.0}};
        town.asked.leaving = {RouteId(u"broken"_s)};
        const auto proposal = town.proposal();
        QCOMPARE(names(proposal.unserved), QStringList{u"heavy"_s});
        QCOMPARE(afterOf(proposal, 0), QStringList{u"heavy"_s}); // it is still in that vehicle
        QVERIFY(afterOf(proposal, 1).contains(u"a"_s));
    }

    void findsADriverForWhatHasNone()
    {
        Town town;
        town.route(u"north"_s, u"a@300 b@600"_s);
        town.route(u"south"_s, u"c@-300 d@-600"_s);
        town.day.loose = {Stop{.id = StopId(u"new"_s), .where = at(450), .serviceTime = visit}};
        town.asked.stops = {StopId(u"new"_s)};
        const auto proposal = town.proposal();
        QCOMPARE(afterOf(proposal, 0), (QStringList{u"a"_s, u"new"_s, u"b"_s}));
        QCOMPARE(proposal.moved, 1);
        QVERIFY(!proposal.lines.at(1).changes());
    }

    void goalsDiffer()
    {
        // Late by a little where it is; in time with another driver who has to go far for it.
        const auto town = [](Rerouting::Goal goal) {
            Town made;
            made.route(u"own"_s, u"a@300 b@600 x@900"_s);
            made.route(u"other"_s, u"c@-1500"_s);
            made.stop(u"x"_s).promises = {Promise{.window = {.from = noon, .to = noon.addSecs(1)}, .toldAt = noon}};
            made.stop(u"x"_s).window.to = made.day.routes.first().ahead.forecasts.at(2).expectedArrival.addSecs(-60);
            made.stop(u"b"_s).window.to = made.day.routes.first().ahead.forecasts.at(1).expectedArrival;
            made.asked.goal = goal;
            made.asked.keepsNext = false;
            return made.proposal();
        };
        QCOMPARE(town(Rerouting::Goal::FewestLate).proposed().lateStops, 0);
        const auto cheap = town(Rerouting::Goal::LeastDriving);
        QVERIFY(cheap.proposed().driving <= cheap.now().driving);
        QCOMPARE(cheap.proposed().lateStops, 1); // as late as it was
    }

    void checksAnOrderMadeByHand()
    {
        Town town;
        town.route(u"r"_s, u"a@300 b@600 c@900"_s);
        town.stop(u"a"_s).window.to = noon.addSecs(600);
        town.stop(u"a"_s).promises = {Promise{.window = {.from = noon, .to = noon.addSecs(500)}, .toldAt = noon}};
        town.asked.isCheck = true;
        town.asked.plan = {
            {.route = RouteId(u"r"_s), .was = {}, .stops = {StopId(u"c"_s), StopId(u"b"_s), StopId(u"a"_s)}}};
        const auto proposal = town.proposal();
        const auto &line = proposal.lines.first();
        QCOMPARE(afterOf(proposal, 0), (QStringList{u"c"_s, u"b"_s, u"a"_s}));
        QCOMPARE(line.after.last().arrival, noon.addSecs(900 + 120 + 300 + 120 + 300));
        QCOMPARE(line.after.last().lateBy, 1740s - 600s);
        QCOMPARE(line.proposed.lateStops, 1);
        QCOMPARE(proposal.brokenPromises, 1);
        QCOMPARE(proposal.toTell, (QList<StopId>{StopId(u"b"_s), StopId(u"a"_s)}));
    }

    void keepsWhatAPlanLeavesOut()
    {
        Town town;
        town.route(u"r"_s, u"a@300 b@600 c@900"_s);
        town.route(u"s"_s, u"d@-300"_s);
        town.asked.isCheck = true;
        town.asked.plan = {{.route = RouteId(u"s"_s),
                            .was = {},
                            .stops = {StopId(u"d"_s), StopId(u"b"_s), StopId(u"d"_s), StopId(u"ghost"_s)}},
                           {.route = RouteId(u"elsewhere"_s), .was = {}, .stops = {StopId(u"a"_s)}}};
        const auto proposal = town.proposal();
        QCOMPARE(afterOf(proposal, 0), (QStringList{u"a"_s, u"c"_s}));
        QCOMPARE(afterOf(proposal, 1), (QStringList{u"d"_s, u"b"_s}));
    }

    void saysWhatAnOrderBreaks()
    {
        Town town;
        town.route(u"r"_s, u"a@300 b@600 c@900"_s);
        town.route(u"s"_s, u"d@-300"_s);
        town.day.routes[1].vehicle.capacityKilograms = 10.0;
        town.day.routes[1].route.scheduledEnd = noon.addSecs(-3600);
        town.day.kilograms = {{StopId(u"b"_s), 11.0}};
        town.islands = {900};
        town.asked.isCheck = true;
        town.asked.plan = {{.route = RouteId(u"s"_s), .was = {}, .stops = {StopId(u"d"_s), StopId(u"b"_s)}}};
        const auto proposal = town.proposal();
        QCOMPARE(proposal.lines.at(0).breaches, QList{Proposal::Breach::Unreachable});
        QCOMPARE(proposal.lines.at(1).breaches, (QList{Proposal::Breach::Load, Proposal::Breach::Shift}));
    }

    void keepsWhatIsDoneInItsPlace()
    {
        Town town;
        town.route(u"r"_s, u"a@300 b@600 c@900"_s);
        auto &stops = town.day.routes[0].route.stops;
        stops.prepend(StopId(u"done"_s));
        stops.append(StopId(u"nowhere"_s));
        town.asked.isCheck = true;
        town.asked.plan = {
            {.route = RouteId(u"r"_s), .was = {}, .stops = {StopId(u"a"_s), StopId(u"c"_s), StopId(u"b"_s)}}};
        QCOMPARE(names(town.proposal().lines.first().order.stops),
                 (QStringList{u"done"_s, u"a"_s, u"c"_s, u"b"_s, u"nowhere"_s}));
    }

    void losesNobody()
    {
        Town town;
        QRandomGenerator dice(7);
        int number = 0;
        for (int r = 0; r < 6; ++r) {
            QStringList stops;
            for (int i = 0; i < 12; ++i)
                stops += u"s%1@%2"_s.arg(number++).arg(dice.bounded(-3000, 3000));
            town.route(u"r%1"_s.arg(r), stops.join(u' '));
            for (auto &stop : town.day.routes.last().ahead.stops) {
                stop.window.to = noon.addSecs(dice.bounded(600, 6 * 3600));
                stop.pinned = dice.bounded(10) == 0;
            }
        }
        const auto proposal = town.proposal();
        QSet<StopId> seen;
        for (const auto &line : proposal.lines) {
            QCOMPARE(line.after.first().stop, line.before.first().stop); // what is driven to
            for (const auto &one : line.after) {
                QVERIFY(!seen.contains(one.stop));
                seen.insert(one.stop);
            }
            for (const auto &one : line.before) {
                const auto stays = [&one](const auto &other) { return other.stop == one.stop; };
                QVERIFY(!one.stays || std::ranges::any_of(line.after, stays));
            }
        }
        QCOMPARE(seen.size(), number);
        const auto now = proposal.now();
        const auto proposed = proposal.proposed();
        QVERIFY(std::tuple(proposed.lateStops, proposed.late) <= std::tuple(now.lateStops, now.late));
    }

    void comesThroughTheWire()
    {
        Town town;
        town.route(u"far"_s, u"a@300 b@3000 x@-900"_s);
        town.route(u"near"_s, u"c@-300 d@-1000"_s);
        town.asked.depot = DepotId(u"d"_s);
        town.asked.leaving = {RouteId(u"far"_s)};
        town.asked.stops = {StopId(u"x"_s)};
        town.asked.plan = {{.route = RouteId(u"far"_s), .was = {}, .stops = {StopId(u"a"_s)}}};
        auto proposal = town.proposal();
        proposal.id = ProposalId(u"p"_s);
        proposal.number = 3;
        proposal.round = 2;
        for (auto &line : proposal.lines) { // as exact as the wire
            for (auto *figures : {&line.now, &line.proposed}) {
                figures->cost = std::round(figures->cost * 100.0) / 100.0;
                figures->gramsCo2 = std::round(figures->gramsCo2);
            }
        }
        const auto read = Wire::proposalFromJson(Wire::toJson(proposal));
        QVERIFY(read);
        QCOMPARE(*read, proposal);
    }

    void refusesWhatIsNoProposal_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("no id") << u"id"_s << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("an id that is a path") << u"id"_s << QJsonValue(u"../../x"_s);
        QTest::newRow("a round that is a text") << u"round"_s << QJsonValue(u"2"_s);
        QTest::newRow("stops below nothing") << u"moved"_s << QJsonValue(-1);
        QTest::newRow("lines that are none") << u"lines"_s << QJsonValue(QJsonArray{1, 2});
        QTest::newRow("a time that is none") << u"asked_at"_s << QJsonValue(u"noon"_s);
        QTest::newRow("no question") << u"asked"_s << QJsonValue(QJsonObject());
    }
    void refusesWhatIsNoProposal()
    {
        QFETCH(const QString, key);
        QFETCH(const QJsonValue, value);
        Town town;
        town.route(u"r"_s, u"a@300"_s);
        town.asked.depot = DepotId(u"d"_s);
        auto proposal = town.proposal();
        proposal.id = ProposalId(u"p"_s);
        auto json = Wire::toJson(proposal);
        QVERIFY(Wire::proposalFromJson(json));
        json.insert(key, value);
        if (value.isUndefined())
            json.remove(key);
        const auto read = Wire::proposalFromJson(json);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::Malformed);
    }
};

QTEST_GUILESS_MAIN(DayProblemTest)
#include "tst_dayproblem.moc"
