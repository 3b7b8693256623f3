// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/desk/decisions.h"
#include "tests/app/workeddesk.h"
#include "widgets/attention/attentionpane.h"
#include "widgets/attention/detailspane.h"
#include "widgets/attention/nextstoprow.h"
#include "widgets/map/mapscenes.h"
#include "widgets/map/mapview.h"
#include "widgets/orders/stopspane.h"
#include "widgets/routes/routespane.h"
#include "widgets/shell/resultspanel.h"

#include <QDockWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>

using namespace Doorstep;
using namespace Qt::StringLiterals;

class HandlingTest : public Test::WorkedDesk
{
    Q_OBJECT

private Q_SLOTS:
    void holdsByKeyAndTakesBackByKey()
    {
        const auto stop = openStop(0);
        select({stop});
        QTest::keyClick(&m_place->window(), Qt::Key_H);
        QTRY_VERIFY(shown(stop).held);
        QTRY_VERIFY(toasts().newest());
        QVERIFY(toasts().newest()->text().contains(shown(stop).address.line()));
        QVERIFY(action(u"edit.undo"_s)->text().contains(shown(stop).address.line()));

        QTest::keyClick(&m_place->window(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(!shown(stop).held);
        QTest::keyClick(&m_place->window(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(shown(stop).held);
    }

    void takesBackByTheToastsButton()
    {
        const auto stop = openStop(0);
        select({stop});
        action(u"stop.pin"_s)->trigger();
        QTRY_VERIFY(shown(stop).pinned);
        QTRY_VERIFY(toasts().newest() && toasts().newest()->button()->isVisible());
        QTest::mouseClick(toasts().newest()->button(), Qt::LeftButton);
        QTRY_VERIFY(!shown(stop).pinned);
    }

    void offersToUndoOnlyWhatWasDoneLast()
    {
        select({openStop(0)});
        action(u"stop.pin"_s)->trigger();
        QTRY_COMPARE(toasts().all().size(), 1);
        action(u"stop.hold"_s)->trigger();
        QTRY_COMPARE(toasts().all().size(), 2);
        QVERIFY(toasts().all().first()->button()->isHidden());
        QVERIFY(!toasts().all().last()->button()->isHidden());
    }

    void keepsAToastWhileItHasTheFocus()
    {
        toasts().tell(Toast::Tone::Done, u"Done"_s, u"Undo"_s);
        auto *toast = toasts().newest();
        toast->setPatience(std::chrono::milliseconds(20));
        QTest::keyClick(&m_place->window(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(toast->button()->hasFocus());
        QSignalSpy over(toast, &Toast::over);
        QVERIFY(!over.wait(100));
        QTest::mouseMove(&m_place->window(), {5, 5});
        m_place->window().findChild<RoutesPane *>()->list()->setFocus();
        QTRY_COMPARE(over.count(), 1);
    }

    void movesWithinTheRouteByKey()
    {
        const auto route = Test::routeId(2);
        const auto before = m_store->fleet.routes().find(route)->stops;
        const auto stop = before.at(before.size() - 2);
        QVERIFY(shown(stop).isOpen());
        select({stop});
        QTest::keyClick(&m_place->window(), Qt::Key_Down, Qt::AltModifier);
        QTRY_COMPARE(m_store->fleet.routes().find(route)->stops.last(), stop);
        QTest::keyClick(&m_place->window(), Qt::Key_Home, Qt::AltModifier);
        QTRY_COMPARE(m_store->fleet.routes().find(route)->stops.indexOf(stop),
                     m_place->handling().firstOpenPlace(route));
        QVERIFY(!action(u"stop.earlier"_s)->isEnabled());
        QVERIFY(!action(u"stop.earlier"_s)->toolTip().isEmpty());
    }

    void saysWhyWhatCannotBeDoneCannotBeDone()
    {
        const auto done = doneStop();
        select({done});
        for (const auto &id : {u"stop.pin"_s, u"stop.hold"_s, u"stop.unassign"_s, u"stop.calloff"_s}) {
            QVERIFY2(!action(id)->isEnabled(), qPrintable(id));
            QVERIFY2(!action(id)->statusTip().isEmpty(), qPrintable(id));
        }
    }

    void disablesWhatARoleMayNotDo()
    {
        signIn(User::Role::Support);
        select({openStop(0)});
        QTRY_VERIFY(action(u"stop.hold"_s)->isEnabled());
        QVERIFY(!action(u"stop.pin"_s)->isEnabled());
        QVERIFY(action(u"stop.pin"_s)->statusTip().contains(u"dispatcher"_s));
    }

    void actsOnManyAndSaysWhatBecameOfEach()
    {
        const auto open = openStop(0);
        const auto other = openStop(1);
        const auto done = doneStop();
        select({open, other, done});
        action(u"stop.hold"_s)->trigger();
        auto &panel = m_place->handling().results();
        QTRY_VERIFY(shown(open).held && shown(other).held);
        QVERIFY(panel.isVisible());
        QCOMPARE(panel.lines().size(), 3);
        QCOMPARE(panel.lines().first().mark, ResultsPanel::Mark::Refused); // those first
        QVERIFY(!panel.lines().first().words.isEmpty());
        QTRY_COMPARE(panel.lines().last().mark, ResultsPanel::Mark::Waiting); // nobody has answered
        QVERIFY(toasts().newest()->text().startsWith(u"Only 2 of 3"_s));

        action(u"edit.undo"_s)->trigger(); // one step for all
        QTRY_VERIFY(!shown(open).held && !shown(other).held);
    }

    void offersTheSameMenuEverywhere()
    {
        select({openStop(0)});
        QMenu menu;
        m_place->handlingActions().fill(menu);
        QSet<QString> offered;
        for (const auto *entry : menu.actions())
            offered.insert(entry->objectName());
        for (const auto &id : {u"stop.unassign"_s, u"stop.pin"_s, u"stop.hold"_s, u"stop.delivered"_s, u"stop.again"_s,
                               u"stop.reschedule"_s, u"stop.calloff"_s, u"stop.edit"_s, u"stop.note"_s})
            QVERIFY2(offered.contains(id), qPrintable(id));
        QVERIFY(menu.toolTipsVisible());
    }

    void givesAStopToARouteByTheMenu()
    {
        const auto stop = openStop(0);
        select({stop});
        QMenu menu;
        m_place->handlingActions().fillRoutes(menu);
        auto *choice = choiceOf(menu, Test::routeId(5));
        QVERIFY(choice && choice->isEnabled());
        choice->trigger();
        QTRY_COMPARE(shown(stop).route, Test::routeId(5));
    }

    void dragsABarOfTheTimelineToAnotherRoute()
    {
        auto *view = m_place->window().findChild<TimelineView *>();
        const auto stop = openStop(0);
        const auto to = Test::routeId(5);
        view->select(stop);
        const auto goal = placeIn(*view, to);
        QVERIFY(view->barAt(view->barRect(stop).center()));
        drag(*view->viewport(), view->barRect(stop).center(), *view->viewport(), goal);
        QTRY_COMPARE(shown(stop).route, to);
        QTRY_VERIFY(toasts().newest());
    }

    void dragsARowOfTheTableToARouteCard()
    {
        auto *dock = m_place->window().workbench().dock(u"stops"_s); // beside the routes of this arrangement
        dock->show();
        dock->raise();
        auto *table = m_place->window().findChild<StopsPane *>()->table();
        QTRY_VERIFY(table->isVisible());
        const auto stop = openStop(0);
        select({stop});
        const auto row = rowOf(*table, StopListModel::StopIdRole, stop.toString());
        QVERIFY(row.isValid());
        table->scrollTo(row);
        auto *list = m_place->window().findChild<RoutesPane *>()->list();
        QTRY_VERIFY(list->isVisible());
        const auto card = rowOf(*list, RouteListModel::RouteIdRole, Test::routeId(5).toString());
        list->scrollTo(card);
        QVERIFY(list->viewport()->rect().contains(list->visualRect(card).center()));
        QVERIFY(table->viewport()->rect().contains(table->visualRect(row).center()));
        const auto &window = m_place->window();
        QTRY_COMPARE(window.childAt(list->viewport()->mapTo(&window, list->visualRect(card).center())),
                     list->viewport()); // laid out
        drag(*table->viewport(), table->visualRect(row).center(), *list->viewport(), list->visualRect(card).center());
        QTRY_COMPARE(shown(stop).route, Test::routeId(5));
    }

    void dragsAStopOfTheMapToADriver()
    {
        auto &map = m_place->map();
        const auto stop = openStop(0);
        select({stop});
        // The driver in the middle, and the stop in sight.
        const auto where = m_store->fleet.trails().last(m_store->fleet.routes().find(Test::routeId(5))->driver)->where;
        double zoom = 15;
        const auto isInSight = [&] {
            map.setCamera({.centre = where, .zoom = zoom -= 0.25});
            const auto at = map.pixelOf(stop);
            return at && map.rect().adjusted(20, 20, -60, -60).contains(at->toPoint());
        };
        QTRY_VERIFY(isInSight());
        const auto from = map.pixelOf(stop)->toPoint();
        const auto goal = map.rect().center();
        QTRY_VERIFY(map.driverAt(goal).isValid()); // whoever of those near is the nearest
        const auto to = m_store->fleet.routeOf(map.driverAt(goal))->id;
        QVERIFY(to != shown(stop).route);
        QTRY_COMPARE(map.stopAt(from), stop);
        drag(map, from, map, goal);
        QTRY_COMPARE(shown(stop).route, to);
        QTRY_VERIFY(toasts().newest());
        // What waits for the backend has its mark on the map, too.
        QTRY_VERIFY(m_store->overlay.isWaiting(Subject::of(stop)));
        const auto markers = stopMarkers(m_store->fleet, m_store->concerns, &m_store->overlay);
        QVERIFY(std::ranges::find(markers, stop, &StopMarker::id)->waiting);
        QVERIFY(std::ranges::count(markers, true, &StopMarker::waiting) < markers.size());
    }

    void dragsAnAttentionCardToARouteCard()
    {
        auto *cards = m_place->window().findChild<AttentionPane *>()->list();
        const auto stop = openStop(0);
        auto lost = shown(stop);
        lost.where = {};
        Batch batch;
        batch.stops.written = {lost};
        m_store->overlay.apply(batch);
        const auto card = rowOf(*cards, AttentionListModel::StopIdRole, stop.toString());
        QVERIFY(card.isValid());
        cards->scrollTo(card);
        auto *list = m_place->window().findChild<RoutesPane *>()->list();
        const auto route = rowOf(*list, RouteListModel::RouteIdRole, Test::routeId(5).toString());
        list->scrollTo(route);
        QTRY_VERIFY(cards->viewport()->rect().contains(cards->visualRect(card).center()));
        drag(*cards->viewport(), cards->visualRect(card).center(), *list->viewport(), list->visualRect(route).center());
        QTRY_COMPARE(shown(stop).route, Test::routeId(5));
    }

    void dragsANextStopOfTheDetailsToARouteCard()
    {
        m_store->selection.selectRoute(Test::routeId(0));
        auto *row = m_place->window().findChild<DetailsPane *>()->nextRows().first();
        QTRY_VERIFY(row->isVisible());
        const auto stop = row->stop();
        auto *list = m_place->window().findChild<RoutesPane *>()->list();
        const auto route = rowOf(*list, RouteListModel::RouteIdRole, Test::routeId(5).toString());
        list->scrollTo(route);
        QTRY_VERIFY(list->viewport()->rect().contains(list->visualRect(route).center()));
        drag(*row, row->rect().center(), *list->viewport(), list->visualRect(route).center());
        QTRY_COMPARE(shown(stop).route, Test::routeId(5));
        QVERIFY(!m_store->selection.stop().isValid()); // a drag is no click
    }

    void leavesEverythingWhenADragIsGivenUp()
    {
        auto *view = m_place->window().findChild<TimelineView *>();
        const auto stop = openStop(0);
        const auto was = shown(stop).route;
        auto &surface = *view->viewport();
        view->select(stop);
        const auto from = view->barRect(stop).center();
        const auto goal = placeIn(*view, Test::routeId(5));
        QTest::mousePress(&surface, Qt::LeftButton, {}, from);
        move(surface, from, from + QPoint(30, 0));
        move(surface, from, goal);
        QVERIFY(m_place->dragging().drag().isDragging());
        QVERIFY(m_place->dragging().drag().hint().contains(nameOf(Test::routeId(5))));
        QTest::keyClick(&m_place->window(), Qt::Key_Escape);
        QVERIFY(!m_place->dragging().drag().isDragging());
        QTest::mouseRelease(&surface, Qt::LeftButton, {}, goal);
        QCOMPARE(shown(stop).route, was);
        QVERIFY(!QApplication::overrideCursor());
        QVERIFY(toasts().all().isEmpty());
    }

    void refusesToDragWhatIsDoneAndSaysWhy()
    {
        auto *view = m_place->window().findChild<TimelineView *>();
        const auto stop = doneStop();
        auto &surface = *view->viewport();
        view->select(stop);
        const auto from = view->barRect(stop).center();
        const auto goal = placeIn(*view, Test::routeId(5));
        QTest::mousePress(&surface, Qt::LeftButton, {}, from);
        move(surface, from, goal);
        QVERIFY(m_place->dragging().drag().isDragging());
        QCOMPARE(QApplication::overrideCursor()->shape(), Qt::ForbiddenCursor);
        QVERIFY(m_place->dragging().drag().hint().contains(u"done"_s));
        const auto was = shown(stop).route;
        QTest::mouseRelease(&surface, Qt::LeftButton, {}, goal);
        QCOMPARE(shown(stop).route, was);
    }

    void saysThatItCannotBeUndoneOnceTheDriverHasActed()
    {
        const auto id = openStop(0);
        select({id});
        m_place->handling().perform(u"Called it off"_s, Decisions::cancel(id));
        QTRY_COMPARE(shown(id).status, Stop::Status::Cancelled);
        auto stop = shown(id);
        stop.status = Stop::Status::Delivered;
        stop.completedAt = Test::at(14, 8);
        Batch batch;
        batch.stops.written = {stop};
        m_store->overlay.forgetAll(); // the backend has taken it, and then the driver delivered all the same
        m_store->overlay.apply(batch);
        action(u"edit.undo"_s)->trigger();
        QTRY_VERIFY(toasts().newest());
        QTRY_COMPARE(toasts().newest()->tone(), Toast::Tone::Refused);
        QVERIFY(!toasts().newest()->button()->isHidden()); // the honest next step
        QCOMPARE(shown(id).status, Stop::Status::Delivered);
    }
};

QTEST_MAIN(HandlingTest)
#include "tst_handling.moc"
