// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/lists/attentionlistmodel.h"

#include "models/lists/timeornothing.h"
#include "models/store/cause.h"
#include "models/store/fleet.h"
#include "models/store/overlay.h"
#include "models/store/presence.h"
#include "models/store/seen.h"

#include <functional>
#include <limits>
#include <tuple>

namespace Doorstep {
namespace {

/// More than these are sorted in with one signal: a model that follows us looks at all of its rows for each.
constexpr qsizetype mostOneByOne = 8;
/// More than these are told as one range.
constexpr qsizetype mostRanges = 32;

bool isBefore(const Concern &a, const Concern &b)
{
    const auto due = [](const Concern &concern) {
        return concern.dueAt.isValid() ? concern.dueAt.toMSecsSinceEpoch() : std::numeric_limits<qint64>::max();
    };
    return due(a) != due(b) ? due(a) < due(b)
                            : std::tie(a.stop, a.route, a.exception) < std::tie(b.stop, b.route, b.exception);
}

} // namespace

AttentionListModel::AttentionListModel(const Fleet &fleet, const Concerns &concerns, QObject *parent)
    : QAbstractListModel(parent)
    , m_fleet(fleet)
    , m_source(concerns)
{
    connect(&concerns, &Concerns::changed, this, &AttentionListModel::update);
    followFleet();
    QSet<Subject> all;
    for (const auto &about : concerns.all().keys())
        all.insert(about);
    update(all);
}

/// Names, addresses and attempts are shown too.
void AttentionListModel::followFleet()
{
    const auto markStop = [this](const StopId &stop) {
        mark(Subject::of(stop));
        mark(Subject::of(m_fleet.placeOf(stop).route)); // a silent driver's card shows the next stop
    };
    connect(&m_fleet.stops(), &TableSignals::changed, this, [this, markStop](const QList<qsizetype> &rows) {
        for (const auto row : rows)
            markStop(m_fleet.stops().at(row).id);
    });
    const auto onRows = [this](const TableSignals &table, const auto &markRow) {
        connect(&table, &TableSignals::changed, this, [this, markRow](const QList<qsizetype> &rows) {
            if (!m_concerns.isEmpty())
                std::ranges::for_each(rows, markRow);
        });
        connect(&table, &TableSignals::inserted, this, [this, markRow](qsizetype first, qsizetype last) {
            for (auto row = first; row <= last && !m_concerns.isEmpty(); ++row)
                markRow(row);
        });
    };
    onRows(m_fleet.parcels(), [this](qsizetype row) { mark(Subject::of(m_fleet.parcels().at(row).stop)); });
    onRows(m_fleet.routes(), [this](qsizetype row) { markRoute(m_fleet.routes().at(row).id); });
    onRows(m_fleet.forecasts(), [this](qsizetype row) { mark(Subject::of(m_fleet.forecasts().at(row).route)); });
    // Whose its cards were is known no more.
    connect(&m_fleet.routes(), &TableSignals::removed, this, [this] { m_areAllDirty = true; });
    // People rename themselves and take cases seldom enough to look at all cards again.
    for (const TableSignals *table :
         {static_cast<const TableSignals *>(&m_fleet.drivers()), static_cast<const TableSignals *>(&m_fleet.users()),
          static_cast<const TableSignals *>(&m_fleet.exceptions())}) {
        const auto markAll = [this] { m_areAllDirty = true; };
        connect(table, &TableSignals::inserted, this, markAll);
        connect(table, &TableSignals::changed, this, markAll);
        connect(table, &TableSignals::removed, this, markAll);
        connect(table, &TableSignals::reset, this, markAll);
    }
    // After the concerns, which were connected first: what is left then is where it belongs.
    connect(&m_fleet, &Fleet::applied, this, &AttentionListModel::tellDirty);
}

void AttentionListModel::mark(const Subject &about)
{
    for (const auto &one : m_source.of(about)) {
        if (m_shown.contains(one))
            m_dirty.insert(one);
    }
}

void AttentionListModel::markRoute(const RouteId &route)
{
    mark(Subject::of(route));
    if (const auto *known = m_fleet.routes().find(route); known != nullptr) {
        for (const auto &stop : known->stops)
            mark(Subject::of(stop));
    }
}

void AttentionListModel::tellDirty()
{
    const auto dirty = std::exchange(m_dirty, {});
    const bool areAllDirty = std::exchange(m_areAllDirty, false);
    if (m_concerns.isEmpty() || (dirty.isEmpty() && !areAllDirty))
        return;
    if (areAllDirty || dirty.size() > mostRanges) {
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_concerns.size()) - 1));
        return;
    }
    QList<int> rows;
    for (const auto &about : dirty) {
        if (const auto known = m_shown.constFind(about); known != m_shown.cend())
            rows.append(rowOf(*known));
    }
    for (const auto row : std::as_const(rows))
        Q_EMIT dataChanged(index(row), index(row));
}

