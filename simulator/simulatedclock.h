// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/clock.h"

#include <QElapsedTimer>

namespace Doorstep::Simulation {

/// The clock of the simulated day: stands still until it is started, then runs at its rate. Not for several threads.
class SimulatedClock : public Clock
{
public:
    /// Shows \a now; a \a rate of 0 stands still.
    void set(const QDateTime &now, double rate);

    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] double rate() const noexcept { return m_rate; }

private:
    QDateTime m_base;
    double m_rate = 0.0;
    QElapsedTimer m_sinceBase;
};

} // namespace Doorstep::Simulation
