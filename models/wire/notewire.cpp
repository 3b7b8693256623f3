// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/notewire.h"

#include "models/wire/reader.h"
#include "models/wire/subjectwire.h"
#include "models/wire/timewire.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {

QJsonObject toJson(const Note &note)
{
    return {{u"id"_s, note.id.toString()}, {u"depot"_s, note.depot.toString()},   {u"about"_s, toText(note.about)},
            {u"text"_s, note.text},        {u"author"_s, note.author.toString()}, {u"at"_s, timeText(note.at)}};
}

Result<Note> noteFromJson(const QJsonObject &json)
{
    Reader reader("note"_L1, json);
    Note note;
    note.id = reader.id<NoteId>("id"_L1);
    note.depot = reader.id<DepotId>("depot"_L1);
    note.about = reader.take(subjectFromText(reader.text("about"_L1)));
    note.text = reader.text("text"_L1);
    note.author = reader.id<UserId>("author"_L1);
    note.at = reader.time("at"_L1);
    return reader.finish(std::move(note));
}

} // namespace Doorstep::Wire
