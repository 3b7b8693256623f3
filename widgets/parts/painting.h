// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/forecast.h"

#include <QColor>
#include <QList>
#include <QRectF>
#include <QString>

class QFont;
class QPainter;
class QPalette;

namespace Doorstep {

/// How the line of a card is laid out: `left` gives way to `right`, which is never cut.
struct CardLine
{
    QString left;
    QString right;
    QColor leftColor;
    QColor rightColor;
    QString shortLeft; ///< Instead of `left` where that does not fit; may be empty.
};

/// A filled circle with one or two letters, readable on any \a color.
void paintAvatar(QPainter &painter, const QRectF &circle, const QColor &color, const QString &initials);

/// The same as an outline: somebody who looks on, not somebody who has it.
void paintRing(QPainter &painter, const QRectF &circle, const QColor &color, const QString &initials);

/// A round-ended bar filled to \a fraction, 0 to 1, from the leading edge.
void paintProgress(QPainter &painter, const QRectF &bar, double fraction, const QColor &fill, const QColor &track,
                   Qt::LayoutDirection direction = Qt::LeftToRight);

/// A round-ended label; returns the rectangle it took. \a where is its leading edge and vertical centre.
QRectF paintPill(QPainter &painter, QPointF where, const QString &text, const QColor &ink, const QColor &ground);

/// The mark of a route's state, told by shape as well as colour: circle on time, triangle at risk, diamond late, ring
/// silent, tick finished.
void paintStatusMark(QPainter &painter, const QRectF &square, Forecast::State state, const QPalette &palette);

/// Draws \a line in \a area with \a font, eliding the left part; mirrored for right-to-left. Never interprets markup.
void paintLine(QPainter &painter, const QRectF &area, const CardLine &line, const QFont &leftFont,
               const QFont &rightFont, Qt::LayoutDirection direction);

/// \a values as a line through \a area, its lowest at the bottom. Nothing is drawn for fewer than two values.
void paintSparkline(QPainter &painter, const QRectF &area, const QList<double> &values, const QColor &color);

} // namespace Doorstep
