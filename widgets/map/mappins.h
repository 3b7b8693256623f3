// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>
#include <QGeoCoordinate>
#include <QList>

namespace Doorstep {

class MapView;
class MapPin;

/// A few numbered pins upon a MapView, of which one is current: places to choose from, numbered from 1 as they stand. A
/// click chooses; one that is dragged away says where it was dropped, and stays where it was. UI thread.
class MapPins : public QObject
{
    Q_OBJECT
public:
    struct Pin
    {
        QString name; ///< For screen readers and tooltips.
        QGeoCoordinate where;

        bool operator==(const Pin &) const = default;
    };

    /// Lives with \a map.
    explicit MapPins(MapView &map);

    void setPins(const QList<Pin> &pins);
    /// -1: none is.
    void setCurrent(int index);
    /// One more that is not to be chosen from: where the driver walks in; invalid for none.
    void setEntrance(const QGeoCoordinate &place);
    [[nodiscard]] const QList<Pin> &pins() const noexcept { return m_pins; }

Q_SIGNALS:
    void chosen(int index);
    void dropped(int index, const QGeoCoordinate &place);
    void entranceChosen();
    void entranceDropped(const QGeoCoordinate &place);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    friend class MapPin;
    void arrange();
    void put(MapPin &button, const QGeoCoordinate &where);
    void drop(const MapPin &button, QPointF tip);

    MapView &m_map;
    QList<Pin> m_pins;
    QList<MapPin *> m_buttons; ///< As many as there are pins.
    int m_current = -1;
    QGeoCoordinate m_entrance;
    MapPin *m_entrancePin; ///< Always there; hidden without an entrance.
};

/// One of them, as a button. Its tip is at the place. Number 0 is the entrance.
class MapPin : public QAbstractButton
{
    Q_OBJECT
public:
    MapPin(MapPins &pins, int number, QWidget *map);

    void setTip(QPointF tip);
    [[nodiscard]] int number() const noexcept { return m_number; }
    void setCurrent(bool isCurrent);
    [[nodiscard]] bool isCurrent() const noexcept { return m_isCurrent; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    [[nodiscard]] bool hitButton(const QPoint &at) const override;

private:
    [[nodiscard]] QPointF tip() const;

    MapPins &m_pins;
    int m_number;
    QPointF m_pressedAt; ///< In the map.
    QPoint m_pressedFrom; ///< Where it was then.
    bool m_isDragged = false;
    bool m_isCurrent = false;
};

} // namespace Doorstep
