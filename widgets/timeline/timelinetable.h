// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/lists/timelinemodel.h"
#include "widgets/parts/depottime.h"

#include <QObject>

namespace Doorstep {

class RouteFilterModel;

/// What the timeline draws, as a table of words: a row a stop, route after route as they are shown. For who does not
/// see it. UI thread.
class TimelineTable : public QObject
{
    Q_OBJECT
public:
    enum Column : quint8 { RouteColumn, StopColumn, WindowColumn, ExpectedColumn, StatusColumn, ColumnCount };
    Q_ENUM(Column)

    /// Both must outlive the table; \a routes sorts and filters the rows of \a timeline.
    TimelineTable(const TimelineModel &timeline, const RouteFilterModel &routes, QObject *parent = nullptr);

    void setDepotTime(const DepotTime &time) { m_time = time; }
    [[nodiscard]] int rowCount() const;
    /// A row that is not there is empty, and has no stop.
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] StopId stopAt(int row) const;
    /// -1 when its route is not shown.
    [[nodiscard]] int rowOf(const StopId &stop) const;
    [[nodiscard]] static QString title(int column);

Q_SIGNALS:
    /// Rows came, went or moved, as far as anybody can have noticed.
    void rowsChanged();

private:
    struct Place
    {
        int route = -1; ///< Row of the timeline model.
        qsizetype bar = 0;
    };

    void forgetRows();
    void countRows() const;
    [[nodiscard]] Place placeOf(int row) const;
    [[nodiscard]] int timelineRow(int shown) const;

    const TimelineModel &m_timeline;
    const RouteFilterModel &m_routes;
    DepotTime m_time;
    mutable QList<int> m_ends; ///< For each shown route, the row after its last. Counted when asked for.
    mutable bool m_areCounted = false;
};

} // namespace Doorstep
