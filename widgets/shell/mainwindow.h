// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/shell/arrangement.h"
#include "widgets/shell/palettemodel.h"
#include "widgets/shell/pane.h"

#include <QMainWindow>
#include <QPointer>

class QLabel;
class QMenu;
class QSettings;
class QStackedWidget;

namespace Doorstep {

class About;
class ActionList;
class Appearance;
class CommandPalette;
class KeysSheet;
class LockPage;
class Notice;
class ProgressPage;
class Rail;
class SignInPage;
class TopBar;
class Workbench;

/// The window: top bar, rail, workbench or a page instead of it, status line. Knows no pane and no model; whoever makes
/// it adds the panes and tells it the figures.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// \a actions must hold what the panes offer already; the window adds its own and makes the menus of all.
    MainWindow(ActionList &actions, Appearance &appearance, SearchFunction search, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] TopBar &topBar() const { return *m_topBar; }
    [[nodiscard]] Workbench &workbench() const { return *m_workbench; }
    [[nodiscard]] SignInPage &signInPage() const { return *m_signIn; }
    [[nodiscard]] LockPage &lockPage() const { return *m_lock; }
    [[nodiscard]] ProgressPage &progressPage() const { return *m_progress; }
    [[nodiscard]] Notice &notice() const { return *m_notice; }
    [[nodiscard]] CommandPalette &commandPalette() const { return *m_palette; }

    /// Adds a pane and its line in the Window menu.
    void addPane(const Pane &pane);
    /// Shows the work with this pane in sight, also one that the arrangement hides.
    void showPane(const QString &pane);

    void showSignIn();
    void showProgress();
    /// Hides all of the work, floating panes too, and its words in the bars.
    void showLocked();
    void showWorkbench();
    /// Whether the work is to be seen, and not a page in front of it.
    [[nodiscard]] bool isWorkShown() const;
    /// From wherever the person is, also out of the task bar.
    void comeToFront();

    /// Shows when the console locks by itself, and offers to change that; zero is never.
    void setLockAfter(std::chrono::minutes limit);

    /// Left and right text of the status line.
    void setStatus(const QString &connection, const QString &day);

    /// Geometry, arrangements and choices, in the current group of \a settings.
    void save(QSettings &settings) const;
    void restore(QSettings &settings);

Q_SIGNALS:
    void hitChosen(const Doorstep::SearchHit &hit);
    /// "en", "es": the person wants to read that. The window does not change its own words.
    void languageRequested(const QString &language);
    void signOutRequested();
    void lockRequested();
    /// The work is no longer seen, by whoever comes next: what lies over it must go, too.
    void workHidden();
    /// Lock when nobody has touched anything for \a limit; zero is never.
    void lockAfterRequested(std::chrono::minutes limit);
    void closing();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void addGoActions();
    void addViewActions();
    void addHelpActions();
    void addLockActions();
    void fillMenus();
    void uncover();
    void putAway();

    ActionList &m_actions;
    Appearance &m_appearance;
    QMenu *m_productMenu;
    QMenu *m_personMenu;
    TopBar *m_topBar;
    Rail *m_rail;
    Workbench *m_workbench;
    QStackedWidget *m_pages;
    SignInPage *m_signIn;
    LockPage *m_lock;
    ProgressPage *m_progress;
    Notice *m_notice;
    QHash<int, QAction *> m_lockAfter; ///< By minutes.
    QList<QPointer<QAction>> m_lockedActions;
    QList<QMetaObject::Connection> m_lockGuards; ///< Keep them off.
    QLabel *m_connectionStatus;
    QLabel *m_dayStatus;
    CommandPalette *m_palette = nullptr;
    KeysSheet *m_keys = nullptr;
    About *m_about = nullptr;
};

} // namespace Doorstep
