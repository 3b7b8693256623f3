// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/insertionwire.h"

#include "models/wire/reader.h"
#include "models/wire/stopdetailswire.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {
namespace {

constexpr qsizetype mostInsertions = 100;
constexpr qsizetype mostMoves = 2'000;
constexpr qsizetype mostSlots = 100;
constexpr qint64 longest = 7LL * 24 * 3600;
constexpr double mostMeters = 1e8;
constexpr double mostCost = 1e9;

QJsonObject moveJson(const Insertion::Move &move)
{
    QJsonObject json{{u"stop"_s, move.stop.toString()}, {u"later_s"_s, static_cast<qint64>(move.later.count())}};
    if (move.lateBy.count() > 0)
        json.insert("late_s"_L1, static_cast<qint64>(move.lateBy.count()));
    if (move.wasLateBy.count() > 0)
        json.insert("was_late_s"_L1, static_cast<qint64>(move.wasLateBy.count()));
    return json;
}

Result<Insertion::Move> moveFromJson(const QJsonObject &json)
{
    Reader reader("moves"_L1, json);
    Insertion::Move move;
    move.stop = reader.id<StopId>("stop"_L1);
    move.later = reader.seconds("later_s"_L1, -longest, longest);
    if (reader.has("late_s"_L1))
        move.lateBy = reader.seconds("late_s"_L1, 0, longest);
    if (reader.has("was_late_s"_L1))
        move.wasLateBy = reader.seconds("was_late_s"_L1, 0, longest);
    return reader.finish(std::move(move));
}

double cents(double cost)
{
    return std::round(cost * 100.0) / 100.0;
}

QJsonObject insertionJson(const Insertion &insertion)
{
    QJsonArray moves;
    for (const auto &move : insertion.moves)
        moves.append(moveJson(move));
    QJsonObject json{{u"route"_s, insertion.route.toString()},
                     {u"added_s"_s, static_cast<qint64>(insertion.added.count())},
                     {u"moves"_s, moves}};
    if (insertion.isOwn)
        json.insert("own"_L1, true);
    if (insertion.waiting.count() > 0)
        json.insert("waiting_s"_L1, static_cast<qint64>(insertion.waiting.count()));
    json.insert("added_m"_L1, std::round(insertion.addedMeters));
    json.insert("cost"_L1, cents(insertion.cost));
    putText(json, "before"_L1, insertion.before.toString());
    putTime(json, "arrival"_L1, insertion.arrival);
    if (insertion.lateBy.count() > 0)
        json.insert("late_s"_L1, static_cast<qint64>(insertion.lateBy.count()));
    return json;
}

Result<Insertion> insertionFromJson(const QJsonObject &json)
{
    Reader reader("insertions"_L1, json);
    Insertion insertion;
    insertion.route = reader.id<RouteId>("route"_L1);
    insertion.isOwn = reader.flag("own"_L1);
    insertion.before = reader.optionalId<StopId>("before"_L1);
    insertion.arrival = reader.time("arrival"_L1);
    insertion.added = reader.seconds("added_s"_L1, -longest, longest);
    if (reader.has("waiting_s"_L1))
        insertion.waiting = reader.seconds("waiting_s"_L1, 0, longest);
    insertion.addedMeters = reader.optionalNumber("added_m"_L1, -mostMeters, mostMeters).value_or(0.0);
    insertion.cost = reader.optionalNumber("cost"_L1, -mostCost, mostCost).value_or(0.0);
    if (reader.has("late_s"_L1))
        insertion.lateBy = reader.seconds("late_s"_L1, 0, longest);
    for (const auto &move : reader.array("moves"_L1, mostMoves))
        insertion.moves.append(reader.take(moveFromJson(move.toObject())));
    return reader.finish(std::move(insertion));
}

QJsonObject slotJson(const Slot &slot)
{
    QJsonObject json{{u"window"_s, windowJson(slot.window)},
                     {u"route"_s, slot.route.toString()},
                     {u"chance"_s, slot.chance},
                     {u"buffer_s"_s, static_cast<qint64>(slot.buffer.count())},
                     {u"cost"_s, cents(slot.cost)}};
    putText(json, "before"_L1, slot.before.toString());
    putTime(json, "arrival"_L1, slot.arrival);
    return json;
}

Result<Slot> slotFromJson(const QJsonObject &json)
{
    Reader reader("slots"_L1, json);
    Slot slot;
    slot.window = takeWindow(reader, "window"_L1);
    slot.route = reader.id<RouteId>("route"_L1);
    slot.before = reader.optionalId<StopId>("before"_L1);
    slot.arrival = reader.time("arrival"_L1);
    slot.chance = static_cast<int>(reader.integer("chance"_L1, 0, 100));
    slot.buffer = reader.seconds("buffer_s"_L1, 0, longest);
    slot.cost = reader.number("cost"_L1, -mostCost, mostCost);
    return reader.finish(std::move(slot));
}

} // namespace

QJsonObject toJson(const InsertionsAnswer &answer)
{
    QJsonArray insertions;
    for (const auto &insertion : answer.insertions)
        insertions.append(insertionJson(insertion));
    QJsonArray offered;
    for (const auto &slot : answer.offered)
        offered.append(slotJson(slot));
    QJsonObject json{{u"stop"_s, answer.stop.toString()}, {u"insertions"_s, insertions}, {u"slots"_s, offered}};
    putTime(json, "computed_at"_L1, answer.computedAt);
    return json;
}

Result<InsertionsAnswer> insertionsFromJson(const QJsonObject &json)
{
    Reader reader("insertions"_L1, json);
    InsertionsAnswer answer;
    answer.stop = reader.id<StopId>("stop"_L1);
    answer.computedAt = reader.time("computed_at"_L1);
    for (const auto &insertion : reader.array("insertions"_L1, mostInsertions))
        answer.insertions.append(reader.take(insertionFromJson(insertion.toObject())));
    if (reader.has("slots"_L1)) {
        for (const auto &slot : reader.array("slots"_L1, mostSlots))
            answer.offered.append(reader.take(slotFromJson(slot.toObject())));
    }
    return reader.finish(std::move(answer));
}

} // namespace Doorstep::Wire
