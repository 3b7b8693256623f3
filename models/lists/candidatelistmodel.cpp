// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/lists/candidatelistmodel.h"

#include <algorithm>

namespace Doorstep {

void CandidateListModel::clear(const Surroundings &surroundings)
{
    beginResetModel();
    m_surroundings = surroundings;
    m_candidates.clear();
    endResetModel();
}

void CandidateListModel::setRemembered(const QGeoCoordinate &place)
{
    replace(Candidate::Source::Remembered,
            place.isValid() ? QList<Candidate>{{.source = Candidate::Source::Remembered, .hit = {.where = place}}}
                            : QList<Candidate>());
}

void CandidateListModel::setFound(const QList<WeighedHit> &hits, bool keepsOrder)
{
    QList<Candidate> found;
    for (const auto &one : hits)
        found.append({.source = Candidate::Source::Found,
                      .hit = one.hit,
                      .history = one.history,
                      .isExchanged = one.isExchanged});
    if (keepsOrder) {
        const auto before = [&](const Candidate &candidate) {
            const auto same = std::ranges::find_if(m_candidates, [&](const Candidate &other) {
                return other.source == Candidate::Source::Found && other.hit.where == candidate.hit.where
                    && other.hit.line() == candidate.hit.line();
            });
            return same - m_candidates.begin();
        };
        std::ranges::stable_sort(found, {}, before);
    }
    replace(Candidate::Source::Found, found);
}

void CandidateListModel::setVisited(const std::optional<VisitPlace> &place)
{
    replace(
        Candidate::Source::Visited,
        place
            ? QList<Candidate>{{.source = Candidate::Source::Visited, .hit = {.where = place->where}, .visits = *place}}
            : QList<Candidate>());
}

void CandidateListModel::setPinned(const QGeoCoordinate &place)
{
    replace(Candidate::Source::Pinned,
            place.isValid() ? QList<Candidate>{{.source = Candidate::Source::Pinned, .hit = {.where = place}}}
                            : QList<Candidate>());
}

void CandidateListModel::setNearPin(const PlaceHit &hit)
{
    const int row = rowOf(Candidate::Source::Pinned);
    if (row < 0)
        return;
    const auto where = m_candidates[row].hit.where; // what is near is not where the pin is
    m_candidates[row].hit = hit;
    m_candidates[row].hit.where = where;
    Q_EMIT dataChanged(index(row), index(row));
}

int CandidateListModel::rowOf(Candidate::Source source) const
{
    const auto found = std::ranges::find(m_candidates, source, &Candidate::source);
    return found == m_candidates.end() ? -1 : static_cast<int>(found - m_candidates.begin());
}

// Rows that stay are changed in place, so that a choice among them stays too.
void CandidateListModel::replace(Candidate::Source source, const QList<Candidate> &with)
{
    const auto range = std::ranges::equal_range(m_candidates, source, {}, &Candidate::source);
    const auto first = static_cast<int>(range.begin() - m_candidates.begin());
    const auto before = static_cast<int>(range.size());
    const auto after = static_cast<int>(with.size());
    const int kept = std::min(before, after);
    for (int i = 0; i < kept; ++i)
        m_candidates[first + i] = with.at(i);
    if (before > after) {
        beginRemoveRows({}, first + after, first + before - 1);
        m_candidates.remove(first + after, before - after);
        endRemoveRows();
    } else if (after > before) {
        beginInsertRows({}, first + before, first + after - 1);
        for (int i = before; i < after; ++i)
            m_candidates.insert(first + i, with.at(i));
        endInsertRows();
    }
    // Numbers and distances of all may be others now.
    if (!m_candidates.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int CandidateListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_candidates.size());
}

QVariant CandidateListModel::metersTo(const QGeoCoordinate &from, int row) const
{
    return from.isValid() ? QVariant(from.distanceTo(m_candidates.at(row).hit.where)) : QVariant();
}

QVariant CandidateListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto &candidate = m_candidates.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return candidate.hit.line();
    case CandidateRole:
        return QVariant::fromValue(candidate);
    case NumberRole:
        return index.row() + 1;
    case CustomerRole:
        return m_surroundings.customer;
    case TimeZoneRole:
        return QVariant::fromValue(m_surroundings.timeZone);
    case DepotMetersRole:
        return metersTo(m_surroundings.depot, index.row());
    case PreviousMetersRole:
        return metersTo(m_surroundings.previous, index.row());
    case NextMetersRole:
        return metersTo(m_surroundings.next, index.row());
    case HouseMetersRole: {
        const int house = rowOf(Candidate::Source::Found);
        return candidate.source != Candidate::Source::Visited || house < 0
            ? QVariant()
            : metersTo(m_candidates.at(house).hit.where, index.row());
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> CandidateListModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"},
            {CandidateRole, "candidate"},
            {NumberRole, "number"},
            {DepotMetersRole, "depotMeters"},
            {PreviousMetersRole, "previousMeters"},
            {NextMetersRole, "nextMeters"},
            {HouseMetersRole, "houseMeters"},
            {CustomerRole, "customer"},
            {TimeZoneRole, "timeZone"}};
}

} // namespace Doorstep

#include "moc_candidatelistmodel.cpp"
