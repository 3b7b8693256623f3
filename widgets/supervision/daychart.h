// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/supervision/performance.h"

#include <QTimer>
#include <QWidget>

namespace Doorstep {

class Clock;
class Fleet;

/// Stops over the hours of the depot's day: delivered and failed as bars, the plan as a line above them.
class DayChart : public QWidget
{
    Q_OBJECT
public:
    /// Both must outlive the chart.
    DayChart(const Fleet &fleet, const Clock &clock, QWidget *parent = nullptr);

    void setDepotTime(const DepotTime &time);
    [[nodiscard]] const DayCount &count() const noexcept { return m_count; }
    void refresh();

Q_SIGNALS:
    void counted();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] std::pair<int, int> hours() const;
    [[nodiscard]] QRectF plot() const;
    void paintGrid(QPainter &painter, int most) const;

    const Fleet &m_fleet;
    const Clock &m_clock;
    DepotTime m_time;
    DayCount m_count{};
    QTimer m_soon;
};

} // namespace Doorstep
