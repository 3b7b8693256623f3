// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/clock.h"
#include "models/store/concerns.h"

#include <QAbstractListModel>

namespace Doorstep {

struct Exception;
class Fleet;
class Presence;
class Overlay;
class Seen;
class Selection;

/// What needs a decision now, the one that becomes too late first on top; those without a time come last.
///
/// Holds still: what changed is inserted, removed and moved, or all of it in one go when it is much, so a selected card
/// stays selected. Countdowns are the view's (DueAtRole against its clock). A batch costs what it changes, not what is
/// shown.
class AttentionListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role : quint16 {
        KeyRole = Qt::UserRole, ///< QString: the same concern keeps it
        KindRole, ///< Concern::Kind
        KindWordRole, ///< QString, see kindWordOf()
        FailureRole, ///< Stop::Failure of a failed attempt, else None
        LateBySecondsRole, ///< qint64: WillMissWindow, how late it will be
        StopIdRole, ///< QString; empty for a silent driver
        RouteIdRole, ///< QString; empty for a stop that nobody drives to
        DriverIdRole, ///< QString; empty likewise
        DriverNameRole, ///< QString
        AddressRole, ///< QString: the stop's address line; of a silent driver the next stop's
        EnteredAddressRole, ///< QString: what the shop entered
        CustomerRole, ///< QString
        TrackingNumberRole, ///< QString
        PositionRole, ///< int: 1 is the first stop of its route; absent without one
        WindowFromRole, ///< QDateTime UTC; absent when open
        WindowToRole, ///< QDateTime UTC; absent when open
        AttemptsRole, ///< int
        LastSeenRole, ///< QDateTime UTC: DriverSilent
        OpenStopsRole, ///< int: DriverSilent, how many stops are left
        DueAtRole, ///< QDateTime UTC; absent when nobody can say
        NoteRole, ///< QString: what the driver wrote
        ExceptionIdRole, ///< QString: the case it is, see causeOf()
        OwnerIdRole, ///< QString: who took it; empty for nobody
        OwnerNameRole, ///< QString
        SnoozedUntilRole, ///< QDateTime UTC; absent when it was not put off
        IsClosedRole, ///< bool
        ResolutionRole, ///< QString: how it was closed
        CaseRole, ///< Exception, all of it; absent while nobody has acted on it and the backend has not seen it
        PartsRole, ///< int: how many others it says it for, see partsOf()
        LookingRole, ///< QStringList: names of others who look at it or edit it
        MarksRole, ///< StopMarks; of a silent driver whether the route waits
        IsNewRole, ///< bool: the person has not looked at it yet
    };
    Q_ENUM(Role)

    /// Both must outlive the model.
    AttentionListModel(const Fleet &fleet, const Concerns &concerns, QObject *parent = nullptr);

    /// Who else is here; must outlive the model.
    void setPresence(const Presence &presence);
    /// Tells of what waits too; \a overlay must outlive the model.
    void follow(const Overlay &overlay);
    /// What the person has looked at; must outlive the model. Nothing is new without it.
    void setSeen(const Seen &seen);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] const Fleet &fleet() const { return m_fleet; }
    [[nodiscard]] const Concern &at(int row) const { return m_concerns.at(row); }
    /// Who drives there; invalid when nobody does.
    [[nodiscard]] DriverId driverOf(int row) const;
    /// Where it belongs.
    [[nodiscard]] DepotId depotOf(int row) const;
    /// The case that \a row is; nullptr while nobody has acted on it.
    [[nodiscard]] const Exception *exceptionAt(int row) const;
    /// What is shown in place of \a row, see wholeOf(); nullptr for none.
    [[nodiscard]] const Concern *wholeAt(int row) const;
    /// Invalid when there is none.
    [[nodiscard]] QModelIndex indexOf(const QString &key) const;
    /// Which one \a selection means, see Concerns::chosen().
    [[nodiscard]] QModelIndex indexOf(const Selection &selection) const;

private:
    void followFleet();
    void mark(const Subject &about);
    void markRoute(const RouteId &route);
    void tellDirty();
    void update(const QSet<Subject> &about);
    void updateOneByOne(const QSet<Subject> &about);
    void append(const QList<Concern> &added);
    void updateAtOnce(const QSet<Subject> &about);
    void remove(const QSet<Subject> &about);
    void insertOrMove(const Subject &about, const Concern &concern);
    void sortIn(qsizetype known, const QSet<int> &moved);
    [[nodiscard]] int rowOf(const Concern &concern) const;
    [[nodiscard]] QVariant closureData(const Concern &concern, int role) const;
    [[nodiscard]] QVariant stopData(const Concern &concern, int role) const;
    [[nodiscard]] QVariant driverData(const Concern &concern, int role) const;
    [[nodiscard]] QVariant caseData(const Concern &concern, int role) const;
    [[nodiscard]] QStringList looking(const Concern &concern) const;

    const Fleet &m_fleet;
    const Overlay *m_overlay = nullptr;
    const Concerns &m_source;
    const Presence *m_presence = nullptr;
    const Seen *m_seen = nullptr;
    QList<Concern> m_concerns; ///< By due time, then ids.
    QHash<Subject, Concern> m_shown; ///< The same by what they are about.
    QSet<Subject> m_dirty; ///< Whose cards read differently since the last batch.
    bool m_areAllDirty = false;
};

} // namespace Doorstep
