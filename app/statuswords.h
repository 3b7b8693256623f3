// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/sync/connectionstatus.h"
#include "widgets/parts/depottime.h"
#include "widgets/shell/connectionpill.h"

#include <QUrl>

namespace Doorstep {

class Fleet;

/// What the pill shows for \a status.
[[nodiscard]] ConnectionState connectionStateOf(const ConnectionStatus &status, const Freshness &freshness,
                                                const DepotTime &time);
/// Left of the status line: "Connected to dispatch.example · all changes saved".
[[nodiscard]] QString connectionText(const ConnectionStatus &status, const QUrl &server);
/// Right of the status line: the day's numbers, and how fast a demo runs.
[[nodiscard]] QString statusOfDay(const Fleet &fleet, bool isDemo, double rate);

} // namespace Doorstep
