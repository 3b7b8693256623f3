// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/verbwire.h"

#include "models/wire/closurewire.h"
#include "models/wire/customerwire.h"
#include "models/wire/driverwire.h"
#include "models/wire/rateswire.h"
#include "models/wire/reader.h"
#include "models/wire/sitewire.h"
#include "models/wire/stopdetailswire.h"
#include "models/wire/stopwire.h"
#include "models/wire/subjectwire.h"
#include "models/wire/thresholdswire.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {
namespace {

constexpr qsizetype mostRoutes = 200;
constexpr qsizetype mostStops = 2'000;
constexpr qsizetype longestNote = 2'000;
constexpr qsizetype longestAddress = 300;

constexpr Words<Exception::Status, 2> caseStatuses{{
    {Exception::Status::Open, "open"_L1},
    {Exception::Status::Closed, "closed"_L1},
}};

constexpr Words<Exception::Escalation, 3> escalations{{
    {Exception::Escalation::None, "none"_L1},
    {Exception::Escalation::Raised, "raised"_L1},
    {Exception::Escalation::Lowered, "lowered"_L1},
}};

// What each verb writes, and beside it what it reads.

QJsonObject write(const ArrangeRoutes &verb)
{
    QJsonArray routes;
    for (const auto &[route, was, stops] : verb.routes)
        routes.append(QJsonObject{{u"id"_s, route.toString()}, {u"was"_s, idsJson(was)}, {u"stops"_s, idsJson(stops)}});
    QJsonObject json{{u"routes"_s, routes}};
    putText(json, "proposal"_L1, verb.proposal.toString());
    return json;
}

Result<ArrangeRoutes::Arrangement> arrangementFromJson(const QJsonObject &json)
{
    Reader reader("routes"_L1, json);
    ArrangeRoutes::Arrangement arrangement;
    arrangement.route = reader.id<RouteId>("id"_L1);
    arrangement.was = reader.ids<StopId>("was"_L1, mostStops);
    arrangement.stops = reader.ids<StopId>("stops"_L1, mostStops);
    return reader.finish(std::move(arrangement));
}

void read(Reader &reader, ArrangeRoutes &verb)
{
    for (const auto &route : reader.array("routes"_L1, mostRoutes))
        verb.routes.append(reader.take(arrangementFromJson(route.toObject())));
    if (verb.routes.isEmpty())
        reader.fail("routes"_L1);
    verb.proposal = reader.optionalId<ProposalId>("proposal"_L1);
}

QJsonObject write(const EditStop &verb)
{
    return {{u"stop"_s, verb.stop.toString()}, {u"was"_s, toJson(verb.was)}, {u"set"_s, toJson(verb.set)}};
}

void read(Reader &reader, EditStop &verb)
{
    verb.stop = reader.id<StopId>("stop"_L1);
    verb.was = reader.take(stopDetailsFromJson(reader.object("was"_L1)));
    verb.set = reader.take(stopDetailsFromJson(reader.object("set"_L1)));
}

QJsonObject write(const RestoreStop &verb)
{
    return {{u"stop"_s, verb.stop.toString()}, {u"was"_s, toJson(verb.was)}, {u"to"_s, toJson(verb.to)}};
}

void read(Reader &reader, RestoreStop &verb)
{
    verb.stop = reader.id<StopId>("stop"_L1);
    verb.was = reader.take(stopStateFromJson(reader.object("was"_L1)));
    verb.to = reader.take(stopStateFromJson(reader.object("to"_L1)));
}

QJsonObject write(const CancelStop &verb)
{
    QJsonObject json{{u"stop"_s, verb.stop.toString()}};
    putText(json, "reason"_L1, verb.reason);
    return json;
}

void read(Reader &reader, CancelStop &verb)
{
    verb.stop = reader.id<StopId>("stop"_L1);
    verb.reason = reader.optionalText("reason"_L1, longestNote);
}

QJsonObject write(const ReattemptStop &verb)
{
    return {{u"stop"_s, verb.stop.toString()}};
}

void read(Reader &reader, ReattemptStop &verb)
{
    verb.stop = reader.id<StopId>("stop"_L1);
}

QJsonObject write(const RescheduleStop &verb)
{
    return {
        {u"stop"_s, verb.stop.toString()}, {u"was"_s, windowJson(verb.was)}, {u"window"_s, windowJson(verb.window)}};
}

void read(Reader &reader, RescheduleStop &verb)
{
    verb.stop = reader.id<StopId>("stop"_L1);
    verb.was = takeWindow(reader, "was"_L1);
    verb.window = takeWindow(reader, "window"_L1);
}

QJsonObject write(const RecordVisit &verb)
{
    QJsonObject json{{u"stop"_s, verb.stop.toString()}, {u"outcome"_s, statusWord(verb.outcome)}};
    putText(json, "failure"_L1, failureWord(verb.failure));
    putText(json, "note"_L1, verb.note);
    putTime(json, "completed_at"_L1, verb.completedAt);
    return json;
}

void read(Reader &reader, RecordVisit &verb)
{
    verb.stop = reader.id<StopId>("stop"_L1);
    const auto outcome = statusFromWord(reader.text("outcome"_L1));
    if (outcome != Stop::Status::Delivered && outcome != Stop::Status::Failed)
        reader.fail("outcome"_L1);
    verb.outcome = outcome.value_or(Stop::Status::Failed);
    if (reader.has("failure"_L1)) {
        const auto why = failureFromWord(reader.text("failure"_L1));
        if (!why)
            reader.fail("failure"_L1);
        verb.failure = why.value_or(Stop::Failure::Other);
    }
    verb.note = reader.optionalText("note"_L1, longestNote);
    verb.completedAt = reader.time("completed_at"_L1);
}

QJsonObject write(const PinStop &verb)
{
    return {{u"stop"_s, verb.stop.toString()}, {u"pinned"_s, verb.pinned}};
}

bool takeFlag(Reader &reader, QLatin1StringView key)
{
    const auto flag = reader.optionalFlag(key);
    if (!flag)
        reader.fail(key);
    return flag.value_or(false);
}

void read(Reader &reader, PinStop &verb)
{
    verb.stop = reader.id<StopId>("stop"_L1);
    verb.pinned = takeFlag(reader, "pinned"_L1);
}

QJsonObject write(const HoldStop &verb)
{
    return {{u"stop"_s, verb.stop.toString()}, {u"held"_s, verb.held}};
}

void read(Reader &reader, HoldStop &verb)
{
    verb.stop = reader.id<StopId>("stop"_L1);
    verb.held = takeFlag(reader, "held"_L1);
}

QJsonObject write(const SetDuty &verb)
{
    QJsonObject json{{u"driver"_s, verb.driver.toString()}};
    putText(json, "was"_L1, dutyWord(verb.was));
    putText(json, "duty"_L1, dutyWord(verb.duty));
    return json;
}

Driver::Duty takeDuty(Reader &reader, QLatin1StringView key)
{
    if (!reader.has(key))
        return Driver::Duty::Unknown;
    const auto duty = dutyFromWord(reader.text(key));
    if (!duty)
        reader.fail(key);
    return duty.value_or(Driver::Duty::Unknown);
}

void read(Reader &reader, SetDuty &verb)
{
    verb.driver = reader.id<DriverId>("driver"_L1);
    verb.was = takeDuty(reader, "was"_L1);
    verb.duty = takeDuty(reader, "duty"_L1);
}

QJsonObject write(const AskPosition &verb)
{
    QJsonObject json{{u"driver"_s, verb.driver.toString()}};
    putTime(json, "at"_L1, verb.at);
    return json;
}

void read(Reader &reader, AskPosition &verb)
{
    verb.driver = reader.id<DriverId>("driver"_L1);
    verb.at = reader.optionalTime("at"_L1);
}

QJsonObject write(const AddNote &verb)
{
    return {{u"note"_s, verb.note.toString()},
            {u"depot"_s, verb.depot.toString()},
            {u"about"_s, toText(verb.about)},
            {u"text"_s, verb.text}};
}

void read(Reader &reader, AddNote &verb)
{
    verb.note = reader.id<NoteId>("note"_L1);
    verb.depot = reader.id<DepotId>("depot"_L1);
    verb.about = reader.take(subjectFromText(reader.text("about"_L1)));
    verb.text = reader.text("text"_L1, longestNote);
}

QJsonObject write(const RemoveNote &verb)
{
    return {{u"note"_s, verb.note.toString()}};
}

void read(Reader &reader, RemoveNote &verb)
{
    verb.note = reader.id<NoteId>("note"_L1);
}

/// What the verbs about exceptions share.
template <typename V>
QJsonObject writeCase(const V &verb)
{
    return {{u"exception"_s, verb.exception.toString()},
            {u"depot"_s, verb.occasion.depot.toString()},
            {u"kind"_s, verb.occasion.kind},
            {u"about"_s, toText(verb.occasion.about)}};
}

template <typename V>
void readCase(Reader &reader, V &verb)
{
    verb.exception = reader.id<ExceptionId>("exception"_L1);
    verb.occasion.depot = reader.id<DepotId>("depot"_L1);
    verb.occasion.kind = reader.text("kind"_L1, 64);
    verb.occasion.about = reader.take(subjectFromText(reader.text("about"_L1)));
}

/// The case that another becomes a part of.
struct Whole
{
    ExceptionId exception;
    Occasion occasion;
};

Result<Whole> wholeFromJson(const QJsonObject &json)
{
    Reader reader("into"_L1, json);
    Whole whole;
    readCase(reader, whole);
    return reader.finish(std::move(whole));
}

QJsonObject write(const AssignException &verb)
{
    auto json = writeCase(verb);
    putText(json, "was"_L1, verb.was.toString());
    putText(json, "owner"_L1, verb.owner.toString());
    return json;
}

void read(Reader &reader, AssignException &verb)
{
    readCase(reader, verb);
    verb.was = reader.optionalId<UserId>("was"_L1);
    verb.owner = reader.optionalId<UserId>("owner"_L1);
}

QJsonObject write(const SnoozeException &verb)
{
    auto json = writeCase(verb);
    putTime(json, "until"_L1, verb.until);
    return json;
}

void read(Reader &reader, SnoozeException &verb)
{
    readCase(reader, verb);
    verb.until = reader.optionalTime("until"_L1);
}

QJsonObject write(const ResolveException &verb)
{
    auto json = writeCase(verb);
    putText(json, "status"_L1, wordOf(caseStatuses, verb.status));
    putText(json, "resolution"_L1, verb.resolution);
    return json;
}

void read(Reader &reader, ResolveException &verb)
{
    readCase(reader, verb);
    verb.status = reader.word("status"_L1, caseStatuses);
    verb.resolution = reader.optionalText("resolution"_L1, longestNote);
}

QJsonObject write(const EscalateException &verb)
{
    auto json = writeCase(verb);
    putText(json, "escalation"_L1, wordOf(escalations, verb.escalation));
    putText(json, "reason"_L1, verb.reason);
    return json;
}

void read(Reader &reader, EscalateException &verb)
{
    readCase(reader, verb);
    verb.escalation = reader.word("escalation"_L1, escalations);
    verb.reason = reader.optionalText("reason"_L1, longestNote);
}

QJsonObject write(const MergeException &verb)
{
    auto json = writeCase(verb);
    putText(json, "was"_L1, verb.was.toString());
    if (verb.into.isValid())
        json.insert("into"_L1, writeCase(Whole{.exception = verb.into, .occasion = verb.whole}));
    return json;
}

void read(Reader &reader, MergeException &verb)
{
    readCase(reader, verb);
    verb.was = reader.optionalId<ExceptionId>("was"_L1);
    if (!reader.has("into"_L1))
        return;
    const auto whole = reader.take(wholeFromJson(reader.object("into"_L1)));
    verb.into = whole.exception;
    verb.whole = whole.occasion;
}

QJsonObject write(const FollowException &verb)
{
    auto json = writeCase(verb);
    json.insert("followed"_L1, verb.followed);
    return json;
}

void read(Reader &reader, FollowException &verb)
{
    readCase(reader, verb);
    verb.followed = takeFlag(reader, "followed"_L1);
}

QJsonObject write(const DrawClosure &verb)
{
    QJsonObject json{{u"closure"_s, toJson(verb.closure)}};
    if (verb.was)
        json.insert("was"_L1, toJson(*verb.was));
    return json;
}

void read(Reader &reader, DrawClosure &verb)
{
    verb.closure = reader.take(closureFromJson(reader.object("closure"_L1)));
    if (!reader.has("was"_L1))
        return;
    verb.was = reader.take(closureFromJson(reader.object("was"_L1)));
    if (verb.was->id != verb.closure.id || verb.was->depot != verb.closure.depot)
        reader.fail("was"_L1);
}

QJsonObject write(const LiftClosure &verb)
{
    return {{u"closure"_s, verb.closure.toString()}, {u"depot"_s, verb.depot.toString()}};
}

void read(Reader &reader, LiftClosure &verb)
{
    verb.closure = reader.id<ClosureId>("closure"_L1);
    verb.depot = reader.id<DepotId>("depot"_L1);
}

QJsonObject write(const RecordCheckIn &verb)
{
    return {{u"stop"_s, verb.stop.toString()}, {u"was"_s, toJson(verb.was)}, {u"set"_s, toJson(verb.set)}};
}

void read(Reader &reader, RecordCheckIn &verb)
{
    verb.stop = reader.id<StopId>("stop"_L1);
    verb.was = reader.take(checkInFromJson(reader.object("was"_L1)));
    verb.set = reader.take(checkInFromJson(reader.object("set"_L1)));
}

QJsonObject write(const TellCustomer &verb)
{
    return {{u"stop"_s, verb.stop.toString()}, {u"promise"_s, toJson(verb.promise)}, {u"told"_s, verb.isTold}};
}

void read(Reader &reader, TellCustomer &verb)
{
    verb.stop = reader.id<StopId>("stop"_L1);
    verb.promise = reader.take(promiseFromJson(reader.object("promise"_L1)));
    verb.isTold = takeFlag(reader, "told"_L1);
}

QJsonObject write(const RememberSite &verb)
{
    QJsonObject json{{u"depot"_s, verb.depot.toString()}, {u"address"_s, verb.address}};
    if (verb.was)
        json.insert("was"_L1, toJson(*verb.was));
    if (verb.set)
        json.insert("set"_L1, toJson(*verb.set));
    return json;
}

void read(Reader &reader, RememberSite &verb)
{
    const auto facts = [&reader](QLatin1StringView key) {
        return reader.has(key) ? std::optional(reader.take(siteFactsFromJson(reader.object(key)))) : std::nullopt;
    };
    verb.depot = reader.id<DepotId>("depot"_L1);
    verb.address = reader.text("address"_L1, longestAddress);
    verb.was = facts("was"_L1);
    verb.set = facts("set"_L1);
}

/// What supervisors set.
template <typename V>
concept Setting = std::is_same_v<V, SetThresholds> || std::is_same_v<V, SetRates>;

QJsonObject write(const Setting auto &verb)
{
    return {{u"depot"_s, verb.depot.toString()}, {u"was"_s, toJson(verb.was)}, {u"set"_s, toJson(verb.set)}};
}

void read(Reader &reader, Setting auto &verb)
{
    verb.depot = reader.id<DepotId>("depot"_L1);
    for (auto [key, values] : {std::pair("was"_L1, &verb.was), std::pair("set"_L1, &verb.set)}) {
        if constexpr (std::is_same_v<decltype(verb), SetRates &>)
            *values = reader.take(ratesFromJson(reader.object(key)));
        else
            *values = reader.take(thresholdValuesFromJson(reader.object(key)));
    }
}

template <typename V>
Result<Verb> readVerb(const QJsonObject &body)
{
    Reader reader(V::word, body);
    V verb;
    read(reader, verb);
    return reader.finish(Verb(std::move(verb)));
}

/// Asks each alternative of the variant in turn whether the word is its own.
template <std::size_t I = 0>
Result<Verb> verbNamed(QStringView word, const QJsonObject &body)
{
    if constexpr (I == std::variant_size_v<Verb>) {
        return failure(Error::Kind::Refused, u"no command is called %1"_s.arg(word.left(64)));
    } else {
        using V = std::variant_alternative_t<I, Verb>;
        return word == V::word ? readVerb<V>(body) : verbNamed<I + 1>(word, body);
    }
}

} // namespace

QJsonObject toJson(const Verb &verb)
{
    return std::visit([](const auto &one) { return write(one); }, verb);
}

Result<Verb> verbFromJson(QStringView word, const QJsonObject &body)
{
    return verbNamed(word, body);
}

} // namespace Doorstep::Wire
