// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/verbs/effects.h"
#include "models/verbs/scene.h"

namespace Doorstep {

struct RemoveNote;

/// Writes a note about something. Notes only ever add up, so there is no conflict.
///
/// Who: everybody at a desk. Inverse: RemoveNote.
struct AddNote
{
    static constexpr QLatin1StringView word{"add_note"};

    NoteId note; ///< Made by the author's program.
    DepotId depot;
    Subject about;
    QString text; ///< 1 to 2,000 characters.

    [[nodiscard]] Decision on(const Scene &scene, const Actor &actor) const;
    [[nodiscard]] RemoveNote inverse(const Scene &before, const Actor &actor) const;
    void name(Cast &cast) const { cast.notes.append(note); }

    bool operator==(const AddNote &) const = default;
};

/// Takes a note of one's own back.
///
/// Who: its author. Inverse: AddNote.
struct RemoveNote
{
    static constexpr QLatin1StringView word{"remove_note"};

    NoteId note;

    [[nodiscard]] Decision on(const Scene &scene, const Actor &actor) const;
    [[nodiscard]] AddNote inverse(const Scene &before, const Actor &actor) const;
    void name(Cast &cast) const { cast.notes.append(note); }

    bool operator==(const RemoveNote &) const = default;
};

} // namespace Doorstep
