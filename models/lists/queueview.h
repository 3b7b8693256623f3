// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"

#include <QObject>

#include <array>

namespace Doorstep {

/// Which of the queue's cases a person wants to see: those of a filter that are also of the kind, the driver and the
/// depot, where these are chosen. By itself: everything that is open.
struct QueueView
{
    Q_GADGET
public:
    enum class Filter : quint8 { Open, Mine, Followed, Unassigned, Escalated, Snoozed, Closed };
    Q_ENUM(Filter)
    static constexpr std::array filters{Filter::Open,      Filter::Mine,    Filter::Followed, Filter::Unassigned,
                                        Filter::Escalated, Filter::Snoozed, Filter::Closed};

    Filter filter = Filter::Open;
    QString kind; ///< The word of a kind (kindWordOf()); empty: every kind.
    DriverId driver; ///< Empty: whoever drives, or nobody.
    DepotId depot; ///< Empty: every depot.

    bool operator==(const QueueView &) const = default;
};

} // namespace Doorstep
