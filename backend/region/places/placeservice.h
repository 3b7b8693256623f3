// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/places/place.h"
#include "models/domain/result.h"

namespace Doorstep {

/// How closely a reverse search looks.
enum class PlaceDetail : quint8 { House, Street, Suburb, City };

/// Addresses to coordinates and back. Both implementations (our own region, and a real Nominatim by URL) answer in the
/// same terms.
///
/// Any number of threads may ask at once. A call computes, or waits for an answer over HTTP, where it is made: not for
/// event loops that must not wait.
class PlaceService
{
public:
    PlaceService() = default;
    PlaceService(const PlaceService &) = delete;
    PlaceService &operator=(const PlaceService &) = delete;
    virtual ~PlaceService() = default;

    /// What \a query may mean, the most probable first; empty when nothing fits. Any text is a good question: there is
    /// no Malformed. Fails with Storage, or Offline when the other server is silent.
    [[nodiscard]] virtual Result<QList<Place>> search(const PlaceQuery &query) const = 0;
    /// What is nearest to \a at. Fails with NotFound where nothing is near, Malformed when \a at is no place on earth.
    [[nodiscard]] virtual Result<Place> reverse(const QGeoCoordinate &at, PlaceDetail detail) const = 0;
    /// To be shown with what is found.
    [[nodiscard]] virtual QString attribution() const = 0;
};

} // namespace Doorstep
