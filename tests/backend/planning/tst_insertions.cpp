// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/planning/slots.h"
#include "models/wire/insertionwire.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>

using namespace Doorstep;
using namespace Doorstep::Planning;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDateTime noon(QDate(2026, 3, 12), QTime(15, 0), QTimeZone::UTC);
constexpr auto visit = 120s;

/// Towns on a line, so many seconds of driving from its beginning.
struct Line
{
    Line(const QString &names, const QList<int> &seconds, double pace = 1.0)
    {
        auto now = noon;
        int at = 0;
        const auto all = names.split(u' ', Qt::SkipEmptyParts);
        places.append(0);
        for (qsizetype i = 0; i < all.size(); ++i) {
            now = now.addSecs(qRound(pace * qAbs(seconds.at(i) - at)));
            at = seconds.at(i);
            ahead.stops.append(Stop{.id = StopId(all.at(i)), .serviceTime = visit});
            ahead.forecasts.append({.stop = StopId(all.at(i)),
                                    .expectedArrival = now,
                                    .lateArrival = now.addSecs(300),
                                    .expectedDeparture = now.addDuration(visit)});
            now = now.addDuration(visit);
            places.append(at);
        }
        ahead.route = RouteId(u"r"_s);
        ahead.leaves = noon;
    }

    /// Its arrival moved to the end of waiting, as the forecast would have it.
    void openAt(qsizetype i, const QDateTime &from)
    {
        auto &forecast = ahead.forecasts[i];
        ahead.stops[i].window.from = from;
        const auto wait = std::max(0s, std::chrono::seconds(forecast.expectedArrival.secsTo(from)));
        forecast.expectedDeparture = forecast.expectedDeparture.addDuration(wait);
        for (auto later = i + 1; later < ahead.stops.size(); ++later) {
            ahead.forecasts[later].expectedArrival = ahead.forecasts[later].expectedArrival.addDuration(wait);
            ahead.forecasts[later].expectedDeparture = ahead.forecasts[later].expectedDeparture.addDuration(wait);
        }
    }

    /// With another place \a at that line.
    [[nodiscard]] RoadLegs roads(int at) const
    {
        auto all = places;
        all.append(at);
        return [all](qsizetype from, qsizetype to) {
            const double seconds = qAbs(all.at(to) - all.at(from));
            return RoadAhead{.seconds = seconds, .meters = 10.0 * seconds};
        };
    }
    [[nodiscard]] std::optional<Insertion> best(const Stop &stop, int at) const
    {
        return bestInsertion(stop, ahead, roads(at));
    }
    [[nodiscard]] Candidate candidate(int at) const
    {
        return {.ahead = ahead, .shiftEnd = noon.addSecs(25'200), .roads = roads(at)};
    }

    RouteAhead ahead;
    QList<int> places; ///< 0 is where the driver is.
};

Stop another()
{
    return {.id = StopId(u"x"_s), .serviceTime = visit};
}

} // namespace

class InsertionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesWhereItLiesOnTheWay()
    {
        const Line line(u"a b c"_s, {300, 600, 900});
        const auto best = line.best(another(), 700);
        QVERIFY(best);
        QCOMPARE(best->before, StopId(u"c"_s));
        QCOMPARE(best->added, visit); // no detour
        QCOMPARE(best->arrival, noon.addSecs(700 + 2 * 120));
        QCOMPARE(best->moves.size(), 1);
        QCOMPARE(best->moves.first().stop, StopId(u"c"_s));
        QCOMPARE(best->moves.first().later, visit);
        QVERIFY(!best->isOwn);
    }

    void comesLastWhereThatCostsLeast()
    {
        const Line line(u"a b"_s, {300, 600});
        const auto best = line.best(another(), 800);
        QVERIFY(best);
        QVERIFY(!best->before.isValid());
        QCOMPARE(best->added, 200s + visit);
        QCOMPARE(best->addedMeters, 2000.0);
        QVERIFY(best->moves.isEmpty());
    }

