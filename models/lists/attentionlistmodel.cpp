// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/lists/attentionlistmodel.h"

#include "models/store/cause.h"
#include "models/store/fleet.h"
#include "models/store/overlay.h"
#include "models/store/presence.h"

#include <functional>
#include <limits>
#include <tuple>

namespace Doorstep {
namespace {

constexpr qsizetype mostInsertedOneByOne = 200;

bool isBefore(const Concern &a, const Concern &b)
{
    const auto due = [](const Concern &concern) {
        return concern.dueAt.isValid() ? concern.dueAt.toMSecsSinceEpoch() : std::numeric_limits<qint64>::max();
    };
    return due(a) != due(b) ? due(a) < due(b) : std::tie(a.stop, a.route) < std::tie(b.stop, b.route);
}

QVariant timeOrNothing(const QDateTime &time)
{
    return time.isValid() ? QVariant(time) : QVariant();
}

} // namespace

AttentionListModel::AttentionListModel(const Fleet &fleet, const Concerns &concerns, QObject *parent)
    : QAbstractListModel(parent)
    , m_fleet(fleet)
    , m_source(concerns)
{
    connect(&concerns, &Concerns::changed, this, &AttentionListModel::update);
    // Names, addresses and attempts are shown too; a batch is rare enough to look at all cards again.
    connect(&fleet, &Fleet::applied, this, [this] {
        if (!m_concerns.isEmpty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    });
    update();
}

void AttentionListModel::setPresence(const Presence &presence)
{
    m_presence = &presence;
    connect(&presence, &Presence::changed, this, [this] {
        if (!m_concerns.isEmpty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1), {LookingRole});
    });
}

void AttentionListModel::follow(const Overlay &overlay)
{
    m_overlay = &overlay;
    connect(&overlay, &Overlay::waitingChanged, this, [this] {
        if (!m_concerns.isEmpty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    });
}

void AttentionListModel::update()
{
    if (m_concerns.isEmpty() && m_source.all().size() > mostInsertedOneByOne) {
        beginResetModel();
        m_concerns = m_source.all().values();
        std::ranges::sort(m_concerns, isBefore);
        m_shown = m_source.all();
        endResetModel();
        return;
    }
    removeGone();
    for (const auto &[key, concern] : m_source.all().asKeyValueRange())
        insertOrMove(key, concern);
}

void AttentionListModel::removeGone()
{
    QList<int> gone;
    for (const auto &[key, concern] : m_shown.asKeyValueRange()) {
        if (!m_source.all().contains(key))
            gone.append(rowOf(concern));
    }
    std::ranges::sort(gone, std::greater());
    for (const auto row : std::as_const(gone)) {
        beginRemoveRows({}, row, row);
        m_shown.remove(m_concerns.at(row).key());
        m_concerns.removeAt(row);
        endRemoveRows();
    }
}

void AttentionListModel::insertOrMove(const QString &key, const Concern &concern)
{
    const auto known = m_shown.constFind(key);
    int to = rowOf(concern);
    if (known == m_shown.cend()) {
        beginInsertRows({}, to, to);
        m_concerns.insert(to, concern);
        m_shown.insert(key, concern);
        endInsertRows();
        return;
    }
    if (*known == concern)
        return;
    const int from = rowOf(*known);
    if (to != from && to != from + 1) {
        beginMoveRows({}, from, from, {}, to);
        to -= to > from ? 1 : 0; // its own old place is gone then
        m_concerns.move(from, to);
        endMoveRows();
    } else {
        to = from;
    }
    m_concerns[to] = concern;
    m_shown.insert(key, concern);
    Q_EMIT dataChanged(index(to), index(to));
}

int AttentionListModel::rowOf(const Concern &concern) const
{
    return static_cast<int>(std::ranges::lower_bound(m_concerns, concern, isBefore) - m_concerns.begin());
}

QModelIndex AttentionListModel::indexOf(const QString &key) const
{
    const auto known = m_shown.constFind(key);
    return known == m_shown.cend() ? QModelIndex() : index(rowOf(*known));
}

int AttentionListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_concerns.size());
}

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
    case ExceptionIdRole:
    case OwnerIdRole:
    case OwnerNameRole:
    case SnoozedUntilRole:
    case IsClosedRole:
    case ResolutionRole:
        return caseData(concern, role);
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
    const auto *exception = m_fleet.exceptions().find(id);
    if (exception == nullptr)
        return role == IsClosedRole ? QVariant(false) : QVariant();
    switch (role) {
    case OwnerIdRole:
        return exception->owner.toString();
    case OwnerNameRole: {
        const auto *owner = m_fleet.users().find(exception->owner);
        return owner == nullptr ? QString() : owner->fullName.isEmpty() ? owner->name : owner->fullName;
    }
    case SnoozedUntilRole:
        return timeOrNothing(exception->snoozedUntil);
    case IsClosedRole:
        return exception->status == Exception::Status::Closed;
    default:
        return exception->resolution;
    }
}

QStringList AttentionListModel::looking(const Concern &concern) const
{
    if (m_presence == nullptr)
        return {};
    return m_presence->lookingAt(concern.stop.isValid() ? Subject::of(concern.stop) : Subject::of(concern.route));
}

QVariant AttentionListModel::stopData(const Concern &concern, int role) const
{
    const auto *forecast = m_fleet.forecastOf(concern.route);
    const auto *stop = m_fleet.stops().find(concern.stop);
    if (stop == nullptr && forecast != nullptr)
        stop = m_fleet.stops().find(forecast->nextStop);
    if (stop == nullptr)
        return {};
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
        {ExceptionIdRole, "exceptionId"},
        {OwnerIdRole, "ownerId"},
        {OwnerNameRole, "ownerName"},
        {SnoozedUntilRole, "snoozedUntil"},
        {IsClosedRole, "isClosed"},
        {ResolutionRole, "resolution"},
        {LookingRole, "looking"},
    };
}

} // namespace Doorstep

#include "moc_attentionlistmodel.cpp"
