// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/import/extractreader.h"

#include <QFile>

#include <osmium/area/assembler.hpp>
#include <osmium/area/multipolygon_manager.hpp>
#include <osmium/handler.hpp>
#include <osmium/handler/node_locations_for_ways.hpp>
#include <osmium/index/map/flex_mem.hpp>
#include <osmium/io/any_input.hpp>
#include <osmium/osm/box.hpp>
#include <osmium/relations/manager_util.hpp>
#include <osmium/visitor.hpp>
#include <stdexcept>

namespace Doorstep {

using namespace Qt::StringLiterals;

namespace {

using LocationIndex = osmium::index::map::FlexMem<osmium::unsigned_object_id_type, osmium::Location>;
using Locations = osmium::handler::NodeLocationsForWays<LocationIndex, LocationIndex>;
using Areas = osmium::area::MultipolygonManager<osmium::area::Assembler>;

/// Thrown by our handler through libosmium's loop, caught in readExtract().
class OffTheGlobe : public std::runtime_error
{
public:
    explicit OffTheGlobe(osmium::object_id_type node)
        : std::runtime_error("node " + std::to_string(node) + " lies off the globe")
    {
    }
};

class Feeder : public osmium::handler::Handler
{
public:
    explicit Feeder(const RegionSinks &sinks)
        : m_sinks(sinks)
    {
    }

    void node(const osmium::Node &node)
    {
        if (!node.location().valid())
            throw OffTheGlobe(node.id());
        m_everything.extend(node.location());
        for (const auto &sink : m_sinks)
            sink->node(node);
    }

    void way(const osmium::Way &way)
    {
        if (way.tags().has_key("highway")) {
            for (const auto &node : way.nodes()) {
                if (node.location().valid())
                    m_roads.extend(node.location());
            }
        }
        for (const auto &sink : m_sinks)
            sink->way(way);
    }

    void relation(const osmium::Relation &relation)
    {
        for (const auto &sink : m_sinks)
            sink->relation(relation);
    }

    void area(const osmium::Area &area)
    {
        for (const auto &sink : m_sinks)
            sink->area(area);
    }

    [[nodiscard]] osmium::Box box() const { return m_roads.valid() ? m_roads : m_everything; }

private:
    const RegionSinks &m_sinks;
    osmium::Box m_roads;
    osmium::Box m_everything;
};

osmium::Box feed(const osmium::io::File &file, const RegionSinks &sinks, const Progress &progress)
{
    osmium::area::Assembler::config_type assembling;
    assembling.ignore_invalid_locations = true; // ways cut at the border of the extract
    Areas areas(assembling);
    progress(u"looking for areas", 0.0);
    osmium::relations::read_relations(file, areas);

    LocationIndex index;
    LocationIndex negativeIndex; // of files that an editor made: its new nodes have negative ids
    Locations locations(index, negativeIndex);
    locations.ignore_errors();
    Feeder feeder(sinks);
    auto &assembled =
        areas.handler([&feeder](const osmium::memory::Buffer &&buffer) { osmium::apply(buffer, feeder); });

    osmium::io::Reader reader(file, osmium::osm_entity_bits::nwr);
    const auto size = static_cast<double>(std::max<std::size_t>(reader.file_size(), 1));
    while (osmium::memory::Buffer buffer = reader.read()) {
        osmium::apply(buffer, locations, feeder, assembled);
        progress(u"reading", std::min(1.0, static_cast<double>(reader.offset()) / size));
    }
    reader.close();
    return feeder.box();
}

} // namespace

Result<RegionBox> readExtract(const QString &extract, const RegionSinks &sinks, const Progress &progress)
{
    try {
        const auto box = feed(osmium::io::File(QFile::encodeName(extract).toStdString()), sinks, progress);
        if (!box.valid())
            return failure(Error::Kind::Malformed, u"%1 holds no places at all."_s.arg(extract));
        return RegionBox{.west = box.bottom_left().lon(),
                         .south = box.bottom_left().lat(),
                         .east = box.top_right().lon(),
                         .north = box.top_right().lat()};
    } catch (const osmium::out_of_order_error &) {
        return failure(
            Error::Kind::Malformed,
            u"%1 is not sorted by kind and id; `osmium sort` makes a file that can be imported."_s.arg(extract));
    } catch (const osmium::unsupported_file_format_error &) {
        return failure(Error::Kind::Malformed, u"%1 is not an OpenStreetMap extract (.osm.pbf)."_s.arg(extract));
    } catch (const std::bad_alloc &) {
        return failure(Error::Kind::Storage, u"There is not enough memory to import %1."_s.arg(extract));
    } catch (const std::exception &problem) {
        return failure(
            Error::Kind::Malformed,
            u"%1 is damaged or not an OpenStreetMap extract: %2."_s.arg(extract, QString::fromUtf8(problem.what())));
    }
}

} // namespace Doorstep
