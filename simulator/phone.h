// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/chance.h"
#include "simulator/driverday.h"

#include <QByteArray>

#include <optional>

namespace Doorstep::Simulation {

/// What a phone recorded at one moment.
struct PhoneReading
{
    QDateTime at; ///< Whole seconds.
    QDateTime sendableAt; ///< When there was a network again; `at` when there was one.
    std::optional<QGeoCoordinate> where; ///< Empty without satellites: a heartbeat.
    double accuracyMeters = 0.0;
    double speedMetersPerSecond = 0.0;
    double headingDegrees = 0.0;
    double battery = 1.0; ///< 0 to 1.
    bool charging = false;
    bool mocked = false;
    bool isAnswer = false; ///< Taken because somebody asked.

    bool operator==(const PhoneReading &) const = default;
};

/// The phone in a driver's pocket: sees where they are through a noisy GPS, loses satellites and networks, runs down.
class Phone
{
public:
    /// Records every \a interval while driving, every 30 s while standing.
    Phone(const Tour &tour, quint64 seed, int number, std::chrono::seconds interval);

    /// What it recorded since the last call up to \a time; \a driver must have lived until then.
    QList<PhoneReading> recordUntil(const QDateTime &time, const DriverDay &driver);
    /// Where it is \a at, a moment not before what it recorded last, because somebody asks. Nothing when it is off,
    /// dead, without a network or satellites, or has just said so. The rest of its day is the same as if nobody had
    /// asked.
    [[nodiscard]] std::optional<PhoneReading> answerAt(const QDateTime &at, const DriverDay &driver) const;

private:
    [[nodiscard]] PhoneReading reading(const QDateTime &at, const DriverDay &driver);
    void drain(const QDateTime &at);
    [[nodiscard]] static bool isSwitchedOff(const QDateTime &at, const DriverDay &driver);
    /// Whether the app keeps \a reading, of which it may drop the position.
    [[nodiscard]] bool keeps(PhoneReading &reading);

    Troubles m_troubles;
    Chance m_chance;
    std::chrono::seconds m_interval;
    QDateTime m_next; ///< When it records next.
    QDateTime m_lastPositionAt; ///< When it recorded one; invalid before.
    QDateTime m_lastSignAt; ///< Of those that a quiet phone sends instead.
    QDateTime m_drainedAt;
    double m_battery;
    double m_eastError = 0.0; ///< Metres; wanders, as GPS errors do.
    double m_northError = 0.0;
};

/// How an app writes readings for the backend.
struct PhonePost
{
    QString path;
    QByteArray contentType;
    QByteArray body;

    bool operator==(const PhonePost &) const = default;
};

/// One reading as the app of \a kind posts it: Traccar Client a form, OwnTracks JSON.
[[nodiscard]] PhonePost postOf(PhoneKind kind, const QString &deviceId, const PhoneReading &reading);

/// Whether \a answer of the backend to an OwnTracks post tells the phone to say where it is.
[[nodiscard]] bool asksForPosition(const QByteArray &answer);

/// A reading as one entry of a JSON array of that dialect.
[[nodiscard]] QJsonObject entryOf(PhoneKind kind, const QString &deviceId, const PhoneReading &reading);
/// Where arrays of that dialect go.
[[nodiscard]] QString batchPath(PhoneKind kind);

} // namespace Doorstep::Simulation
