// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/forecastwire.h"

#include "models/wire/reader.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {
namespace {

constexpr Words<Forecast::State, 5> states{{
    {Forecast::State::OnTime, "on_time"_L1},
    {Forecast::State::AtRisk, "at_risk"_L1},
    {Forecast::State::Late, "late"_L1},
    {Forecast::State::Silent, "silent"_L1},
    {Forecast::State::Finished, "finished"_L1},
}};

constexpr qint64 mostStops = 5'000;
constexpr qint64 longestSlackSeconds = 7 * 24 * 60 * 60;

QJsonObject toJson(const StopForecast &stop)
{
    QJsonObject json{{u"stop"_s, stop.stop.toString()}};
    putTime(json, "p50"_L1, stop.expectedArrival);
    putTime(json, "p90"_L1, stop.lateArrival);
    putTime(json, "leaves"_L1, stop.expectedDeparture);
    return json;
}

template <typename Json>
Result<StopForecast> readStopForecast(const Json &json)
{
    BasicReader<Json> reader("forecast.stops"_L1, json);
    StopForecast stop;
    stop.stop = reader.template id<StopId>("stop"_L1);
    stop.expectedArrival = reader.time("p50"_L1);
    stop.lateArrival = reader.time("p90"_L1);
    stop.expectedDeparture = reader.time("leaves"_L1);
    return reader.finish(std::move(stop));
}

} // namespace

QLatin1StringView stateWord(Forecast::State state)
{
    return wordOf(states, state);
}

QJsonObject toJson(const Forecast &forecast)
{
    QJsonArray stops;
    for (const auto &stop : forecast.stops)
        stops.append(toJson(stop));
    QJsonObject json{
        {u"route"_s, forecast.route.toString()},
        {u"state"_s, wordOf(states, forecast.state)},
        {u"done"_s, forecast.doneStops},
        {u"delivered"_s, forecast.deliveredStops},
        {u"stops"_s, stops},
    };
    putTime(json, "computed_at"_L1, forecast.computedAt);
    putText(json, "next_stop"_L1, forecast.nextStop.toString());
    if (forecast.slack)
        json.insert("slack_s"_L1, static_cast<qint64>(forecast.slack->count()));
    putTime(json, "last_seen"_L1, forecast.lastSeen);
    return json;
}

namespace {

template <typename Json>
Result<Forecast> read(const Json &json)
{
    BasicReader<Json> reader("forecast"_L1, json);
    Forecast forecast;
    forecast.route = reader.template id<RouteId>("route"_L1);
    forecast.computedAt = reader.time("computed_at"_L1);
    forecast.state = reader.word("state"_L1, states);
    forecast.nextStop = reader.template optionalId<StopId>("next_stop"_L1);
    forecast.doneStops = static_cast<int>(reader.integer("done"_L1, 0, mostStops));
    forecast.deliveredStops = static_cast<int>(reader.integer("delivered"_L1, 0, mostStops));
    if (reader.has("slack_s"_L1))
        forecast.slack = reader.seconds("slack_s"_L1, -longestSlackSeconds, longestSlackSeconds);
    forecast.lastSeen = reader.optionalTime("last_seen"_L1);
    const auto stops = reader.array("stops"_L1, mostStops);
    forecast.stops.reserve(stops.size());
    for (const auto &stop : stops)
        forecast.stops.append(reader.take(readStopForecast(stop.toObject())));
    return reader.finish(std::move(forecast));
}

} // namespace

Result<Forecast> forecastFromJson(const QJsonObject &json)
{
    return read(json);
}

Result<Forecast> readForecast(const JsonView &json)
{
    return read(json);
}

} // namespace Doorstep::Wire
