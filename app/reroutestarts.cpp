// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
// RerouteWork's other half: its actions, and with what a rerouting starts.
#include "app/handling.h"
#include "app/livestore.h"
#include "app/reroutework.h"
#include "models/desk/decisions.h"
#include "models/store/nearroutes.h"
#include "models/store/touched.h"
#include "widgets/reroute/reroutepane.h"
#include "widgets/shell/actionlist.h"
#include "widgets/shell/mainwindow.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

using Menu = ActionList::Menu;

/// Ctrl+Enter ends what one writes; it must not send a plan.
bool isWriting()
{
    const auto *focused = QApplication::focusWidget();
    return qobject_cast<const QLineEdit *>(focused) != nullptr
        || qobject_cast<const QPlainTextEdit *>(focused) != nullptr
        || qobject_cast<const QAbstractSpinBox *>(focused) != nullptr
        || qobject_cast<const QComboBox *>(focused) != nullptr;
}

/// Each route once, and none that is over.
void add(const RouteId &id, Rerouting &asked, const Fleet &fleet)
{
    const auto *route = fleet.routes().find(id);
    if (route == nullptr || route->status == Route::Status::Finished || asked.routes.contains(id))
        return;
    asked.depot = route->depot;
    asked.routes.append(id);
}

} // namespace

void RerouteWork::addActions()
{
    m_actions.addSeparator(Menu::Driver);
    const auto add = [this](const QString &id, const QString &text, const QKeySequence &key, const QString &icon,
                            auto what) {
        connect(m_actions.add(id, Menu::Driver, text, key, icon), &QAction::triggered, this, what);
    };
    add(u"reroute.start"_s, tr("&Reroute what is selected"), QKeySequence(Qt::Key_R), u"reroute"_s,
        [this] { startWithSelection(); });
    add(u"reroute.rescue"_s, tr("Re&scue this route"), QKeySequence(Qt::SHIFT | Qt::Key_R), u"reroute"_s,
        [this] { rescue(m_store.selection.route()); });
    add(u"reroute.breakdown"_s, tr("Break&down: give all stops to others"), {}, u"van"_s,
        [this] { startWithLeaving(false); });
    add(u"reroute.sick"_s, tr("Driver is sic&k: give all stops to others"), {}, u"user"_s,
        [this] { startWithLeaving(true); });
    m_actions.addSeparator(Menu::Edit);
    const auto addEdit = [this](const QString &id, const QString &text, const QKeySequence &key, const QString &icon,
                                auto what) {
        connect(m_actions.add(id, Menu::Edit, text, key, icon), &QAction::triggered, this, what);
    };
    addEdit(u"reroute.send"_s, tr("S&end the proposal to the drivers"), QKeySequence(Qt::CTRL | Qt::Key_Return),
            u"send"_s, [this] { send(); });
    auto *proposed = m_actions.add(u"reroute.proposed"_s, Menu::View, tr("&Proposed instead of now on the map"),
                                   QKeySequence(Qt::Key_B), u"layers"_s);
    proposed->setCheckable(true);
    proposed->setChecked(true);
    connect(proposed, &QAction::toggled, this, [this](bool on) {
        m_isPlannedShown = on;
        m_pane->setProposedShown(on);
        showOnMap();
    });
    addEdit(u"reroute.stop"_s, tr("S&top searching, keep the best so far"), {}, u"close"_s, [this] {
        if (m_proposals)
            m_proposals->stop();
    });
    addEdit(u"reroute.discard"_s, tr("Dis&card the proposal"), {}, u"close"_s, [this] { discard(); });
    connect(qApp, &QApplication::focusChanged, this, &RerouteWork::refresh);
}

void RerouteWork::refresh()
{
    if (m_pane == nullptr || m_handling->isLocked())
        return;
    const bool canDecide = m_desk != nullptr && m_desk->person() && m_desk->mayDecide(ArrangeRoutes());
    const auto &selection = m_store.selection;
    const auto *route = m_store.fleet.routes().find(selection.route());
    const bool isDriven = route != nullptr && route->status != Route::Status::Finished;
    const auto allow = [this](const QString &id, bool can) { m_actions.find(id)->setEnabled(can); };
    allow(u"reroute.start"_s, canDecide && !selection.isEmpty());
    for (const auto &id : {u"reroute.rescue"_s, u"reroute.breakdown"_s, u"reroute.sick"_s})
        allow(id, canDecide && isDriven);
    allow(u"reroute.send"_s, canDecide && m_pane->canSend() && !isWriting());
    allow(u"reroute.proposed"_s, m_current >= 0);
    allow(u"reroute.stop"_s, isSearchingForCurrent());
    allow(u"reroute.discard"_s, !m_asked.routes.isEmpty());
}

