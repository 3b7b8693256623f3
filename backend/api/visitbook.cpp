// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/api/visitbook.h"

#include "models/domain/depot.h"
#include "models/domain/recipient.h"
#include "models/domain/site.h"
#include "models/wire/addresswire.h"
#include "models/wire/kinds.h"
#include "models/wire/rawjson.h"

#include <QJsonArray>

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
    auto hashes = hashesOf((*body)["customer"_L1].toString(), (*body)["phone"_L1].toString());
    const auto address = Wire::addressFromJson((*body)["address"_L1].toObject());
    if (const auto site = address ? siteIdOf(DepotId((*body)["depot"_L1].toString()), *address) : SiteId();
        site.isValid())
        hashes.append(hashOf(Of::Site, site.toString()));
    const auto where = (*body)["where"_L1].toArray();
    if (const QGeoCoordinate door(where.at(1).toDouble(qQNaN()), where.at(0).toDouble(qQNaN())); door.isValid())
        hashes.append(hashOf(door));
    const std::scoped_lock lock(m_mutex);
    for (const auto hash : std::as_const(hashes)) {
        auto &stops = m_stops[{feed, hash}];
        std::erase(stops, stop.id);
        stops.push_back(stop.id);
        if (stops.size() > mostOfOne)
            stops.pop_front();
    }
}

QStringList VisitBook::stopsOf(const Key &key) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_stops.constFind(key);
    return found == m_stops.cend() ? QStringList() : QStringList(found->rbegin(), found->rend());
}

QStringList VisitBook::stopsAt(const FeedId &feed, const SiteId &site) const
{
    return stopsOf({feed, hashOf(Of::Site, site.toString())});
}

QStringList VisitBook::stopsAtDoor(const FeedId &feed, const QGeoCoordinate &door) const
{
    return stopsOf({feed, hashOf(door)});
}

QStringList VisitBook::stopsFor(const FeedId &feed, const QString &name, const QString &phone) const
{
    QStringList stops;
    for (const auto hash : hashesOf(name, phone))
        stops += stopsOf({feed, hash});
    return stops;
}

} // namespace Doorstep::Api
