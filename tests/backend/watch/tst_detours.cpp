// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/watch/dropoffrisks.h"
#include "tests/backend/watch/smallday.h"

#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A square of 300 m between the first and the second stop.
Closure closure(Closure::Effect effect = Closure::Effect::Closed)
{
    Closure closure;
    closure.id = ClosureId(u"works"_s);
    closure.depot = DepotId(u"aguada"_s);
    closure.name = u"Works"_s;
    closure.effect = effect;
    closure.slowness = 3.0;
    const auto centre = depotPlace.atDistanceAndAzimuth(1'500, 90);
    Area::Ring ring;
    for (const double azimuth : {45.0, 135.0, 225.0, 315.0})
        ring.append(centre.atDistanceAndAzimuth(212, azimuth));
    closure.area.polygons = {{ring}};
    return closure;
}

/// Ways around take 300 s instead of 120, and lead past the north.
PathFound aroundTo(const PathWanted &wish)
{
    auto found = answerTo(wish);
    for (std::size_t i = 0; i < wish.avoid.size(); ++i) {
        if (wish.avoid[i].isEmpty())
            continue;
        auto &leg = found.legs[i];
        leg.line.insert(1, leg.line[0].atDistanceAndAzimuth(800, 30));
        leg.seconds = 300.0;
    }
    return found;
}

std::unique_ptr<SmallDay> dayWithRoads()
{
    auto day = std::make_unique<SmallDay>();
    day->tell(answerTo(day->wishes.last()));
    day->tick(1s);
    return day;
}

qint64 toSecond(const SmallDay &day)
{
    return morning.secsTo(day.forecasts.last().stops.at(1).expectedArrival);
}

Stop visit(const QString &id, const QGeoCoordinate &where, Stop::Failure failure)
{
    Stop stop;
    stop.id = StopId(id);
    stop.where = where;
    stop.failure = failure;
    stop.attempts = 1;
    stop.status = failure == Stop::Failure::None ? Stop::Status::Delivered : Stop::Status::Failed;
    stop.completedAt = morning;
    return stop;
}

} // namespace

class DetoursTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void goesAroundWhatIsClosedAndBackWhenItIsLifted()
    {
        const auto day = dayWithRoads();
        const auto before = toSecond(*day);
        const auto wishes = day->wishes.size();
        day->tell(ClosureSeen{closure()});
        day->tick(1s);
        QCOMPARE(day->wishes.size(), wishes + 1);
        const auto wish = day->wishes.last();
        QCOMPARE(wish.avoid.size(), 4U);
        QVERIFY(wish.avoid[0].isEmpty());
        QCOMPARE(wish.avoid[1].size(), 1);
        QCOMPARE(wish.avoid[3].size(), 1); // the way home leads through it, too

        day->tell(aroundTo(wish));
        day->tick(1s);
        QVERIFY2(toSecond(*day) - before > 150, qPrintable(QString::number(toSecond(*day) - before)));
        QCOMPARE(day->paths.last().avoids.value(1), QList<ClosureId>{ClosureId(u"works"_s)});
        QVERIFY(day->paths.last().avoids.value(0).isEmpty());
        day->tick(60s);
        QCOMPARE(day->wishes.size(), wishes + 1); // and stays so

        day->tell(ClosureGone{ClosureId(u"works"_s)});
        day->tick(1s);
        QCOMPARE(day->wishes.size(), wishes + 2);
        QVERIFY(day->wishes.last().avoid.empty());
        day->tell(answerTo(day->wishes.last()));
        day->tick(1s);
        QVERIFY(std::abs(toSecond(*day) - before) < 90);
        QVERIFY(day->paths.last().avoids.isEmpty());
    }

    void drivesThroughWhatIsClosedAtAnotherTime_data()
    {
        QTest::addColumn<QDateTime>("from");
        QTest::addColumn<QDateTime>("to");
        QTest::addColumn<bool>("avoids");
        QTest::newRow("all day") << QDateTime() << QDateTime() << true;
        QTest::newRow("while the driver is there") << morning << morning.addSecs(1'200) << true;
        QTest::newRow("over before") << QDateTime() << morning.addSecs(60) << false;
        QTest::newRow("in the evening") << morning.addSecs(6 * 3600) << QDateTime() << false;
    }
    void drivesThroughWhatIsClosedAtAnotherTime()
    {
        QFETCH(const QDateTime, from);
        QFETCH(const QDateTime, to);
        QFETCH(const bool, avoids);
        const auto day = dayWithRoads();
        auto drawn = closure();
        drawn.from = from;
        drawn.to = to;
        day->tell(ClosureSeen{drawn});
        day->tick(1s);
        QCOMPARE(!day->wishes.last().avoid.empty(), avoids);
    }

    void isSlowWhereItIsSlow()
    {
        const auto day = dayWithRoads();
        const auto before = toSecond(*day);
        const auto wishes = day->wishes.size();
        day->tell(ClosureSeen{closure(Closure::Effect::Slow)});
        day->tick(1s);
        day->tick(1s);
        QCOMPARE(day->wishes.size(), wishes); // the roads stay
        // 300 m of 1,000 take three times as long: 120 s become 192 s, times what traffic and rests make of it.
        const auto later = toSecond(*day) - before;
        QVERIFY2(later > 60 && later < 120, qPrintable(QString::number(later)));
        day->tell(ClosureGone{ClosureId(u"works"_s)});
        day->tick(1s);
        day->tick(1s);
        QVERIFY(std::abs(toSecond(*day) - before) < 30);
    }

    void leavesOtherDepotsAlone()
    {
        const auto day = dayWithRoads();
        auto drawn = closure();
        drawn.depot = DepotId(u"elsewhere"_s);
        day->tell(ClosureSeen{drawn});
        day->tick(1s);
        QVERIFY(day->wishes.last().avoid.empty());
    }

    void tellsHowRiskyItIsToLeaveAParcel_data()
    {
        using enum Stop::Failure;
        QTest::addColumn<QList<Stop>>("visits");
        QTest::addColumn<double>("risk");
        const auto door = depotPlace;
        const auto nearby = door.atDistanceAndAzimuth(100, 0);
        QTest::newRow("nothing is known") << QList<Stop>{} << 0.05;
        QTest::newRow("failed once") << QList<Stop>{visit(u"a"_s, door, NobodyHome)} << 0.29;
        QTest::newRow("went well once") << QList<Stop>{visit(u"a"_s, door, None)} << 0.04;
        QTest::newRow("failed nearby") << QList<Stop>{visit(u"a"_s, nearby, NobodyHome)} << 0.11;
        QTest::newRow("refused: the place cannot help it") << QList<Stop>{visit(u"a"_s, door, Refused)} << 0.05;
        QTest::newRow("far away") << QList<Stop>{visit(u"a"_s, door.atDistanceAndAzimuth(151, 0), NobodyHome)} << 0.05;
        QTest::newRow("three of three") << QList<Stop>{visit(u"a"_s, door, NobodyHome), visit(u"b"_s, door, NoAccess),
                                                       visit(u"c"_s, door, Other)}
                                        << 0.53;
        QTest::newRow("its own visit does not count") << QList<Stop>{visit(u"itself"_s, door, NobodyHome)} << 0.05;
    }
    void tellsHowRiskyItIsToLeaveAParcel()
    {
        QFETCH(const QList<Stop>, visits);
        QFETCH(const double, risk);
        DropOffRisks risks;
        for (const auto &stop : visits) {
            risks.see(stop);
            risks.see(stop); // each counts once
        }
        QCOMPARE(risks.at(depotPlace, StopId(u"itself"_s)), risk);
    }

    void countsWhatWasDeliveredFarFromTheDoor()
    {
        DropOffRisks risks;
        risks.see(visit(u"a"_s, depotPlace, Stop::Failure::None));
        Exception far;
        far.kind = u"far_delivery"_s;
        far.about = Subject::of(StopId(u"a"_s));
        risks.see(far);
        QCOMPARE(risks.at(depotPlace, StopId(u"b"_s)), 0.29);
    }

    void writesTheRiskOnlyWhereAParcelIsLeftAlone()
    {
        const auto day = dayWithRoads();
        QVERIFY(!day->stops.value(day->id(0)).dropOffRisk);
        auto stop = day->stops.value(day->id(0));
        stop.method = Stop::Method::LeaveAtDoor;
        day->tell(StopSeen{.stop = stop, .version = 5'000});
        day->tick(1s);
        QCOMPARE(day->stops.value(day->id(0)).dropOffRisk, std::optional(0.05));
    }
};

QTEST_GUILESS_MAIN(DetoursTest)

#include "tst_detours.moc"
