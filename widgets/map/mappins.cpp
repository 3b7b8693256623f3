// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/map/mappins.h"

#include "widgets/map/mapview.h"
#include "widgets/parts/fonts.h"
#include "widgets/parts/theme.h"

#include <QApplication>
#include <QEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

namespace Doorstep {
namespace {

constexpr double headRadius = 11.0;
constexpr int pinWidth = 28;
constexpr int pinHeight = 36;
constexpr double tipY = pinHeight - 2.0;

QPainterPath dropPath()
{
    const QPointF centre(pinWidth / 2.0, headRadius + 3.0);
    QPainterPath head;
    head.addEllipse(centre, headRadius, headRadius);
    QPainterPath point;
    point.moveTo(centre.x() - (headRadius * 0.82), centre.y() + (headRadius * 0.57));
    point.lineTo(pinWidth / 2.0, tipY);
    point.lineTo(centre.x() + (headRadius * 0.82), centre.y() + (headRadius * 0.57));
    point.closeSubpath();
    return head.united(point);
}

} // namespace

MapPins::MapPins(MapView &map)
    : QObject(&map)
    , m_map(map)
    , m_entrancePin(new MapPin(*this, 0, &map))
{
    m_entrancePin->hide();
    m_entrancePin->setAccessibleName(tr("The entrance: drag it to where the driver walks in"));
    m_entrancePin->setToolTip(m_entrancePin->accessibleName());
    connect(m_entrancePin, &QAbstractButton::clicked, this, &MapPins::entranceChosen);
    map.installEventFilter(this);
    connect(&map, &MapView::cameraChanged, this, &MapPins::arrange);
}

void MapPins::setPins(const QList<Pin> &pins)
{
    m_pins = pins;
    while (m_buttons.size() > pins.size()) {
        auto *button = m_buttons.takeLast();
        button->hide();
        button->deleteLater(); // it may be the one that was clicked
    }
    while (m_buttons.size() < pins.size()) {
        auto *button = new MapPin(*this, static_cast<int>(m_buttons.size()) + 1, &m_map);
        connect(button, &QAbstractButton::clicked, this, [this, button] { Q_EMIT chosen(button->number() - 1); });
        m_buttons.append(button);
    }
    for (qsizetype i = 0; i < pins.size(); ++i) {
        m_buttons.at(i)->setAccessibleName(
            tr("Pin %1: %2", "a number, a place").arg(QLocale().toString(i + 1), pins.at(i).name));
        m_buttons.at(i)->setToolTip(pins.at(i).name.toHtmlEscaped());
    }
    setCurrent(m_current);
    arrange();
}

void MapPins::setCurrent(int index)
{
    m_current = index;
    for (qsizetype i = 0; i < m_buttons.size(); ++i)
        m_buttons.at(i)->setCurrent(i == index);
    if (index >= 0 && index < m_buttons.size())
        m_buttons.at(index)->raise();
}

void MapPins::arrange()
{
    for (qsizetype i = 0; i < m_buttons.size(); ++i)
        put(*m_buttons.at(i), m_pins.at(i).where);
    put(*m_entrancePin, m_entrance);
}

void MapPins::put(MapPin &button, const QGeoCoordinate &where)
{
    const MapProjection projection(m_map.camera(), m_map.size());
    const auto room = QRectF(m_map.rect()).adjusted(-pinWidth, -pinHeight, pinWidth, pinHeight);
    const auto world = toWorld(where);
    const auto tip = world ? projection.toScreen(*world) : QPointF();
    const bool isSeen = world && room.contains(tip);
    if (isSeen)
        button.setTip(tip);
    button.setVisible(isSeen);
}

void MapPins::setEntrance(const QGeoCoordinate &place)
{
    m_entrance = place;
    m_entrancePin->raise();
    arrange();
}

void MapPins::drop(const MapPin &button, QPointF tip)
{
    const MapProjection projection(m_map.camera(), m_map.size());
    arrange();
    const auto place = toCoordinate(projection.fromScreen(tip));
    if (button.number() > 0)
        Q_EMIT dropped(button.number() - 1, place);
    else
        Q_EMIT entranceDropped(place);
}

bool MapPins::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_map && event->type() == QEvent::Resize)
        arrange();
    return QObject::eventFilter(watched, event);
}

MapPin::MapPin(MapPins &pins, int number, QWidget *map)
    : QAbstractButton(map)
    , m_pins(pins)
    , m_number(number)
{
    setFocusPolicy(Qt::NoFocus); // the list beside it holds the same for the keyboard
    setCursor(Qt::PointingHandCursor);
    resize(pinWidth, pinHeight);
}

QSize MapPin::sizeHint() const
{
    return {pinWidth, pinHeight};
}

void MapPin::setTip(QPointF tip)
{
    if (!m_isDragged)
        move((tip - QPointF(pinWidth / 2.0, tipY)).toPoint());
}

void MapPin::setCurrent(bool isCurrent)
{
    m_isCurrent = isCurrent;
    setAccessibleDescription(isCurrent ? tr("chosen") : QString());
    update();
}

QPointF MapPin::tip() const
{
    return QPointF(pos()) + QPointF(pinWidth / 2.0, tipY);
}

bool MapPin::hitButton(const QPoint &at) const
{
    return dropPath().contains(at);
}

void MapPin::mousePressEvent(QMouseEvent *event)
{
    m_pressedAt = mapToParent(event->position());
    m_pressedFrom = pos();
    m_isDragged = false;
    QAbstractButton::mousePressEvent(event);
    event->accept(); // a map that moved under the hand would be no help
}

void MapPin::mouseMoveEvent(QMouseEvent *event)
{
    const auto moved = mapToParent(event->position()) - m_pressedAt;
    if (isDown() && moved.manhattanLength() >= QApplication::startDragDistance())
        m_isDragged = true;
    if (m_isDragged)
        move(m_pressedFrom + moved.toPoint());
    event->accept();
}

void MapPin::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_isDragged) {
        QAbstractButton::mouseReleaseEvent(event);
        return;
    }
    setDown(false);
    const auto there = tip();
    m_isDragged = false;
    m_pins.drop(*this, there);
}

void MapPin::paintEvent(QPaintEvent * /*event*/)
{
    const auto &theme = Theme::of(palette());
    const bool isEntrance = m_number == 0;
    const auto ground = m_isCurrent || isEntrance ? theme.accent : mixed(theme.text, theme.panel, 0.75F);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.panel, 2.0));
    painter.setBrush(ground);
    painter.drawPath(dropPath());
    painter.setPen(inkOn(ground));
    if (isEntrance) {
        // A doorway: with its arrow it is told from a number without reading.
        painter.setPen(QPen(inkOn(ground), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        const QPointF centre(pinWidth / 2.0, headRadius + 3.0);
        painter.drawPolyline(QPolygonF{centre + QPointF(0.0, -5.5), centre + QPointF(5.0, -5.5),
                                       centre + QPointF(5.0, 5.5), centre + QPointF(0.0, 5.5)});
        painter.drawLine(centre + QPointF(-6.0, 0.0), centre + QPointF(1.5, 0.0));
        painter.drawPolyline(
            QPolygonF{centre + QPointF(-1.5, -3.0), centre + QPointF(1.5, 0.0), centre + QPointF(-1.5, 3.0)});
        return;
    }
    painter.setFont(scaled(font(), 0.92, QFont::Bold));
    painter.drawText(QRectF(0.0, 3.0, pinWidth, 2.0 * headRadius), Qt::AlignCenter, QLocale().toString(m_number));
}

} // namespace Doorstep

#include "moc_mappins.cpp"
