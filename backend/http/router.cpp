// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/router.h"

#include "backend/http/problem.h"
#include "backend/http/requestlog.h"

#include <QMetaEnum>
#include <QUuid>

#include <drogon/drogon.h>
#include <exception>
#include <optional>

using namespace Qt::StringLiterals;

namespace Doorstep::Http {
namespace {

using Callback = std::function<void(const drogon::HttpResponsePtr &)>;

QString textOf(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

/// Only what we can vouch for is repeated into logs and headers.
QString requestIdOf(const drogon::HttpRequest &request)
{
    const auto &given = request.getHeader("x-request-id");
    const Id<struct RequestTag> id(textOf(given));
    return id.isValid() ? id.toString() : QUuid::createUuid().toString(QUuid::Id128);
}

QString wordsOf(const QList<User::Role> &roles)
{
    QStringList words;
    for (const auto role : roles)
        words += QString::fromLatin1(QMetaEnum::fromType<User::Role>().valueToKey(static_cast<int>(role))).toLower();
    return words.join(u" or "_s);
}

/// Logs what is worth a line: refusals, failures and slow answers. Tens of thousands of good fixes a second are counted
/// instead.
void note(const drogon::HttpRequest &request, const drogon::HttpResponse &response, const QString &requestId,
          std::chrono::steady_clock::time_point began)
{
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began);
    const auto status = static_cast<int>(response.statusCode());
    auto &counts = callCounts();
    counts.byStatusClass.at(static_cast<std::size_t>(std::clamp(status / 100, 0, 5)))
        .fetch_add(1, std::memory_order_relaxed);
    counts.microseconds.fetch_add(static_cast<std::uint64_t>(took.count()), std::memory_order_relaxed);
    if (status < 400 && took < std::chrono::seconds(1))
        return;
    logLine(status >= 500 ? u"error"_s : u"info"_s, u"call"_s,
            {{u"request"_s, requestId},
             {u"method"_s, wordOf(request.method())},
             {u"path"_s, textOf(request.path()).left(200)},
             {u"status"_s, status},
             {u"ms"_s, static_cast<double>(took.count()) / 1000.0},
             {u"from"_s, textOf(request.peerAddr().toIp())}});
}

drogon::AsyncTask serve(const Handler &handler, Call call, Callback callback)
{
    drogon::HttpResponsePtr response;
    try {
        response = co_await handler(std::move(call));
    } catch (const std::exception &error) { // Drogon and the library may throw; a call must be answered all the same
        logLine(u"error"_s, u"handler threw"_s, {{u"what"_s, QString::fromUtf8(error.what())}});
    }
    if (!response)
        response = answerProblem({.status = drogon::k500InternalServerError,
                                  .code = u"internal"_s,
                                  .detail = u"the server failed; its log says why"_s});
    callback(response);
}

} // namespace

/// A route's path, cut into segments: an empty one stands for a parameter.
struct Router::Row
{
    QStringList segments;
    bool takesRest = false; ///< The last parameter is all that follows.
    bool isRoot = false; ///< "/", whose only segment is empty without being a parameter.

    /// What \a path says for the parameters; none when it is another path.
    [[nodiscard]] std::optional<QStringList> parametersIn(const QStringList &path) const
    {
        if (takesRest ? path.size() < segments.size() : path.size() != segments.size())
            return std::nullopt;
        QStringList parameters;
        for (qsizetype i = 0; i < segments.size(); ++i) {
            const bool isParameter = segments[i].isEmpty() && !isRoot;
            if (isParameter && takesRest && i == segments.size() - 1)
                parameters += path.sliced(i).join(u'/');
            else if (isParameter && !path[i].isEmpty())
                parameters += path[i];
            else if (isParameter || path[i] != segments[i])
                return std::nullopt;
        }
        return parameters;
    }
};

Router::Router(const Gate &gate)
    : m_gate(gate)
{
}

Router::~Router() = default;

void Router::add(Route route)
{
    Row row{.segments = route.path.split(u'/'), .isRoot = route.path == "/"_L1};
    for (auto &segment : row.segments) {
        row.takesRest = segment.endsWith("...}"_L1);
        if (segment.startsWith(u'{'))
            segment.clear();
    }
    row.segments.removeFirst(); // before the leading slash
    m_rows.push_back(std::move(row));
    m_routes.push_back(std::move(route));
}

Router::Match Router::find(drogon::HttpMethod method, const std::string &path) const
{
    Match match;
    auto segments = textOf(path).split(u'/');
    segments.removeFirst();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        auto parameters = m_rows[i].parametersIn(segments);
        if (!parameters)
            continue;
        if (m_routes[i].method == method)
            return {.route = &m_routes[i], .parameters = *std::move(parameters), .otherMethods = {}};
        match.otherMethods += wordOf(m_routes[i].method);
    }
    return match;
}

