// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/casebudget.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <chrono>
#include <functional>

namespace Doorstep {

class Clock;
class Fleet;

/// The kinds of cases of the last week and what became of them, a row each, counted anew a second after something
/// changed.
class CaseBudgetModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr std::chrono::days looksBack{7};

    enum Column : quint8 {
        KindColumn,
        OpenedColumn,
        ActedOnColumn,
        ClearedColumn,
        OpenColumn,
        ShareColumn,
        ColumnCount,
    };
    enum Role : quint16 {
        SortRole = Qt::UserRole, ///< double or QString
        KindWordRole, ///< QString
        IsNoiseRole, ///< bool, see CaseBudget::isNoise()
    };

    /// \a nameOf says what cases of a kind are called together. All must outlive the model.
    CaseBudgetModel(const Fleet &fleet, const Clock &clock, std::function<QString(const QString &word)> nameOf,
                    QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Counts now.
    void refresh();

private:
    [[nodiscard]] QString text(const CaseBudget &row, int column) const;
    [[nodiscard]] QVariant sortKey(const CaseBudget &row, int column) const;

    const Fleet &m_fleet;
    const Clock &m_clock;
    std::function<QString(const QString &)> m_nameOf;
    QList<CaseBudget> m_rows;
    QTimer m_soon;
};

} // namespace Doorstep
