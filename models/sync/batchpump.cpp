// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/batchpump.h"

namespace Doorstep {
namespace {

constexpr std::size_t mostOnTheirWay = 4;

} // namespace

BatchPump::BatchPump(const SyncTimings &timings, QObject *parent)
    : QObject(parent)
    , m_timings(timings)
    , m_timer(this) // a child, so that it moves with us to another thread
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &BatchPump::send);
}

void BatchPump::wake()
{
    const auto most = m_isBehind ? mostOnTheirWay : 1;
    if (m_onTheirWay.size() >= most || m_timer.isActive() || m_builder.isEmpty())
        return;
    const auto sinceLast = m_sentAt.isValid() ? std::chrono::milliseconds(m_sentAt.elapsed()) : m_timings.flush;
    const auto pace = m_isBehind ? std::chrono::milliseconds(0) : m_timings.flush;
    m_timer.start(std::max(std::chrono::milliseconds(0), pace - sinceLast));
}

void BatchPump::send()
{
    if (m_builder.isEmpty())
        return;
    const auto batch = m_builder.take(m_costs, m_timings.budget);
    m_onTheirWay.push_back(BatchSizes::of(batch));
    m_isBehind = m_isMoreExpected || !m_builder.isEmpty();
    m_sentAt.start();
    Q_EMIT batchReady(batch);
    wake();
}

void BatchPump::applied(std::optional<std::chrono::microseconds> spent)
{
    Q_ASSERT(!m_onTheirWay.empty());
    if (spent)
        m_costs.learn(m_onTheirWay.front(), *spent);
    m_onTheirWay.pop_front();
    if (isIdle())
        Q_EMIT drained();
    else
        wake();
}

} // namespace Doorstep

#include "moc_batchpump.cpp"
