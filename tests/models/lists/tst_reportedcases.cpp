// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
// Cases that only the backend sees, in the queue beside those that the console sees for itself.
#include "models/lists/attentionfiltermodel.h"
#include "models/lists/attentionlistmodel.h"
#include "models/store/cause.h"
#include "models/store/fleet.h"
#include "models/store/selection.h"
#include "tests/support/days.h"
#include "tests/support/samples.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A day of one route with two open stops that are on time.
Batch calmDay()
{
    auto batch = someDay(1, 2);
    for (auto &stop : batch.stops.written) {
        stop.status = Stop::Status::Planned;
        stop.window.to = at(23);
    }
    return batch;
}

Exception reported(const QString &kind, const Subject &about)
{
    Exception exception{.id = exceptionIdOf(kind, about, u"x"_s), .kind = kind, .about = about};
    exception.route = routeId(0);
    return exception;
}

QStringList keys(const QAbstractItemModel &model)
{
    QStringList keys;
    for (int row = 0; row < model.rowCount(); ++row)
        keys.append(model.index(row, 0).data(AttentionListModel::KeyRole).toString());
    return keys;
}

QString keyOf(const Exception &exception)
{
    return u"case:"_s + exception.id.toString();
}

void apply(Fleet &fleet, const QList<Exception> &exceptions)
{
    Batch batch;
    batch.exceptions.written = exceptions;
    fleet.apply(batch);
}

} // namespace

class ReportedCasesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fleet = std::make_unique<Fleet>();
        m_concerns = std::make_unique<Concerns>(*m_fleet);
        m_attention = std::make_unique<AttentionListModel>(*m_fleet, *m_concerns);
        m_cases = std::make_unique<AttentionFilterModel>(*m_attention);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_attention.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_fleet->apply(calmDay());
        QCOMPARE(m_attention->rowCount(), 0);
    }

    void cleanup()
    {
        m_tester.reset();
        m_cases.reset();
        m_attention.reset();
        m_concerns.reset();
        m_fleet.reset();
    }

    void areShownByWhenTheyBecomeTooLate()
    {
        auto unsure = reported(u"address_unsure"_s, Subject::of(stopId(1)));
        unsure.dueAt = at(14);
        unsure.chancePercent = 40;
        const auto battery = reported(u"battery"_s, Subject::of(routeId(0)));
        const auto derived = reported(u"late"_s, Subject::of(stopId(1))); // consoles see it for themselves
        apply(*m_fleet, {battery, unsure, derived});
        QCOMPARE(keys(*m_attention), (QStringList{keyOf(unsure), keyOf(battery)}));
        const auto first = m_attention->index(0);
        QCOMPARE(first.data(AttentionListModel::StopIdRole), u"stop-1"_s);
        QCOMPARE(first.data(AttentionListModel::ExceptionIdRole), unsure.id.toString());
        QCOMPARE(first.data(AttentionListModel::CaseRole).value<Exception>(), unsure);
        QCOMPARE(first.data(AttentionListModel::DueAtRole), at(14));
        QCOMPARE(m_attention->index(1).data(AttentionListModel::DriverNameRole), u"Carla Núñez"_s);
        QVERIFY(m_attention->index(1).data(AttentionListModel::StopIdRole).toString().isEmpty());
    }

    void stayWhereThePersonClosedThemAndGoWhenTheyClear()
    {
        auto byPerson = reported(u"battery"_s, Subject::of(routeId(0)));
        auto byItself = reported(u"off_route"_s, Subject::of(routeId(0)));
        apply(*m_fleet, {byPerson, byItself});
        QCOMPARE(m_cases->count(AttentionFilterModel::Filter::Open), 2);
        byPerson.status = Exception::Status::Closed;
        byItself.status = Exception::Status::Closed;
        byItself.isCleared = true;
        apply(*m_fleet, {byPerson, byItself});
        QCOMPARE(keys(*m_attention), QStringList{keyOf(byPerson)});
        QCOMPARE(m_cases->count(AttentionFilterModel::Filter::Open), 0);
        QCOMPARE(m_cases->count(AttentionFilterModel::Filter::Closed), 1);
    }

    void areToldApartFromOthersAboutTheSameStop()
    {
        auto failed = m_fleet->stops().at(1);
        failed.status = Stop::Status::Failed;
        failed.completedAt = at(12);
        Batch batch;
        batch.stops.written = {failed};
        m_fleet->apply(batch);
        const auto far = reported(u"address_far"_s, Subject::of(failed.id));
        const auto unsure = reported(u"address_unsure"_s, Subject::of(failed.id));
        apply(*m_fleet, {far, unsure});
        QCOMPARE(m_attention->rowCount(), 3);
        const auto chosen = [this](const Selection &selection) {
            return m_attention->indexOf(selection).data(AttentionListModel::KeyRole).toString();
        };

        Selection selection(*m_fleet);
        QSignalSpy changed(&selection, &Selection::changed);
        selection.selectException(unsure.id, failed.id, routeId(0));
        QCOMPARE(chosen(selection), keyOf(unsure));
        QCOMPARE(selection.stop(), failed.id); // it is selected everywhere
        selection.selectException(far.id, failed.id, routeId(0));
        QCOMPARE(changed.count(), 2);
        QCOMPARE(chosen(selection), keyOf(far));
        selection.selectStop(failed.id); // on the map, say
        QCOMPARE(changed.count(), 3);
        QCOMPARE(chosen(selection), u"stop:"_s + failed.id.toString());

        // A case that has gone leaves the stop's others.
        selection.selectException(far.id, failed.id, routeId(0));
        Batch gone;
        gone.exceptions.removed = {far.id};
        m_fleet->apply(gone);
        QCOMPARE(chosen(selection), u"stop:"_s + failed.id.toString());
    }

    void areFoundFromTheStopOrTheRouteThatTheyAreAbout()
    {
        const auto unsure = reported(u"address_unsure"_s, Subject::of(stopId(1)));
        const auto battery = reported(u"battery"_s, Subject::of(routeId(0)));
        apply(*m_fleet, {unsure, battery});
        Selection selection(*m_fleet);
        selection.selectStop(stopId(1));
        QCOMPARE(m_attention->indexOf(selection).data(AttentionListModel::KeyRole), keyOf(unsure));
        selection.selectRoute(routeId(0));
        QCOMPARE(m_attention->indexOf(selection).data(AttentionListModel::KeyRole), keyOf(battery));
        selection.selectStop(stopId(0));
        QVERIFY(!m_attention->indexOf(selection).isValid());
        selection.clear();
        QVERIFY(!m_attention->indexOf(selection).isValid());
    }

    void readDifferentlyWhenTheirStopDoes()
    {
        const auto unsure = reported(u"address_unsure"_s, Subject::of(stopId(1)));
        apply(*m_fleet, {unsure});
        QSignalSpy told(m_attention.get(), &QAbstractItemModel::dataChanged);
        auto renamed = *m_fleet->stops().find(stopId(1));
        renamed.customer = u"Somebody Else"_s;
        Batch batch;
        batch.stops.written = {renamed};
        m_fleet->apply(batch);
        QCOMPARE(told.count(), 1);
        QCOMPARE(m_attention->index(0).data(AttentionListModel::CustomerRole), u"Somebody Else"_s);
    }

    void areShownOnceWhatTheyAreAboutIsKnown()
    {
        Fleet fleet;
        Concerns concerns(fleet);
        const AttentionListModel attention(fleet, concerns);
        const auto unsure = reported(u"address_unsure"_s, Subject::of(stopId(1)));
        const auto battery = reported(u"battery"_s, Subject::of(routeId(0)));
        apply(fleet, {unsure, battery});
        QCOMPARE(attention.rowCount(), 0);
        fleet.apply(calmDay());
        QCOMPARE(attention.rowCount(), 2);

        Batch gone;
        gone.stops.removed = {stopId(1)};
        fleet.apply(gone);
        QCOMPARE(keys(attention), QStringList{keyOf(battery)});
        gone = {};
        gone.routes.removed = {routeId(0)};
        fleet.apply(gone);
        QCOMPARE(attention.rowCount(), 0);
        QVERIFY(concerns.of(Subject::of(routeId(0))).isEmpty());
    }

    void standForWhatTheySayForMany()
    {
        Batch late;
        late.stops.written = {m_fleet->stops().at(0), m_fleet->stops().at(1)};
        late.forecasts.written = {*m_fleet->forecastOf(routeId(0))};
        late.forecasts.written[0].stops.clear();
        for (auto &stop : late.stops.written) {
            stop.window.to = at(13);
            StopForecast forecast;
            forecast.stop = stop.id;
            forecast.expectedArrival = at(14);
            forecast.lateArrival = at(14, 10);
            late.forecasts.written[0].stops.append(forecast);
        }
        m_fleet->apply(late);
        QCOMPARE(m_cases->rowCount(), 2);

        auto whole = reported(u"route_late"_s, Subject::of(routeId(0)));
        apply(*m_fleet, {whole});
        QCOMPARE(keys(*m_cases), QStringList{keyOf(whole)});
        QCOMPARE(m_cases->count(AttentionFilterModel::Filter::Open), 1);
        QCOMPARE(partsOf(*m_concerns->all().constFind(Subject::of(whole.id)), *m_concerns, *m_fleet).size(), 2);
        Selection selection(*m_fleet);
        selection.selectStop(stopId(1)); // whose own card is not shown
        QCOMPARE(m_cases->indexOf(selection).data(AttentionListModel::KeyRole), keyOf(whole));
        m_cases->setView({.kind = u"late"_s});
        QCOMPARE(m_cases->rowCount(), 2); // asked for, they are shown
        m_cases->setView({});

        whole.status = Exception::Status::Closed;
        apply(*m_fleet, {whole});
        QCOMPARE(m_cases->count(AttentionFilterModel::Filter::Open), 2);
        QCOMPARE(m_cases->rowCount(), 2);
    }

    void standBehindWhatTheyWereMergedInto()
    {
        using Filter = AttentionFilterModel::Filter;
        auto stopped = reported(u"stopped"_s, Subject::of(routeId(0)));
        auto battery = reported(u"battery"_s, Subject::of(routeId(0)));
        auto unsure = reported(u"address_unsure"_s, Subject::of(stopId(1)));
        battery.mergedInto = stopped.id;
        unsure.mergedInto = battery.id; // a part of a part
        apply(*m_fleet, {stopped, battery, unsure});
        QCOMPARE(keys(*m_cases), QStringList{keyOf(stopped)});
        QCOMPARE(m_cases->count(Filter::Open), 1);
        QCOMPARE(m_cases->index(0, 0).data(AttentionListModel::PartsRole).toInt(), 1);
        Selection selection(*m_fleet);
        selection.selectException(unsure.id, stopId(1), routeId(0));
        QCOMPARE(m_cases->indexOf(selection).data(AttentionListModel::KeyRole), keyOf(stopped));

        stopped.status = Exception::Status::Closed;
        stopped.resolution = u"A break"_s;
        apply(*m_fleet, {stopped});
        QCOMPARE(m_cases->count(Filter::Open), 1); // the part goes on by itself, and stands for its own
        QCOMPARE(keys(*m_cases), QStringList{keyOf(battery)});

        battery.mergedInto = ExceptionId(u"nobody-knows"_s); // of another day, or not here yet
        apply(*m_fleet, {battery});
        QCOMPARE(keys(*m_cases), QStringList{keyOf(battery)});
    }

    void areFoundWhereTheyWereEscalatedAndFollowed()
    {
        using Filter = AttentionFilterModel::Filter;
        const UserId ana(u"ana"_s);
        m_cases->setPerson(ana);
        auto stopped = reported(u"stopped"_s, Subject::of(routeId(0)));
        auto battery = reported(u"battery"_s, Subject::of(routeId(0)));
        stopped.escalation = Exception::Escalation::Raised;
        battery.escalation = Exception::Escalation::Lowered;
        battery.followers = {UserId(u"leo"_s), ana};
        battery.owner = UserId(u"leo"_s);
        apply(*m_fleet, {stopped, battery});
        QCOMPARE(m_cases->count(Filter::Escalated), 1);
        QCOMPARE(m_cases->count(Filter::Followed), 1);
        m_cases->setView({.filter = Filter::Escalated});
        QCOMPARE(keys(*m_cases), QStringList{keyOf(stopped)});
        m_cases->setView({.filter = Filter::Followed});
        QCOMPARE(keys(*m_cases), QStringList{keyOf(battery)});
        m_cases->setPerson(UserId(u"eva"_s));
        QCOMPARE(m_cases->rowCount(), 0);
        m_cases->setView({});
    }

    void ofAnotherDayAreNotShown()
    {
        auto yesterday = reported(u"address_unsure"_s, Subject::of(stopId(1)));
        apply(*m_fleet, {yesterday});
        QCOMPARE(m_attention->rowCount(), 1);
        m_fleet->setDay(QDate(1999, 12, 31));
        QCOMPARE(m_attention->rowCount(), 0);
        m_fleet->setDay({});
        QCOMPARE(m_attention->rowCount(), 1);
    }

private:
    std::unique_ptr<Fleet> m_fleet;
    std::unique_ptr<Concerns> m_concerns;
    std::unique_ptr<AttentionListModel> m_attention;
    std::unique_ptr<AttentionFilterModel> m_cases;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(ReportedCasesTest)
#include "tst_reportedcases.moc"
