// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>

namespace Doorstep {

/// What is kept of a command, in the transaction that does it: so that it is never decided twice, whatever is lost on
/// the way back.
struct CommandMark
{
    CommandId id;
    DeviceId device; ///< Belongs to `user` from its first command on.
    UserId user;
    qint64 sequence = 0; ///< One more than the device's last.
    QByteArray digest; ///< SHA-256 of the command.
    FeedId feed;
    QByteArray refusal; ///< The verdict, unless it was applied.
    QDateTime at; ///< Real time: how long it is kept does not depend on a clock that may be set.
};

/// A command that was decided.
struct KeptCommand
{
    UserId user;
    QByteArray digest;
    quint64 epoch = 0; ///< Of its feed at that time…
    qint64 from = 0; ///< …and the seqs of what it changed; from > to: nothing.
    qint64 to = 0;
    QByteArray refusal; ///< The verdict, unless it was applied.
};

/// What a device has sent so far.
struct CommandHistory
{
    UserId owner; ///< Invalid: nobody has used it yet.
    qint64 lastSequence = 0;
    QHash<CommandId, KeptCommand> known; ///< Those that were asked for.
};

} // namespace Doorstep