    void prefersALongerWayToAMissedWindow()
    {
        Line line(u"a b"_s, {300, 600});
        line.ahead.stops[1].window.to = line.ahead.forecasts.at(1).expectedArrival.addSecs(60);
        const auto best = line.best(another(), 450); // between them would be on the way
        QVERIFY(best);
        QVERIFY(!best->before.isValid());
        QCOMPARE(best->missed(), 0);
        QCOMPARE(best->added, 150s + visit);
    }

    void saysWhatWillBeMissed()
    {
        Line line(u"a b"_s, {300, 600});
        line.ahead.stops[1].window.to = line.ahead.forecasts.at(1).expectedArrival.addSecs(60);
        auto stop = another();
        stop.window.to = noon.addSecs(500); // nowhere else in time
        const auto best = line.best(stop, 450);
        QVERIFY(best);
        QCOMPARE(best->lateBy, 0s);
        QCOMPARE(best->before, StopId(u"a"_s));
        QCOMPARE(best->missed(), 1);
        QCOMPARE(best->moves.last().lateBy, 360s);
        QCOMPARE(best->moves.last().wasLateBy, 0s);
    }

    void lateItselfIsSaid()
    {
        const Line line(u"a"_s, {300});
        auto stop = another();
        stop.window.to = noon.addSecs(60);
        const auto best = line.best(stop, 400);
        QVERIFY(best);
        QCOMPARE(best->lateBy, std::chrono::seconds(stop.window.to.secsTo(best->arrival)));
        QVERIFY(best->lateBy > 0s);
    }

