// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QString>

#include <chrono>
#include <mutex>

namespace Doorstep {

/// How often one device may post: a bucket of tokens for each. Generous, because a phone that comes back from a dead
/// zone sends a day's fixes one by one; it is there for the app that lost its mind.
///
/// Thread-safe. Remembers at most 20,000 devices; when more come at once, those that wait least are forgotten.
class RequestRate
{
public:
    using Instant = std::chrono::steady_clock::time_point;

    /// \a perSecond requests for ever, \a burst at once.
    RequestRate(double perSecond, double burst);

    /// Takes one request of \a device at \a now (which never goes back); false when it has none left.
    [[nodiscard]] bool allows(const QString &device, Instant now);
    [[nodiscard]] qsizetype knownDevices() const;

private:
    struct Bucket
    {
        double tokens = 0.0;
        Instant filledAt;
    };

    [[nodiscard]] double tokensAt(const Bucket &bucket, Instant now) const;
    void forgetIdle(Instant now);

    const double m_perSecond;
    const double m_burst;
    mutable std::mutex m_mutex;
    QHash<QString, Bucket> m_buckets;
};

} // namespace Doorstep
