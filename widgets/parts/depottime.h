// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/timewindow.h"

#include <QString>
#include <QTimeZone>

namespace Doorstep {

/// Shows times as the clock on the depot's wall does, wherever the dispatcher sits. Invalid times read as an em dash.
class DepotTime
{
public:
    DepotTime() = default;
    /// \a ianaName as in Depot::timeZone; an unknown one falls back to this machine's zone.
    explicit DepotTime(const QString &ianaName);

    /// "14:41".
    [[nodiscard]] QString clock(const QDateTime &at) const;
    /// "Thu 14:07", the weekday in the language of the person.
    [[nodiscard]] QString weekdayClock(const QDateTime &at) const;
    /// "14:00–14:30", "from 14:00", "until 14:30", or empty when the window is open.
    [[nodiscard]] QString window(const TimeWindow &window) const;
    /// \a at in the depot's zone, for arithmetic with hours of the day.
    [[nodiscard]] QDateTime local(const QDateTime &at) const;
    /// When the depot's clock shows \a time on \a date, UTC; the first of two when the hour is repeated. Invalid for an
    /// hour that the change to summer time leaves out.
    [[nodiscard]] QDateTime at(QDate date, QTime time) const;

    [[nodiscard]] const QTimeZone &zone() const noexcept { return m_zone; }
    /// Whether the clock at the desk shows the same at \a at.
    [[nodiscard]] bool isDeskTime(const QDateTime &at, const QTimeZone &desk = QTimeZone::systemTimeZone()) const;
    /// "Montevideo, UTC−3": whose time it is, for where it differs from the desk's.
    [[nodiscard]] QString zoneText(const QDateTime &at) const;

    bool operator==(const DepotTime &) const = default;

private:
    QTimeZone m_zone = QTimeZone::systemTimeZone();
};

} // namespace Doorstep
