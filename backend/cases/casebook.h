// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/cases/watchers.h"

#include <QHash>

#include <functional>
#include <map>
#include <vector>

namespace Doorstep::Cases {

/// The case as it should be now; to be written only over version \c base (0: it must not exist). When somebody was
/// faster, the book sees their change and decides anew.
struct CaseBecame
{
    Exception exception;
    qint64 base = 0;
};

using Outcomes = std::vector<CaseBecame>;

/// What a case is about, and where.
struct Place
{
    Subject about;
    DepotId depot;
    RouteId route;
};

/// Opens, updates and closes cases from what watchers see: not before it lasted, not while it flaps, and never one that
/// a person has closed. A value without a clock; the same calls conclude the same.
class CaseBook
{
public:
    /// A case was committed, by this book or by a person.
    void see(const Exception &exception, qint64 version);

    /// \a trouble is what the watcher of \a kind sees at \a place now; none when all is well.
    void look(const Kind &kind, const Place &place, const std::optional<Trouble> &trouble, const QDateTime &now,
              Outcomes &outcomes);
    /// What \a about can have no trouble any more, as it is gone.
    void forget(const Subject &about, const QDateTime &now, Outcomes &outcomes);

    /// Raises to the supervisors what nobody has taken so long \a after it became too late, which the depot says; what
    /// a person lowered stays.
    void escalate(const std::function<std::chrono::seconds(const DepotId &)> &after, const QDateTime &now,
                  Outcomes &outcomes);

    /// Things that must be looked at again although nothing happens to them: something waits to last or to be over.
    [[nodiscard]] std::vector<Subject> unsettled() const;

private:
    struct Known
    {
        Exception exception;
        qint64 version = 0;
    };
    struct Watched
    {
        bool isTrouble = false;
        QDateTime since; ///< When it became or ceased to be trouble.
        QList<ExceptionId> open; ///< Cases of this kind about this thing that are not closed.
        bool isSettled = true;
    };
    using Key = std::pair<QString, QString>; ///< Kind, and what it is about as text.

    [[nodiscard]] static Key keyOf(const QString &kind, const Subject &about);
    void open(const Kind &kind, const Place &place, const Trouble &trouble, const QDateTime &now, Watched &watched,
              Outcomes &outcomes);
    void clear(const ExceptionId &id, Outcomes &outcomes);
    void conclude(Known &known, Exception after, Outcomes &outcomes);
    void noteOpen(const Exception &exception);

    QHash<ExceptionId, Known> m_cases;
    std::map<Key, Watched> m_watched; ///< Ordered, so that conclusions come in the same order each time.
    std::map<Key, Subject> m_subjects;
};

} // namespace Doorstep::Cases