    void waitingSwallowsTheDelay()
    {
        Line line(u"a b c"_s, {300, 600, 900});
        line.openAt(1, noon.addSecs(1'800));
        const auto best = line.best(another(), 500);
        QVERIFY(best);
        QCOMPARE(best->before, StopId(u"b"_s));
        QCOMPARE(best->moves.size(), 1); // b is reached later, but c is not
        QCOMPARE(best->moves.first().stop, StopId(u"b"_s));
    }

    void drivesAtThePaceOfTheForecast()
    {
        const Line slow(u"a b c"_s, {300, 600, 900}, 2.0);
        const auto best = slow.best(another(), 1'000);
        QVERIFY(best);
        QCOMPARE(best->added, 200s + visit); // 100 s of road, twice as slow as free
    }

    void movesWithinItsOwnRoute()
    {
        const Line line(u"a x b"_s, {300, 600, 900});
        const auto best = line.best(line.ahead.stops.at(1), 600);
        QVERIFY(best);
        QVERIFY(best->isOwn);
        QVERIFY(best->before != StopId(u"b"_s)); // there it is now
        QVERIFY(best->added > 0s);
        for (const auto &move : best->moves)
            QVERIFY(move.stop != StopId(u"x"_s));
    }

    void movesEarlierToKeepItsWindow()
    {
        Line line(u"a b x"_s, {300, 600, 900});
        line.ahead.stops[2].window.to = noon.addSecs(1'000); // expected at 1140
        const auto best = line.best(line.ahead.stops.at(2), 900);
        QVERIFY(best);
        QCOMPARE(best->lateBy, 0s);
        QCOMPARE(best->before, StopId(u"a"_s));
        QCOMPARE(best->arrival, noon.addSecs(900));
        QCOMPARE(best->moves.size(), 2);
        QVERIFY(best->moves.first().later > 0s);
    }

    void comesNotBeforeTheDoorWhereTheDriverIs()
    {
        Line line(u"a b"_s, {0, 600});
        line.ahead.isAtFirst = true;
        const auto best = line.best(another(), 0);
        QVERIFY(best);
        QCOMPARE(best->before, StopId(u"b"_s));
    }

    void makesNobodyLaterBecauseTheForecastIsOlder()
    {
        Line line(u"a b"_s, {300, 600});
        line.ahead.leaves = noon.addSecs(360); // at "a" since a minute by the forecast, and not there by the clock
        const auto best = line.best(another(), 800);
        QVERIFY(best);
        QVERIFY(!best->before.isValid());
        QVERIFY(best->moves.isEmpty());
        QCOMPARE(best->added, 200s + visit);
    }

    void isNowhereWhereNoRoadLeads()
    {
        const Line line(u"a b"_s, {300, 600});
        const auto none = bestInsertion(another(), line.ahead, [](qsizetype, qsizetype) {
            return RoadAhead{.seconds = std::numeric_limits<double>::quiet_NaN()};
        });
        QVERIFY(!none);
    }

    void fillsAnEmptyRoute()
    {
        const Line line({}, {});
        const auto best = line.best(another(), 240);
        QVERIFY(best);
        QCOMPARE(best->arrival, noon.addSecs(240));
        QCOMPARE(best->added, 240s + visit);
    }

    void ordersByMissedWindowsFirst()
    {
        Insertion cheap{.route = RouteId(u"a"_s), .added = 60s};
        cheap.moves.append({.stop = StopId(u"s"_s), .later = 300s, .lateBy = 60s});
        const Insertion dear{.route = RouteId(u"b"_s), .added = 600s};
        QVERIFY(isBetter(dear, cheap));
        QVERIFY(!isBetter(cheap, dear));
        cheap.moves[0].wasLateBy = 30s; // late already: no promise is broken anew, but it gets worse
        QVERIFY(isBetter(dear, cheap));
        cheap.moves[0].lateBy = 0s;
        QVERIFY(isBetter(cheap, dear));
    }

    void costsItsTimeAndItsWay()
    {
        const Rates rates{.perHour = 360.0, .perKilometerVan = 20.0, .perKilometerBicycle = 1.0};
        const Insertion insertion{.added = 600s, .addedMeters = 3000.0};
        QCOMPARE(costOf(insertion, Vehicle::Kind::Van, rates), 60.0 + 60.0);
        QCOMPARE(costOf(insertion, Vehicle::Kind::Bicycle, rates), 60.0 + 3.0);
        QCOMPARE(costOf({.added = -600s, .addedMeters = -3000.0}, Vehicle::Kind::Van, rates), -120.0);
    }

    void offersEveryHourThatCanBePromised()
    {
        const Line line(u"a b"_s, {300, 600});
        auto stop = another();
        stop.window.to = noon.addSecs(-3600); // over; another one is looked for
        const auto found = slotsFor(stop, {line.candidate(450)}, Rates(), noon.addSecs(60), 2h);
        QCOMPARE(found.size(), 7); // until the shift ends
        for (qsizetype i = 0; i < found.size(); ++i) {
            const auto &slot = found.at(i);
            QCOMPARE(slot.window.from, noon.addSecs((i + 1) * 3600));
            QCOMPARE(slot.window.to, slot.window.from.addSecs(7200));
            QCOMPARE(slot.route, RouteId(u"r"_s));
            QVERIFY(!slot.before.isValid()); // nobody waits an hour between two doors
            QCOMPARE(slot.buffer, 2h);
            QCOMPARE(slot.chance, 99);
            QVERIFY(slot.cost > 0.0);
        }
    }

    void offersNothingThatMissesAWindow()
    {
        Line line(u"a b"_s, {3600, 7200});
        line.ahead.stops[0].window.to = line.ahead.forecasts.at(0).expectedArrival;
        line.ahead.stops[1].window.to = line.ahead.forecasts.at(1).expectedArrival;
        // On the way to both, and none of them can wait: only after them.
        const auto found = slotsFor(another(), {line.candidate(1800)}, Rates(), noon, 1h);
        QVERIFY(!found.isEmpty());
        for (const auto &slot : found) {
            QVERIFY(!slot.before.isValid());
            QVERIFY(slot.window.to >= noon.addSecs(7200 + 120 + 5400));
        }
    }

    void isHonestAboutWhatIsClose()
    {
        Line line(u"a b"_s, {3600, 6600});
        line.ahead.forecasts[1].lateArrival = line.ahead.forecasts.at(1).expectedArrival.addSecs(1800);
        const auto found = slotsFor(another(), {line.candidate(6900)}, Rates(), noon, 2h);
        QVERIFY(found.size() >= 2);
        const auto &close = found.first(); // until 7200, there at 7140
        QCOMPARE(close.buffer, 60s);
        QVERIFY(close.chance >= 50 && close.chance < 60);
        QVERIFY(found.at(1).chance > 95);
    }

    void sendsWhoeverComesBest()
    {
        const Line far(u"a b"_s, {3000, 6000});
        Line near(u"c d"_s, {-300, -600});
        near.ahead.route = RouteId(u"near"_s);
        auto late = near.candidate(-450);
        const auto best = slotsFor(another(), {far.candidate(-450), late}, Rates(), noon, 2h);
        QVERIFY(!best.isEmpty());
        QCOMPARE(best.first().route, RouteId(u"near"_s));
        late.shiftEnd = noon.addSecs(-3000); // goes home before
        const auto others = slotsFor(another(), {far.candidate(-450), late}, Rates(), noon, 2h);
        QVERIFY(!others.isEmpty());
        QCOMPARE(others.first().route, RouteId(u"r"_s));
    }

    void offersNothingWhereNobodyDrives() { QVERIFY(slotsFor(another(), {}, Rates(), noon, 2h).isEmpty()); }

    void goesOverTheWireAndBack()
    {
        Line line(u"a b"_s, {300, 600});
        line.ahead.stops[1].window.to = noon;
        auto waiting = another();
        waiting.window.from = noon.addSecs(1800);
        const Wire::InsertionsAnswer answer{.stop = StopId(u"x"_s),
                                            .computedAt = noon,
                                            .insertions = {*line.best(waiting, 400)},
                                            .offered = {{.window = {.from = noon, .to = noon.addSecs(7200)},
                                                         .route = RouteId(u"r"_s),
                                                         .before = StopId(u"a"_s),
                                                         .arrival = noon,
                                                         .chance = 93,
                                                         .buffer = 7200s,
                                                         .cost = 12.5}}};
        const auto json = Wire::toJson(answer);
        QCOMPARE(Wire::insertionsFromJson(json).value(), answer);
        for (const auto &key : json.keys()) {
            auto bad = json;
            bad[key] = 7.5;
            QVERIFY2(!Wire::insertionsFromJson(bad), qPrintable(key));
        }
        auto one = json["insertions"_L1].toArray().first().toObject();
        for (const auto &key : {u"route"_s, u"arrival"_s, u"added_s"_s, u"moves"_s}) {
            auto bad = one;
            bad.remove(key);
            auto whole = json;
            whole["insertions"_L1] = QJsonArray{bad};
            QVERIFY2(!Wire::insertionsFromJson(whole), qPrintable(key));
        }
        const auto slot = json["slots"_L1].toArray().first().toObject();
        for (const auto &key : slot.keys()) {
            auto bad = slot;
            bad[key] = key == u"chance"_s ? QJsonValue(101) : QJsonValue(QJsonArray());
            auto whole = json;
            whole["slots"_L1] = QJsonArray{bad};
            QVERIFY2(!Wire::insertionsFromJson(whole), qPrintable(key));
        }
        auto many = json;
        QJsonArray all;
        for (int i = 0; i < 101; ++i)
            all.append(one);
        many["insertions"_L1] = all;
        QVERIFY(!Wire::insertionsFromJson(many));
    }
};

QTEST_GUILESS_MAIN(InsertionsTest)
#include "tst_insertions.moc"
