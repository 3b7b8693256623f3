// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/fix.h"
#include "models/domain/result.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace Doorstep {

/// What a phone sent, in our units but not yet believed: numbers may be off the globe or of another century.
/// An unknown value (absent or, as phones write it, negative) is empty.
struct Reading
{
    QString deviceId;
    QDateTime at; ///< By the phone's clock, UTC.
    std::optional<double> latitude;
    std::optional<double> longitude;
    std::optional<double> accuracyMeters;
    std::optional<double> speedMetersPerSecond;
    std::optional<double> headingDegrees;
    std::optional<double> batteryFraction;
    std::optional<bool> charging;
    bool mocked = false;
    QString alarm; ///< "sos", "lowBattery", …; empty when none.
};

/// What one post of a phone says, and is believed.
///
/// Without a fix it is a heartbeat (the phone lives but has no position) or another harmless message. The fix's
/// `driver` is not set here: whoever stores it knows whose phone `deviceId` is.
struct Report
{
    QString deviceId; ///< "id" of Traccar Client, user of OwnTracks; 1 to 128 printable characters.
    std::optional<Fix> fix;
    QDateTime at; ///< By the phone's clock, UTC.
    std::optional<double> batteryFraction; ///< 0 to 1.
    std::optional<bool> charging;
    QString alarm;

    bool operator==(const Report &) const = default;
};

/// A post holds one report, or (ours only) a JSON array of them; one bad report does not spoil the others.
using Reports = QList<Result<Report>>;

/// \a reading as a report that may be stored, received \a now.
///
/// Old fixes are fine: phones buffer. A fix more than two minutes ahead of \a now is kept and marked `clockSuspect`.
/// Exactly 0°, 0° is a phone without a fix: a heartbeat. Fails with Malformed, naming the field, for what cannot be:
/// latitude 91, a fix before 2010 or after 2099, more than 300 m/s. Pure; thread-safe.
[[nodiscard]] Result<Report> believe(const Reading &reading, const QDateTime &now);

/// Malformed: "\a field: \a sentence".
[[nodiscard]] std::unexpected<Error> badField(QLatin1StringView field, const QString &sentence);

} // namespace Doorstep
