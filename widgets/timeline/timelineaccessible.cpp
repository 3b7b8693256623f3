// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/timeline/timelineaccessible.h"

#include "models/store/selection.h"
#include "widgets/timeline/timelinecell.h"
#include "widgets/timeline/timelinetable.h"
#include "widgets/timeline/timelineview.h"

namespace Doorstep {

void TimelineAccessible::install()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory([](const QString & /*key*/, QObject *object) -> QAccessibleInterface * {
            auto *view = qobject_cast<TimelineView *>(object);
            return view ? new TimelineAccessible(*view) : nullptr;
        });
        return true;
    }();
    Q_UNUSED(isInstalled)
}

TimelineAccessible::TimelineAccessible(TimelineView &view)
    : QAccessibleWidget(&view, QAccessible::Table)
    , m_timeline(view)
{
}

TimelineAccessible::~TimelineAccessible()
{
    for (const auto id : std::as_const(m_cells))
        QAccessible::deleteAccessibleInterface(id);
}

void *TimelineAccessible::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface *>(this)
                                               : QAccessibleWidget::interface_cast(type);
}

int TimelineAccessible::columnCount() const
{
    return TimelineTable::ColumnCount;
}

int TimelineAccessible::rowCount() const
{
    return m_timeline.table().rowCount();
}

// The header's cells come first, then row after row.
int TimelineAccessible::childCount() const
{
    return (rowCount() + 1) * columnCount();
}

QAccessibleInterface *TimelineAccessible::child(int index) const
{
    return index < 0 ? nullptr : cell((index / columnCount()) - 1, index % columnCount());
}

int TimelineAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *cell = dynamic_cast<const TimelineCell *>(child);
    return cell ? ((cell->rowIndex() + 1) * columnCount()) + cell->columnIndex() : -1;
}

QAccessibleInterface *TimelineAccessible::childAt(int x, int y) const
{
    const auto *bar = m_timeline.barAt(m_timeline.viewport()->mapFromGlobal(QPoint(x, y)));
    return bar ? cellAt(m_timeline.table().rowOf(bar->stop), TimelineTable::StopColumn) : nullptr;
}

QAccessibleInterface *TimelineAccessible::focusChild() const
{
    const int row = m_timeline.table().rowOf(m_timeline.selection().stop());
    return m_timeline.hasFocus() && row >= 0 ? cellAt(row, 0) : nullptr;
}

QAccessibleInterface *TimelineAccessible::cellAt(int row, int column) const
{
    return row < 0 ? nullptr : cell(row, column);
}

QAccessibleInterface *TimelineAccessible::cell(int row, int column) const
{
    if (row < -1 || row >= rowCount() || column < 0 || column >= columnCount())
        return nullptr;
    auto known = m_cells.constFind({row, column});
    if (known == m_cells.constEnd())
        known = m_cells.insert({row, column},
                               QAccessible::registerAccessibleInterface(new TimelineCell(*this, row, column)));
    return QAccessible::accessibleInterface(*known);
}

QString TimelineAccessible::columnDescription(int column) const
{
    return TimelineTable::title(column);
}

QString TimelineAccessible::rowDescription(int row) const
{
    return m_timeline.table().text(row, TimelineTable::RouteColumn);
}

QList<int> TimelineAccessible::selectedRows() const
{
    QList<int> rows;
    for (const auto &stop : m_timeline.selection().stops())
        if (const int row = m_timeline.table().rowOf(stop); row >= 0)
            rows.append(row);
    return rows;
}

int TimelineAccessible::selectedRowCount() const
{
    return static_cast<int>(selectedRows().size());
}

bool TimelineAccessible::isRowSelected(int row) const
{
    const auto stop = m_timeline.table().stopAt(row);
    return stop.isValid() && m_timeline.selection().contains(stop);
}

int TimelineAccessible::selectedCellCount() const
{
    return selectedRowCount() * columnCount();
}

QList<QAccessibleInterface *> TimelineAccessible::selectedCells() const
{
    QList<QAccessibleInterface *> cells;
    for (const int row : selectedRows())
        for (int column = 0; column < columnCount(); ++column)
            cells.append(cellAt(row, column));
    return cells;
}

bool TimelineAccessible::selectRow(int row)
{
    const auto stop = m_timeline.table().stopAt(row);
    if (!stop.isValid())
        return false;
    m_timeline.select(stop);
    return true;
}

bool TimelineAccessible::unselectRow(int row)
{
    if (!isRowSelected(row))
        return false;
    m_timeline.select({});
    return true;
}

// Cells are places: they outlive every change, and those beyond the end say that they are not valid.
void TimelineAccessible::modelChange(QAccessibleTableModelChangeEvent * /*event*/) { }

} // namespace Doorstep
