// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/verbs/command.h"

#include <QByteArray>
#include <QCoroTask>
#include <QNetworkRequest>

#include <chrono>

class QNetworkAccessManager;

namespace Doorstep {

/// What came back for one `POST /v1/commands`.
struct CommandAnswer
{
    int status = 0; ///< 0: no answer, or a cut one.
    QString code; ///< Of a problem: a word of docs/commands.md.
    QString detail;
    qint64 expected = 0; ///< Of out_of_order.
    std::chrono::seconds retryAfter{0};
    QList<Verdict> verdicts; ///< Of 200.
};

/// Sends \a body and reads the answer. \a network must outlive the task.
[[nodiscard]] QCoro::Task<CommandAnswer> postCommands(QNetworkAccessManager &network, const QNetworkRequest &request,
                                                      const QByteArray &body);

} // namespace Doorstep
