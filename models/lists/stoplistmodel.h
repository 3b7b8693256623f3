// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"

#include <QAbstractTableModel>
#include <QSet>

namespace Doorstep {

class Fleet;
class Overlay;
class Presence;
struct Stop;

/// All stops as a table that sorts itself: 50,000 rows in a few tens of milliseconds, and only when asked to. Changes
/// and new stops (which go to the end) never move a row.
///
/// Every role answers on every column; Qt::DisplayRole gives the column's plain value (text, QDateTime, int) without
/// words.
class StopListModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column : quint8 {
        TrackingNumberColumn,
        CustomerColumn,
        AddressColumn,
        WindowColumn, ///< Sorts by its end.
        ArrivalColumn, ///< Actual, else expected, else scheduled.
        StatusColumn,
        DriverColumn,
        AttemptsColumn,
        ColumnCount,
    };
    Q_ENUM(Column)

    enum Role : quint16 {
        StopIdRole = Qt::UserRole, ///< QString
        TrackingNumberRole, ///< QString, thirteen characters; empty when unknown
        CustomerRole, ///< QString
        AddressRole, ///< QString: the address line
        WindowFromRole, ///< QDateTime UTC; absent when open
        WindowToRole, ///< QDateTime UTC; absent when open
        ScheduledArrivalRole, ///< QDateTime UTC
        ExpectedArrivalRole, ///< QDateTime UTC: P50 of an open stop
        LateArrivalRole, ///< QDateTime UTC: P90 of an open stop
        ActualArrivalRole, ///< QDateTime UTC
        CompletedAtRole, ///< QDateTime UTC
        StatusRole, ///< Stop::Status
        FailureRole, ///< Stop::Failure
        DriverIdRole, ///< QString; empty when nobody drives there
        DriverNameRole, ///< QString
        RouteIdRole, ///< QString
        PositionRole, ///< int: 1 is the first stop of its route; absent without one
        AttemptsRole, ///< int
        HasPlaceRole, ///< bool
        ColourIndexRole, ///< int
        MarksRole, ///< StopMarks
        LookingRole, ///< QStringList: other people who have it before them
        EditingRole, ///< QStringList: those of them who change it
    };
    Q_ENUM(Role)

    /// What is shown.
    enum class Filter : quint8 { All, Open, Done, Failed, WithoutRoute, WithoutPlace };
    Q_ENUM(Filter)

    /// \a fleet must outlive the model.
    explicit StopListModel(const Fleet &fleet, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// Tells of what waits too; \a overlay must outlive the model.
    void follow(const Overlay &overlay);
    /// Tells who else is there, too; \a presence must outlive the model.
    void setPresence(const Presence &presence);
    /// Takes effect at once; while a filter is on, a changed stop that no longer fits stays until setFilter() is called
    /// again.
    void setFilter(Filter filter);
    [[nodiscard]] Filter filter() const noexcept { return m_filter; }

    /// Column 0 of \a stopId; invalid when it is not shown.
    [[nodiscard]] QModelIndex indexOf(const QString &stopId) const;

private:
    void follow();
    void rebuild();
    void tellDirty();
    void appendTableRows(qsizetype first, qsizetype last);
    void removeTableRows(qsizetype first, qsizetype last);
    void renumberTableRows(qsizetype first, qsizetype last);
    [[nodiscard]] bool accepts(const Stop &stop) const;
    [[nodiscard]] QList<qsizetype> sorted(QList<qsizetype> rows) const;
    [[nodiscard]] QVariant timeData(const Stop &stop, int role) const;
    [[nodiscard]] QVariant routeData(const Stop &stop, int role) const;
    [[nodiscard]] QVariant columnData(const Stop &stop, int column) const;
    void setRows(QList<qsizetype> rows);

    const Fleet &m_fleet;
    const Overlay *m_overlay = nullptr;
    const Presence *m_presence = nullptr;
    QSet<StopId> m_attended; ///< Stops that somebody was at when it was last told.
    Filter m_filter = Filter::All;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    QList<qsizetype> m_rows; ///< Our row → the table's row.
    QList<qsizetype> m_positions; ///< The table's row → our row, -1 when it is not shown.
    QSet<qsizetype> m_dirtyTableRows;
    bool m_areAllDirty = false;
};

} // namespace Doorstep
