// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/supervision/driverspane.h"

#include "models/store/selection.h"
#include "widgets/parts/columnfit.h"
#include "widgets/parts/currentrow.h"
#include "widgets/parts/tables.h"
#include "widgets/supervision/driverrowdelegate.h"
#include "widgets/supervision/drivertablemodel.h"
#include "widgets/supervision/exportcard.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

constexpr int tallRow = 41;

} // namespace

DriversPane::DriversPane(const Fleet &fleet, Selection &selection, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_model(new DriverTableModel(fleet, clock, this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_table(new QTableView(this))
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(DriverTableModel::SortRole);
    m_sorted->setSortLocaleAware(true);
    m_sorted->setDynamicSortFilter(false); // figures change all day; rows move when the person sorts
    dressTable(*m_table, tr("Drivers"));
    m_table->setModel(m_sorted);
    m_table->setItemDelegate(new DriverRowDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->verticalHeader()->setDefaultSectionSize(tallRow);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(DriverTableModel::DriverColumn, Qt::AscendingOrder);
    // Driver, delivered, on time, first attempt, stops an hour, failed, last seen, stops by hour.
    fitColumns(*m_table,
               {{.least = 150, .wanted = 230},
                {.least = 84, .wanted = 130},
                {.least = 76, .wanted = 110},
                {.least = 96, .wanted = 130},
                {.least = 76, .wanted = 110},
                {.least = 86, .wanted = 120},
                {.least = 86, .wanted = 130},
                {.least = 130, .wanted = 170}});
    keepCurrentInSight(*m_table);

    m_card = new ExportCard({.title = tr("Drivers"),
                             .asking = tr("Export the drivers as CSV"),
                             .fileName = u"drivers.csv"_s,
                             .exported = [](int rows) { return tr("Exported %n driver(s) to %1.", nullptr, rows); }},
                            *m_table, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 6, 14, 14);
    layout->addWidget(m_card);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &row) {
        if (!m_following && row.isValid())
            m_selection.selectRoute(RouteId(row.data(DriverTableModel::RouteIdRole).toString()));
    });
    connect(m_table, &QWidget::customContextMenuRequested, this,
            [this](QPoint at) { Q_EMIT contextMenuRequested(m_table->viewport()->mapToGlobal(at)); });
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex &row) {
        Q_EMIT routeActivated(RouteId(row.data(DriverTableModel::RouteIdRole).toString()));
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_sorted->sort(m_sorted->sortColumn(), m_sorted->sortOrder());
        showSelection();
    });
    connect(&selection, &Selection::changed, this, &DriversPane::showSelection);
    showSelection();
}

void DriversPane::setCompact(bool compact)
{
    m_table->verticalHeader()->setDefaultSectionSize(compact ? compactRowHeight : tallRow);
}

void DriversPane::exportTable()
{
    m_card->exportTable();
}

void DriversPane::showSelection()
{
    const QScopedValueRollback following(m_following, true);
    const auto route = m_selection.route().toString();
    for (int row = 0; row < m_sorted->rowCount(); ++row)
        if (m_sorted->index(row, 0).data(DriverTableModel::RouteIdRole).toString() == route) {
            if (row != m_table->currentIndex().row())
                m_table->selectRow(row);
            return;
        }
    m_table->clearSelection();
}

} // namespace Doorstep

#include "moc_driverspane.cpp"
