// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/roads/tagvalues.h"
#include "backend/region/roads/waytraits.h"

#include <osmium/osm/tag.hpp>

namespace Doorstep {

namespace {

constexpr double cyclingSpeed = 15.0; // km/h
constexpr double walkingSpeed = 4.0;
constexpr double fastest = 21.0;

constexpr std::pair<Word, double> classSpeeds[]{
    {"cycleway", cyclingSpeed},
    {"primary", cyclingSpeed},
    {"primary_link", cyclingSpeed},
    {"secondary", cyclingSpeed},
    {"secondary_link", cyclingSpeed},
    {"tertiary", cyclingSpeed},
    {"tertiary_link", cyclingSpeed},
    {"residential", cyclingSpeed},
    {"unclassified", cyclingSpeed},
    {"living_street", cyclingSpeed},
    {"service", cyclingSpeed},
    {"track", 12},
    {"path", 13},
};
constexpr std::pair<Word, double> pushingSpeeds[]{
    {"footway", walkingSpeed}, {"pedestrian", walkingSpeed}, {"steps", 2}};
constexpr std::pair<Word, double> surfaceSpeeds[]{
    {"asphalt", 15},
    {"chipseal", 15},
    {"concrete", 15},
    {"concrete_lanes", 15},
    {"wood", 10},
    {"metal", 10},
    {"cobblestone:flattened", 10},
    {"paving_stones", 10},
    {"compacted", 10},
    {"cobblestone", 7},
    {"unpaved", 6},
    {"fine_gravel", 10},
    {"gravel", 6},
    {"pebblestone", 6},
    {"grass_paver", 6},
    {"ground", 10},
    {"dirt", 8},
    {"earth", 6},
    {"laterite", 5},
    {"grass", 6},
    {"mud", 3},
    {"sand", 3},
    {"woodchips", 3},
    {"sett", 9},
};
constexpr Word railways[]{"train", "railway", "subway", "light_rail", "monorail", "tram"};
constexpr Word accessAllowed[]{"yes", "permissive", "designated"};
constexpr Word accessDenied[]{"no", "private", "agricultural", "forestry", "delivery", "use_sidepath"};
constexpr const char *accessKeys[]{"bicycle", "vehicle", "access"};
constexpr Word lanes[]{"track", "lane", "share_busway", "sharrow", "shared", "shared_lane"};
constexpr Word lanesAgainst[]{"opposite", "opposite_lane", "opposite_track"};
constexpr Word yes[]{"yes", "1", "true"};
constexpr Word no[]{"no", "0", "false"};

/// What handlers tell each other about one way.
struct Notes
{
    Word access;
    bool mayPush = false;
    bool impliedOneway = false;
    bool reverse = false;
};

bool isBlocked(const osmium::TagList &tags, Word highway)
{
    const auto construction = tag(tags, "construction");
    return highway == "construction" || tag(tags, "railway") == "construction"
        || (!construction.empty() && !isOneOf(construction, {"no", "widening", "minor"}))
        || (!tag(tags, "proposed").empty() && (highway.empty() || highway == "proposed"))
        || tag(tags, "motorroad") == "yes" || tag(tags, "impassable") == "yes" || tag(tags, "status") == "impassable";
}

bool hasCyclewayOfItsOwn(const osmium::TagList &tags)
{
    if (isOneOf(tag(tags, "bicycle"), {"yes", "permissive", "designated", "destination"}))
        return false;
    return std::ranges::any_of(
        std::initializer_list<const char *>{"cycleway", "cycleway:both", "cycleway:left", "cycleway:right"},
        [&tags](const char *key) { return tag(tags, key) == "separate"; });
}

void setSpeed(WayTraits &way, double speedKmh)
{
    way.forward.speedKmh = way.backward.speedKmh = speedKmh;
}

void applySpeed(const osmium::TagList &tags, Word highway, WayTraits &way, Notes &notes)
{
    const auto duration = durationFrom(tag(tags, "duration"));
    const auto railway = tag(tags, "railway");
    notes.mayPush = true;
    if (tag(tags, "bridge") == "movable") {
        way.wholeDurationSeconds = duration ? std::max(1.0, *duration) : 0.0;
        setSpeed(way, 5.0);
    } else if (tag(tags, "route") == "ferry") {
        notes.mayPush = false;
        way.forward.mode = way.backward.mode = TravelMode::Ferry;
        way.wholeDurationSeconds = duration ? std::max(1.0, *duration) : 0.0;
        setSpeed(way, 5.0);
    } else if (railway == "platform" || tag(tags, "public_transport") == "platform") {
        setSpeed(way, walkingSpeed);
    } else if (isOneOf(railway, railways) && isOneOf(notes.access, accessAllowed)) {
        notes.mayPush = false;
        way.forward.mode = way.backward.mode = TravelMode::Train;
        setSpeed(way, 10.0);
    } else if (isOneOf(tag(tags, "amenity"), {"parking", "parking_entrance"})) {
        setSpeed(way, 10.0);
    } else if (const auto speed = numberOf(highway, classSpeeds)) {
        setSpeed(way, *speed);
    } else if (isOneOf(notes.access, accessAllowed)) {
        setSpeed(way, cyclingSpeed);
    } else {
        notes.mayPush = false;
    }
}

void applyOneway(const osmium::TagList &tags, Word highway, WayTraits &way, Notes &notes)
{
    const auto junction = tag(tags, "junction");
    notes.impliedOneway = junction == "roundabout" || junction == "circular" || highway == "motorway";
    const auto own = tag(tags, "oneway:bicycle");
    const bool ownSays = isOneOf(own, yes) || isOneOf(own, no) || own == "-1";
    const auto oneway = ownSays ? own : tag(tags, "oneway");
    if (isOneOf(oneway, yes)) {
        way.backward.mode = TravelMode::None;
    } else if (oneway == "-1") {
        way.forward.mode = TravelMode::None;
        notes.reverse = true;
    } else if (!isOneOf(oneway, no) && notes.impliedOneway) {
        way.backward.mode = TravelMode::None;
    }
}

void applyCycleways(const osmium::TagList &tags, WayTraits &way, const Notes &notes)
{
    auto both = tag(tags, "cycleway");
    if (both.empty())
        both = tag(tags, "cycleway:both");
    const auto left = tag(tags, "cycleway:left");
    const auto right = tag(tags, "cycleway:right");
    const bool twoWay =
        way.forward.mode != TravelMode::None && way.backward.mode != TravelMode::None && !notes.impliedOneway;
    bool forward = false;
    bool backward = false;
    if (twoWay) {
        forward = isOneOf(both, lanes) || isOneOf(right, lanes) || isOneOf(left, lanesAgainst);
        backward = isOneOf(both, lanes) || isOneOf(left, lanes) || isOneOf(right, lanesAgainst);
    } else if (isOneOf(both, lanesAgainst) || isOneOf(left, lanesAgainst) || isOneOf(right, lanesAgainst)) {
        forward = backward = true;
    } else if (isOneOf(both, lanes) || isOneOf(left, lanes) || isOneOf(right, lanes)) {
        (notes.reverse ? backward : forward) = true;
    }
    for (auto [has, direction] : {std::pair(forward, &way.forward), std::pair(backward, &way.backward)}) {
        if (has) {
            direction->mode = TravelMode::Cycling;
            direction->speedKmh = cyclingSpeed;
        }
    }
}

void push(DirectionTraits &direction, std::optional<double> speedKmh)
{
    if (speedKmh && (direction.mode == TravelMode::None || direction.speedKmh < 0.0)) {
        direction.mode = TravelMode::PushingBike;
        direction.speedKmh = *speedKmh;
    }
}

void applyPushing(const osmium::TagList &tags, Word highway, WayTraits &way, const Notes &notes)
{
    const auto foot = tag(tags, "foot");
    if (foot != "no") {
        auto forward = numberOf(highway, pushingSpeeds);
        if (!forward && tag(tags, "man_made") == "pier")
            forward = walkingSpeed;
        auto backward = forward;
        if (!forward) {
            const bool along = foot == "yes" || notes.mayPush;
            const bool onlyForward = foot != "yes" && tag(tags, "foot:forward") == "yes";
            const bool onlyBackward = foot != "yes" && !onlyForward && tag(tags, "foot:backward") == "yes";
            if (onlyForward || (along && !onlyBackward))
                forward = walkingSpeed;
            if (onlyBackward || (along && !onlyForward && !notes.impliedOneway))
                backward = walkingSpeed;
        }
        push(way.forward, forward);
        push(way.backward, backward);
    }
    if (tag(tags, "bicycle") == "dismount") {
        way.forward.mode = way.backward.mode = TravelMode::PushingBike;
        setSpeed(way, walkingSpeed);
    }
}

void applyLimits(const osmium::TagList &tags, WayTraits &way)
{
    const auto common = speedFrom(tag(tags, "maxspeed")).value_or(0.0);
    const auto surface = numberOf(tag(tags, "surface"), surfaceSpeeds);
    const auto limit = [&](DirectionTraits &direction, const char *key) {
        const auto own = speedFrom(tag(tags, key)).value_or(0.0);
        if (const auto lawful = own > 0.0 ? own : common; lawful > 0.0)
            direction.speedKmh = std::min(direction.speedKmh, lawful);
        if (direction.speedKmh <= 0.0 && way.wholeDurationSeconds <= 0.0)
            direction.mode = TravelMode::None;
        if (surface)
            direction.speedKmh = std::min(direction.speedKmh, *surface);
        direction.speedKmh = std::min(direction.speedKmh, fastest);
    };
    limit(way.forward, "maxspeed:forward");
    limit(way.backward, "maxspeed:backward");
}

} // namespace

std::optional<WayTraits> bicycleWay(const osmium::TagList &tags)
{
    const auto highway = tag(tags, "highway");
    const bool mayBeRoutable =
        std::ranges::any_of(std::initializer_list<const char *>{"highway", "route", "railway", "amenity", "man_made",
                                                                "public_transport", "bridge"},
                            [&tags](const char *key) { return !tag(tags, key).empty(); });
    if (!mayBeRoutable || isBlocked(tags, highway) || hasCyclewayOfItsOwn(tags))
        return std::nullopt;

    Notes notes;
    for (const char *key : accessKeys) {
        if (notes.access.empty())
            notes.access = tag(tags, key);
    }
    const auto [forwardAccess, backwardAccess] = directedTag(tags, accessKeys);
    if (isOneOf(notes.access, accessDenied)
        || (isOneOf(forwardAccess, accessDenied) && isOneOf(backwardAccess, accessDenied)))
        return std::nullopt;

    WayTraits way;
    way.forward.mode = way.backward.mode = TravelMode::Cycling;
    applySpeed(tags, highway, way, notes);
    applyOneway(tags, highway, way, notes);
    applyCycleways(tags, way, notes);
    applyPushing(tags, highway, way, notes);
    applyLimits(tags, way);
    if (isOneOf(forwardAccess, accessDenied))
        way.forward.mode = TravelMode::None;
    if (isOneOf(backwardAccess, accessDenied))
        way.backward.mode = TravelMode::None;
    if (way.forward.mode == TravelMode::None && way.backward.mode == TravelMode::None)
        return std::nullopt;

    const auto junction = tag(tags, "junction");
    way.roundabout = junction == "roundabout";
    way.circular = junction == "circular";
    const auto startsOn = [](TravelMode mode) {
        return mode == TravelMode::Cycling || mode == TravelMode::PushingBike;
    };
    way.snappable = startsOn(way.forward.mode) || startsOn(way.backward.mode);
    return way;
}

NodeTraits bicycleNode(const osmium::TagList &tags)
{
    NodeTraits node;
    Word access;
    for (const char *key : accessKeys) {
        if (access.empty())
            access = tag(tags, key);
    }
    const auto highway = tag(tags, "highway");
    const auto barrier = tag(tags, "barrier");
    if (!access.empty())
        node.barrier = isOneOf(access, accessDenied) && highway != "crossing";
    else
        node.barrier = isOneOf(barrier, {"yes", "wall", "fence"})
            && !(barrier == "fence" && isOneOf(tag(tags, "sensory"), {"audible", "audio"}));
    if (highway == "traffic_signals") {
        const auto direction = tag(tags, "traffic_signals:direction");
        node.penalty = direction == "backward" ? 0 : 20;
        node.penaltyAgainst = direction == "forward" ? 0 : 20;
    }
    return node;
}

} // namespace Doorstep
