// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/fleet.h"
#include "models/store/layers.h"

namespace Doorstep {

/// What a Fleet shows, for verbs. Pointers stay good until the next batch.
class FleetScene : public Scene
{
public:
    /// \a fleet must outlive this.
    explicit FleetScene(const Fleet &fleet)
        : m_fleet(fleet)
    {
    }

    [[nodiscard]] const Stop *stop(const StopId &id) const override { return m_fleet.stops().find(id); }
    [[nodiscard]] const Route *route(const RouteId &id) const override { return m_fleet.routes().find(id); }
    [[nodiscard]] const Driver *driver(const DriverId &id) const override { return m_fleet.drivers().find(id); }
    [[nodiscard]] const Note *note(const NoteId &id) const override { return m_fleet.notes().find(id); }
    [[nodiscard]] const Exception *exception(const ExceptionId &id) const override
    {
        return m_fleet.exceptions().find(id);
    }
    [[nodiscard]] const Closure *closure(const ClosureId &id) const override { return m_fleet.closures().find(id); }
    [[nodiscard]] const Site *site(const SiteId &id) const override { return m_fleet.sites().find(id); }
    [[nodiscard]] const DepotRates *rates(const DepotId &id) const override { return m_fleet.rates().find(id); }
    [[nodiscard]] const DepotThresholds *thresholds(const DepotId &id) const override
    {
        return m_fleet.thresholds().find(id);
    }

private:
    const Fleet &m_fleet;
};

/// What the backend has told, a batch included that the Fleet has not taken in yet.
class ReplicaScene : public Scene
{
public:
    /// All three must outlive this and stay as they are. \a aside are the backend's values of what the Fleet shows
    /// otherwise.
    ReplicaScene(const Fleet &fleet, const Layers &aside, const Batch &coming);

    [[nodiscard]] const Stop *stop(const StopId &id) const override { return m_top.stop(id); }
    [[nodiscard]] const Route *route(const RouteId &id) const override { return m_top.route(id); }
    [[nodiscard]] const Driver *driver(const DriverId &id) const override { return m_top.driver(id); }
    [[nodiscard]] const Note *note(const NoteId &id) const override { return m_top.note(id); }
    [[nodiscard]] const Exception *exception(const ExceptionId &id) const override { return m_top.exception(id); }
    [[nodiscard]] const Closure *closure(const ClosureId &id) const override { return m_top.closure(id); }
    [[nodiscard]] const Site *site(const SiteId &id) const override { return m_top.site(id); }
    [[nodiscard]] const DepotThresholds *thresholds(const DepotId &id) const override { return m_top.thresholds(id); }
    [[nodiscard]] const DepotRates *rates(const DepotId &id) const override { return m_top.rates(id); }

private:
    FleetScene m_shown;
    LayeredScene m_told; ///< Without what is coming.
    LayeredScene m_top;
};

} // namespace Doorstep
