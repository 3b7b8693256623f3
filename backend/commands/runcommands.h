// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/store/store.h"
#include "models/domain/user.h"
#include "models/wire/commandwire.h"

namespace Doorstep {

/// Why a request was given up before all its commands were decided. Those that were stay so.
struct CommandsHalted
{
    enum class Why : quint8 {
        OutOfOrder, ///< A command is not its device's next.
        Reused, ///< The same id with another content.
        DeviceOfAnother, ///< Somebody else has used this device.
        AnotherHistory, ///< What its author was told "applied" may be gone: that is to be sent again first.
        Failed, ///< `error` says why; the same bytes may be sent again.
    };

    Why why = Why::Failed;
    qint64 expected = 0; ///< OutOfOrder: the number that would be its next.
    Error error = {};
};

/// Who sends commands, and what they may follow.
struct CommandAuthor
{
    User user;
    QList<FeedId> feeds;
};

/// Decides \a request in order, as docs/commands.md has it: each command at most once, in one transaction with its
/// changes, its verdict and its entry of the audit. \a now is the backend's clock.
drogon::Task<std::expected<QList<Verdict>, CommandsHalted>> runCommands(Store &store, Wire::CommandRequest request,
                                                                        CommandAuthor author, QDateTime now);

} // namespace Doorstep
