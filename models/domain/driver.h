// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"

#include <QDateTime>
#include <QObject>

#include <chrono>

namespace Doorstep {

/// A person who delivers.
struct Driver
{
    Q_GADGET
public:
    enum class Duty : quint8 { Unknown, OnDuty, OnBreak, OffDuty };
    Q_ENUM(Duty)

    /// So long after somebody asked where they are, the question is given up: there was another way by then.
    static constexpr std::chrono::minutes positionAskedFor{30};

    DriverId id;
    DepotId depot;
    QString name;
    QString phone; ///< E.164 where known.
    QString deviceId; ///< What their phone app calls itself ("id" of Traccar Client, user of OwnTracks). Unique; only
                      ///< admins and backends see it.
    Duty duty = Duty::Unknown; ///< As somebody at a desk said; Unknown: nobody did.

    QDateTime positionAskedAt; ///< UTC: somebody at a desk wanted to know where they are; invalid: nobody does.

    /// One or two letters for a marker: "Carla Núñez" is "CN".
    [[nodiscard]] QString initials() const;

    bool operator==(const Driver &) const = default;
};

} // namespace Doorstep
