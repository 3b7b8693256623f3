// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/address.h"
#include "models/domain/checkin.h"
#include "models/domain/id.h"
#include "models/domain/preferences.h"
#include "models/domain/promise.h"
#include "models/domain/timewindow.h"

#include <QGeoCoordinate>
#include <QObject>

#include <chrono>
#include <optional>

namespace Doorstep {

/// One visit to one place.
///
/// `scheduled…`, `actual…` and the forecast's `expected…` are three different things and never overwrite each other.
struct Stop
{
    Q_GADGET
public:
    /// Open states come first; everything from Delivered on is done for this attempt.
    enum class Status : quint8 { Planned, Arrived, Delivered, Failed, Cancelled };
    Q_ENUM(Status)

    /// Missing: the parcel was not in the vehicle.
    enum class Failure : quint8 { None, NobodyHome, WrongAddress, Refused, Damaged, Missing, NoAccess, Other };
    Q_ENUM(Failure)

    /// How the parcel changes hands.
    enum class Method : quint8 {
        InPerson,
        SafePlace,
        Neighbour,
        FrontDesk,
        Locker,
        LeaveAtDoor,
        Garage,
        RoomOfChoice,
        WhiteGlove
    };
    Q_ENUM(Method)

    StopId id;
    DepotId depot;
    OrderId order;
    RouteId route; ///< Invalid while nobody drives there.
    Address address;
    QGeoCoordinate where; ///< Invalid until the address is found.
    QGeoCoordinate entrance; ///< Where the driver parks and walks in; invalid: at `where`. Never without `where`.
    double whereScore = 0.0; ///< How sure the address search was, 0 to 1; 1 when a person or the shop placed it.
    TimeWindow window; ///< When service may begin, as the customer was told.
    std::chrono::seconds serviceTime{180}; ///< How long the visit is planned to take.
    Method method = Method::InPerson;
    QString customer;
    QString phone;
    QString instructions;
    QString gateCode;
    Preferences preferences;
    CheckIn checkIn;
    QList<Promise> promises; ///< In the order in which the customer was told; the last one is what they expect.
    std::optional<double> dropOffRisk; ///< Of leaving a parcel there alone, 0 to 1; none while nobody has judged it.
    QList<ParcelId> parcels;

    Status status = Status::Planned;
    Failure failure = Failure::None;
    bool pinned = false; ///< Stays on its route, whoever plans.
    bool held = false; ///< Not to be delivered until somebody releases it.
    QString note; ///< What the driver wrote when it was done.
    int attempts = 0; ///< Finished tries, this one included once it is done.
    QDateTime scheduledArrival; ///< By the plan of the morning.
    QDateTime actualArrival; ///< Entered the geofence and stayed.
    QDateTime actualDeparture;
    QDateTime completedAt; ///< Delivered or failed.

    [[nodiscard]] bool isOpen() const noexcept { return status == Status::Planned || status == Status::Arrived; }
    /// Where to drive: the entrance, else the place. Invalid while nobody knows either.
    [[nodiscard]] const QGeoCoordinate &driveTo() const noexcept { return entrance.isValid() ? entrance : where; }
    /// How far \a place is from the stop: from the entrance, the place, or the walk between them, whichever is nearest.
    /// Both must be valid.
    [[nodiscard]] double metersFrom(const QGeoCoordinate &place) const;
    /// Whether it was delivered and began within its window.
    [[nodiscard]] bool wasOnTime() const;
    /// Notes what the customer was told; telling the same again changes nothing.
    void promise(const Promise &told);
    /// By how much the last promise was missed, once the driver was there; none when nothing was promised.
    [[nodiscard]] std::optional<std::chrono::minutes> promiseMissedBy() const;

    bool operator==(const Stop &) const = default;
};

/// As far as an entrance may be from the place that it leads to; further away it is another place.
inline constexpr double farthestEntranceMeters = 1'000.0;
/// Whether somebody could walk from \a entrance to \a where; no entrance fits everywhere.
[[nodiscard]] bool isEntranceOf(const QGeoCoordinate &where, const QGeoCoordinate &entrance);

} // namespace Doorstep
