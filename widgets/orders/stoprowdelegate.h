// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/parts/rowdelegate.h"

namespace Doorstep {

/// The table's rows, with the status marked by a dot of its colour beside its word.
class StopRowDelegate : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

protected:
    int paintLead(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Where there is no room for why a visit failed, the status stands alone.
    [[nodiscard]] QString text(const QModelIndex &index, const QFontMetrics &metrics, int width) const override;
};

} // namespace Doorstep
