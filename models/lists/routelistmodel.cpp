// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/lists/routelistmodel.h"

#include "models/lists/timeornothing.h"
#include "models/store/fleet.h"
#include "models/store/overlay.h"

namespace Doorstep {
RouteListModel::RouteListModel(const Fleet &fleet, QObject *parent)
    : RouteRowsModel(fleet, parent)
{
    const auto &vehicles = fleet.vehicles();
    connect(&vehicles, &TableSignals::changed, this, &RouteListModel::markAll);
    connect(&vehicles, &TableSignals::inserted, this, &RouteListModel::markAll);
    connect(&vehicles, &TableSignals::removed, this, &RouteListModel::markAll);
    connect(&vehicles, &TableSignals::reset, this, &RouteListModel::markAll);
}

QVariant RouteListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto &route = fleet().routes().at(index.row());
    switch (role) {
    case RouteIdRole:
        return route.id.toString();
    case DriverIdRole:
        return route.driver.toString();
    case Qt::DisplayRole:
    case NameRole:
    case InitialsRole:
        return driverData(route, role);
    case StatusRole:
        return QVariant::fromValue(route.status);
    case NextStopIdRole:
    case NextStopLineRole:
    case NextArrivalRole:
        return nextStopData(route, role);
    case LoadFractionRole:
        return route.loadFraction;
    case VehicleKindRole: {
        const auto *vehicle = fleet().vehicles().find(route.vehicle);
        return QVariant::fromValue(vehicle == nullptr ? Vehicle::Kind::Van : vehicle->kind);
    }
    case ColourIndexRole:
        return fleet().colourOf(route.id);
    case IsWaitingRole:
        return isWaiting(route);
    case IsOfTheDayRole:
        return fleet().isOfTheDay(route);
    default:
        return progressData(route, role);
    }
}

bool RouteListModel::isWaiting(const Route &route) const
{
    if (overlay() == nullptr || overlay()->size() == 0)
        return false;
    return overlay()->isWaiting(Subject::of(route.id)) || overlay()->isWaiting(Subject::of(route.driver))
        || std::ranges::any_of(route.stops,
                               [this](const StopId &stop) { return overlay()->isWaiting(Subject::of(stop)); });
}

QVariant RouteListModel::driverData(const Route &route, int role) const
{
    const auto *driver = fleet().driverOf(route);
    if (driver == nullptr)
        return QString();
    return role == InitialsRole ? driver->initials() : driver->name;
}

QVariant RouteListModel::nextStopData(const Route &route, int role) const
{
    const auto *forecast = fleet().forecastOf(route.id);
    const auto next = forecast == nullptr ? StopId() : forecast->nextStop;
    switch (role) {
    case NextStopIdRole:
        return next.toString();
    case NextStopLineRole: {
        const auto *stop = fleet().stops().find(next);
        return stop == nullptr ? QString() : stop->address.line();
    }
    default: {
        const auto *stop = fleet().forecastOf(next);
        return stop == nullptr ? QVariant() : timeOrNothing(stop->expectedArrival);
    }
    }
}

QVariant RouteListModel::progressData(const Route &route, int role) const
{
    const auto *forecast = fleet().forecastOf(route.id);
    switch (role) {
    case StateRole:
        return QVariant::fromValue(forecast == nullptr ? Forecast::State::OnTime : forecast->state);
    case SlackSecondsRole:
        return forecast == nullptr || !forecast->slack ? QVariant()
                                                       : QVariant(static_cast<qint64>(forecast->slack->count()));
    case DoneStopsRole:
        return static_cast<int>(std::ranges::count_if(route.stops, [this](const StopId &id) {
            const auto *stop = fleet().stops().find(id);
            return stop != nullptr && !stop->isOpen();
        }));
    case TotalStopsRole:
        return static_cast<int>(route.stops.size());
    case LastSeenRole:
        return forecast == nullptr ? QVariant() : timeOrNothing(forecast->lastSeen);
    default:
        return {};
    }
}

QHash<int, QByteArray> RouteListModel::roleNames() const
{
    return {
        {RouteIdRole, "routeId"},
        {DriverIdRole, "driverId"},
        {NameRole, "name"},
        {InitialsRole, "initials"},
        {StateRole, "state"},
        {StatusRole, "status"},
        {SlackSecondsRole, "slackSeconds"},
        {NextStopIdRole, "nextStopId"},
        {NextStopLineRole, "nextStopLine"},
        {NextArrivalRole, "nextArrival"},
        {DoneStopsRole, "doneStops"},
        {TotalStopsRole, "totalStops"},
        {LoadFractionRole, "loadFraction"},
        {VehicleKindRole, "vehicleKind"},
        {LastSeenRole, "lastSeen"},
        {ColourIndexRole, "colourIndex"},
        {IsOfTheDayRole, "isOfTheDay"},
        {IsWaitingRole, "isWaiting"},
    };
}

} // namespace Doorstep

#include "moc_routelistmodel.cpp"
