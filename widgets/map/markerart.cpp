// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/map/markerart.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

namespace Doorstep {

namespace {
using Kind = MarkerAtlas::Kind;

constexpr double discRadius = 10.0;
constexpr double ringWidth = 2.0;

QColor faded(QColor colour, double alpha)
{
    colour.setAlphaF(float(alpha));
    return colour;
}

QPen roundPen(const QColor &colour, double width)
{
    return {colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

/// A square picture around the marker's place; \a paint gets the place at 0, 0.
MarkerArt around(double side, const std::function<void(QPainter &)> &paint, QPointF offset = {})
{
    return {.size = {side, side}, .offset = offset, .paint = [side, paint](QPainter &painter) {
                painter.translate(side / 2.0, side / 2.0);
                paint(painter);
            }};
}

MarkerArt text(const QString &text, QFont font, double pixels, int weight, const QColor &colour)
{
    font.setPixelSize(qRound(pixels * 4) / 4 < 1 ? 1 : int(pixels));
    font.setWeight(QFont::Weight(weight));
    const QFontMetricsF metrics(font);
    const auto size = QSizeF(metrics.horizontalAdvance(text) + 2.0, metrics.capHeight() + 2.0);
    return {.size = size, .offset = {}, .paint = [=](QPainter &painter) {
                painter.setFont(font);
                painter.setPen(colour);
                painter.drawText(QPointF(1.0, size.height() - 1.0), text);
            }};
}

/// The freshest fix has the strongest ring; after three minutes there is none.
MarkerArt halo(const QColor &colour, int freshness)
{
    return around(36.0, [=](QPainter &painter) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(faded(colour, 0.06 * freshness));
        painter.drawEllipse(QPointF(), 16.0, 16.0);
    });
}

MarkerArt wedge(const QColor &colour, int step, const QColor &ring)
{
    return around(44.0, [=](QPainter &painter) {
        painter.rotate(step * 5.0);
        QPainterPath path;
        path.moveTo(0.0, -19.0);
        path.lineTo(6.0, -11.0);
        path.lineTo(-6.0, -11.0);
        path.closeSubpath();
        painter.setPen(roundPen(ring, 2.0));
        painter.setBrush(colour);
        painter.drawPath(path);
    });
}

/// value 1: silent, with a broken ring and strokes across, so that it is not only grey.
MarkerArt disc(const QColor &colour, int value, const QColor &ring)
{
    return around(26.0, [=](QPainter &painter) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(faded(Qt::black, 0.18));
        painter.drawEllipse(QPointF(0.0, 0.6), discRadius + ringWidth, discRadius + ringWidth);
        painter.setBrush(ring);
        painter.drawEllipse(QPointF(), discRadius + ringWidth - 0.3, discRadius + ringWidth - 0.3);
        painter.setBrush(colour);
        painter.drawEllipse(QPointF(), discRadius, discRadius);
        if (value == 0)
            return;
        QPainterPath round;
        round.addEllipse(QPointF(), discRadius, discRadius);
        painter.setClipPath(round, Qt::IntersectClip);
        painter.setPen(QPen(faded(ring, 0.35), 1.0));
        for (int step = -5; step <= 5; ++step) {
            const double x = 4.0 * step;
            painter.drawLine(QPointF(x - 10.0, 10.0), QPointF(x + 10.0, -10.0));
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawRoundedRect(QRectF(-7.5, -5.0, 15.0, 10.0), 3.0, 3.0); // the initials stay readable
    });
}

MarkerArt selectionRing(double radius, const QColor &accent, const QColor &ring)
{
    return around(2.0 * radius + 6.0, [=](QPainter &painter) {
        painter.setPen(QPen(ring, 4.5));
        painter.drawEllipse(QPointF(), radius, radius);
        painter.setPen(QPen(accent, 2.5));
        painter.drawEllipse(QPointF(), radius, radius);
    });
}

MarkerArt mocked(const MapPalette &palette)
{
    return around(14.0,
                  [=](QPainter &painter) {
                      painter.setPen(QPen(palette.ring, 1.5));
                      painter.setBrush(palette.risk);
                      painter.drawEllipse(QPointF(), 5.5, 5.5);
                      painter.setPen(roundPen(palette.onMarker, 1.4));
                      painter.drawLine(QPointF(-2.2, -1.0), QPointF(0.0, 2.4));
                      painter.drawLine(QPointF(2.2, -1.0), QPointF(0.0, 2.4));
                      painter.drawLine(QPointF(-2.2, -1.0), QPointF(2.2, -1.0));
                  },
                  {9.0, -9.0});
}

/// Box and number are one picture: thousands of stops are then half as many.
MarkerArt numberedBox(const QColor &colour, int number, const MapPalette &palette, const QFont &font)
{
    const auto side = number > 99 ? 20.0 : 17.0;
    const auto letters = text(QString::number(number), font, number > 99 ? 9.0 : 10.0, QFont::Bold, palette.text);
    return around(side + 2.0, [=](QPainter &painter) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(faded(Qt::black, 0.14));
        painter.drawRoundedRect(QRectF(-side / 2, -side / 2 + 0.7, side, side), 4.0, 4.0);
        painter.setPen(QPen(colour, 1.7));
        painter.setBrush(palette.panel);
        const auto inner = side - 1.7;
        painter.drawRoundedRect(QRectF(-inner / 2, -inner / 2, inner, inner), 4.0, 4.0);
        painter.translate(-letters.size.width() / 2.0, -letters.size.height() / 2.0);
        letters.paint(painter);
    });
}

MarkerArt squareSelection(const QColor &accent, const QColor &ring)
{
    return around(30.0, [=](QPainter &painter) {
        const QRectF outline(-11.5, -11.5, 23.0, 23.0);
        painter.setPen(QPen(ring, 4.5));
        painter.drawRoundedRect(outline, 6.0, 6.0);
        painter.setPen(QPen(accent, 2.5));
        painter.drawRoundedRect(outline, 6.0, 6.0);
    });
}

MarkerArt dot(const QColor &colour, const QColor &ring, bool cross)
{
    return around(11.0, [=](QPainter &painter) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(faded(ring, 0.7));
        painter.drawEllipse(QPointF(), 5.0, 5.0);
        painter.setBrush(colour);
        painter.drawEllipse(QPointF(), 4.1, 4.1);
        if (!cross)
            return;
        painter.setPen(roundPen(ring, 1.3));
        painter.drawLine(QPointF(-1.6, -1.6), QPointF(1.6, 1.6));
        painter.drawLine(QPointF(-1.6, 1.6), QPointF(1.6, -1.6));
    });
}

MarkerArt cancelled(const MapPalette &palette)
{
    return around(13.0, [=](QPainter &painter) {
        painter.setPen(QPen(palette.silent, 1.4));
        painter.setBrush(palette.panel);
        painter.drawEllipse(QPointF(), 3.6, 3.6);
        painter.drawLine(QPointF(-2.4, 2.4), QPointF(2.4, -2.4));
    });
}

MarkerArt exception(const MapPalette &palette)
{
    return around(18.0, [=](QPainter &painter) {
        painter.setPen(QPen(palette.ring, 1.5));
        painter.setBrush(palette.bad);
        painter.drawRoundedRect(QRectF(-7.75, -7.75, 15.5, 15.5), 4.0, 4.0);
        painter.setPen(roundPen(palette.onMarker, 1.8));
        painter.drawLine(QPointF(0.0, -3.6), QPointF(0.0, 0.6));
        painter.drawPoint(QPointF(0.0, 3.6));
    });
}

/// A triangle for "at risk", a diamond for "late": told apart without their colours.
MarkerArt outlookBadge(const QColor &colour, const QColor &ring, bool late)
{
    return around(12.0,
                  [=](QPainter &painter) {
                      QPainterPath path;
                      path.moveTo(0.0, -4.2);
                      path.lineTo(4.2, late ? 0.0 : 3.4);
                      if (late)
                          path.lineTo(0.0, 4.2);
                      path.lineTo(-4.2, late ? 0.0 : 3.4);
                      path.closeSubpath();
                      painter.setPen(roundPen(ring, 1.4));
                      painter.setBrush(colour);
                      painter.drawPath(path);
                  },
                  {8.0, -8.0});
}

/// A clock: a decision about the stop waits for the backend, as in the lists.
MarkerArt waiting(const MapPalette &palette)
{
    return around(14.0,
                  [=](QPainter &painter) {
                      painter.setPen(roundPen(palette.accent, 1.5));
                      painter.setBrush(palette.panel);
                      painter.drawEllipse(QPointF(), 4.8, 4.8);
                      painter.drawLine(QPointF(), QPointF(0.0, -2.7));
                      painter.drawLine(QPointF(), QPointF(2.0, 1.2));
                  },
                  {-8.0, 8.0});
}

MarkerArt depot(const MapPalette &palette)
{
    return around(28.0, [=](QPainter &painter) {
        painter.setPen(QPen(palette.dark ? palette.land : palette.ring, 1.5));
        painter.setBrush(palette.text);
        painter.drawRoundedRect(QRectF(-11.0, -11.0, 22.0, 22.0), 5.0, 5.0);
        QPainterPath house;
        house.moveTo(-6.0, -1.0);
        house.lineTo(0.0, -6.0);
        house.lineTo(6.0, -1.0);
        house.lineTo(6.0, 6.0);
        house.lineTo(-6.0, 6.0);
        house.closeSubpath();
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette.panel);
        painter.drawPath(house);
    });
}

