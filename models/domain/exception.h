// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/subject.h"

#include <QDateTime>
#include <QGeoCoordinate>
#include <QList>

#include <chrono>

namespace Doorstep {

/// A case that needs a person. Its id says what it is about and why, so that whoever notices it first makes the same
/// one: exceptionIdOf().
struct Exception
{
    Q_GADGET
public:
    enum class Status : quint8 { Open, Closed };
    Q_ENUM(Status)

    /// How much is lost when nobody acts: Low is worth knowing, High breaks a promise.
    enum class Severity : quint8 { Low, Medium, High };
    Q_ENUM(Severity)

    /// Whether the supervisors are called: what a person lowered is not raised by the backend again.
    enum class Escalation : quint8 { None, Raised, Lowered };
    Q_ENUM(Escalation)

    ExceptionId id;
    DepotId depot;
    QString kind; ///< A word: "late", "missed", "silent", …
    Subject about;
    Status status = Status::Open;
    UserId owner; ///< Invalid while nobody has taken it.
    QDateTime snoozedUntil; ///< Invalid or past: it wants attention. UTC.
    QString resolution; ///< How it was closed.
    Escalation escalation = Escalation::None;
    QDateTime escalatedAt; ///< UTC; valid while it is raised, as are the next two.
    UserId escalatedBy; ///< Invalid: the backend, because nobody took it in time.
    QString escalationReason;
    ExceptionId mergedInto; ///< The case that says it for this one, too; invalid for one of its own.
    QList<UserId> followers; ///< Who wants to hear of it, without being its owner.

    // What the watcher saw. Absent in a case that a person acted on before its watcher did.
    Severity severity = Severity::Medium;
    RouteId route; ///< Where it happens; invalid for a stop that nobody drives to.
    QDateTime openedAt; ///< UTC, as are all times here.
    QDateTime dueAt; ///< When it becomes too late to act; invalid when nobody can say.
    QString detail; ///< A word of its kind: the failure of a missed delivery, "low" of an address.
    std::chrono::seconds lateBy{0}; ///< Expected after the window's end, or overdue.
    int chancePercent = 0; ///< That it goes wrong if nothing is done; 0 when it is a fact or not known.
    QGeoCoordinate where; ///< Where the driver was when it began; invalid where that says nothing.
    int awayMeters = 0; ///< From where they should have been then; 0 when it is not about that.
    bool isCleared = false; ///< Closed by its watcher because its cause went away; it may come back.

    bool operator==(const Exception &) const = default;
};

/// The id of the exception of \a kind about \a about. \a instance says which one of those that can happen to the same
/// thing: the attempt, the window that will be missed, the last that was heard.
[[nodiscard]] ExceptionId exceptionIdOf(const QString &kind, const Subject &about, const QString &instance);
/// A moment as an instance; "0" for none.
[[nodiscard]] QString instanceOf(const QDateTime &at);
/// A text as an instance.
[[nodiscard]] QString instanceOf(const QString &text);

} // namespace Doorstep