void AttentionListModel::setPresence(const Presence &presence)
{
    m_presence = &presence;
    connect(&presence, &Presence::changed, this, [this] {
        if (!m_concerns.isEmpty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1), {LookingRole});
    });
}

void AttentionListModel::setSeen(const Seen &seen)
{
    m_seen = &seen;
    connect(&seen, &Seen::seen, this, [this](const ExceptionId &exception) {
        for (int row = 0; row < rowCount(); ++row) {
            if (causeOf(m_concerns.at(row), m_fleet).id == exception)
                Q_EMIT dataChanged(index(row), index(row), {IsNewRole});
        }
    });
    connect(&seen, &Seen::wasReset, this, [this] {
        if (!m_concerns.isEmpty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1), {IsNewRole});
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

void AttentionListModel::update(const QSet<Subject> &about)
{
    if (about.size() <= mostOneByOne)
        updateOneByOne(about);
    else
        updateAtOnce(about);
    tellDirty();
}

void AttentionListModel::updateOneByOne(const QSet<Subject> &about)
{
    remove(about);
    for (const auto &one : about) {
        if (const auto concern = m_source.all().constFind(one); concern != m_source.all().cend())
            insertOrMove(one, *concern);
    }
}

/// Those of \a about that need nobody any more.
void AttentionListModel::remove(const QSet<Subject> &about)
{
    QList<int> gone;
    for (const auto &one : about) {
        if (const auto known = m_shown.constFind(one); known != m_shown.cend() && !m_source.all().contains(one))
            gone.append(rowOf(*known));
    }
    std::ranges::sort(gone, std::greater());
    for (qsizetype i = 0; i < gone.size();) {
        const int last = gone.at(i);
        int first = last;
        for (++i; i < gone.size() && gone.at(i) == first - 1; ++i)
            --first;
        beginRemoveRows({}, first, last);
        for (int row = first; row <= last; ++row)
            m_shown.remove(m_concerns.at(row).about());
        m_concerns.remove(first, last - first + 1);
        endRemoveRows();
    }
}

void AttentionListModel::insertOrMove(const Subject &about, const Concern &concern)
{
    const auto known = m_shown.constFind(about);
    int to = rowOf(concern);
    if (known == m_shown.cend()) {
        beginInsertRows({}, to, to);
        m_concerns.insert(to, concern);
        m_shown.insert(about, concern);
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
    m_shown.insert(about, concern);
    Q_EMIT dataChanged(index(to), index(to));
}

/// Those that become due at another time are taken out of the order, new ones put behind it, and then all are put in
/// order by a single change of the layout.
void AttentionListModel::updateAtOnce(const QSet<Subject> &about)
{
    remove(about);
    QList<Concern> added;
    QList<std::pair<int, Concern>> replaced;
    for (const auto &one : about) {
        const auto concern = m_source.all().constFind(one);
        if (concern == m_source.all().cend())
            continue;
        if (const auto known = m_shown.constFind(one); known == m_shown.cend())
            added.append(*concern);
        else if (*known != *concern)
            replaced.append({rowOf(*known), *concern});
    }
    QSet<int> moved;
    for (const auto &[row, concern] : std::as_const(replaced)) {
        if (concern.dueAt != m_concerns.at(row).dueAt)
            moved.insert(row);
    }
    for (const auto &[row, concern] : std::as_const(replaced)) {
        m_concerns[row] = concern;
        m_shown.insert(concern.about(), concern);
        m_dirty.insert(concern.about());
    }
    const auto known = m_concerns.size();
    std::ranges::sort(added, isBefore);
    append(added);
    if (!moved.isEmpty() || (known > 0 && !added.isEmpty() && isBefore(added.constFirst(), m_concerns.at(known - 1))))
        sortIn(known, moved);
}

/// Behind all others, whatever their order.
void AttentionListModel::append(const QList<Concern> &added)
{
    if (added.isEmpty())
        return;
    const auto first = static_cast<int>(m_concerns.size());
    beginInsertRows({}, first, first + static_cast<int>(added.size()) - 1);
    for (const auto &concern : added)
        m_shown.insert(concern.about(), concern);
    m_concerns += added;
    endInsertRows();
}

/// The first \a known rows are in order but for those of \a moved; the others come after them in an order of their own.
void AttentionListModel::sortIn(qsizetype known, const QSet<int> &moved)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const auto before = persistentIndexList();
    QList<Subject> about;
    for (const auto &old : before)
        about.append(m_concerns.at(old.row()).about());

    QList<Concern> inOrder;
    QList<Concern> others = m_concerns.sliced(known);
    inOrder.reserve(m_concerns.size());
    for (int row = 0; row < known; ++row)
        (moved.contains(row) ? others : inOrder).append(m_concerns.at(row));
    std::ranges::sort(others, isBefore);
    const auto middle = inOrder.size();
    inOrder += others;
    std::ranges::inplace_merge(inOrder, inOrder.begin() + middle, isBefore);
    m_concerns = std::move(inOrder);

    QModelIndexList after;
    for (const auto &one : std::as_const(about))
        after.append(index(rowOf(m_shown.value(one))));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

int AttentionListModel::rowOf(const Concern &concern) const
{
    return static_cast<int>(std::ranges::lower_bound(m_concerns, concern, isBefore) - m_concerns.begin());
}

QModelIndex AttentionListModel::indexOf(const QString &key) const
{
    const auto colon = key.indexOf(u':');
    const auto word = QStringView(key).first(std::max<qsizetype>(colon, 0));
    auto kind = Subject::Kind::Route;
    if (word == u"stop")
        kind = Subject::Kind::Stop;
    else if (word == u"case")
        kind = Subject::Kind::Exception;
    const auto known = m_shown.constFind({.kind = kind, .id = key.sliced(colon + 1)});
    return known == m_shown.cend() ? QModelIndex() : index(rowOf(*known));
}

QModelIndex AttentionListModel::indexOf(const Selection &selection) const
{
    const auto *concern = m_source.chosen(selection);
    return concern == nullptr ? QModelIndex() : indexOf(concern->key());
}

const Exception *AttentionListModel::exceptionAt(int row) const
{
    // While there are no cases at all, as in most of a load, their names need not be made up.
    return m_fleet.exceptions().isEmpty() ? nullptr
                                          : m_fleet.exceptions().find(causeOf(m_concerns.at(row), m_fleet).id);
}

DriverId AttentionListModel::driverOf(int row) const
{
    const auto *route = m_fleet.routes().find(m_concerns.at(row).route);
    return route == nullptr ? DriverId() : route->driver;
}

DepotId AttentionListModel::depotOf(int row) const
{
    const auto &concern = m_concerns.at(row);
    if (const auto *stop = m_fleet.stops().find(concern.stop); stop != nullptr)
        return stop->depot;
    if (const auto *route = m_fleet.routes().find(concern.route); route != nullptr)
        return route->depot;
    const auto *exception = m_fleet.exceptions().find(concern.exception);
    return exception == nullptr ? DepotId() : exception->depot;
}

const Concern *AttentionListModel::wholeAt(int row) const
{
    return m_fleet.exceptions().isEmpty() ? nullptr : wholeOf(m_concerns.at(row), m_source, m_fleet);
}

int AttentionListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_concerns.size());
}

} // namespace Doorstep

#include "moc_attentionlistmodel.cpp"
