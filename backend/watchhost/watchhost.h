// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/cases/daycases.h"
#include "backend/region/roads/roadservice.h"
#include "backend/watch/daywatch.h"
#include "backend/watchhost/factbook.h"
#include "backend/work/worker.h"
#include "models/domain/clock.h"

#include <map>
#include <mutex>
#include <trantor/net/EventLoopThread.h>

namespace Doorstep {

/// Gives the watchers what they see, in order and on one thread, and commits what they conclude: at most four commits a
/// second, one at a time. Ticks twice a second. It keeps nothing: a restart reads the feeds again.
class WatchHost
{
public:
    /// All must outlive it; \a roads may be null, and then stops are as the crow flies.
    WatchHost(Store &store, const Clock &clock, const RoadService *roads);
    ~WatchHost(); ///< The store must be closed before.
    Q_DISABLE_COPY_MOVE(WatchHost)

    /// Reads every feed and the drivers' last fixes. Once, before anything grows.
    Result<> load();
    void grown(const Growth &growth); ///< Any thread, in the order of commits.
    void fixed(std::vector<Fix> fixes); ///< Any thread; they are on disk.

    /// How long the \a vehicles of \a depot drive on each kind of road today, times what is usual at the hour, as seen
    /// half a second ago; 1 where nobody has driven. Any thread.
    [[nodiscard]] Watch::ByRoadKind paces(const DepotId &depot, Vehicle::Kind vehicles) const;

private:
    Result<> recall(const QString &kind, std::vector<Watch::Event> &events);
    void see(const Watch::Event &event);
    void notePaces(const QDateTime &now);
    void conclude(const Watch::PathWanted &wish);
    template <typename Fact>
    void conclude(const Fact &fact)
    {
        m_facts.note(fact);
    }
    void writeSoon();
    static drogon::AsyncTask write(WatchHost &host);

    Store &m_store;
    const Clock &m_clock;
    const RoadService *m_roads;
    Watch::DayWatch m_watch;
    Cases::DayCases m_cases;
    FactBook m_facts;
    mutable std::mutex m_pacesMutex;
    std::map<Watch::Learned::Traffic, Watch::ByRoadKind> m_paces;
    bool m_isWriting = false; ///< A commit is on its way or about to be.
    trantor::EventLoopThread m_thread;
    Worker m_roadWorker; // before the thread ends, it ends
};

} // namespace Doorstep
