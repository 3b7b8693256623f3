// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/trial/replay.h"
#include "models/wire/trialwire.h"

#include <QJsonArray>
#include <QTest>
#include <QTimeZone>

#include <algorithm>

using namespace Doorstep;
using namespace Doorstep::Trial;
using namespace Qt::StringLiterals;

namespace {

const QDateTime start(QDate(2026, 3, 12), QTime(11, 0), QTimeZone::UTC);
const QGeoCoordinate centre(-34.889, -56.196);

ThresholdValues only(Threshold threshold, int value)
{
    ThresholdValues values;
    values.set(threshold, value);
    return values;
}

QGeoCoordinate doorOf(int stop)
{
    return centre.atDistanceAndAzimuth(1'000.0 * (stop + 1), 90);
}

void report(PastDay &day, qint64 seconds, const QGeoCoordinate &where, double battery)
{
    Fix fix;
    fix.driver = day.routes.constFirst().driver;
    fix.fixedAt = start.addSecs(seconds);
    fix.receivedAt = fix.fixedAt.addSecs(1);
    fix.where = where;
    fix.accuracyMeters = 8.0;
    fix.batteryFraction = battery;
    day.fixes.push_back(fix);
}

/// A driver serves four stops a kilometre apart, each in half an hour: in the second there is a rest of 20 minutes on
/// the way, after the third the phone says nothing for four minutes, and its battery goes down to 20 %. The addresses
/// were found with 0.85; the last stop was reached an hour after its window.
PastDay someDay()
{
    PastDay day;
    day.depot = {.id = DepotId(u"aguada"_s), .name = {}, .address = {}, .where = centre, .timeZone = u"UTC"_s};
    Route route{.id = RouteId(u"r1"_s), .depot = day.depot.id, .driver = DriverId(u"carla"_s)};
    route.day = start.date();
    route.status = Route::Status::Finished;
    route.scheduledStart = start;
    route.scheduledEnd = start.addSecs(10'800);
    for (int i = 0; i < 4; ++i) {
        Stop stop{.id = StopId(u"s%1"_s.arg(i)), .depot = day.depot.id, .route = route.id};
        stop.where = doorOf(i);
        stop.whereScore = 0.85;
        stop.window.to = start.addSecs(i == 3 ? 3600 : 3 * 3600);
        stop.serviceTime = std::chrono::seconds(180);
        stop.status = Stop::Status::Delivered;
        stop.attempts = 1;
        stop.actualArrival = start.addSecs(1800 * (i + 1) - 240);
        stop.completedAt = start.addSecs(qint64{1800} * (i + 1));
        day.stops.append(stop);
        route.stops.append(stop.id);
    }
    day.routes.append(route);
    for (int second = 0; second < 4 * 1800; second += 20) {
        const int stop = second / 1800;
        const int into = second % 1800;
        const auto from = stop == 0 ? centre : doorOf(stop - 1);
        const bool isAtDoor = into >= 1'500;
        const double way = stop == 1 ? std::clamp((into < 200 ? into : std::max(200, into - 1'200)) / 300.0, 0.0, 1.0)
                                     : std::min(1.0, into / 1'500.0);
        const auto where = isAtDoor ? doorOf(stop) : from.atDistanceAndAzimuth(1'000.0 * way, 90);
        if (second >= 5'500 && second < 5'740)
            continue; // silent
        report(day, second, where, 0.9 - 0.7 * second / 7'200.0);
    }
    return day;
}

const auto noHurry = [] { return false; };

std::pair<Counts, Counts> tried(const PastDay &day, const ThresholdValues &now, const ThresholdValues &proposed)
{
    return replay(day, now, proposed, {}, noHurry).value_or(std::pair<Counts, Counts>());
}

} // namespace

class TrialTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void theSameThresholdsProduceTheSame()
    {
        const auto [now, proposed] = tried(someDay(), {}, {});
        QCOMPARE(now, proposed);
        QVERIFY(now.value(u"late"_s) == 1); // something does happen on that day
    }

    void saysWhatOthersWouldHaveProduced_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<Threshold>("threshold");
        QTest::addColumn<int>("value");
        QTest::addColumn<int>("now");
        QTest::addColumn<int>("proposed");
        QTest::newRow("surer addresses") << u"address_unsure"_s << Threshold::SureScore << 90 << 0 << 4;
        QTest::newRow("a battery sooner") << u"battery"_s << Threshold::LowBattery << 50 << 0 << 1;
        QTest::newRow("a shorter rest") << u"stopped"_s << Threshold::StoppedAfter << 900 << 0 << 1;
        QTest::newRow("a shorter silence") << u"silent"_s << Threshold::SilentAfter << 120 << 0 << 1;
        QTest::newRow("one late stop is enough") << u"route_late"_s << Threshold::LateStops << 1 << 0 << 1;
    }
    void saysWhatOthersWouldHaveProduced()
    {
        QFETCH(const QString, kind);
        QFETCH(const Threshold, threshold);
        QFETCH(const int, value);
        QFETCH(const int, now);
        QFETCH(const int, proposed);
        const auto [usual, wanted] = tried(someDay(), {}, only(threshold, value));
        QCOMPARE(usual.value(kind), now);
        QCOMPARE(wanted.value(kind), proposed);
        const auto [other, back] = tried(someDay(), only(threshold, value), {});
        QCOMPARE(other.value(kind), proposed);
        QCOMPARE(back.value(kind), now);
    }

    void doesNotDependOnTheOrderOfWhatIsStored()
    {
        auto mixed = someDay();
        std::ranges::reverse(mixed.fixes);
        std::ranges::reverse(mixed.stops);
        const auto proposed = only(Threshold::SilentAfter, 120);
        QCOMPARE(tried(mixed, {}, proposed), tried(someDay(), {}, proposed));
    }

    void replaysNothingThatHasNotHappenedYet()
    {
        auto day = someDay();
        day.until = start.addSecs(1'000);
        const auto [now, proposed] = tried(day, {}, only(Threshold::LowBattery, 50));
        QCOMPARE(proposed.value(u"battery"_s), 0);
    }

    void saysNothingOfWhoseFixesAreNotStored()
    {
        const auto silentIn = [](const PastDay &day) { return tried(day, {}, {}).first.value(u"silent"_s); };
        auto day = someDay();
        auto other = day.routes.constFirst();
        other.id = RouteId(u"r2"_s);
        other.driver = DriverId(u"nobody"_s);
        other.stops.clear();
        day.routes.append(other); // of whom there is nothing
        QCOMPARE(silentIn(day), 0);
        std::erase_if(day.fixes, [](const Fix &fix) { return fix.fixedAt < start.addSecs(3'000); });
        QCOMPARE(silentIn(day), 0); // the first visit ended before: older fixes are gone
        QVERIFY(tried(day, {}, only(Threshold::SilentAfter, 120)).second.value(u"silent"_s)
                == 1); // what is there counts
    }

    void givesUpWhenTimeIsUp()
    {
        int asked = 0;
        QVERIFY(!replay(someDay(), {}, {}, {}, [&asked] { return ++asked > 10; }).has_value());
        QCOMPARE(asked, 11);
    }

    void asksForRoadsOnceForBothAndGoesOnWithoutThem()
    {
        int asked = 0;
        const Roads none = [&asked](const Watch::PathWanted &wanted) {
            ++asked;
            return Watch::PathFound{.route = wanted.route,
                                    .wish = wanted.wish,
                                    .legs = std::vector<Watch::PathFound::Leg>(wanted.places.size() - 1)};
        };
        QVERIFY(replay(someDay(), {}, only(Threshold::SilentAfter, 120), none, noHurry).has_value());
        QVERIFY(asked >= 1);
        const int once = asked;
        asked = 0;
        QVERIFY(replay(someDay(), {}, {}, none, noHurry).has_value());
        QCOMPARE(asked, once);
    }

    void standsDaysThatMakeNoSense_data()
    {
        QTest::addColumn<std::function<void(PastDay &)>>("spoil");
        using Spoil = std::function<void(PastDay &)>;
        QTest::newRow("nothing at all") << Spoil([](PastDay &day) { day = {}; });
        QTest::newRow("no fixes") << Spoil([](PastDay &day) { day.fixes.clear(); });
        QTest::newRow("no stops") << Spoil([](PastDay &day) { day.stops.clear(); });
        QTest::newRow("no start") << Spoil([](PastDay &day) { day.routes[0].scheduledStart = {}; });
        QTest::newRow("ends before it starts")
            << Spoil([](PastDay &day) { day.routes[0].scheduledEnd = start.addDays(-300); });
        QTest::newRow("ends in a year") << Spoil([](PastDay &day) { day.routes[0].scheduledEnd = start.addYears(1); });
        QTest::newRow("a stop twice") << Spoil([](PastDay &day) {
            day.routes[0].stops.append(day.routes[0].stops.constFirst());
            day.stops.append(day.stops.constFirst());
        });
        QTest::newRow("a time zone of nowhere") << Spoil([](PastDay &day) { day.depot.timeZone = u"Mars/Base"_s; });
        QTest::newRow("no places") << Spoil([](PastDay &day) {
            for (auto &stop : day.stops)
                stop.where = {};
        });
    }
    void standsDaysThatMakeNoSense()
    {
        QFETCH(const std::function<void(PastDay &)>, spoil);
        auto day = someDay();
        spoil(day);
        QVERIFY(replay(day, {}, only(Threshold::SilentAfter, 120), {}, noHurry).has_value());
    }

    void thinsFixesToOneInAWhile()
    {
        std::vector<Fix> fixes;
        for (int i = 0; i < 100; ++i) {
            Fix fix;
            fix.fixedAt = start.addSecs(i);
            fixes.push_back(fix);
        }
        const auto some = thinned(fixes, 20);
        QCOMPARE(some.size(), 5U);
        QCOMPARE(some.front().fixedAt, start);
    }

    void tellsEachGovernedKindOnce()
    {
        const auto counts = governed({{u"late"_s, 3}, {u"missed"_s, 9}}, {{u"late"_s, 5}});
        QStringList kinds;
        for (const auto &count : counts)
            kinds.append(count.kind);
        QCOMPARE(kinds.removeDuplicates(), 0);
        QVERIFY(!kinds.contains(u"missed"_s));
        QVERIFY(kinds.contains(u"escalated"_s));
        const ThresholdTrial trial{.days = {start.date()}, .isCut = true, .counts = counts};
        QCOMPARE(trial.of(rowOf(Threshold::LateChance))->proposed, 5);
        QCOMPARE(Wire::thresholdTrialFromJson(Wire::toJson(trial)).value(), trial);
    }

    void refusesAnAnswerThatIsNone_data()
    {
        QTest::addColumn<QJsonObject>("json");
        const QJsonArray none;
        QTest::newRow("nothing") << QJsonObject();
        QTest::newRow("no kinds") << QJsonObject{{u"days"_s, none}};
        QTest::newRow("no day") << QJsonObject{{u"days"_s, QJsonArray{u"soon"_s}}, {u"kinds"_s, none}};
        const QJsonObject negative{{u"kind"_s, u"late"_s}, {u"now"_s, -1}, {u"proposed"_s, 1}};
        QTest::newRow("fewer than none") << QJsonObject{{u"days"_s, none}, {u"kinds"_s, QJsonArray{negative}}};
        QTest::newRow("texts") << QJsonObject{{u"days"_s, none}, {u"kinds"_s, QJsonArray{u"late"_s, u"silent"_s}}};
    }
    void refusesAnAnswerThatIsNone()
    {
        QFETCH(const QJsonObject, json);
        const auto read = Wire::thresholdTrialFromJson(json);
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().kind, Error::Kind::Malformed);
    }
};

QTEST_GUILESS_MAIN(TrialTest)

#include "tst_trial.moc"
