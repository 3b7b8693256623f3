// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/insertions.h"

namespace Doorstep {

void Insertions::ask(const StopId &stop)
{
    if (m_stop != stop) {
        m_stop = stop;
        m_all.clear();
        m_offered.clear();
        m_computedAt = {};
    }
    m_problem.reset();
    m_isAsking = true;
    Q_EMIT changed();
    Q_EMIT wanted(stop);
}

void Insertions::clear()
{
    if (!m_stop.isValid())
        return;
    m_stop = {};
    m_all.clear();
    m_offered.clear();
    m_computedAt = {};
    m_problem.reset();
    m_isAsking = false;
    Q_EMIT changed();
}

void Insertions::take(const StopId &stop, const QDateTime &computedAt, const QList<Insertion> &all,
                      const QList<Slot> &offered)
{
    if (stop != m_stop || !m_isAsking)
        return;
    m_isAsking = false;
    m_computedAt = computedAt;
    m_all = all;
    m_offered = offered;
    Q_EMIT changed();
}

void Insertions::fail(const StopId &stop, const Error &error)
{
    if (stop != m_stop || !m_isAsking)
        return;
    m_isAsking = false;
    m_problem = error;
    m_offered.clear();
    m_all.clear(); // what is old may be wrong, and nobody could see that
    m_computedAt = {};
    Q_EMIT changed();
}

} // namespace Doorstep

#include "moc_insertions.cpp"
