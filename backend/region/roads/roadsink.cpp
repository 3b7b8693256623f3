// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/roads/roadsink.h"

#include "backend/region/roads/contraction.h"
#include "backend/region/roads/tagvalues.h"

#include <osmium/osm/node.hpp>
#include <osmium/osm/relation.hpp>
#include <osmium/osm/way.hpp>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

constexpr auto car = static_cast<std::size_t>(RoadProfile::Car);
constexpr auto bicycle = static_cast<std::size_t>(RoadProfile::Bicycle);

/// What a restriction says to a profile: "no_left_turn", "only_straight_on", or nothing.
Word restrictionFor(const osmium::TagList &tags, std::size_t profile)
{
    constexpr const char *carKeys[]{"restriction:motorcar", "restriction:motor_vehicle", "restriction:vehicle",
                                    "restriction"};
    constexpr const char *bicycleKeys[]{"restriction:bicycle", "restriction"};
    const auto except = tag(tags, "except");
    const auto excepts = [except](Word word) { return except.contains(word); };
    if (profile == car ? excepts("motorcar") || excepts("motor_vehicle") || excepts("vehicle") : excepts("bicycle"))
        return {};
    const auto keys =
        profile == car ? std::span<const char *const>(carKeys) : std::span<const char *const>(bicycleKeys);
    for (const char *key : keys) {
        if (const auto value = tag(tags, key); !value.empty())
            return value;
    }
    return {};
}

} // namespace

RoadSink::RoadSink() = default;

Result<> RoadSink::begin(Sqlite::Database &database)
{
    return makeGraphTable(database);
}

void RoadSink::node(const osmium::Node &node)
{
    if (node.tags().empty())
        return;
    if (const auto traits = carNode(node.tags()); traits != NodeTraits())
        m_profiles[car].traits.emplace(node.id(), traits);
    if (const auto traits = bicycleNode(node.tags()); traits != NodeTraits())
        m_profiles[bicycle].traits.emplace(node.id(), traits);
}

quint32 RoadSink::keepName(const char *name)
{
    if (!name || !*name)
        return 0;
    const auto [it, isNew] = m_nameOffsets.try_emplace(name, static_cast<quint32>(m_names.size()));
    if (isNew)
        m_names.insert(m_names.end(), it->first.c_str(), it->first.c_str() + it->first.size() + 1);
    return it->second;
}

void RoadSink::way(const osmium::Way &way)
{
    const auto &tags = way.tags();
    if (tags.empty() || way.nodes().size() < 2)
        return;
    const std::array traits{carWay(tags), bicycleWay(tags)};
    for (const auto profile : {car, bicycle}) {
        if (!traits[profile])
            continue;
        RoadMaterial::Way road;
        road.id = way.id();
        road.traits = *traits[profile];
        road.roadClass = roadClassOf(tags);
        road.name = keepName(tags["name"]);
        road.ref = keepName(tags["ref"]);
        add(m_profiles[profile], way, std::move(road));
    }
}

void RoadSink::add(Collected &collected, const osmium::Way &way, RoadMaterial::Way road)
{
    const auto keep = [&] {
        if (road.nodes.size() >= 2)
            collected.material.ways.push_back(road);
        road.nodes.clear();
    };
    for (const auto &node : way.nodes()) {
        if (!node.location().valid()) { // beyond the border of the extract
            keep();
            continue;
        }
        const auto [it, isNew] =
            collected.nodes.try_emplace(node.ref(), static_cast<quint32>(collected.material.nodes.size()));
        if (isNew)
            collected.material.nodes.push_back({.lon = node.location().x(), .lat = node.location().y()});
        if (road.nodes.empty() || road.nodes.back() != it->second)
            road.nodes.push_back(it->second);
    }
    keep();
}

void RoadSink::relation(const osmium::Relation &relation)
{
    if (tag(relation.tags(), "type") != "restriction")
        return;
    RoadMaterial::Restriction rule;
    qint64 via = 0;
    for (const auto &member : relation.members()) {
        const Word role(member.role());
        if (role == "from" && member.type() == osmium::item_type::way)
            rule.fromWay = member.ref();
        else if (role == "to" && member.type() == osmium::item_type::way)
            rule.toWay = member.ref();
        else if (role == "via" && member.type() == osmium::item_type::node)
            via = member.ref();
    }
    if (rule.fromWay == 0 || rule.toWay == 0 || via == 0)
        return; // turns over a whole way are not supported
    for (const auto profile : {car, bicycle}) {
        auto &collected = m_profiles[profile];
        const auto value = restrictionFor(relation.tags(), profile);
        const auto node = collected.nodes.find(via);
        if (node == collected.nodes.end() || (!value.starts_with("no_") && !value.starts_with("only_")))
            continue;
        rule.viaNode = node->second;
        rule.only = value.starts_with("only_");
        collected.material.restrictions.push_back(rule);
    }
}

Result<> RoadSink::finish(Sqlite::Database &database, const Progress &progress)
{
    if (m_profiles[car].material.ways.empty() && m_profiles[bicycle].material.ways.empty())
        return failure(Error::Kind::Malformed, u"The extract holds no roads."_s);
    for (const auto profile : {RoadProfile::Car, RoadProfile::Bicycle}) {
        const auto report = [&progress, profile](double fraction) {
            progress(profile == RoadProfile::Car ? u"roads for cars" : u"roads for bicycles", fraction);
        };
        report(0.0);
        auto &collected = m_profiles[static_cast<std::size_t>(profile)];
        auto material = std::move(collected.material);
        material.names = m_names;
        for (const auto &[id, traits] : collected.traits) {
            if (const auto node = collected.nodes.find(id); node != collected.nodes.end())
                material.nodeTraits.emplace(node->second, traits);
        }
        collected = {};
        auto graph = buildGraph(std::move(material), turnCostsOf(profile));
        contract(graph, report);
        if (auto written = writeGraph(database, profile, graph); !written)
            return written;
    }
    return {};
}

} // namespace Doorstep
