// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/document.h"
#include "models/verbs/verb.h"

#include <QDateTime>
#include <QList>

namespace Doorstep {

/// A verb on its way to the backend. Applied at most once, whatever happens to the network, the console or the backend.
struct Command
{
    CommandId id; ///< Made by the console; the same for every try.
    qint64 sequence = 0; ///< Counts the commands of a device from 1 without gaps; given when it is first sent.
    FeedId feed; ///< The one feed that it changes.
    Verb verb;
    QDateTime at; ///< When it was decided, by the console's clock; UTC.

    bool operator==(const Command &) const = default;
};

/// What became of a command. Final: a command is never decided twice.
struct Verdict
{
    enum class Kind : quint8 { Applied, Conflict, Rejected };

    CommandId command;
    Kind kind = Kind::Applied;
    bool again = false; ///< It was decided before; this is the same answer.

    // Applied: the feed shows it from `to` on. `from` > `to`: all was so already, and nothing changed.
    quint64 epoch = 0;
    qint64 from = 0;
    qint64 to = 0;

    // Conflict and Rejected.
    QString code; ///< A word of docs/commands.md.
    QString detail; ///< English, for the log.
    QString field; ///< Which one is disputed; may be empty.
    QList<Document> current; ///< Conflict: the things it named, as they are.

    bool operator==(const Verdict &) const = default;
};

} // namespace Doorstep
