// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/timewire.h"
#include "simulator/courier.h"
#include "simulator/draft.h"
#include "simulator/history.h"
#include "simulator/planner.h"
#include "tests/simulator/fakecity.h"

#include <QCoroTask>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

#include <numeric>

using namespace Doorstep;
using namespace Doorstep::Simulation;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

DaySettings settingsFor(quint64 seed, int drivers = 12, int stops = 150)
{
    return {.seed = seed,
            .drivers = drivers,
            .stops = stops,
            .depots = 1,
            .day = QDate(2026, 3, 12),
            .zone = QTimeZone("America/Montevideo"),
            .at = {}};
}

Result<DayPlan> planned(const DaySettings &settings)
{
    Test::FakeCity city;
    return QCoro::waitFor(planDay(settings, &city));
}

QByteArray bytesOf(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

/// Everything that leaves the simulator on that day, and the truth behind it; time goes on in steps of \a step.
QByteArray wholeDay(const DayPlan &plan, std::chrono::seconds step)
{
    QByteArray day = bytesOf(fleetJson(plan));
    StopsByReference stops;
    for (const auto &order : orderJsons(plan)) {
        day += bytesOf(order);
        const auto reference = order["reference"_L1].toString();
        stops.insert(reference, StopId(u"stop-"_s + reference));
    }
    day += bytesOf(routesJson(plan, stops));
    for (const auto &visit : historyJsons(plan))
        day += bytesOf(visit);
    for (int i = 0; i < plan.tours.size(); ++i) {
        const auto &tour = plan.tours[i];
        day += bytesOf(truthOf(tour));
        Courier courier(tour, plan.traffic, plan.settings.seed, i, 5s);
        QByteArray posts;
        QByteArray outcomes;
        for (auto now = tour.scheduledStart.addSecs(-900);
             !courier.isHome() || now < courier.day().homeAt().addSecs(600); now = now.addDuration(step)) {
            const auto news = courier.liveUntil(now);
            for (const auto &reading : news.readings)
                posts += courier.outgoing(reading).letter.body
                    + courier.outgoing(reading).sendableAt.toString(Qt::ISODateWithMs).toUtf8();
            for (const auto &happening : news.happenings) {
                outcomes += bytesOf(truthOf(tour, happening));
                if (happening.kind == Happening::Kind::Done)
                    outcomes += courier.outgoing(happening, stops).letter.body;
            }
        }
        day += posts + outcomes;
    }
    return day;
}

double kilogramsOf(const Tour &tour)
{
    double kilograms = 0.0;
    for (const auto &visit : tour.visits)
        kilograms = std::accumulate(visit.parcelKilograms.cbegin(), visit.parcelKilograms.cend(), kilograms);
    return kilograms;
}

} // namespace

class DayPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void theSameSeedMakesTheSameDayByteForByte()
    {
        const auto first = planned(settingsFor(42));
        const auto second = planned(settingsFor(42));
        QVERIFY(first && second);
        const auto day = wholeDay(*first, 60s);
        QVERIFY(day.size() > 1'000'000);
        QVERIFY(day == wholeDay(*second, 60s));
        // However often it is looked at: a slow machine sees the same day.
        QVERIFY(day == wholeDay(*second, 7s));
    }

    void anotherSeedMakesAnotherDay()
    {
        const auto first = planned(settingsFor(42));
        const auto second = planned(settingsFor(43));
        QVERIFY(first && second);
        QVERIFY(first->tours[0].driver.name != second->tours[0].driver.name);
        QVERIFY(orderJsons(*first) != orderJsons(*second));
    }

    void everyOrderIsOnOneRouteThatCanCarryIt_data()
    {
        QTest::addColumn<int>("drivers");
        QTest::addColumn<int>("stops");
        QTest::addColumn<int>("depots");
        QTest::newRow("a small day") << 4 << 20 << 1;
        QTest::newRow("a day") << 40 << 600 << 1;
        QTest::newRow("one driver for everything") << 1 << 70 << 1;
        QTest::newRow("more drivers than stops") << 8 << 3 << 1;
        QTest::newRow("three depots") << 10 << 100 << 3;
    }

    void everyOrderIsOnOneRouteThatCanCarryIt()
    {
        QFETCH(const int, drivers);
        QFETCH(const int, stops);
        QFETCH(const int, depots);
        auto settings = settingsFor(7, drivers, stops);
        settings.depots = depots;

        const auto plan = planned(settings);

        QVERIFY(plan);
        QCOMPARE(plan->visitCount(), stops);
        QCOMPARE(plan->depots.size(), depots);
        QSet<QString> references;
        QSet<QString> devices;
        for (const auto &tour : plan->tours) {
            QVERIFY(tour.id.isValid() && tour.driver.id.isValid() && tour.vehicle.id.isValid());
            QVERIFY(kilogramsOf(tour) <= tour.vehicle.capacityKilograms);
            QVERIFY(tour.loadFraction > 0.0 && tour.loadFraction <= 1.0);
            QCOMPARE(tour.legs.size(), tour.visits.size() + 1);
            QCOMPARE(tour.legs.first().points.first(), plan->depots[tour.depot].where);
            QCOMPARE(tour.driver.depot, plan->depots[tour.depot].id);
            devices.insert(tour.driver.deviceId);
            for (const auto &visit : tour.visits)
                references.insert(visit.reference);
        }
        QCOMPARE(references.size(), stops);
        QCOMPARE(devices.size(), plan->tours.size());
    }

    void thePlanKeepsItsOwnWindows()
    {
        const auto plan = planned(settingsFor(42, 40, 600));
        QVERIFY(plan);
        int windows = 0;
        for (const auto &tour : plan->tours) {
            QVERIFY(tour.scheduledStart < tour.scheduledEnd);
            auto before = tour.scheduledStart;
            for (const auto &visit : tour.visits) {
                QVERIFY(before < visit.scheduledArrival);
                before = visit.scheduledArrival;
                if (visit.window.isOpen())
                    continue;
                ++windows;
                QVERIFY(visit.window.from <= visit.scheduledArrival);
                QVERIFY(visit.scheduledArrival.secsTo(visit.window.to) >= 1'200);
            }
        }
        QVERIFY(windows > 500);
    }

    void tellsTheBackendWhenItMeansToArrive()
    {
        const auto plan = planned(settingsFor(42, 4, 40));
        QVERIFY(plan);
        StopsByReference stops;
        for (const auto &order : orderJsons(*plan)) {
            const auto reference = order["reference"_L1].toString();
            stops.insert(reference, StopId(u"stop-"_s + reference));
        }
        const auto routes = routesJson(*plan, stops)["routes"_L1].toArray();
        QCOMPARE(routes.size(), plan->tours.size());
        for (qsizetype i = 0; i < routes.size(); ++i) {
            const auto schedule = routes[i].toObject()["schedule"_L1].toObject();
            QCOMPARE(schedule.size(), plan->tours[i].visits.size());
            for (const auto &visit : plan->tours[i].visits)
                QCOMPARE(schedule[u"stop-"_s + visit.reference].toString(), Wire::timeText(visit.scheduledArrival));
        }
    }

    void aboutThreeQuartersAreDoneAtTheBusyMoment()
    {
        const auto plan = planned(settingsFor(42, 40, 600));
        QVERIFY(plan);
        const auto busy = plan->settings.time(plan->settings.busyMoment);
        int done = 0;
        int failed = 0;
        QHash<Fate, int> fates;
        for (int i = 0; i < plan->tours.size(); ++i) {
            Courier courier(plan->tours[i], plan->traffic, 42, i, 5s);
            ++fates[plan->tours[i].fate];
            for (const auto &happening : courier.liveUntil(busy).happenings) {
                if (happening.kind != Happening::Kind::Done)
                    continue;
                ++done;
                failed += plan->tours[i].visits[happening.visit].failure != Stop::Failure::None ? 1 : 0;
            }
        }
        QVERIFY2(done > 380 && done < 500, qPrintable(QString::number(done)));
        QVERIFY2(failed > 5 && failed < 60, qPrintable(QString::number(failed)));
        QCOMPARE(fates[Fate::Late], 3);
        QCOMPARE(fates[Fate::AtRisk], 5);
        QCOMPARE(fates[Fate::Silent], 1);
    }

    void somethingGoesWrong()
    {
        const auto plan = planned(settingsFor(42, 40, 600));
        QVERIFY(plan);
        int misspelt = 0;
        int unplaced = 0;
        int mocked = 0;
        int detours = 0;
        int quiet = 0;
        const auto busy = plan->settings.time(plan->settings.busyMoment);
        for (const auto &tour : plan->tours) {
            mocked += tour.troubles.mocked ? 1 : 0;
            if (const auto &span = tour.troubles.quietPhone) {
                ++quiet;
                QVERIFY(tour.phone == PhoneKind::OwnTracks);
                QVERIFY(span->from.secsTo(busy) > 420 && busy.secsTo(span->to) > 1'200); // seen, and time to ask
                QVERIFY(tour.scheduledEnd > busy);
                QVERIFY(truthOf(tour).contains("quiet_phone"_L1));
            }
            for (const auto &way : tour.detours)
                detours += way.points.isEmpty() ? 0 : 1;
            for (const auto &visit : tour.visits) {
                misspelt += visit.writtenAddress != visit.door.address.text ? 1 : 0;
                unplaced += visit.isPlaced ? 0 : 1;
            }
        }
        QVERIFY(misspelt > 10 && misspelt < 80);
        QVERIFY(unplaced > misspelt);
        QCOMPARE(mocked, 1);
        QCOMPARE(quiet, 1);
        QCOMPARE(plan->traffic.closures.size(), 1);
        QVERIFY(detours > 0);
    }

    void saysSoWhenNobodyLivesThere()
    {
        Test::FakeCity city;
        city.isEmpty = true;
        const auto plan = QCoro::waitFor(planDay(settingsFor(1), &city));
        QVERIFY(!plan);
        QCOMPARE(plan.error().kind, Error::Kind::NotFound);
    }

    void aShiftMovesTheWholeDay()
    {
        auto settings = settingsFor(42);
        const auto plan = planned(settings);
        settings.shift = 7h;
        const auto moved = planned(settings);
        QVERIFY(plan && moved);
        // Traffic is another at another hour, so the legs take another time: a quarter of an hour is close.
        const auto by = plan->tours[0].scheduledStart.secsTo(moved->tours[0].scheduledStart);
        QVERIFY(std::abs(by - 25'200) < 1800);
    }
};

QTEST_GUILESS_MAIN(DayPlanTest)
#include "tst_dayplan.moc"
