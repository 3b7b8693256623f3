// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/proposal.h"

#include <QAbstractListModel>

namespace Doorstep {

class Fleet;

/// Customers who will see another time because of a plan that was sent: who, how to reach them, when the driver comes
/// now, and whether they have been told since. Who was visited meanwhile leaves the list. GUI thread.
class RerouteTellModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role : quint16 {
        StopIdRole = Qt::UserRole, ///< QString
        CustomerRole, ///< QString
        PhoneRole,
        ArrivalRole, ///< QDateTime, UTC
        IsToldRole, ///< bool
    };
    Q_ENUM(Role)

    /// \a fleet must outlive this.
    explicit RerouteTellModel(const Fleet &fleet, QObject *parent = nullptr);

    /// Whom \a sent means, from \a at on.
    void show(const Proposal &sent, const QDateTime &at);
    void clear();
    [[nodiscard]] int untold() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    /// Checking is asking for it: toldRequested().
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void toldRequested(const Doorstep::StopId &stop, const QDateTime &arrival);
    void untoldChanged();

private:
    struct Row
    {
        StopId stop;
        QDateTime arrival;
    };
    [[nodiscard]] bool isTold(const StopId &stop) const;
    [[nodiscard]] bool isToCome(const StopId &stop) const;
    void dropServed();

    const Fleet &m_fleet;
    QList<Row> m_rows;
    QDateTime m_sentAt;
};

} // namespace Doorstep
