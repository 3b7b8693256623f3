// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/live/livepeer.h"

namespace Doorstep {
namespace {

constexpr std::size_t mostFrames = 256;
constexpr qsizetype mostBytes = qsizetype{1024} * 1024;
constexpr std::chrono::seconds patience{5};

} // namespace

LivePeer::LivePeer(drogon::WebSocketConnectionPtr connection, User who, QByteArray holding, Moment now)
    : user(std::move(who))
    , token(std::move(holding))
    , openedAt(now)
    , m_connection(std::move(connection))
{
}

void LivePeer::say(const Wire::ServerFrame &frame)
{
    m_connection->send(Wire::toBytes(frame).toStdString());
}

void LivePeer::push(const QByteArray &frame)
{
    m_unacknowledged.push_back(frame.size());
    m_unacknowledgedBytes += frame.size();
    m_connection->send(frame.constData(), static_cast<quint64>(frame.size()));
}

void LivePeer::acknowledge(int frames)
{
    for (; frames > 0 && !m_unacknowledged.empty(); --frames) {
        m_unacknowledgedBytes -= m_unacknowledged.front();
        m_unacknowledged.pop_front();
    }
}

bool LivePeer::hasCredit() const noexcept
{
    return !m_closingSince && m_unacknowledged.size() < mostFrames && m_unacknowledgedBytes < mostBytes;
}

void LivePeer::close(int code, const std::string &reason, Moment now)
{
    if (m_closingSince)
        return;
    m_closingSince = now;
    m_connection->shutdown(static_cast<drogon::CloseCode>(code), reason);
}

void LivePeer::finish(Moment now)
{
    if (m_closingSince && now - *m_closingSince > patience)
        m_connection->forceClose();
}

std::chrono::steady_clock::duration LivePeer::heldUp(bool isHeldUp, Moment now)
{
    if (!isHeldUp)
        m_heldUpSince.reset();
    else if (!m_heldUpSince)
        m_heldUpSince = now;
    return m_heldUpSince ? now - *m_heldUpSince : std::chrono::steady_clock::duration::zero();
}

} // namespace Doorstep
