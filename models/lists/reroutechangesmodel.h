// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/proposalchanges.h"

#include <QAbstractListModel>

namespace Doorstep {

class Fleet;

/// What a proposal changes, row by row; a row that is not checked is refused. Rows stay where they are while a proposal
/// gets better. GUI thread.
class RerouteChangesModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role : quint16 {
        StopIdRole = Qt::UserRole, ///< QString
        FromInitialsRole, ///< QString; empty: nobody's.
        FromNameRole,
        FromColourRole, ///< int, of the route palette.
        ToInitialsRole, ///< QString; empty: nobody's.
        ToNameRole,
        ToColourRole,
        PlacesRole, ///< int: so many places before (positive) or after, with the same driver.
        BeforeRole, ///< QDateTime, UTC; invalid: nobody drives there.
        AfterRole,
        LateBeforeRole, ///< int, seconds after the window.
        LateAfterRole,
    };
    Q_ENUM(Role)

    /// \a fleet, which knows addresses and names, must outlive this.
    explicit RerouteChangesModel(const Fleet &fleet, QObject *parent = nullptr);

    void show(const ProposalDraft &draft);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    /// Checking is asking for it: refusalRequested().
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void refusalRequested(const Doorstep::StopId &stop, bool refused);

private:
    struct Row
    {
        ProposalChange change;
        bool isRefused = false;

        bool operator==(const Row &) const = default;
    };
    [[nodiscard]] QVariant driverOf(const RouteId &route, int role) const;

    const Fleet &m_fleet;
    QList<Row> m_rows;
};

} // namespace Doorstep
