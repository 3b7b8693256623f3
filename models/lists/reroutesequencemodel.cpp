// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/lists/reroutesequencemodel.h"

#include "models/lists/keyedrows.h"
#include "models/store/fleet.h"

#include <QMimeData>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

const QString stopMime = u"application/x-doorstep-sequence"_s;

} // namespace

RerouteSequenceModel::RerouteSequenceModel(const Fleet &fleet, QObject *parent)
    : QAbstractListModel(parent)
    , m_fleet(fleet)
{
}

void RerouteSequenceModel::show(const ProposalDraft &draft, const RouteId &route)
{
    if (route != m_route) { // another list altogether
        beginResetModel();
        m_route = route;
        m_rows = rowsOf(draft, route);
        endResetModel();
        return;
    }
    become(rowsOf(draft, route));
}

void RerouteSequenceModel::clear()
{
    beginResetModel();
    m_route = {};
    m_rows.clear();
    endResetModel();
}

void RerouteSequenceModel::become(const QList<Row> &wanted)
{
    becomeRows(m_rows, wanted, [](const Row &row) { return row.stop; },
               {.aboutToRemove = [this](int row) { beginRemoveRows({}, row, row); },
                .removed = [this] { endRemoveRows(); },
                .aboutToInsert = [this](int row) { beginInsertRows({}, row, row); },
                .inserted = [this] { endInsertRows(); },
                .aboutToMove = [this](int from, int to) { beginMoveRows({}, from, from, {}, to); },
                .moved = [this] { endMoveRows(); },
                .changed = [this](int row) { Q_EMIT dataChanged(index(row), index(row)); }});
}

/// When \a row is reached, and what is then left of its window.
void RerouteSequenceModel::reckon(Row &row, const Proposal &proposal, const RouteId &route) const
{
    const auto line = std::ranges::find(proposal.lines, route, &Proposal::Line::route);
    if (line == proposal.lines.end())
        return;
    const auto visit = std::ranges::find(line->after, row.stop, &Proposal::Visit::stop);
    const auto *stop = m_fleet.stops().find(row.stop);
    if (visit == line->after.end() || stop == nullptr)
        return;
    row.arrival = visit->arrival;
    if (stop->window.to.isValid() && visit->arrival.isValid())
        row.spare = std::chrono::seconds(visit->arrival.secsTo(stop->window.to));
}

QList<RerouteSequenceModel::Row> RerouteSequenceModel::rowsOf(const ProposalDraft &draft, const RouteId &route) const
{
    const auto changes = changesOf(draft.shown());
    const auto hasMoved = [&changes](const StopId &stop) {
        const auto change = std::ranges::find(changes, stop, &ProposalChange::stop);
        return change != changes.end() && change->places != 0;
    };
    const auto order = draft.orderOf(route);
    const auto fixed = draft.fixedPlaces(route);
    QList<Row> rows;
    rows.reserve(order.size());
    for (qsizetype i = 0; i < order.size(); ++i) {
        const auto *stop = m_fleet.stops().find(order[i]);
        if (stop == nullptr || !stop->isOpen())
            continue;
        const auto kept = hasMoved(stop->id) ? Fate::Moved : Fate::Same;
        Row row{.stop = stop->id,
                .number = static_cast<int>(i + 1),
                .fate = stop->route == route ? kept : Fate::New,
                .other = stop->route == route ? RouteId() : stop->route,
                .stays = i < fixed};
        if (!draft.isUnchecked())
            reckon(row, draft.shown(), route);
        rows.append(row);
    }
    const auto isGone = [&](const ProposalChange &change) {
        return change.from == route && change.to != route && !order.contains(change.stop);
    };
    for (const auto &change : changes | std::views::filter(isGone))
        rows.append({.stop = change.stop, .fate = Fate::Gone, .other = change.to, .stays = true});
    return rows;
}

int RerouteSequenceModel::rowOf(const StopId &stop) const
{
    const auto found = std::ranges::find(m_rows, stop, &Row::stop);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int RerouteSequenceModel::firstFree() const
{
    const auto free = std::ranges::find(m_rows, false, &Row::stays);
    return free == m_rows.end() ? -1 : static_cast<int>(free - m_rows.begin());
}

int RerouteSequenceModel::end() const
{
    return static_cast<int>(std::ranges::find(m_rows, Fate::Gone, &Row::fate) - m_rows.begin());
}

bool RerouteSequenceModel::requestMove(int row, int to)
{
    const int first = firstFree();
    const bool isNowhere = to == row || to == row + 1;
    if (first < 0 || row < first || row >= end() || to < first || to > end() || isNowhere || m_rows[row].stays)
        return false;
    // Numbers count the done ones as well.
    const qsizetype position = to < end() ? m_rows[to].number - 1 : m_rows[end() - 1].number;
    Q_EMIT moveRequested(m_rows[row].stop, to > row ? position - 1 : position);
    return true;
}

int RerouteSequenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant RerouteSequenceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: {
        const auto *stop = m_fleet.stops().find(row.stop);
        return stop == nullptr ? QString() : stop->address.line();
    }
    case StopIdRole:
        return row.stop.toString();
    case NumberRole:
        return row.number;
    case ArrivalRole:
        return row.arrival;
    case SpareSecondsRole:
        return row.spare ? QVariant(static_cast<qint64>(row.spare->count())) : QVariant();
    case FateRole:
        return QVariant::fromValue(row.fate);
    case OtherDriverRole: {
        const auto *route = m_fleet.routes().find(row.other);
        const auto *driver = route == nullptr ? nullptr : m_fleet.driverOf(*route);
        return driver == nullptr ? QString() : driver->name;
    }
    case StaysRole:
        return row.stays;
    default:
        return {};
    }
}

Qt::ItemFlags RerouteSequenceModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled; // between rows, not onto them
    const auto flags = QAbstractListModel::flags(index);
    return m_rows.at(index.row()).stays ? flags : flags | Qt::ItemIsDragEnabled;
}

QStringList RerouteSequenceModel::mimeTypes() const
{
    return {stopMime};
}

QMimeData *RerouteSequenceModel::mimeData(const QModelIndexList &indexes) const
{
    auto *data = new QMimeData;
    if (!indexes.isEmpty())
        data->setData(stopMime, stopAt(indexes.constFirst().row()).toString().toUtf8());
    return data;
}

bool RerouteSequenceModel::canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                           const QModelIndex &parent) const
{
    return QAbstractListModel::canDropMimeData(data, action, row, column, parent) && !parent.isValid()
        && rowOf(StopId(QString::fromUtf8(data->data(stopMime)))) >= 0;
}

bool RerouteSequenceModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                        const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    requestMove(rowOf(StopId(QString::fromUtf8(data->data(stopMime)))), row < 0 ? end() : row);
    return false; // nothing has moved yet: the list follows the draft
}

QHash<int, QByteArray> RerouteSequenceModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"},
            {StopIdRole, "stopId"},
            {NumberRole, "number"},
            {ArrivalRole, "arrival"},
            {SpareSecondsRole, "spareSeconds"},
            {FateRole, "fate"},
            {OtherDriverRole, "otherDriver"},
            {StaysRole, "stays"}};
}

} // namespace Doorstep

#include "moc_reroutesequencemodel.cpp"
