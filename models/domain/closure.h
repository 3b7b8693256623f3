// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/area.h"
#include "models/domain/id.h"

#include <QDateTime>
#include <QObject>

namespace Doorstep {

/// A part of the ground that may not be driven, or only slowly, for a while.
struct Closure
{
    Q_GADGET
public:
    enum class Cause : quint8 {
        Closure, ///< Works, an accident, the police.
        Weather, ///< Flood, ice, a storm.
        Event, ///< A market, a match, a march.
    };
    Q_ENUM(Cause)

    enum class Effect : quint8 {
        Closed, ///< Nobody drives through; who has a stop inside walks the rest.
        Slow, ///< Driving takes `slowness` times as long.
    };
    Q_ENUM(Effect)

    static constexpr double leastSlowness = 1.1;
    static constexpr double mostSlowness = 20.0;

    ClosureId id;
    DepotId depot;
    QString name;
    Cause cause = Cause::Closure;
    Area area;
    QDateTime from; ///< UTC, as all times here. Invalid: it is so already.
    QDateTime to; ///< Invalid: until somebody lifts it.
    Effect effect = Effect::Closed;
    double slowness = 2.0; ///< Of Slow only: so many times as long.
    QString note;

    [[nodiscard]] bool isOver(const QDateTime &now) const { return to.isValid() && to <= now; }
    [[nodiscard]] bool isActive(const QDateTime &at) const { return (!from.isValid() || from <= at) && !isOver(at); }
    /// Whether it is there at any time from \a begin to \a end, both included; an invalid one is open.
    [[nodiscard]] bool isThereBetween(const QDateTime &begin, const QDateTime &end) const
    {
        return (!from.isValid() || !end.isValid() || from <= end) && (!to.isValid() || !begin.isValid() || begin < to);
    }

    bool operator==(const Closure &) const = default;
};

} // namespace Doorstep
