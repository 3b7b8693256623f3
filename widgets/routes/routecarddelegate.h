// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/parts/depottime.h"

#include <QStyledItemDelegate>

namespace Doorstep {

class Clock;

/// A route as a card: who, how far ahead, where next and when, how far through, how full. Roles of RouteListModel.
class RouteCardDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// \a clock tells how long a driver has been silent; it must outlive the delegate.
    explicit RouteCardDelegate(const Clock &clock, QObject *parent = nullptr);

    void setDepotTime(const DepotTime &time) { m_time = time; }
    /// The row in one sentence, for screen readers.
    [[nodiscard]] QString spoken(const QModelIndex &index) const;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    [[nodiscard]] QString spokenPlainly(const QModelIndex &index) const;
    [[nodiscard]] QString outlook(const QModelIndex &index) const;
    [[nodiscard]] static QString nextStop(const QModelIndex &index);

    const Clock &m_clock;
    DepotTime m_time;
};

} // namespace Doorstep
