// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/supervision/casebudgetmodel.h"

#include "models/domain/clock.h"
#include "models/store/fleet.h"

#include <QLocale>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace Doorstep {

CaseBudgetModel::CaseBudgetModel(const Fleet &fleet, const Clock &clock, std::function<QString(const QString &)> nameOf,
                                 QObject *parent)
    : QAbstractTableModel(parent)
    , m_fleet(fleet)
    , m_clock(clock)
    , m_nameOf(std::move(nameOf))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(1s);
    connect(&m_soon, &QTimer::timeout, this, &CaseBudgetModel::refresh);
    const auto soon = [this] {
        if (!m_soon.isActive())
            m_soon.start();
    };
    const auto &cases = fleet.exceptions();
    connect(&cases, &TableSignals::inserted, this, soon);
    connect(&cases, &TableSignals::changed, this, soon);
    connect(&cases, &TableSignals::removed, this, soon);
    connect(&cases, &TableSignals::reset, this, soon);
    refresh();
}

void CaseBudgetModel::refresh()
{
    auto rows = caseBudgets(m_fleet.exceptions(), m_clock.now().addDuration(-looksBack));
    if (rows == m_rows)
        return;
    if (std::ranges::equal(rows, m_rows, {}, &CaseBudget::kind, &CaseBudget::kind)) {
        m_rows = std::move(rows);
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int CaseBudgetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CaseBudgetModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CaseBudgetModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return row.isNoise() ? tr("Hardly anybody acts on these. Is the threshold right?") : QVariant();
    case SortRole:
        return sortKey(row, index.column());
    case KindWordRole:
        return row.kind;
    case IsNoiseRole:
        return row.isNoise();
    default:
        return {};
    }
}

QString CaseBudgetModel::text(const CaseBudget &row, int column) const
{
    const QLocale locale;
    switch (column) {
    case KindColumn:
        return m_nameOf(row.kind);
    case OpenedColumn:
        return locale.toString(row.opened);
    case ActedOnColumn:
        return locale.toString(row.actedOn);
    case ClearedColumn:
        return locale.toString(row.cleared);
    case OpenColumn:
        return locale.toString(row.open);
    case ShareColumn: {
        if (row.actedOn + row.cleared == 0)
            return {};
        const auto percent = tr("%1 %").arg(locale.toString(static_cast<int>(row.share() * 100.0)));
        return row.isNoise() ? tr("%1, noise?", "a share; hardly anybody acts on these").arg(percent) : percent;
    }
    default:
        return {};
    }
}

QVariant CaseBudgetModel::sortKey(const CaseBudget &row, int column) const
{
    switch (column) {
    case KindColumn:
        return m_nameOf(row.kind);
    case OpenedColumn:
        return row.opened;
    case ActedOnColumn:
        return row.actedOn;
    case ClearedColumn:
        return row.cleared;
    case OpenColumn:
        return row.open;
    default:
        return row.share();
    }
}

QVariant CaseBudgetModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case KindColumn:
        return tr("Kind", "of a case");
    case OpenedColumn:
        return tr("Opened", "cases");
    case ActedOnColumn:
        return tr("Acted on", "cases that somebody took, put off or closed");
    case ClearedColumn:
        return tr("Cleared", "cases that went by themselves, nobody acted on them");
    case OpenColumn:
        return tr("Untouched", "cases that are open, nobody has acted");
    case ShareColumn:
        return tr("Share", "of cases that somebody acted on");
    default:
        return {};
    }
}

} // namespace Doorstep

#include "moc_casebudgetmodel.cpp"
