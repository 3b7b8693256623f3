// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/problem.h"

#include <QJsonDocument>

#include <string>

using namespace Qt::StringLiterals;

namespace Doorstep::Http {
namespace {

/// "no_such_call" is "No such call".
QString titleOf(QString code)
{
    code.replace(u'_', u' ');
    if (!code.isEmpty())
        code[0] = code[0].toUpper();
    return code;
}

} // namespace

drogon::HttpResponsePtr answerBytes(const QByteArray &bytes, const char *contentType)
{
    auto response = drogon::HttpResponse::newHttpResponse();
    if (std::string_view(contentType) == "application/json")
        response->setContentTypeCode(drogon::CT_APPLICATION_JSON); // a type of Drogon's own is gzipped where asked for
    else
        response->setContentTypeCodeAndCustomString(drogon::CT_CUSTOM, contentType);
    response->setBody(bytes.toStdString());
    return response;
}

drogon::HttpResponsePtr answerMalformed(const QString &detail, const QString &field)
{
    return answerProblem({.status = drogon::k400BadRequest, .code = u"malformed"_s, .detail = detail, .field = field});
}

drogon::HttpResponsePtr answerJson(const QJsonObject &body, drogon::HttpStatusCode status)
{
    auto response = answerBytes(QJsonDocument(body).toJson(QJsonDocument::Compact));
    response->setStatusCode(status);
    return response;
}

drogon::HttpResponsePtr answerNothing(drogon::HttpStatusCode status)
{
    auto response = drogon::HttpResponse::newHttpResponse();
    response->setStatusCode(status);
    return response;
}

drogon::HttpResponsePtr answerProblem(const Problem &problem)
{
    auto body = problem.more;
    const QJsonObject common{{u"type"_s, u"about:blank#"_s + problem.code},
                             {u"title"_s, titleOf(problem.code)},
                             {u"status"_s, static_cast<int>(problem.status)},
                             {u"detail"_s, problem.detail},
                             {u"code"_s, problem.code}};
    for (auto it = common.begin(); it != common.end(); ++it)
        body.insert(it.key(), it.value());
    if (!problem.field.isEmpty())
        body.insert("field"_L1, problem.field);
    auto response = answerBytes(QJsonDocument(body).toJson(QJsonDocument::Compact), "application/problem+json");
    response->setStatusCode(problem.status);
    if (problem.retryAfterSeconds > 0)
        response->addHeader("Retry-After", std::to_string(problem.retryAfterSeconds));
    return response;
}

Problem problemOf(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Unauthorised:
        return {.status = drogon::k401Unauthorized, .code = u"unauthorised"_s, .detail = error.detail};
    case Error::Kind::Forbidden:
        return {.status = drogon::k403Forbidden, .code = u"forbidden"_s, .detail = error.detail};
    case Error::Kind::NotFound:
        return {.status = drogon::k404NotFound, .code = u"not_found"_s, .detail = error.detail};
    case Error::Kind::Conflict:
        return {.status = drogon::k409Conflict, .code = u"conflict"_s, .detail = error.detail};
    case Error::Kind::Gone:
        return {.status = drogon::k410Gone, .code = u"cursor_expired"_s, .detail = error.detail};
    case Error::Kind::Malformed:
        return {.status = drogon::k400BadRequest, .code = u"malformed"_s, .detail = error.detail};
    case Error::Kind::Refused:
        return {.status = drogon::k422UnprocessableEntity, .code = u"refused"_s, .detail = error.detail};
    case Error::Kind::Offline:
        return {.status = drogon::k503ServiceUnavailable,
                .code = u"busy"_s,
                .detail = u"too much at once: try again in a moment"_s,
                .field = {},
                .retryAfterSeconds = 1};
    case Error::Kind::Stopped:
        return {.status = drogon::k503ServiceUnavailable,
                .code = u"stopping"_s,
                .detail = u"the server is stopping: try again"_s,
                .field = {},
                .retryAfterSeconds = 5};
    case Error::Kind::Storage:
        break;
    }
    return {.status = drogon::k500InternalServerError,
            .code = u"internal"_s,
            .detail = u"the server could not store or read it; its log says why"_s};
}

drogon::HttpResponsePtr answerError(const Error &error)
{
    return answerProblem(problemOf(error));
}

Result<QJsonObject> objectIn(std::string_view body)
{
    QJsonParseError problem;
    const auto document =
        QJsonDocument::fromJson(QByteArray::fromRawData(body.data(), static_cast<qsizetype>(body.size())), &problem);
    if (!document.isObject())
        return failure(Error::Kind::Malformed, u"the body must be one JSON object: %1"_s.arg(problem.errorString()));
    return document.object();
}

} // namespace Doorstep::Http
