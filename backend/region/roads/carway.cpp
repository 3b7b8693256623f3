// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/roads/tagvalues.h"
#include "backend/region/roads/waytraits.h"

#include <osmium/osm/tag.hpp>
#include <string>

namespace Doorstep {

namespace {

constexpr double vehicleHeight = 2.0; // metres
constexpr double vehicleWidth = 1.9;
constexpr double vehicleLength = 4.8;
constexpr double vehicleWeight = 2000.0; // kilograms
constexpr double defaultSpeed = 10.0; // km/h
constexpr double shareOfMaxspeed = 0.8; // what is really driven of what is allowed

constexpr std::pair<Word, double> classSpeeds[]{
    {"motorway", 90},      {"motorway_link", 45}, {"trunk", 85},        {"trunk_link", 40},
    {"primary", 65},       {"primary_link", 30},  {"secondary", 55},    {"secondary_link", 25},
    {"tertiary", 40},      {"tertiary_link", 20}, {"unclassified", 25}, {"residential", 25},
    {"living_street", 10}, {"service", 15},       {"winter_road", 20},  {"ice_road", 15},
};

constexpr std::pair<Word, double> surfaceSpeeds[]{
    {"cement", 80}, {"compacted", 80}, {"fine_gravel", 80}, {"paving_stones", 60}, {"metal", 60},       {"bricks", 60},
    {"grass", 40},  {"wood", 40},      {"sett", 40},        {"grass_paver", 40},   {"gravel", 40},      {"unpaved", 40},
    {"ground", 40}, {"dirt", 40},      {"pebblestone", 40}, {"tartan", 40},        {"cobblestone", 30}, {"clay", 30},
    {"earth", 20},  {"stone", 20},     {"rocky", 20},       {"sand", 20},          {"laterite", 15},    {"mud", 10},
    {"ice", 20},    {"snow", 30},
};

constexpr std::pair<Word, double> tracktypeSpeeds[]{
    {"grade1", 60}, {"grade2", 40}, {"grade3", 30}, {"grade4", 25}, {"grade5", 20},
};

constexpr std::pair<Word, double> smoothnessSpeeds[]{
    {"intermediate", 80}, {"bad", 40}, {"very_bad", 20}, {"horrible", 10}, {"very_horrible", 5}, {"impassable", 0},
};

constexpr std::pair<Word, double> servicePenalties[]{
    {"alley", 0.5},    {"parking", 0.5},       {"parking_aisle", 0.5},
    {"driveway", 0.5}, {"drive-through", 0.5}, {"drive-thru", 0.5},
};

// Limits that a country's law gives to a kind of road; only where they differ from the last four.
constexpr std::pair<Word, double> lawfulSpeeds[]{
    {"at:rural", 100},        {"at:trunk", 100},       {"ar:urban", 40},
    {"ar:rural", 110},        {"be:motorway", 120},    {"be-bru:rural", 70},
    {"be-bru:urban", 30},     {"be-vlg:rural", 70},    {"bg:motorway", 140},
    {"by:urban", 60},         {"by:motorway", 110},    {"ca-on:rural", 80},
    {"ch:rural", 80},         {"ch:trunk", 100},       {"ch:motorway", 120},
    {"de:living_street", 7},  {"de:rural", 100},       {"de:motorway", 0},
    {"dk:rural", 80},         {"es:trunk", 90},        {"fr:rural", 80},
    {"gb:nsl_single", 96.54}, {"gb:nsl_dual", 112.63}, {"gb:motorway", 112.63},
    {"lv:living_street", 20}, {"nl:rural", 80},        {"nl:trunk", 100},
    {"no:rural", 80},         {"no:motorway", 110},    {"ph:urban", 40},
    {"ph:rural", 80},         {"ph:motorway", 100},    {"pl:rural", 100},
    {"pl:expressway", 120},   {"pl:motorway", 140},    {"ro:trunk", 100},
    {"ru:living_street", 20}, {"ru:urban", 60},        {"ru:motorway", 110},
    {"uk:nsl_single", 96.54}, {"uk:nsl_dual", 112.63}, {"uk:motorway", 112.63},
    {"za:urban", 60},         {"za:rural", 100},       {"none", 140},
};
constexpr std::pair<Word, double> usualSpeeds[]{{"urban", 50}, {"rural", 90}, {"trunk", 110}, {"motorway", 130}};

constexpr Word accessAllowed[]{"yes", "motorcar", "motor_vehicle", "vehicle", "permissive", "designated", "hov"};
constexpr Word accessDenied[]{
    "no",        "agricultural", "forestry", "emergency",         "psv",        "taxi",      "share_taxi",
    "minibus",   "bus",          "foot",     "emergency_vehicle", "restricted", "military",  "official",
    "customers", "private",      "delivery", "destination",       "permit",     "residents",
};
constexpr Word accessRestricted[]{"private", "delivery", "destination", "customers", "permit", "residents", "unknown"};
constexpr const char *accessKeys[]{"motorcar", "motor_vehicle", "vehicle", "access"};

constexpr Word openBarriers[]{
    "cattle_grid", "border_control", "toll_booth", "sally_port", "no", "entrance", "height_restrictor", "arch",
};

/// Of "private;customers" the part that allows most.
Word resolveAccess(Word value)
{
    if (!value.contains(';'))
        return value;
    Word best;
    int bestRank = -1;
    while (!value.empty()) {
        const auto end = std::min(value.find(';'), value.size());
        auto part = value.substr(0, end);
        value.remove_prefix(std::min(end + 1, value.size()));
        while (part.starts_with(' '))
            part.remove_prefix(1);
        while (part.ends_with(' '))
            part.remove_suffix(1);
        const int rank = isOneOf(part, accessAllowed) ? 3
            : isOneOf(part, accessRestricted)         ? 2
            : isOneOf(part, accessDenied)             ? 1
                                                      : 0;
        if (rank > bestRank) {
            best = part;
            bestRank = rank;
        }
    }
    return best;
}

bool isBlocked(const osmium::TagList &tags, Word highway)
{
    const auto construction = tag(tags, "construction");
    return isOneOf(highway, {"area", "reversible", "impassable", "hov_lanes", "steps", "construction", "proposed"})
        || tag(tags, "area") == "yes" || tag(tags, "railway") == "construction"
        || (!construction.empty() && !isOneOf(construction, {"no", "widening", "minor"}))
        || (highway.empty() && !tag(tags, "proposed").empty()) || tag(tags, "oneway") == "reversible"
        || tag(tags, "impassable") == "yes" || tag(tags, "status") == "impassable"
        || tag(tags, "service") == "emergency_access";
}

/// Whether a limit such as maxheight lets the vehicle through; unreadable limits do.
template <typename Parse>
bool fits(Word limit, double needed, Parse parse)
{
    const auto value = parse(limit);
    return !value || *value >= needed;
}

std::optional<double> heightFrom(Word value)
{
    if (isOneOf(value, {"default", "none", "no-sign", "unsigned"}))
        return 4.5;
    return metersFrom(value);
}

void applySize(const osmium::TagList &tags, WayTraits &way)
{
    constexpr const char *heights[]{"maxheight:physical", "maxheight"};
    constexpr const char *widths[]{"maxwidth:physical", "maxwidth", "width", "est_width"};
    constexpr const char *lengths[]{"maxlength"};
    constexpr const char *weights[]{"maxweightrating", "maxweight"};
    const auto height = directedTag(tags, heights);
    const auto width = directedTag(tags, widths);
    const auto length = directedTag(tags, lengths);
    const auto weight = directedTag(tags, weights);
    const auto passes = [](Word h, Word w, Word l, Word t) {
        const auto wide = metersFrom(w);
        return fits(h, vehicleHeight, heightFrom) && (!wide || *wide > vehicleWidth)
            && fits(l, vehicleLength, metersFrom) && fits(t, vehicleWeight, kilogramsFrom);
    };
    if (!passes(height.first, width.first, length.first, weight.first))
        way.forward.mode = TravelMode::None;
    if (!passes(height.second, width.second, length.second, weight.second))
        way.backward.mode = TravelMode::None;
}

void applyAccess(DirectionTraits &direction, Word access, Word highway)
{
    direction.restricted = numberOf(highway, classSpeeds).has_value() && isOneOf(access, accessRestricted);
    if (isOneOf(access, accessDenied) && !direction.restricted)
        direction.mode = TravelMode::None;
}

void applyOneway(const osmium::TagList &tags, Word highway, WayTraits &way)
{
    Word oneway;
    for (const char *key : {"oneway:motorcar", "oneway:motor_vehicle", "oneway:vehicle", "oneway"}) {
        if (oneway.empty())
            oneway = tag(tags, key);
    }
    const auto junction = tag(tags, "junction");
    if (oneway == "-1")
        way.forward.mode = TravelMode::None;
    else if (isOneOf(oneway, {"yes", "1", "true"}))
        way.backward.mode = TravelMode::None;
    else if ((highway == "motorway" || junction == "roundabout" || junction == "circular") && oneway != "no")
        way.backward.mode = TravelMode::None;
}

void applyFerryAndBridge(const osmium::TagList &tags, WayTraits &way)
{
    const auto duration = durationFrom(tag(tags, "duration"));
    if (const auto speed = numberOf(tag(tags, "route"), {{"ferry", 5.0}, {"shuttle_train", 10.0}})) {
        way.wholeDurationSeconds = duration ? std::max(1.0, *duration) : 0.0;
        way.forward.mode = way.backward.mode = TravelMode::Ferry;
        way.forward.speedKmh = way.backward.speedKmh = *speed;
    }
    if (tag(tags, "bridge") == "movable") {
        way.forward.mode = way.backward.mode = TravelMode::Driving;
        if (duration)
            way.wholeDurationSeconds = std::max(1.0, *duration);
        else
            way.forward.speedKmh = way.backward.speedKmh = 5.0;
    }
}

void applyUnclassedSpeed(DirectionTraits &direction, Word access, Word otherAccess)
{
    if (!access.empty() && !isOneOf(access, accessDenied))
        direction.speedKmh = defaultSpeed;
    else if (access.empty() && !otherAccess.empty())
        direction.mode = TravelMode::None;
}

double lawfulSpeed(Word source)
{
    if (source.empty())
        return 0.0;
    if (const auto number = speedFrom(source))
        return *number;
    std::string lower(source);
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (const auto known = numberOf(lower, lawfulSpeeds))
        return *known;
    const auto colon = lower.find(':');
    return colon == 2 ? numberOf(Word(lower).substr(colon + 1), usualSpeeds).value_or(0.0) : 0.0;
}

void applyLimits(const osmium::TagList &tags, WayTraits &way)
{
    constexpr const char *keys[]{"maxspeed:advisory", "maxspeed", "source:maxspeed", "maxspeed:type"};
    const auto [forward, backward] = directedTag(tags, keys);
    if (const auto limit = lawfulSpeed(forward); limit > 0.0)
        way.forward.speedKmh = limit * shareOfMaxspeed;
    if (const auto limit = lawfulSpeed(backward); limit > 0.0)
        way.backward.speedKmh = limit * shareOfMaxspeed;

    for (const auto cap :
         {numberOf(tag(tags, "surface"), surfaceSpeeds), numberOf(tag(tags, "tracktype"), tracktypeSpeeds),
          numberOf(tag(tags, "smoothness"), smoothnessSpeeds)}) {
        if (cap) {
            way.forward.speedKmh = std::min(way.forward.speedKmh, *cap);
            way.backward.speedKmh = std::min(way.backward.speedKmh, *cap);
        }
    }
}

double narrownessPenalty(const osmium::TagList &tags)
{
    double penalty = tag(tags, "lane_markings") == "no" ? 0.75 : 1.0;
    if (const auto width = metersFrom(tag(tags, "width")); width && *width < 6.0)
        penalty = *width <= 3.0 ? 0.5 : *width < 4.0 ? 0.6 : *width < 5.0 ? 0.75 : 0.8;
    if (const auto lanes = speedFrom(tag(tags, "lanes")); lanes && *lanes <= 1.0)
        penalty = 0.5;
    return penalty;
}

void applyRates(const osmium::TagList &tags, WayTraits &way)
{
    double penalty = numberOf(tag(tags, "service"), servicePenalties).value_or(1.0);
    if (way.forward.mode != TravelMode::None && way.backward.mode != TravelMode::None)
        penalty = std::min(penalty, narrownessPenalty(tags));
    if (tag(tags, "oneway") == "alternating")
        penalty = std::min(penalty, 0.4);
    if (isOneOf(tag(tags, "side_road"), {"yes", "rotary"}))
        penalty = std::min(penalty, 0.8);
    const auto priority = tag(tags, "priority");
    const auto rate = [penalty](double speedKmh, bool givesWay) {
        return speedKmh > 0.0 ? speedKmh * (givesWay ? std::min(penalty, 0.7) : penalty) / 3.6 : -1.0;
    };
    way.forward.rate = rate(way.forward.speedKmh, priority == "backward");
    way.backward.rate = rate(way.backward.speedKmh, priority == "forward");
}

} // namespace

std::optional<WayTraits> carWay(const osmium::TagList &tags)
{
    const auto highway = tag(tags, "highway");
    if ((highway.empty() && tag(tags, "route").empty()) || isBlocked(tags, highway))
        return std::nullopt;

    WayTraits way;
    way.forward.mode = way.backward.mode = TravelMode::Driving;
    applySize(tags, way);
    auto [forwardAccess, backwardAccess] = directedTag(tags, accessKeys);
    forwardAccess = resolveAccess(forwardAccess);
    backwardAccess = resolveAccess(backwardAccess);
    applyAccess(way.forward, forwardAccess, highway);
    applyAccess(way.backward, backwardAccess, highway);
    if (way.forward.mode == TravelMode::None && way.backward.mode == TravelMode::None)
        return std::nullopt;
    applyOneway(tags, highway, way);
    applyFerryAndBridge(tags, way);
    if (tag(tags, "hov") == "designated")
        way.forward.restricted = way.backward.restricted = true;

    if (way.forward.speedKmh < 0.0) {
        if (const auto speed = numberOf(highway, classSpeeds)) {
            way.forward.speedKmh = way.backward.speedKmh = *speed;
        } else {
            applyUnclassedSpeed(way.forward, forwardAccess, backwardAccess);
            applyUnclassedSpeed(way.backward, backwardAccess, forwardAccess);
        }
        if (way.forward.speedKmh < 0.0 && way.backward.speedKmh < 0.0 && way.wholeDurationSeconds <= 0.0)
            return std::nullopt;
    }
    applyLimits(tags, way);
    applyRates(tags, way);

    const auto junction = tag(tags, "junction");
    way.roundabout = junction == "roundabout";
    way.circular = junction == "circular";
    way.snappable = (way.forward.mode == TravelMode::Driving || way.backward.mode == TravelMode::Driving)
        && !(highway == "service" && forwardAccess == "private");
    return way;
}

NodeTraits carNode(const osmium::TagList &tags)
{
    NodeTraits node;
    Word access;
    for (const char *key : accessKeys) {
        if (access.empty())
            access = resolveAccess(tag(tags, key));
    }
    const auto barrier = tag(tags, "barrier");
    const auto highway = tag(tags, "highway");
    if (!access.empty()) {
        node.barrier = isOneOf(access, accessDenied) && !isOneOf(access, accessRestricted);
    } else if (isOneOf(barrier, {"gate", "lift_gate"})) {
        node.penalty = node.penaltyAgainst = 600;
    } else if (!barrier.empty()) {
        const auto kerb = tag(tags, "kerb");
        const bool passable = isOneOf(barrier, openBarriers) || tag(tags, "bollard") == "rising" || kerb == "lowered"
            || kerb == "flush" || (barrier == "kerb" && highway == "crossing")
            || (barrier == "fence" && isOneOf(tag(tags, "sensory"), {"audible", "audio"}));
        node.barrier =
            !passable || (barrier == "height_restrictor" && !fits(tag(tags, "maxheight"), vehicleHeight, heightFrom));
    }

    auto direction = tag(tags, "direction");
    int cost = 0;
    if (highway == "traffic_signals") {
        cost = 20;
        if (const auto own = tag(tags, "traffic_signals:direction"); !own.empty())
            direction = own;
    } else if (highway == "stop") {
        cost = 20;
        node.minorStop = tag(tags, "stop") == "minor";
        node.stopSign = !node.minorStop && direction != "forward" && direction != "backward" && direction != "both";
    } else if (highway == "give_way") {
        cost = 10;
    }
    if (direction != "backward")
        node.penalty += cost;
    if (direction != "forward")
        node.penaltyAgainst += cost;
    return node;
}

RoadClass roadClassOf(const osmium::TagList &tags)
{
    constexpr Word names[]{
        "motorway",      "motorway_link",  "trunk",    "trunk_link",    "primary",      "primary_link",
        "secondary",     "secondary_link", "tertiary", "tertiary_link", "unclassified", "residential",
        "living_street", "service",        "track",    "cycleway",      "path",         "footway",
    };
    if (!tag(tags, "route").empty())
        return RoadClass::Ferry;
    const auto found = std::ranges::find(names, tag(tags, "highway"));
    if (found != std::end(names))
        return static_cast<RoadClass>(found - std::begin(names));
    return isOneOf(tag(tags, "highway"), {"pedestrian", "steps"}) ? RoadClass::Footway : RoadClass::Other;
}

} // namespace Doorstep
