// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/verbs/effects.h"
#include "models/verbs/scene.h"

namespace Doorstep {

/// How far a stop is: what cancelling, failing, trying again and putting off change, and taking that back restores.
struct StopState
{
    Stop::Status status = Stop::Status::Planned;
    Stop::Failure failure = Stop::Failure::None;
    QString note;
    int attempts = 0;
    QDateTime completedAt;
    TimeWindow window;

    /// Whether a stop can be so: a failure belongs to Failed, a time of completion to Delivered and Failed.
    [[nodiscard]] bool isConsistent() const;

    bool operator==(const StopState &) const = default;
};

[[nodiscard]] StopState stateOf(const Stop &stop);

/// Puts a stop back into the state it had: the inverse of the verbs below, and never anything else.
///
/// Who: dispatcher, support, admin. Conflict: the stop is no longer in the state that is taken back, because the driver
/// has acted. Inverse: back again.
struct RestoreStop
{
    static constexpr QLatin1StringView word{"restore_stop"};

    StopId stop;
    StopState was;
    StopState to;

    [[nodiscard]] Decision on(const Scene &scene, const Actor &actor) const;
    [[nodiscard]] RestoreStop inverse(const Scene &before, const Actor &actor) const;
    void name(Cast &cast) const { cast.stops.append(stop); }

    bool operator==(const RestoreStop &) const = default;
};

/// Calls a delivery off.
///
/// Who: dispatcher, support, admin. Conflict: the driver has delivered or failed it, which wins, or is at the door.
/// Inverse: RestoreStop.
struct CancelStop
{
    static constexpr QLatin1StringView word{"cancel_stop"};

    StopId stop;
    QString reason;

    [[nodiscard]] Decision on(const Scene &scene, const Actor &actor) const;
    [[nodiscard]] RestoreStop inverse(const Scene &before, const Actor &actor) const;
    void name(Cast &cast) const { cast.stops.append(stop); }

    bool operator==(const CancelStop &) const = default;
};

/// Opens a failed or cancelled stop for another try. Its attempts stay counted.
///
/// Who: dispatcher, support, admin. Rejected: a stop that was delivered. Inverse: RestoreStop.
struct ReattemptStop
{
    static constexpr QLatin1StringView word{"reattempt_stop"};

    StopId stop;

    [[nodiscard]] Decision on(const Scene &scene, const Actor &actor) const;
    [[nodiscard]] RestoreStop inverse(const Scene &before, const Actor &actor) const;
    void name(Cast &cast) const { cast.stops.append(stop); }

    bool operator==(const ReattemptStop &) const = default;
};

/// Agrees on another window, and opens the stop again when its visit had failed. Which route drives there then is
/// another decision.
///
/// Who: dispatcher, support, admin. Conflict: the window is no longer the one that was seen, or the driver is at the
/// door. Rejected: a stop that was delivered or cancelled. Inverse: RestoreStop. The window is a promise from then on.
struct RescheduleStop
{
    static constexpr QLatin1StringView word{"reschedule_stop"};

    StopId stop;
    TimeWindow was;
    TimeWindow window;

    [[nodiscard]] Decision on(const Scene &scene, const Actor &actor) const;
    [[nodiscard]] RestoreStop inverse(const Scene &before, const Actor &actor) const;
    void name(Cast &cast) const { cast.stops.append(stop); }

    bool operator==(const RescheduleStop &) const = default;
};

/// Ends a visit on the driver's behalf: they called in, or their phone is dead.
///
/// Who: dispatcher, admin. Conflict: it ended otherwise already; the driver's own word wins. Inverse: RestoreStop.
struct RecordVisit
{
    static constexpr QLatin1StringView word{"record_visit"};

    StopId stop;
    Stop::Status outcome = Stop::Status::Delivered; ///< Delivered or Failed.
    Stop::Failure failure = Stop::Failure::None; ///< Only of Failed.
    QString note;
    QDateTime completedAt; ///< When the visit ended, UTC.

    [[nodiscard]] Decision on(const Scene &scene, const Actor &actor) const;
    [[nodiscard]] RestoreStop inverse(const Scene &before, const Actor &actor) const;
    void name(Cast &cast) const { cast.stops.append(stop); }

    bool operator==(const RecordVisit &) const = default;
};

} // namespace Doorstep
