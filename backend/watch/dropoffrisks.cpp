// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/watch/dropoffrisks.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace Doorstep::Watch {
namespace {

constexpr double cellDegrees = 0.002; // about 200 m: what is near lies in the cell or beside it
constexpr double sameDoorMeters = 15.0;
constexpr double nearbyMeters = 150.0;
constexpr double nearbyWeight = 0.2;
constexpr double usualShare = 0.05;
constexpr double usualWeight = 3.0;

bool isOfThePlace(Stop::Failure failure)
{
    using enum Stop::Failure;
    return failure == NobodyHome || failure == NoAccess || failure == Damaged || failure == Other;
}

} // namespace

DropOffRisks::Cell DropOffRisks::cellOf(const QGeoCoordinate &where)
{
    return {static_cast<int>(std::floor(where.latitude() / cellDegrees)),
            static_cast<int>(std::floor(where.longitude() / cellDegrees))};
}

void DropOffRisks::see(const Stop &stop)
{
    if (const auto known = m_cells.constFind(stop.id); known != m_cells.cend()) {
        m_visits[*known].removeIf([&stop](const Visit &visit) { return visit.stop == stop.id; });
        m_cells.erase(known);
    }
    const bool isDelivered = stop.status == Stop::Status::Delivered;
    const bool isBad = isDelivered ? stop.attempts > 1 || m_farFromDoor.contains(stop.id)
                                   : stop.status == Stop::Status::Failed && isOfThePlace(stop.failure);
    if (!stop.where.isValid() || (!isDelivered && !isBad))
        return;
    const auto cell = cellOf(stop.where);
    m_visits[cell].append({.stop = stop.id, .where = stop.where, .isBad = isBad});
    m_cells.insert(stop.id, cell);
}

void DropOffRisks::see(const Exception &exception)
{
    if (exception.kind != "far_delivery"_L1 || exception.about.kind != Subject::Kind::Stop)
        return;
    const StopId stop(exception.about.id);
    m_farFromDoor.insert(stop);
    if (const auto known = m_cells.constFind(stop); known != m_cells.cend()) {
        for (auto &visit : m_visits[*known])
            visit.isBad = visit.isBad || visit.stop == stop;
    }
}

double DropOffRisks::at(const QGeoCoordinate &where, const StopId &itself) const
{
    double bad = usualShare * usualWeight;
    double all = usualWeight;
    const auto count = [&](const Visit &visit) {
        const double meters = visit.where.distanceTo(where);
        if (visit.stop == itself || meters > nearbyMeters)
            return;
        const double weight = meters <= sameDoorMeters ? 1.0 : nearbyWeight;
        all += weight;
        bad += visit.isBad ? weight : 0.0;
    };
    const auto [row, column] = cellOf(where);
    for (int r = row - 1; r <= row + 1; ++r) {
        for (int c = column - 1; c <= column + 1; ++c) {
            if (const auto visits = m_visits.constFind({r, c}); visits != m_visits.cend())
                std::ranges::for_each(*visits, count);
        }
    }
    return std::round(100.0 * bad / all) / 100.0;
}

} // namespace Doorstep::Watch
