// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/api/orderroutes.h"

#include "backend/commands/placeorders.h"
#include "backend/http/problem.h"
#include "models/wire/rawjson.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QSet>

#include <mutex>

using namespace Qt::StringLiterals;

namespace Doorstep::Api {
namespace {

using drogon::HttpResponsePtr;
using drogon::Task;

constexpr std::size_t largestOrders = 4UL * 1024 * 1024;
constexpr qsizetype longestKey = 200;

/// The idempotency keys whose first request is still being worked on.
class KeysInFlight
{
public:
    /// Takes \a key for as long as the answer lives; null when another request has it.
    std::shared_ptr<void> take(const QString &key)
    {
        const std::scoped_lock lock(m_mutex);
        if (m_keys.contains(key))
            return {};
        m_keys.insert(key);
        return {this, [this, key](void *) {
                    const std::scoped_lock letGo(m_mutex);
                    m_keys.remove(key);
                }};
    }

private:
    std::mutex m_mutex;
    QSet<QString> m_keys;
};

KeysInFlight &keysInFlight()
{
    static KeysInFlight keys;
    return keys;
}

/// `Idempotency-Key: "…"`, a structured-field string; without its quotes.
Result<QString> keyOf(const drogon::HttpRequest &request)
{
    const auto text = QString::fromStdString(request.getHeader("idempotency-key"));
    if (text.size() < 3 || text.size() > longestKey || !text.startsWith(u'"') || !text.endsWith(u'"'))
        return failure(
            Error::Kind::Malformed,
            u"send a header Idempotency-Key: \"…\" of your own making, so that a repeated request makes nothing twice"_s);
    return text.sliced(1, text.size() - 2);
}

/// The answer that \a key was given before, if any.
HttpResponsePtr earlierAnswer(const std::optional<KeptAnswer> &kept, const QByteArray &requestHash)
{
    if (!kept)
        return nullptr;
    if (kept->requestHash == requestHash)
        return Http::answerBytes(kept->body);
    return Http::answerProblem({.status = drogon::k422UnprocessableEntity,
                                .code = u"key_reused"_s,
                                .detail = u"this Idempotency-Key was used with another body: make a new one"_s});
}

QList<StopId> stopsIn(const QJsonObject &placed)
{
    QList<StopId> stops;
    for (const auto &order : placed["orders"_L1].toArray())
        stops.append(StopId(order["stop"_L1].toString()));
    return stops;
}

Task<HttpResponsePtr> place(Services &services, Http::Call call)
{
    const auto given = keyOf(*call.request);
    if (!given)
        co_return Http::answerError(given.error());
    const auto key = callerOf(call).id.toString() + u'\n' + *given;
    const auto guard = keysInFlight().take(key);
    if (!guard) {
        co_return Http::answerProblem({.status = drogon::k409Conflict,
                                       .code = u"in_flight"_s,
                                       .detail = u"the first request with this key is still being worked on"_s,
                                       .field = {},
                                       .retryAfterSeconds = 1});
    }
    const auto bytes = call.request->body();
    const auto hash = QCryptographicHash::hash(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())),
                                               QCryptographicHash::Sha256);
    const auto kept = co_await services.store.keptAnswer(key);
    if (!kept)
        co_return Http::answerError(kept.error());
    if (const auto earlier = earlierAnswer(*kept, hash))
        co_return earlier;

    const auto body = Http::objectIn(bytes);
    if (!body)
        co_return Http::answerError(body.error());
    auto orders = newOrdersFromJson(*body, services.clock.now());
    if (!orders)
        co_return Http::answerError(orders.error());
    const auto placed = co_await placeOrders(services.store, services.places, std::move(*orders), callerOf(call).id,
                                             services.clock.now());
    if (!placed)
        co_return Http::answerError(placed.error());
    const auto answer = Wire::compact(*placed);
    // After the commit: lost in between, the orders' own references still make nothing twice.
    KeptAnswer toKeep{.requestHash = hash, .body = answer};
    if (const auto done = co_await services.store.keepAnswer(key, std::move(toKeep), QDateTime::currentDateTimeUtc());
        !done)
        co_return Http::answerError(done.error());
    if (services.stopsMade)
        services.stopsMade(stopsIn(*placed));
    co_return Http::answerBytes(answer);
}

} // namespace

void registerOrders(Http::Router &router, Services &services)
{
    router.add({.method = drogon::Post,
                .path = u"/v1/orders"_s,
                .roles = {User::Role::Dispatcher, User::Role::Admin},
                .maxBody = largestOrders,
                .handler = with(services, place)});
}

} // namespace Doorstep::Api
