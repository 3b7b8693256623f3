// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "simulator/simulatedclock.h"

#include <cmath>

namespace Doorstep::Simulation {

void SimulatedClock::set(const QDateTime &now, double rate)
{
    m_base = now.toUTC();
    m_rate = rate;
    m_sinceBase.start();
}

QDateTime SimulatedClock::now() const
{
    if (!m_sinceBase.isValid())
        return m_base;
    return m_base.addMSecs(std::llround(static_cast<double>(m_sinceBase.elapsed()) * m_rate));
}

} // namespace Doorstep::Simulation
