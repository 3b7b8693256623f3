// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/proposalchanges.h"

#include <QAbstractListModel>

#include <optional>

namespace Doorstep {

class Fleet;

/// The list that one driver will see when a proposal is sent: open stops in their order, with what is new to them and
/// what has moved; at the end, what will be gone. A stop that may be moved can be dragged. GUI thread.
class RerouteSequenceModel : public QAbstractListModel
{
    Q_OBJECT
public:
    /// What becomes of a stop on the driver's list.
    enum class Fate : quint8 { Same, New, Moved, Gone };
    Q_ENUM(Fate)

    enum Role : quint16 {
        StopIdRole = Qt::UserRole, ///< QString
        NumberRole, ///< int: place in the route, from 1, done ones counted; 0 of one that is gone.
        ArrivalRole, ///< QDateTime, UTC; invalid while it is being reckoned.
        SpareSecondsRole, ///< qint64: before the end of the window, negative is late; invalid without one.
        FateRole,
        OtherDriverRole, ///< QString: who has it now (New), or will have it (Gone).
        StaysRole, ///< bool: no plan moves it.
    };
    Q_ENUM(Role)

    /// \a fleet must outlive this.
    explicit RerouteSequenceModel(const Fleet &fleet, QObject *parent = nullptr);

    void show(const ProposalDraft &draft, const RouteId &route);
    void clear();
    [[nodiscard]] const RouteId &route() const noexcept { return m_route; }
    [[nodiscard]] StopId stopAt(int row) const { return m_rows.value(row).stop; }
    [[nodiscard]] int rowOf(const StopId &stop) const;
    [[nodiscard]] int firstFree() const; ///< The first row that may be moved, or -1.
    [[nodiscard]] int end() const; ///< Behind the last stop that is driven to.
    /// Asks for moveRequested(): the stop of \a row to before the one that is at \a to now. Whether it can be asked.
    bool requestMove(int row, int to);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                       const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    /// \a position is among all stops of the route, counted without \a stop.
    void moveRequested(const Doorstep::StopId &stop, qsizetype position);

private:
    struct Row
    {
        StopId stop;
        int number = 0;
        QDateTime arrival;
        std::optional<std::chrono::seconds> spare;
        Fate fate = Fate::Same;
        RouteId other;
        bool stays = false;

        bool operator==(const Row &) const = default;
    };
    void reckon(Row &row, const Proposal &proposal, const RouteId &route) const;
    [[nodiscard]] QList<Row> rowsOf(const ProposalDraft &draft, const RouteId &route) const;
    void become(const QList<Row> &wanted);

    const Fleet &m_fleet;
    RouteId m_route;
    QList<Row> m_rows;
};

} // namespace Doorstep
