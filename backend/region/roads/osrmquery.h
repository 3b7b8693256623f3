// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/roads/roadservice.h"

#include <QHash>
#include <QStringList>

namespace Doorstep::Osrm {

/// Why a request cannot be answered, in OSRM's codes.
struct Refusal
{
    QString code;
    QString message;
};
template <typename T>
using Parsed = std::expected<T, Refusal>;

enum class Service : quint8 { Route, Table, Nearest };

struct Target
{
    Service service = Service::Route;
    RoadProfile profile = RoadProfile::Car;
    QList<QGeoCoordinate> places;
};
[[nodiscard]] Parsed<Target> parsePath(const QString &path);

enum class Geometry : quint8 { Polyline, Polyline6, GeoJson };
enum class Overview : quint8 { Simplified, Full, None };

/// The options of all three services; those of others keep their defaults.
struct Options
{
    std::vector<double> radii;
    // route
    int alternatives = 0;
    bool steps = false;
    Geometry geometry = Geometry::Polyline;
    Overview overview = Overview::Simplified;
    bool annotateDuration = false;
    bool annotateDistance = false;
    bool annotateSpeed = false;
    std::optional<bool> continueStraight;
    // table
    QList<qsizetype> sources; ///< Indices of places.
    QList<qsizetype> destinations;
    bool durations = true;
    bool distances = false;
    double scaleFactor = 1.0;
    std::optional<double> fallbackSpeed; ///< Metres per second, straight ahead, where no road leads.
    // nearest
    int number = 1;
};
[[nodiscard]] Parsed<Options> parseOptions(const Target &target, const QHash<QString, QString> &query);

} // namespace Doorstep::Osrm
