// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/lists/newcases.h"

#include "models/lists/attentionfiltermodel.h"
#include "models/lists/attentionlistmodel.h"

namespace Doorstep {

NewCases::NewCases(AttentionFilterModel &queue, QObject *parent)
    : QObject(parent)
    , m_queue(queue)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(gathered);
    connect(&m_soon, &QTimer::timeout, this, &NewCases::tell);
    const auto soon = [this] {
        if (m_hasBegun && !m_soon.isActive())
            m_soon.start();
    };
    connect(&queue, &QAbstractItemModel::rowsInserted, this, soon);
    connect(&queue, &QAbstractItemModel::modelReset, this, soon);
    connect(&queue, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { forgetSnoozed(first, last); });
}

void NewCases::begin()
{
    m_hasBegun = true;
    m_soon.stop();
    for (int row = 0; row < m_queue.rowCount(); ++row)
        m_known.insert(caseAt(row));
}

void NewCases::forgetSnoozed(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        if (m_queue.index(row, 0).data(AttentionListModel::SnoozedUntilRole).isValid())
            m_known.remove(caseAt(row));
    }
}

QString NewCases::caseAt(int row) const
{
    return m_queue.index(row, 0).data(AttentionListModel::ExceptionIdRole).toString();
}

void NewCases::tell()
{
    QStringList keys;
    for (int row = 0; row < m_queue.rowCount(); ++row) {
        const auto id = caseAt(row);
        if (id.isEmpty() || m_known.contains(id))
            continue;
        m_known.insert(id);
        keys.append(m_queue.index(row, 0).data(AttentionListModel::KeyRole).toString());
    }
    if (!keys.isEmpty())
        Q_EMIT came(keys);
}

} // namespace Doorstep

#include "moc_newcases.cpp"
