// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"
#include "models/domain/subject.h"
#include "widgets/parts/depottime.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace Doorstep {

class Clock;
class NoteListModel;

/// What colleagues wrote down about the selected thing, and a field to write more. What was begun to be written stays
/// with the thing it is about.
class NotesPage : public QWidget
{
    Q_OBJECT
public:
    /// Both must outlive the page.
    NotesPage(NoteListModel &notes, const Clock &clock, QWidget *parent = nullptr);

    void setDepotTime(const DepotTime &time);
    /// Who is at the desk: they may remove what they wrote.
    void setPerson(const UserId &person);
    void setAbout(const Subject &about);
    /// Puts the cursor where one writes.
    void write();
    /// \a text could not be kept: it is written again where it came from.
    void giveBack(const Subject &about, const QString &text);

Q_SIGNALS:
    void noteRequested(const Doorstep::Subject &about, const QString &text);
    void removeRequested(const Doorstep::NoteId &note);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void rebuild();
    void check();
    void add();
    [[nodiscard]] QWidget *row(int row);

    NoteListModel &m_notes;
    const Clock &m_clock;
    DepotTime m_time;
    UserId m_person;
    Subject m_about;
    QHash<Subject, QString> m_drafts;
    QVBoxLayout *m_rows;
    QLabel *m_empty;
    QPlainTextEdit *m_text;
    QLabel *m_problem;
    QPushButton *m_add;
};

} // namespace Doorstep
