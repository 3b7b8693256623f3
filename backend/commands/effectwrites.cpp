// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/commands/effectwrites.h"

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

namespace Doorstep {
namespace {

/// \a stored with the keys in which \a after differs from \a before.
QJsonObject merged(QJsonObject stored, const QJsonObject &before, const QJsonObject &after)
{
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (!after.contains(it.key()))
            stored.remove(it.key());
    }
    for (auto it = after.begin(); it != after.end(); ++it) {
        if (before.value(it.key()) != it.value())
            stored.insert(it.key(), it.value());
    }
    return stored;
}

class Writer
{
public:
    Writer(const StoredScene &scene, const FeedId &feed)
        : m_scene(scene)
        , m_feed(feed)
    {
    }

    template <typename T>
    void put(QLatin1StringView kind, const QList<T> &things,
             const T *(StoredScene::*known)(const decltype(T::id) &) const)
    {
        for (const auto &thing : things) {
            const auto id = thing.id.toString();
            const auto *before = (m_scene.*known)(thing.id);
            const auto *found = m_scene.found(kind, id);
            const auto body = before != nullptr ? merged(found->body, Wire::toJson(*before), Wire::toJson(thing))
                                                : Wire::toJson(thing);
            m_writes.push_back({.feed = m_feed,
                                .kind = kind,
                                .id = id,
                                .body = Wire::compact(body),
                                .ifVersion = found != nullptr ? found->document.version : 0});
        }
    }
    void remove(QLatin1StringView kind, const QString &id)
    {
        const auto *found = m_scene.found(kind, id);
        m_writes.push_back({.feed = m_feed,
                            .kind = kind,
                            .id = id,
                            .body = {},
                            .ifVersion = found != nullptr ? found->document.version : 0});
    }
    std::vector<DocumentWrite> take() { return std::move(m_writes); }

private:
    const StoredScene &m_scene;
    const FeedId &m_feed;
    std::vector<DocumentWrite> m_writes;
};

} // namespace

std::vector<DocumentWrite> writesOf(const Effects &effects, const StoredScene &scene, const FeedId &feed)
{
    Writer writer(scene, feed);
    // Stops first: whoever sees a route's new list knows its stops already.
    writer.put(Wire::Kinds::stop, effects.stops, &StoredScene::stop);
    writer.put(Wire::Kinds::route, effects.routes, &StoredScene::route);
    writer.put(Wire::Kinds::driver, effects.drivers, &StoredScene::driver);
    writer.put(Wire::Kinds::note, effects.notes, &StoredScene::note);
    writer.put(Wire::Kinds::exception, effects.exceptions, &StoredScene::exception);
    writer.put(Wire::Kinds::closure, effects.closures, &StoredScene::closure);
    writer.put(Wire::Kinds::site, effects.sites, &StoredScene::site);
    writer.put(Wire::Kinds::thresholds, effects.thresholds, &StoredScene::thresholds);
    writer.put(Wire::Kinds::rates, effects.rates, &StoredScene::rates);
    for (const auto &note : effects.removedNotes)
        writer.remove(Wire::Kinds::note, note.toString());
    for (const auto &closure : effects.removedClosures)
        writer.remove(Wire::Kinds::closure, closure.toString());
    for (const auto &site : effects.removedSites)
        writer.remove(Wire::Kinds::site, site.toString());
    return writer.take();
}

std::vector<DocumentRead> readsOf(const StoredScene &scene, const std::vector<DocumentWrite> &writes)
{
    QSet<QString> written;
    for (const auto &write : writes)
        written.insert(write.kind + u'/' + write.id);
    std::vector<DocumentRead> reads;
    for (const auto &found : scene.all()) {
        const auto &[kind, id, version, deleted, body] = found.document;
        if (!written.contains(kind + u'/' + id))
            reads.push_back({.key = {.feed = found.feed, .kind = kind, .id = id}, .version = version});
    }
    return reads;
}

} // namespace Doorstep
