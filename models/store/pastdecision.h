// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/subject.h"

#include <QDateTime>
#include <QList>
#include <QVariant>

namespace Doorstep {

/// One entry of the audit, as a person is to read it.
struct PastDecision
{
    /// What was changed, in the types of Setback::Field.
    struct Change
    {
        QString name; ///< Its word on the wire: "phone".
        Subject of; ///< Whose: the stop, each route, the driver.
        QVariant was; ///< Invalid: the entry does not say.
        QVariant now;

        bool operator==(const Change &) const = default;
    };

    qint64 number = 0; ///< In its feed.
    QDateTime at; ///< UTC.
    UserId actor;
    QString action; ///< A verb's word, or "plan", "orders", "attempt", "user", "disable_user".
    QList<Subject> about;
    QList<Change> changes;
    QString text; ///< A note, a reason; plain.

    bool operator==(const PastDecision &) const = default;
};

} // namespace Doorstep
