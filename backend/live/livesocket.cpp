// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/live/livesocket.h"

#include "backend/http/problem.h"

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

/// Browsers say which page opens a socket; ours is the only one that may. Native clients say nothing.
bool isOurOrigin(const drogon::HttpRequest &request)
{
    const auto &origin = request.getHeader("origin");
    const auto &host = request.getHeader("host");
    return origin.empty() || origin == "http://" + host || origin == "https://" + host;
}

} // namespace

void LiveDoor::doFilter(const drogon::HttpRequestPtr &request, drogon::FilterCallback &&refuse,
                        drogon::FilterChainCallback &&admit)
{
    const auto user = m_access.holderOf(Http::tokenOf(*request, false));
    if (!user)
        return refuse(Http::answerError(user.error()));
    if (m_access.feedsOf(*user).isEmpty())
        return refuse(Http::answerError({Error::Kind::Forbidden, u"this takes a role at a desk"_s}));
    if (!isOurOrigin(*request))
        return refuse(Http::answerError({Error::Kind::Forbidden, u"a page of another origin may not open this"_s}));
    admit();
}

void LiveSocket::handleNewConnection(const drogon::HttpRequestPtr &request,
                                     const drogon::WebSocketConnectionPtr &connection)
{
    auto token = Http::tokenOf(*request, false);
    auto user = m_access.holderOf(token);
    if (!user) { // signed out between the door and here
        connection->shutdown(drogon::CloseCode::kViolation);
        return;
    }
    m_hub.opened(connection, std::move(*user), std::move(token));
}

void LiveSocket::handleNewMessage(const drogon::WebSocketConnectionPtr &connection, std::string &&message,
                                  const drogon::WebSocketMessageType &type)
{
    if (type == drogon::WebSocketMessageType::Text)
        m_hub.heard(connection, std::move(message));
    else if (type == drogon::WebSocketMessageType::Binary)
        connection->shutdown(drogon::CloseCode::kInvalidMessage);
}

void LiveSocket::handleConnectionClosed(const drogon::WebSocketConnectionPtr &connection)
{
    m_hub.closed(connection);
}

} // namespace Doorstep
