// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/roads/graphroads.h"

#include <QTemporaryDir>

#include <memory>

namespace Doorstep::Test {

/// A town drawn by hand: nodes on a grid of 100 m squares around (0°, 0°), ways by their letters.
///
///     RoadWorld town({u"a b c", u". d ."});
///     town.way("highway=residential", "abd");
///     auto roads = town.roads();
class RoadWorld
{
public:
    /// Letters name nodes; spaces separate columns, "." leaves a place empty. Rows run from north to south.
    explicit RoadWorld(const QStringList &rows);

    RoadWorld &tagNode(char letter, const QByteArray &tags);
    /// Answers the way's id.
    int way(const QByteArray &tags, const QByteArray &letters);
    /// A restriction such as "no_left_turn" over the node \a via.
    RoadWorld &restrict(const QByteArray &kind, int from, char via, int to, const QByteArray &moreTags = {});

    [[nodiscard]] QGeoCoordinate at(char letter) const;
    /// \a share of the way from \a a to \a b.
    [[nodiscard]] QGeoCoordinate between(char a, char b, double share = 0.5) const;
    /// The compiled town. Fails the program when it cannot be compiled.
    [[nodiscard]] std::unique_ptr<GraphRoads> roads();
    /// The letters that \a line comes through, in order.
    [[nodiscard]] QByteArray letters(const QList<QGeoCoordinate> &line) const;
    /// The letters of the best way between two letters; "-" where there is none.
    [[nodiscard]] QByteArray route(const GraphRoads &roads, char from, char to,
                                   RoadProfile profile = RoadProfile::Car) const;

private:
    struct Node
    {
        int id = 0;
        double lon = 0.0;
        double lat = 0.0;
        QByteArray tags;
    };

    QHash<char, Node> m_nodes;
    QByteArrayList m_ways;
    QByteArrayList m_relations;
    QTemporaryDir m_folder;
};

} // namespace Doorstep::Test
