// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/sync/connectionstatus.h"
#include "widgets/parts/depottime.h"
#include "widgets/shell/connectionpill.h"

#include <QUrl>

namespace Doorstep {

/// What the pill shows for \a status.
[[nodiscard]] ConnectionState connectionStateOf(const ConnectionStatus &status, const Freshness &freshness,
                                                const DepotTime &time);
/// Left of the status line: "Connected to dispatch.example · all changes saved", or how many decisions wait to be sent
/// and need the person.
[[nodiscard]] QString connectionText(const ConnectionStatus &status, const QUrl &server, int waiting, int attention);
/// How fast a demo runs that was asked for \a speed and is at \a rate: its morning is told before the clock is let go.
[[nodiscard]] QString paceOfDemo(double rate, double speed);

} // namespace Doorstep
