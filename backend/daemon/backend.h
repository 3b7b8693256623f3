// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/api/autoassign.h"
#include "backend/api/proposalbook.h"
#include "backend/api/regionservices.h"
#include "backend/api/services.h"
#include "backend/api/trialroutes.h"
#include "backend/daemon/datadirectory.h"
#include "backend/daemon/driverbook.h"
#include "backend/daemon/fixintake.h"
#include "backend/daemon/housekeeping.h"
#include "backend/daemon/options.h"
#include "backend/watchhost/watchhost.h"

namespace Doorstep {

/// Everything behind the calls, made and joined: the composition root. It decides nothing.
class Backend
{
public:
    /// Opens the data and reads the working set out of it. Refused or Storage with a sentence for a person.
    static Result<std::unique_ptr<Backend>> open(const ServeOptions &options);
    ~Backend();
    Q_DISABLE_COPY_MOVE(Backend)

    void addRoutes(Http::Router &router);
    [[nodiscard]] Access &access() noexcept { return m_access; }
    [[nodiscard]] LiveHub &live() noexcept { return m_live; }
    [[nodiscard]] const DataDirectory &data() const noexcept { return m_data; }
    void setReady(bool ready) { m_services.isReady = ready; }

private:
    Backend(const ServeOptions &options, DataDirectory data, std::unique_ptr<Store> store,
            std::unique_ptr<Api::RegionServices> region);
    Result<> load();

    DataDirectory m_data; // in the order in which one needs the other
    SystemClock m_realClock;
    ScaledClock m_clock;
    int m_fixDaysKept;
    Api::AssignmentLimits m_assignment;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Api::RegionServices> m_region; ///< Null without a region and servers for one.
    Access m_access;
    DriverBook m_drivers;
    LiveHub m_live;
    Api::VisitBook m_visits;
    WatchHost m_watch;
    FixIntake m_fixes;
    Api::Services m_services;
    std::unique_ptr<Housekeeping> m_housekeeping;
    Api::TrialBench m_trials;
    Api::ProposalBook m_proposals;
};

} // namespace Doorstep
