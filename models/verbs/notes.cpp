// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/verbs/notes.h"

using namespace Qt::StringLiterals;

namespace Doorstep {

Decision AddNote::on(const Scene &scene, const Actor &actor) const
{
    if (text.trimmed().isEmpty())
        return rejected("malformed"_L1, u"a note says something"_s);
    if (const auto *before = scene.note(note)) {
        if (before->text == text && before->about == about)
            return Effects();
        return rejected("note_exists"_L1, u"there is another note of that id"_s);
    }
    return Effects{
        .notes = {{.id = note, .depot = depot, .about = about, .text = text, .author = actor.user, .at = actor.at}}};
}

RemoveNote AddNote::inverse(const Scene &, const Actor &) const
{
    return {.note = note};
}

Decision RemoveNote::on(const Scene &scene, const Actor &actor) const
{
    const auto *before = scene.note(note);
    if (before == nullptr)
        return Effects();
    if (before->author != actor.user)
        return rejected("not_yours"_L1, u"somebody else wrote this note"_s);
    return Effects{.removedNotes = {note}};
}

AddNote RemoveNote::inverse(const Scene &before, const Actor &) const
{
    const auto *written = before.note(note);
    if (written == nullptr)
        return {.note = note, .depot = {}, .about = {}, .text = {}};
    return {.note = note, .depot = written->depot, .about = written->about, .text = written->text};
}

} // namespace Doorstep
