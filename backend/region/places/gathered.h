// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/places/place.h"
#include "backend/region/places/placegrid.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace Doorstep::Places {

/// Strings written once and known by number.
class Labels
{
public:
    /// 0 is "none", and what an empty \a text is.
    int operator()(const QString &text);
    [[nodiscard]] const QStringList &all() const { return m_all; } ///< Number 1 first.
    [[nodiscard]] QString text(int label) const { return label > 0 ? m_all.at(label - 1) : QString(); }

private:
    QHash<QString, int> m_known;
    QStringList m_all;
};

/// An address point or building, as it was tagged.
struct RawHouse
{
    int street = 0; ///< Of Gathered::streetNames.
    QString numbers; ///< "3318,3320 BIS".
    Spot at;
    int suburb = 0;
    int city = 0;
    int postcode = 0;
    qint64 osmId = 0;
    bool isWay = false;
};

/// A named way that people drive or walk on.
struct RawRoad
{
    int street = 0;
    QString otherNames; ///< Separated by ';'.
    QString type; ///< Value of `highway`.
    qint64 osmId = 0;
    std::vector<qint64> nodes;
    std::vector<Spot> line;
};

/// A suburb, city or POI.
struct RawPlace
{
    Place::Kind kind = Place::Kind::Poi;
    QString name;
    QString otherNames;
    QString category;
    QString type;
    QString street;
    QString number;
    Spot at;
    PlaceBox box;
    std::vector<Spot> outline; ///< Of suburbs and cities drawn as areas; empty for others.
    QString osmType;
    qint64 osmId = 0;
};

/// All of an extract that places are made of.
struct Gathered
{
    Labels streetNames; ///< As tagged: names that differ only in accents are still apart.
    Labels labels;
    std::vector<RawHouse> houses;
    std::vector<RawRoad> roads;
    std::vector<RawPlace> places;
    QHash<QString, int> countries; ///< How often each country was tagged.
    QHash<QString, int> states;
};

} // namespace Doorstep::Places
