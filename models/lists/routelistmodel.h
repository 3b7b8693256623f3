// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/lists/routerowsmodel.h"

namespace Doorstep {

struct Route;

/// One row a driver's route, in the order of the fleet's table. Wrap it in a RouteFilterModel to sort and filter.
///
/// Gives numbers, times and enums; words and colours are the views'. An absent value is an invalid QVariant.
class RouteListModel : public RouteRowsModel
{
    Q_OBJECT
public:
    enum Role : quint16 {
        RouteIdRole = Qt::UserRole, ///< QString
        DriverIdRole, ///< QString
        NameRole, ///< QString: the driver's name; also Qt::DisplayRole
        InitialsRole, ///< QString
        StateRole, ///< Forecast::State; OnTime before there is a forecast
        StatusRole, ///< Route::Status
        SlackSecondsRole, ///< qint64: how far ahead, negative is late; absent when unknown
        NextStopIdRole, ///< QString; empty when nothing is left
        NextStopLineRole, ///< QString: the address line of the next stop
        NextArrivalRole, ///< QDateTime, UTC: expected (P50) at the next stop; absent when unknown
        DoneStopsRole, ///< int: delivered, failed or cancelled
        TotalStopsRole, ///< int
        LoadFractionRole, ///< double, 0 to 1 (or more)
        VehicleKindRole, ///< Vehicle::Kind
        LastSeenRole, ///< QDateTime, UTC: of the newest trusted fix; absent when never heard. "Silent since" in state
                      ///< Silent
        ColourIndexRole, ///< int: which colour of the route palette; stable
        IsOfTheDayRole, ///< bool
        IsWaitingRole, ///< bool: the route, its driver or one of its stops is shown as decided here and not yet
                       ///< confirmed
    };
    Q_ENUM(Role)

    /// \a fleet must outlive the model.
    explicit RouteListModel(const Fleet &fleet, QObject *parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    [[nodiscard]] bool isWaiting(const Route &route) const;
    [[nodiscard]] QVariant driverData(const Route &route, int role) const;
    [[nodiscard]] QVariant nextStopData(const Route &route, int role) const;
    [[nodiscard]] QVariant progressData(const Route &route, int role) const;
};

} // namespace Doorstep
