// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/dragging.h"

#include "app/handling.h"
#include "app/livestore.h"
#include "models/desk/decisions.h"
#include "widgets/map/mapview.h"
#include "widgets/timeline/timelineview.h"

#include <QAbstractItemView>

namespace Doorstep {
namespace {

constexpr int markSize = 34; // around a marker on the map

QRect around(QPoint at)
{
    return {at.x() - (markSize / 2), at.y() - (markSize / 2), markSize, markSize};
}

} // namespace

Dragging::Dragging(LiveStore &store, Handling &handling, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_handling(handling)
{
}

QList<StopId> Dragging::handful(const StopId &stop) const
{
    if (!stop.isValid())
        return {};
    const auto &selected = m_store.selection.stops();
    return selected.contains(stop) ? selected : QList{stop};
}

DropAnswer Dragging::answer(const QList<StopId> &stops, const RouteId &route, qsizetype position, const QRect &mark)
{
    const auto reason = m_handling.reasonAgainstMove(stops, route, position);
    // Of several, those that can go will, and the others say why not.
    const bool canSome = stops.size() > 1 && std::ranges::any_of(stops, [&](const StopId &stop) {
                             return m_handling.reasonAgainstMove({stop}, route, position).isEmpty();
                         });
    return {.text = reason.isEmpty() || canSome ? m_handling.wordsOfMove(stops, route, position) : reason,
            .isAllowed = reason.isEmpty() || canSome,
            .mark = mark,
            .drop = [this, stops, route, position] { m_handling.move(stops, route, position); }};
}

DropAnswer Dragging::answerBeside(const QList<StopId> &stops, const StopId &other, bool isAfter, const QRect &row)
{
    const auto place = m_store.fleet.placeOf(other);
    if (!place.isValid()) {
        // Among those that nobody drives to: off the route.
        const auto reason = m_handling.desk() == nullptr
            ? m_handling.reasonAgainst(QList<Verb>())
            : m_handling.reasonAgainst(Decisions::unassign(m_handling.desk()->scene(), stops));
        return {.text = reason.isEmpty() ? tr("%1 off the route").arg(m_handling.nameOf(stops)) : reason,
                .isAllowed = reason.isEmpty(),
                .mark = row,
                .drop = [this, stops] { m_handling.unassign(stops); }};
    }
    const auto *route = m_store.fleet.routes().find(place.route);
    auto position = place.position + (isAfter ? 1 : 0);
    if (route != nullptr && position >= route->stops.size())
        position = -1;
    const QRect line(row.left(), isAfter ? row.bottom() - 1 : row.top() - 1, row.width(), 3);
    return answer(stops, place.route, position, line);
}

void Dragging::addStops(QAbstractItemView &view, int stopRole, bool areTargets)
{
    const auto stopAt = [&view, stopRole](QPoint at) { return StopId(view.indexAt(at).data(stopRole).toString()); };
    m_drag.addSource(view.viewport(), StopDrag::Press::Pass, [this, stopAt](QPoint at) { return handful(stopAt(at)); });
    if (!areTargets)
        return;
    m_drag.addTarget(view.viewport(),
                     [this, &view, stopAt](QPoint at, const QList<StopId> &stops) -> std::optional<DropAnswer> {
                         const auto other = stopAt(at);
                         if (!other.isValid())
                             return {};
                         auto row = view.visualRect(view.indexAt(at));
                         row.setLeft(0);
                         row.setRight(view.viewport()->width());
                         return answerBeside(stops, other, at.y() > row.center().y(), row);
                     });
}

void Dragging::addStop(QWidget &row, std::function<StopId()> stop)
{
    m_drag.addSource(&row, StopDrag::Press::Hold, [this, stop = std::move(stop)](QPoint) { return handful(stop()); });
}

void Dragging::addRoutes(QAbstractItemView &view, int routeRole)
{
    m_drag.addTarget(view.viewport(),
                     [this, &view, routeRole](QPoint at, const QList<StopId> &stops) -> std::optional<DropAnswer> {
                         const auto index = view.indexAt(at);
                         const RouteId route(index.data(routeRole).toString());
                         if (!route.isValid())
                             return {};
                         auto row = view.visualRect(index);
                         row.setLeft(0);
                         row.setRight(view.viewport()->width() - 1);
                         return answer(stops, route, m_handling.bestPlace(stops, route), row);
                     });
}

void Dragging::addTimeline(TimelineView &timeline)
{
    m_drag.addSource(timeline.viewport(), StopDrag::Press::Pass, [this, &timeline](QPoint at) {
        const auto *bar = timeline.barAt(at);
        return bar == nullptr ? QList<StopId>() : handful(bar->stop);
    });
    m_drag.addTarget(timeline.viewport(),
                     [this, &timeline](QPoint at, const QList<StopId> &stops) -> std::optional<DropAnswer> {
                         const auto gap = timeline.gapAt(at);
                         if (!gap)
                             return {};
                         const auto *route = m_store.fleet.routes().find(gap->route);
                         qsizetype position = -1;
                         if (gap->isWholeRow)
                             position = m_handling.bestPlace(stops, gap->route);
                         else if (route != nullptr && gap->before.isValid())
                             position = route->stops.indexOf(gap->before);
                         return answer(stops, gap->route, position, gap->mark);
                     });
}

void Dragging::addMap(MapView &map)
{
    m_drag.addSource(&map, StopDrag::Press::Hold, [this, &map](QPoint at) { return handful(map.stopAt(at)); });
    m_drag.addTarget(&map, [this, &map](QPoint at, const QList<StopId> &stops) -> std::optional<DropAnswer> {
        if (const auto driver = map.driverAt(at); driver.isValid()) {
            const auto *route = m_store.fleet.routeOf(driver);
            if (route == nullptr)
                return DropAnswer{
                    .text = tr("This driver has no route."), .isAllowed = false, .mark = around(at), .drop = {}};
            return answer(stops, route->id, m_handling.bestPlace(stops, route->id), around(at));
        }
        if (const auto other = map.stopAt(at); other.isValid()) {
            if (stops.contains(other))
                return DropAnswer{.text = tr("It stays where it is."), .isAllowed = false, .mark = {}, .drop = {}};
            const auto centre = map.pixelOf(other).value_or(QPointF(at)).toPoint();
            auto beside = answerBeside(stops, other, false, around(centre));
            beside.mark = around(centre);
            return beside;
        }
        if (const auto route = map.routeAt(at); route.isValid())
            return answer(stops, route, m_handling.bestPlace(stops, route), around(at));
        return {};
    });
}

} // namespace Doorstep

#include "moc_dragging.cpp"
