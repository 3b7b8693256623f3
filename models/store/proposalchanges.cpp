// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/proposalchanges.h"

#include "models/store/fleet.h"

#include <QSet>

#include <algorithm>
#include <iterator>

namespace Doorstep {
namespace {

struct Whereabouts
{
    RouteId route;
    QDateTime arrival;
    std::chrono::seconds late{0};
};

using WhereaboutsOf = QHash<StopId, Whereabouts>;

WhereaboutsOf whereabouts(const Proposal &proposal, QList<Proposal::Visit> Proposal::Line::*which)
{
    WhereaboutsOf all;
    for (const auto &line : proposal.lines) {
        for (const auto &visit : line.*which)
            all.insert(visit.stop, {.route = line.route, .arrival = visit.arrival, .late = visit.lateBy});
    }
    return all;
}

/// A longest list of stops that \a places, where they were, are in rising order: they did not move.
QSet<qsizetype> risingOnes(const QList<qsizetype> &places)
{
    QList<qsizetype> ends; // of the best list of each length: where in `places`
    QList<qsizetype> previous(places.size(), -1);
    for (qsizetype i = 0; i < places.size(); ++i) {
        const auto at = std::ranges::lower_bound(ends, places[i], {}, [&](qsizetype end) { return places[end]; });
        const auto length = at - ends.begin();
        if (length > 0)
            previous[i] = ends[length - 1];
        if (at == ends.end())
            ends.append(i);
        else
            *at = i;
    }
    QSet<qsizetype> rising;
    for (auto i = ends.isEmpty() ? qsizetype{-1} : ends.constLast(); i >= 0; i = previous[i])
        rising.insert(i);
    return rising;
}

QList<StopId> stopsOf(const QList<Proposal::Visit> &visits)
{
    QList<StopId> stops;
    stops.reserve(visits.size());
    for (const auto &visit : visits)
        stops.append(visit.stop);
    return stops;
}

/// Those of a line that keep their driver and go to another place.
void appendMovedWithin(const Proposal::Line &line, const WhereaboutsOf &now, QList<ProposalChange> &changes)
{
    auto was = stopsOf(line.before);
    const auto then = stopsOf(line.after);
    was.removeIf([&](const StopId &stop) { return !then.contains(stop); });
    QHash<StopId, qsizetype> placeOf;
    for (qsizetype i = 0; i < was.size(); ++i)
        placeOf.insert(was[i], i);
    QList<Proposal::Visit> kept;
    QList<qsizetype> places;
    for (const auto &visit : line.after) {
        if (!placeOf.contains(visit.stop))
            continue;
        kept.append(visit);
        places.append(placeOf.value(visit.stop));
    }
    const auto unmoved = risingOnes(places);
    for (qsizetype i = 0; i < kept.size(); ++i) {
        if (unmoved.contains(i) || kept[i].stays) // what is driven to stays, wherever the list has it
            continue;
        const auto before = now.value(kept[i].stop);
        changes.append({.stop = kept[i].stop,
                        .from = line.route,
                        .to = line.route,
                        .places = static_cast<int>(places[i] - i),
                        .before = before.arrival,
                        .after = kept[i].arrival,
                        .lateBefore = before.late,
                        .lateAfter = kept[i].lateBy});
    }
}

/// Stops that \a line does not leave where they are: given away, taken, or at another place.
QSet<StopId> movedBy(const QList<ProposalChange> &changes, const RouteId &route)
{
    QSet<StopId> moved;
    for (const auto &change : changes) {
        if (change.from == route || change.to == route)
            moved.insert(change.stop);
    }
    return moved;
}

/// Of its list as a whole.
Expiry expiryOf(const Proposal::Line &line, const Fleet &fleet)
{
    const auto *route = fleet.routes().find(line.route);
    if (route == nullptr || route->stops != line.order.was)
        return {.why = Expiry::Why::ListChanged, .route = line.route, .stop = {}};
    const bool isOver = route->status == Route::Status::Finished;
    return {.why = isOver ? Expiry::Why::RouteFinished : Expiry::Why::None, .route = line.route, .stop = {}};
}

Expiry expiryOf(const StopId &id, const RouteId &from, const Fleet &fleet, bool keepsNext)
{
    const auto *stop = fleet.stops().find(id);
    if (stop == nullptr || stop->status != Stop::Status::Planned)
        return {.why = Expiry::Why::StopDone, .route = from, .stop = id};
    const auto *forecast = keepsNext ? fleet.forecastOf(from) : nullptr;
    if (forecast != nullptr && forecast->nextStop == id)
        return {.why = Expiry::Why::DrivenTo, .route = from, .stop = id};
    return {};
}

} // namespace

void insertAsIn(QList<StopId> &list, const StopId &stop, const QList<StopId> &pattern)
{
    for (auto i = pattern.indexOf(stop) - 1; i >= 0; --i) {
        if (const auto at = list.indexOf(pattern[i]); at >= 0) {
            list.insert(at + 1, stop);
            return;
        }
    }
    list.prepend(stop);
}

QList<ProposalChange> changesOf(const Proposal &proposal)
{
    const auto now = whereabouts(proposal, &Proposal::Line::before);
    const auto then = whereabouts(proposal, &Proposal::Line::after);
    QList<ProposalChange> changes;
    for (const auto &line : proposal.lines) {
        for (const auto &visit : line.before) {
            const auto after = then.value(visit.stop);
            if (after.route == line.route)
                continue;
            changes.append({.stop = visit.stop,
                            .from = line.route,
                            .to = after.route,
                            .before = visit.arrival,
                            .after = after.arrival,
                            .lateBefore = visit.lateBy,
                            .lateAfter = after.late});
        }
    }
    for (const auto &line : proposal.lines) {
        for (const auto &visit : line.after) {
            if (!now.contains(visit.stop))
                changes.append({.stop = visit.stop,
                                .from = {},
                                .to = line.route,
                                .before = {},
                                .after = visit.arrival,
                                .lateAfter = visit.lateBy});
        }
    }
    for (const auto &line : proposal.lines)
        appendMovedWithin(line, now, changes);
    return changes;
}

Expiry expiryOf(const Proposal &proposal, const Fleet &fleet)
{
    const auto changes = changesOf(proposal);
    for (const auto &line : proposal.lines) {
        if (!line.changes())
            continue;
        if (const auto why = expiryOf(line, fleet); why.isSo())
            return why;
        for (const auto &stop : movedBy(changes, line.route)) {
            const auto *known = fleet.stops().find(stop);
            const auto from = known == nullptr ? line.route : known->route;
            const bool keeps = proposal.asked.keepsNext && !proposal.asked.leaving.contains(from);
            if (const auto why = expiryOf(stop, from, fleet, keeps); why.isSo())
                return why;
        }
    }
    return {};
}

ProposalDraft::ProposalDraft(const Proposal &searched)
    : m_searched(searched)
    , m_rows(changesOf(searched))
{
    m_plan.reserve(searched.lines.size());
    for (const auto &line : searched.lines)
        m_plan.append(line.order);
}

bool ProposalDraft::isUnchecked() const
{
    const auto &lines = shown().lines;
    return !std::ranges::equal(m_plan, lines, {}, &RouteOrder::stops,
                               [](const Proposal::Line &line) { return line.order.stops; });
}

bool ProposalDraft::isTouched() const
{
    return !m_refused.isEmpty() || m_checked.id.isValid() || isUnchecked();
}

void ProposalDraft::improve(const Proposal &searched)
{
    if (!isTouched()) {
        *this = ProposalDraft(searched);
    } else if (searched.id == m_searched.id) {
        m_searched.isFinal = m_searched.isFinal || searched.isFinal; // nothing is searched for any more
    }
}

void ProposalDraft::show(const Proposal &checked)
{
    const auto previous = std::exchange(m_checked, checked);
    if (isUnchecked()) {
        m_checked = previous;
        return;
    }
    for (const auto &change : changesOf(checked)) {
        const auto known = std::ranges::find(m_rows, change.stop, &ProposalChange::stop);
        if (known == m_rows.end())
            m_rows.append(change);
    }
}

const Proposal::Line *ProposalDraft::lineOf(const RouteId &route) const
{
    const auto line = std::ranges::find(m_searched.lines, route, &Proposal::Line::route);
    return line == m_searched.lines.end() ? nullptr : &*line;
}

QList<StopId> ProposalDraft::orderOf(const RouteId &route) const
{
    const auto order = std::ranges::find(m_plan, route, &RouteOrder::route);
    return order == m_plan.end() ? QList<StopId>() : order->stops;
}

Rerouting ProposalDraft::question() const
{
    auto asked = m_searched.asked;
    asked.plan = m_plan;
    asked.isCheck = true;
    return asked;
}

QList<ProposalChange> ProposalDraft::rows() const
{
    const auto changes = changesOf(shown());
    QList<ProposalChange> rows;
    rows.reserve(m_rows.size());
    for (const auto &row : m_rows) {
        const auto now = std::ranges::find(changes, row.stop, &ProposalChange::stop);
        if (now != changes.end() && !m_refused.contains(row.stop))
            rows.append(*now);
        else if (m_refused.contains(row.stop))
            rows.append(row);
    }
    return rows;
}

void ProposalDraft::place(const StopId &stop, const RouteId &route, const QList<StopId> &after)
{
    for (auto &order : m_plan) {
        order.stops.removeAll(stop);
        if (order.route == route)
            insertAsIn(order.stops, stop, after);
    }
}

void ProposalDraft::refuse(const StopId &stop)
{
    const auto row = std::ranges::find(m_rows, stop, &ProposalChange::stop);
    if (row == m_rows.end() || m_refused.contains(stop))
        return;
    m_refused.insert(stop, orderOf(row->to));
    const auto *line = lineOf(row->from);
    place(stop, row->from, line == nullptr ? QList<StopId>() : line->order.was);
}

void ProposalDraft::accept(const StopId &stop)
{
    const auto row = std::ranges::find(m_rows, stop, &ProposalChange::stop);
    const auto stood = m_refused.constFind(stop);
    if (row == m_rows.end() || stood == m_refused.constEnd())
        return;
    place(stop, row->to, *stood);
    m_refused.erase(stood);
}

void ProposalDraft::refuseRoute(const RouteId &route)
{
    const auto rows = m_rows;
    for (const auto &row : rows) {
        if (row.from == route || row.to == route)
            refuse(row.stop);
    }
    const auto *line = lineOf(route);
    const auto order = std::ranges::find(m_plan, route, &RouteOrder::route);
    if (line != nullptr && order != m_plan.end()) // what was refused one by one comes back in another order
        order->stops = line->order.was;
}

void ProposalDraft::acceptRoute(const RouteId &route)
{
    const auto rows = m_rows;
    for (const auto &row : rows) {
        if (row.from == route || row.to == route)
            accept(row.stop);
    }
}

void ProposalDraft::move(const StopId &stop, qsizetype position)
{
    const auto order = std::ranges::find_if(m_plan, [&](const RouteOrder &one) { return one.stops.contains(stop); });
    if (order == m_plan.end())
        return;
    order->stops.removeAll(stop);
    order->stops.insert(std::clamp(position, qsizetype{0}, order->stops.size()), stop);
    m_refused.remove(stop); // it is where the person wants it
}

bool ProposalDraft::isFixed(const StopId &stop) const
{
    bool isOpen = false;
    for (const auto &line : shown().lines) {
        for (const auto *visits : {&line.before, &line.after}) {
            const auto visit = std::ranges::find(*visits, stop, &Proposal::Visit::stop);
            if (visit == visits->end())
                continue;
            if (visit->stays)
                return true;
            isOpen = true;
        }
    }
    return !isOpen; // what is done is not among the visits
}

qsizetype ProposalDraft::fixedPlaces(const RouteId &route) const
{
    const auto order = orderOf(route);
    const auto firstFree = std::ranges::find_if(order, [this](const StopId &stop) { return !isFixed(stop); });
    return firstFree - order.begin();
}

QList<RouteOrder> rebased(const QList<RouteOrder> &plan, const Fleet &fleet)
{
    QSet<StopId> ours;
    QSet<RouteId> routes;
    for (const auto &order : plan) {
        routes.insert(order.route);
        ours.unite(QSet<StopId>(order.stops.cbegin(), order.stops.cend()));
    }
    const auto isToCome = [&](const StopId &id) {
        const auto *stop = fleet.stops().find(id);
        return stop != nullptr && stop->status == Stop::Status::Planned
            && (!stop->route.isValid() || routes.contains(stop->route));
    };
    QList<RouteOrder> orders;
    orders.reserve(plan.size());
    for (const auto &order : plan) {
        const auto *route = fleet.routes().find(order.route);
        if (route == nullptr)
            continue;
        RouteOrder now{.route = order.route, .was = route->stops, .stops = route->stops};
        now.stops.removeIf(isToCome);
        std::ranges::copy_if(order.stops, std::back_inserter(now.stops), isToCome);
        std::ranges::copy_if(route->stops, std::back_inserter(now.stops),
                             [&](const StopId &stop) { return isToCome(stop) && !ours.contains(stop); });
        orders.append(now);
    }
    return orders;
}

} // namespace Doorstep
