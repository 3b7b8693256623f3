// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"

#include <QDateTime>
#include <QObject>

#include <chrono>
#include <optional>

namespace Doorstep {

/// How the console and its backend get on. Words are made in widgets.
struct ConnectionStatus
{
    Q_GADGET
public:
    enum class State : quint8 {
        Offline, ///< Not reached, or lost; trying again at `nextTryAt`.
        Connecting, ///< Signing in, or catching up before the socket is open.
        Live, ///< Every change arrives as it happens.
        NeedsSignIn, ///< The token or the password is not good: only a person can help.
    };
    Q_ENUM(State)

    State state = State::Offline;
    QDateTime since; ///< When this state began, UTC, the machine's clock.
    QDateTime nextTryAt; ///< Offline: when the next attempt begins; invalid when none is planned.
    std::optional<std::chrono::milliseconds> latency; ///< Live: round trip of the last ping.
    Error lastError = {.kind = Error::Kind::Offline, .detail = {}}; ///< Why it is not live.
    quint32 asked = 0; ///< How many sign-ins and sign-outs were known then: it says nothing about a later one.

    bool operator==(const ConnectionStatus &) const = default;
};

/// How old what is shown is.
struct Freshness
{
    QDateTime asOf; ///< When the oldest feed was last known to be whole, UTC; invalid when nothing was ever loaded.
    bool isFromCache = false; ///< Nothing has come from the network since the start.

    bool operator==(const Freshness &) const = default;
};

} // namespace Doorstep
