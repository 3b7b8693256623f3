// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"

#include <QString>

namespace Doorstep {

/// Where the server listens.
struct ListenAddress
{
    QString host; ///< A literal IPv4 or IPv6 address, without brackets.
    quint16 port = 0;

    /// "http://127.0.0.1:7080"
    [[nodiscard]] QString url() const;
};

/// "127.0.0.1:7080", "[::1]:7080". Malformed with a sentence.
[[nodiscard]] Result<ListenAddress> parseListenAddress(const QString &text);

/// \a wanted with a real port (0 becomes a free one). Refused with a sentence when nobody can listen there. Drogon
/// opens a socket for each of its threads, so it cannot choose the port itself.
[[nodiscard]] Result<ListenAddress> claimAddress(ListenAddress wanted);

/// Returns once somebody accepts connections at \a address, or after ten seconds: Drogon does not tell when it begins.
void waitUntilAccepting(const ListenAddress &address);

} // namespace Doorstep
