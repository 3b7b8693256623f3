// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
// What the engine asks for only when somebody wants to see it.
#include "models/sync/syncengine.h"

#include <QCoroTask>

using namespace Qt::StringLiterals;

namespace Doorstep {

void SyncEngine::askHistory(const FeedId &feed, const Subject &about, qint64 before)
{
    if (!m_client || m_token.isEmpty()) {
        Q_EMIT historyTold(about, before, failure(Error::Kind::Offline, u"not signed in"_s));
        return;
    }
    QCoro::connect(
        m_client->audit(feed, about, before), this,
        [this, about, before](const Result<Wire::AuditPage> &page) { Q_EMIT historyTold(about, before, page); });
}

void SyncEngine::askInsertions(const StopId &stop)
{
    if (!m_client || m_token.isEmpty()) {
        Q_EMIT insertionsTold(stop, failure(Error::Kind::Offline, u"not signed in"_s));
        return;
    }
    QCoro::connect(m_client->insertions(stop), this,
                   [this, stop](const Result<Wire::InsertionsAnswer> &answer) { Q_EMIT insertionsTold(stop, answer); });
}

} // namespace Doorstep
