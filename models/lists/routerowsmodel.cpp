// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/lists/routerowsmodel.h"

#include "models/store/fleet.h"
#include "models/store/overlay.h"

namespace Doorstep {

RouteRowsModel::RouteRowsModel(const Fleet &fleet, QObject *parent)
    : QAbstractListModel(parent)
    , m_fleet(fleet)
{
    followRoutes();
    followForecasts();
    connect(&fleet.stops(), &TableSignals::changed, this, [this](const QList<qsizetype> &rows) {
        for (const auto row : rows)
            mark(m_fleet.placeOf(m_fleet.stops().at(row).id).route);
    });
    connect(&fleet.drivers(), &TableSignals::changed, this, &RouteRowsModel::markAll);
    for (const TableSignals *table :
         {static_cast<const TableSignals *>(&fleet.stops()), static_cast<const TableSignals *>(&fleet.drivers())}) {
        connect(table, &TableSignals::inserted, this, &RouteRowsModel::markAll);
        connect(table, &TableSignals::removed, this, &RouteRowsModel::markAll);
        connect(table, &TableSignals::reset, this, &RouteRowsModel::markAll);
    }
    connect(&fleet, &Fleet::applied, this, &RouteRowsModel::tellDirty);
    connect(&fleet, &Fleet::dayChanged, this, [this] {
        markAll();
        tellDirty();
    });
}

void RouteRowsModel::follow(const Overlay &overlay)
{
    m_overlay = &overlay;
    connect(&overlay, &Overlay::waitingChanged, this, [this](const QList<Subject> &subjects) {
        for (const auto &subject : subjects) {
            if (subject.kind == Subject::Kind::Stop)
                mark(m_fleet.placeOf(StopId(subject.id)).route);
            else if (subject.kind == Subject::Kind::Route)
                mark(RouteId(subject.id));
            else if (const auto *route = m_fleet.routeOf(DriverId(subject.id));
                     route != nullptr && subject.kind == Subject::Kind::Driver)
                mark(route->id);
        }
        tellDirty();
    });
}

void RouteRowsModel::followRoutes()
{
    const auto &routes = m_fleet.routes();
    connect(&routes, &TableSignals::aboutToInsert, this, [this](qsizetype first, qsizetype last) {
        beginInsertRows({}, static_cast<int>(first), static_cast<int>(last));
    });
    connect(&routes, &TableSignals::inserted, this, &RouteRowsModel::endInsertRows);
    connect(&routes, &TableSignals::aboutToRemove, this, [this](qsizetype first, qsizetype last) {
        beginRemoveRows({}, static_cast<int>(first), static_cast<int>(last));
    });
    connect(&routes, &TableSignals::removed, this, [this] {
        forgetAll();
        endRemoveRows();
    });
    connect(&routes, &TableSignals::aboutToReset, this, &RouteRowsModel::beginResetModel);
    connect(&routes, &TableSignals::reset, this, [this] {
        forgetAll();
        endResetModel();
    });
    connect(&routes, &TableSignals::changed, this, [this](const QList<qsizetype> &rows) {
        for (const auto row : rows)
            mark(m_fleet.routes().at(row).id);
    });
}

void RouteRowsModel::followForecasts()
{
    const auto &forecasts = m_fleet.forecasts();
    connect(&forecasts, &TableSignals::changed, this, [this](const QList<qsizetype> &rows) {
        for (const auto row : rows)
            mark(m_fleet.forecasts().at(row).route);
    });
    connect(&forecasts, &TableSignals::inserted, this, [this](qsizetype first, qsizetype last) {
        for (auto row = first; row <= last; ++row)
            mark(m_fleet.forecasts().at(row).route);
    });
    connect(&forecasts, &TableSignals::removed, this, &RouteRowsModel::markAll);
    connect(&forecasts, &TableSignals::reset, this, &RouteRowsModel::markAll);
}

void RouteRowsModel::tellDirty()
{
    const auto routes = std::exchange(m_dirtyRoutes, {});
    if (std::exchange(m_areAllDirty, false)) {
        forgetAll();
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    QList<int> rows;
    for (const auto &route : routes) {
        forget(route);
        rows.append(static_cast<int>(m_fleet.routes().rowOf(route)));
    }
    rows.removeAll(-1);
    if (const auto [first, last] = std::ranges::minmax_element(rows); first != rows.end())
        Q_EMIT dataChanged(index(*first), index(*last));
}

int RouteRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_fleet.routes().size());
}

} // namespace Doorstep

#include "moc_routerowsmodel.cpp"
