// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/places/placeservice.h"
#include "backend/work/otherserver.h"

#include <QByteArray>
#include <QUrl>

#include <chrono>
#include <mutex>

namespace Doorstep {

/// Where a Nominatim is, and its house rules.
struct NominatimServer
{
    QUrl url; ///< "https://places.example/nominatim"; search and reverse are asked below it.
    QByteArray userAgent; ///< Public servers want to know who asks and how to reach them.
    std::chrono::milliseconds interval{0}; ///< At least this long between two questions; public servers want a second.
    std::chrono::milliseconds timeout{10'000};
};

/// A real Nominatim (or another Doorstep) as the places. Asks one question at a time and keeps the interval; nothing is
/// remembered. Scores of a server that gives none are estimated from how well the answer's words fit the question: fair
/// for sorting, not calibrated.
class NominatimPlaces : public PlaceService
{
public:
    /// Fails with Malformed when the url is not http or https with a host.
    [[nodiscard]] static Result<std::unique_ptr<NominatimPlaces>> make(const NominatimServer &server);

    [[nodiscard]] Result<QList<Place>> search(const PlaceQuery &query) const override;
    [[nodiscard]] Result<Place> reverse(const QGeoCoordinate &at, PlaceDetail detail) const override;
    [[nodiscard]] QString attribution() const override;

private:
    explicit NominatimPlaces(const NominatimServer &server);
    /// The JSON that \a call answers to the parameters in \a query.
    [[nodiscard]] Result<QByteArray> ask(const QString &call, const QString &query) const;

    std::chrono::milliseconds m_interval;
    std::chrono::milliseconds m_patience;
    OtherServer m_server;
    mutable std::mutex m_mutex; ///< One question at a time; guards m_next.
    mutable std::chrono::steady_clock::time_point m_next;
};

/// How well the words of \a place fit \a query, 0 to 1: for places whose server gave no score.
[[nodiscard]] double estimatedScore(const PlaceQuery &query, const Place &place);

} // namespace Doorstep
