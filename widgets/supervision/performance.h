// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"
#include "widgets/parts/depottime.h"

#include <QList>

#include <array>
#include <optional>

namespace Doorstep {

class Fleet;
struct Route;

/// What one driver's day comes to so far, counted from the store.
struct Performance
{
    DriverId driver;
    RouteId route;
    QString name;
    QString initials;
    int total = 0;
    int delivered = 0;
    int failed = 0;
    int onTime = 0; ///< Of the delivered ones.
    int firstAttempt = 0; ///< Delivered at the first try.
    std::optional<double> stopsPerHour; ///< Done stops over the hours since the start; nothing before half an hour.
    QDateTime lastSeen; ///< Of the newest fix.
    QList<double> perHour; ///< Done stops of each hour from the start on, the running one last.

    [[nodiscard]] int done() const noexcept { return delivered + failed; }
    [[nodiscard]] std::optional<double> onTimeFraction() const { return share(onTime, delivered); }
    [[nodiscard]] std::optional<double> firstAttemptFraction() const { return share(firstAttempt, done()); }
    [[nodiscard]] std::optional<double> failedPerHundred() const;

    bool operator==(const Performance &) const = default;

private:
    [[nodiscard]] static std::optional<double> share(int part, int whole);
};

/// Of \a route's driver at \a now.
[[nodiscard]] Performance performanceOf(const Route &route, const Fleet &fleet, const QDateTime &now);

/// The whole depot's day by hour on the depot's clock.
struct HourCount
{
    int planned = 0;
    int delivered = 0;
    int failed = 0;

    bool operator==(const HourCount &) const = default;
};
using DayCount = std::array<HourCount, 24>;

[[nodiscard]] DayCount dayCountOf(const Fleet &fleet, const DepotTime &time);

} // namespace Doorstep
