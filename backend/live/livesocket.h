// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/live/livehub.h"

#include <drogon/HttpFilter.h>
#include <drogon/WebSocketController.h>

namespace Doorstep {

/// Stands before the upgrade to a socket: a good token of somebody who may follow feeds, and no browser page of another
/// origin.
class LiveDoor : public drogon::HttpFilter<LiveDoor, false>
{
public:
    explicit LiveDoor(const Access &access)
        : m_access(access)
    {
    }
    /// Lets the answer to an upgrade name the protocol that is spoken, where the client asked. Before the server runs.
    static void nameProtocol();

    void doFilter(const drogon::HttpRequestPtr &request, drogon::FilterCallback &&refuse,
                  drogon::FilterChainCallback &&admit) override;

private:
    const Access &m_access;
};

/// Hands Drogon's sockets at /v1/live to the hub.
class LiveSocket : public drogon::WebSocketController<LiveSocket, false>
{
public:
    LiveSocket(LiveHub &hub, const Access &access)
        : m_hub(hub)
        , m_access(access)
    {
    }
    void handleNewMessage(const drogon::WebSocketConnectionPtr &connection, std::string &&message,
                          const drogon::WebSocketMessageType &type) override;
    void handleNewConnection(const drogon::HttpRequestPtr &request,
                             const drogon::WebSocketConnectionPtr &connection) override;
    void handleConnectionClosed(const drogon::WebSocketConnectionPtr &connection) override;

    WS_PATH_LIST_BEGIN
    WS_PATH_ADD("/v1/live", "Doorstep::LiveDoor");
    WS_PATH_LIST_END

private:
    LiveHub &m_hub;
    const Access &m_access;
};

} // namespace Doorstep
