// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/subject.h"

#include <QDateTime>

namespace Doorstep {

/// What a person at a desk wrote down about something, for the others.
struct Note
{
    NoteId id;
    DepotId depot;
    Subject about;
    QString text; ///< Plain; never shown as rich text.
    UserId author;
    QDateTime at; ///< When it was written, by the author's clock; UTC.

    bool operator==(const Note &) const = default;
};

} // namespace Doorstep
