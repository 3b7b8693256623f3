// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/lists/setbacklistmodel.h"
#include "widgets/conflicts/valuewords.h"
#include "widgets/shell/sheet.h"

#include <QHash>

class QLabel;
class QPushButton;

namespace Doorstep {

class CardList;
class Clock;
class SetbackView;

/// The decisions that were not taken: on the left all of them, on the right the chosen one with mine beside theirs and
/// what can be done about it. A row leaves only when the person has dealt with it.
///
/// J/K or the arrows move, M keeps mine, T takes theirs, E edits, R tries again, Delete clears.
class ConflictTray : public Sheet
{
    Q_OBJECT
public:
    /// All must outlive the tray.
    ConflictTray(QWidget *host, SetbackListModel &setbacks, const Fleet &fleet, const Clock &clock);

    void setDepotTime(const DepotTime &time);
    /// Opens with \a setback chosen, or the first.
    void openAt(const CommandId &setback = {});
    /// Who did what stands now, as an answer to authorRequested().
    void setAuthor(const CommandId &setback, const UserId &author, const QDateTime &at);

Q_SIGNALS:
    void keepMineRequested(const Doorstep::CommandId &setback);
    void takeTheirsRequested(const Doorstep::CommandId &setback);
    void editRequested(const Doorstep::CommandId &setback);
    void tryAgainRequested(const Doorstep::CommandId &setback);
    void clearRequested(const Doorstep::CommandId &setback);
    /// Shows what it is about.
    void subjectRequested(const Doorstep::Subject &subject);
    /// The tray shows \a setback and does not know who was first.
    void authorRequested(const Doorstep::CommandId &setback);

protected:
    [[nodiscard]] QRect cardGeometry(QSize area) const override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();
    QPushButton *addButton(const QString &text, const QString &hint, void (ConflictTray::*wish)(const CommandId &));
    void showCurrent();
    void showCount();
    bool takeKey(int key);
    [[nodiscard]] const Setback *current() const;
    [[nodiscard]] QString theirs(const Setback &setback) const;

    struct Author
    {
        UserId user;
        QDateTime at;
    };

    SetbackListModel &m_setbacks;
    const Clock &m_clock;
    ValueWords m_words;
    QLabel *m_title;
    CardList *m_list;
    SetbackView *m_view;
    QWidget *m_buttons;
    QPushButton *m_mine;
    QPushButton *m_theirs;
    QPushButton *m_edit;
    QPushButton *m_again;
    QPushButton *m_clear;
    QHash<CommandId, Author> m_authors;
};

} // namespace Doorstep
