// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/placehit.h"
#include "models/store/visitplace.h"

#include <QAbstractListModel>

namespace Doorstep {

/// A place that an address may be at.
struct Candidate
{
    Q_GADGET
public:
    enum class Source : quint8 {
        Remembered, ///< A person said so before.
        Found, ///< By the search.
        Visited, ///< Where drivers have delivered.
        Pinned, ///< By hand, just now.
    };
    Q_ENUM(Source)

    Source source = Source::Found;
    PlaceHit hit; ///< Of one that was not found, only `where`, and what is near when that is known.
    VisitPlace visits; ///< Of Visited.

    bool operator==(const Candidate &) const = default;
};

/// The places that the address of one stop may be at, numbered from 1 as they stand: what is remembered, what was
/// found, where drivers have delivered, and the pin that was set by hand. GUI thread.
class CandidateListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role : quint16 {
        CandidateRole = Qt::UserRole, ///< Candidate
        NumberRole, ///< int, from 1
        DepotMetersRole, ///< double; invalid without a depot, and so on
        PreviousMetersRole, ///< To the stop before it on its route.
        NextMetersRole, ///< To the stop after it.
        HouseMetersRole, ///< Of Visited: to the place found first.
    };
    Q_ENUM(Role)

    /// What candidates are measured from; any may be invalid.
    struct Surroundings
    {
        QGeoCoordinate depot;
        QGeoCoordinate previous;
        QGeoCoordinate next;

        bool operator==(const Surroundings &) const = default;
    };

    using QAbstractListModel::QAbstractListModel;

    /// Begins anew, with nothing.
    void clear(const Surroundings &surroundings);
    void setRemembered(const QGeoCoordinate &place); ///< Invalid: nothing is.
    void setFound(const QList<PlaceHit> &hits);
    void setVisited(const std::optional<VisitPlace> &place);
    void setPinned(const QGeoCoordinate &place); ///< Invalid: no pin.
    void setNearPin(const PlaceHit &hit); ///< What is there, as far as it is known.

    [[nodiscard]] const Candidate &at(int row) const { return m_candidates.at(row); }
    [[nodiscard]] const QList<Candidate> &candidates() const noexcept { return m_candidates; }
    /// -1 when there is none.
    [[nodiscard]] int rowOf(Candidate::Source source) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    void replace(Candidate::Source source, const QList<Candidate> &with);
    [[nodiscard]] QVariant metersTo(const QGeoCoordinate &from, int row) const;

    Surroundings m_surroundings;
    QList<Candidate> m_candidates; ///< In the order of Source.
};

} // namespace Doorstep
