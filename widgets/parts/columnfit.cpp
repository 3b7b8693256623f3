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
        const int total = m_table.viewport()->width();
        const auto shown = shownColumns(m_columns, total);
        QList<ColumnWidth> those;
        for (qsizetype i = 0; i < shown.size(); ++i) {
            m_table.setColumnHidden(static_cast<int>(i), !shown.at(i));
            if (shown.at(i))
                those.append(m_columns.at(i));
        }
        const auto widths = sharedWidths(those, total);
        qsizetype next = 0;
        for (qsizetype i = 0; i < shown.size(); ++i) {
            if (shown.at(i))
                m_table.setColumnWidth(static_cast<int>(i), widths.at(next++));
        }
    }

    QTableView &m_table;
    QList<ColumnWidth> m_columns;
    bool m_isFitting = false;
    bool m_isFixed = false;
};

} // namespace

QList<bool> shownColumns(const QList<ColumnWidth> &columns, int total)
{
    QList<bool> shown(columns.size(), true);
    int least = 0;
    for (const auto &column : columns)
        least += column.least;
    while (least > total) {
        qsizetype first = -1;
        for (qsizetype i = 0; i < columns.size(); ++i) {
            const bool isMoreSpare = first < 0 || columns.at(i).spare > columns.at(first).spare;
            if (shown.at(i) && columns.at(i).spare > 0 && isMoreSpare)
                first = i;
        }
        if (first < 0)
            break;
        shown[first] = false;
        least -= columns.at(first).least;
    }
    return shown;
}

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
    for (const auto &[smallest, usual, spare] : columns) {
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
