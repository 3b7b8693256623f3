// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/verbs/command.h"

#include <QMetaType>

#include <optional>

namespace Doorstep {

/// A command as it lies in the outbox.
struct KeptCommand
{
    enum class State : quint8 {
        Waiting, ///< To be sent, or sent without an answer.
        Applied, ///< Kept for a week: it heals a backend that was restored from a backup.
        Attention, ///< Disputed or rejected; kept until the person has dealt with it.
    };

    UserId user; ///< Whose decision it is; nobody else's session may send it.
    DeviceId device;
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

    bool operator==(const KeptCommand &) const = default;
};

} // namespace Doorstep
