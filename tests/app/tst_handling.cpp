// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/dragging.h"
#include "app/handling.h"
#include "app/handlingactions.h"
#include "app/livestore.h"
#include "app/workplace.h"
#include "models/desk/decisions.h"
#include "tests/support/days.h"
#include "tests/support/samples.h"
#include "tests/support/warnings.h"
#include "widgets/orders/stopspane.h"
#include "widgets/parts/appearance.h"
#include "widgets/parts/cardlist.h"
#include "widgets/routes/routespane.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/resultspanel.h"
#include "widgets/shell/toasts.h"
#include "widgets/shell/workbench.h"
#include "widgets/timeline/timelineview.h"

#include <QApplication>
#include <QDockWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Doorstep;
using namespace Qt::StringLiterals;

class HandlingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_appearance = std::make_unique<Appearance>(*qApp);
        m_appearance->setScheme(Appearance::Scheme::Light);
    }

    void init()
    {
        Test::failOnOurWarnings();
        m_store = std::make_unique<LiveStore>();
        m_store->clock.set(Test::at(14, 7), 0);
        m_store->overlay.apply(Test::someDay(8, 96));
        m_place = std::make_unique<Workplace>(*m_store, *m_appearance);
        m_uplink = std::make_unique<Uplink>(UplinkOptions{.server = {}, .outboxPath = {}});
        m_desk = std::make_unique<Desk>(m_store->fleet, m_store->overlay, m_store->setbacks, *m_uplink, m_store->clock);
        m_uplink->start();
        signIn(User::Role::Admin);
        m_place->setDesk(m_desk.get());
        auto &window = m_place->window();
        window.resize(1600, 1000);
        window.workbench().showArrangement(Arrangement::Dispatch);
        window.showWorkbench();
        window.show();
        window.activateWindow();
        QTRY_VERIFY(window.isActiveWindow());
        QTRY_VERIFY(!m_desk->refusalOf({}));
    }

    void cleanup()
    {
        m_place->setDesk(nullptr);
        m_place.reset();
        m_desk.reset();
        m_uplink.reset();
        m_store.reset();
    }

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

private:
    void signIn(User::Role role)
    {
        const User user{.id = UserId(u"ana-%1"_s.arg(static_cast<int>(role))),
                        .name = u"ana"_s,
                        .fullName = {},
                        .roles = {role},
                        .driver = {}};
        m_desk->setPerson(user);
        m_uplink->setPerson(user, {});
    }

    void select(const QList<StopId> &stops) { m_store->selection.selectStops(stops); }
    [[nodiscard]] QAction *action(const QString &id) { return m_place->actions().find(id); }
    [[nodiscard]] Toasts &toasts() { return m_place->handling().toasts(); }
    [[nodiscard]] const Stop &shown(const StopId &id) { return *m_store->fleet.stops().find(id); }
    [[nodiscard]] QString nameOf(const RouteId &route) { return m_place->handling().nameOf(route); }

    /// An open stop of route \a route, not its last.
    [[nodiscard]] StopId openStop(int route)
    {
        const auto &stops = m_store->fleet.routes().find(Test::routeId(route))->stops;
        for (qsizetype i = m_place->handling().firstOpenPlace(Test::routeId(route)); i < stops.size(); ++i) {
            if (shown(stops.at(i)).status == Stop::Status::Planned && shown(stops.at(i)).where.isValid())
                return stops.at(i);
        }
        return {};
    }

    [[nodiscard]] StopId doneStop()
    {
        for (const auto &stop : m_store->fleet.stops()) {
            if (stop.status == Stop::Status::Delivered)
                return stop.id;
        }
        return {};
    }

    [[nodiscard]] QAction *choiceOf(const QMenu &menu, const RouteId &route)
    {
        for (auto *choice : menu.actions()) {
            if (choice->text().startsWith(nameOf(route)))
                return choice;
        }
        return nullptr;
    }

    [[nodiscard]] static QModelIndex rowOf(const QAbstractItemView &list, int role, const QString &id)
    {
        for (int row = 0; row < list.model()->rowCount(); ++row) {
            const auto index = list.model()->index(row, 0);
            if (index.data(role).toString() == id)
                return index;
        }
        return {};
    }

    /// Late in the row of \a route.
    [[nodiscard]] static QPoint placeIn(const TimelineView &view, const RouteId &route)
    {
        const auto *surface = view.viewport();
        for (int y = 0; y < surface->height(); ++y) {
            const QPoint at(surface->width() - 40, y + 3);
            if (const auto gap = view.gapAt(at); gap && gap->route == route)
                return at;
        }
        qFatal("the route is not in sight");
    }

    /// As a held mouse does: all moves go to where the button went down.
    static void move(QWidget &source, QPoint /*from*/, QPoint to)
    {
        QMouseEvent event(QEvent::MouseMove, QPointF(to), QPointF(source.mapToGlobal(to)), Qt::NoButton, Qt::LeftButton,
                          Qt::NoModifier);
        QCoreApplication::sendEvent(&source, &event);
    }

    void drag(QWidget &source, QPoint from, QWidget &target, QPoint to)
    {
        const auto there = source.mapFromGlobal(target.mapToGlobal(to));
        QTest::mousePress(&source, Qt::LeftButton, {}, from);
        move(source, from, from + QPoint(20, 0));
        move(source, from, there);
        QVERIFY2(QApplication::overrideCursor() && QApplication::overrideCursor()->shape() == Qt::DragMoveCursor,
                 qPrintable(m_place->dragging().drag().hint()));
        QTest::mouseRelease(&source, Qt::LeftButton, {}, there);
    }

    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<LiveStore> m_store;
    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<Uplink> m_uplink;
    std::unique_ptr<Desk> m_desk;
};

QTEST_MAIN(HandlingTest)
#include "tst_handling.moc"
