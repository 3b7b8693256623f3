// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QKeyEvent;

namespace Doorstep {

class AttentionFilterModel;
class CardList;
class Clock;
class Notice;
class PanelHeader;
class QueueButton;
class Selection;

/// What needs a decision, the one that becomes too late first on top. Choosing a card selects its stop or route.
class AttentionPane : public QWidget
{
    Q_OBJECT
public:
    /// All must outlive the pane.
    AttentionPane(AttentionFilterModel &concerns, Selection &selection, const Clock &clock, QWidget *parent = nullptr);

    [[nodiscard]] PanelHeader *header() const { return m_header; }
    [[nodiscard]] CardList *list() const { return m_list; }
    [[nodiscard]] QueueButton *chooser() const { return m_chooser; }

    /// Selects the first card and gives the list the focus.
    void begin();
    /// Selects what \a key (AttentionListModel::KeyRole) names, also where the filter hides its card.
    void showCase(const QString &key);
    /// Shows only those of the kind that \a word names, whatever was shown before.
    void showKind(const QString &word);
    /// Looks at the clocks again.
    void tick();
    /// The person has decided about the current card: should it go, the next one follows.
    void goOn();
    /// How many decisions of the person were not taken: a line above the cards says so.
    void setSetbacks(int count);

Q_SIGNALS:
    /// A double click: show it on the map.
    void activated();
    /// Enter: do what is best about it.
    void bestRequested();
    void contextMenuRequested(QPoint globalPosition);
    /// A on a card, which elsewhere assigns stops: take it, or let it go.
    void takeRequested();
    /// The line above the cards: show what was not taken.
    void setbacksRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool takeKey(QKeyEvent &event);
    void choose(const QModelIndex &index);
    void showAll();
    void showCount();
    void showView();
    void showSelection();

    AttentionFilterModel &m_concerns;
    Selection &m_selection;
    PanelHeader *m_header;
    QueueButton *m_chooser;
    Notice *m_setbacks;
    Notice *m_shown; ///< Which cards these are, unless they are all.
    CardList *m_list;
    QString m_goOnKey; ///< Of the card about which the person has just decided.
    int m_goOnFrom = -1; ///< The row that it had, when it has gone.
};

} // namespace Doorstep
