// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/subject.h"

namespace Doorstep {

/// What became of one row of an action on many.
struct RowResult
{
    Q_GADGET
public:
    enum class State : quint8 {
        Refused, ///< Not possible here; nothing was sent.
        AlreadySo, ///< Nothing to do.
        Saving, ///< Not on disk yet.
        NotKept, ///< The disk said no; nothing was sent.
        Waiting, ///< Kept; the backend has not answered.
        Applied,
        Conflict, ///< In the conflict tray.
        Rejected, ///< In *Needs attention*.
    };
    Q_ENUM(State)

    Subject about;
    State state = State::Saving;
    QString code; ///< Why not, a word of docs/commands.md.
    QString field;

    bool operator==(const RowResult &) const = default;
};

} // namespace Doorstep
