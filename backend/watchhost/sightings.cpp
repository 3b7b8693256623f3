// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/watchhost/sightings.h"

#include "models/wire/closurewire.h"
#include "models/wire/depotwire.h"
#include "models/wire/exceptionwire.h"
#include "models/wire/kinds.h"
#include "models/wire/rawjson.h"
#include "models/wire/routepathwire.h"
#include "models/wire/routewire.h"
#include "models/wire/stopwire.h"
#include "models/wire/thresholdswire.h"
#include "models/wire/vehiclewire.h"

namespace Doorstep {
namespace {

template <typename T, typename Make>
std::optional<Watch::Event> made(const Result<T> &value, Make make)
{
    if (!value)
        return {};
    return Watch::Event(make(*value));
}

std::optional<Watch::Event> goneOf(const Change &change)
{
    using namespace Wire::Kinds;
    if (change.kind == stop)
        return Watch::StopGone{.stop = StopId(change.id)};
    if (change.kind == route)
        return Watch::RouteGone{.route = RouteId(change.id)};
    if (change.kind == closure)
        return Watch::ClosureGone{.closure = ClosureId(change.id)};
    if (change.kind == thresholds)
        return Watch::ThresholdsGone{.depot = DepotId(change.id)};
    return {};
}

} // namespace

std::optional<Watch::Event> sightingOf(const Change &change)
{
    using namespace Wire::Kinds;
    if (change.deleted)
        return goneOf(change);
    if (!watchedKinds().contains(change.kind))
        return {};
    const auto body = Wire::objectFromBytes(change.body);
    if (!body)
        return {};
    if (change.kind == depot)
        return made(Wire::depotFromJson(*body), [](const Depot &value) { return Watch::DepotSeen{value}; });
    if (change.kind == vehicle)
        return made(Wire::vehicleFromJson(*body), [](const Vehicle &value) { return Watch::VehicleSeen{value}; });
    if (change.kind == path)
        return made(Wire::routePathFromJson(*body), [](const RoutePath &value) { return Watch::PathSeen{value}; });
    if (change.kind == closure)
        return made(Wire::closureFromJson(*body), [](const Closure &value) { return Watch::ClosureSeen{value}; });
    if (change.kind == thresholds) {
        return made(Wire::depotThresholdsFromJson(*body),
                    [](const DepotThresholds &value) { return Watch::ThresholdsSeen{value}; });
    }
    const auto version = change.version;
    if (change.kind == exception) {
        return made(Wire::exceptionFromJson(*body), [version](const Exception &value) {
            return Watch::ExceptionSeen{.exception = value, .version = version};
        });
    }
    if (change.kind == stop) {
        return made(Wire::stopFromJson(*body),
                    [version](const Stop &value) { return Watch::StopSeen{.stop = value, .version = version}; });
    }
    return made(Wire::routeFromJson(*body),
                [version](const Route &value) { return Watch::RouteSeen{.route = value, .version = version}; });
}

QStringList watchedKinds()
{
    using namespace Wire::Kinds;
    static const QStringList kinds{exception, depot, thresholds, vehicle, stop, route, path, closure};
    return kinds;
}

} // namespace Doorstep
