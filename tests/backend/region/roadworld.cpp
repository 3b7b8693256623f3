// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/backend/region/roadworld.h"

#include "backend/region/import/regionimport.h"
#include "backend/region/roads/roadsink.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Doorstep::Test {

namespace {

constexpr double hundredMeters = 0.0008991; // degrees, at the equator in both directions

}

RoadWorld::RoadWorld(const QStringList &rows)
{
    for (qsizetype row = 0; row < rows.size(); ++row) {
        const auto cells = rows[row].split(u' ', Qt::SkipEmptyParts);
        for (qsizetype column = 0; column < cells.size(); ++column) {
            const char letter = cells[column].front().toLatin1();
            if (letter != '.')
                m_nodes.insert(letter,
                               {.id = int(m_nodes.size()) + 1,
                                .lon = hundredMeters * double(column),
                                .lat = -hundredMeters * double(row),
                                .tags = {}});
        }
    }
}

RoadWorld &RoadWorld::tagNode(char letter, const QByteArray &tags)
{
    m_nodes[letter].tags = tags;
    return *this;
}

int RoadWorld::way(const QByteArray &tags, const QByteArray &letters)
{
    QByteArrayList nodes;
    for (const char letter : letters)
        nodes.append('n' + QByteArray::number(m_nodes.value(letter).id));
    const int id = int(m_ways.size()) + 1;
    m_ways.append("w" + QByteArray::number(id) + " T" + tags + " N" + nodes.join(','));
    return id;
}

RoadWorld &RoadWorld::restrict(const QByteArray &kind, int from, char via, int to, const QByteArray &moreTags)
{
    m_relations.append("r" + QByteArray::number(m_relations.size() + 1) + " Ttype=restriction,restriction=" + kind
                       + (moreTags.isEmpty() ? QByteArray() : "," + moreTags) + " Mw" + QByteArray::number(from)
                       + "@from,n" + QByteArray::number(m_nodes.value(via).id) + "@via,w" + QByteArray::number(to)
                       + "@to");
    return *this;
}

QGeoCoordinate RoadWorld::at(char letter) const
{
    const auto node = m_nodes.value(letter);
    return {node.lat, node.lon};
}

QGeoCoordinate RoadWorld::between(char a, char b, double share) const
{
    const auto from = at(a);
    const auto to = at(b);
    return {from.latitude() + share * (to.latitude() - from.latitude()),
            from.longitude() + share * (to.longitude() - from.longitude())};
}

std::unique_ptr<GraphRoads> RoadWorld::roads()
{
    QByteArrayList lines(m_nodes.size());
    for (const auto &node : std::as_const(m_nodes))
        lines[node.id - 1] = "n" + QByteArray::number(node.id) + (node.tags.isEmpty() ? QByteArray() : " T" + node.tags)
            + " x" + QByteArray::number(node.lon, 'f', 7) + " y" + QByteArray::number(node.lat, 'f', 7);
    lines += m_ways;
    lines += m_relations;
    QFile file(m_folder.filePath(u"town.opl"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(lines.join('\n') + '\n') < 0)
        qFatal("no room for test files");
    file.close();

    RegionSinks sinks;
    sinks.push_back(std::make_unique<RoadSink>());
    const auto database = m_folder.filePath(u"region.sqlite"_s);
    const auto region = importRegion(file.fileName(), database, sinks, [](QStringView, double) { });
    if (!region)
        qFatal("%s", qPrintable(region.error().detail));
    auto roads = GraphRoads::open(database);
    if (!roads)
        qFatal("%s", qPrintable(roads.error().detail));
    return std::move(*roads);
}

QByteArray RoadWorld::letters(const QList<QGeoCoordinate> &line) const
{
    QByteArray letters;
    for (const auto &place : line) {
        for (auto it = m_nodes.cbegin(); it != m_nodes.cend(); ++it) {
            if (place.distanceTo(at(it.key())) < 0.1 && !letters.endsWith(it.key()))
                letters += it.key();
        }
    }
    return letters;
}

QByteArray RoadWorld::route(const GraphRoads &roads, char from, char to, RoadProfile profile) const
{
    RouteRequest request;
    request.profile = profile;
    request.waypoints = {at(from), at(to)};
    const auto answer = roads.route(request);
    return answer ? letters(answer->routes.first().line) : QByteArray("-");
}

} // namespace Doorstep::Test
