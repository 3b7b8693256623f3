// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace Doorstep {

/// What the colours and shapes of drivers mean, at the bottom of the map.
class MapLegend : public QWidget
{
    Q_OBJECT
public:
    explicit MapLegend(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// How long something on the map is.
class ScaleBar : public QWidget
{
    Q_OBJECT
public:
    explicit ScaleBar(QWidget *parent = nullptr);

    void setMetersPerPixel(double meters);
    [[nodiscard]] double meters() const
    {
        return m_meters;
    } ///< What the bar's length stands for: 1, 2 or 5 times a power of ten.
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_meters = 0.0;
    double m_pixels = 0.0;
};

} // namespace Doorstep
