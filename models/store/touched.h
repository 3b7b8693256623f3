// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/closure.h"

#include <QList>

namespace Doorstep {

class Fleet;

/// What a closure gets in the way of, as the console's tables tell it.
struct Touched
{
    QList<StopId> stops; ///< Open, not held, inside while it is there; the first to be reached first.
    QList<RouteId> routes; ///< Of those stops, or on a way through it or around it that is still to be driven.

    [[nodiscard]] bool isEmpty() const { return stops.isEmpty() && routes.isEmpty(); }
    bool operator==(const Touched &) const = default;
};

[[nodiscard]] Touched touchedBy(const Closure &closure, const Fleet &fleet, const QDateTime &now);

} // namespace Doorstep
