// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/lists/historylistmodel.h"

#include "models/store/fleet.h"
#include "models/store/history.h"

namespace Doorstep {

HistoryListModel::HistoryListModel(History &history, const Fleet &fleet, QObject *parent)
    : QAbstractListModel(parent)
    , m_history(history)
    , m_fleet(fleet)
{
    connect(&history, &History::aboutToReset, this, [this] { beginResetModel(); });
    connect(&history, &History::reset, this, [this] { endResetModel(); });
    connect(&history, &History::aboutToAppend, this, [this](qsizetype first, qsizetype last) {
        beginInsertRows({}, static_cast<int>(first), static_cast<int>(last));
    });
    connect(&history, &History::appended, this, [this] { endInsertRows(); });
}

int HistoryListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_history.entries().size());
}

QString HistoryListModel::nameOf(const QString &user) const
{
    const auto *known = m_fleet.users().find(UserId(user));
    return known == nullptr || known->fullName.isEmpty() ? user : known->fullName;
}

QVariant HistoryListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto &entry = m_history.entries().at(index.row());
    switch (role) {
    case NumberRole:
        return entry.number;
    case AtRole:
        return entry.at;
    case ActorIdRole:
        return entry.actor.toString();
    case ActorNameRole:
        return nameOf(entry.actor.toString());
    case Qt::DisplayRole:
    case ActionRole:
        return entry.action;
    case BodyRole:
        return entry.body;
    case AboutRole: {
        QStringList ids;
        for (const auto &subject : entry.about)
            ids.append(subject.id);
        return ids;
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> HistoryListModel::roleNames() const
{
    return {{NumberRole, "number"}, {AtRole, "at"},     {ActorIdRole, "actorId"}, {ActorNameRole, "actorName"},
            {ActionRole, "action"}, {BodyRole, "body"}, {AboutRole, "about"}};
}

bool HistoryListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_history.hasMore() && !m_history.isAsking();
}

void HistoryListModel::fetchMore(const QModelIndex &parent)
{
    if (!parent.isValid())
        m_history.showMore();
}

} // namespace Doorstep

#include "moc_historylistmodel.cpp"
