// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/note.h"

#include <QAbstractListModel>

namespace Doorstep {

class Fleet;

/// What was written down about one thing, in the order it was written.
class NoteListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role : quint16 {
        IdRole = Qt::UserRole, ///< QString
        AuthorIdRole, ///< QString
        AuthorNameRole, ///< QString; empty when nobody knows them
        AtRole, ///< QDateTime UTC
    };
    Q_ENUM(Role)

    /// \a fleet must outlive the model.
    explicit NoteListModel(const Fleet &fleet, QObject *parent = nullptr);

    [[nodiscard]] const Subject &about() const noexcept { return m_about; }
    void setAbout(const Subject &about);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole is its text, plain.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    void update();
    [[nodiscard]] QList<Note> wanted() const;

    const Fleet &m_fleet;
    Subject m_about;
    QList<Note> m_notes;
    bool m_isDirty = false;
};

} // namespace Doorstep
