// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "simulator/variety.h"
#include "tests/replay/replay.h"

#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;

namespace {

ReplayedDay lived(const Simulation::DayPlan &plan)
{
    Watch::DayWatch watch;
    Cases::DayCases cases;
    return replay(plan, fakeReplayCity(), watch, cases);
}

} // namespace

class ReplayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void livesTheWholeDay()
    {
        const auto plan = fakeDay(3, 8, 100);
        const auto day = lived(plan);
        QCOMPARE(day.tours.size(), plan.tours.size());
        QCOMPARE(day.stops.size(), plan.visitCount());
        for (const auto &tour : day.tours) {
            QVERIFY(tour.leftAt.isValid() && tour.returnedAt.isValid());
            for (const auto &visit : tour.visits)
                QVERIFY(visit.doneAt.isValid());
        }
        QVERIFY(std::ranges::none_of(day.stops, &Stop::isOpen));
        QVERIFY2(day.fixes > plan.tours.size() * 400, qPrintable(QString::number(day.fixes)));
    }

    void isTheSameEachTime()
    {
        const auto plan = fakeDay(5, 6, 70);
        const auto once = lived(plan);
        const auto again = lived(plan);
        QCOMPARE(again.stops, once.stops);
        QCOMPARE(again.cases.size(), once.cases.size());
        for (std::size_t i = 0; i < once.cases.size(); ++i) {
            QCOMPARE(again.cases[i].exception.id, once.cases[i].exception.id);
            QCOMPARE(again.cases[i].exception.openedAt, once.cases[i].exception.openedAt);
            QCOMPARE(again.cases[i].closedAt, once.cases[i].closedAt);
        }
    }

    void differsFromDayToDay()
    {
        const auto one = fakeDay(1, 6, 70);
        const auto two = fakeDay(2, 6, 70);
        QVERIFY(one.traffic.today != two.traffic.today);
        QVERIFY(one.tours.first().visits.first().door.where != two.tours.first().visits.first().door.where);
        QCOMPARE(one.tours.first().driver.id, two.tours.first().driver.id); // the same people work every day
    }

    void doorsAndPeopleKeepTheirHabits()
    {
        const auto plan = fakeDay(1, 6, 70);
        const auto &visit = plan.tours.first().visits.first();
        QCOMPARE(Simulation::habitOf(0, visit.door, visit), Simulation::habitOf(0, visit.door, visit));
        QVERIFY(Simulation::habitOf(0, visit.door, visit) != Simulation::habitOf(1, visit.door, visit));
        double sum = 0.0;
        for (const auto &tour : plan.tours) {
            for (const auto &each : tour.visits)
                sum += Simulation::habitOf(0, each.door, each) / Simulation::habitOf(1, each.door, each);
        }
        const double ratio = sum / static_cast<double>(plan.visitCount());
        QVERIFY(std::abs(Simulation::habitOf(0, visit.door, visit) / Simulation::habitOf(1, visit.door, visit) - ratio)
                < 1e-9);
    }
};

QTEST_GUILESS_MAIN(ReplayTest)
#include "tst_replay.moc"
