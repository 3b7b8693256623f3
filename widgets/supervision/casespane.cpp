// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/supervision/casespane.h"

#include "widgets/parts/columnfit.h"
#include "widgets/parts/currentrow.h"
#include "widgets/parts/rowdelegate.h"
#include "widgets/parts/tables.h"
#include "widgets/supervision/casebudgetmodel.h"
#include "widgets/supervision/exportcard.h"

#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Doorstep {

CasesPane::CasesPane(const Fleet &fleet, const Clock &clock, std::function<QString(const QString &)> nameOf,
                     QWidget *parent)
    : QWidget(parent)
    , m_model(new CaseBudgetModel(fleet, clock, std::move(nameOf), this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_table(new QTableView(this))
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(CaseBudgetModel::SortRole);
    m_sorted->setSortLocaleAware(true);
    m_sorted->setDynamicSortFilter(false); // figures change all day; rows move when the person sorts
    dressTable(*m_table, tr("Kinds of cases, last 7 days"));
    m_table->setModel(m_sorted);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(CaseBudgetModel::ShareColumn, Qt::AscendingOrder);
    // Kind, opened, acted on, went by itself, untouched, share.
    fitColumns(*m_table,
               {{.least = 130, .wanted = 260},
                {.least = 72, .wanted = 100, .spare = 1},
                {.least = 84, .wanted = 100},
                {.least = 76, .wanted = 110, .spare = 2},
                {.least = 92, .wanted = 110},
                {.least = 90, .wanted = 160}});
    keepCurrentInSight(*m_table);

    m_card = new ExportCard({.title = tr("Kinds of cases, last 7 days"),
                             .asking = tr("Export the kinds of cases as CSV"),
                             .fileName = u"cases.csv"_s,
                             .exported = [](int rows) { return tr("Exported %n kind(s) to %1.", nullptr, rows); }},
                            *m_table, this);
    m_thresholds = new QToolButton(this);
    m_thresholds->setText(tr("Thresholds…"));
    m_thresholds->setProperty("quiet", true);
    m_thresholds->setAccessibleName(tr("Change from when on something is a case"));
    connect(m_thresholds, &QAbstractButton::clicked, this, &CasesPane::thresholdsRequested);
    m_card->addControl(m_thresholds);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 14, 14, 6);
    layout->addWidget(m_card);

    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex &row) {
        Q_EMIT kindActivated(row.data(CaseBudgetModel::KindWordRole).toString());
    });
    connect(m_model, &QAbstractItemModel::modelReset, this,
            [this] { m_sorted->sort(m_sorted->sortColumn(), m_sorted->sortOrder()); });
}

void CasesPane::setCompact(bool compact)
{
    m_table->verticalHeader()->setDefaultSectionSize(compact ? compactRowHeight : rowHeight);
}

void CasesPane::setThresholdsOffered(bool offered)
{
    m_thresholds->setEnabled(offered);
}

void CasesPane::exportTable()
{
    m_card->exportTable();
}

} // namespace Doorstep

#include "moc_casespane.cpp"
