// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/lists/reroutetellmodel.h"

#include "models/store/fleet.h"

#include <algorithm>

namespace Doorstep {

RerouteTellModel::RerouteTellModel(const Fleet &fleet, QObject *parent)
    : QAbstractListModel(parent)
    , m_fleet(fleet)
{
    connect(&fleet, &Fleet::applied, this, [this] {
        dropServed();
        if (m_rows.isEmpty())
            return;
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        Q_EMIT untoldChanged();
    });
}

void RerouteTellModel::show(const Proposal &sent, const QDateTime &at)
{
    beginResetModel();
    m_rows.clear();
    m_sentAt = at;
    for (const auto &line : sent.lines) {
        for (const auto &visit : line.after) {
            if (sent.toTell.contains(visit.stop) && isToCome(visit.stop))
                m_rows.append({.stop = visit.stop, .arrival = visit.arrival});
        }
    }
    std::ranges::sort(m_rows, {}, &Row::arrival); // who is visited first must know first
    endResetModel();
    Q_EMIT untoldChanged();
}

bool RerouteTellModel::isToCome(const StopId &stop) const
{
    const auto *known = m_fleet.stops().find(stop);
    return known != nullptr && known->isOpen() && known->status != Stop::Status::Arrived;
}

/// Nobody is told when somebody will come who has been there.
void RerouteTellModel::dropServed()
{
    const auto before = m_rows.size();
    for (auto i = m_rows.size() - 1; i >= 0; --i) {
        if (isToCome(m_rows[i].stop))
            continue;
        beginRemoveRows({}, static_cast<int>(i), static_cast<int>(i));
        m_rows.removeAt(i);
        endRemoveRows();
    }
    if (m_rows.size() != before)
        Q_EMIT untoldChanged();
}

void RerouteTellModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
    Q_EMIT untoldChanged();
}

bool RerouteTellModel::isTold(const StopId &stop) const
{
    const auto *known = m_fleet.stops().find(stop);
    return known != nullptr && !known->promises.isEmpty() && known->promises.constLast().toldAt >= m_sentAt;
}

int RerouteTellModel::untold() const
{
    return static_cast<int>(std::ranges::count_if(m_rows, [this](const Row &row) { return !isTold(row.stop); }));
}

int RerouteTellModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant RerouteTellModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto &row = m_rows.at(index.row());
    const auto *stop = m_fleet.stops().find(row.stop);
    switch (role) {
    case Qt::DisplayRole:
        return stop == nullptr ? QString() : stop->address.line();
    case Qt::CheckStateRole:
        return isTold(row.stop) ? Qt::Checked : Qt::Unchecked;
    case StopIdRole:
        return row.stop.toString();
    case CustomerRole:
        return stop == nullptr ? QString() : stop->customer;
    case PhoneRole:
        return stop == nullptr ? QString() : stop->phone;
    case ArrivalRole:
        return row.arrival;
    case IsToldRole:
        return isTold(row.stop);
    default:
        return {};
    }
}

bool RerouteTellModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const auto row = m_rows.at(index.row());
    // What was said cannot be unsaid by a click: Undo takes it back.
    if (value.value<Qt::CheckState>() != Qt::Checked || isTold(row.stop))
        return false;
    Q_EMIT toldRequested(row.stop, row.arrival);
    return true;
}

Qt::ItemFlags RerouteTellModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? QAbstractListModel::flags(index) | Qt::ItemIsUserCheckable
                           : QAbstractListModel::flags(index);
}

QHash<int, QByteArray> RerouteTellModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {Qt::CheckStateRole, "checked"},
            {StopIdRole, "stopId"},       {CustomerRole, "customer"},
            {PhoneRole, "phone"},         {ArrivalRole, "arrival"},
            {IsToldRole, "isTold"}};
}

} // namespace Doorstep

#include "moc_reroutetellmodel.cpp"
