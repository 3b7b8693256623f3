// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/roads/roadgraph.h"

#include <cmath>
#include <cstring>
#include <numbers>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

constexpr double earthRadius = 6372797.560856; // metres; OSRM's, so that lengths agree
constexpr double radians = std::numbers::pi / 180.0;

const char *nameOf(RoadProfile profile)
{
    return profile == RoadProfile::Car ? "car" : "bicycle";
}

/// Names an array of \a graph and hands it over, for writing and reading alike.
template <typename Graph, typename Visit>
Result<> eachPart(Graph &graph, Visit visit)
{
    Result<> result;
    const auto part = [&](const char *name, auto &array) {
        if (result)
            result = visit(name, array);
    };
    part("roads", graph.roads);
    part("points", graph.points);
    part("segments", graph.segments);
    part("states", graph.states);
    part("first_turn", graph.firstTurn);
    part("turns", graph.turns);
    part("first_end", graph.firstEnd);
    part("ends", graph.ends);
    part("first_up", graph.firstUp);
    part("up", graph.up);
    part("first_down", graph.firstDown);
    part("down", graph.down);
    part("names", graph.names);
    return result;
}

bool isRising(const std::vector<quint32> &firsts, std::size_t count, std::size_t end)
{
    return firsts.size() == count + 1 && firsts.front() == 0 && firsts.back() == end && std::ranges::is_sorted(firsts);
}

bool pointsInside(const RoadGraph &graph)
{
    const auto roadCount = graph.roadCount();
    if (graph.roads.empty() || graph.names.empty() || graph.names.back() != 0 || graph.firstEnd.empty()
        || graph.states.size() != std::size_t{roadCount} * 2 || graph.segments.size() + roadCount != graph.points.size()
        || graph.roads.front().firstPoint != 0 || graph.roads.back().firstPoint != graph.points.size()
        || !isRising(graph.firstTurn, graph.states.size(), graph.turns.size())
        || !isRising(graph.firstEnd, graph.firstEnd.size() - 1, graph.ends.size())
        || !isRising(graph.firstUp, graph.states.size(), graph.up.size())
        || !isRising(graph.firstDown, graph.states.size(), graph.down.size()))
        return false;
    for (quint32 road = 0; road < roadCount; ++road) {
        const auto &it = graph.roads[road];
        if (graph.roads[road + 1].firstPoint < it.firstPoint + 2 || it.fromNode + 1 >= graph.firstEnd.size()
            || it.toNode + 1 >= graph.firstEnd.size() || it.name >= graph.names.size() || it.ref >= graph.names.size()
            || static_cast<std::size_t>(it.roadClass) >= roadClassCount)
            return false;
    }
    const auto isShortcut = [&](const GraphShortcut &arc) {
        return arc.other < graph.states.size()
            && (arc.middle == GraphShortcut::noMiddle || arc.middle < graph.states.size());
    };
    return std::ranges::all_of(graph.turns, [&](const GraphTurn &turn) { return turn.target < graph.states.size(); })
        && std::ranges::all_of(graph.ends, [&](const GraphEnd &end) { return end.roadEnd < graph.states.size(); })
        && std::ranges::all_of(graph.up, isShortcut) && std::ranges::all_of(graph.down, isShortcut);
}

} // namespace

double metersBetween(GraphPoint a, GraphPoint b)
{
    const double latitude = std::sin((b.lat - double(a.lat)) * 1e-7 * radians / 2.0);
    const double longitude = std::sin((b.lon - double(a.lon)) * 1e-7 * radians / 2.0);
    const double chord = latitude * latitude
        + std::cos(a.lat * 1e-7 * radians) * std::cos(b.lat * 1e-7 * radians) * longitude * longitude;
    return 2.0 * earthRadius * std::asin(std::min(1.0, std::sqrt(chord)));
}

double bearingBetween(GraphPoint from, GraphPoint to)
{
    const double longitude = (to.lon - double(from.lon)) * 1e-7 * radians;
    const double fromLatitude = from.lat * 1e-7 * radians;
    const double toLatitude = to.lat * 1e-7 * radians;
    const double bearing = std::atan2(std::sin(longitude) * std::cos(toLatitude),
                                      std::cos(fromLatitude) * std::sin(toLatitude)
                                          - std::sin(fromLatitude) * std::cos(toLatitude) * std::cos(longitude))
        / radians;
    return bearing < 0.0 ? bearing + 360.0 : bearing;
}

Result<> makeGraphTable(Sqlite::Database &database)
{
    return database.exec("CREATE TABLE road_graph(profile TEXT NOT NULL, part TEXT NOT NULL, data BLOB NOT NULL,"
                         "PRIMARY KEY(profile, part))");
}

Result<> writeGraph(Sqlite::Database &database, RoadProfile profile, const RoadGraph &graph)
{
    auto insert = database.prepare("INSERT INTO road_graph(profile, part, data) VALUES(?, ?, ?)");
    if (!insert)
        return std::unexpected(std::move(insert.error()));
    return eachPart(graph, [&](const char *name, const auto &array) {
        const QByteArrayView bytes(reinterpret_cast<const char *>(array.data()),
                                   static_cast<qsizetype>(array.size() * sizeof(array.front())));
        return insert->run(nameOf(profile), name, bytes);
    });
}

Result<RoadGraph> readGraph(Sqlite::Database &database, RoadProfile profile)
{
    auto select = database.prepare("SELECT data FROM road_graph WHERE profile = ? AND part = ?");
    if (!select)
        return std::unexpected(std::move(select.error()));

    RoadGraph graph;
    const auto read = eachPart(graph, [&](const char *name, auto &array) -> Result<> {
        using Element = std::remove_reference_t<decltype(array.front())>;
        static_assert(std::is_trivially_copyable_v<Element>);
        select->reset();
        select->bind(1, nameOf(profile));
        select->bind(2, name);
        const auto row = select->step();
        if (!row)
            return std::unexpected(row.error());
        const auto bytes = *row ? select->blob(0) : QByteArrayView();
        if (!*row || static_cast<std::size_t>(bytes.size()) % sizeof(Element) != 0)
            return failure(Error::Kind::Malformed,
                           u"the road graph of this region is damaged (%1)"_s.arg(QLatin1StringView(name)));
        array.resize(static_cast<std::size_t>(bytes.size()) / sizeof(Element));
        if (!array.empty())
            std::memcpy(static_cast<void *>(array.data()), bytes.data(), static_cast<std::size_t>(bytes.size()));
        return {};
    });
    if (!read)
        return std::unexpected(read.error());
    if (!pointsInside(graph))
        return failure(Error::Kind::Malformed, u"the road graph of this region is damaged"_s);
    return graph;
}

} // namespace Doorstep
