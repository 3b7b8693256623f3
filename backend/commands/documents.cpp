// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/commands/documents.h"

#include "models/domain/depot.h"

using namespace Qt::StringLiterals;

namespace Doorstep {

drogon::Task<Result<std::vector<Found>>> findAll(Store &store, std::vector<DocumentKey> keys)
{
    const auto documents = co_await store.documents(keys);
    if (!documents)
        co_return std::unexpected(documents.error());
    std::vector<Found> all;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        Found found{.feed = keys[i].feed, .document = documents->at(static_cast<qsizetype>(i)), .body = {}};
        if (found.exists()) {
            auto body = Wire::objectFromBytes(found.document.body);
            if (!body)
                co_return failure(Error::Kind::Storage, u"a stored document is no JSON: "_s + body.error().detail);
            found.body = std::move(*body);
        }
        all.push_back(std::move(found));
    }
    co_return all;
}

drogon::Task<Result<Found>> findInDepots(Store &store, QString kind, QString id)
{
    std::vector<DocumentKey> keys;
    for (const auto &feed : store.feeds()) {
        if (feed.id != organisationFeed())
            keys.push_back({.feed = feed.id, .kind = kind, .id = id});
    }
    auto all = co_await findAll(store, std::move(keys));
    if (!all)
        co_return std::unexpected(all.error());
    const auto found = std::ranges::find_if(*all, &Found::exists);
    if (found == all->end())
        co_return failure(Error::Kind::NotFound, u"there is no %1 of that id"_s.arg(kind));
    co_return std::move(*found);
}

QJsonObject withUnknownKeys(QJsonObject body, const QJsonObject &before, const QJsonObject &known)
{
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (!known.contains(it.key()) && !body.contains(it.key()))
            body.insert(it.key(), it.value());
    }
    return body;
}

} // namespace Doorstep
