// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/lists/timelinemodel.h"
#include "widgets/parts/depottime.h"

#include <QCoreApplication>

namespace Doorstep {

/// What a bar of the timeline says to people.
class TimelineWords
{
    Q_DECLARE_TR_FUNCTIONS(Doorstep::TimelineWords)
public:
    [[nodiscard]] static QString of(TimelineBar::State state);
    /// Plain text in lines: stop and driver, state, when, window.
    [[nodiscard]] static QString tooltip(const TimelineBar &bar, const QString &driver, const DepotTime &time);
    /// One sentence for screen readers.
    [[nodiscard]] static QString spoken(const TimelineBar &bar, const QString &driver, const DepotTime &time);
    /// "14:31", "there 13:02": expected of an open stop, actual of a done one; empty when unknown.
    [[nodiscard]] static QString when(const TimelineBar &bar, const DepotTime &time);
};

} // namespace Doorstep
