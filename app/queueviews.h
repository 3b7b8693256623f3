// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/lists/savedviews.h"

#include <QObject>

#include <array>

class QAction;
class QMenu;

namespace Doorstep {

class ActionList;
class AttentionFilterModel;
class AttentionPane;
class MainWindow;
class NameViewSheet;
class Selection;

/// The verbs of the queue's views: only this driver's, all, and those to which the person has given names. UI thread.
class QueueViews : public QObject
{
    Q_OBJECT
public:
    /// Adds its actions to \a actions; before the window makes its menus of them. All must outlive this.
    QueueViews(AttentionFilterModel &cases, const Selection &selection, ActionList &actions, QObject *parent = nullptr);

    /// Where it happens, made after the window.
    void setPlace(MainWindow &window, AttentionPane &pane);
    /// Adds what can be done with the case of the selection.
    void fill(QMenu &menu);

    [[nodiscard]] SavedViews &saved() { return m_saved; }

Q_SIGNALS:
    /// A view was put in its place: show the queue.
    void shown();

private:
    void addActions();
    void refresh();
    void name();
    void onlyDriver();
    [[nodiscard]] DriverId driver() const;

    AttentionFilterModel &m_cases;
    const Selection &m_selection;
    ActionList &m_actions;
    SavedViews m_saved;
    QAction *m_onlyDriver = nullptr;
    QAction *m_showAll = nullptr;
    QAction *m_name = nullptr;
    QAction *m_remove = nullptr;
    std::array<QAction *, SavedViews::most> m_views{};
    AttentionPane *m_pane = nullptr;
    NameViewSheet *m_sheet = nullptr; ///< Owned by the window.
};

} // namespace Doorstep
