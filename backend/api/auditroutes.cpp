// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/api/auditroutes.h"

#include "backend/http/problem.h"
#include "models/wire/auditwire.h"
#include "models/wire/rawjson.h"
#include "models/wire/subjectwire.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Doorstep::Api {
namespace {

constexpr int mostEntries = 100;
constexpr qsizetype mostBytes = 1'048'576; // an entry of a plan can be long

QJsonObject jsonOf(const AuditRecord &record)
{
    AuditEntry entry{.number = record.number,
                     .at = record.at,
                     .actor = record.actor,
                     .action = record.note.action,
                     .about = {},
                     .body = Wire::objectFromBytes(record.note.body).value_or(QJsonObject()),
                     .hash = record.hash};
    for (const auto &text : record.note.about) {
        if (const auto subject = Wire::subjectFromText(text))
            entry.about.append(*subject);
    }
    auto json = Wire::toJson(entry);
    if (record.note.device.isValid())
        json.insert("device"_L1, record.note.device.toString());
    return json;
}

struct Question
{
    QString about;
    qint64 before = 0;
    int limit = mostEntries;
};

std::expected<Question, drogon::HttpResponsePtr> questionIn(const drogon::HttpRequest &request)
{
    const auto parameter = [&request](const char *name) { return QString::fromStdString(request.getParameter(name)); };
    Question question{.about = parameter("about")};
    if (!question.about.isEmpty() && !Wire::subjectFromText(question.about))
        return std::unexpected(Http::answerMalformed(u"about is like stop/ID"_s, u"about"_s));
    bool isNumber = true;
    if (const auto before = parameter("before"); !before.isEmpty())
        question.before = before.toLongLong(&isNumber);
    if (!isNumber || question.before < 0)
        return std::unexpected(Http::answerMalformed(u"before is the number of an entry"_s, u"before"_s));
    if (const auto limit = parameter("limit"); !limit.isEmpty())
        question.limit = limit.toInt(&isNumber);
    if (!isNumber || question.limit < 1)
        return std::unexpected(Http::answerMalformed(u"limit is 1 to 100"_s, u"limit"_s));
    question.limit = std::min(question.limit, mostEntries);
    return question;
}

drogon::Task<drogon::HttpResponsePtr> read(Services &services, Http::Call call)
{
    const FeedId feed(call.parameters.value(0));
    if (!services.access.feedsOf(callerOf(call)).contains(feed))
        co_return Http::answerError(
            {.kind = Error::Kind::NotFound, .detail = u"there is no feed of that name for you"_s});
    const auto question = questionIn(*call.request);
    if (!question)
        co_return question.error();
    // One more than asked for tells whether there are more.
    const auto found = co_await services.store.audit(feed, question->about, question->before, question->limit + 1);
    if (!found)
        co_return Http::answerError(found.error());
    QJsonArray entries;
    qsizetype bytes = 0;
    for (const auto &record : *found) {
        bytes += record.note.body.size() + record.note.about.size() * 50;
        if (entries.size() == question->limit || (bytes > mostBytes && !entries.isEmpty()))
            break;
        entries.append(jsonOf(record));
    }
    co_return Http::answerJson(
        {{u"entries"_s, entries}, {u"more"_s, entries.size() < static_cast<qsizetype>(found->size())}});
}

} // namespace

void registerAudit(Http::Router &router, Services &services)
{
    router.add({.method = drogon::Get,
                .path = u"/v1/feeds/{feed}/audit"_s,
                .roles = {User::Role::Dispatcher, User::Role::Supervisor, User::Role::Support, User::Role::Admin},
                .handler = with(services, read)});
}

} // namespace Doorstep::Api
