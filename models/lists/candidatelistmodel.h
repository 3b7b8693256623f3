// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/placehit.h"
#include "models/store/clinicorder.h"
#include "models/store/visitplace.h"

#include <QAbstractListModel>
#include <QTimeZone>

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
    DoorHistory history; ///< Of Found: who was delivered to at that door.
    bool isExchanged = false; ///< Of Found: the written number with two digits exchanged.

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
        CustomerRole, ///< QString: who the stop is for.
        TimeZoneRole, ///< QTimeZone: the depot's; invalid where that is not known.
    };
    Q_ENUM(Role)

    /// What candidates are measured from; any may be invalid. And who the stop is for.
    struct Surroundings
    {
        QString customer;
        QGeoCoordinate depot;
        QGeoCoordinate previous;
        QGeoCoordinate next;
        QTimeZone timeZone; ///< Of the depot: days begin there.

        bool operator==(const Surroundings &) const = default;
    };

    using QAbstractListModel::QAbstractListModel;

    /// Begins anew, with nothing.
    void clear(const Surroundings &surroundings);
    void setRemembered(const QGeoCoordinate &place); ///< Invalid: nothing is.
    /// In this order; a row that somebody has chosen by hand stays where it is with \a keepsOrder, and so do the
    /// others.
    void setFound(const QList<WeighedHit> &hits, bool keepsOrder = false);
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
