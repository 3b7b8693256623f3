// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
// RerouteWork's third part: what is shown, in the pane and on the map, and whether it still fits the world.
#include "app/livestore.h"
#include "app/reroutework.h"
#include "models/desk/desk.h"
#include "widgets/map/mapfeed.h"
#include "widgets/reroute/reroutepane.h"
#include "widgets/reroute/reroutewords.h"

using namespace Qt::StringLiterals;

namespace Doorstep {

void RerouteWork::showProblem(const QString &text, const QString &wayOut, std::function<void()> act)
{
    m_wayOut = std::move(act);
    if (m_pane != nullptr)
        m_pane->showProblem(text, wayOut);
}

/// Whether what is shown still fits the world.
void RerouteWork::review()
{
    m_soon.stop();
    if (m_pane == nullptr)
        return;
    const auto *entry = current();
    const auto before = std::exchange(
        m_expiry, entry == nullptr || entry->isSent ? Expiry() : expiryOf(entry->draft.shown(), m_store.fleet));
    if (!m_asked.routes.isEmpty())
        m_pane->showQuestion(m_asked, m_store.clock.now());
    if (m_expiry == before)
        return;
    if (m_expiry.isSo())
        showProblem(tr("The world has moved on. %1").arg(RerouteWords::of(m_expiry, m_store.fleet)),
                    tr("Ask again (R)"), [this] { askAgain(); });
    else
        showProblem({}, {}, {});
    showStage();
}

RouteId RerouteWork::chosenRoute() const
{
    const auto *entry = current();
    if (entry == nullptr)
        return {};
    const auto &lines = entry->draft.shown().lines;
    const auto isHere = [&](const RouteId &route) {
        return std::ranges::find(lines, route, &Proposal::Line::route) != lines.end();
    };
    if (isHere(m_route))
        return m_route;
    if (const auto selected = m_store.selection.route(); isHere(selected))
        return selected;
    const auto changing = std::ranges::find_if(lines, &Proposal::Line::changes);
    if (changing != lines.end())
        return changing->route;
    return lines.isEmpty() ? RouteId() : lines.constFirst().route;
}

void RerouteWork::followSelection()
{
    refresh();
    if (m_isOurSelection || m_pane == nullptr || m_current < 0 || !m_store.selection.route().isValid())
        return;
    m_route = m_store.selection.route();
    show();
}

void RerouteWork::show()
{
    const auto *entry = current();
    if (!m_asked.routes.isEmpty())
        m_pane->showQuestion(m_asked, m_store.clock.now());
    m_route = chosenRoute(); // and stays: what somebody does to one list shows no other
    m_pane->showDraft(entry == nullptr ? ProposalDraft() : entry->draft, m_route);
    QStringList titles;
    for (const auto &one : std::as_const(m_entries))
        titles << RerouteWords::title(one.draft.shown());
    if (m_isAwaited)
        titles << tr("Searching…");
    m_pane->showAlternatives(titles, static_cast<int>(m_isAwaited ? m_entries.size() : m_current));
    if (entry != nullptr && entry->isSent && m_pane->stage() != ReroutePane::Stage::Sent)
        m_pane->showSent(entry->draft.shown(), entry->sentAt);
    showStage();
    showOnMap();
}

ReroutePane::Stage RerouteWork::stage() const
{
    using Stage = ReroutePane::Stage;
    const auto *entry = current();
    if (m_asked.routes.isEmpty())
        return Stage::Empty;
    if (entry == nullptr)
        return m_isAwaited ? Stage::Searching : Stage::Draft;
    if (entry->isSent)
        return Stage::Sent;
    if (m_expiry.isSo())
        return Stage::Expired;
    if (entry->draft.isUnchecked())
        return Stage::Checking;
    return isSearchingForCurrent() ? Stage::Searching : Stage::Draft;
}

void RerouteWork::showStage()
{
    const auto *entry = current();
    m_pane->setStage(stage());
    m_pane->setUndoOffered(entry != nullptr && entry->isSent && m_desk != nullptr);
    m_pane->setProposedShown(m_isPlannedShown);
    refresh();
}

void RerouteWork::showOnMap()
{
    const auto *entry = current();
    PlannedLists planned;
    QList<RouteId> routes;
    if (entry != nullptr && !entry->isSent) {
        for (const auto &order : entry->draft.plan()) {
            routes.append(order.route);
            if (m_isPlannedShown && order.stops != order.was)
                planned.insert(order.route, order.stops);
        }
    }
    m_feed->setPlanned(planned, routes);
    // Straight lines until the roads come: nobody waits for them.
    const auto missing = m_roads.missing(planned, m_store.fleet);
    if (m_proposals && !missing.isEmpty() && missing != m_roadsAsked && !m_proposals->isFindingRoads()) {
        m_roadsAsked = missing;
        m_proposals->findRoads({.depot = entry->draft.searched().asked.depot,
                                .drives = missing.first(std::min(missing.size(), Wire::DrivesQuestion::most))});
    }
}

void RerouteWork::takeRoads(const QList<Drive> &drives, const Wire::DriveLines &lines)
{
    m_roads.take(drives, lines);
    m_feed->setPlannedRoads(m_roads);
    showOnMap(); // for what has come to it meanwhile
}

} // namespace Doorstep
