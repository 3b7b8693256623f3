// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/timewindow.h"

#include <QObject>

#include <chrono>

namespace Doorstep {

/// A window or an ETA that a customer was told.
struct Promise
{
    Q_GADGET
public:
    enum class What : quint8 { Window, Eta };
    Q_ENUM(What)

    /// How they were told.
    enum class Channel : quint8 { Order, Reschedule, Link, Desk, Call, Sms };
    Q_ENUM(Channel)

    static constexpr qsizetype mostOfAStop = 20; ///< The oldest are forgotten beyond it, but for the first.

    What what = What::Window;
    TimeWindow window; ///< Of an ETA: its band.
    QDateTime toldAt; ///< UTC.
    Channel channel = Channel::Order;

    /// How far \a arrival is from what was promised: positive is late, negative is early, 0 is kept.
    [[nodiscard]] std::chrono::minutes missedBy(const QDateTime &arrival) const;

    bool operator==(const Promise &) const = default;
};

} // namespace Doorstep
