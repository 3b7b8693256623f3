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
    return reader.finish(std::move(exception));
}

} // namespace Doorstep::Wire
