// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <functional>

class QSortFilterProxyModel;
class QTableView;
class QToolButton;

namespace Doorstep {

class CaseBudgetModel;
class Clock;
class ExportCard;
class Fleet;

/// What the kinds of cases came to in the last week, for a supervisor: which of them nobody acts on. A card with a
/// table to sort and export.
class CasesPane : public QWidget
{
    Q_OBJECT
public:
    /// \a nameOf says what cases of a kind are called together. All must outlive the pane.
    CasesPane(const Fleet &fleet, const Clock &clock, std::function<QString(const QString &word)> nameOf,
              QWidget *parent = nullptr);

    [[nodiscard]] QTableView *table() const { return m_table; }
    void exportTable();
    void setCompact(bool compact);
    /// Whether the person may change from when on something is a case.
    void setThresholdsOffered(bool offered);

Q_SIGNALS:
    /// Enter or a double click: show the open ones.
    void kindActivated(const QString &word);
    void thresholdsRequested();

private:
    CaseBudgetModel *m_model;
    QSortFilterProxyModel *m_sorted;
    QTableView *m_table;
    ExportCard *m_card;
    QToolButton *m_thresholds;
};

} // namespace Doorstep
