// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractListModel>

namespace Doorstep {

class Fleet;
class History;

/// What was done about one thing, newest first; scrolling to the end asks for more.
class HistoryListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role : quint16 {
        NumberRole = Qt::UserRole, ///< qint64: of the entry in its feed
        AtRole, ///< QDateTime UTC, the backend's clock
        ActorIdRole, ///< QString
        ActorNameRole, ///< QString: who it is, or their id when nobody knows them
        ActionRole, ///< QString: a verb's word, or plan, orders, attempt
        BodyRole, ///< QJsonObject: what was asked for
        AboutRole, ///< QStringList of ids
    };
    Q_ENUM(Role)

    /// Both must outlive the model.
    HistoryListModel(History &history, const Fleet &fleet, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

private:
    [[nodiscard]] QString nameOf(const QString &user) const;

    History &m_history;
    const Fleet &m_fleet;
};

} // namespace Doorstep
