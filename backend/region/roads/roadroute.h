// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QGeoCoordinate>
#include <QList>
#include <QString>

#include <array>
#include <optional>

namespace Doorstep {

/// What kind of road it is, from OpenStreetMap's highway tag.
enum class RoadClass : quint8 {
    Motorway,
    MotorwayLink,
    Trunk,
    TrunkLink,
    Primary,
    PrimaryLink,
    Secondary,
    SecondaryLink,
    Tertiary,
    TertiaryLink,
    Unclassified,
    Residential,
    LivingStreet,
    Service,
    Track,
    Cycleway,
    Path,
    Footway,
    Ferry,
    Other,
};
inline constexpr std::size_t roadClassCount = static_cast<std::size_t>(RoadClass::Other) + 1;

/// One direction of one stretch between junctions, in one compiled region and profile. Another import numbers anew.
using RoadId = quint32;

/// Where a place meets the road.
struct NearestRoad
{
    QGeoCoordinate where; ///< On the road.
    double distanceMeters = 0.0; ///< From the place asked about.
    QString name; ///< Empty for roads without one.
    /// The road in the direction(s) in which it may be driven; empty when another server answered.
    QList<RoadId> roads;

    bool operator==(const NearestRoad &) const = default;
};

enum class ManeuverKind : quint8 {
    Depart,
    Arrive,
    Turn,
    Continue, ///< A turn that stays on the road of the same name.
    NewName, ///< No turn, only another name.
    EndOfRoad,
    Fork,
    Merge,
    OnRamp,
    OffRamp,
    Roundabout, ///< Enter it; `exit` says which exit to take.
    ExitRoundabout,
};

enum class TurnDirection : quint8 { UTurn, SharpRight, Right, SlightRight, Straight, SlightLeft, Left, SharpLeft };

/// A junction that a step passes; the first is where the step begins.
struct RoadIntersection
{
    QGeoCoordinate where;
    QList<int> bearings; ///< Of every road that meets here, degrees clockwise from north, ascending.
    QList<bool> entry; ///< Which of them may be entered.
    int in = -1; ///< Index of the road we come from; -1 at the start.
    int out = -1; ///< Index of the road we leave by; -1 at the end.

    bool operator==(const RoadIntersection &) const = default;
};

struct RoadStep
{
    ManeuverKind kind = ManeuverKind::Turn; ///< What to do at its beginning.
    std::optional<TurnDirection> direction;
    std::optional<int> exit; ///< Of a roundabout, from 1.
    int bearingBefore = 0; ///< Degrees, 0 to 359; 0 at the start.
    int bearingAfter = 0; ///< Degrees, 0 to 359; 0 at the end.
    QString name; ///< Of the road that it follows.
    QString ref; ///< Its number, such as "Ruta 1".
    QString mode; ///< driving, cycling, pushing bike, ferry, train
    double distanceMeters = 0.0;
    double durationSeconds = 0.0;
    double weight = 0.0; ///< What the router minimises; seconds that count unpleasant roads for more.
    QList<QGeoCoordinate> line; ///< At least two places, which may be the same.
    QList<RoadIntersection> intersections; ///< At least one.

    bool operator==(const RoadStep &) const = default;
};

/// From one waypoint to the next.
struct RoadLeg
{
    double distanceMeters = 0.0;
    double durationSeconds = 0.0; ///< Turns included.
    double weight = 0.0;
    QString summary; ///< Names of its two longest roads.
    QList<RoadStep> steps; ///< Empty unless asked for.
    QList<QGeoCoordinate> line;
    /// Of each piece of `line`, one fewer than it has places; driving only, turns are not in it.
    QList<double> segmentDistancesMeters;
    QList<double> segmentDurationsSeconds;
    /// Of `durationSeconds` on roads of each class, a turn with the road that it leaves; all 0 where nobody knows.
    std::array<double, roadClassCount> classDurationsSeconds{};

    bool operator==(const RoadLeg &) const = default;
};

struct RoadRoute
{
    double distanceMeters = 0.0;
    double durationSeconds = 0.0;
    double weight = 0.0;
    QList<QGeoCoordinate> line; ///< The lines of all legs, joined.
    QList<RoadLeg> legs;

    bool operator==(const RoadRoute &) const = default;
};

} // namespace Doorstep
