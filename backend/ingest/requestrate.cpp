// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/ingest/requestrate.h"

#include <algorithm>

namespace Doorstep {
namespace {

constexpr qsizetype mostDevices = 20'000;

} // namespace

RequestRate::RequestRate(double perSecond, double burst)
    : m_perSecond(perSecond)
    , m_burst(burst)
{
}

bool RequestRate::allows(const QString &device, Instant now)
{
    const std::scoped_lock lock(m_mutex);
    if (m_buckets.size() >= mostDevices && !m_buckets.contains(device))
        forgetIdle(now);
    auto bucket = m_buckets.find(device);
    if (bucket == m_buckets.end())
        bucket = m_buckets.insert(device, Bucket{.tokens = m_burst, .filledAt = now});
    bucket->tokens = tokensAt(*bucket, now);
    bucket->filledAt = now;
    if (bucket->tokens < 1.0)
        return false;
    bucket->tokens -= 1.0;
    return true;
}

qsizetype RequestRate::knownDevices() const
{
    const std::scoped_lock lock(m_mutex);
    return m_buckets.size();
}

double RequestRate::tokensAt(const Bucket &bucket, Instant now) const
{
    const std::chrono::duration<double> since = now - bucket.filledAt;
    return std::min(m_burst, bucket.tokens + since.count() * m_perSecond);
}

void RequestRate::forgetIdle(Instant now)
{
    // A full bucket is what a stranger gets: forgetting it changes nothing.
    m_buckets.removeIf([&](auto entry) { return tokensAt(entry.value(), now) >= m_burst; });
    if (m_buckets.size() < mostDevices)
        return;
    // More than 20,000 busy devices is an attack with made-up ids: memory first.
    m_buckets.removeIf([&](auto entry) { return tokensAt(entry.value(), now) >= m_burst - 1.5; });
    if (m_buckets.size() >= mostDevices)
        m_buckets.clear();
}

} // namespace Doorstep