Result<Call> Router::admit(const Route &route, const drogon::HttpRequestPtr &request) const
{
    Call call{.request = request, .parameters = {}, .caller = {}, .token = {}};
    if (route.door == Door::Open || (route.door == Door::Region && request->peerAddr().isLoopbackIp()))
        return call;
    call.token = tokenOf(*request, route.door == Door::Region);
    auto holder = m_gate.holderOf(call.token);
    if (!holder)
        return std::unexpected(holder.error());
    const auto allowed = [&holder](User::Role role) { return holder->has(role); };
    if (!route.roles.isEmpty() && !std::ranges::any_of(route.roles, allowed))
        return failure(Error::Kind::Forbidden, u"this takes the role %1"_s.arg(wordsOf(route.roles)));
    call.caller = std::move(*holder);
    return call;
}

void Router::answer(const drogon::HttpRequestPtr &request, Callback callback) const
{
    const auto requestId = requestIdOf(*request);
    auto finish = [request, requestId, callback = std::move(callback),
                   began = std::chrono::steady_clock::now()](const drogon::HttpResponsePtr &response) {
        response->addHeader("X-Request-Id", requestId.toStdString());
        response->addHeader("X-Content-Type-Options", "nosniff");
        note(*request, *response, requestId, began);
        callback(response);
    };

    auto match = find(request->method(), request->path());
    if (!match.route && match.otherMethods.isEmpty())
        return finish(answerProblem(
            {.status = drogon::k404NotFound, .code = u"no_such_call"_s, .detail = u"there is nothing at this path"_s}));
    if (!match.route) {
        const auto response = answerProblem({.status = drogon::k405MethodNotAllowed,
                                             .code = u"method_not_allowed"_s,
                                             .detail = u"this path knows %1"_s.arg(match.otherMethods.join(u", "_s))});
        response->addHeader("Allow", match.otherMethods.join(u", "_s).toStdString());
        return finish(response);
    }
    if (request->body().size() > match.route->maxBody)
        return finish(
            answerProblem({.status = drogon::k413RequestEntityTooLarge,
                           .code = u"too_large"_s,
                           .detail = u"at most %1 bytes here: send less at once"_s.arg(match.route->maxBody)}));
    auto call = admit(*match.route, request);
    if (!call) {
        const auto response = answerError(call.error());
        if (call.error().kind == Error::Kind::Unauthorised)
            response->addHeader("WWW-Authenticate", "Bearer");
        return finish(response);
    }
    call->parameters = std::move(match.parameters);
    serve(match.route->handler, std::move(*call), std::move(finish));
}

void Router::attach()
{
    drogon::app().registerPreRoutingAdvice([this](const drogon::HttpRequestPtr &request,
                                                  drogon::AdviceCallback &&callback,
                                                  const drogon::AdviceChainCallback &pass) {
        // A socket goes past the table of calls: Drogon opens it, and its own door looks who comes.
        if (!request->getHeader("upgrade").empty() && request->path() == "/v1/live")
            return pass();
        answer(request, std::move(callback));
    });
}

QString wordOf(drogon::HttpMethod method)
{
    switch (method) {
    case drogon::Get:
        return u"GET"_s;
    case drogon::Post:
        return u"POST"_s;
    case drogon::Put:
        return u"PUT"_s;
    case drogon::Delete:
        return u"DELETE"_s;
    case drogon::Head:
        return u"HEAD"_s;
    case drogon::Options:
        return u"OPTIONS"_s;
    case drogon::Patch:
        return u"PATCH"_s;
    default:
        return u"?"_s;
    }
}

QByteArray tokenOf(const drogon::HttpRequest &request, bool keyAllowed)
{
    constexpr std::string_view scheme = "Bearer ";
    const auto &header = request.getHeader("authorization");
    if (header.starts_with(scheme))
        return QByteArray::fromStdString(header.substr(scheme.size()));
    return keyAllowed ? QByteArray::fromStdString(request.getParameter("key")) : QByteArray();
}

} // namespace Doorstep::Http
