// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"

namespace Doorstep {

/// A person who delivers.
struct Driver
{
    DriverId id;
    DepotId depot;
    QString name;
    QString phone; ///< E.164 where known.
    QString deviceId; ///< What their phone app calls itself ("id" of Traccar Client, user of OwnTracks). Unique; only
                      ///< admins and backends see it.

    /// One or two letters for a marker: "Carla Núñez" is "CN".
    [[nodiscard]] QString initials() const;

    bool operator==(const Driver &) const = default;
};

} // namespace Doorstep
