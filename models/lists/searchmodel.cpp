// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/lists/searchmodel.h"

#include "models/store/fleet.h"

#include <QElapsedTimer>

using namespace std::chrono_literals;

namespace Doorstep {
namespace {

constexpr qint64 sliceMilliseconds = 3;
constexpr auto rest = 300ms; // what comes is shown first; who searches meanwhile has it indexed at once
constexpr int itemsALook = 16; // at the clock

// Equal scores are shown by key: drivers, then routes, then stops.
constexpr QChar driverLetter = u'd';
constexpr QChar routeLetter = u'r';
constexpr QChar stopLetter = u's';

SearchModel::Kind kindOf(QChar letter)
{
    if (letter == driverLetter)
        return SearchModel::Kind::Driver;
    return letter == routeLetter ? SearchModel::Kind::Route : SearchModel::Kind::Stop;
}

} // namespace

SearchModel::SearchModel(const Fleet &fleet, QObject *parent)
    : QAbstractListModel(parent)
    , m_fleet(fleet)
{
    connect(&m_idle, &QTimer::timeout, this, &SearchModel::reindexAWhile);
    follow();
    markAll();
}

void SearchModel::follow()
{
    const auto followTable = [this](const auto &table, QChar letter) {
        const auto mark = [this, &table, letter](qsizetype row) {
            m_dirty.insert(letter + keyOf(table.at(row)).toString());
        };
        const auto markRange = [mark](qsizetype first, qsizetype last) {
            for (auto row = first; row <= last; ++row)
                mark(row);
        };
        connect(&table, &TableSignals::inserted, this, markRange);
        connect(&table, &TableSignals::aboutToRemove, this, markRange);
        connect(&table, &TableSignals::changed, this,
                [mark](const QList<qsizetype> &rows) { std::ranges::for_each(rows, mark); });
        connect(&table, &TableSignals::reset, this, &SearchModel::markAll);
    };
    followTable(m_fleet.drivers(), driverLetter);
    followTable(m_fleet.routes(), routeLetter);
    followTable(m_fleet.stops(), stopLetter);

    // A parcel that came after its stop brings the stop its tracking number.
    const auto markStopOf = [this](qsizetype row) {
        m_dirty.insert(stopLetter + m_fleet.parcels().at(row).stop.toString());
    };
    connect(&m_fleet.parcels(), &TableSignals::inserted, this, [markStopOf](qsizetype first, qsizetype last) {
        for (auto row = first; row <= last; ++row)
            markStopOf(row);
    });
    connect(&m_fleet.parcels(), &TableSignals::changed, this,
            [markStopOf](const QList<qsizetype> &rows) { std::ranges::for_each(rows, markStopOf); });
    connect(&m_fleet, &Fleet::applied, this, [this] {
        if (!m_dirty.isEmpty() && !m_idle.isActive())
            m_idle.start(rest);
    });
}

void SearchModel::markAll()
{
    m_index.clear();
    m_dirty.clear();
    for (const auto &driver : m_fleet.drivers())
        m_dirty.insert(driverLetter + driver.id.toString());
    for (const auto &route : m_fleet.routes())
        m_dirty.insert(routeLetter + route.id.toString());
    for (const auto &stop : m_fleet.stops())
        m_dirty.insert(stopLetter + stop.id.toString());
    if (!m_dirty.isEmpty())
        m_idle.start(0ms);
}

void SearchModel::reindexAWhile()
{
    if (m_idle.intervalAsDuration() != 0ms)
        m_idle.setInterval(0ms); // from now on whenever there is nothing else to do
    QElapsedTimer timer;
    timer.start();
    // From where the last slice ended: the beginning of a set that empties is ever farther away.
    auto next = m_dirty.constFind(m_resumeAt);
    if (next == m_dirty.cend())
        next = m_dirty.cbegin();
    for (int done = 1; next != m_dirty.cend(); ++done) {
        reindex(*next);
        next = m_dirty.erase(next);
        if (done % itemsALook == 0 && timer.hasExpired(sliceMilliseconds))
            break;
    }
    m_resumeAt = next == m_dirty.cend() ? QString() : *next;
    if (m_dirty.isEmpty())
        m_idle.stop();
}

void SearchModel::catchUp()
{
    for (const auto &key : std::as_const(m_dirty))
        reindex(key);
    m_dirty.clear();
    m_idle.stop();
}

void SearchModel::reindex(const QString &key)
{
    if (const auto text = textOf(key); text.isEmpty())
        m_index.remove(key);
    else
        m_index.put(key, text);
}

QString SearchModel::textOf(const QString &key) const
{
    const auto id = key.sliced(1);
    switch (kindOf(key.front())) {
    case Kind::Driver: {
        const auto *driver = m_fleet.drivers().find(DriverId(id));
        return driver == nullptr ? QString() : driver->name + u' ' + driver->phone;
    }
    case Kind::Route: {
        const auto *route = m_fleet.routes().find(RouteId(id));
        const auto *driver = route == nullptr ? nullptr : m_fleet.driverOf(*route);
        const auto *vehicle = route == nullptr ? nullptr : m_fleet.vehicles().find(route->vehicle);
        return (driver == nullptr ? QString() : driver->name + u' ') + (vehicle == nullptr ? QString() : vehicle->name);
    }
    case Kind::Stop:
        break;
    }
    const auto *stop = m_fleet.stops().find(StopId(id));
    if (stop == nullptr)
        return {};
    const auto &address = stop->address;
    QString text = stop->customer + u' ' + address.text + u' ' + address.street + u' ' + address.houseNumber + u' '
        + address.suburb + u' ' + stop->phone;
    for (const auto &parcelId : stop->parcels) {
        if (const auto *parcel = m_fleet.parcels().find(parcelId); parcel != nullptr)
            text += u' ' + parcel->trackingNumber;
    }
    return text;
}

void SearchModel::setQuery(const QString &query)
{
    m_query = query;
    search();
}

void SearchModel::search()
{
    catchUp();
    QList<Result> results;
    for (const auto &match : m_index.find(m_query, mostResults))
        results.append({.kind = kindOf(match.key.front()), .id = match.key.sliced(1), .score = match.score});
    beginResetModel();
    m_results = std::move(results);
    endResetModel();
}

int SearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_results.size());
}

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto &result = m_results.at(index.row());
    switch (role) {
    case KindRole:
        return QVariant::fromValue(result.kind);
    case IdRole:
        return result.id;
    case ScoreRole:
        return result.score;
    default:
        break;
    }
    switch (result.kind) {
    case Kind::Driver:
        return driverData(result, role);
    case Kind::Route:
        return routeData(result, role);
    case Kind::Stop:
        return stopData(result, role);
    }
    return {};
}

