// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QJsonObject>

#include <drogon/HttpResponse.h>

namespace Doorstep::Http {

/// An error as RFC 9457 tells it.
struct Problem
{
    drogon::HttpStatusCode status = drogon::k500InternalServerError;
    QString code; ///< One of the snake_case words of docs/protocol.md.
    QString detail; ///< What to do about it. Never what was in the body, never a path of the server.
    QString field = {}; ///< The key at fault, if there is one.
    int retryAfterSeconds = 0; ///< 0: no Retry-After.
    QJsonObject more = {}; ///< Further keys of this code.
};

[[nodiscard]] drogon::HttpResponsePtr answerProblem(const Problem &problem);
/// The problem that \a error is in general; the words of a Storage error stay in the log.
[[nodiscard]] Problem problemOf(const Error &error);
[[nodiscard]] drogon::HttpResponsePtr answerError(const Error &error);

/// 400: a part of the request that is not what it must be.
[[nodiscard]] drogon::HttpResponsePtr answerMalformed(const QString &detail, const QString &field);

[[nodiscard]] drogon::HttpResponsePtr answerJson(const QJsonObject &body,
                                                 drogon::HttpStatusCode status = drogon::k200OK);
/// \a json is sent as it is.
[[nodiscard]] drogon::HttpResponsePtr answerBytes(const QByteArray &bytes,
                                                  const char *contentType = "application/json");
[[nodiscard]] drogon::HttpResponsePtr answerNothing(drogon::HttpStatusCode status = drogon::k204NoContent);

/// The JSON object in a body. Fails with Malformed.
[[nodiscard]] Result<QJsonObject> objectIn(std::string_view body);

} // namespace Doorstep::Http
