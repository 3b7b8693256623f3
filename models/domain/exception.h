// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/subject.h"

#include <QDateTime>

namespace Doorstep {

/// A case that needs a person. Its id says what it is about and why, so that whoever notices it first makes the same
/// one: "late-STOP".
struct Exception
{
    Q_GADGET
public:
    enum class Status : quint8 { Open, Closed };
    Q_ENUM(Status)

    ExceptionId id;
    DepotId depot;
    QString kind; ///< A word: "late", "missed", "silent", …
    Subject about;
    Status status = Status::Open;
    UserId owner; ///< Invalid while nobody has taken it.
    QDateTime snoozedUntil; ///< Invalid or past: it wants attention. UTC.
    QString resolution; ///< How it was closed.

    bool operator==(const Exception &) const = default;
};

} // namespace Doorstep
