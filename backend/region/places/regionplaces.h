// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/places/placereader.h"
#include "backend/region/places/placeservice.h"
#include "backend/region/places/vocabulary.h"

#include <mutex>

namespace Doorstep {

namespace Places {
struct Candidate;
}

/// The places of a compiled region. Each call borrows a connection from a pool that grows to as many as ever asked at
/// once.
class RegionPlaces : public PlaceService
{
public:
    /// Fails with Storage or Malformed when \a databasePath is no compiled region.
    [[nodiscard]] static Result<std::unique_ptr<RegionPlaces>> open(const QString &databasePath);

    [[nodiscard]] Result<QList<Place>> search(const PlaceQuery &query) const override;
    [[nodiscard]] Result<Place> reverse(const QGeoCoordinate &at, PlaceDetail detail) const override;
    [[nodiscard]] QString attribution() const override;

    /// All candidates of \a query with the evidence their scores come from, the strongest first: for calibration.
    [[nodiscard]] Result<QList<Places::Candidate>> candidates(const PlaceQuery &query) const;

private:
    using Reader = std::unique_ptr<Places::PlaceReader>;
    class Borrowed;

    RegionPlaces(QString databasePath, Reader first, Places::Vocabulary vocabulary,
                 std::vector<Places::Entity> districts);
    [[nodiscard]] Result<Borrowed> borrow() const;

    QString m_databasePath;
    Places::Vocabulary m_vocabulary;
    std::vector<Places::Entity> m_districts;
    mutable std::mutex m_mutex; ///< Guards m_idle.
    mutable std::vector<Reader> m_idle;
};

} // namespace Doorstep
