// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/visitplace.h"

#include <algorithm>

namespace Doorstep {
namespace {

constexpr double agreeMeters = 75.0; // a phone between houses is this far off, a house is not this large

QGeoCoordinate middleOf(const QList<QGeoCoordinate> &places)
{
    double latitude = 0.0;
    double longitude = 0.0;
    for (const auto &place : places) {
        latitude += place.latitude();
        longitude += place.longitude();
    }
    const auto count = static_cast<double>(places.size());
    return {latitude / count, longitude / count};
}

QList<QGeoCoordinate> near(const QList<QGeoCoordinate> &places, const QGeoCoordinate &centre)
{
    QList<QGeoCoordinate> some;
    std::ranges::copy_if(places, std::back_inserter(some),
                         [&](const QGeoCoordinate &place) { return place.distanceTo(centre) <= agreeMeters; });
    return some;
}

} // namespace

std::optional<VisitPlace> visitPlaceOf(const QList<PastVisit> &visits)
{
    QList<QGeoCoordinate> places;
    for (const auto &visit : visits) {
        if (visit.isHere && visit.outcome == Stop::Status::Delivered && visit.where.isValid())
            places.append(visit.where);
    }
    // The one with most others around it: one parcel that was left at the wrong house moves nothing.
    QList<QGeoCoordinate> agreeing;
    for (const auto &place : std::as_const(places)) {
        if (auto around = near(places, place); around.size() > agreeing.size())
            agreeing = std::move(around);
    }
    if (agreeing.isEmpty())
        return {};
    return VisitPlace{.where = middleOf(agreeing),
                      .deliveries = static_cast<int>(agreeing.size()),
                      .others = static_cast<int>(places.size() - agreeing.size())};
}

} // namespace Doorstep
