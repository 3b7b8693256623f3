// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/lists/attentionfiltermodel.h"
#include "models/lists/attentionlistmodel.h"
#include "models/lists/candidatelistmodel.h"
#include "models/lists/notelistmodel.h"
#include "models/lists/reroutechangesmodel.h"
#include "models/lists/reroutesequencemodel.h"
#include "models/lists/reroutetellmodel.h"
#include "models/lists/routefiltermodel.h"
#include "models/lists/routelistmodel.h"
#include "models/lists/searchmodel.h"
#include "models/lists/setbacklistmodel.h"
#include "models/lists/stoplistmodel.h"
#include "models/lists/timelinemodel.h"
#include "models/store/cause.h"
#include "models/store/concerns.h"
#include "models/store/fleet.h"
#include "models/store/setbacks.h"
#include "tests/support/days.h"
#include "tests/support/samples.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;

namespace {

/// All that a model may be made of.
struct House
{
    Fleet fleet;
    Concerns concerns{fleet};
    RouteListModel routes{fleet};
    AttentionListModel attention{fleet, concerns};
    Setbacks setbacks;
};

/// Gives the second half of each route to the next one, backwards.
Proposal someProposal(const Batch &day)
{
    Proposal proposal;
    proposal.id = ProposalId(u"p"_s);
    for (const auto &route : day.routes.written) {
        Proposal::Line line;
        line.route = route.id;
        line.order = {.route = route.id, .was = route.stops, .stops = route.stops.first(route.stops.size() / 2)};
        proposal.lines.append(line);
    }
    for (qsizetype i = 0; i < proposal.lines.size(); ++i) {
        auto &line = proposal.lines[i];
        const auto &was = line.order.was;
        auto &next = proposal.lines[(i + 1) % proposal.lines.size()].order.stops;
        for (qsizetype at = was.size() - 1; at >= was.size() / 2; --at)
            next.append(was[at]);
    }
    for (auto &line : proposal.lines) {
        for (const auto &stop : line.order.was)
            line.before.append({.stop = stop, .arrival = at(14)});
        for (const auto &stop : line.order.stops) {
            line.after.append({.stop = stop, .arrival = at(15)});
            proposal.toTell.append(stop);
        }
    }
    return proposal;
}

/// A draft that is pushed about whenever the day changes: rows are refused, taken back, moved and searched anew.
template <typename Model, typename Show>
std::unique_ptr<QAbstractItemModel> pushedAbout(House &house, Show show)
{
    auto model = std::make_unique<Model>(house.fleet);
    auto draft = std::make_shared<ProposalDraft>(someProposal(someDay(7, 150)));
    auto round = std::make_shared<int>(0);
    QObject::connect(&house.fleet, &Fleet::applied, model.get(), [model = model.get(), draft, round, show] {
        const auto rows = draft->rows();
        const int number = (*round)++;
        if (number % 17 == 16)
            *draft = ProposalDraft(someProposal(someDay(3 + number % 5, 90)));
        else if (!rows.isEmpty() && number % 3 == 0)
            draft->refuse(rows.at(number % rows.size()).stop);
        else if (!rows.isEmpty() && number % 3 == 1)
            draft->accept(rows.at(number % rows.size()).stop);
        else if (!rows.isEmpty())
            draft->move(rows.at(number % rows.size()).stop, number % 9);
        show(*model, *draft, number);
    });
    return model;
}

using Make = std::function<std::unique_ptr<QAbstractItemModel>(House &)>;

} // namespace

Q_DECLARE_METATYPE(Make)

