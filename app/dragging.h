// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/parts/stopdrag.h"

class QAbstractItemView;

namespace Doorstep {

class Handling;
class MapView;
class TimelineView;
struct LiveStore;

/// What stops in the hand mean in each pane: from where they are taken, and where letting go gives them. UI thread.
class Dragging : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive this.
    Dragging(LiveStore &store, Handling &handling, QObject *parent = nullptr);

    [[nodiscard]] StopDrag &drag() { return m_drag; }
    /// Rows that have a stop's id in \a stopRole are taken; with \a areTargets, they are put beside too.
    void addStops(QAbstractItemView &view, int stopRole, bool areTargets);
    /// One widget that is one stop, whichever it shows just then.
    void addStop(QWidget &row, std::function<StopId()> stop);
    /// Rows that have a route's id in \a routeRole: stops are given to it.
    void addRoutes(QAbstractItemView &view, int routeRole);
    void addTimeline(TimelineView &timeline);
    void addMap(MapView &map);

private:
    /// The whole selection when \a stop is of it.
    [[nodiscard]] QList<StopId> handful(const StopId &stop) const;
    [[nodiscard]] DropAnswer answer(const QList<StopId> &stops, const RouteId &route, qsizetype position,
                                    const QRect &mark);
    [[nodiscard]] DropAnswer answerBeside(const QList<StopId> &stops, const StopId &other, bool isAfter,
                                          const QRect &row);

    LiveStore &m_store;
    Handling &m_handling;
    StopDrag m_drag;
};

} // namespace Doorstep
