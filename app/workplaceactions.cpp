// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
// The verbs of a workplace; how it is put together is in workplace.cpp.
#include "app/casework.h"
#include "app/closurework.h"
#include "app/customerwork.h"
#include "app/handlingactions.h"
#include "app/livestore.h"
#include "app/queueviews.h"
#include "app/reroutework.h"
#include "app/workplace.h"
#include "widgets/attention/attentionpane.h"
#include "widgets/attention/detailspane.h"
#include "widgets/map/mapview.h"
#include "widgets/orders/stopspane.h"
#include "widgets/parts/cardlist.h"
#include "widgets/reroute/reroutepane.h"
#include "widgets/routes/routespane.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/workbench.h"
#include "widgets/supervision/casespane.h"
#include "widgets/supervision/driverspane.h"
#include "widgets/timeline/timelinepane.h"
#include "widgets/timeline/timelineview.h"

#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QKeyEvent>
#include <QMenu>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace Doorstep {

void Workplace::addGoActions()
{
    using Menu = ActionList::Menu;
    const auto go = [this](const QString &id, const QString &text, const QKeySequence &key, const QString &icon,
                           auto pane) {
        connect(m_actions.add(id, Menu::Go, text, key, icon), &QAction::triggered, this, pane);
    };
    go(u"go.attention"_s, tr("What needs &attention"), QKeySequence(Qt::Key_E), u"warning"_s,
       [this] { goTo(u"attention"_s, m_attentionPane->list()); });
    go(u"go.map"_s, tr("&Map"), QKeySequence(Qt::Key_G), u"pin"_s, [this] { goTo(u"map"_s, m_map); });
    go(u"go.timeline"_s, tr("&Timeline"), QKeySequence(Qt::Key_T), u"timeline"_s,
       [this] { goTo(u"timeline"_s, &m_timelinePane->view()); });
    go(u"go.routes"_s, tr("&Routes"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R), u"van"_s,
       [this] { goTo(u"routes"_s, m_routesPane->list()); });
    go(u"reroute.go"_s, tr("&Proposal of a rerouting"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B), u"reroute"_s,
       [this] {
           m_window->showPane(u"reroute"_s);
           m_reroutePane->focusChanges();
       });
    go(u"go.stops"_s, tr("&Stops table"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), u"parcel"_s,
       [this] { goTo(u"stops"_s, m_stopsPane->table()); });
    m_actions.addSeparator(Menu::Go);
    go(u"go.next"_s, tr("&Next in the list"), QKeySequence(Qt::Key_J), u"chevron-down"_s,
       [this] { step(Qt::Key_Down); });
    go(u"go.previous"_s, tr("&Previous in the list"), QKeySequence(Qt::Key_K), u"chevron-up"_s,
       [this] { step(Qt::Key_Up); });
    m_actions.addSeparator(Menu::Go);
}

void Workplace::addSelectionActions()
{
    using Menu = ActionList::Menu;
    connect(m_actions.add(u"select.map"_s, Menu::Select, tr("Show on &map"), QKeySequence(Qt::Key_F), u"fit"_s),
            &QAction::triggered, this, &Workplace::fitSelection);
    auto *following = m_actions.add(u"select.follow"_s, Menu::Select, tr("&Follow driver"),
                                    QKeySequence(Qt::SHIFT | Qt::Key_F), u"follow"_s);
    following->setCheckable(true);
    connect(following, &QAction::triggered, this, &Workplace::follow);
    connect(m_actions.add(u"select.copy"_s, Menu::Select, tr("&Copy tracking number"),
                          QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), u"parcel"_s),
            &QAction::triggered, this, &Workplace::copyTrackingNumber);
    connect(m_actions.add(u"select.clear"_s, Menu::Select, tr("C&lear the selection"),
                          QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A), u"close"_s),
            &QAction::triggered, this, [this] { m_store.selection.clear(); });
}

void Workplace::addPaneActions()
{
    using Menu = ActionList::Menu;
    connect(m_actions.add(u"view.all"_s, Menu::View, tr("&Whole day on the map"), QKeySequence(Qt::SHIFT | Qt::Key_G),
                          u"locate"_s),
            &QAction::triggered, this, [this] { m_map->fitAll(); });
    connect(
        m_actions.add(u"view.now"_s, Menu::View, tr("Timeline at the &present"), QKeySequence(Qt::Key_N), u"clock"_s),
        &QAction::triggered, this, [this] { m_timelinePane->view().goToNow(); });
    connect(m_actions.add(u"view.timelinein"_s, Menu::View, tr("Timeline closer"), QKeySequence(Qt::ALT | Qt::Key_Plus),
                          u"zoom-in"_s),
            &QAction::triggered, this, [this] { m_timelinePane->view().zoom(0.8); });
    connect(m_actions.add(u"view.timelineout"_s, Menu::View, tr("Timeline farther"),
                          QKeySequence(Qt::ALT | Qt::Key_Minus), u"zoom-out"_s),
            &QAction::triggered, this, [this] { m_timelinePane->view().zoom(1.25); });
    auto *compact = m_actions.add(u"view.compact"_s, Menu::View, tr("&Compact tables"),
                                  QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T));
    compact->setCheckable(true);
    connect(compact, &QAction::toggled, this, [this](bool on) {
        m_stopsPane->setCompact(on);
        m_driversPane->setCompact(on);
        m_casesPane->setCompact(on);
    });
    m_actions.addSeparator(Menu::View);
    connect(m_actions.add(u"view.exportstops"_s, Menu::View, tr("Export &stops as CSV…"),
                          QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), u"download"_s),
            &QAction::triggered, this, [this] { m_stopsPane->exportTable(); });
    connect(m_actions.add(u"view.exportdrivers"_s, Menu::View, tr("Export &drivers as CSV…"),
                          QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_X), u"download"_s),
            &QAction::triggered, this, [this] { m_driversPane->exportTable(); });
    connect(
        m_actions.add(u"view.exportcases"_s, Menu::View, tr("Export the &kinds of cases as CSV…"), {}, u"download"_s),
        &QAction::triggered, this, [this] { m_casesPane->exportTable(); });
    m_actions.addSeparator(Menu::View);
}

