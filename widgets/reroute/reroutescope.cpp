// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/reroute/reroutescope.h"

#include "models/store/fleet.h"
#include "widgets/reroute/choicerow.h"
#include "widgets/reroute/reroutewords.h"

#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr qsizetype mostNamed = 2; ///< In a row; its menu has all.

QString asText(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

/// Routes of the depot that can still change, by the names of their drivers.
QList<Route> routesToChoose(const Fleet &fleet, const DepotId &depot)
{
    QList<Route> routes;
    for (const auto &route : fleet.routes()) {
        if (fleet.isOfTheDay(route) && route.status != Route::Status::Finished && route.depot == depot)
            routes.append(route);
    }
    const auto nameOf = [&](const Route &route) { return RerouteWords::driver(route.id, fleet); };
    std::ranges::sort(routes,
                      [&](const Route &a, const Route &b) { return nameOf(a).localeAwareCompare(nameOf(b)) < 0; });
    return routes;
}

} // namespace

RerouteScope::RerouteScope(const Fleet &fleet, const DepotTime &time, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_time(time)
    , m_routes(new ChoiceRow(tr("Routes"), this))
    , m_goal(new ChoiceRow(tr("Goal"), this))
    , m_closed(new ChoiceRow(tr("Closed"), this))
    , m_traffic(new ChoiceRow(tr("Traffic"), this))
    , m_keep(new ChoiceRow(tr("Keep"), this))
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 2, 0, 4);
    rows->setSpacing(0);
    for (auto *row : {m_routes, m_goal, m_closed, m_traffic, m_keep})
        rows->addWidget(row);
    m_traffic->setFixed();
    connect(m_routes, &ChoiceRow::menuRequested, this, &RerouteScope::fillRoutes);
    connect(m_goal, &ChoiceRow::menuRequested, this, &RerouteScope::fillGoals);
    connect(m_closed, &ChoiceRow::menuRequested, this, &RerouteScope::fillClosures);
    connect(m_keep, &ChoiceRow::menuRequested, this, &RerouteScope::fillKeep);
}

void RerouteScope::show(const Rerouting &asked, const QDateTime &now)
{
    m_asked = asked;
    m_now = now;
    QStringList names;
    for (const auto &route : asked.routes) {
        const auto name = RerouteWords::driver(route, m_fleet);
        names << (asked.leaving.contains(route) ? tr("%1 (cannot go on)", "a driver").arg(name) : name);
    }
    const auto more = static_cast<int>(names.size() - mostNamed);
    const auto few = names.first(std::min(names.size(), mostNamed)).join(u", "_s);
    m_routes->setChoice(more > 0 ? tr("%1 and %n more", "names", more).arg(few) : few, names.join(u", "_s));
    m_goal->setChoice(RerouteWords::of(asked.goal));
    m_closed->setChoice(closedText());
    m_traffic->setChoice(tr("Live, as the drivers measure it"));
    m_keep->setChoice(keptText());
}

QString RerouteScope::closedText() const
{
    QStringList active;
    for (const auto &closure : m_fleet.closures()) {
        if (!closure.isActive(m_now))
            continue;
        const auto hours = m_time.window({.from = closure.from, .to = closure.to});
        active << (hours.isEmpty() ? closure.name : u"%1, %2"_s.arg(closure.name, hours));
    }
    if (active.isEmpty())
        return tr("Nothing");
    const auto more = active.size() - mostNamed;
    const auto text = active.first(std::min(active.size(), mostNamed)).join(u"; "_s);
    return more > 0 ? tr("%1 and %n more", "names", static_cast<int>(more)).arg(text) : text;
}

QString RerouteScope::keptText() const
{
    int pinned = 0;
    for (const auto &stop : m_fleet.stops()) {
        if (stop.pinned && stop.isOpen() && m_asked.routes.contains(stop.route))
            ++pinned;
    }
    QStringList kept;
    if (m_asked.keepsNext)
        kept << tr("Next stop of each driver");
    if (pinned > 0)
        kept << tr("%n pinned stop(s)", nullptr, pinned);
    if (!m_asked.stops.isEmpty())
        kept << tr("only %n stop(s) may change the driver", nullptr, static_cast<int>(m_asked.stops.size()));
    return kept.isEmpty() ? tr("Nothing") : kept.join(u"; "_s);
}

