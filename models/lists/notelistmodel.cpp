// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/lists/notelistmodel.h"

#include "models/store/fleet.h"

#include <tuple>

namespace Doorstep {

NoteListModel::NoteListModel(const Fleet &fleet, QObject *parent)
    : QAbstractListModel(parent)
    , m_fleet(fleet)
{
    const auto mark = [this] { m_isDirty = true; };
    const TableSignals &notes = fleet.notes();
    connect(&notes, &TableSignals::inserted, this, mark);
    connect(&notes, &TableSignals::changed, this, mark);
    connect(&notes, &TableSignals::aboutToRemove, this, mark);
    connect(&notes, &TableSignals::reset, this, mark);
    connect(&fleet, &Fleet::applied, this, [this] {
        if (std::exchange(m_isDirty, false))
            update();
    });
}

void NoteListModel::setAbout(const Subject &about)
{
    if (about == m_about)
        return;
    beginResetModel();
    m_about = about;
    m_notes = wanted();
    endResetModel();
}

QList<Note> NoteListModel::wanted() const
{
    QList<Note> notes;
    for (const auto &note : m_fleet.notes()) {
        if (!m_about.id.isEmpty() && note.about == m_about)
            notes.append(note);
    }
    std::ranges::sort(notes, {}, [](const Note &note) { return std::tuple(note.at, note.id); });
    return notes;
}

void NoteListModel::update()
{
    const auto notes = wanted();
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (!std::ranges::contains(notes, m_notes.at(row).id, &Note::id)) {
            beginRemoveRows({}, row, row);
            m_notes.removeAt(row);
            endRemoveRows();
        }
    }
    for (int row = 0; row < static_cast<int>(notes.size()); ++row) {
        const auto &note = notes.at(row);
        if (row < rowCount() && m_notes.at(row).id == note.id) {
            if (std::exchange(m_notes[row], note) != note)
                Q_EMIT dataChanged(index(row), index(row));
        } else if (std::ranges::contains(m_notes, note.id, &Note::id)) {
            beginResetModel(); // its time was changed: nobody does that
            m_notes = notes;
            endResetModel();
            return;
        } else {
            beginInsertRows({}, row, row);
            m_notes.insert(row, note);
            endInsertRows();
        }
    }
}

int NoteListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_notes.size());
}

QVariant NoteListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto &note = m_notes.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return note.text;
    case IdRole:
        return note.id.toString();
    case AuthorIdRole:
        return note.author.toString();
    case AuthorNameRole: {
        const auto *author = m_fleet.users().find(note.author);
        if (author == nullptr)
            return QString();
        return author->fullName.isEmpty() ? author->name : author->fullName;
    }
    case AtRole:
        return note.at;
    default:
        return {};
    }
}

QHash<int, QByteArray> NoteListModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"},
            {IdRole, "id"},
            {AuthorIdRole, "authorId"},
            {AuthorNameRole, "authorName"},
            {AtRole, "at"}};
}

} // namespace Doorstep

#include "moc_notelistmodel.cpp"
