// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/commandpost.h"

#include "models/sync/backendclient.h"
#include "models/wire/commandwire.h"
#include "models/wire/rawjson.h"

#include <QCoroNetworkReply>
#include <QNetworkAccessManager>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr qint64 mostOfVerdicts = 16'777'216;
constexpr int longestRetryAfter = 3'600;

// Coroutines are free functions that own their arguments: there is no `this` to outlive.
QCoro::Task<CommandAnswer> answerTo(Reply reply)
{
    co_await reply.get();
    const auto bytes = reply->isOpen() ? reply->read(mostOfVerdicts) : QByteArray(); // closed when it was aborted
    CommandAnswer answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.retryAfter = std::chrono::seconds(std::clamp(reply->rawHeader("Retry-After").toInt(), 0, longestRetryAfter));
    if (answer.status < 400 && reply->error() != QNetworkReply::NoError) {
        answer.status = 0; // cut in the middle
        answer.detail = reply->errorString();
        co_return answer;
    }
    if (answer.status == 200) {
        auto verdicts = Wire::verdictsFromBytes(bytes);
        if (verdicts) {
            answer.verdicts = *std::move(verdicts);
        } else {
            answer.status = 0;
            answer.detail = verdicts.error().detail;
        }
        co_return answer;
    }
    const auto problem = Wire::objectFromBytes(bytes).value_or(QJsonObject());
    answer.code = problem["code"_L1].toString();
    answer.detail = problem["detail"_L1].toString();
    answer.expected = problem["expected"_L1].toInteger();
    co_return answer;
}

} // namespace

QCoro::Task<CommandAnswer> postCommands(QNetworkAccessManager &network, const QNetworkRequest &request,
                                        const QByteArray &body)
{
    return answerTo(Reply(network.post(request, body)));
}

} // namespace Doorstep
