// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/places/gathered.h"

namespace Doorstep::Places {

/// Says in which suburb and city a spot lies: in the area that holds it where mappers drew areas, else by the nearest
/// point they set, cities reaching farther than villages. Remembers its answers for cells of some 200 m.
class Districts
{
public:
    /// \a gathered must outlive it; new labels are added there.
    explicit Districts(Gathered &gathered);

    /// A label, 0 where nothing is near.
    [[nodiscard]] int suburbAt(const Spot &spot) { return at(spot, Place::Kind::Suburb, m_suburbs); }
    [[nodiscard]] int cityAt(const Spot &spot) { return at(spot, Place::Kind::City, m_cities); }

private:
    [[nodiscard]] int at(const Spot &spot, Place::Kind kind, QHash<qint64, int> &known);
    [[nodiscard]] int find(const Spot &spot, Place::Kind kind);

    Gathered &m_gathered;
    std::vector<const RawPlace *> m_places;
    QHash<qint64, int> m_suburbs;
    QHash<qint64, int> m_cities;
};

} // namespace Doorstep::Places
