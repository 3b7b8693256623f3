// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"

#include <QWidget>

class QSortFilterProxyModel;
class QTableView;

namespace Doorstep {

class Clock;
class DriverTableModel;
class ExportCard;
class Fleet;
class Selection;

/// The drivers beside each other, for a supervisor: a card with a table to sort and export.
class DriversPane : public QWidget
{
    Q_OBJECT
public:
    /// All must outlive the pane.
    DriversPane(const Fleet &fleet, Selection &selection, const Clock &clock, QWidget *parent = nullptr);

    [[nodiscard]] QTableView *table() const { return m_table; }
    void exportTable();
    void setCompact(bool compact);

Q_SIGNALS:
    void routeActivated(const Doorstep::RouteId &route);
    void contextMenuRequested(QPoint globalPosition);

private:
    void showSelection();

    Selection &m_selection;
    DriverTableModel *m_model;
    QSortFilterProxyModel *m_sorted;
    QTableView *m_table;
    ExportCard *m_card;
    bool m_following = false;
};

} // namespace Doorstep
