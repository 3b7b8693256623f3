// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/desk/plan.h"

#include <algorithm>
#include <iterator>

namespace Doorstep::Decisions {

QList<StopId> *Plan::listOf(const RouteId &route)
{
    if (const auto known = m_lists.find(route); known != m_lists.end())
        return &*known;
    const auto *there = m_scene.route(route);
    if (there == nullptr)
        return nullptr;
    m_order.append(route);
    return &*m_lists.insert(route, there->stops);
}

bool Plan::insert(const QList<StopId> &stops, const RouteId &route, qsizetype position)
{
    const auto *before = listOf(route);
    if (before == nullptr)
        return false;
    StopId anchor;
    for (auto i = position < 0 ? before->size() : position; i < before->size() && !anchor.isValid(); ++i) {
        if (!stops.contains(before->at(i)))
            anchor = before->at(i);
    }
    takeOut(stops);
    auto &list = m_lists[route];
    const auto found = anchor.isValid() ? list.indexOf(anchor) : list.size();
    auto at = found < 0 ? list.size() : found;
    for (const auto &stop : stops)
        list.insert(at++, stop);
    return true;
}

void Plan::takeOut(const QList<StopId> &stops)
{
    for (const auto &id : stops) {
        const auto *stop = m_scene.stop(id);
        if (stop != nullptr && stop->route.isValid())
            (void)listOf(stop->route);
        for (auto &list : m_lists)
            list.removeAll(id);
    }
}

void Plan::set(const RouteId &route, const QList<StopId> &stops)
{
    if (auto *list = listOf(route))
        *list = stops;
}

void Plan::repeat(const ArrangeRoutes::Arrangement &wanted)
{
    const auto *now = m_scene.route(wanted.route);
    if (now == nullptr || listOf(wanted.route) == nullptr)
        return;
    const auto isElsewhere = [&](const StopId &id) { return m_scene.stop(id)->route != wanted.route; };
    QList<StopId> list;
    std::ranges::copy_if(wanted.stops, std::back_inserter(list), [&](const StopId &id) {
        const auto *stop = m_scene.stop(id);
        // Not ours to bring back: done elsewhere, or taken out by somebody without our having put it here.
        return stop != nullptr && (!isElsewhere(id) || (stop->isOpen() && !wanted.was.contains(id)));
    });
    QList<StopId> fromElsewhere;
    std::ranges::copy_if(list, std::back_inserter(fromElsewhere), isElsewhere);
    for (const auto &id : now->stops) {
        const auto *stop = m_scene.stop(id);
        const bool isDone = stop != nullptr && !stop->isOpen();
        if (!list.contains(id) && (isDone || !wanted.was.contains(id)))
            list.append(id);
    }
    takeOut(fromElsewhere);
    m_lists[wanted.route] = list;
}

QList<Verb> Plan::verbs() const
{
    ArrangeRoutes verb;
    for (const auto &route : m_order) {
        const auto &was = m_scene.route(route)->stops;
        if (const auto stops = m_lists.value(route); stops != was)
            verb.routes.append({.route = route, .was = was, .stops = stops});
    }
    if (verb.routes.isEmpty())
        return {};
    return {verb};
}

} // namespace Doorstep::Decisions
