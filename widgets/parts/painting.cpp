// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/parts/painting.h"

#include "widgets/parts/fonts.h"
#include "widgets/parts/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>
#include <QStyle>

#include <algorithm>

namespace Doorstep {

void paintAvatar(QPainter &painter, const QRectF &circle, const QColor &color, const QString &initials)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(circle);
    QFont font = painter.font();
    font.setPixelSize(std::max(6, qRound(circle.height() * 0.38)));
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(inkOn(color));
    painter.drawText(circle, Qt::AlignCenter, initials);
    painter.restore();
}

void paintRing(QPainter &painter, const QRectF &circle, const QColor &color, const QString &initials)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(circle.adjusted(1, 1, -1, -1));
    QFont font = painter.font();
    font.setPixelSize(std::max(6, qRound(circle.height() * 0.38)));
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.drawText(circle, Qt::AlignCenter, initials);
    painter.restore();
}

void paintProgress(QPainter &painter, const QRectF &bar, double fraction, const QColor &fill, const QColor &track,
                   Qt::LayoutDirection direction)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double radius = bar.height() / 2;
    painter.setBrush(track);
    painter.drawRoundedRect(bar, radius, radius);
    const double width = bar.width() * std::clamp(fraction, 0.0, 1.0);
    if (width > 0) {
        QRectF filled = bar;
        filled.setWidth(std::max(width, bar.height()));
        if (direction == Qt::RightToLeft)
            filled.moveRight(bar.right());
        painter.setBrush(fill);
        painter.drawRoundedRect(filled, radius, radius);
    }
    painter.restore();
}

QRectF paintPill(QPainter &painter, QPointF where, const QString &text, const QColor &ink, const QColor &ground)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetricsF metrics(painter.font());
    const double height = metrics.height() + 3;
    const QRectF pill(where.x(), where.y() - (height / 2), metrics.horizontalAdvance(text) + height * 0.85, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(pill, height / 2, height / 2);
    painter.setPen(ink);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    painter.drawText(pill, Qt::AlignCenter, text);
    painter.restore();
    return pill;
}

void paintStatusMark(QPainter &painter, const QRectF &square, Forecast::State state, const QPalette &palette)
{
    const auto color = Theme::of(palette).colorOf(state);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const auto centre = square.center();
    switch (state) {
    case Forecast::State::OnTime:
        painter.drawEllipse(square);
        break;
    case Forecast::State::AtRisk:
        painter.drawPolygon(QPolygonF{QPointF(centre.x(), square.top()), square.bottomRight(), square.bottomLeft()});
        break;
    case Forecast::State::Late:
        painter.drawPolygon(QPolygonF{QPointF(centre.x(), square.top()), QPointF(square.right(), centre.y()),
                                      QPointF(centre.x(), square.bottom()), QPointF(square.left(), centre.y())});
        break;
    case Forecast::State::Silent: {
        const double pen = square.width() / 5;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color, pen));
        painter.drawEllipse(square.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2));
        break;
    }
    case Forecast::State::Finished:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color, square.width() / 5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(
            QPolygonF{QPointF(square.left(), centre.y()), QPointF(centre.x(), square.bottom()), square.topRight()});
        break;
    }
    painter.restore();
}

void paintLine(QPainter &painter, const QRectF &area, const CardLine &line, const QFont &leftFont,
               const QFont &rightFont, Qt::LayoutDirection direction)
{
    const bool mirrored = direction == Qt::RightToLeft;
    const auto start = (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::AlignAbsolute;
    const auto end = (mirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter | Qt::AlignAbsolute;
    const double rightWidth = line.right.isEmpty() ? 0 : QFontMetricsF(rightFont).horizontalAdvance(line.right) + 8;

    painter.save();
    // Where the words begin is up to the words: "−1 h 32" and a street in Latin letters stay whole among others that
    // run from right to left. Where the line begins is up to the window, and said by the alignment.
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    painter.setFont(rightFont);
    painter.setPen(line.rightColor);
    painter.drawText(area, static_cast<int>(end | Qt::TextSingleLine), line.right);

    QRectF rest = area;
    if (mirrored)
        rest.setLeft(rest.left() + rightWidth);
    else
        rest.setRight(rest.right() - rightWidth);
    painter.setFont(leftFont);
    painter.setPen(line.leftColor);
    const QFontMetricsF metrics(leftFont);
    const bool fits = line.shortLeft.isEmpty() || metrics.horizontalAdvance(line.left) <= rest.width();
    painter.drawText(rest, static_cast<int>(start | Qt::TextSingleLine),
                     metrics.elidedText(fits ? line.left : line.shortLeft, Qt::ElideRight, rest.width()));
    painter.restore();
}

void paintSparkline(QPainter &painter, const QRectF &area, const QList<double> &values, const QColor &color)
{
    if (values.size() < 2)
        return;
    const auto [low, high] = std::ranges::minmax(values);
    const double span = high > low ? high - low : 1.0;
    QPolygonF line;
    line.reserve(values.size());
    for (qsizetype i = 0; i < values.size(); ++i) {
        const double x = area.left() + (area.width() * static_cast<double>(i) / static_cast<double>(values.size() - 1));
        const double share = high > low ? (values[i] - low) / span : 0.5;
        line.append({x, area.bottom() - (area.height() * share)});
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
    painter.restore();
}

} // namespace Doorstep