/// value: radius. The ring carries the worst status in its colour, and in its dashes.
MarkerArt cluster(const QColor &colour, int radius, const MapPalette &palette)
{
    return around(2.0 * radius + 8.0, [=](QPainter &painter) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(faded(colour, 0.18));
        painter.drawEllipse(QPointF(), radius + 3.5, radius + 3.5);
        painter.setPen(QPen(colour, 2.5));
        painter.setBrush(palette.panel);
        painter.drawEllipse(QPointF(), double(radius), double(radius));
    });
}
} // namespace

MarkerArt markerArt(const MarkerAtlas::Key &key, const MapPalette &palette, const QFont &font)
{
    const auto colour = QColor::fromRgba(key.colour);
    switch (key.kind) {
    case Kind::DriverHalo:
        return halo(colour, key.value);
    case Kind::DriverWedge:
        return wedge(colour, key.value, palette.ring);
    case Kind::DriverDisc:
        return disc(colour, key.value, palette.ring);
    case Kind::DriverPale:
        return around(28.0, [=](QPainter &painter) {
            const auto ground = disc(colour, key.value, palette.ring);
            const auto letters = text(key.text.left(2), font, 10.0, QFont::Bold, palette.onMarker);
            painter.save();
            painter.translate(-ground.size.width() / 2.0, -ground.size.height() / 2.0);
            ground.paint(painter);
            painter.restore();
            painter.translate(-letters.size.width() / 2.0, -letters.size.height() / 2.0);
            letters.paint(painter);
        });
    case Kind::DriverSelection:
        return selectionRing(14.0, palette.accent, palette.ring);
    case Kind::Initials:
        return text(key.text.left(2), font, 10.0, QFont::Bold, palette.onMarker);
    case Kind::MockedBadge:
        return mocked(palette);
    case Kind::StopBox:
        return numberedBox(colour, key.value, palette, font);
    case Kind::StopPlain:
        return around(10.0, [=](QPainter &painter) {
            painter.setPen(QPen(colour, 1.7));
            painter.setBrush(palette.panel);
            painter.drawRoundedRect(QRectF(-3.6, -3.6, 7.2, 7.2), 2.0, 2.0);
        });
    case Kind::StopSelection:
        return squareSelection(palette.accent, palette.ring);
    case Kind::Delivered:
        return dot(palette.ok, palette.dark ? palette.land : palette.ring, false);
    case Kind::Failed:
        return dot(palette.bad, palette.ring, true);
    case Kind::Cancelled:
        return cancelled(palette);
    case Kind::Exception:
        return exception(palette);
    case Kind::AtRiskBadge:
        return outlookBadge(palette.risk, palette.ring, false);
    case Kind::LateBadge:
        return outlookBadge(palette.bad, palette.ring, true);
    case Kind::WaitingBadge:
        return waiting(palette);
    case Kind::Depot:
        return depot(palette);
    case Kind::Cluster:
        return cluster(colour, key.value, palette);
    case Kind::ClusterCount:
        return text(QString::number(key.value), font, 11.0, QFont::Bold, palette.text);
    }
    return {};
}

} // namespace Doorstep
