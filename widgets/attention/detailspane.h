// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/subject.h"
#include "widgets/attention/facts.h"
#include "widgets/parts/depottime.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QStackedWidget;
class QVBoxLayout;

class QHBoxLayout;

namespace Doorstep {

class Chip;
class Clock;
struct Concern;
class Concerns;
class ElidedLabel;
class Fleet;
class HistoryPage;
class NextSteps;
class NextStopRow;
class NoteListModel;
class NotesPage;
class PeopleMarks;
class Presence;
class Overlay;
class Selection;
class WaysOutList;

/// Everything about what is selected: facts, notes and history, who else looks at it, and what can be done with it. An
/// editor may take its place for a while.
class DetailsPane : public QWidget
{
    Q_OBJECT
public:
    /// \a history becomes the pane's; all others must outlive it.
    DetailsPane(const Fleet &fleet, Selection &selection, const Clock &clock, NoteListModel &notes,
                HistoryPage *history, QWidget *parent = nullptr);

    enum class Page : quint8 { Facts, Notes, History };

    /// Tells what waits too; \a overlay must outlive the pane.
    void follow(const Overlay &overlay);
    void setDepotTime(const DepotTime &time);
    /// Tells of the case that the selection is, too; \a concerns must outlive the pane.
    void setConcerns(const Concerns &concerns);
    /// Who else is here; must outlive the pane.
    void setPresence(const Presence &presence);
    [[nodiscard]] NotesPage &notes() const { return *m_notesPage; }
    [[nodiscard]] HistoryPage &history() const { return *m_historyPage; }
    void showPage(Page page);
    /// What is offered at the foot.
    [[nodiscard]] NextSteps &steps() const { return *m_steps; }
    /// What can be done about the case that the selection is, above its facts.
    [[nodiscard]] WaysOutList &ways() const { return *m_ways; }
    /// Rows of stops to come, whether shown or not: for drags.
    [[nodiscard]] const QList<NextStopRow *> &nextRows() const noexcept { return m_nextRows; }
    /// What the facts, notes and history are about; no id when nothing is selected.
    [[nodiscard]] Subject about() const;
    /// Shows \a editor, which becomes the pane's, instead of everything else; nullptr shows that again.
    void showEditor(QWidget *editor);
    [[nodiscard]] const Facts &facts() const noexcept { return m_facts; }
    /// Looks at ages again.
    void tick();

Q_SIGNALS:
    /// Show this on the map.
    void placeRequested(const QGeoCoordinate &place);
    /// A menu for the selection, which is what was under the pointer.
    void contextMenuRequested(QPoint globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void addMarks(Facts &facts) const;
    void rebuild();
    void showHead();
    void showPeople();
    void showNotesCount();
    void layOut(QHBoxLayout *head);
    [[nodiscard]] QWidget *makeTabs();
    [[nodiscard]] QWidget *makeLines(QWidget *parent);
    [[nodiscard]] QWidget *makePlaceButton(const Facts::Line &line, QWidget *parent);
    [[nodiscard]] QWidget *makeNextStops();
    /// The one that the selection means; nullptr for none.
    [[nodiscard]] const Concern *concern() const;
    void showNextStops();
    void showSteps();

    const Fleet &m_fleet;
    Selection &m_selection;
    const Clock &m_clock;
    NoteListModel &m_notes;
    const Concerns *m_concerns = nullptr;
    const Presence *m_presence = nullptr;
    const Overlay *m_overlay = nullptr;
    DepotTime m_time;
    Facts m_facts;
    ElidedLabel *m_title;
    ElidedLabel *m_subtitle;
    QLabel *m_state;
    QWidget *m_body = nullptr;
    QVBoxLayout *m_bodyLayout;
    NextSteps *m_steps;
    WaysOutList *m_ways;
    QWidget *m_nextStops = nullptr;
    QLabel *m_nextHead = nullptr;
    QList<NextStopRow *> m_nextRows;
    QLabel *m_empty;
    QStackedWidget *m_whole; ///< The view, or an editor.
    QStackedWidget *m_pages;
    QList<Chip *> m_tabs; ///< By Page.
    QWidget *m_tabRow = nullptr;
    NotesPage *m_notesPage;
    HistoryPage *m_historyPage;
    PeopleMarks *m_people;
    QList<QLabel *> m_values; ///< Of m_facts.lines; they change in place while only ages do.
};

} // namespace Doorstep
