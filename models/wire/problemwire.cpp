// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/problemwire.h"

#include "models/wire/rawjson.h"
#include "models/wire/reader.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {
namespace {

// One status a kind. Reading them back, every 5xx is Offline: it asks for another try later, as silence does.
constexpr std::array statuses{
    std::pair{400, Error::Kind::Malformed}, std::pair{401, Error::Kind::Unauthorised},
    std::pair{403, Error::Kind::Forbidden}, std::pair{404, Error::Kind::NotFound},
    std::pair{409, Error::Kind::Conflict},  std::pair{410, Error::Kind::Gone},
    std::pair{422, Error::Kind::Refused},   std::pair{500, Error::Kind::Storage},
    std::pair{503, Error::Kind::Stopped},   std::pair{504, Error::Kind::Offline},
};

} // namespace

QJsonObject toJson(const Problem &problem)
{
    QJsonObject json{{u"type"_s, u"about:blank"_s},
                     {u"status"_s, problem.status},
                     {u"code"_s, problem.code},
                     {u"title"_s, problem.title}};
    putText(json, "detail"_L1, problem.detail);
    putText(json, "field"_L1, problem.field);
    return json;
}

Result<Problem> problemFromJson(const QJsonObject &json)
{
    Reader reader("problem"_L1, json);
    Problem problem;
    problem.status = static_cast<int>(reader.integer("status"_L1, 100, 599));
    problem.code = reader.text("code"_L1, 100);
    problem.title = reader.optionalText("title"_L1);
    problem.detail = reader.optionalText("detail"_L1);
    problem.field = reader.optionalText("field"_L1);
    return reader.finish(std::move(problem));
}

Error errorOf(int status, const QByteArray &body)
{
    const auto problem = objectFromBytes(body).and_then(problemFromJson);
    if (!problem)
        return {.kind = kindOf(status), .detail = u"HTTP %1"_s.arg(status)};
    return {.kind = kindOf(status), .detail = u"HTTP %1 %2: %3"_s.arg(status).arg(problem->code, problem->detail)};
}

int statusOf(Error::Kind kind)
{
    const auto found = std::ranges::find(statuses, kind, &std::pair<int, Error::Kind>::second);
    return found == statuses.end() ? 500 : found->first;
}

Error::Kind kindOf(int status)
{
    if (status == 0 || status == 408 || status == 429 || status >= 500)
        return Error::Kind::Offline;
    const auto found = std::ranges::find(statuses, status, &std::pair<int, Error::Kind>::first);
    return found == statuses.end() ? Error::Kind::Refused : found->second;
}

} // namespace Doorstep::Wire
