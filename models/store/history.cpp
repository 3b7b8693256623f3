// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/history.h"

namespace Doorstep {

void History::show(const FeedId &feed, const Subject &about)
{
    clear();
    m_feed = feed;
    m_about = about;
    ask();
}

void History::showMore()
{
    if (m_hasMore && !m_isAsking)
        ask();
}

void History::clear()
{
    Q_EMIT aboutToReset();
    m_feed = {};
    m_about = {};
    m_entries.clear();
    m_problem.reset();
    m_hasMore = m_isAsking = false;
    Q_EMIT reset();
    Q_EMIT stateChanged();
}

void History::ask()
{
    m_isAsking = true;
    m_problem.reset();
    Q_EMIT stateChanged();
    Q_EMIT wanted(m_feed, m_about, oldest());
}

void History::take(const Subject &about, qint64 before, const QList<AuditEntry> &entries, bool hasMore)
{
    if (about != m_about || before != oldest() || !m_isAsking)
        return;
    m_isAsking = false;
    m_hasMore = hasMore && !entries.isEmpty();
    if (!entries.isEmpty()) {
        const auto first = m_entries.size();
        Q_EMIT aboutToAppend(first, first + entries.size() - 1);
        m_entries += entries;
        Q_EMIT appended(first, m_entries.size() - 1);
    }
    Q_EMIT stateChanged();
}

void History::fail(const Subject &about, const Error &error)
{
    if (about != m_about || !m_isAsking)
        return;
    m_isAsking = false;
    m_problem = error;
    Q_EMIT stateChanged();
}

} // namespace Doorstep

#include "moc_history.cpp"
