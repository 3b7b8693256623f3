// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/lists/attentionlistmodel.h"
#include "models/lists/routefiltermodel.h"
#include "models/lists/routelistmodel.h"
#include "models/lists/stoplistmodel.h"
#include "models/lists/timelinemodel.h"
#include "models/store/fleet.h"
#include "models/store/presence.h"
#include "tests/support/days.h"
#include "tests/support/samples.h"

#include <QSignalSpy>
#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QStringList names(const QAbstractItemModel &model, int role)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names.append(model.index(row, 0).data(role).toString());
    return names;
}

/// Four routes with one stop each: late, at risk, silent and on time.
Batch fourRoutes()
{
    auto batch = someDay(4, 8);
    const std::array states{Forecast::State::OnTime, Forecast::State::Late, Forecast::State::Silent,
                            Forecast::State::AtRisk};
    const std::array slacks{600, -1'380, 300, -100};
    const std::array driverNames{u"Ana"_s, u"Bruno"_s, u"Carla"_s, u"Diego"_s};
    for (int i = 0; i < 4; ++i) {
        const auto at = static_cast<std::size_t>(i);
        batch.forecasts.written[i].state = states[at];
        batch.forecasts.written[i].slack = std::chrono::seconds(slacks[at]);
        batch.drivers.written[i].name = driverNames[at];
    }
    batch.forecasts.written[2].slack.reset();
    return batch;
}

} // namespace

class ListsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void tellsARouteInOneRow()
    {
        Fleet fleet;
        const RouteListModel routes(fleet);
        fleet.apply(someDay(1, 7));
        QCOMPARE(routes.rowCount(), 1);
        const auto row = routes.index(0);
        QCOMPARE(row.data(RouteListModel::NameRole), u"Carla Núñez"_s);
        QCOMPARE(row.data(RouteListModel::InitialsRole), u"CN"_s);
        QCOMPARE(row.data(RouteListModel::DoneStopsRole), 3);
        QCOMPARE(row.data(RouteListModel::TotalStopsRole), 7);
        QCOMPARE(row.data(RouteListModel::NextStopIdRole), u"stop-1"_s);
        QCOMPARE(row.data(RouteListModel::NextStopLineRole), u"Juan Ramón Gómez 1001"_s);
        QCOMPARE(row.data(RouteListModel::NextArrivalRole).toDateTime(), at(14, 10));
        QCOMPARE(row.data(RouteListModel::SlackSecondsRole), 1'200);
        QCOMPARE(row.data(RouteListModel::VehicleKindRole).value<Vehicle::Kind>(), Vehicle::Kind::Bicycle);
        QCOMPARE(row.data(RouteListModel::LoadFractionRole), 0.88);
    }

    void tellsOfABatchOnce()
    {
        Fleet fleet;
        RouteListModel routes(fleet);
        fleet.apply(someDay(10, 100));
        const QSignalSpy changed(&routes, &QAbstractItemModel::dataChanged);
        auto batch = someDay(10, 100);
        for (auto &forecast : batch.forecasts.written)
            forecast.slack = 1s;
        for (auto &stop : batch.stops.written)
            stop.status = Stop::Status::Cancelled;
        fleet.apply(batch);
        QCOMPARE(changed.size(), 1);
    }

    void filtersAndCounts()
    {
        Fleet fleet;
        RouteListModel routes(fleet);
        RouteFilterModel shown(routes);
        const QSignalSpy counted(&shown, &RouteFilterModel::countsChanged);
        fleet.apply(fourRoutes());
        QVERIFY(!counted.isEmpty());
        using Filter = RouteFilterModel::Filter;
        QCOMPARE(shown.count(Filter::All), 4);
        for (const auto filter : {Filter::Late, Filter::AtRisk, Filter::Silent}) {
            QCOMPARE(shown.count(filter), 1);
            shown.setFilter(filter);
            QCOMPARE(shown.rowCount(), 1);
        }
        QCOMPARE(names(shown, RouteListModel::NameRole), QStringList{u"Carla"_s});
        fleet.setDay(QDate(2026, 3, 13));
        QCOMPARE(shown.count(Filter::All), 0);
        QCOMPARE(shown.rowCount(), 0);
    }

    void sorts_data()
    {
        QTest::addColumn<RouteFilterModel::Order>("order");
        QTest::addColumn<QString>("names");
        using Order = RouteFilterModel::Order;
        QTest::newRow("slack, the unknown after the late") << Order::Slack << u"Bruno Diego Carla Ana"_s;
        QTest::newRow("name") << Order::Name << u"Ana Bruno Carla Diego"_s;
        QTest::newRow("next arrival") << Order::NextArrival << u"Diego Ana Bruno Carla"_s;
        QTest::newRow("progress") << Order::Progress << u"Bruno Ana Carla Diego"_s;
    }

    void sorts()
    {
        QFETCH(const RouteFilterModel::Order, order);
        QFETCH(const QString, names);
        Fleet fleet;
        RouteListModel routes(fleet);
        RouteFilterModel shown(routes);
        auto batch = fourRoutes();
        batch.forecasts.written[3].stops[0].expectedArrival = at(14, 1);
        batch.stops.written[2].status = Stop::Status::Planned; // Bruno has done none of two
        fleet.apply(batch);
        shown.setOrder(order);
        QCOMPARE(::names(shown, RouteListModel::NameRole).join(u' '), names);
    }

    void holdsStillUnderThePointer()
    {
        Fleet fleet;
        RouteListModel routes(fleet);
        RouteFilterModel shown(routes);
        fleet.apply(fourRoutes());
        const auto before = names(shown, RouteListModel::NameRole);
        QCOMPARE(before.first(), u"Bruno"_s);

        shown.setFilter(RouteFilterModel::Filter::Late);
        shown.setFilter(RouteFilterModel::Filter::All);
        shown.holdOrder(true);
        auto batch = fourRoutes();
        batch.forecasts.written[0].slack = -5'000s;
        batch.forecasts.written[0].state = Forecast::State::Late;
        auto more = someDay(5, 10);
        batch.routes.written.append(more.routes.written.at(4));
        fleet.apply(batch);
        QCOMPARE(names(shown, RouteListModel::NameRole), before);
        QCOMPARE(shown.index(3, 0).data(RouteListModel::SlackSecondsRole),
                 -5'000); // the number moves, the row does not
        QCOMPARE(shown.count(RouteFilterModel::Filter::Late), 2);

        shown.holdOrder(false);
        QCOMPARE(shown.rowCount(), 5);
        QCOMPARE(shown.index(0, 0).data(RouteListModel::NameRole), u"Ana"_s);
    }

    void keepsAFilteredRowUnderThePointer()
    {
        Fleet fleet;
        RouteListModel routes(fleet);
        RouteFilterModel shown(routes);
        fleet.apply(fourRoutes());
        shown.setFilter(RouteFilterModel::Filter::Late);
        shown.holdOrder(true);
        auto batch = fourRoutes();
        batch.forecasts.written[1].state = Forecast::State::OnTime;
        batch.forecasts.written[0].state = Forecast::State::Late;
        fleet.apply(batch);
        QCOMPARE(names(shown, RouteListModel::NameRole), QStringList{u"Bruno"_s});
        shown.holdOrder(false);
        QCOMPARE(names(shown, RouteListModel::NameRole), QStringList{u"Ana"_s});
        QVERIFY(shown.indexOf(u"route-0"_s).isValid());
        QVERIFY(!shown.indexOf(u"route-1"_s).isValid());
    }

    void sortsFiftyThousandStopsOnlyWhenAsked()
    {
        Fleet fleet;
        StopListModel stops(fleet);
        fleet.apply(someDay(100, 2'000));
        QCOMPARE(stops.rowCount(), 2'000);
        QCOMPARE(stops.index(17, 0).data(StopListModel::StopIdRole), u"stop-17"_s);

        const QPersistentModelIndex kept(stops.index(17, 0));
        stops.sort(StopListModel::AddressColumn);
        QCOMPARE(kept.data(StopListModel::StopIdRole), u"stop-17"_s);
        auto addresses = names(stops, StopListModel::AddressRole);
        QVERIFY(std::ranges::is_sorted(addresses));
        QCOMPARE(stops.indexOf(u"stop-17"_s), QModelIndex(kept));

        // A change that would sort elsewhere stays; what is new goes to the end; what goes leaves the rest in order.
        Batch batch;
        batch.stops.written = {*fleet.stops().find(stopId(17)), *fleet.stops().find(stopId(18))};
        batch.stops.written[0].address.street = u"Zzz"_s;
        batch.stops.written[1].id = StopId(u"new"_s);
        batch.stops.removed = {stopId(3), stopId(500)};
        const int row = kept.row();
        fleet.apply(batch);
        QCOMPARE(stops.rowCount(), 1'999);
        QVERIFY(kept.isValid() && row - kept.row() <= 2);
        QCOMPARE(kept.data(StopListModel::StopIdRole), u"stop-17"_s);
        QCOMPARE(stops.index(1'998, 0).data(StopListModel::StopIdRole), u"new"_s);
        QVERIFY(!stops.indexOf(u"stop-3"_s).isValid());
        stops.sort(StopListModel::AddressColumn, Qt::DescendingOrder);
        QCOMPARE(kept.row(), 0);
        stops.sort(-1);
        QCOMPARE(stops.index(0, 0).data(StopListModel::StopIdRole), u"stop-0"_s);
    }

    void tellsWhoElseIsAtAStop()
    {
        Fleet fleet;
        Presence presence;
        StopListModel stops(fleet);
        stops.setPresence(presence);
        fleet.apply(someDay(1, 12));
        QSignalSpy changed(&stops, &QAbstractItemModel::dataChanged);
        const auto about = Subject::of(stopId(3));
        presence.set({{.user = UserId(u"a"_s), .name = u"Ana"_s, .looking = {about}, .editing = {about}}});
        const auto row = stops.indexOf(stopId(3).toString());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().at(0).toModelIndex().row(), row.row()); // that row, and no other
        QCOMPARE(changed.first().at(1).toModelIndex().row(), row.row());
        QCOMPARE(row.data(StopListModel::LookingRole).toStringList(), QStringList(u"Ana"_s));
        QCOMPARE(row.data(StopListModel::EditingRole).toStringList(), QStringList(u"Ana"_s));
        QVERIFY(stops.indexOf(stopId(4).toString()).data(StopListModel::LookingRole).toStringList().isEmpty());
        presence.set({});
        QCOMPARE(changed.size(), 2); // they have gone
        QVERIFY(row.data(StopListModel::LookingRole).toStringList().isEmpty());
    }

    void filtersStops_data()
    {
        QTest::addColumn<StopListModel::Filter>("filter");
        QTest::addColumn<int>("count");
        using Filter = StopListModel::Filter;
        QTest::newRow("all") << Filter::All << 12;
        QTest::newRow("open") << Filter::Open << 8;
        QTest::newRow("done") << Filter::Done << 4;
        QTest::newRow("failed") << Filter::Failed << 1;
        QTest::newRow("nobody drives there") << Filter::WithoutRoute << 1;
        QTest::newRow("without a place") << Filter::WithoutPlace << 1;
    }

    void filtersStops()
    {
        QFETCH(const StopListModel::Filter, filter);
        QFETCH(const int, count);
        Fleet fleet;
        StopListModel stops(fleet);
        stops.setFilter(filter);
        auto batch = someDay(1, 12);
        batch.stops.written[4].route = {};
        batch.stops.written[5].where = {};
        fleet.apply(batch);
        QCOMPARE(stops.rowCount(), count);
        stops.setFilter(StopListModel::Filter::All);
        stops.setFilter(filter);
        QCOMPARE(stops.rowCount(), count);
    }

    void drawsBarsAgainstTheirWindows_data()
    {
        QTest::addColumn<Stop::Status>("status");
        QTest::addColumn<int>("p50Minute"); // after 14:00; the window ends at 15:00
        QTest::addColumn<int>("p90Minute");
        QTest::addColumn<Forecast::State>("route");
        QTest::addColumn<TimelineBar::State>("bar");
        using S = Stop::Status;
        using R = Forecast::State;
        using B = TimelineBar::State;
        QTest::newRow("on time") << S::Planned << 20 << 60 << R::OnTime << B::OnTime;
        QTest::newRow("at risk") << S::Planned << 59 << 61 << R::OnTime << B::AtRisk;
        QTest::newRow("late") << S::Planned << 61 << 70 << R::AtRisk << B::Late;
        QTest::newRow("silent") << S::Planned << 61 << 70 << R::Silent << B::Silent;
        QTest::newRow("here") << S::Arrived << 61 << 70 << R::Late << B::Here;
        QTest::newRow("no forecast") << S::Planned << -1 << -1 << R::OnTime << B::NoForecast;
        QTest::newRow("delivered") << S::Delivered << -1 << -1 << R::Late << B::Delivered;
        QTest::newRow("failed") << S::Failed << -1 << -1 << R::Late << B::Failed;
        QTest::newRow("cancelled") << S::Cancelled << -1 << -1 << R::Late << B::Cancelled;
    }

    void drawsBarsAgainstTheirWindows()
    {
        QFETCH(const Stop::Status, status);
        QFETCH(const int, p50Minute);
        QFETCH(const int, p90Minute);
        QFETCH(const Forecast::State, route);
        QFETCH(const TimelineBar::State, bar);
        Fleet fleet;
        const TimelineModel timeline(fleet);
        auto batch = someDay(1, 1);
        auto &stop = batch.stops.written[0];
        stop.status = status;
        stop.actualArrival = status == Stop::Status::Planned ? QDateTime() : at(14, 30);
        auto &forecast = batch.forecasts.written[0];
        forecast.state = route;
        forecast.stops.clear();
        if (p50Minute >= 0)
            forecast.stops.append({.stop = stop.id,
                                   .expectedArrival = at(14).addSecs(qint64{60} * p50Minute),
                                   .lateArrival = at(14).addSecs(qint64{60} * p90Minute),
                                   .expectedDeparture = at(14).addSecs(p50Minute * 60 + 240)});
        fleet.apply(batch);
        QCOMPARE(timeline.bars(0).size(), 1);
        QCOMPARE(timeline.bars(0).first().state, bar);
        QCOMPARE(timeline.bars(0).first().window.to, at(15));
        QVERIFY(timeline.bars(0).first().span().from.isValid());
        QVERIFY(timeline.bars(0).first().span().from < timeline.bars(0).first().span().to);
    }

    void redrawsABarWhenItsStopIsDone()
    {
        Fleet fleet;
        TimelineModel timeline(fleet);
        fleet.apply(someDay(2, 8));
        QCOMPARE(timeline.bars(1).at(1).state, TimelineBar::State::OnTime);
        const QSignalSpy changed(&timeline, &QAbstractItemModel::dataChanged);
        Batch batch;
        batch.stops.written = {*fleet.stops().find(timeline.bars(1).at(1).stop)};
        batch.stops.written[0].status = Stop::Status::Delivered;
        batch.stops.written[0].completedAt = at(15, 30);
        fleet.apply(batch);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(timeline.bars(1).at(1).state, TimelineBar::State::DeliveredLate);
        QVERIFY(timeline.extent().to >= at(15, 30));
        QCOMPARE(timeline.extent().from, at(12).addSecs(60)); // the first delivery, done before any start was known
    }

    void putsFirstWhatBecomesTooLateFirst()
    {
        Fleet fleet;
        const Concerns concerns(fleet);
        const AttentionListModel attention(fleet, concerns);
        auto batch = someDay(1, 6);
        auto &forecast = batch.forecasts.written[0];
        forecast.state = Forecast::State::OnTime;
        batch.stops.written[1].window.to = at(14, 5); // will be missed by five minutes
        batch.stops.written[2].where = {}; // the driver is there at 14:14
        batch.stops.written[3].status = Stop::Status::Failed;
        batch.stops.written[3].completedAt = at(13);
        batch.stops.written[3].window.to = at(13, 55);
        batch.stops.written[0].status = Stop::Status::Delivered;
        fleet.apply(batch);
        QCOMPARE(names(attention, AttentionListModel::StopIdRole),
                 (QStringList{u"stop-3"_s, u"stop-1"_s, u"stop-2"_s}));
        const auto late = attention.index(1);
        QCOMPARE(late.data(AttentionListModel::KindRole).value<Concern::Kind>(), Concern::Kind::WillMissWindow);
        QCOMPARE(late.data(AttentionListModel::LateBySecondsRole), 300);
        QCOMPARE(late.data(AttentionListModel::DriverNameRole), u"Carla Núñez"_s);
        QCOMPARE(late.data(AttentionListModel::PositionRole), 2);
        QCOMPARE(late.data(AttentionListModel::TrackingNumberRole).toString().size(), 13);

        // The selected card keeps its index while others come, go and move.
        const QPersistentModelIndex selected(late);
        batch.stops.written[2].scheduledArrival = at(13);
        batch.forecasts.written[0].state = Forecast::State::Silent;
        batch.forecasts.written[0].lastSeen = at(13, 30);
        batch.forecasts.written[0].stops[1].expectedArrival = at(14, 1);
        batch.stops.written[3].status = Stop::Status::Delivered;
        fleet.apply(batch);
        QCOMPARE(selected.data(AttentionListModel::StopIdRole), u"stop-1"_s);
        QCOMPARE(names(attention, AttentionListModel::KeyRole),
                 (QStringList{u"route:route-0"_s, u"stop:stop-2"_s, u"stop:stop-1"_s}));
        QCOMPARE(attention.index(0).data(AttentionListModel::OpenStopsRole), 4);
        QCOMPARE(attention.indexOf(u"stop:stop-2"_s).row(), 1);
    }
};

QTEST_MAIN(ListsTest)
#include "tst_lists.moc"
