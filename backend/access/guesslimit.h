// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QHash>
#include <QString>

#include <chrono>

namespace Doorstep {

/// Slows guessing down: after some free failures each further one doubles the wait, up to five minutes; a success or a
/// quiet hour forgets. In memory and bounded. Not thread-safe.
class GuessLimit
{
public:
    explicit GuessLimit(int freeFailures)
        : m_freeFailures(freeFailures)
    {
    }

    /// How long \a key must wait before its next try; zero when it may.
    [[nodiscard]] std::chrono::seconds waitOf(const QString &key, const QDateTime &now) const;
    void failed(const QString &key, const QDateTime &now);
    void succeeded(const QString &key) { m_failures.remove(key); }

private:
    struct Failures
    {
        int count = 0;
        QDateTime last;
        QDateTime notBefore;
    };

    int m_freeFailures;
    QHash<QString, Failures> m_failures;
};

} // namespace Doorstep
