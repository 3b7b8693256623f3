// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/seen.h"

namespace Doorstep {

void Seen::see(const ExceptionId &exception)
{
    if (!exception.isValid() || m_known.contains(exception))
        return;
    m_known.insert(exception);
    m_inOrder.append(exception);
    if (m_inOrder.size() > most)
        m_known.remove(m_inOrder.takeFirst());
    Q_EMIT seen(exception);
}

void Seen::reset(const QList<ExceptionId> &exceptions)
{
    m_inOrder = exceptions.size() > most ? exceptions.last(most) : exceptions;
    m_known = QSet<ExceptionId>(m_inOrder.cbegin(), m_inOrder.cend());
    Q_EMIT wasReset();
}

} // namespace Doorstep

#include "moc_seen.cpp"
