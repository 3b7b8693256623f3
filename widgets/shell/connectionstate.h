// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace Doorstep {

/// How the console stands with its server, as the shell needs to know it.
struct ConnectionState
{
    enum class Link : quint8 { Connecting, Live, Offline, SignedOut };

    Link link = Link::Connecting;
    std::optional<std::chrono::milliseconds> roundTrip; ///< Only while live.
    QString since; ///< "09:12", when it went offline, on the depot's clock.
    int waiting = 0; ///< Decisions that wait to be sent.
    int attention = 0; ///< Decisions that were not taken and need the person.

    bool operator==(const ConnectionState &) const = default;
};

} // namespace Doorstep
