// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/subject.h"

#include <QDateTime>
#include <QList>
#include <QVariant>

namespace Doorstep {

/// A decision that the backend did not take, kept until a person has dealt with it.
struct Setback
{
    Q_GADGET
public:
    enum class Kind : quint8 {
        Conflict, ///< Somebody changed the same first: mine beside theirs.
        Rejected, ///< It cannot be, or not for this person.
    };
    Q_ENUM(Kind)

    /// One thing that two people see differently.
    struct Field
    {
        QString name; ///< Its word on the wire: "phone", "window", "stops", "status", "duty", "owner", "resolution".
        Subject of; ///< Whose field: the stop, or each route of an arrangement.
        // The field's own type: QString, Address, QGeoCoordinate, TimeWindow, Stop::Method, std::chrono::seconds,
        // QList<StopId>, Stop::Status, Driver::Duty, UserId, RouteId. Invalid: unknown.
        QVariant was; ///< What the author had seen.
        QVariant mine;
        QVariant theirs;
        bool isDisputed = false; ///< Theirs is neither what was seen nor mine.

        bool operator==(const Field &) const = default;
    };

    CommandId id;
    Kind kind = Kind::Conflict;
    QString text; ///< What the person did, in their words.
    QDateTime at; ///< When they did it, UTC.
    Subject about;
    QString code; ///< Why, a word of docs/commands.md; words for people are made in widgets.
    QString field; ///< The one that the verdict names; may be empty.
    QString detail; ///< English, for the log.
    QList<Field> fields; ///< Of a conflict.
    bool canTryAgain = false; ///< keepMine() or tryAgain() would be taken as things are now.

    bool operator==(const Setback &) const = default;
};

} // namespace Doorstep
