// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/routepathwire.h"

#include "models/domain/polyline.h"
#include "models/wire/reader.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {
namespace {

constexpr qsizetype mostLegs = 5'001;
constexpr qsizetype mostClosures = 1'000;

} // namespace

QJsonObject toJson(const RoutePath &routePath)
{
    QJsonArray legs;
    for (const auto &leg : routePath.legs)
        legs.append(encodedPolyline(leg));
    QJsonObject json{{u"route"_s, routePath.route.toString()}, {u"legs"_s, legs}};
    QJsonArray avoids;
    for (const auto &closures : routePath.avoids)
        avoids.append(idsJson(closures));
    if (!avoids.isEmpty())
        json.insert("avoids"_L1, avoids);
    return json;
}

namespace {

template <typename Json>
void takeAvoids(BasicReader<Json> &reader, RoutePath &path)
{
    for (const auto &leg : reader.array("avoids"_L1, mostLegs)) {
        QList<ClosureId> closures;
        for (const auto &closure : leg.toArray())
            closures.append(ClosureId(closure.toString()));
        if (!leg.isArray() || closures.size() > mostClosures
            || !std::ranges::all_of(closures, [](const ClosureId &id) { return id.isValid(); }))
            reader.fail("avoids"_L1);
        path.avoids.append(closures);
    }
}

template <typename Json>
Result<RoutePath> read(const Json &json)
{
    BasicReader<Json> reader("path"_L1, json);
    RoutePath path;
    path.route = reader.template id<RouteId>("route"_L1);
    const auto legs = reader.array("legs"_L1, mostLegs);
    path.legs.reserve(legs.size());
    for (const auto &leg : legs) {
        if (!leg.isString())
            reader.fail("legs"_L1);
        path.legs.append(reader.take(decodedPolyline(leg.toString())));
    }
    if (reader.has("avoids"_L1))
        takeAvoids(reader, path);
    return reader.finish(std::move(path));
}

} // namespace

Result<RoutePath> routePathFromJson(const QJsonObject &json)
{
    return read(json);
}

Result<RoutePath> readRoutePath(const JsonView &json)
{
    return read(json);
}

} // namespace Doorstep::Wire
