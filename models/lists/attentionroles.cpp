// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
// AttentionListModel's other half: what each card says.
#include "models/lists/attentionlistmodel.h"
#include "models/lists/timeornothing.h"
#include "models/store/cause.h"
#include "models/store/fleet.h"
#include "models/store/overlay.h"
#include "models/store/presence.h"
#include "models/store/seen.h"

namespace Doorstep {
QVariant AttentionListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto &concern = m_concerns.at(index.row());
    switch (role) {
    case KeyRole:
        return concern.key();
    case KindRole:
        return QVariant::fromValue(concern.kind);
    case KindWordRole:
        return kindWordOf(concern, m_fleet);
    case LateBySecondsRole:
        return static_cast<qint64>(concern.lateBy.count());
    case StopIdRole:
        return concern.stop.toString();
    case RouteIdRole:
        return concern.route.toString();
    case MarksRole: {
        const auto *stop = m_fleet.stops().find(concern.stop);
        if (m_overlay == nullptr)
            return QVariant::fromValue(StopMarks());
        return QVariant::fromValue(stop != nullptr
                                       ? m_overlay->marksOf(*stop)
                                       : StopMarks{.isWaiting = m_overlay->isWaiting(Subject::of(concern.route))});
    }
    case DueAtRole:
        return timeOrNothing(concern.dueAt);
    case DriverIdRole:
    case DriverNameRole:
    case LastSeenRole:
    case OpenStopsRole:
        return driverData(concern, role);
    case IsNewRole:
    case ExceptionIdRole:
    case OwnerIdRole:
    case OwnerNameRole:
    case SnoozedUntilRole:
    case IsClosedRole:
    case ResolutionRole:
    case CaseRole:
        return caseData(concern, role);
    case PartsRole:
        return m_fleet.exceptions().isEmpty() ? 0 : static_cast<int>(partsOf(concern, m_source, m_fleet).size());
    case LookingRole:
        return looking(concern);
    default:
        return stopData(concern, role);
    }
}

QVariant AttentionListModel::driverData(const Concern &concern, int role) const
{
    const auto *route = m_fleet.routes().find(concern.route);
    const auto *driver = route == nullptr ? nullptr : m_fleet.driverOf(*route);
    const auto *forecast = m_fleet.forecastOf(concern.route);
    switch (role) {
    case DriverIdRole:
        return route == nullptr ? QString() : route->driver.toString();
    case DriverNameRole:
        return driver == nullptr ? QString() : driver->name;
    case LastSeenRole:
        return forecast == nullptr ? QVariant() : timeOrNothing(forecast->lastSeen);
    case OpenStopsRole:
        return forecast == nullptr ? 0 : static_cast<int>(forecast->stops.size());
    default:
        return {};
    }
}

QVariant AttentionListModel::caseData(const Concern &concern, int role) const
{
    const auto id = causeOf(concern, m_fleet).id;
    if (role == ExceptionIdRole)
        return id.toString();
    if (role == IsNewRole)
        return m_seen != nullptr && !m_seen->contains(id);
    const auto *exception = m_fleet.exceptions().find(id);
    if (exception == nullptr)
        return role == IsClosedRole ? QVariant(false) : QVariant();
    switch (role) {
    case OwnerIdRole:
        return exception->owner.toString();
    case OwnerNameRole: {
        const auto *owner = m_fleet.users().find(exception->owner);
        if (owner == nullptr)
            return QString();
        return owner->fullName.isEmpty() ? owner->name : owner->fullName;
    }
    case SnoozedUntilRole:
        return timeOrNothing(exception->snoozedUntil);
    case IsClosedRole: // one that cleared by itself, but is seen here again, is not
        return exception->status == Exception::Status::Closed && !exception->isCleared;
    case CaseRole:
        return QVariant::fromValue(*exception);
    default:
        return exception->resolution;
    }
}

QStringList AttentionListModel::looking(const Concern &concern) const
{
    if (m_presence == nullptr)
        return {};
    return m_presence->lookingAt(concern.thing());
}

QVariant AttentionListModel::closureData(const Concern &concern, int role) const
{
    const auto *exception = m_fleet.exceptions().find(concern.exception);
    if (exception == nullptr || exception->about.kind != Subject::Kind::Closure)
        return {};
    const auto *closure = m_fleet.closures().find(ClosureId(exception->about.id));
    if (closure == nullptr)
        return {};
    if (role == Qt::DisplayRole || role == AddressRole)
        return closure->name;
    return role == NoteRole ? QVariant(closure->note) : QVariant();
}

QVariant AttentionListModel::stopData(const Concern &concern, int role) const
{
    const auto *forecast = m_fleet.forecastOf(concern.route);
    const auto *stop = m_fleet.stops().find(concern.stop);
    if (stop == nullptr && forecast != nullptr)
        stop = m_fleet.stops().find(forecast->nextStop);
    if (stop == nullptr)
        return closureData(concern, role);
    switch (role) {
    case Qt::DisplayRole:
    case AddressRole:
        return stop->address.line();
    case EnteredAddressRole:
        return stop->address.text;
    case FailureRole:
        return QVariant::fromValue(stop->failure);
    case CustomerRole:
        return stop->customer;
    case TrackingNumberRole:
        return m_fleet.trackingNumberOf(*stop);
    case PositionRole: {
        const auto place = m_fleet.placeOf(stop->id);
        return place.isValid() ? QVariant(static_cast<int>(place.position) + 1) : QVariant();
    }
    case WindowFromRole:
        return timeOrNothing(stop->window.from);
    case WindowToRole:
        return timeOrNothing(stop->window.to);
    case AttemptsRole:
        return stop->attempts;
    case NoteRole:
        return stop->note;
    default:
        return {};
    }
}

QHash<int, QByteArray> AttentionListModel::roleNames() const
{
    return {
        {MarksRole, "marks"},
        {KeyRole, "key"},
        {KindRole, "kind"},
        {KindWordRole, "kindWord"},
        {FailureRole, "failure"},
        {LateBySecondsRole, "lateBySeconds"},
        {StopIdRole, "stopId"},
        {RouteIdRole, "routeId"},
        {DriverIdRole, "driverId"},
        {DriverNameRole, "driverName"},
        {AddressRole, "address"},
        {EnteredAddressRole, "enteredAddress"},
        {CustomerRole, "customer"},
        {TrackingNumberRole, "trackingNumber"},
        {PositionRole, "position"},
        {WindowFromRole, "windowFrom"},
        {WindowToRole, "windowTo"},
        {AttemptsRole, "attempts"},
        {LastSeenRole, "lastSeen"},
        {OpenStopsRole, "openStops"},
        {DueAtRole, "dueAt"},
        {NoteRole, "note"},
        {IsNewRole, "isNew"},
        {ExceptionIdRole, "exceptionId"},
        {OwnerIdRole, "ownerId"},
        {OwnerNameRole, "ownerName"},
        {SnoozedUntilRole, "snoozedUntil"},
        {IsClosedRole, "isClosed"},
        {ResolutionRole, "resolution"},
        {CaseRole, "case"},
        {PartsRole, "parts"},
        {LookingRole, "looking"},
    };
}

} // namespace Doorstep
