// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/stopwire.h"

#include "models/wire/addresswire.h"
#include "models/wire/customerwire.h"
#include "models/wire/reader.h"
#include "models/wire/timewindowwire.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {
namespace {

constexpr Words<Stop::Status, 5> statuses{{
    {Stop::Status::Planned, "planned"_L1},
    {Stop::Status::Arrived, "arrived"_L1},
    {Stop::Status::Delivered, "delivered"_L1},
    {Stop::Status::Failed, "failed"_L1},
    {Stop::Status::Cancelled, "cancelled"_L1},
}};

// None has no word: the key is absent.
constexpr Words<Stop::Failure, 7> failures{{
    {Stop::Failure::NobodyHome, "nobody_home"_L1},
    {Stop::Failure::WrongAddress, "wrong_address"_L1},
    {Stop::Failure::Refused, "refused"_L1},
    {Stop::Failure::Damaged, "damaged"_L1},
    {Stop::Failure::Missing, "missing_parcel"_L1},
    {Stop::Failure::NoAccess, "no_access"_L1},
    {Stop::Failure::Other, "other"_L1},
}};

constexpr Words<Stop::Method, 9> methods{{
    {Stop::Method::InPerson, "in_person"_L1},
    {Stop::Method::SafePlace, "safe_place"_L1},
    {Stop::Method::Neighbour, "neighbour"_L1},
    {Stop::Method::FrontDesk, "front_desk"_L1},
    {Stop::Method::Locker, "locker"_L1},
    {Stop::Method::LeaveAtDoor, "leave_at_door"_L1},
    {Stop::Method::Garage, "garage"_L1},
    {Stop::Method::RoomOfChoice, "room_of_choice"_L1},
    {Stop::Method::WhiteGlove, "white_glove"_L1},
}};

constexpr qint64 longestServiceSeconds = 24 * 60 * 60;
constexpr qsizetype mostParcels = 1'000;

template <typename Json>
void readPlan(BasicReader<Json> &reader, Stop &stop)
{
    stop.id = reader.template id<StopId>("id"_L1);
    stop.depot = reader.template id<DepotId>("depot"_L1);
    stop.order = reader.template id<OrderId>("order"_L1);
    stop.route = reader.template optionalId<RouteId>("route"_L1);
    stop.address = reader.take(readAddress(reader.object("address"_L1)));
    stop.where = reader.optionalPlace("where"_L1);
    stop.entrance = reader.optionalPlace("entrance"_L1);
    stop.whereScore = reader.number("where_score"_L1, 0.0, 1.0);
    if (reader.has("window"_L1))
        stop.window = reader.take(readTimeWindow(reader.object("window"_L1)));
    stop.serviceTime = reader.seconds("service_s"_L1, 0, longestServiceSeconds);
    stop.method = reader.word("method"_L1, methods);
    stop.customer = reader.text("customer"_L1);
    stop.phone = reader.optionalText("phone"_L1);
    stop.instructions = reader.optionalText("instructions"_L1);
    stop.gateCode = reader.optionalText("gate_code"_L1);
    if (reader.has("preferences"_L1))
        stop.preferences = reader.take(readPreferences(reader.object("preferences"_L1)));
    if (reader.has("check_in"_L1))
        stop.checkIn = reader.take(readCheckIn(reader.object("check_in"_L1)));
    if (reader.has("promises"_L1))
        stop.promises = takePromises(reader, "promises"_L1);
    stop.dropOffRisk = reader.optionalNumber("drop_off_risk"_L1, 0.0, 1.0);
    stop.parcels = reader.template ids<ParcelId>("parcels"_L1, mostParcels);
}

template <typename Json>
void readProgress(BasicReader<Json> &reader, Stop &stop)
{
    stop.status = reader.word("status"_L1, statuses);
    if (reader.has("failure"_L1))
        stop.failure = reader.word("failure"_L1, failures);
    stop.pinned = reader.flag("pinned"_L1);
    stop.held = reader.flag("held"_L1);
    stop.note = reader.optionalText("note"_L1);
    stop.attempts = static_cast<int>(reader.integer("attempts"_L1, 0, 1'000));
    stop.scheduledArrival = reader.optionalTime("scheduled_arrival"_L1);
    stop.actualArrival = reader.optionalTime("actual_arrival"_L1);
    stop.actualDeparture = reader.optionalTime("actual_departure"_L1);
    stop.completedAt = reader.optionalTime("completed_at"_L1);
}

} // namespace

QLatin1StringView statusWord(Stop::Status status)
{
    return wordOf(statuses, status);
}

std::optional<Stop::Status> statusFromWord(QStringView word)
{
    return valueOf(statuses, word);
}

QLatin1StringView failureWord(Stop::Failure failure)
{
    return wordOf(failures, failure);
}

std::optional<Stop::Failure> failureFromWord(QStringView word)
{
    return valueOf(failures, word);
}

QLatin1StringView methodWord(Stop::Method method)
{
    return wordOf(methods, method);
}

std::optional<Stop::Method> methodFromWord(QStringView word)
{
    return valueOf(methods, word);
}

QJsonObject toJson(const Stop &stop)
{
    QJsonObject json{
        {u"id"_s, stop.id.toString()},
        {u"depot"_s, stop.depot.toString()},
        {u"order"_s, stop.order.toString()},
        {u"address"_s, toJson(stop.address)},
        {u"where_score"_s, stop.whereScore},
        {u"service_s"_s, static_cast<qint64>(stop.serviceTime.count())},
        {u"method"_s, wordOf(methods, stop.method)},
        {u"customer"_s, stop.customer},
        {u"parcels"_s, idsJson(stop.parcels)},
        {u"status"_s, wordOf(statuses, stop.status)},
        {u"attempts"_s, stop.attempts},
    };
    putText(json, "route"_L1, stop.route.toString());
    if (stop.where.isValid())
        json.insert("where"_L1, placeJson(stop.where));
    if (stop.entrance.isValid())
        json.insert("entrance"_L1, placeJson(stop.entrance));
    if (!stop.window.isOpen())
        json.insert("window"_L1, toJson(stop.window));
    putText(json, "phone"_L1, stop.phone);
    putText(json, "instructions"_L1, stop.instructions);
    putText(json, "gate_code"_L1, stop.gateCode);
    if (!stop.preferences.isEmpty())
        json.insert("preferences"_L1, toJson(stop.preferences));
    if (!stop.checkIn.isEmpty())
        json.insert("check_in"_L1, toJson(stop.checkIn));
    if (!stop.promises.isEmpty())
        json.insert("promises"_L1, promisesJson(stop.promises));
    if (stop.dropOffRisk)
        json.insert("drop_off_risk"_L1, *stop.dropOffRisk);
    if (stop.failure != Stop::Failure::None)
        json.insert("failure"_L1, wordOf(failures, stop.failure));
    if (stop.pinned)
        json.insert("pinned"_L1, true);
    if (stop.held)
        json.insert("held"_L1, true);
    putText(json, "note"_L1, stop.note);
    putTime(json, "scheduled_arrival"_L1, stop.scheduledArrival);
    putTime(json, "actual_arrival"_L1, stop.actualArrival);
    putTime(json, "actual_departure"_L1, stop.actualDeparture);
    putTime(json, "completed_at"_L1, stop.completedAt);
    return json;
}

namespace {

template <typename Json>
Result<Stop> read(const Json &json)
{
    BasicReader<Json> reader("stop"_L1, json);
    Stop stop;
    readPlan(reader, stop);
    readProgress(reader, stop);
    return reader.finish(std::move(stop));
}

} // namespace

Result<Stop> stopFromJson(const QJsonObject &json)
{
    return read(json);
}

Result<Stop> readStop(const JsonView &json)
{
    return read(json);
}

} // namespace Doorstep::Wire
