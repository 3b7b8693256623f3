// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/live/livesocket.h"

#include "backend/http/problem.h"

#include <drogon/HttpAppFramework.h>
#include <ranges>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr auto protocolName = "doorstep.v1";

/// Browsers say which page opens a socket; ours is the only one that may. Native clients say nothing.
bool isOurOrigin(const drogon::HttpRequest &request)
{
    const auto &origin = request.getHeader("origin");
    const auto &host = request.getHeader("host");
    return origin.empty() || origin == "http://" + host || origin == "https://" + host;
}

/// Whether "doorstep.v1" is one of the protocols that \a request offers, a list with commas.
bool offersOurProtocol(const drogon::HttpRequest &request)
{
    const auto &offered = request.getHeader("sec-websocket-protocol");
    return std::ranges::any_of(std::views::split(offered, ','), [](const auto &part) {
        const auto word = QByteArrayView(part.data(), static_cast<qsizetype>(part.size())).trimmed();
        return word == protocolName;
    });
}

} // namespace

void LiveDoor::nameProtocol()
{
    drogon::app().registerPreSendingAdvice(
        [](const drogon::HttpRequestPtr &request, const drogon::HttpResponsePtr &response) {
            if (response->statusCode() == drogon::k101SwitchingProtocols && offersOurProtocol(*request))
                response->addHeader("Sec-WebSocket-Protocol", protocolName);
        });
}

void LiveDoor::doFilter(const drogon::HttpRequestPtr &request, drogon::FilterCallback &&refuse,
                        drogon::FilterChainCallback &&admit)
{
    const auto no = std::move(refuse);
    const auto yes = std::move(admit);
    const auto user = m_access.holderOf(Http::tokenOf(*request, false));
    if (!user)
        return no(Http::answerError(user.error()));
    if (m_access.feedsOf(*user).isEmpty())
        return no(Http::answerError({.kind = Error::Kind::Forbidden, .detail = u"this takes a role at a desk"_s}));
    if (!isOurOrigin(*request))
        return no(Http::answerError(
            {.kind = Error::Kind::Forbidden, .detail = u"a page of another origin may not open this"_s}));
    yes();
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
