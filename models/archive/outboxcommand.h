// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/verbs/command.h"

#include <QMetaType>

#include <optional>

namespace Doorstep {

/// A command as it lies in the outbox.
struct OutboxCommand
{
    enum class State : quint8 {
        Waiting, ///< To be sent, or sent without an answer.
        Applied, ///< Kept for a week: it heals a backend that was restored from a backup.
        Attention, ///< Disputed or rejected; kept until the person has dealt with it.
    };

    UserId user; ///< Whose decision it is; nobody else's session may send it.
    CommandId id;
    FeedId feed;
    qint64 sequence = 0;
    QString text; ///< What the person did, in their words.
    std::optional<Command> command; ///< None when this program does not know the verb: a newer one wrote it.
    QByteArray line; ///< The command's JSON without its `seq`; never changes.
    State state = State::Waiting;
    std::optional<Verdict> verdict;
    QDateTime settledAt; ///< When the verdict came; UTC, the machine's clock.
    quint64 confirmedIn = 0; ///< Applied: the newest history of its feed in which the backend said so.
    bool isPassed = false; ///< Applied, and the replica shows it.
    qint64 number = 0; ///< Its place among all commands of this outbox.
    qint64 revision = 0; ///< Grows with each thing that is written down; the newest record of a command counts.

    bool operator==(const OutboxCommand &) const = default;
};

} // namespace Doorstep
