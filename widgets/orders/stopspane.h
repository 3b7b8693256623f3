// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"
#include "models/lists/stoplistmodel.h"
#include "widgets/parts/depottime.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QTableView;

namespace Doorstep {

class MenuButton;
class Notice;
class PanelHeader;
class Selection;
class StopTableModel;

/// Every stop of the day as a table to sort, filter and export.
class StopsPane : public QWidget
{
    Q_OBJECT
public:
    /// Both must outlive the pane.
    StopsPane(StopListModel &stops, Selection &selection, QWidget *parent = nullptr);

    [[nodiscard]] PanelHeader *header() const { return m_header; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] QLineEdit *filterField() const { return m_filterText; }

    void setDepotTime(const DepotTime &time);
    void setFilter(StopListModel::Filter filter);
    void setCompact(bool compact);
    /// Asks where, and writes what the table shows.
    void exportTable();

Q_SIGNALS:
    void stopActivated(const Doorstep::StopId &stop);
    void contextMenuRequested(QPoint globalPosition);

private:
    void makeFilters();
    void makeTable();
    void showCount();
    void showSelection();
    void showSelected(const QList<StopId> &stops);

    StopListModel &m_stops;
    Selection &m_selection;
    StopTableModel *m_model;
    PanelHeader *m_header;
    MenuButton *m_filter;
    QLineEdit *m_filterText;
    QTableView *m_table;
    Notice *m_notice;
    QTimer m_filterSoon;
    bool m_following = false;
};

} // namespace Doorstep
