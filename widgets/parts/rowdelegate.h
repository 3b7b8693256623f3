// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace Doorstep {

/// A cell of a table: one line of plain text, elided, on the row's ground, with a line below.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    /// Paints what comes before the text; returns how much room it took.
    virtual int paintLead(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    /// The text of \a index in \a width pixels; elided.
    [[nodiscard]] virtual QString text(const QModelIndex &index, const QFontMetrics &metrics, int width) const;
};

} // namespace Doorstep
