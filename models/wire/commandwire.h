// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"
#include "models/verbs/command.h"

#include <QHash>
#include <QJsonObject>

namespace Doorstep::Wire {

inline constexpr qsizetype mostCommands = 100; ///< In one `POST /v1/commands`…
inline constexpr qsizetype largestCommands = qsizetype{256} * 1024; ///< …and so many bytes.

/// A command as it came: its verb is not looked at yet, because one bad command must not stop those behind it.
struct CommandEnvelope
{
    CommandId id;
    qint64 sequence = 0;
    FeedId feed;
    QString verb;
    int version = 1;
    QDateTime at;
    QJsonObject body;
    QByteArray digest; ///< SHA-256 over all of it but the sequence: the same id with another digest is a bug.
};

struct CommandRequest
{
    DeviceId device;
    QHash<FeedId, quint64> epochs; ///< The histories in which its author has been told "applied"; may be empty.
    QList<CommandEnvelope> commands; ///< 1 to mostCommands.
};

/// `{id, seq, feed, verb, v, at, body}`.
[[nodiscard]] QJsonObject toJson(const Command &command);
[[nodiscard]] Result<Command> commandFromJson(const QJsonObject &json);

/// `{feed: epoch, …}`.
[[nodiscard]] QJsonObject epochsToJson(const QHash<FeedId, quint64> &epochs);

/// `{device, epochs?, commands:[…]}`; this one without epochs.
[[nodiscard]] QByteArray requestBytes(const DeviceId &device, const QList<Command> &commands);
[[nodiscard]] Result<CommandRequest> commandRequestFromJson(const QJsonObject &json);

/// The one line that stands for \a verdict wherever it is kept or sent.
[[nodiscard]] QByteArray toBytes(const Verdict &verdict);
[[nodiscard]] Result<Verdict> verdictFromBytes(const QByteArray &bytes);

/// `{"verdicts":[…]}`.
[[nodiscard]] QByteArray verdictsBytes(const QList<Verdict> &verdicts);
[[nodiscard]] Result<QList<Verdict>> verdictsFromBytes(const QByteArray &bytes);

} // namespace Doorstep::Wire
