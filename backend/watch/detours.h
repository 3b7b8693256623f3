// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/watch/event.h"
#include "backend/watch/leg.h"
#include "models/domain/closure.h"

#include <chrono>
#include <map>
#include <vector>

namespace Doorstep::Watch {

/// A closure, ready to be asked about places.
struct KnownClosure
{
    Closure closure;
    AreaShape shape;
};
using Closures = std::map<ClosureId, KnownClosure>; ///< Ordered, so that what follows comes in the same order.

/// The roads of one route's drives, and what closures do to them: which they must go around, and which make them slow.
///
/// A drive obeys a closure that is there at any time while it lasts. Once it does, it goes on until the closure is over
/// by a margin, so that an arrival that moves by a minute does not move the roads. A value without a clock.
class Detours
{
public:
    enum class Change : quint8 {
        None,
        Times, ///< The same roads take another time.
        Roads, ///< Other roads are wanted.
    };

    /// When a drive happens; one that is over, or that nobody knows anything of, has no times.
    struct Drive
    {
        QDateTime begin;
        QDateTime end;
    };

    /// There are \a drives now, with other roads than before.
    void reset(std::size_t drives);
    [[nodiscard]] std::size_t size() const noexcept { return m_drives.size(); }
    /// The roads that were found, for avoid() as it is.
    void take(const std::vector<PathFound::Leg> &legs);
    /// What \a closures of \a depot do to \a drives, one each. A drive without times keeps what it has.
    [[nodiscard]] Change obey(const std::vector<Drive> &drives, const Closures &closures, const DepotId &depot);

    /// For each drive what it must go around; empty when none must.
    [[nodiscard]] std::vector<QList<Closure>> avoid(const Closures &closures) const;
    [[nodiscard]] const QList<ClosureId> &avoidedBy(std::size_t drive) const { return m_drives.at(drive).avoided; }
    [[nodiscard]] bool isKnown(std::size_t drive) const;
    [[nodiscard]] const PathFound::Leg &found(std::size_t drive) const { return m_drives.at(drive).found; }
    /// The drive along the roads that were found, as slow as closures make it.
    [[nodiscard]] Leg leg(std::size_t drive, const Closures &closures) const;

private:
    struct Known
    {
        PathFound::Leg free; ///< When nothing is closed.
        PathFound::Leg found;
        QList<ClosureId> avoided; ///< Ascending, as are these:
        QList<ClosureId> slowed;
    };
    /// Both ascending.
    struct Obeyed
    {
        QList<ClosureId> avoided;
        QList<ClosureId> slowed;
    };
    [[nodiscard]] static Obeyed obeyedBy(const Known &known, const Drive &drive, const Closures &closures,
                                         const DepotId &depot);
    [[nodiscard]] static bool meets(const Known &known, const AreaShape &shape);

    std::vector<Known> m_drives;
};

} // namespace Doorstep::Watch