void RerouteWork::fill(QMenu &menu)
{
    refresh();
    if (!m_actions.find(u"reroute.start"_s)->isEnabled())
        return;
    menu.addSeparator();
    for (const auto &id : {u"reroute.start"_s, u"reroute.rescue"_s, u"reroute.breakdown"_s, u"reroute.sick"_s}) {
        if (auto *action = m_actions.find(id); action->isEnabled())
            menu.addAction(action);
    }
}

/// The routes that the chosen closure gets in the way of.
void RerouteWork::addTouched(Rerouting &asked) const
{
    const auto &fleet = m_store.fleet;
    const auto *exception = fleet.exceptions().find(m_store.selection.exception());
    if (exception == nullptr || exception->about.kind != Subject::Kind::Closure)
        return;
    const auto *closure = fleet.closures().find(ClosureId(exception->about.id));
    if (closure == nullptr)
        return;
    for (const auto &route : touchedBy(*closure, fleet, m_store.clock.now()).routes)
        add(route, asked, fleet);
    asked.depot = closure->depot;
}

/// The selected stops that are open, and their routes. Where they are.
QList<QGeoCoordinate> RerouteWork::addStops(Rerouting &asked) const
{
    const auto &selected = m_store.selection.stops();
    QList<QGeoCoordinate> places;
    for (const auto &id : selected) {
        const auto *stop = m_store.fleet.stops().find(id);
        if (stop == nullptr || !stop->isOpen())
            continue;
        asked.depot = stop->depot;
        add(stop->route, asked, m_store.fleet);
        if (stop->where.isValid())
            places.append(stop->where);
        // One stop of a route means that route; several, or one that nobody drives to, mean themselves.
        if (selected.size() > 1 || !stop->route.isValid())
            asked.stops.append(id);
    }
    return places;
}

Rerouting RerouteWork::scopeOfSelection() const
{
    const auto &fleet = m_store.fleet;
    Rerouting asked;
    addTouched(asked);
    auto places = addStops(asked);
    add(m_store.selection.route(), asked, fleet);
    if (asked.stops.isEmpty()) {
        for (const auto &route : std::as_const(asked.routes))
            places += openPlaces(route, fleet);
    }
    if (asked.depot.isValid() && !places.isEmpty())
        asked.routes = withNearRoutes(asked.routes, places, asked.depot, fleet);
    return asked;
}

void RerouteWork::startWithSelection()
{
    // In the pane itself it means the same question once more.
    if (m_current >= 0 && m_expiry.isSo() && m_pane->isAncestorOf(QApplication::focusWidget()))
        askAgain();
    else
        start(scopeOfSelection());
}

void RerouteWork::rescue(const RouteId &id)
{
    const auto *route = m_store.fleet.routes().find(id);
    if (route == nullptr) {
        start({});
        return;
    }
    const auto places = openPlaces(id, m_store.fleet);
    start({.depot = route->depot, .routes = withNearRoutes({id}, places, route->depot, m_store.fleet)});
}

void RerouteWork::startWithLeaving(bool isSick)
{
    const auto *route = m_store.fleet.routes().find(m_store.selection.route());
    if (route == nullptr)
        return;
    const auto places = openPlaces(route->id, m_store.fleet);
    start({.depot = route->depot,
           .routes = withNearRoutes({route->id}, places, route->depot, m_store.fleet),
           .leaving = {route->id}},
          isSick ? route->driver : DriverId());
}

RouteId RerouteWork::worstRoute() const
{
    RouteId worst;
    auto least = std::chrono::seconds::max();
    for (const auto &forecast : m_store.fleet.forecasts()) {
        const auto *route = m_store.fleet.routes().find(forecast.route);
        const bool isOnTheRoad =
            route != nullptr && route->status == Route::Status::Underway && m_store.fleet.isOfTheDay(*route);
        const auto slack = forecast.slack.value_or(std::chrono::seconds::max());
        if (isOnTheRoad && forecast.nextStop.isValid() && slack < least) {
            least = slack;
            worst = forecast.route;
        }
    }
    return worst;
}

} // namespace Doorstep
