// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/advice.h"
#include "models/store/concerns.h"
#include "models/store/fleet.h"
#include "tests/support/samples.h"

#include <QTest>

#include <functional>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;

using Reason = Advice::Reason;
using Step = Advice::Step;

namespace {

/// One open stop of one route that is underway, on time; its window is 14:00 to 15:00.
struct Day
{
    Stop stop = someStop();
    Route route = someRoute();
    Forecast forecast = someForecast();

    Day()
    {
        stop.status = Stop::Status::Planned;
        stop.failure = Stop::Failure::None;
        stop.completedAt = {};
        stop.window = {.from = at(14), .to = at(15)};
        stop.held = false;
        route.status = Route::Status::Underway;
        route.stops = {stop.id};
        stop.route = route.id;
        forecast.route = route.id;
        forecast.state = Forecast::State::OnTime;
        expect(at(14, 20), at(14, 30));
    }
    void expect(const QDateTime &usual, const QDateTime &late)
    {
        forecast.stops = {{.stop = stop.id, .expectedArrival = usual, .lateArrival = late, .expectedDeparture = late}};
    }
    void fail(Stop::Failure why)
    {
        stop.status = Stop::Status::Failed;
        stop.failure = why;
        stop.completedAt = at(14, 5);
        forecast.stops.clear();
    }
    [[nodiscard]] std::unique_ptr<Fleet> fleet() const
    {
        Batch batch;
        batch.stops.written = {stop};
        batch.routes.written = {route};
        batch.forecasts.written = {forecast};
        auto fleet = std::make_unique<Fleet>();
        fleet->apply(batch);
        return fleet;
    }
};

using Turn = std::function<void(Day &)>;

} // namespace

class AdviceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void saysThatAStopIsLateFromTheChanceThatItsDepotWants_data()
    {
        QTest::addColumn<std::optional<int>>("chance");
        QTest::addColumn<bool>("isLate");
        QTest::newRow("as usual") << std::optional<int>() << true;
        QTest::newRow("as likely as that") << std::optional<int>(70) << true;
        QTest::newRow("not as likely") << std::optional<int>(80) << false;
    }
    void saysThatAStopIsLateFromTheChanceThatItsDepotWants()
    {
        QFETCH(const std::optional<int>, chance);
        QFETCH(const bool, isLate);
        Day day;
        day.expect(at(15, 5), at(15, 15)); // late with a chance of 74 %
        const auto fleet = day.fleet();
        const Concerns concerns(*fleet);
        DepotThresholds thresholds{.id = day.stop.depot, .values = {}};
        thresholds.values.set(Threshold::LateChance, chance);
        Batch batch;
        batch.thresholds.written = {thresholds};
        fleet->apply(batch);
        QCOMPARE(concerns.all().contains(Subject::of(day.stop.id)), isLate);
        Batch gone;
        gone.thresholds.removed = {thresholds.id};
        fleet->apply(gone);
        QVERIFY(concerns.all().contains(Subject::of(day.stop.id)));
    }

    void saysWhatToDoAboutAStop_data()
    {
        QTest::addColumn<Turn>("change");
        QTest::addColumn<Reason>("reason");
        QTest::addColumn<Step>("best");
        const auto row = [](const char *name) -> QTestData & { return QTest::newRow(name); };

        row("on time") << Turn([](Day &) { }) << Reason::None << Step::CallCustomer;
        row("nobody home, its window still open")
            << Turn([](Day &day) { day.fail(Stop::Failure::NobodyHome); }) << Reason::FailedInTime << Step::TryAgain;
        row("nobody home, without a window") << Turn([](Day &day) {
            day.fail(Stop::Failure::NobodyHome);
            day.stop.window = {};
        }) << Reason::FailedInTime << Step::TryAgain;
        row("nobody home, too late") << Turn([](Day &day) {
            day.fail(Stop::Failure::NobodyHome);
            day.stop.window.to = at(14, 20);
        }) << Reason::FailedTooLate << Step::Reschedule;
        row("nobody home, and the driver is done") << Turn([](Day &day) {
            day.fail(Stop::Failure::NobodyHome);
            day.route.status = Route::Status::Finished;
        }) << Reason::FailedRouteOver << Step::Assign;
        row("wrong address") << Turn([](Day &day) { day.fail(Stop::Failure::WrongAddress); }) << Reason::WrongAddress
                             << Step::Locate;
        row("refused") << Turn([](Day &day) { day.fail(Stop::Failure::Refused); }) << Reason::Refused
                       << Step::CallCustomer;
        row("damaged") << Turn([](Day &day) { day.fail(Stop::Failure::Damaged); }) << Reason::Damaged
                       << Step::CallCustomer;
        row("parcel missing") << Turn([](Day &day) { day.fail(Stop::Failure::Missing); }) << Reason::Missing
                              << Step::CallDriver;
        row("a little late") << Turn([](Day &day) { day.expect(at(15, 11), at(15, 20)); }) << Reason::Late
                             << Step::CallCustomer;
        row("very late") << Turn([](Day &day) { day.expect(at(15, 40), at(15, 50)); }) << Reason::Late << Step::Assign;
        row("at risk") << Turn([](Day &day) { day.expect(at(14, 55), at(15, 5)); }) << Reason::AtRisk
                       << Step::CallCustomer;
        row("late, but the driver is there") << Turn([](Day &day) {
            day.expect(at(15, 11), at(15, 20));
            day.stop.status = Stop::Status::Arrived;
        }) << Reason::None << Step::CallCustomer;
        row("the driver is silent") << Turn([](Day &day) { day.forecast.state = Forecast::State::Silent; })
                                    << Reason::DriverSilent << Step::CallDriver;
        row("held") << Turn([](Day &day) { day.stop.held = true; }) << Reason::Held << Step::Release;
        row("not found on the map") << Turn([](Day &day) { day.stop.where = {}; }) << Reason::NoPlace << Step::Locate;
        row("on no route") << Turn([](Day &day) {
            day.stop.route = {};
            day.route.stops.clear();
        }) << Reason::NoRoute
                           << Step::Assign;
        row("called off") << Turn([](Day &day) { day.stop.status = Stop::Status::Cancelled; }) << Reason::None
                          << Step::TryAgain;
        row("delivered") << Turn([](Day &day) { day.stop.status = Stop::Status::Delivered; }) << Reason::None
                         << Step::CallCustomer;
    }

    void saysWhatToDoAboutAStop()
    {
        QFETCH(const Turn, change);
        Day day;
        change(day);
        const auto fleet = day.fleet();
        const auto advice = adviceOn(day.stop.id, *fleet, at(14, 7));
        QTEST(advice.reason, "reason");
        QVERIFY(!advice.steps.isEmpty());
        QTEST(advice.steps.constFirst(), "best");
        auto once = advice.steps;
        std::ranges::sort(once);
        QVERIFY(std::ranges::adjacent_find(once) == once.end()); // nothing is offered twice
    }

    void saysWhatToDoAboutARoute_data()
    {
        QTest::addColumn<Turn>("change");
        QTest::addColumn<Reason>("reason");
        QTest::newRow("on time") << Turn([](Day &) { }) << Reason::None;
        QTest::newRow("silent") << Turn([](Day &day) { day.forecast.state = Forecast::State::Silent; })
                                << Reason::DriverSilent;
        QTest::newRow("late") << Turn([](Day &day) { day.forecast.state = Forecast::State::Late; })
                              << Reason::RouteLate;
        QTest::newRow("should have left") << Turn([](Day &day) {
            day.route.status = Route::Status::Planned;
            day.route.scheduledStart = at(14);
        }) << Reason::NotStarted;
        QTest::newRow("leaves soon") << Turn([](Day &day) {
            day.route.status = Route::Status::Planned;
            day.route.scheduledStart = at(14, 5);
        }) << Reason::None;
        QTest::newRow("over, whatever was said of it") << Turn([](Day &day) {
            day.route.status = Route::Status::Finished;
            day.forecast.state = Forecast::State::Silent;
        }) << Reason::None;
    }

    void saysWhatToDoAboutARoute()
    {
        QFETCH(const Turn, change);
        Day day;
        change(day);
        const auto fleet = day.fleet();
        const auto advice = adviceOn(day.route.id, *fleet, at(14, 7));
        QTEST(advice.reason, "reason");
        const QHash<Reason, QList<Step>> steps{
            {Reason::None, {Step::CallDriver}},
            {Reason::DriverSilent, {Step::CallDriver, Step::AskPhone, Step::Rescue}},
            {Reason::NotStarted, {Step::CallDriver, Step::Rescue}},
            {Reason::RouteLate, {Step::Rescue, Step::CallDriver}},
        };
        QCOMPARE(advice.steps, steps.value(advice.reason));
    }

    void saysNothingOfWhatIsNotThere()
    {
        const Fleet fleet;
        QCOMPARE(adviceOn(StopId(u"x"_s), fleet, at(14)), Advice());
        QCOMPARE(adviceOn(RouteId(u"x"_s), fleet, at(14)), Advice());
        QCOMPARE(adviceOn(DriverId(u"x"_s), fleet), Advice());
    }
};

QTEST_MAIN(AdviceTest)
#include "tst_advice.moc"
