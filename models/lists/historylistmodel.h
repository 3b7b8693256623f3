// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/pastdecision.h"

#include <QAbstractListModel>

namespace Doorstep {

class Fleet;

/// Who did what about one thing, newest first, as far as it was fetched. Words are made by widgets.
class HistoryListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role : quint16 {
        NumberRole = Qt::UserRole, ///< qint64
        AtRole, ///< QDateTime UTC
        ActorIdRole, ///< QString
        ActorNameRole, ///< QString; empty when nobody knows them
        ActionRole, ///< QString
    };
    Q_ENUM(Role)

    /// \a fleet must outlive the model.
    explicit HistoryListModel(const Fleet &fleet, QObject *parent = nullptr);

    /// Another thing: nothing is known about it yet.
    void begin(const Subject &about);
    [[nodiscard]] const Subject &about() const noexcept { return m_about; }
    /// The page after what is known; entries that are known already are left out.
    void append(const QList<PastDecision> &entries, bool hasMore);
    [[nodiscard]] bool hasMore() const noexcept { return m_hasMore; }
    /// The number of the oldest that is known; 0 when none is.
    [[nodiscard]] qint64 oldest() const { return m_entries.isEmpty() ? 0 : m_entries.last().number; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] const PastDecision &at(int row) const { return m_entries.at(row); }

private:
    const Fleet &m_fleet;
    Subject m_about;
    QList<PastDecision> m_entries;
    bool m_hasMore = false;
};

} // namespace Doorstep
