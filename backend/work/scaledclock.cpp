// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/work/scaledclock.h"

using namespace Qt::StringLiterals;

namespace Doorstep {

QDateTime ScaledClock::now() const
{
    const std::scoped_lock lock(m_mutex);
    if (!m_base.isValid())
        return QDateTime::currentDateTimeUtc();
    const std::chrono::duration<double, std::milli> passed = std::chrono::steady_clock::now() - m_since;
    return m_base.addMSecs(static_cast<qint64>(passed.count() * m_rate));
}

double ScaledClock::rate() const
{
    const std::scoped_lock lock(m_mutex);
    return m_rate;
}

Result<> ScaledClock::set(const QDateTime &now, double rate)
{
    const bool isRate = rate >= 0.1 && rate <= 60.0; // NaN is none
    if (!now.isValid() || !isRate)
        return failure(Error::Kind::Malformed, u"a clock needs a time and a rate from 0.1 to 60"_s);
    const std::scoped_lock lock(m_mutex);
    m_base = now.toUTC();
    m_since = std::chrono::steady_clock::now();
    m_rate = rate;
    return {};
}

} // namespace Doorstep
