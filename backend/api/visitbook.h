// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/store/store.h"
#include "models/domain/id.h"

#include <QGeoCoordinate>
#include <QHash>

#include <mutex>
#include <vector>

namespace Doorstep::Api {

/// Which stops were visited at each address and at each door of each depot, and which for each person, so that nobody
/// reads all documents to know. Imported visits are among them. People are kept as hashes of what makes them the same
/// (recipient.h). Keeps nothing: a restart reads the feeds again. It may name a stop that is no longer done, or has
/// another address by now: who asks reads the documents anyway and looks.
///
/// Any thread.
class VisitBook
{
public:
    /// Reads every depot's feed. Before anything grows.
    Result<> load(Store &store);
    void grown(const Growth &growth);

    using Keys = std::vector<DocumentKey>;

    /// Stops of \a depot that were visited at \a site, and visits imported to it, the newest first: at most 40.
    [[nodiscard]] Keys stopsAt(const DepotId &depot, const SiteId &site) const;
    /// The same of those whose driver was sent to \a door: the very place to a metre, as one search answers it twice.
    [[nodiscard]] Keys stopsAtDoor(const DepotId &depot, const QGeoCoordinate &door) const;
    /// The same of those for somebody who may be the person of that name and phone. It may name others.
    [[nodiscard]] Keys stopsFor(const DepotId &depot, const QString &name, const QString &phone) const;

private:
    using Key = std::pair<DepotId, size_t>; ///< A hash of what is asked for: who asks looks at the documents anyway.
    struct Visited
    {
        QString id;
        qint64 atMs = 0;
        bool isImported = false;
    };
    using Visits = std::vector<Visited>; ///< By time.
    void note(const Document &stop);
    [[nodiscard]] Keys stopsOf(const Key &key) const;

    mutable std::mutex m_mutex;
    QHash<Key, Visits> m_stops;
};

} // namespace Doorstep::Api
