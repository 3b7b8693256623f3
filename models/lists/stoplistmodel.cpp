// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/lists/stoplistmodel.h"

#include "models/lists/searchindex.h"
#include "models/lists/timeornothing.h"
#include "models/store/fleet.h"
#include "models/store/overlay.h"
#include "models/store/presence.h"

#include <limits>

namespace Doorstep {
namespace {

qint64 timeKey(const QDateTime &time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : std::numeric_limits<qint64>::max();
}

QDateTime arrivalOf(const Stop &stop, const StopForecast *forecast)
{
    if (stop.actualArrival.isValid())
        return stop.actualArrival;
    return forecast == nullptr ? stop.scheduledArrival : forecast->expectedArrival;
}

/// What a row is sorted by: one of the two, made once.
struct SortKey
{
    qint64 number = 0;
    QByteArray text;
    qsizetype tableRow = 0;
};

bool isLess(const SortKey &a, const SortKey &b)
{
    return a.number != b.number ? a.number < b.number : a.text < b.text;
}

SortKey keyOf(const Fleet &fleet, qsizetype tableRow, int column)
{
    const auto &stop = fleet.stops().at(tableRow);
    const auto byNumber = [tableRow](qint64 number) {
        return SortKey{.number = number, .text = {}, .tableRow = tableRow};
    };
    const auto byText = [tableRow](const QString &text) {
        return SortKey{.number = text.isEmpty() ? 1 : 0, .text = folded(text), .tableRow = tableRow};
    };
    switch (column) {
    case StopListModel::TrackingNumberColumn:
        return byText(fleet.trackingNumberOf(stop));
    case StopListModel::CustomerColumn:
        return byText(stop.customer);
    case StopListModel::AddressColumn:
        return byText(stop.address.line());
    case StopListModel::WindowColumn:
        return byNumber(timeKey(stop.window.to));
    case StopListModel::ArrivalColumn:
        return byNumber(timeKey(arrivalOf(stop, fleet.forecastOf(stop.id))));
    case StopListModel::StatusColumn:
        return byNumber(static_cast<qint64>(stop.status));
    case StopListModel::DriverColumn: {
        const auto *driver = fleet.driverOf(stop.id);
        return byText(driver == nullptr ? QString() : driver->name);
    }
    case StopListModel::AttemptsColumn:
        return byNumber(stop.attempts);
    default:
        return byNumber(tableRow);
    }
}

} // namespace

StopListModel::StopListModel(const Fleet &fleet, QObject *parent)
    : QAbstractTableModel(parent)
    , m_fleet(fleet)
{
    rebuild();
    follow();
}

void StopListModel::follow()
{
    const auto &stops = m_fleet.stops();
    connect(&stops, &TableSignals::inserted, this, &StopListModel::appendTableRows);
    connect(&stops, &TableSignals::aboutToRemove, this, &StopListModel::removeTableRows);
    connect(&stops, &TableSignals::removed, this, &StopListModel::renumberTableRows);
    connect(&stops, &TableSignals::aboutToReset, this, &StopListModel::beginResetModel);
    connect(&stops, &TableSignals::reset, this, [this] {
        rebuild();
        endResetModel();
    });
    connect(&stops, &TableSignals::changed, this, [this](const QList<qsizetype> &rows) {
        for (const auto row : rows)
            m_dirtyTableRows.insert(row);
    });
    connect(&m_fleet.forecasts(), &TableSignals::changed, this, [this](const QList<qsizetype> &rows) {
        for (const auto row : rows) {
            const auto *route = m_fleet.routes().find(m_fleet.forecasts().at(row).route);
            for (const auto &stop : route == nullptr ? QList<StopId>() : route->stops)
                m_dirtyTableRows.insert(m_fleet.stops().rowOf(stop));
        }
    });
    const auto markAll = [this] { m_areAllDirty = true; };
    connect(&m_fleet.routes(), &TableSignals::changed, this, markAll);
    connect(&m_fleet.drivers(), &TableSignals::changed, this, markAll);
    connect(&m_fleet.parcels(), &TableSignals::changed, this, markAll);
    for (const TableSignals *table :
         {static_cast<const TableSignals *>(&m_fleet.forecasts()), static_cast<const TableSignals *>(&m_fleet.routes()),
          static_cast<const TableSignals *>(&m_fleet.drivers()),
          static_cast<const TableSignals *>(&m_fleet.parcels())}) {
        connect(table, &TableSignals::inserted, this, markAll);
        connect(table, &TableSignals::removed, this, markAll);
        connect(table, &TableSignals::reset, this, markAll);
    }
    connect(&m_fleet, &Fleet::applied, this, &StopListModel::tellDirty);
}

void StopListModel::follow(const Overlay &overlay)
{
    m_overlay = &overlay;
    connect(&overlay, &Overlay::waitingChanged, this, [this](const QList<Subject> &subjects) {
        for (const auto &subject : subjects) {
            if (subject.kind == Subject::Kind::Stop)
                m_dirtyTableRows.insert(m_fleet.stops().rowOf(StopId(subject.id)));
        }
        tellDirty();
    });
}

void StopListModel::setPresence(const Presence &presence)
{
    m_presence = &presence;
    connect(&presence, &Presence::changed, this, [this] {
        QSet<StopId> attended;
        for (const auto &person : m_presence->people()) {
            for (const auto &subject : person.looking + person.editing) {
                if (subject.kind == Subject::Kind::Stop)
                    attended.insert(StopId(subject.id));
            }
        }
        for (const auto &stop : m_attended + attended)
            m_dirtyTableRows.insert(m_fleet.stops().rowOf(stop));
        m_attended = attended;
        tellDirty();
    });
}

void StopListModel::tellDirty()
{
    const auto dirty = std::exchange(m_dirtyTableRows, {});
    if (m_rows.isEmpty() || (dirty.isEmpty() && !m_areAllDirty))
        return;
    auto first = rowCount();
    int last = -1;
    for (const auto tableRow : dirty) {
        const auto row =
            tableRow < 0 || tableRow >= m_positions.size() ? -1 : static_cast<int>(m_positions.at(tableRow));
        first = row < 0 ? first : std::min(first, row);
        last = std::max(last, row);
    }
    if (std::exchange(m_areAllDirty, false)) {
        first = 0;
        last = rowCount() - 1;
    }
    if (last >= 0)
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

void StopListModel::appendTableRows(qsizetype first, qsizetype last)
{
    QList<qsizetype> added;
    for (auto tableRow = first; tableRow <= last; ++tableRow) {
        if (accepts(m_fleet.stops().at(tableRow)))
            added.append(tableRow);
    }
    m_positions.resize(last + 1, -1);
    if (added.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(added.size()) - 1);
    for (const auto tableRow : std::as_const(added)) {
        m_positions[tableRow] = m_rows.size();
        m_rows.append(tableRow);
    }
    endInsertRows();
}

void StopListModel::removeTableRows(qsizetype first, qsizetype last)
{
    for (auto tableRow = first; tableRow <= last; ++tableRow) {
        const auto row = m_positions.at(tableRow);
        if (row < 0)
            continue;
        beginRemoveRows({}, static_cast<int>(row), static_cast<int>(row));
        m_rows.removeAt(row);
        m_positions[tableRow] = -1;
        for (auto later = row; later < m_rows.size(); ++later)
            m_positions[m_rows.at(later)] = later;
        endRemoveRows();
    }
}

void StopListModel::renumberTableRows(qsizetype first, qsizetype last)
{
    const auto count = last - first + 1;
    for (auto &tableRow : m_rows)
        tableRow -= tableRow > last ? count : 0;
    m_positions.remove(first, count);
    m_dirtyTableRows.clear(); // their numbers mean other rows now
    m_areAllDirty = true;
}

bool StopListModel::accepts(const Stop &stop) const
{
    switch (m_filter) {
    case Filter::All:
        return true;
    case Filter::Open:
        return stop.isOpen();
    case Filter::Done:
        return !stop.isOpen();
    case Filter::Failed:
        return stop.status == Stop::Status::Failed;
    case Filter::WithoutRoute:
        return stop.isOpen() && !stop.route.isValid();
    case Filter::WithoutPlace:
        return stop.isOpen() && !stop.where.isValid();
    }
    return true;
}

void StopListModel::rebuild()
{
    QList<qsizetype> rows;
    for (qsizetype tableRow = 0; tableRow < m_fleet.stops().size(); ++tableRow) {
        if (accepts(m_fleet.stops().at(tableRow)))
            rows.append(tableRow);
    }
    setRows(sorted(std::move(rows)));
}

void StopListModel::setRows(QList<qsizetype> rows)
{
    m_rows = std::move(rows);
    m_positions.fill(-1, m_fleet.stops().size());
    for (qsizetype row = 0; row < m_rows.size(); ++row)
        m_positions[m_rows.at(row)] = row;
}

QList<qsizetype> StopListModel::sorted(QList<qsizetype> rows) const
{
    if (m_sortColumn < 0)
        return rows;
    QList<SortKey> keys;
    keys.reserve(rows.size());
    for (const auto tableRow : std::as_const(rows))
        keys.append(keyOf(m_fleet, tableRow, m_sortColumn));
    if (m_sortOrder == Qt::AscendingOrder)
        std::ranges::stable_sort(keys, isLess);
    else
        std::ranges::stable_sort(keys, [](const SortKey &a, const SortKey &b) { return isLess(b, a); });
    std::ranges::transform(keys, rows.begin(), &SortKey::tableRow);
    return rows;
}

void StopListModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const auto before = persistentIndexList();
    QList<qsizetype> tableRows;
    for (const auto &old : before)
        tableRows.append(m_rows.at(old.row()));
    auto rows = m_rows;
    if (column < 0)
        std::ranges::sort(rows);
    setRows(sorted(std::move(rows)));
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(static_cast<int>(m_positions.at(tableRows.at(i))), before.at(i).column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void StopListModel::setFilter(Filter filter)
{
    beginResetModel();
    m_filter = filter;
    rebuild();
    endResetModel();
}

QModelIndex StopListModel::indexOf(const QString &stopId) const
{
    const auto tableRow = m_fleet.stops().rowOf(StopId(stopId));
    const auto row = tableRow < 0 || tableRow >= m_positions.size() ? -1 : m_positions.at(tableRow);
    return row < 0 ? QModelIndex() : index(static_cast<int>(row), 0);
}

int StopListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int StopListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant StopListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto &stop = m_fleet.stops().at(m_rows.at(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return columnData(stop, index.column());
    case StopIdRole:
        return stop.id.toString();
    case TrackingNumberRole:
        return m_fleet.trackingNumberOf(stop);
    case CustomerRole:
        return stop.customer;
    case AddressRole:
        return stop.address.line();
    case StatusRole:
        return QVariant::fromValue(stop.status);
    case FailureRole:
        return QVariant::fromValue(stop.failure);
    case AttemptsRole:
        return stop.attempts;
    case HasPlaceRole:
        return stop.where.isValid();
    case MarksRole:
        return QVariant::fromValue(m_overlay == nullptr ? StopMarks{.isPinned = stop.pinned, .isHeld = stop.held}
                                                        : m_overlay->marksOf(stop));
    case LookingRole:
        return m_presence == nullptr ? QStringList() : m_presence->lookingAt(Subject::of(stop.id));
    case EditingRole:
        return m_presence == nullptr ? QStringList() : m_presence->editing(Subject::of(stop.id));
    case DriverIdRole:
    case DriverNameRole:
    case RouteIdRole:
    case PositionRole:
    case ColourIndexRole:
        return routeData(stop, role);
    default:
        return timeData(stop, role);
    }
}

QVariant StopListModel::timeData(const Stop &stop, int role) const
{
    switch (role) {
    case WindowFromRole:
        return timeOrNothing(stop.window.from);
    case WindowToRole:
        return timeOrNothing(stop.window.to);
    case ScheduledArrivalRole:
        return timeOrNothing(stop.scheduledArrival);
    case ActualArrivalRole:
        return timeOrNothing(stop.actualArrival);
    case CompletedAtRole:
        return timeOrNothing(stop.completedAt);
    case ExpectedArrivalRole:
    case LateArrivalRole: {
        const auto *forecast = m_fleet.forecastOf(stop.id);
        if (forecast == nullptr)
            return {};
        return timeOrNothing(role == LateArrivalRole ? forecast->lateArrival : forecast->expectedArrival);
    }
    default:
        return {};
    }
}

QVariant StopListModel::routeData(const Stop &stop, int role) const
{
    const auto place = m_fleet.placeOf(stop.id);
    const auto *route = m_fleet.routes().find(place.route);
    const auto *driver = route == nullptr ? nullptr : m_fleet.driverOf(*route);
    switch (role) {
    case DriverIdRole:
        return route == nullptr ? QString() : route->driver.toString();
    case DriverNameRole:
        return driver == nullptr ? QString() : driver->name;
    case RouteIdRole:
        return place.route.toString();
    case PositionRole:
        return place.isValid() ? QVariant(static_cast<int>(place.position) + 1) : QVariant();
    case ColourIndexRole:
        return m_fleet.colourOf(place.route);
    default:
        return {};
    }
}

QVariant StopListModel::columnData(const Stop &stop, int column) const
{
    switch (column) {
    case TrackingNumberColumn:
        return m_fleet.trackingNumberOf(stop);
    case CustomerColumn:
        return stop.customer;
    case AddressColumn:
        return stop.address.line();
    case WindowColumn:
        return timeOrNothing(stop.window.to);
    case ArrivalColumn:
        return timeOrNothing(arrivalOf(stop, m_fleet.forecastOf(stop.id)));
    case StatusColumn:
        return static_cast<int>(stop.status);
    case DriverColumn:
        return routeData(stop, DriverNameRole);
    case AttemptsColumn:
        return stop.attempts;
    default:
        return {};
    }
}

QHash<int, QByteArray> StopListModel::roleNames() const
{
    return {
        {StopIdRole, "stopId"},
        {TrackingNumberRole, "trackingNumber"},
        {CustomerRole, "customer"},
        {AddressRole, "address"},
        {WindowFromRole, "windowFrom"},
        {WindowToRole, "windowTo"},
        {ScheduledArrivalRole, "scheduledArrival"},
        {ExpectedArrivalRole, "expectedArrival"},
        {LateArrivalRole, "lateArrival"},
        {ActualArrivalRole, "actualArrival"},
        {CompletedAtRole, "completedAt"},
        {StatusRole, "status"},
        {FailureRole, "failure"},
        {DriverIdRole, "driverId"},
        {DriverNameRole, "driverName"},
        {RouteIdRole, "routeId"},
        {PositionRole, "position"},
        {AttemptsRole, "attempts"},
        {HasPlaceRole, "hasPlace"},
        {ColourIndexRole, "colourIndex"},
        {MarksRole, "marks"},
        {LookingRole, "looking"},
        {EditingRole, "editing"},
    };
}

} // namespace Doorstep

#include "moc_stoplistmodel.cpp"
