// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"

#include <QByteArray>
#include <QObject>

namespace Doorstep {

/// A place in a feed's change log. `seq` counts changes from 1 without gaps; `epoch` changes when the log was restored,
/// forked or cut, and then a cursor of the old epoch means nothing.
struct Cursor
{
    quint64 epoch = 0;
    qint64 seq = 0;

    bool operator==(const Cursor &) const = default;
};

/// Everything the two programs share, as it is stored and sent: the body stays JSON until somebody needs the value, so
/// that kinds and fields this program does not know survive it untouched.
struct Document
{
    QString kind; ///< "stop", "route", …: the words of models/wire/kinds.h.
    QString id;
    qint64 version = 0; ///< The `seq` of the change that last wrote it; also its ETag.
    bool deleted = false;
    QByteArray body; ///< One compact JSON object; empty when deleted.

    bool operator==(const Document &) const = default;
};

/// One entry of a feed's change log: the document as it was after it. `version` is the entry's `seq`.
using Change = Document;

} // namespace Doorstep
