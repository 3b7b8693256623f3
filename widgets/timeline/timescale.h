// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>

#include <chrono>

namespace Doorstep {

/// Which stretch of time a timeline shows over how many pixels. A value; time runs to the right.
struct TimeScale
{
    QDateTime from; ///< At x = 0, UTC.
    std::chrono::seconds span{5 * 3600}; ///< Over the whole width.
    double width = 1.0; ///< Pixels.

    [[nodiscard]] double x(const QDateTime &at) const;
    [[nodiscard]] QDateTime at(double x) const;
    /// The same with \a factor times the span, the time under \a x staying there; between 20 minutes and 24 hours.
    [[nodiscard]] TimeScale zoomed(double factor, double x) const;
    /// Moved by \a pixels to the right of the time axis.
    [[nodiscard]] TimeScale moved(double pixels) const;
    /// How far apart labels should be so that each has \a pixels: 5 minutes to 3 hours.
    [[nodiscard]] std::chrono::minutes labelStep(double pixels) const;

    bool operator==(const TimeScale &) const = default;
};

} // namespace Doorstep
