// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/orders/stopspane.h"

#include "models/store/selection.h"
#include "widgets/orders/stoprowdelegate.h"
#include "widgets/orders/stoptablemodel.h"
#include "widgets/parts/columnfit.h"
#include "widgets/parts/csv.h"
#include "widgets/parts/currentrow.h"
#include "widgets/parts/icons.h"
#include "widgets/parts/menubutton.h"
#include "widgets/parts/notice.h"
#include "widgets/parts/panelheader.h"
#include "widgets/parts/tables.h"
#include "widgets/parts/words.h"

#include <QActionGroup>
#include <QFileDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QScopedValueRollback>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep {

StopsPane::StopsPane(StopListModel &stops, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_stops(stops)
    , m_selection(selection)
    , m_model(new StopTableModel(stops, this))
    , m_header(new PanelHeader(tr("Stops")))
    , m_filter(new MenuButton(tr("Which stops"), m_header))
    , m_filterText(new QLineEdit(this))
    , m_table(new QTableView(this))
    , m_notice(new Notice(this))
{
    makeFilters();
    makeTable();
    auto *exporting = new QToolButton(m_header);
    exporting->setIcon(icon(u"download"_s));
    exporting->setAccessibleName(tr("Export the table as CSV"));
    exporting->setToolTip(exporting->accessibleName());
    connect(exporting, &QAbstractButton::clicked, this, &StopsPane::exportTable);
    m_header->addControl(m_filter);
    m_header->addControl(exporting);

    auto *layout = new QVBoxLayout(this);
    setAutoFillBackground(true);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(12, 2, 12, 8);
    top->addWidget(m_filterText);
    layout->addLayout(top);
    layout->addWidget(m_notice);
    layout->addWidget(m_table, 1);

    for (const auto &signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, signal, this, &StopsPane::showCount);
    connect(m_model, &QAbstractItemModel::modelReset, this, &StopsPane::showCount);
    connect(m_model, &QAbstractItemModel::layoutChanged, this, &StopsPane::showCount);
    connect(&selection, &Selection::changed, this, &StopsPane::showSelection);
    showCount();
    showSelection();
}

void StopsPane::makeFilters()
{
    using Filter = StopListModel::Filter;
    auto *group = new QActionGroup(this);
    for (const auto &[filter, text] :
         {std::pair{Filter::All, tr("all")}, std::pair{Filter::Open, tr("open")}, std::pair{Filter::Done, tr("done")},
          std::pair{Filter::Failed, tr("failed")}, std::pair{Filter::WithoutRoute, tr("without a route")},
          std::pair{Filter::WithoutPlace, tr("without a place")}}) {
        auto *choice = m_filter->menu()->addAction(text);
        choice->setCheckable(true);
        choice->setData(static_cast<int>(filter));
        group->addAction(choice);
        connect(choice, &QAction::triggered, this, [this, filter] { setFilter(filter); });
    }
    setFilter(m_stops.filter());

    m_filterText->setPlaceholderText(tr("Filter by tracking number, customer, address or driver"));
    m_filterText->setAccessibleName(tr("Filter the stops"));
    m_filterText->setClearButtonEnabled(true);
    m_filterSoon.setSingleShot(true);
    m_filterSoon.setInterval(120ms);
    connect(m_filterText, &QLineEdit::textChanged, this, [this] { m_filterSoon.start(); });
    connect(m_filterText, &QLineEdit::returnPressed, m_table, [this] { m_table->setFocus(); });
    connect(&m_filterSoon, &QTimer::timeout, this, [this] {
        m_model->setFilterText(m_filterText->text());
        showCount();
        showSelection();
    });
}

void StopsPane::makeTable()
{
    dressTable(*m_table, tr("Stops"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new StopRowDelegate(m_table));
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    // The longest word on a status is never cut: its dot, and a mark.
    int status = 0;
    for (const auto one : {Stop::Status::Planned, Stop::Status::Arrived, Stop::Status::Delivered, Stop::Status::Failed,
                           Stop::Status::Cancelled})
        status = std::max(status, m_table->fontMetrics().horizontalAdvance(Words::of(one)));
    status += 38;
    // Tracking number, customer, address, window, arrival, status, driver, attempts: what is looked up first comes
    // first; what the details say as well goes where there is no room.
    fitColumns(*m_table,
               {{.least = 150, .wanted = 154},
                {.least = 96, .wanted = 150, .spare = 2},
                {.least = 120, .wanted = 210},
                {.least = 104, .wanted = 108},
                {.least = 92, .wanted = 92},
                {.least = status, .wanted = 190},
                {.least = 104, .wanted = 140, .spare = 3},
                {.least = 76, .wanted = 80, .spare = 4}});
    keepCurrentInSight(*m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (m_following)
            return;
        QList<StopId> chosen;
        for (const auto &row : m_table->selectionModel()->selectedRows())
            chosen.append(StopId(row.data(StopListModel::StopIdRole).toString()));
        if (!chosen.isEmpty())
            m_selection.selectStops(chosen);
    });
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT stopActivated(StopId(index.data(StopListModel::StopIdRole).toString()));
    });
    connect(m_table, &QWidget::customContextMenuRequested, this,
            [this](QPoint at) { Q_EMIT contextMenuRequested(m_table->viewport()->mapToGlobal(at)); });
}

void StopsPane::setDepotTime(const DepotTime &time)
{
    m_model->setDepotTime(time);
}

void StopsPane::setFilter(StopListModel::Filter filter)
{
    m_stops.setFilter(filter);
    for (auto *choice : m_filter->menu()->actions())
        if (choice->data().toInt() == static_cast<int>(filter)) {
            choice->setChecked(true);
            m_filter->setChoice(tr("Show: %1").arg(choice->text()));
        }
    showCount();
}

void StopsPane::setCompact(bool compact)
{
    m_table->verticalHeader()->setDefaultSectionSize(compact ? compactRowHeight : rowHeight);
}

void StopsPane::exportTable()
{
    const auto path = QFileDialog::getSaveFileName(this, tr("Export stops"), u"stops.csv"_s, tr("CSV files (*.csv)"));
    if (path.isEmpty())
        return;
    if (const auto written = exportCsv(*m_model, path); !written)
        m_notice->tell(Notice::Tone::Bad, Words::of(written.error().kind));
    else
        m_notice->tell(Notice::Tone::Neutral, tr("Exported %n stop(s) to %1.", nullptr, m_model->rowCount()).arg(path));
}

void StopsPane::showCount()
{
    m_header->setBadge(locale().toString(m_model->rowCount()));
}

// Many at once: a box on the map.
void StopsPane::showSelected(const QList<StopId> &stops)
{
    QItemSelection rows;
    for (const auto &stop : stops) {
        if (const auto index = m_model->mapFromSource(m_stops.indexOf(stop.toString())); index.isValid())
            rows.select(index, index);
    }
    m_table->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void StopsPane::showSelection()
{
    const QScopedValueRollback following(m_following, true);
    const auto stop = m_selection.stop();
    if (!stop.isValid()) {
        showSelected(m_selection.stops());
        return;
    }
    const auto index = m_model->mapFromSource(m_stops.indexOf(stop.toString()));
    if (!index.isValid()) {
        m_table->clearSelection();
        return;
    }
    if (!m_table->selectionModel()->isRowSelected(index.row()) || m_table->selectionModel()->selectedRows().size() != 1)
        m_table->selectRow(index.row());
    m_table->scrollTo(index);
}

} // namespace Doorstep

#include "moc_stopspane.cpp"
