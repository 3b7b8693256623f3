// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/places/gathered.h"

namespace Doorstep::Places {

/// One street as people mean it: all ways and houses of one name that lie near each other. The same name on the other
/// side of the city is another piece.
struct StreetPiece
{
    int name = 0; ///< Of Gathered::streetNames: the spelling most of its ways have.
    QStringList otherNames;
    QString type; ///< Value of `highway` of its first way; empty when only houses tell of it.
    qint64 osmId = 0;
    PlaceBox box;
    Spot at; ///< On it, near its middle.
    int houses = 0;
    int city = 0; ///< Label that most of its houses have; 0 when none says.
};

class StreetPieces
{
public:
    explicit StreetPieces(const Gathered &gathered);

    [[nodiscard]] const std::vector<StreetPiece> &all() const { return m_pieces; }
    /// The index of the piece of \a streetName at \a spot, which a way or house of that name must have touched.
    [[nodiscard]] int at(int streetName, const Spot &spot) const;

private:
    void group(const Gathered &gathered);
    void joinCells();
    void describe(const Gathered &gathered);
    void placeMiddles(const Gathered &gathered);

    std::vector<int> m_groups; ///< Street name to group: names that fold alike are one.
    std::vector<QHash<qint64, int>> m_cells; ///< Group to its cells to their pieces.
    std::vector<StreetPiece> m_pieces;
};

} // namespace Doorstep::Places
