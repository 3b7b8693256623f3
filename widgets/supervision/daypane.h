// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/parts/depottime.h"

#include <QWidget>

namespace Doorstep {

class Clock;
class DayChart;
class Fleet;

/// A card with the chart of the day.
class DayPane : public QWidget
{
    Q_OBJECT
public:
    /// Both must outlive the pane.
    DayPane(const Fleet &fleet, const Clock &clock, QWidget *parent = nullptr);

    void setDepotTime(const DepotTime &time);
    [[nodiscard]] DayChart *chart() const { return m_chart; }

private:
    DayChart *m_chart;
};

} // namespace Doorstep
