// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/lists/historylistmodel.h"

#include "models/store/fleet.h"

namespace Doorstep {

HistoryListModel::HistoryListModel(const Fleet &fleet, QObject *parent)
    : QAbstractListModel(parent)
    , m_fleet(fleet)
{
}

void HistoryListModel::begin(const Subject &about)
{
    beginResetModel();
    m_about = about;
    m_entries.clear();
    m_hasMore = false;
    endResetModel();
}

void HistoryListModel::append(const QList<PastDecision> &entries, bool hasMore)
{
    m_hasMore = hasMore;
    QList<PastDecision> older;
    auto last = oldest();
    for (const auto &entry : entries) {
        if (last == 0 || entry.number < last) {
            older.append(entry);
            last = entry.number;
        }
    }
    if (older.isEmpty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(older.size()) - 1);
    m_entries += older;
    endInsertRows();
}

int HistoryListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant HistoryListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto &entry = m_entries.at(index.row());
    switch (role) {
    case NumberRole:
        return entry.number;
    case AtRole:
        return entry.at;
    case ActorIdRole:
        return entry.actor.toString();
    case ActorNameRole: {
        const auto *actor = m_fleet.users().find(entry.actor);
        return actor == nullptr ? QString() : actor->fullName.isEmpty() ? actor->name : actor->fullName;
    }
    case ActionRole:
        return entry.action;
    default:
        return {};
    }
}

QHash<int, QByteArray> HistoryListModel::roleNames() const
{
    return {{NumberRole, "number"},
            {AtRole, "at"},
            {ActorIdRole, "actorId"},
            {ActorNameRole, "actorName"},
            {ActionRole, "action"}};
}

} // namespace Doorstep

#include "moc_historylistmodel.cpp"