/// Every item model of the console, built empty, filled after, and pushed about.
class EveryModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void keepsItsWord_data()
    {
        QTest::addColumn<Make>("make");
        QTest::newRow("routes") << Make([](House &house) { return std::make_unique<RouteListModel>(house.fleet); });
        QTest::newRow("filtered routes") << Make(
            [](House &house) { return std::make_unique<RouteFilterModel>(house.routes); });
        QTest::newRow("late routes") << Make([](House &house) {
            auto model = std::make_unique<RouteFilterModel>(house.routes);
            model->setFilter(RouteFilterModel::Filter::Late);
            return model;
        });
        QTest::newRow("held routes") << Make([](House &house) {
            auto model = std::make_unique<RouteFilterModel>(house.routes);
            model->holdOrder(true);
            return model;
        });
        QTest::newRow("stops") << Make([](House &house) { return std::make_unique<StopListModel>(house.fleet); });
        QTest::newRow("sorted open stops") << Make([](House &house) {
            auto model = std::make_unique<StopListModel>(house.fleet);
            model->setFilter(StopListModel::Filter::Open);
            model->sort(StopListModel::CustomerColumn, Qt::DescendingOrder);
            return model;
        });
        QTest::newRow("timeline") << Make([](House &house) { return std::make_unique<TimelineModel>(house.fleet); });
        QTest::newRow("attention") << Make(
            [](House &house) { return std::make_unique<AttentionListModel>(house.fleet, house.concerns); });
        QTest::newRow("open attention") << Make(
            [](House &house) { return std::make_unique<AttentionFilterModel>(house.attention); });
        QTest::newRow("attention of nobody") << Make([](House &house) {
            auto model = std::make_unique<AttentionFilterModel>(house.attention);
            model->setView({.filter = QueueView::Filter::Mine});
            return model;
        });
        QTest::newRow("setbacks") << Make(
            [](House &house) { return std::make_unique<SetbackListModel>(house.setbacks); });
        QTest::newRow("candidates") << Make([](House &) {
            auto model = std::make_unique<CandidateListModel>();
            model->setFound({{.hit = {.where = QGeoCoordinate(1, 2)}}, {.hit = {.where = QGeoCoordinate(3, 4)}}});
            model->setPinned(QGeoCoordinate(5, 6));
            return model;
        });
        QTest::newRow("notes") << Make([](House &house) {
            auto model = std::make_unique<NoteListModel>(house.fleet);
            model->setAbout(Subject::of(stopId(3)));
            return model;
        });
        QTest::newRow("what a proposal changes") << Make([](House &house) {
            return pushedAbout<RerouteChangesModel>(
                house, [](RerouteChangesModel &model, const ProposalDraft &draft, int) { model.show(draft); });
        });
        QTest::newRow("a driver's list as proposed") << Make([](House &house) {
            return pushedAbout<RerouteSequenceModel>(house,
                                                     [](RerouteSequenceModel &model, const ProposalDraft &draft,
                                                        int number) { model.show(draft, routeId(number / 8 % 3)); });
        });
        QTest::newRow("customers to tell") << Make([](House &house) {
            return pushedAbout<RerouteTellModel>(house,
                                                 [](RerouteTellModel &model, const ProposalDraft &draft, int number) {
                                                     if (number % 7 == 0)
                                                         model.show(draft.shown(), at(14));
                                                 });
        });
        QTest::newRow("search") << Make([](House &house) {
            auto model = std::make_unique<SearchModel>(house.fleet);
            model->setQuery(u"ana"_s);
            return model;
        });
    }

    void keepsItsWord()
    {
        QFETCH(const Make, make);
        House house;
        const auto model = make(house);
        const QAbstractItemModelTester tester(model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);

        house.fleet.apply(someDay(7, 150));
        readEverything(*model);

        QRandomGenerator random(7);
        for (int round = 0; round < 60; ++round) {
            house.fleet.apply(someChange(random));
            house.fleet.apply(someCase(house, random));
            changeSetbacks(house.setbacks, random);
            if (random.bounded(10) == 0)
                house.fleet.setDay(random.bounded(2) == 0 ? QDate() : QDate(2026, 3, 12));
        }
        readEverything(*model);
        house.fleet.clear();
        house.fleet.apply(someDay(2, 10));
        readEverything(*model);
    }

private:
    /// Somebody takes, puts off or closes one of the concerns, or opens it again; somebody writes or removes a note.
    static Batch someCase(const House &house, QRandomGenerator &random)
    {
        Batch batch;
        const NoteId note(u"n%1"_s.arg(random.bounded(5)));
        if (random.bounded(3) == 0)
            batch.notes.removed.append(note);
        else
            batch.notes.written.append({.id = note,
                                        .about = Subject::of(stopId(3 + random.bounded(2))),
                                        .text = u"x"_s,
                                        .at = at(random.bounded(20))});
        const auto concerns = house.concerns.all().values();
        if (concerns.isEmpty())
            return batch;
        const auto cause = causeOf(concerns.at(random.bounded(concerns.size())), house.fleet);
        Exception exception{.id = cause.id, .depot = cause.occasion.depot, .about = cause.occasion.about};
        exception.owner = random.bounded(2) == 0 ? someUser().id : UserId();
        exception.snoozedUntil = random.bounded(2) == 0 ? at(random.bounded(24)) : QDateTime();
        exception.status = static_cast<Exception::Status>(random.bounded(2));
        batch.exceptions.written.append(exception);
        return batch;
    }

    static void changeSetbacks(Setbacks &setbacks, QRandomGenerator &random)
    {
        const CommandId id(u"c%1"_s.arg(random.bounded(6)));
        if (random.bounded(20) == 0)
            setbacks.clear();
        else if (random.bounded(3) == 0)
            setbacks.remove(id);
        else
            setbacks.put({.id = id, .text = QString::number(random.bounded(9))});
    }

    /// Stops change state, move to other routes, come and go; routes go; drivers are renamed.
    static Batch someChange(QRandomGenerator &random)
    {
        auto day = someDay(8, 160);
        Batch batch;
        for (int i = 0; i < 4; ++i) {
            auto stop = day.stops.written.at(random.bounded(160));
            stop.status = static_cast<Stop::Status>(random.bounded(5));
            stop.completedAt = stop.isOpen() ? QDateTime() : at(14, random.bounded(59));
            stop.where = random.bounded(3) == 0 ? QGeoCoordinate() : stop.where;
            batch.stops.written.append(stop);
        }
        for (int i = random.bounded(3); i > 0; --i)
            batch.stops.removed.append(stopId(random.bounded(160)));
        auto route = day.routes.written.at(random.bounded(8));
        route.stops.removeIf([&random](const StopId &) { return random.bounded(4) == 0; });
        batch.routes.written.append(route);
        auto forecast = day.forecasts.written.at(random.bounded(8));
        forecast.state = static_cast<Forecast::State>(random.bounded(5));
        forecast.slack = std::chrono::seconds(random.bounded(2'000) - 1'000);
        batch.forecasts.written.append(forecast);
        auto driver = day.drivers.written.at(random.bounded(8));
        driver.name += QString::number(random.bounded(10));
        batch.drivers.written.append(driver);
        if (random.bounded(6) == 0)
            batch.routes.removed.append(routeId(random.bounded(8)));
        batch.fixes = day.fixes;
        return batch;
    }

    static void readEverything(const QAbstractItemModel &model)
    {
        const auto roles = model.roleNames();
        for (int row = 0; row < model.rowCount(); ++row) {
            for (int column = 0; column < model.columnCount(); ++column) {
                for (const auto role : roles.keys())
                    (void)model.index(row, column).data(role);
            }
        }
    }
};

QTEST_MAIN(EveryModelTest)
#include "tst_everymodel.moc"
