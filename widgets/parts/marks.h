// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/stopmarks.h"
#include "widgets/parts/theme.h"

#include <QCoreApplication>
#include <QRect>

class QPainter;

namespace Doorstep {

/// The small marks beside a stop: a clock while it waits, a lock when it is pinned, a barred circle when it is held.
class Marks
{
    Q_DECLARE_TR_FUNCTIONS(Doorstep::Marks)
public:
    static constexpr int size = 14; ///< Logical pixels of one.

    /// "waiting to be confirmed, pinned to its route"; empty without any.
    [[nodiscard]] static QString words(const StopMarks &marks);
    /// Draws them side by side from the beginning of \a area; returns the width they took.
    static int paint(QPainter &painter, const StopMarks &marks, const QRect &area, Qt::LayoutDirection direction,
                     const Theme &theme);
    /// A clock on a disc, at the corner of something that is drawn already.
    static void paintWaiting(QPainter &painter, QPointF centre, const Theme &theme);
};

} // namespace Doorstep
