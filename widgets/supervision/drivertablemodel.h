// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/supervision/performance.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace Doorstep {

class Clock;

/// The drivers of the day and what their day comes to, a row each, counted anew a second after something changed.
class DriverTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column : quint8 {
        DriverColumn,
        DeliveredColumn,
        OnTimeColumn,
        FirstAttemptColumn,
        StopsPerHourColumn,
        FailedColumn,
        LastSeenColumn,
        TrendColumn,
        ColumnCount,
    };
    enum Role : quint16 {
        DriverIdRole = Qt::UserRole, ///< QString
        RouteIdRole, ///< QString
        InitialsRole, ///< QString
        SortRole, ///< double or QString
        PerHourRole, ///< QList<double>
        ColourIndexRole, ///< int
    };

    /// Both must outlive the model.
    DriverTableModel(const Fleet &fleet, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Counts now.
    void refresh();

private:
    [[nodiscard]] QString text(const Performance &row, int column) const;
    [[nodiscard]] static QVariant sortKey(const Performance &row, int column);

    const Fleet &m_fleet;
    const Clock &m_clock;
    QList<Performance> m_rows;
    QTimer m_soon;
};

} // namespace Doorstep
