// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/timeline/timelinecell.h"

#include "widgets/timeline/timelineaccessible.h"
#include "widgets/timeline/timelinetable.h"
#include "widgets/timeline/timelineview.h"

namespace Doorstep {

TimelineCell::TimelineCell(const TimelineAccessible &table, int row, int column)
    : m_table(table)
    , m_row(row)
    , m_column(column)
{
}

void *TimelineCell::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::TableCellInterface ? static_cast<QAccessibleTableCellInterface *>(this) : nullptr;
}

bool TimelineCell::isValid() const
{
    return m_table.isValid() && m_row < m_table.rowCount();
}

QAccessibleInterface *TimelineCell::parent() const
{
    return table();
}

QAccessibleInterface *TimelineCell::table() const
{
    return QAccessible::queryAccessibleInterface(&m_table.timeline());
}

QString TimelineCell::text(QAccessible::Text kind) const
{
    if (kind != QAccessible::Name)
        return {};
    return m_row < 0 ? TimelineTable::title(m_column) : m_table.timeline().table().text(m_row, m_column);
}

QRect TimelineCell::rect() const
{
    const auto &view = m_table.timeline();
    const auto bar = m_row < 0 ? QRect() : view.barRect(view.table().stopAt(m_row));
    return bar.isEmpty() ? QRect() : QRect(view.viewport()->mapToGlobal(bar.topLeft()), bar.size());
}

QAccessible::Role TimelineCell::role() const
{
    return m_row < 0 ? QAccessible::ColumnHeader : QAccessible::Cell;
}

QAccessible::State TimelineCell::state() const
{
    QAccessible::State state;
    if (m_row < 0)
        return state;
    const auto &view = m_table.timeline();
    state.invalid = !isValid();
    state.selectable = true;
    state.focusable = true;
    state.selected = isSelected();
    state.focused = state.selected && m_column == 0 && view.hasFocus();
    const auto bar = view.barRect(view.table().stopAt(m_row));
    state.offscreen = !bar.intersects(view.viewport()->rect());
    return state;
}

bool TimelineCell::isSelected() const
{
    return m_row >= 0 && m_table.isRowSelected(m_row);
}

QList<QAccessibleInterface *> TimelineCell::columnHeaderCells() const
{
    return m_row < 0 ? QList<QAccessibleInterface *>() : QList{m_table.cell(-1, m_column)};
}

} // namespace Doorstep
