// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/proposalwire.h"

#include "models/wire/reader.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {
namespace {

constexpr qsizetype mostStopsARoute = 2'000;
constexpr qsizetype mostBreaches = 8;
constexpr qint64 longest = 30LL * 24 * 3600;
constexpr qint64 longestOfAll = longest * Rerouting::mostStops;
constexpr double mostMeters = 1e9;
constexpr double mostCost = 1e12;
constexpr int mostRounds = 1'000'000'000;

constexpr Words<Rerouting::Goal, 3> goals{{
    {Rerouting::Goal::FewestLate, "fewest_late"_L1},
    {Rerouting::Goal::LeastDriving, "least_driving"_L1},
    {Rerouting::Goal::FewestChanges, "fewest_changes"_L1},
}};

constexpr Words<Proposal::Breach, 3> breaches{{
    {Proposal::Breach::Load, "load"_L1},
    {Proposal::Breach::Unreachable, "unreachable"_L1},
    {Proposal::Breach::Shift, "shift"_L1},
}};

QJsonObject orderJson(const RouteOrder &order)
{
    QJsonObject json{{u"route"_s, order.route.toString()}, {u"stops"_s, idsJson(order.stops)}};
    if (!order.was.isEmpty())
        json.insert("was"_L1, idsJson(order.was));
    return json;
}

Result<RouteOrder> orderFromJson(const QJsonObject &json)
{
    Reader reader("order"_L1, json);
    RouteOrder order;
    order.route = reader.id<RouteId>("route"_L1);
    order.stops = reader.ids<StopId>("stops"_L1, mostStopsARoute);
    if (reader.has("was"_L1))
        order.was = reader.ids<StopId>("was"_L1, mostStopsARoute);
    return reader.finish(std::move(order));
}

QJsonObject visitJson(const Proposal::Visit &visit)
{
    QJsonObject json{{u"stop"_s, visit.stop.toString()}};
    putTime(json, "arrival"_L1, visit.arrival);
    if (visit.lateBy.count() > 0)
        json.insert("late_s"_L1, static_cast<qint64>(visit.lateBy.count()));
    if (visit.stays)
        json.insert("stays"_L1, true);
    return json;
}

Result<Proposal::Visit> visitFromJson(const QJsonObject &json)
{
    Reader reader("visit"_L1, json);
    Proposal::Visit visit;
    visit.stop = reader.id<StopId>("stop"_L1);
    visit.arrival = reader.optionalTime("arrival"_L1);
    if (reader.has("late_s"_L1))
        visit.lateBy = reader.seconds("late_s"_L1, 0, longest);
    visit.stays = reader.flag("stays"_L1);
    return reader.finish(std::move(visit));
}

QJsonArray visitsJson(const QList<Proposal::Visit> &visits)
{
    QJsonArray array;
    for (const auto &visit : visits)
        array.append(visitJson(visit));
    return array;
}

QList<Proposal::Visit> visitsFrom(Reader &reader, QLatin1StringView key)
{
    QList<Proposal::Visit> visits;
    for (const auto &visit : reader.array(key, mostStopsARoute))
        visits.append(reader.take(visitFromJson(visit.toObject())));
    return visits;
}

QJsonObject figuresJson(const Proposal::Figures &figures)
{
    return {{u"late_stops"_s, figures.lateStops},
            {u"late_s"_s, static_cast<qint64>(figures.late.count())},
            {u"driving_s"_s, static_cast<qint64>(figures.driving.count())},
            {u"distance_m"_s, std::round(figures.meters)},
            {u"overtime_s"_s, static_cast<qint64>(figures.overtime.count())},
            {u"cost"_s, std::round(figures.cost * 100.0) / 100.0},
            {u"co2_g"_s, std::round(figures.gramsCo2)}};
}

Result<Proposal::Figures> figuresFromJson(const QJsonObject &json)
{
    Reader reader("figures"_L1, json);
    Proposal::Figures figures;
    figures.lateStops = static_cast<int>(reader.integer("late_stops"_L1, 0, mostStopsARoute));
    figures.late = reader.seconds("late_s"_L1, 0, longestOfAll);
    figures.driving = reader.seconds("driving_s"_L1, 0, longestOfAll);
    figures.meters = reader.number("distance_m"_L1, 0.0, mostMeters);
    figures.overtime = reader.seconds("overtime_s"_L1, 0, longestOfAll);
    figures.cost = reader.number("cost"_L1, 0.0, mostCost);
    figures.gramsCo2 = reader.number("co2_g"_L1, 0.0, mostCost);
    return reader.finish(figures);
}

QJsonObject lineJson(const Proposal::Line &line)
{
    QJsonObject json{{u"route"_s, line.route.toString()},    {u"order"_s, orderJson(line.order)},
                     {u"before"_s, visitsJson(line.before)}, {u"after"_s, visitsJson(line.after)},
                     {u"now"_s, figuresJson(line.now)},      {u"proposed"_s, figuresJson(line.proposed)}};
    QJsonArray words;
    for (const auto breach : line.breaches)
        words.append(QString(wordOf(breaches, breach)));
    if (!words.isEmpty())
        json.insert("breaks"_L1, words);
    return json;
}

Result<Proposal::Line> lineFromJson(const QJsonObject &json)
{
    Reader reader("line"_L1, json);
    Proposal::Line line;
    line.route = reader.id<RouteId>("route"_L1);
    line.order = reader.take(orderFromJson(reader.object("order"_L1)));
    line.before = visitsFrom(reader, "before"_L1);
    line.after = visitsFrom(reader, "after"_L1);
    line.now = reader.take(figuresFromJson(reader.object("now"_L1)));
    line.proposed = reader.take(figuresFromJson(reader.object("proposed"_L1)));
    if (reader.has("breaks"_L1)) {
        for (const auto &word : reader.array("breaks"_L1, mostBreaches)) {
            // One that a newer server knows is still one.
            line.breaches.append(valueOf(breaches, word.toString()).value_or(Proposal::Breach::Unreachable));
        }
    }
    return reader.finish(std::move(line));
}

} // namespace

