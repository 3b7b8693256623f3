// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/clock.h"
#include "models/store/fleet.h"
#include "tests/support/samples.h"
#include "widgets/supervision/drivertablemodel.h"
#include "widgets/supervision/performance.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Doorstep;
using namespace Qt::StringLiterals;

namespace {

Stop visited(int number, Stop::Status status, int attempts, const QDateTime &at)
{
    auto stop = Test::someStop();
    stop.id = StopId(u"s%1"_s.arg(number));
    stop.status = status;
    stop.failure = status == Stop::Status::Failed ? Stop::Failure::NobodyHome : Stop::Failure::None;
    stop.attempts = attempts;
    stop.window = {.from = Test::at(9), .to = Test::at(12)};
    stop.scheduledArrival = Test::at(10);
    stop.actualArrival = at;
    stop.completedAt = at;
    return stop;
}

class FixedClock : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return Test::at(12); }
};

} // namespace

class PerformanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_fleet = std::make_unique<Fleet>();
        auto route = Test::someRoute();
        route.actualStart = Test::at(10);
        route.actualEnd = {};
        auto planned = visited(5, Stop::Status::Planned, 0, {});
        planned.actualArrival = planned.completedAt = {};
        Batch batch;
        batch.stops.written = {visited(1, Stop::Status::Delivered, 1, Test::at(10, 30)),
                               visited(2, Stop::Status::Delivered, 2, Test::at(11, 30)),
                               visited(3, Stop::Status::Failed, 1, Test::at(11, 40)),
                               visited(4, Stop::Status::Delivered, 1, Test::at(12, 30)),
                               planned,
                               visited(6, Stop::Status::Cancelled, 0, {})};
        route.stops.clear();
        for (const auto &stop : batch.stops.written)
            route.stops.append(stop.id);
        batch.routes.written = {route};
        batch.drivers.written = {Test::someDriver()};
        m_fleet->apply(batch);
        m_route = route;
    }

    void countsADay()
    {
        const auto day = performanceOf(m_route, *m_fleet, Test::at(14));
        QCOMPARE(day.total, 5); // the cancelled one is nobody's work
        QCOMPARE(day.delivered, 3);
        QCOMPARE(day.failed, 1);
        QCOMPARE(day.onTime, 2);
        QCOMPARE(day.firstAttempt, 2);
        QCOMPARE(*day.firstAttemptFraction(), 0.5);
        QCOMPARE(*day.failedPerHundred(), 25.0);
        QCOMPARE(*day.stopsPerHour, 1.0);
        QCOMPARE(day.perHour, (QList<double>{1, 2, 1}));
    }

    void saysNothingTooEarly()
    {
        const auto day = performanceOf(m_route, *m_fleet, Test::at(10, 10));
        QVERIFY(!day.stopsPerHour);
        Route empty;
        const auto nobody = performanceOf(empty, *m_fleet, Test::at(10));
        QVERIFY(!nobody.onTimeFraction());
        QVERIFY(!nobody.failedPerHundred());
    }

    void countsHoursOfTheDepot()
    {
        const auto count = dayCountOf(*m_fleet, DepotTime(u"America/Montevideo"_s));
        QCOMPARE(count.at(7).planned, 5);
        QCOMPARE(count.at(7).delivered, 1);
        QCOMPARE(count.at(8), (HourCount{.planned = 0, .delivered = 1, .failed = 1}));
    }

    void isAGoodModel()
    {
        const FixedClock clock;
        DriverTableModel model(*m_fleet, clock);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, DriverTableModel::DeliveredColumn).data().toString(), u"3 of 5"_s);
        m_fleet->clear();
        model.refresh();
        QCOMPARE(model.rowCount(), 0);
    }

private:
    std::unique_ptr<Fleet> m_fleet;
    Route m_route;
};

QTEST_MAIN(PerformanceTest)
#include "tst_performance.moc"
