// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/commands/storedscene.h"

#include "models/wire/closurewire.h"
#include "models/wire/driverwire.h"
#include "models/wire/exceptionwire.h"
#include "models/wire/kinds.h"
#include "models/wire/notewire.h"
#include "models/wire/rateswire.h"
#include "models/wire/routewire.h"
#include "models/wire/sitewire.h"
#include "models/wire/stopwire.h"
#include "models/wire/thresholdswire.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

template <typename Id>
void want(std::vector<DocumentKey> &keys, const FeedId &feed, QLatin1StringView kind, const QList<Id> &ids)
{
    QSet<Id> wanted;
    for (const auto &id : ids) {
        if (!wanted.contains(id))
            keys.push_back({.feed = feed, .kind = kind, .id = id.toString()});
        wanted.insert(id);
    }
}

template <typename T>
Result<> keep(QHash<decltype(T::id), T> &things, const Result<T> &thing)
{
    if (!thing)
        return failure(Error::Kind::Storage, u"a stored document cannot be read: "_s + thing.error().detail);
    things.insert(thing->id, *thing);
    return {};
}

} // namespace

std::vector<DocumentKey> StoredScene::keysOf(const Cast &cast, const FeedId &feed)
{
    std::vector<DocumentKey> keys;
    want(keys, feed, Wire::Kinds::route, cast.routes);
    want(keys, feed, Wire::Kinds::stop, cast.stops);
    want(keys, feed, Wire::Kinds::driver, cast.drivers);
    want(keys, feed, Wire::Kinds::note, cast.notes);
    want(keys, feed, Wire::Kinds::exception, cast.exceptions);
    want(keys, feed, Wire::Kinds::closure, cast.closures);
    want(keys, feed, Wire::Kinds::site, cast.sites);
    want(keys, feed, Wire::Kinds::thresholds, cast.thresholds);
    want(keys, feed, Wire::Kinds::rates, cast.rates);
    return keys;
}

Result<std::unique_ptr<StoredScene>> StoredScene::of(std::vector<Found> all)
{
    auto scene = std::make_unique<StoredScene>();
    scene->m_all = std::move(all);
    for (std::size_t i = 0; i < scene->m_all.size(); ++i) {
        const auto &found = scene->m_all[i];
        scene->m_places.insert(found.document.kind + u'/' + found.document.id, i);
        if (!found.exists())
            continue;
        if (auto done = scene->read(found); !done)
            return std::unexpected(done.error());
    }
    return scene;
}

Result<> StoredScene::read(const Found &found)
{
    const auto &kind = found.document.kind;
    if (kind == Wire::Kinds::stop)
        return keep(m_stops, Wire::stopFromJson(found.body));
    if (kind == Wire::Kinds::route)
        return keep(m_routes, Wire::routeFromJson(found.body));
    if (kind == Wire::Kinds::driver)
        return keep(m_drivers, Wire::driverFromJson(found.body));
    if (kind == Wire::Kinds::note)
        return keep(m_notes, Wire::noteFromJson(found.body));
    if (kind == Wire::Kinds::closure)
        return keep(m_closures, Wire::closureFromJson(found.body));
    if (kind == Wire::Kinds::site)
        return keep(m_sites, Wire::siteFromJson(found.body));
    if (kind == Wire::Kinds::thresholds)
        return keep(m_thresholds, Wire::depotThresholdsFromJson(found.body));
    if (kind == Wire::Kinds::rates)
        return keep(m_rates, Wire::depotRatesFromJson(found.body));
    return keep(m_exceptions, Wire::exceptionFromJson(found.body));
}

const Found *StoredScene::found(QLatin1StringView kind, const QString &id) const
{
    const auto place = m_places.constFind(kind + u'/' + id);
    return place == m_places.cend() ? nullptr : &m_all[*place];
}

} // namespace Doorstep
