// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/parts/depottime.h"

#include <QSortFilterProxyModel>

namespace Doorstep {

class StopListModel;

/// The stops as words for a table, and those of them that hold every word typed: in the tracking number, customer,
/// address or driver, accents and case aside. Sorting is the source's own.
class StopTableModel : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    /// \a stops must outlive the model.
    explicit StopTableModel(StopListModel &stops, QObject *parent = nullptr);

    void setDepotTime(const DepotTime &time);
    void setFilterText(const QString &text);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

private:
    [[nodiscard]] QString text(const QModelIndex &source, int column) const;
    [[nodiscard]] static QString spokenPeople(const QModelIndex &source);
    [[nodiscard]] static QString spokenMarks(const QModelIndex &source, int column);
    [[nodiscard]] QString arrivalText(const QModelIndex &source) const;

    StopListModel &m_stops;
    DepotTime m_time;
    QList<QByteArray> m_words;
};

} // namespace Doorstep
