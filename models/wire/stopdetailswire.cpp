// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/stopdetailswire.h"

#include "models/wire/addresswire.h"
#include "models/wire/customerwire.h"
#include "models/wire/stopwire.h"
#include "models/wire/timewindowwire.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {
namespace {

constexpr qint64 longestServiceSeconds = 24 * 60 * 60;
constexpr qsizetype longestLine = 300;
constexpr qsizetype longestText = 2'000;

std::optional<QString> takeText(Reader &reader, QLatin1StringView key, qsizetype most)
{
    return reader.has(key) ? std::optional(reader.text(key, most)) : std::nullopt;
}

/// An empty array is no place.
QGeoCoordinate takePlace(Reader &reader, QLatin1StringView key)
{
    return reader.array(key, 2).isEmpty() ? QGeoCoordinate() : reader.place(key);
}

QJsonArray placeOrNone(const QGeoCoordinate &place)
{
    return place.isValid() ? placeJson(place) : QJsonArray();
}

std::optional<Whereabouts> takeWhereabouts(Reader &reader)
{
    if (!reader.has("where"_L1))
        return std::nullopt;
    Whereabouts place{.where = takePlace(reader, "where"_L1)};
    place.score = reader.number("where_score"_L1, 0.0, 1.0);
    return place;
}

} // namespace

QJsonObject windowJson(const TimeWindow &window)
{
    return window.isOpen() ? QJsonObject() : toJson(window);
}

TimeWindow takeWindow(Reader &reader, QLatin1StringView key)
{
    const auto json = reader.object(key);
    return json.isEmpty() ? TimeWindow() : reader.take(timeWindowFromJson(json));
}

QJsonObject toJson(const StopDetails &details)
{
    QJsonObject json;
    const auto put = [&json](QLatin1StringView key, const std::optional<QString> &text) {
        if (text)
            json.insert(key, *text);
    };
    if (details.address)
        json.insert("address"_L1, toJson(*details.address));
    if (details.whereabouts) {
        json.insert("where"_L1, placeOrNone(details.whereabouts->where));
        json.insert("where_score"_L1, details.whereabouts->score);
    }
    if (details.entrance)
        json.insert("entrance"_L1, placeOrNone(*details.entrance));
    if (details.window)
        json.insert("window"_L1, windowJson(*details.window));
    if (details.method)
        json.insert("method"_L1, methodWord(*details.method));
    if (details.serviceTime)
        json.insert("service_s"_L1, static_cast<qint64>(details.serviceTime->count()));
    put("customer"_L1, details.customer);
    put("phone"_L1, details.phone);
    put("instructions"_L1, details.instructions);
    put("gate_code"_L1, details.gateCode);
    if (details.preferences)
        json.insert("preferences"_L1, toJson(*details.preferences));
    return json;
}

Result<StopDetails> stopDetailsFromJson(const QJsonObject &json)
{
    Reader reader("stop"_L1, json);
    StopDetails details;
    if (reader.has("address"_L1))
        details.address = reader.take(addressFromJson(reader.object("address"_L1)));
    details.whereabouts = takeWhereabouts(reader);
    if (reader.has("entrance"_L1))
        details.entrance = takePlace(reader, "entrance"_L1);
    if (reader.has("window"_L1))
        details.window = takeWindow(reader, "window"_L1);
    if (reader.has("method"_L1)) {
        details.method = methodFromWord(reader.text("method"_L1));
        if (!details.method)
            reader.fail("method"_L1);
    }
    if (reader.has("service_s"_L1))
        details.serviceTime = reader.seconds("service_s"_L1, 0, longestServiceSeconds);
    details.customer = takeText(reader, "customer"_L1, longestLine);
    details.phone = takeText(reader, "phone"_L1, longestLine);
    details.instructions = takeText(reader, "instructions"_L1, longestText);
    details.gateCode = takeText(reader, "gate_code"_L1, longestLine);
    if (reader.has("preferences"_L1))
        details.preferences = reader.take(preferencesFromJson(reader.object("preferences"_L1)));
    return reader.finish(std::move(details));
}

QJsonObject toJson(const StopState &state)
{
    QJsonObject json{{u"status"_s, statusWord(state.status)},
                     {u"attempts"_s, state.attempts},
                     {u"window"_s, windowJson(state.window)}};
    putText(json, "failure"_L1, failureWord(state.failure));
    putText(json, "note"_L1, state.note);
    putTime(json, "completed_at"_L1, state.completedAt);
    return json;
}

Result<StopState> stopStateFromJson(const QJsonObject &json)
{
    Reader reader("state"_L1, json);
    StopState state;
    const auto status = statusFromWord(reader.text("status"_L1));
    if (!status)
        reader.fail("status"_L1);
    state.status = status.value_or(Stop::Status::Planned);
    if (reader.has("failure"_L1)) {
        const auto why = failureFromWord(reader.text("failure"_L1));
        if (!why)
            reader.fail("failure"_L1);
        state.failure = why.value_or(Stop::Failure::Other);
    }
    state.note = reader.optionalText("note"_L1);
    state.attempts = static_cast<int>(reader.integer("attempts"_L1, 0, 1'000));
    state.completedAt = reader.optionalTime("completed_at"_L1);
    state.window = takeWindow(reader, "window"_L1);
    return reader.finish(std::move(state));
}

} // namespace Doorstep::Wire
