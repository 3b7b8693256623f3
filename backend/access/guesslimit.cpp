// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/access/guesslimit.h"

#include <algorithm>

namespace Doorstep {
namespace {

constexpr std::chrono::seconds longestWait{300};
constexpr std::chrono::hours forgetAfter{1};
constexpr qsizetype mostKeys = 10'000; // an attacker with many addresses must not fill the memory

} // namespace

std::chrono::seconds GuessLimit::waitOf(const QString &key, const QDateTime &now) const
{
    const auto found = m_failures.constFind(key);
    if (found == m_failures.constEnd() || !found->notBefore.isValid() || found->notBefore <= now)
        return {};
    return std::chrono::ceil<std::chrono::seconds>(std::chrono::milliseconds(now.msecsTo(found->notBefore)));
}

void GuessLimit::failed(const QString &key, const QDateTime &now)
{
    if (m_failures.size() >= mostKeys && !m_failures.contains(key)) {
        m_failures.removeIf([&now](const auto &entry) { return entry->last.addDuration(forgetAfter) < now; });
        if (m_failures.size() >= mostKeys)
            m_failures.erase(m_failures.begin());
    }
    auto &failures = m_failures[key];
    if (failures.last.isValid() && failures.last.addDuration(forgetAfter) < now)
        failures = {};
    failures.last = now;
    ++failures.count;
    const int excess = failures.count - m_freeFailures;
    if (excess >= 0)
        failures.notBefore = now.addDuration(std::min(longestWait, std::chrono::seconds(1LL << std::min(excess, 20))));
}

} // namespace Doorstep
