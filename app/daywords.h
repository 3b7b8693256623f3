// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/depot.h"

#include <QDate>
#include <QString>

namespace Doorstep {

class Fleet;

/// The depot with most routes of the day; nullptr while there is none.
[[nodiscard]] const Depot *mainDepot(const Fleet &fleet);
/// "Montevideo · Aguada depot".
[[nodiscard]] QString depotTitle(const Depot &depot);
/// The day to show: \a today when it has routes, else the newest that has; invalid without routes.
[[nodiscard]] QDate dayToShow(const Fleet &fleet, const QDate &today);
/// "38 drivers · 560 stops · 1 023 events today": of the day shown. Events are starts, arrivals, departures, outcomes.
[[nodiscard]] QString daySummary(const Fleet &fleet);

} // namespace Doorstep
