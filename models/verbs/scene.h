// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/closure.h"
#include "models/domain/driver.h"
#include "models/domain/exception.h"
#include "models/domain/note.h"
#include "models/domain/rates.h"
#include "models/domain/route.h"
#include "models/domain/site.h"
#include "models/domain/stop.h"
#include "models/domain/thresholds.h"

namespace Doorstep {

/// The part of the day that a verb looks at: stored documents on the backend, replica and overlay on the console. A
/// nullptr means that there is no such thing.
class Scene
{
public:
    Scene() = default;
    virtual ~Scene() = default;
    [[nodiscard]] virtual const Stop *stop(const StopId &id) const = 0;
    [[nodiscard]] virtual const Route *route(const RouteId &id) const = 0;
    [[nodiscard]] virtual const Driver *driver(const DriverId &id) const = 0;
    [[nodiscard]] virtual const Note *note(const NoteId &id) const = 0;
    [[nodiscard]] virtual const Exception *exception(const ExceptionId &id) const = 0;
    [[nodiscard]] virtual const Closure *closure(const ClosureId &id) const = 0;
    [[nodiscard]] virtual const Site *site(const SiteId &id) const = 0;
    /// Of a depot; nullptr when all are as usual.
    [[nodiscard]] virtual const DepotThresholds *thresholds(const DepotId &id) const = 0;
    /// Of a depot; nullptr when all are as usual.
    [[nodiscard]] virtual const DepotRates *rates(const DepotId &id) const = 0;

protected:
    Scene(const Scene &) = default;
    Scene(Scene &&) = default;
    Scene &operator=(const Scene &) = default;
    Scene &operator=(Scene &&) = default;
};

/// Who decides, and when they did, by their own clock.
struct Actor
{
    UserId user;
    QDateTime at;
};

/// The names of what a verb may look at or change.
struct Cast
{
    QList<StopId> stops;
    QList<RouteId> routes;
    QList<DriverId> drivers;
    QList<NoteId> notes;
    QList<ExceptionId> exceptions;
    QList<ClosureId> closures;
    QList<SiteId> sites;
    QList<DepotId> thresholds; ///< Of these depots, as...
    QList<DepotId> rates; ///< ... these.
};

} // namespace Doorstep
