// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/lists/routelistmodel.h"

#include "models/store/fleet.h"

namespace Doorstep {
namespace {

QVariant timeOrNothing(const QDateTime &time)
{
    return time.isValid() ? QVariant(time) : QVariant();
}

} // namespace

RouteListModel::RouteListModel(const Fleet &fleet, QObject *parent)
    : QAbstractListModel(parent)
    , m_fleet(fleet)
{
    followRoutes();
    followTheRest();
}

void RouteListModel::followRoutes()
{
    const auto &routes = m_fleet.routes();
    connect(&routes, &TableSignals::aboutToInsert, this, [this](qsizetype first, qsizetype last) {
        beginInsertRows({}, static_cast<int>(first), static_cast<int>(last));
    });
    connect(&routes, &TableSignals::inserted, this, &RouteListModel::endInsertRows);
    connect(&routes, &TableSignals::aboutToRemove, this, [this](qsizetype first, qsizetype last) {
        beginRemoveRows({}, static_cast<int>(first), static_cast<int>(last));
    });
    connect(&routes, &TableSignals::removed, this, &RouteListModel::endRemoveRows);
    connect(&routes, &TableSignals::aboutToReset, this, &RouteListModel::beginResetModel);
    connect(&routes, &TableSignals::reset, this, &RouteListModel::endResetModel);
    connect(&routes, &TableSignals::changed, this, [this](const QList<qsizetype> &rows) {
        for (const auto row : rows)
            m_dirtyRoutes.insert(m_fleet.routes().at(row).id.toString());
    });
}

void RouteListModel::followTheRest()
{
    const auto &forecasts = m_fleet.forecasts();
    const auto markForecast = [this](qsizetype row) {
        m_dirtyRoutes.insert(m_fleet.forecasts().at(row).route.toString());
    };
    connect(&forecasts, &TableSignals::changed, this,
            [markForecast](const QList<qsizetype> &rows) { std::ranges::for_each(rows, markForecast); });
    connect(&forecasts, &TableSignals::inserted, this, [markForecast](qsizetype first, qsizetype last) {
        for (auto row = first; row <= last; ++row)
            markForecast(row);
    });
    connect(&forecasts, &TableSignals::removed, this, &RouteListModel::markAll);
    connect(&forecasts, &TableSignals::reset, this, &RouteListModel::markAll);

    // A stop counts for progress and is named as the next one.
    connect(&m_fleet.stops(), &TableSignals::changed, this, [this](const QList<qsizetype> &rows) {
        for (const auto row : rows)
            m_dirtyRoutes.insert(m_fleet.placeOf(m_fleet.stops().at(row).id).route.toString());
    });
    connect(&m_fleet.stops(), &TableSignals::inserted, this, &RouteListModel::markAll);
    for (const TableSignals *table : {static_cast<const TableSignals *>(&m_fleet.drivers()),
                                      static_cast<const TableSignals *>(&m_fleet.vehicles())}) {
        connect(table, &TableSignals::changed, this, &RouteListModel::markAll);
        connect(table, &TableSignals::inserted, this, &RouteListModel::markAll);
        connect(table, &TableSignals::removed, this, &RouteListModel::markAll);
        connect(table, &TableSignals::reset, this, &RouteListModel::markAll);
    }
    connect(&m_fleet, &Fleet::applied, this, &RouteListModel::tellDirty);
    connect(&m_fleet, &Fleet::dayChanged, this, [this] {
        markAll();
        tellDirty();
    });
}

void RouteListModel::markAll()
{
    m_areAllDirty = true;
}

void RouteListModel::tellDirty()
{
    const auto routes = std::exchange(m_dirtyRoutes, {});
    if (std::exchange(m_areAllDirty, false)) {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    QList<int> rows;
    for (const auto &route : routes)
        rows.append(static_cast<int>(m_fleet.routes().rowOf(RouteId(route))));
    rows.removeAll(-1);
    if (const auto [first, last] = std::ranges::minmax_element(rows); first != rows.end())
        Q_EMIT dataChanged(index(*first), index(*last));
}

int RouteListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_fleet.routes().size());
}

QVariant RouteListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto &route = m_fleet.routes().at(index.row());
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
        const auto *vehicle = m_fleet.vehicles().find(route.vehicle);
        return QVariant::fromValue(vehicle == nullptr ? Vehicle::Kind::Van : vehicle->kind);
    }
    case ColourIndexRole:
        return m_fleet.colourOf(route.id);
    case IsOfTheDayRole:
        return m_fleet.isOfTheDay(route);
    default:
        return progressData(route, role);
    }
}

QVariant RouteListModel::driverData(const Route &route, int role) const
{
    const auto *driver = m_fleet.driverOf(route);
    if (driver == nullptr)
        return QString();
    return role == InitialsRole ? driver->initials() : driver->name;
}

QVariant RouteListModel::nextStopData(const Route &route, int role) const
{
    const auto *forecast = m_fleet.forecastOf(route.id);
    const auto next = forecast == nullptr ? StopId() : forecast->nextStop;
    switch (role) {
    case NextStopIdRole:
        return next.toString();
    case NextStopLineRole: {
        const auto *stop = m_fleet.stops().find(next);
        return stop == nullptr ? QString() : stop->address.line();
    }
    default: {
        const auto *stop = m_fleet.forecastOf(next);
        return stop == nullptr ? QVariant() : timeOrNothing(stop->expectedArrival);
    }
    }
}

QVariant RouteListModel::progressData(const Route &route, int role) const
{
    const auto *forecast = m_fleet.forecastOf(route.id);
    switch (role) {
    case StateRole:
        return QVariant::fromValue(forecast == nullptr ? Forecast::State::OnTime : forecast->state);
    case SlackSecondsRole:
        return forecast == nullptr || !forecast->slack ? QVariant()
                                                       : QVariant(static_cast<qint64>(forecast->slack->count()));
    case DoneStopsRole:
        return static_cast<int>(std::ranges::count_if(route.stops, [this](const StopId &id) {
            const auto *stop = m_fleet.stops().find(id);
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
    };
}

} // namespace Doorstep

#include "moc_routelistmodel.cpp"