void RerouteScope::fillRoutes(QMenu &menu)
{
    auto *leaving = menu.addMenu(tr("Cannot go &on"));
    menu.addSeparator();
    auto routes = routesToChoose(m_fleet, m_asked.depot);
    const auto rest =
        std::ranges::stable_partition(routes, [this](const Route &route) { return m_asked.routes.contains(route.id); });
    const auto chosen = routes.size() - static_cast<qsizetype>(rest.size());
    qsizetype number = 0;
    for (const auto &route : std::as_const(routes)) {
        if (number++ == chosen)
            menu.addSeparator();
        const auto name = asText(RerouteWords::driver(route.id, m_fleet));
        const bool isIn = m_asked.routes.contains(route.id);
        auto *action = menu.addAction(name);
        action->setCheckable(true);
        action->setChecked(isIn);
        connect(action, &QAction::triggered, this, [this, id = route.id] { toggleRoute(id); });
        if (!isIn)
            continue;
        auto *gone = leaving->addAction(name);
        gone->setCheckable(true);
        gone->setChecked(m_asked.leaving.contains(route.id));
        connect(gone, &QAction::triggered, this, [this, id = route.id] { toggleLeaving(id); });
    }
}

void RerouteScope::toggleRoute(const RouteId &route)
{
    auto asked = m_asked;
    if (asked.routes.removeAll(route) == 0) {
        if (asked.routes.size() >= Rerouting::mostRoutes)
            return;
        asked.routes.append(route);
    }
    asked.leaving.removeAll(route);
    if (!asked.routes.isEmpty())
        Q_EMIT changed(asked);
}

void RerouteScope::toggleLeaving(const RouteId &route)
{
    auto asked = m_asked;
    if (asked.leaving.removeAll(route) == 0)
        asked.leaving.append(route);
    Q_EMIT changed(asked);
}

void RerouteScope::fillGoals(QMenu &menu)
{
    for (const auto goal :
         {Rerouting::Goal::FewestLate, Rerouting::Goal::LeastDriving, Rerouting::Goal::FewestChanges}) {
        auto *action = menu.addAction(RerouteWords::of(goal));
        action->setCheckable(true);
        action->setChecked(goal == m_asked.goal);
        connect(action, &QAction::triggered, this, [this, goal] {
            auto asked = m_asked;
            asked.goal = goal;
            Q_EMIT changed(asked);
        });
    }
}

void RerouteScope::fillClosures(QMenu &menu)
{
    connect(menu.addAction(tr("&Draw a closure on the map")), &QAction::triggered, this,
            &RerouteScope::drawClosureRequested);
    for (const auto &closure : m_fleet.closures()) {
        if (!closure.isActive(m_now))
            continue;
        if (menu.actions().size() == 1)
            menu.addSeparator();
        connect(menu.addAction(tr("Lift %1", "a closure").arg(asText(closure.name))), &QAction::triggered, this,
                [this, id = closure.id] { Q_EMIT liftClosureRequested(id); });
    }
}

void RerouteScope::fillKeep(QMenu &menu)
{
    auto *next = menu.addAction(tr("&Next stop of each driver"));
    next->setCheckable(true);
    next->setChecked(m_asked.keepsNext);
    connect(next, &QAction::triggered, this, [this] {
        auto asked = m_asked;
        asked.keepsNext = !asked.keepsNext;
        Q_EMIT changed(asked);
    });
    if (m_asked.stops.isEmpty())
        return;
    connect(menu.addAction(tr("Let &all stops change the driver")), &QAction::triggered, this, [this] {
        auto asked = m_asked;
        asked.stops.clear();
        Q_EMIT changed(asked);
    });
}

} // namespace Doorstep

#include "moc_reroutescope.cpp"
