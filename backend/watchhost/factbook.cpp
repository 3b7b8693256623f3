// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/watchhost/factbook.h"

#include "backend/commands/documents.h"
#include "models/domain/depot.h"
#include "models/wire/exceptionwire.h"
#include "models/wire/forecastwire.h"
#include "models/wire/kinds.h"
#include "models/wire/routepathwire.h"
#include "models/wire/routewire.h"
#include "models/wire/stopwire.h"

namespace Doorstep {
namespace {

/// What this program would write of \a body: what is missing in it is what it does not know.
QJsonObject knownPartOf(const QString &kind, const QJsonObject &body)
{
    if (kind == Wire::Kinds::stop)
        return Wire::stopFromJson(body).transform([](const Stop &stop) { return Wire::toJson(stop); }).value_or(body);
    if (kind == Wire::Kinds::exception)
        return Wire::exceptionFromJson(body)
            .transform([](const Exception &exception) { return Wire::toJson(exception); })
            .value_or(body);
    return Wire::routeFromJson(body).transform([](const Route &route) { return Wire::toJson(route); }).value_or(body);
}

drogon::Task<Result<>> keepUnknownKeys(Store &store, std::vector<DocumentWrite> &writes)
{
    std::vector<DocumentKey> keys;
    keys.reserve(writes.size());
    for (const auto &write : writes)
        keys.push_back({.feed = write.feed, .kind = write.kind, .id = write.id});
    const auto found = co_await findAll(store, std::move(keys));
    if (!found)
        co_return std::unexpected(found.error());
    for (std::size_t i = 0; i < writes.size(); ++i) {
        const auto &before = (*found)[i];
        auto &write = writes[i];
        if (!before.exists() || write.ifVersion != before.document.version)
            continue;
        const auto body = Wire::objectFromBytes(write.body).value_or(QJsonObject());
        write.body = Wire::compact(withUnknownKeys(body, before.body, knownPartOf(write.kind, before.body)));
    }
    co_return Result<>();
}

} // namespace

void FactBook::put(DocumentWrite write)
{
    const auto key = write.feed.toString() + u'\n' + write.kind + u'\n' + write.id;
    m_writes.insert_or_assign(key, std::move(write));
}

void FactBook::note(const Watch::StopBecame &fact)
{
    put({.feed = feedOf(fact.stop.depot),
         .kind = Wire::Kinds::stop,
         .id = fact.stop.id.toString(),
         .body = Wire::compact(Wire::toJson(fact.stop)),
         .ifVersion = fact.base});
}

void FactBook::note(const Watch::RouteBecame &fact)
{
    put({.feed = feedOf(fact.route.depot),
         .kind = Wire::Kinds::route,
         .id = fact.route.id.toString(),
         .body = Wire::compact(Wire::toJson(fact.route)),
         .ifVersion = fact.base});
}

void FactBook::note(const Watch::ForecastMade &fact)
{
    put({.feed = feedOf(fact.depot),
         .kind = Wire::Kinds::forecast,
         .id = fact.forecast.route.toString(),
         .body = Wire::compact(Wire::toJson(fact.forecast))});
}

void FactBook::note(const Watch::PathMade &fact)
{
    put({.feed = feedOf(fact.depot),
         .kind = Wire::Kinds::path,
         .id = fact.path.route.toString(),
         .body = Wire::compact(Wire::toJson(fact.path))});
}

void FactBook::note(const Cases::CaseBecame &fact)
{
    put({.feed = feedOf(fact.exception.depot),
         .kind = Wire::Kinds::exception,
         .id = fact.exception.id.toString(),
         .body = Wire::compact(Wire::toJson(fact.exception)),
         .ifVersion = fact.base});
}

std::vector<DocumentWrite> FactBook::take()
{
    std::vector<DocumentWrite> writes;
    writes.reserve(m_writes.size());
    for (auto &[key, write] : m_writes)
        writes.push_back(std::move(write));
    m_writes.clear();
    return writes;
}

drogon::Task<Result<>> commitFacts(Store &store, std::vector<DocumentWrite> writes, QDateTime now)
{
    if (const auto kept = co_await keepUnknownKeys(store, writes); !kept)
        co_return std::unexpected(kept.error());
    Commit all{.writes = writes, .claims = {}, .actor = {}, .at = now};
    const auto done = co_await store.commit(std::move(all));
    if (done)
        co_return Result<>();
    if (done.error().kind != Error::Kind::Conflict)
        co_return std::unexpected(done.error());
    for (auto &write : writes) {
        Commit one{.writes = {std::move(write)}, .claims = {}, .actor = {}, .at = now};
        const auto alone = co_await store.commit(std::move(one));
        if (!alone && alone.error().kind != Error::Kind::Conflict)
            co_return std::unexpected(alone.error());
    }
    co_return Result<>();
}

} // namespace Doorstep
