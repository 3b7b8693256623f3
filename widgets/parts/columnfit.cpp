// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/parts/columnfit.h"

#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QTableView>

#include <numeric>

namespace Doorstep {

namespace {

class ColumnFit : public QObject
{
public:
    ColumnFit(QTableView &table, const QList<ColumnWidth> &columns)
        : QObject(&table)
        , m_table(table)
        , m_columns(columns)
    {
        table.horizontalHeader()->setStretchLastSection(false);
        connect(table.horizontalHeader(), &QHeaderView::sectionResized, this, [this] {
            if (m_isFitting)
                return;
            m_isFixed = true; // their width now
            m_table.horizontalHeader()->setStretchLastSection(true);
        });
        table.viewport()->installEventFilter(this);
        fit();
    }

    bool eventFilter(QObject * /*watched*/, QEvent *event) override
    {
        if (event->type() == QEvent::Resize && !m_isFixed)
            fit();
        return false;
    }

private:
    void fit()
    {
        const QScopedValueRollback fitting(m_isFitting, true);
        const auto widths = sharedWidths(m_columns, m_table.viewport()->width());
        for (int column = 0; column < widths.size(); ++column)
            m_table.setColumnWidth(column, widths.at(column));
    }

    QTableView &m_table;
    QList<ColumnWidth> m_columns;
    bool m_isFitting = false;
    bool m_isFixed = false;
};

} // namespace

QList<int> sharedWidths(const QList<ColumnWidth> &columns, int total)
{
    const auto sum = [&columns](int ColumnWidth::*part) {
        return std::accumulate(columns.begin(), columns.end(), 0,
                               [part](int all, const ColumnWidth &column) { return all + column.*part; });
    };
    const int wanted = sum(&ColumnWidth::wanted);
    const int least = sum(&ColumnWidth::least);
    QList<int> widths;
    widths.reserve(columns.size());
    int left = std::max(total, least);
    for (const auto &[smallest, usual] : columns) {
        const int width = total >= wanted || wanted == least
            ? usual * total / std::max(1, wanted)
            : smallest + ((usual - smallest) * std::max(0, total - least) / (wanted - least));
        widths.append(std::max(smallest, width));
        left -= widths.constLast();
    }
    if (!widths.isEmpty() && left > 0)
        widths.last() += left; // what rounding left over
    return widths;
}

void fitColumns(QTableView &table, const QList<ColumnWidth> &columns)
{
    new ColumnFit(table, columns); // owned by the table
}

} // namespace Doorstep
