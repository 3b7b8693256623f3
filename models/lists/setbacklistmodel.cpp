// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/lists/setbacklistmodel.h"

#include "models/store/setbacks.h"

namespace Doorstep {

SetbackListModel::SetbackListModel(const Setbacks &setbacks, QObject *parent)
    : QAbstractListModel(parent)
    , m_setbacks(setbacks.all())
{
    connect(&setbacks, &Setbacks::added, this, &SetbackListModel::insert);
    connect(&setbacks, &Setbacks::changed, this, &SetbackListModel::change);
    connect(&setbacks, &Setbacks::removed, this, &SetbackListModel::remove);
    connect(&setbacks, &Setbacks::cleared, this, [this] {
        beginResetModel();
        m_setbacks.clear();
        endResetModel();
    });
}

void SetbackListModel::insert(const Setback &setback)
{
    const auto row = rowCount();
    beginInsertRows({}, row, row);
    m_setbacks.append(setback);
    endInsertRows();
}

void SetbackListModel::change(const Setback &setback)
{
    if (const auto known = indexOf(setback.id); known.isValid()) {
        m_setbacks[known.row()] = setback;
        Q_EMIT dataChanged(known, known);
    }
}

void SetbackListModel::remove(const CommandId &id)
{
    if (const auto known = indexOf(id); known.isValid()) {
        beginRemoveRows({}, known.row(), known.row());
        m_setbacks.removeAt(known.row());
        endRemoveRows();
    }
}

QModelIndex SetbackListModel::indexOf(const CommandId &id) const
{
    const auto found = std::ranges::find(m_setbacks, id, &Setback::id);
    return found == m_setbacks.cend() ? QModelIndex() : index(static_cast<int>(found - m_setbacks.cbegin()));
}

int SetbackListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_setbacks.size());
}

QVariant SetbackListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto &setback = m_setbacks.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return setback.text;
    case IdRole:
        return setback.id.toString();
    case KindRole:
        return QVariant::fromValue(setback.kind);
    case AtRole:
        return setback.at.isValid() ? QVariant(setback.at) : QVariant();
    case CodeRole:
        return setback.code;
    case FieldRole:
        return setback.field;
    case CanTryAgainRole:
        return setback.canTryAgain;
    default:
        return {};
    }
}

QHash<int, QByteArray> SetbackListModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"},
            {IdRole, "id"},
            {KindRole, "kind"},
            {AtRole, "at"},
            {CodeRole, "code"},
            {FieldRole, "field"},
            {CanTryAgainRole, "canTryAgain"}};
}

} // namespace Doorstep

#include "moc_setbacklistmodel.cpp"
