// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/lists/reroutechangesmodel.h"

#include "models/lists/keyedrows.h"
#include "models/store/fleet.h"

namespace Doorstep {

RerouteChangesModel::RerouteChangesModel(const Fleet &fleet, QObject *parent)
    : QAbstractListModel(parent)
    , m_fleet(fleet)
{
}

void RerouteChangesModel::show(const ProposalDraft &draft)
{
    QList<Row> wanted;
    const auto changes = draft.rows();
    wanted.reserve(changes.size());
    for (const auto &change : changes)
        wanted.append({.change = change, .isRefused = draft.isRefused(change.stop)});
    becomeRows(m_rows, wanted, [](const Row &row) { return row.change.stop; },
               {.aboutToRemove = [this](int row) { beginRemoveRows({}, row, row); },
                .removed = [this] { endRemoveRows(); },
                .aboutToInsert = [this](int row) { beginInsertRows({}, row, row); },
                .inserted = [this] { endInsertRows(); },
                .aboutToMove = [this](int from, int to) { beginMoveRows({}, from, from, {}, to); },
                .moved = [this] { endMoveRows(); },
                .changed = [this](int row) { Q_EMIT dataChanged(index(row), index(row)); }});
}

int RerouteChangesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant RerouteChangesModel::driverOf(const RouteId &route, int role) const
{
    if (role == FromColourRole || role == ToColourRole)
        return m_fleet.colourOf(route);
    const auto *known = m_fleet.routes().find(route);
    const auto *driver = known == nullptr ? nullptr : m_fleet.driverOf(*known);
    if (driver == nullptr)
        return QString();
    return role == FromInitialsRole || role == ToInitialsRole ? driver->initials() : driver->name;
}

QVariant RerouteChangesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto &[change, isRefused] = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: {
        const auto *stop = m_fleet.stops().find(change.stop);
        return stop == nullptr ? QString() : stop->address.line();
    }
    case Qt::CheckStateRole:
        return isRefused ? Qt::Unchecked : Qt::Checked;
    case StopIdRole:
        return change.stop.toString();
    case FromInitialsRole:
    case FromNameRole:
    case FromColourRole:
        return driverOf(change.from, role);
    case ToInitialsRole:
    case ToNameRole:
    case ToColourRole:
        return driverOf(change.to, role);
    case PlacesRole:
        return change.places;
    case BeforeRole:
        return change.before;
    case AfterRole:
        return change.after;
    case LateBeforeRole:
        return static_cast<int>(change.lateBefore.count());
    case LateAfterRole:
        return static_cast<int>(change.lateAfter.count());
    default:
        return {};
    }
}

bool RerouteChangesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    Q_EMIT refusalRequested(m_rows.at(index.row()).change.stop, value.value<Qt::CheckState>() != Qt::Checked);
    return true;
}

Qt::ItemFlags RerouteChangesModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? QAbstractListModel::flags(index) | Qt::ItemIsUserCheckable
                           : QAbstractListModel::flags(index);
}

QHash<int, QByteArray> RerouteChangesModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"},   {Qt::CheckStateRole, "checked"},
            {StopIdRole, "stopId"},         {FromInitialsRole, "fromInitials"},
            {FromNameRole, "fromName"},     {FromColourRole, "fromColour"},
            {ToInitialsRole, "toInitials"}, {ToNameRole, "toName"},
            {ToColourRole, "toColour"},     {PlacesRole, "places"},
            {BeforeRole, "before"},         {AfterRole, "after"},
            {LateBeforeRole, "lateBefore"}, {LateAfterRole, "lateAfter"}};
}

} // namespace Doorstep

#include "moc_reroutechangesmodel.cpp"