QJsonObject toJson(const Rerouting &rerouting)
{
    QJsonObject json{{u"depot"_s, rerouting.depot.toString()},
                     {u"routes"_s, idsJson(rerouting.routes)},
                     {u"goal"_s, QString(wordOf(goals, rerouting.goal))},
                     {u"keep_next"_s, rerouting.keepsNext},
                     {u"patience_ms"_s, static_cast<qint64>(rerouting.patience.count())}};
    if (!rerouting.leaving.isEmpty())
        json.insert("leaving"_L1, idsJson(rerouting.leaving));
    if (!rerouting.stops.isEmpty())
        json.insert("stops"_L1, idsJson(rerouting.stops));
    QJsonArray plan;
    for (const auto &order : rerouting.plan)
        plan.append(orderJson(order));
    if (!plan.isEmpty())
        json.insert("plan"_L1, plan);
    if (rerouting.isCheck)
        json.insert("check"_L1, true);
    return json;
}

Result<Rerouting> reroutingFromJson(const QJsonObject &json)
{
    Reader reader("rerouting"_L1, json);
    Rerouting rerouting;
    rerouting.depot = reader.id<DepotId>("depot"_L1);
    rerouting.routes = reader.ids<RouteId>("routes"_L1, Rerouting::mostRoutes);
    if (rerouting.routes.isEmpty())
        reader.fail("routes"_L1);
    if (reader.has("leaving"_L1))
        rerouting.leaving = reader.ids<RouteId>("leaving"_L1, Rerouting::mostRoutes);
    if (reader.has("stops"_L1))
        rerouting.stops = reader.ids<StopId>("stops"_L1, Rerouting::mostStops);
    if (reader.has("goal"_L1))
        rerouting.goal = reader.word("goal"_L1, goals);
    rerouting.keepsNext = reader.optionalFlag("keep_next"_L1).value_or(true);
    if (reader.has("plan"_L1)) {
        for (const auto &order : reader.array("plan"_L1, Rerouting::mostRoutes))
            rerouting.plan.append(reader.take(orderFromJson(order.toObject())));
    }
    rerouting.isCheck = reader.flag("check"_L1);
    if (reader.has("patience_ms"_L1)) {
        constexpr auto most = std::chrono::milliseconds(Rerouting::mostTime).count();
        rerouting.patience = std::chrono::milliseconds(reader.integer("patience_ms"_L1, 0, most));
    }
    return reader.finish(std::move(rerouting));
}

QJsonObject toJson(const Proposal &proposal)
{
    QJsonArray lines;
    for (const auto &line : proposal.lines)
        lines.append(lineJson(line));
    QJsonObject json{{u"id"_s, proposal.id.toString()},
                     {u"number"_s, proposal.number},
                     {u"depot"_s, proposal.depot.toString()},
                     {u"asked"_s, toJson(proposal.asked)},
                     {u"round"_s, proposal.round},
                     {u"final"_s, proposal.isFinal},
                     {u"lines"_s, lines},
                     {u"unserved"_s, idsJson(proposal.unserved)},
                     {u"moved"_s, proposal.moved},
                     {u"to_tell"_s, idsJson(proposal.toTell)},
                     {u"broken_promises"_s, proposal.brokenPromises}};
    putTime(json, "asked_at"_L1, proposal.askedAt);
    return json;
}

Result<Proposal> proposalFromJson(const QJsonObject &json)
{
    Reader reader("proposal"_L1, json);
    Proposal proposal;
    proposal.id = reader.id<ProposalId>("id"_L1);
    proposal.number = static_cast<int>(reader.integer("number"_L1, 0, mostRounds));
    proposal.depot = reader.id<DepotId>("depot"_L1);
    proposal.askedAt = reader.time("asked_at"_L1);
    proposal.asked = reader.take(reroutingFromJson(reader.object("asked"_L1)));
    proposal.round = static_cast<int>(reader.integer("round"_L1, 0, mostRounds));
    proposal.isFinal = reader.flag("final"_L1);
    for (const auto &line : reader.array("lines"_L1, Rerouting::mostRoutes))
        proposal.lines.append(reader.take(lineFromJson(line.toObject())));
    proposal.unserved = reader.ids<StopId>("unserved"_L1, Rerouting::mostStops);
    proposal.moved = static_cast<int>(reader.integer("moved"_L1, 0, Rerouting::mostStops));
    proposal.toTell = reader.ids<StopId>("to_tell"_L1, Rerouting::mostStops);
    proposal.brokenPromises = static_cast<int>(reader.integer("broken_promises"_L1, 0, Rerouting::mostStops));
    return reader.finish(std::move(proposal));
}

} // namespace Doorstep::Wire
