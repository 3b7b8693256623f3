// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/closurewire.h"

#include "models/wire/reader.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {
namespace {

constexpr qsizetype longestName = 200;
constexpr qsizetype longestNote = 2'000;

constexpr Words<Closure::Cause, 3> causes{{
    {Closure::Cause::Closure, "closure"_L1},
    {Closure::Cause::Weather, "weather"_L1},
    {Closure::Cause::Event, "event"_L1},
}};

constexpr Words<Closure::Effect, 2> effects{{
    {Closure::Effect::Closed, "closed"_L1},
    {Closure::Effect::Slow, "slow"_L1},
}};

QGeoCoordinate placeFrom(const QJsonValue &value)
{
    const auto numbers = value.toArray();
    if (numbers.size() < 2 || !numbers.at(0).isDouble() || !numbers.at(1).isDouble())
        return {};
    const double longitude = numbers.at(0).toDouble();
    const double latitude = numbers.at(1).toDouble();
    return std::isfinite(longitude) && std::isfinite(latitude) ? QGeoCoordinate(latitude, longitude) : QGeoCoordinate();
}

Area takeArea(Reader &reader)
{
    const auto json = reader.object("area"_L1);
    Reader inner("area"_L1, json);
    if (inner.text("type"_L1) != "MultiPolygon"_L1)
        inner.fail("type"_L1);
    Area area;
    const auto polygons = inner.array("coordinates"_L1, Area::mostRings);
    for (const auto &polygon : polygons) {
        area.polygons.append(inner.take(polygonFromJson(polygon.toArray())));
        if (area.cornerCount() > Area::mostCorners)
            break;
    }
    if (inner.ok() && area.fault() != Area::Fault::None)
        inner.fail("coordinates"_L1);
    return reader.take(inner.finish(std::move(area)));
}

} // namespace

QLatin1StringView causeWord(Closure::Cause cause)
{
    return wordOf(causes, cause);
}

QJsonArray polygonsJson(const QList<Area::Polygon> &polygons)
{
    QJsonArray all;
    for (const auto &polygon : polygons) {
        QJsonArray rings;
        for (const auto &ring : polygon) {
            QJsonArray corners;
            for (const auto &corner : ring)
                corners.append(placeJson(corner));
            if (!ring.isEmpty())
                corners.append(placeJson(ring.constFirst()));
            rings.append(corners);
        }
        all.append(rings);
    }
    return all;
}

Result<Area::Ring> ringFromJson(const QJsonArray &json)
{
    if (json.size() > Area::mostCorners + 1)
        return failure(Error::Kind::Malformed, u"area: a ring has too many corners"_s);
    Area::Ring ring;
    ring.reserve(json.size());
    for (const auto &corner : json) {
        const auto place = placeFrom(corner);
        if (!place.isValid())
            return failure(Error::Kind::Malformed, u"area: a corner is not on the globe"_s);
        ring.append(place);
    }
    if (ring.size() > 1 && ring.constFirst() == ring.constLast())
        ring.removeLast();
    return ring;
}

Result<Area::Polygon> polygonFromJson(const QJsonArray &json)
{
    if (json.size() > Area::mostRings)
        return failure(Error::Kind::Malformed, u"area: a polygon has too many rings"_s);
    Area::Polygon polygon;
    for (const auto &element : json) {
        auto ring = ringFromJson(element.toArray());
        if (!ring)
            return std::unexpected(ring.error());
        polygon.append(*std::move(ring));
    }
    return polygon;
}

QJsonObject toJson(const Closure &closure)
{
    QJsonObject json{
        {u"id"_s, closure.id.toString()},
        {u"depot"_s, closure.depot.toString()},
        {u"name"_s, closure.name},
        {u"cause"_s, wordOf(causes, closure.cause)},
        {u"area"_s,
         QJsonObject{{u"type"_s, u"MultiPolygon"_s}, {u"coordinates"_s, polygonsJson(closure.area.polygons)}}},
        {u"effect"_s, wordOf(effects, closure.effect)},
    };
    putTime(json, "from"_L1, closure.from);
    putTime(json, "to"_L1, closure.to);
    if (closure.effect == Closure::Effect::Slow)
        json.insert("slowness"_L1, closure.slowness);
    putText(json, "note"_L1, closure.note);
    return json;
}

Result<Closure> closureFromJson(const QJsonObject &json)
{
    Reader reader("closure"_L1, json);
    Closure closure;
    closure.id = reader.id<ClosureId>("id"_L1);
    closure.depot = reader.id<DepotId>("depot"_L1);
    closure.name = reader.text("name"_L1, longestName);
    closure.cause = reader.word("cause"_L1, causes);
    closure.area = takeArea(reader);
    closure.from = reader.optionalTime("from"_L1);
    closure.to = reader.optionalTime("to"_L1);
    if (closure.from.isValid() && closure.to.isValid() && closure.to <= closure.from)
        reader.fail("to"_L1);
    closure.effect = reader.word("effect"_L1, effects);
    if (closure.effect == Closure::Effect::Slow)
        closure.slowness = reader.number("slowness"_L1, Closure::leastSlowness, Closure::mostSlowness);
    closure.note = reader.optionalText("note"_L1, longestNote);
    return reader.finish(std::move(closure));
}

} // namespace Doorstep::Wire
