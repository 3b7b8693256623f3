// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace Doorstep {

class Clock;

/// A concern as a card: what, where, who, and how long until it is too late. Roles of AttentionListModel.
class ConcernCardDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// \a clock must outlive the delegate.
    explicit ConcernCardDelegate(const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Clock &m_clock;
};

} // namespace Doorstep