// A pane that this arrangement hides comes beside the others, where the person left it last.
void Workplace::goTo(const QString &pane, QWidget *focus)
{
    m_window->showWorkbench();
    if (auto *dock = m_window->workbench().dock(pane)) {
        dock->show();
        dock->raise();
    }
    if (pane == "attention"_L1)
        m_attentionPane->begin();
    else
        focus->setFocus(Qt::ShortcutFocusReason);
}

void Workplace::focusMainList(Arrangement arrangement)
{
    const auto *focused = QApplication::focusWidget();
    if (!m_window->isActiveWindow() || (focused && m_window->workbench().isAncestorOf(focused) && focused->isVisible()))
        return;
    switch (arrangement) {
    case Arrangement::Dispatch:
        m_attentionPane->list()->setFocus(Qt::OtherFocusReason);
        break;
    case Arrangement::Support:
        m_stopsPane->table()->setFocus(Qt::OtherFocusReason);
        break;
    case Arrangement::Reroute:
        m_routesPane->list()->setFocus(Qt::OtherFocusReason);
        break;
    case Arrangement::Supervise:
        m_driversPane->table()->setFocus(Qt::OtherFocusReason);
        break;
    }
}

// J and K move in the list that has the focus; from anywhere else in the first list that is shown.
void Workplace::step(int key)
{
    QWidget *target = QApplication::focusWidget();
    if (!qobject_cast<QAbstractItemView *>(target) && !qobject_cast<TimelineView *>(target)) {
        const std::initializer_list<QWidget *> lists{m_routesPane->list(), m_attentionPane->list(),
                                                     m_stopsPane->table(), m_driversPane->table()};
        const auto shown = std::ranges::find_if(lists, &QWidget::isVisible);
        if (shown == lists.end())
            return;
        target = *shown;
        target->setFocus(Qt::ShortcutFocusReason);
    }
    QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier);
    QApplication::sendEvent(target, &press);
}

void Workplace::fitSelection()
{
    m_map->followDriver({});
    m_map->fitSelection();
}

void Workplace::follow(bool on)
{
    m_map->followDriver(on ? m_store.selection.driver() : DriverId());
    showSelection();
}

void Workplace::copyTrackingNumber()
{
    if (const auto number = trackingNumber(); !number.isEmpty())
        QApplication::clipboard()->setText(number);
}

void Workplace::openContextMenu(QPoint globalPosition)
{
    auto *menu = new QMenu(m_window.get());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_handlingActions->fill(*menu);
    m_casework->refresh();
    m_rerouteWork->fill(*menu);
    m_customerWork->fill(*menu);
    m_closureWork->fill(*menu);
    m_casework->fill(*menu);
    m_queueViews->fill(*menu);
    menu->popup(globalPosition);
}

void Workplace::filterBy(TopBar::Figure figure)
{
    using Filter = RouteFilterModel::Filter;
    auto &bench = m_window->workbench();
    switch (figure) {
    case TopBar::Figure::Delivered:
        bench.showArrangement(Arrangement::Support);
        m_stopsPane->setFilter(StopListModel::Filter::Done);
        goTo(u"stops"_s, m_stopsPane->table());
        break;
    case TopBar::Figure::OnTime:
        bench.showArrangement(Arrangement::Supervise);
        goTo(u"drivers"_s, m_driversPane->table());
        break;
    case TopBar::Figure::AtRisk:
        m_routesPane->setFilter(Filter::AtRisk);
        goTo(u"routes"_s, m_routesPane->list());
        break;
    case TopBar::Figure::Exceptions:
        goTo(u"attention"_s, m_attentionPane->list());
        break;
    case TopBar::Figure::Drivers:
        m_routesPane->setFilter(m_store.figures.current().silentDrivers > 0 && m_routes.filter() != Filter::Silent
                                    ? Filter::Silent
                                    : Filter::All);
        goTo(u"routes"_s, m_routesPane->list());
        break;
    }
}

} // namespace Doorstep
