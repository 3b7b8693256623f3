// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/backend.h"

#include "backend/api/api.h"
#include "backend/api/driveroutes.h"
#include "backend/api/insertionroutes.h"
#include "backend/api/proposalroutes.h"
#include "backend/api/regionroutes.h"
#include "backend/api/trialroutes.h"
#include "backend/ingest/ingest.h"
#include "backend/store/sqlite/sqlitestore.h"
#include "models/domain/depot.h"
#include "models/wire/kinds.h"

namespace Doorstep {

Result<std::unique_ptr<Backend>> Backend::open(const ServeOptions &options)
{
    auto data = DataDirectory::open(options.dataDirectory, DataDirectory::Use::Serve);
    if (!data)
        return std::unexpected(data.error());
    auto store = SqliteStore::open(data->storeFile());
    if (!store)
        return std::unexpected(store.error());
    std::unique_ptr<Api::RegionServices> region;
    if (!options.region.isEmpty()) {
        auto opened = Api::openRegionServices(options.region, data->tileCacheFolder());
        if (!opened)
            return std::unexpected(opened.error());
        region = std::move(*opened);
    }
    std::unique_ptr<Backend> backend(new Backend(options, std::move(*data), std::move(*store), std::move(region)));
    if (auto loaded = backend->load(); !loaded)
        return std::unexpected(loaded.error());
    return backend;
}

Backend::Backend(const ServeOptions &options, DataDirectory data, std::unique_ptr<Store> store,
                 std::unique_ptr<Api::RegionServices> region)
    : m_data(std::move(data))
    , m_fixDaysKept(options.fixDaysKept)
    , m_assignment(options.assignment)
    , m_store(std::move(store))
    , m_region(std::move(region))
    , m_access(*m_store, m_realClock)
    , m_live(*m_store, m_access, m_clock)
    , m_watch(*m_store, m_clock, m_region ? m_region->roads.get() : nullptr)
    , m_fixes(*m_store, m_clock,
              [this](const std::vector<Fix> &fixes) {
                  m_live.fixed(fixes);
                  m_watch.fixed(fixes);
              })
    , m_services{.store = *m_store, .access = m_access, .clock = m_clock, .live = m_live, .visits = m_visits}
{
    m_services.watch = &m_watch;
    m_services.places = m_region ? m_region->placeFinder.get() : nullptr;
    m_services.isClockAdjustable = options.isClockAdjustable;
    if (m_region && !m_assignment.isEmpty()) {
        m_services.stopsMade = [this](const QList<StopId> &made) {
            Api::assignByItself(m_services, *m_region, m_assignment, made);
        };
    }
    m_store->setGrowthListener([this](const Growth &growth) {
        m_drivers.grown(growth);
        m_live.grown(growth);
        m_visits.grown(growth);
        m_watch.grown(growth);
    });
}

Backend::~Backend()
{
    m_housekeeping.reset();
    m_store->close(); // nobody may hear of commits any more
}

Result<> Backend::load()
{
    if (auto loaded = drogon::sync_wait(m_access.load()); !loaded)
        return loaded;
    const auto drivers = drogon::sync_wait(m_store->documentsOf(organisationFeed(), Wire::Kinds::driver));
    if (!drivers)
        return std::unexpected(drivers.error());
    m_drivers.load(*drivers);
    auto fixes = drogon::sync_wait(m_store->lastFixes());
    if (!fixes)
        return std::unexpected(fixes.error());
    m_live.fixed(std::move(*fixes));
    if (auto loaded = m_visits.load(*m_store); !loaded)
        return loaded;
    if (auto loaded = m_watch.load(); !loaded)
        return loaded;
    m_housekeeping = std::make_unique<Housekeeping>(*m_store, m_access, m_clock, m_fixDaysKept);
    return {};
}

void Backend::addRoutes(Http::Router &router)
{
    Api::registerApi(router, m_services);
    Api::registerRegion(router, m_region.get());
    Api::registerInsertions(router, m_services, m_region.get());
    Api::registerDrives(router, m_services, m_region.get());
    Api::registerProposals(router, m_services, m_region.get(), m_proposals);
    Api::registerTrials(router, m_services, m_region.get(), m_trials);
    registerIngest(router, m_fixes, m_drivers, m_clock);
}

} // namespace Doorstep
