// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/api/visitbook.h"

#include "backend/store/visitsfeed.h"
#include "models/domain/depot.h"
#include "models/domain/recipient.h"
#include "models/domain/site.h"
#include "models/wire/addresswire.h"
#include "models/wire/kinds.h"
#include "models/wire/rawjson.h"
#include "models/wire/timewire.h"

#include <QJsonArray>

#include <algorithm>
#include <iterator>
#include <ranges>

using namespace Qt::StringLiterals;

namespace Doorstep::Api {
namespace {

constexpr std::size_t mostOfOne = 40; // twice what is told: some may be undone by now

constexpr double perDegree = 100'000.0; // a metre and a bit

enum class Of : quint8 { Site, Door, Phone, Name };

size_t hashOf(Of what, const QString &text)
{
    return qHashMulti(0, static_cast<int>(what), text);
}

size_t hashOf(const QGeoCoordinate &door)
{
    return qHashMulti(0, static_cast<int>(Of::Door), qRound64(door.latitude() * perDegree),
                      qRound64(door.longitude() * perDegree));
}

/// What people are looked for by; nothing of one who says too little.
QList<size_t> hashesOf(const QString &name, const QString &phone)
{
    QList<size_t> hashes;
    if (const auto key = phoneKey(phone); !key.isEmpty())
        hashes.append(hashOf(Of::Phone, key));
    if (const auto key = nameKey(name); !key.isEmpty())
        hashes.append(hashOf(Of::Name, key));
    return hashes;
}

} // namespace

Result<> VisitBook::load(Store &store)
{
    for (const auto &feed : store.feeds()) {
        if (feed.id == organisationFeed())
            continue;
        const QString kind = isVisitsFeed(feed.id) ? Wire::Kinds::visit : Wire::Kinds::stop;
        const auto stops = drogon::sync_wait(store.documentsOf(feed.id, kind));
        if (!stops)
            return std::unexpected(stops.error());
        for (const auto &stop : *stops)
            note(stop);
    }
    return {};
}

void VisitBook::grown(const Growth &growth)
{
    for (const auto &grown : growth) {
        if (grown.state.id == organisationFeed())
            continue;
        for (const auto &change : grown.changes) {
            const bool isVisit = change.kind == Wire::Kinds::stop || change.kind == Wire::Kinds::visit;
            if (isVisit && !change.deleted)
                note(change);
        }
    }
}

void VisitBook::note(const Document &stop)
{
    if (!stop.body.contains("\"completed_at\"")) // most changes are no visits, and need no parsing
        return;
    const auto body = Wire::objectFromBytes(stop.body);
    if (!body || !body->contains("completed_at"_L1))
        return;
    const DepotId depot((*body)["depot"_L1].toString());
    auto hashes = hashesOf((*body)["customer"_L1].toString(), (*body)["phone"_L1].toString());
    const auto address = Wire::addressFromJson((*body)["address"_L1].toObject());
    if (const auto site = address ? siteIdOf(depot, *address) : SiteId(); site.isValid())
        hashes.append(hashOf(Of::Site, site.toString()));
    const auto where = (*body)["where"_L1].toArray();
    if (const QGeoCoordinate door(where.at(1).toDouble(qQNaN()), where.at(0).toDouble(qQNaN())); door.isValid())
        hashes.append(hashOf(door));
    const Visited visited{.id = stop.id,
                          .atMs = Wire::timeFromText((*body)["completed_at"_L1].toString()).toMSecsSinceEpoch(),
                          .isImported = stop.kind == Wire::Kinds::visit};
    const std::scoped_lock lock(m_mutex);
    for (const auto hash : std::as_const(hashes)) {
        auto &stops = m_stops[{depot, hash}];
        std::erase_if(stops, [&stop](const Visited &other) { return other.id == stop.id; });
        stops.insert(std::ranges::upper_bound(stops, visited.atMs, {}, &Visited::atMs), visited);
        if (stops.size() > mostOfOne)
            stops.erase(stops.begin());
    }
}

VisitBook::Keys VisitBook::stopsOf(const Key &key) const
{
    Keys keys;
    const std::scoped_lock lock(m_mutex);
    const auto visits = m_stops.value(key);
    for (const auto &visited : std::views::reverse(visits)) {
        if (visited.isImported)
            keys.push_back({.feed = visitsFeedOf(key.first), .kind = Wire::Kinds::visit, .id = visited.id});
        else
            keys.push_back({.feed = feedOf(key.first), .kind = Wire::Kinds::stop, .id = visited.id});
    }
    return keys;
}

VisitBook::Keys VisitBook::stopsAt(const DepotId &depot, const SiteId &site) const
{
    return stopsOf({depot, hashOf(Of::Site, site.toString())});
}

VisitBook::Keys VisitBook::stopsAtDoor(const DepotId &depot, const QGeoCoordinate &door) const
{
    return stopsOf({depot, hashOf(door)});
}

VisitBook::Keys VisitBook::stopsFor(const DepotId &depot, const QString &name, const QString &phone) const
{
    Keys stops;
    for (const auto hash : hashesOf(name, phone))
        std::ranges::move(stopsOf({depot, hash}), std::back_inserter(stops));
    return stops;
}

} // namespace Doorstep::Api