QVariant SearchModel::driverData(const Result &result, int role) const
{
    const auto *driver = m_fleet.drivers().find(DriverId(result.id));
    if (driver == nullptr) // gone since the search
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return driver->name;
    case DetailRole:
        return driver->phone;
    case DriverIdRole:
        return result.id;
    default:
        return {};
    }
}

QVariant SearchModel::routeData(const Result &result, int role) const
{
    const auto *route = m_fleet.routes().find(RouteId(result.id));
    if (route == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole: {
        const auto *driver = m_fleet.driverOf(*route);
        return driver == nullptr ? QString() : driver->name;
    }
    case DetailRole: {
        const auto *vehicle = m_fleet.vehicles().find(route->vehicle);
        return vehicle == nullptr ? QString() : vehicle->name;
    }
    case DriverIdRole:
        return route->driver.toString();
    default:
        return {};
    }
}

QVariant SearchModel::stopData(const Result &result, int role) const
{
    const auto *stop = m_fleet.stops().find(StopId(result.id));
    if (stop == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return stop->address.line();
    case DetailRole:
        return stop->customer;
    case TrackingNumberRole:
        return m_fleet.trackingNumberOf(*stop);
    case DriverIdRole: {
        const auto *driver = m_fleet.driverOf(stop->id);
        return driver == nullptr ? QString() : driver->id.toString();
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> SearchModel::roleNames() const
{
    return {
        {KindRole, "kind"},
        {IdRole, "id"},
        {TitleRole, "title"},
        {DetailRole, "detail"},
        {TrackingNumberRole, "trackingNumber"},
        {ScoreRole, "score"},
        {DriverIdRole, "driverId"},
    };
}

} // namespace Doorstep

#include "moc_searchmodel.cpp"
