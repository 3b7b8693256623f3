// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace Doorstep {

class Clock;
class ValueWords;

/// A decision that was not taken, as a card: what was done, and since when it waits. Roles of SetbackListModel.
class SetbackDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// Both must outlive the delegate.
    SetbackDelegate(const ValueWords &words, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const ValueWords &m_words;
    const Clock &m_clock;
};

} // namespace Doorstep
