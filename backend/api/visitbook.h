// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/store/store.h"

#include <QHash>

#include <deque>
#include <mutex>

namespace Doorstep::Api {

/// Which stops were visited at each address of each depot, so that nobody reads all documents to know. Keeps nothing: a
/// restart reads the feeds again. It may name a stop that is no longer done, or has another address by now: who asks
/// reads the documents anyway and looks.
///
/// Any thread.
class VisitBook
{
public:
    /// Reads every depot's feed. Before anything grows.
    Result<> load(Store &store);
    void grown(const Growth &growth);

    /// Stops of \a feed that were visited at \a site, those seen last first: at most 40.
    [[nodiscard]] QStringList stopsAt(const FeedId &feed, const SiteId &site) const;

private:
    void note(const FeedId &feed, const Document &stop);

    mutable std::mutex m_mutex;
    QHash<QString, std::deque<QString>> m_stops; ///< By feed and site; the newest last.
};

} // namespace Doorstep::Api
