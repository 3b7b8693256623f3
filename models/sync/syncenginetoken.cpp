// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/logging.h"
#include "models/sync/syncengine.h"

#include <QCoroTask>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep {
namespace {

constexpr std::chrono::milliseconds soonest = 1min; // whatever the two clocks think of each other
constexpr std::chrono::milliseconds latest = 6h;

} // namespace

void SyncEngine::useToken(const QString &token)
{
    if (!std::exchange(m_isTokenAwaited, false))
        return; // somebody has signed in or out meanwhile
    m_token = token;
    if (m_archive)
        connectNow();
}

// Half way: a console that sleeps over it still has the other half to come back in.
void SyncEngine::planRefresh(const QDateTime &expiresAt)
{
    const auto left = std::chrono::milliseconds(QDateTime::currentDateTimeUtc().msecsTo(expiresAt));
    m_refresh.start(m_options.timings.refresh.value_or(std::clamp(left / 2, soonest, latest)));
}

void SyncEngine::refreshToken()
{
    if (!m_client || m_token.isEmpty())
        return;
    QCoro::connect(m_client->refresh(), this, [this, old = m_token](const Result<Wire::Session> &session) {
        if (m_isStopped || m_token != old)
            return;
        if (!session) {
            qCInfo(lcSync) << "the token stays as it is:" << session.error().detail;
            if (session.error().isTransient())
                m_refresh.start(soonest);
            return; // too old a session ends by itself, and a person signs in
        }
        m_token = session->token;
        // The live socket belongs to the old token, which ends within a minute.
        letGo();
        connectNow();
    });
}

} // namespace Doorstep
