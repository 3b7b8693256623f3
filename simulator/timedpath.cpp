// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "simulator/timedpath.h"

#include <algorithm>

namespace Doorstep::Simulation {

Sighting TimedPath::at(double elapsed) const
{
    if (points.isEmpty())
        return {};
    if (points.size() == 1)
        return {.where = points.first()};
    const auto after = std::ranges::upper_bound(seconds, elapsed);
    const auto to = std::clamp<qsizetype>(after - seconds.cbegin(), 1, seconds.size() - 1);
    const auto from = to - 1;
    const double took = seconds[to] - seconds[from];
    const double part = took > 0.0 ? std::clamp((elapsed - seconds[from]) / took, 0.0, 1.0) : 1.0;
    const auto &a = points[from];
    const auto &b = points[to];
    const bool moves = elapsed > 0.0 && elapsed < duration() && took > 0.0;
    return {.where = {a.latitude() + (b.latitude() - a.latitude()) * part,
                      a.longitude() + (b.longitude() - a.longitude()) * part},
            .headingDegrees = a.azimuthTo(b),
            .speedMetersPerSecond = moves ? a.distanceTo(b) / took : 0.0};
}

void TimedPath::append(const QList<QGeoCoordinate> &line, double lineSeconds)
{
    QList<double> along{0.0};
    for (qsizetype i = 1; i < line.size(); ++i)
        along += along.last() + line[i - 1].distanceTo(line[i]);
    const double start = duration();
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (!points.isEmpty() && i == 0 && points.last() == line[0])
            continue;
        const double part = along.last() > 0.0 ? along[i] / along.last() : 1.0;
        points += line[i];
        seconds += i == 0 ? start : start + lineSeconds * part;
    }
}

} // namespace Doorstep::Simulation
