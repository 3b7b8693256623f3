// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/serverclock.h"

#include <cmath>

using namespace std::chrono_literals;

namespace Doorstep {

ServerClock::ServerClock(QObject *parent)
    : QObject(parent)
{
    m_ticker.setInterval(1s);
    connect(&m_ticker, &QTimer::timeout, this, &ServerClock::ticked);
    m_ticker.start();
}

QDateTime ServerClock::nowUnlocked() const
{
    if (!m_base.isValid())
        return QDateTime::currentDateTimeUtc();
    const std::chrono::duration<double, std::milli> elapsed = Steady::now() - m_setAt;
    return m_base.addMSecs(std::llround(elapsed.count() * m_rate));
}

QDateTime ServerClock::now() const
{
    const std::scoped_lock lock(m_mutex);
    return nowUnlocked();
}

double ServerClock::rate() const
{
    const std::scoped_lock lock(m_mutex);
    return m_rate;
}

bool ServerClock::isSet() const
{
    const std::scoped_lock lock(m_mutex);
    return m_base.isValid();
}

void ServerClock::set(const QDateTime &now, double rate)
{
    bool hasJumped = false;
    {
        const std::scoped_lock lock(m_mutex);
        hasJumped = !m_base.isValid() || !qFuzzyCompare(1.0 + rate, 1.0 + m_rate)
            || std::abs(static_cast<double>(nowUnlocked().msecsTo(now))) > 1'000.0 * std::max(1.0, rate);
        m_base = now.toUTC();
        m_setAt = Steady::now();
        m_rate = rate;
    }
    if (hasJumped)
        Q_EMIT changed();
}

} // namespace Doorstep

#include "moc_serverclock.cpp"
