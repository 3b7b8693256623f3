// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/batchpump.h"

namespace Doorstep {
namespace {

constexpr qsizetype smallestChunk = 250;
constexpr qsizetype largestChunk = 5'000;

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
    if (m_isOnItsWay || m_timer.isActive() || m_builder.isEmpty())
        return;
    const auto sinceLast = m_sentAt.isValid() ? std::chrono::milliseconds(m_sentAt.elapsed()) : m_timings.flush;
    const auto pace = m_builder.size() > m_chunk ? m_timings.breath : m_timings.flush;
    m_timer.start(std::max(std::chrono::milliseconds(0), pace - sinceLast));
}

void BatchPump::send()
{
    if (m_isOnItsWay || m_builder.isEmpty())
        return;
    const auto batch = m_builder.take(m_chunk);
    m_lastSize = batch.size();
    m_isOnItsWay = true;
    m_sentAt.start();
    Q_EMIT batchReady(batch);
}

void BatchPump::applied(std::chrono::microseconds spent)
{
    m_isOnItsWay = false;
    // Aim at three quarters of the budget; learn only from batches that were full.
    if (m_lastSize >= m_chunk) {
        const auto wanted = std::chrono::duration<double>(m_timings.budget) * 0.75;
        const auto ratio = wanted / std::max(std::chrono::duration<double>(spent), std::chrono::duration<double>(1e-4));
        const auto next = static_cast<double>(m_chunk) * std::clamp(ratio, 0.25, 1.5);
        m_chunk = std::clamp(static_cast<qsizetype>(next), smallestChunk, largestChunk);
    }
    if (m_builder.isEmpty()) {
        Q_EMIT drained();
        return;
    }
    m_sentAt.start(); // a breath is counted from when the GUI thread was free again
    wake();
}

} // namespace Doorstep

#include "moc_batchpump.cpp"
