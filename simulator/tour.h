// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/closure.h"
#include "models/domain/depot.h"
#include "models/domain/driver.h"
#include "models/domain/route.h"
#include "models/domain/stop.h"
#include "models/domain/vehicle.h"
#include "simulator/timedpath.h"
#include "simulator/traffic.h"

#include <chrono>
#include <optional>

namespace Doorstep::Simulation {

/// A real address and where it is.
struct Door
{
    QGeoCoordinate where;
    Address address;
};

/// One order: what the shop says of it, and what will really happen.
struct Visit
{
    QString reference; ///< The shop's number; unique for seed and day.
    QString shop;
    QString customer;
    QString phone;
    QString email;
    Door door; ///< Where the customer really lives.
    QString writtenAddress; ///< What the shop passes on; may be misspelt.
    bool isPlaced = true; ///< Whether the shop also knows the coordinates.
    QGeoCoordinate wrongPlace; ///< What it passes on instead of the door's; invalid when it knows better.
    Stop::Method method = Stop::Method::InPerson;
    QString instructions;
    QString gateCode;
    Preferences preferences;
    QList<double> parcelKilograms;
    std::chrono::seconds plannedService{300};
    TimeWindow window;
    QDateTime scheduledArrival; ///< By the plan of the morning, on a usual day.

    Stop::Failure failure = Stop::Failure::None; ///< What comes of it; None is delivered.
    std::chrono::seconds actualService{300};
    QString note;
    CheckIn checkIn; ///< When somebody will ask, and what the customer will answer, if ever.
    bool isToldFromAfar = false; ///< The driver reports it done at the door before, and drives past.
};

/// A span of time, the end excluded.
struct Span
{
    QDateTime from;
    QDateTime to;

    [[nodiscard]] bool holds(const QDateTime &at) const { return from <= at && at < to; }
};

/// Standing still between two stops, from the first one done after `notBefore` on.
struct Pause
{
    QDateTime notBefore;
    std::chrono::seconds length{0};
    QString why;
    QGeoCoordinate elsewhere; ///< Not at the door but there, and back again; invalid when not.
};

/// What goes wrong on one tour.
struct Troubles
{
    std::chrono::seconds lateStart{0};
    std::vector<Pause> pauses; ///< By time.
    double slowness = 1.0; ///< This driver's own: times as long as others.
    std::optional<Span> deadPhone; ///< Records and sends nothing.
    std::optional<Span>
        quietPhone; ///< Its app saves the battery: signs of life only, but it says where it is when asked.
    std::optional<Span> mocked; ///< An app makes the positions up.
    QList<Span> noNetwork; ///< Records, sends later.
    QList<Span> noSatellites; ///< Tunnels and garages: no positions.
    double batteryAtStart = 0.9; ///< 0 to 1.
    bool charges = true;

    /// Whether nobody hears where the phone is \a at, unless they ask.
    [[nodiscard]] bool isUnheard(const QDateTime &at) const
    {
        return (deadPhone && deadPhone->holds(at)) || (quietPhone && quietPhone->holds(at));
    }
};

/// What the plan of the day has in mind for a driver at its busiest moment.
enum class Fate : quint8 { OnTime, AtRisk, Late, Silent };

enum class PhoneKind : quint8 { Traccar, OwnTracks };

/// One driver's day.
struct Tour
{
    RouteId id;
    int depot = 0; ///< Index into DayPlan::depots.
    Driver driver;
    Vehicle vehicle;
    PhoneKind phone = PhoneKind::Traccar;
    Fate fate = Fate::OnTime;
    QList<Visit> visits; ///< In the order to be driven.
    QList<TimedPath> legs; ///< To each visit and back to the depot, without traffic: one more than visits.
    QList<TimedPath> detours; ///< For each leg that meets the closure the way around it; empty for the others.
    QDateTime scheduledStart;
    QDateTime scheduledEnd;
    double loadFraction = 0.0;
    Troubles troubles;
};

/// What to make a day of.
struct DaySettings
{
    quint64 seed = 1;
    int drivers = 40;
    int stops = 600;
    int depots = 1;
    QDate day;
    QTimeZone zone;
    QTime busyMoment{14, 7}; ///< When about three quarters are done.
    std::optional<QGeoCoordinate> at; ///< Of the first depot, for another city than Montevideo.
    std::chrono::seconds shift{0}; ///< Moves the whole day, for a server whose clock cannot be set.

    /// The time that the depot's clock shows as \a local on the day, moved by the shift.
    [[nodiscard]] QDateTime time(QTime local) const { return QDateTime(day, local, zone).toUTC().addDuration(shift); }
};

/// A whole delivery day: what is planned, and what will go wrong.
struct DayPlan
{
    DaySettings settings;
    QList<Depot> depots;
    QList<Tour> tours;
    Traffic traffic;
    QList<Closure> closures; ///< What people at desks draw of `traffic.closures`.
    QList<Stop> past; ///< Visits of earlier days to doors where parcels are left alone.

    [[nodiscard]] qsizetype visitCount() const;
    [[nodiscard]] QDateTime firstStart() const;
};

} // namespace Doorstep::Simulation
