// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/clock.h"
#include "models/domain/exception.h"
#include "models/lists/notelistmodel.h"
#include "models/store/cause.h"
#include "models/store/fleet.h"
#include "models/store/history.h"
#include "models/store/selection.h"
#include "tests/support/days.h"
#include "tests/support/samples.h"
#include "tests/support/warnings.h"
#include "widgets/attention/caseevidence.h"
#include "widgets/attention/detailspane.h"
#include "widgets/attention/historypage.h"

#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Doorstep;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class StoppedClock : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return Test::at(14, 7); }
};

Exception caseOf(const QString &kind, const Subject &about, const QString &instance = u"x"_s)
{
    Exception exception{.id = exceptionIdOf(kind, about, instance), .kind = kind, .about = about};
    exception.route = Test::routeId(0);
    exception.openedAt = Test::at(13, 30);
    return exception;
}

} // namespace

/// What a case was concluded from, and what is known of the same place and driver.
class CaseEvidenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        Test::failOnOurWarnings();
        m_fleet = std::make_unique<Fleet>();
        m_fleet->apply(Test::someDay(2, 12));
        m_concerns = std::make_unique<Concerns>(*m_fleet);
    }

    void cleanup()
    {
        m_concerns.reset();
        m_fleet.reset();
    }

    void saysWhereItBegan()
    {
        auto off = caseOf(u"off_route"_s, Subject::of(Test::routeId(0)));
        off.where = QGeoCoordinate(-34.9, -56.1);
        off.awayMeters = 740;
        put({off});
        const auto line = lineOf(off, u"It began"_s);
        QVERIFY(line.value.contains(u"740 m"_s));
        QCOMPARE(line.where, off.where);
    }

    void saysWhatDelayedIt()
    {
        auto route = *m_fleet->routes().find(Test::routeId(0));
        route.actualStart = route.scheduledStart.addDuration(22min);
        Batch batch;
        batch.routes.written = {route};
        m_fleet->apply(batch);
        auto late = caseOf(u"route_late"_s, Subject::of(Test::routeId(0)));
        late.chancePercent = 86; // of the whole nothing is said: each window has a chance of its own
        put({late});
        QVERIFY(lineOf(late, u"Likely"_s).value.isEmpty());
        QVERIFY2(lineOf(late, u"Delayed by"_s).value.contains(u"left 22 min late"_s),
                 qPrintable(lineOf(late, u"Delayed by"_s).value));
    }

    void remembersEarlierCasesOfThePlaceAndOthersOfTheDriver()
    {
        const auto here = Subject::of(Test::stopId(1));
        auto own = caseOf(u"address_unsure"_s, here);
        auto before = caseOf(u"missed"_s, here, u"1"_s);
        before.status = Exception::Status::Closed;
        before.resolution = u"Left with <b>Rosa</b>"_s;
        const auto other = caseOf(u"battery"_s, Subject::of(Test::routeId(0)));
        put({own, before, other});
        const auto earlier = lineOf(own, u"Here before"_s);
        QVERIFY(earlier.value.contains(before.resolution));
        QVERIFY(earlier.warns);
        QVERIFY(!earlier.value.contains(u'\n')); // not itself, nor what is elsewhere
        QVERIFY(lineOf(own, u"Same driver"_s).value.contains(u"1"_s));
    }

    void saysNothingWithoutEvidence()
    {
        const auto one = caseOf(u"battery"_s, Subject::of(Test::routeId(0)));
        put({one});
        const auto lines = linesOf(one);
        QVERIFY(lines.isEmpty());
    }

    void listsOnlySoMany()
    {
        const auto here = Subject::of(Test::stopId(1));
        const auto own = caseOf(u"address_unsure"_s, here);
        QList<Exception> all{own};
        for (int i = 0; i < 9; ++i)
            all.append(caseOf(u"missed"_s, here, QString::number(i)));
        put(all);
        QVERIFY(lineOf(own, u"Here before"_s).value.endsWith(u"5 more"_s));
    }

    void showsWhereItBeganOnTheMap()
    {
        auto off = caseOf(u"off_route"_s, Subject::of(Test::routeId(0)));
        off.where = QGeoCoordinate(-34.9, -56.1);
        put({off});
        Selection selection(*m_fleet);
        NoteListModel notes(*m_fleet);
        History history;
        const StoppedClock clock;
        DetailsPane pane(*m_fleet, selection, clock, notes,
                         new HistoryPage(history, [](const AuditEntry &) { return PastDecision(); }, *m_fleet, clock));
        pane.setConcerns(*m_concerns);
        pane.resize(340, 600);
        pane.show();
        selection.selectException(off.id, {}, Test::routeId(0));
        QSignalSpy asked(&pane, &DetailsPane::placeRequested);
        const auto buttons = pane.findChildren<QToolButton *>();
        const auto pin = std::ranges::find_if(
            buttons, [](const QToolButton *one) { return one->accessibleName().contains(u"show on the map"_s); });
        QVERIFY(pin != buttons.end());
        QTest::mouseClick(*pin, Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<QGeoCoordinate>(), off.where);
    }

private:
    void put(const QList<Exception> &all)
    {
        Batch batch;
        batch.exceptions.written = all;
        m_fleet->apply(batch);
    }

    [[nodiscard]] QList<Facts::Line> linesOf(const Exception &exception) const
    {
        const DepotTime time;
        const auto *concern = concernOf(exception.id, *m_concerns, *m_fleet);
        return concern == nullptr
            ? QList<Facts::Line>()
            : CaseEvidence(*m_concerns, *m_fleet, time).of(*concern, m_fleet->exceptions().find(exception.id));
    }

    [[nodiscard]] Facts::Line lineOf(const Exception &exception, const QString &label) const
    {
        const auto lines = linesOf(exception);
        const auto found = std::ranges::find(lines, label, &Facts::Line::label);
        return found == lines.cend() ? Facts::Line() : *found;
    }

    std::unique_ptr<Fleet> m_fleet;
    std::unique_ptr<Concerns> m_concerns;
};

QTEST_MAIN(CaseEvidenceTest)

#include "tst_caseevidence.moc"
