// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/live/feedtail.h"

namespace Doorstep {
namespace {

constexpr std::size_t mostChanges = 4'000;
constexpr qsizetype mostBytesKept = qsizetype{4} * 1024 * 1024;

} // namespace

void FeedTail::grow(const FeedGrowth &growth)
{
    m_state = growth.state;
    for (const auto &change : growth.changes) {
        if (!m_changes.empty() && change.version != m_changes.back().version + 1) {
            m_changes.clear(); // never a gap: rather the database
            m_bytes = 0;
        }
        m_bytes += change.body.size();
        m_changes.push_back(change);
    }
    while (m_changes.size() > 1 && (m_changes.size() > mostChanges || m_bytes > mostBytesKept)) {
        m_bytes -= m_changes.front().body.size();
        m_changes.pop_front();
    }
}

std::optional<QList<Change>> FeedTail::after(qint64 after, qsizetype most, qsizetype mostBytes) const
{
    if (after == m_state.head)
        return QList<Change>();
    if (m_changes.empty() || after + 1 < m_changes.front().version || after > m_state.head)
        return {};
    QList<Change> changes;
    qsizetype bytes = 0;
    for (auto i = static_cast<std::size_t>(after + 1 - m_changes.front().version); i < m_changes.size(); ++i) {
        bytes += m_changes[i].body.size();
        if (changes.size() == most || (bytes > mostBytes && !changes.isEmpty()))
            break;
        changes.append(m_changes[i]);
    }
    return changes;
}

} // namespace Doorstep
