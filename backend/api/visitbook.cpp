// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/api/visitbook.h"

#include "models/domain/depot.h"
#include "models/domain/site.h"
#include "models/wire/addresswire.h"
#include "models/wire/kinds.h"
#include "models/wire/rawjson.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Api {
namespace {

constexpr std::size_t mostOfOne = 40; // twice what is told: some may be undone by now

QString keyOf(const FeedId &feed, const SiteId &site)
{
    return feed.toString() + u'/' + site.toString();
}

} // namespace

Result<> VisitBook::load(Store &store)
{
    for (const auto &feed : store.feeds()) {
        if (feed.id == organisationFeed())
            continue;
        auto stops = drogon::sync_wait(store.documentsOf(feed.id, Wire::Kinds::stop));
        if (!stops)
            return std::unexpected(stops.error());
        std::ranges::sort(*stops, {}, &Document::version); // as they grew
        for (const auto &stop : std::as_const(*stops))
            note(feed.id, stop);
    }
    return {};
}

void VisitBook::grown(const Growth &growth)
{
    for (const auto &grown : growth) {
        if (grown.state.id == organisationFeed())
            continue;
        for (const auto &change : grown.changes) {
            if (change.kind == Wire::Kinds::stop && !change.deleted)
                note(grown.state.id, change);
        }
    }
}

void VisitBook::note(const FeedId &feed, const Document &stop)
{
    if (!stop.body.contains("\"completed_at\"")) // most changes are no visits, and need no parsing
        return;
    const auto body = Wire::objectFromBytes(stop.body);
    if (!body || !body->contains("completed_at"_L1))
        return;
    const auto address = Wire::addressFromJson((*body)["address"_L1].toObject());
    const auto site = address ? siteIdOf(DepotId((*body)["depot"_L1].toString()), *address) : SiteId();
    if (!site.isValid())
        return;
    const std::scoped_lock lock(m_mutex);
    auto &stops = m_stops[keyOf(feed, site)];
    std::erase(stops, stop.id);
    stops.push_back(stop.id);
    if (stops.size() > mostOfOne)
        stops.pop_front();
}

QStringList VisitBook::stopsAt(const FeedId &feed, const SiteId &site) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_stops.constFind(keyOf(feed, site));
    return found == m_stops.cend() ? QStringList() : QStringList(found->rbegin(), found->rend());
}

} // namespace Doorstep::Api
