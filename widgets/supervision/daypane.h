// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/parts/depottime.h"

#include <QWidget>

class QLabel;

namespace Doorstep {

class Clock;
class DayChart;
class DayFigures;
class Fleet;
struct Figures;

/// A card with the chart of the day, and how many of the promises made to customers were kept.
class DayPane : public QWidget
{
    Q_OBJECT
public:
    /// Both must outlive the pane.
    DayPane(const Fleet &fleet, const Clock &clock, QWidget *parent = nullptr);

    void setDepotTime(const DepotTime &time);
    /// Whose promises are shown; must outlive the pane. None are without.
    void setFigures(const DayFigures &figures);
    [[nodiscard]] DayChart *chart() const { return m_chart; }

private:
    void showPromises(const Figures &figures);

    DayChart *m_chart;
    QLabel *m_promises;
};

} // namespace Doorstep
