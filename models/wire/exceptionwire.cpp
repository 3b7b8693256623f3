// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/exceptionwire.h"

#include "models/wire/reader.h"
#include "models/wire/subjectwire.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {
namespace {

constexpr Words<Exception::Status, 2> statuses{{
    {Exception::Status::Open, "open"_L1},
    {Exception::Status::Closed, "closed"_L1},
}};

constexpr Words<Exception::Severity, 3> severities{{
    {Exception::Severity::Low, "low"_L1},
    {Exception::Severity::Medium, "medium"_L1},
    {Exception::Severity::High, "high"_L1},
}};

constexpr Words<Exception::Escalation, 3> escalations{{
    {Exception::Escalation::None, "none"_L1},
    {Exception::Escalation::Raised, "raised"_L1},
    {Exception::Escalation::Lowered, "lowered"_L1},
}};

constexpr qsizetype mostFollowers = 1'000;
constexpr qint64 farthestMeters = 30'000'000;
constexpr qint64 longestDelay = 30LL * 24 * 3600;

} // namespace

QJsonObject toJson(const Exception &exception)
{
    QJsonObject json{{u"id"_s, exception.id.toString()},
                     {u"depot"_s, exception.depot.toString()},
                     {u"kind"_s, exception.kind},
                     {u"about"_s, toText(exception.about)},
                     {u"status"_s, wordOf(statuses, exception.status)}};
    putText(json, "owner"_L1, exception.owner.toString());
    putTime(json, "snoozed_until"_L1, exception.snoozedUntil);
    putText(json, "resolution"_L1, exception.resolution);
    if (exception.escalation != Exception::Escalation::None)
        json.insert("escalation"_L1, wordOf(escalations, exception.escalation));
    putTime(json, "escalated_at"_L1, exception.escalatedAt);
    putText(json, "escalated_by"_L1, exception.escalatedBy.toString());
    putText(json, "escalation_reason"_L1, exception.escalationReason);
    putText(json, "merged_into"_L1, exception.mergedInto.toString());
    if (!exception.followers.isEmpty())
        json.insert("followers"_L1, idsJson(exception.followers));
    json.insert("severity"_L1, wordOf(severities, exception.severity));
    putText(json, "route"_L1, exception.route.toString());
    putTime(json, "opened_at"_L1, exception.openedAt);
    putTime(json, "due_at"_L1, exception.dueAt);
    putText(json, "detail"_L1, exception.detail);
    if (exception.lateBy.count() > 0)
        json.insert("late_by_s"_L1, static_cast<qint64>(exception.lateBy.count()));
    if (exception.chancePercent > 0)
        json.insert("chance_percent"_L1, exception.chancePercent);
    if (exception.where.isValid())
        json.insert("where"_L1, placeJson(exception.where));
    if (exception.awayMeters > 0)
        json.insert("away_m"_L1, exception.awayMeters);
    if (exception.isCleared)
        json.insert("cleared"_L1, true);
    return json;
}

Result<Exception> exceptionFromJson(const QJsonObject &json)
{
    Reader reader("exception"_L1, json);
    Exception exception;
    exception.id = reader.id<ExceptionId>("id"_L1);
    exception.depot = reader.id<DepotId>("depot"_L1);
    exception.kind = reader.text("kind"_L1, 64);
    exception.about = reader.take(subjectFromText(reader.text("about"_L1)));
    exception.status = reader.word("status"_L1, statuses);
    exception.owner = reader.optionalId<UserId>("owner"_L1);
    exception.snoozedUntil = reader.optionalTime("snoozed_until"_L1);
    exception.resolution = reader.optionalText("resolution"_L1);
    if (reader.has("escalation"_L1))
        exception.escalation = reader.word("escalation"_L1, escalations);
    exception.escalatedAt = reader.optionalTime("escalated_at"_L1);
    exception.escalatedBy = reader.optionalId<UserId>("escalated_by"_L1);
    exception.escalationReason = reader.optionalText("escalation_reason"_L1);
    exception.mergedInto = reader.optionalId<ExceptionId>("merged_into"_L1);
    if (reader.has("followers"_L1))
        exception.followers = reader.ids<UserId>("followers"_L1, mostFollowers);
    if (reader.has("severity"_L1))
        exception.severity = reader.word("severity"_L1, severities);
    exception.route = reader.optionalId<RouteId>("route"_L1);
    exception.openedAt = reader.optionalTime("opened_at"_L1);
    exception.dueAt = reader.optionalTime("due_at"_L1);
    exception.detail = reader.optionalText("detail"_L1, 64);
    if (reader.has("late_by_s"_L1))
        exception.lateBy = reader.seconds("late_by_s"_L1, 0, longestDelay);
    if (reader.has("chance_percent"_L1))
        exception.chancePercent = static_cast<int>(reader.integer("chance_percent"_L1, 0, 100));
    exception.where = reader.optionalPlace("where"_L1);
    if (reader.has("away_m"_L1))
        exception.awayMeters = static_cast<int>(reader.integer("away_m"_L1, 0, farthestMeters));
    exception.isCleared = reader.flag("cleared"_L1);
    return reader.finish(std::move(exception));
}

} // namespace Doorstep::Wire
