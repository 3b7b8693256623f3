// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/commands/importvisits.h"

#include "backend/store/audittrail.h"
#include "backend/store/visitsfeed.h"
#include "models/domain/depot.h"
#include "models/wire/kinds.h"
#include "models/wire/rawjson.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

drogon::Task<Result<>> checkVisitDepots(Store &store, QSet<DepotId> depots)
{
    std::vector<DocumentKey> keys;
    for (const auto &depot : std::as_const(depots)) {
        if (!visitsFeedOf(depot).isValid())
            co_return failure(Error::Kind::Refused, u"a depot with so long an id takes no visits"_s);
        keys.push_back({.feed = organisationFeed(), .kind = Wire::Kinds::depot, .id = depot.toString()});
    }
    const auto found = co_await store.documents(keys);
    if (!found)
        co_return std::unexpected(found.error());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (found->at(static_cast<qsizetype>(i)).version == 0)
            co_return failure(Error::Kind::Refused, u"there is no depot %1"_s.arg(keys[i].id));
    }
    co_return Result<>();
}

} // namespace

drogon::Task<Result<ImportCounts>> importVisits(Store &store, std::vector<ImportedVisit> visits, UserId actor,
                                                QDateTime now)
{
    QSet<DepotId> depots;
    std::vector<DocumentKey> keys;
    for (const auto &visit : visits) {
        depots.insert(visit.depot);
        keys.push_back({.feed = visitsFeedOf(visit.depot), .kind = Wire::Kinds::visit, .id = visit.id});
    }
    if (const auto checked = co_await checkVisitDepots(store, depots); !checked)
        co_return std::unexpected(checked.error());
    const auto before = co_await store.documents(keys);
    if (!before)
        co_return std::unexpected(before.error());

    Commit commit{.writes = {}, .claims = {}, .actor = actor, .at = now};
    for (std::size_t i = 0; i < visits.size(); ++i) {
        const auto bytes = visits[i].body.isEmpty() ? QByteArray() : Wire::compact(visits[i].body);
        if (bytes != before->at(static_cast<qsizetype>(i)).body)
            commit.writes.push_back({.feed = keys[i].feed, .kind = keys[i].kind, .id = keys[i].id, .body = bytes});
    }
    const auto written = static_cast<qint64>(commit.writes.size());
    const ImportCounts counts{.written = written, .known = static_cast<qint64>(visits.size()) - written};
    leaveTrail(commit, u"visits"_s, {{u"written"_s, written}});
    const auto done = co_await store.commit(std::move(commit));
    if (!done)
        co_return std::unexpected(done.error());
    co_return counts;
}

} // namespace Doorstep
