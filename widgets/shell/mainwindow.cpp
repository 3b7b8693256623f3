// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/shell/mainwindow.h"

#include "widgets/parts/appearance.h"
#include "widgets/parts/fonts.h"
#include "widgets/parts/notice.h"
#include "widgets/shell/about.h"
#include "widgets/shell/actionlist.h"
#include "widgets/shell/commandpalette.h"
#include "widgets/shell/keyssheet.h"
#include "widgets/shell/lockpage.h"
#include "widgets/shell/progresspage.h"
#include "widgets/shell/rail.h"
#include "widgets/shell/sheet.h"
#include "widgets/shell/signinpage.h"
#include "widgets/shell/topbar.h"
#include "widgets/shell/workbench.h"

#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Doorstep {

MainWindow::MainWindow(ActionList &actions, Appearance &appearance, SearchFunction search, QWidget *parent)
    : QMainWindow(parent)
    , m_actions(actions)
    , m_appearance(appearance)
    , m_productMenu(new QMenu(this))
    , m_personMenu(new QMenu(this))
    , m_topBar(new TopBar(*m_productMenu, *m_personMenu, this))
    , m_rail(new Rail(this))
    , m_workbench(new Workbench(this))
    , m_pages(new QStackedWidget(this))
    , m_signIn(new SignInPage(this))
    , m_lock(new LockPage(this))
    , m_progress(new ProgressPage(this))
    , m_notice(new Notice(this))
    , m_connectionStatus(new QLabel(this))
    , m_dayStatus(new QLabel(this))
{
    setWindowTitle(u"Doorstep"_s);
    setContextMenuPolicy(Qt::NoContextMenu);
    for (QWidget *page : {static_cast<QWidget *>(m_workbench), static_cast<QWidget *>(m_signIn),
                          static_cast<QWidget *>(m_lock), static_cast<QWidget *>(m_progress)})
        m_pages->addWidget(page);

    auto *central = new QWidget(this);
    auto *rows = new QVBoxLayout(central);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_topBar);
    rows->addWidget(m_notice);
    auto *work = new QHBoxLayout;
    work->setSpacing(0);
    work->addWidget(m_rail);
    work->addWidget(m_pages, 1);
    rows->addLayout(work, 1);
    setCentralWidget(central);

    const auto small = scaled(font(), 0.87);
    for (auto *label : {m_connectionStatus, m_dayStatus}) {
        label->setFont(small);
        label->setTextFormat(Qt::PlainText);
        label->setContentsMargins(10, 0, 10, 0);
    }
    statusBar()->addWidget(m_connectionStatus);
    statusBar()->addPermanentWidget(m_dayStatus);
    statusBar()->setSizeGripEnabled(false);

    addGoActions();
    addViewActions();
    addLockActions();
    addHelpActions();

    m_palette = new CommandPalette(this, actions, std::move(search));
    m_about = new About(this);
    connect(m_topBar, &TopBar::searchRequested, m_palette, &CommandPalette::openPalette);
    connect(m_palette, &CommandPalette::hitChosen, this, &MainWindow::hitChosen);
    connect(m_rail, &Rail::arrangementRequested, m_workbench, &Workbench::showArrangement);
    connect(m_workbench, &Workbench::arrangementChanged, m_rail, &Rail::setCurrent);
}

MainWindow::~MainWindow() = default;

void MainWindow::addPane(const Pane &pane)
{
    m_workbench->addPane(pane);
    auto *toggle = m_actions.add(u"pane."_s + pane.name, ActionList::Menu::Window,
                                 tr("Show %1", "%1 is the name of a pane").arg(pane.title));
    auto *dock = m_workbench->dock(pane.name);
    toggle->setCheckable(true);
    connect(toggle, &QAction::triggered, dock, &QWidget::setVisible);
    connect(dock, &QDockWidget::visibilityChanged, toggle, [dock, toggle] { toggle->setChecked(!dock->isHidden()); });
    auto *floating = m_actions.add(u"float."_s + pane.name, ActionList::Menu::Window,
                                   tr("Float %1", "%1 is the name of a pane").arg(pane.title));
    connect(floating, &QAction::triggered, this, [this, name = pane.name] { m_workbench->toggleFloating(name); });
}

void MainWindow::addGoActions()
{
    using Menu = ActionList::Menu;
    connect(m_actions.add(u"go.search"_s, Menu::Go, tr("&Search and commands…"), QKeySequence(Qt::CTRL | Qt::Key_K),
                          u"search"_s),
            &QAction::triggered, this, [this] { m_palette->openPalette(); });
    m_actions.addSeparator(Menu::Go);
    int key = Qt::Key_1;
    for (const auto arrangement : arrangements) {
        auto *action = m_actions.add(u"go."_s + wordOf(arrangement), Menu::Go, titleOf(arrangement),
                                     QKeySequence(Qt::CTRL | static_cast<Qt::Key>(key++)), wordOf(arrangement));
        connect(action, &QAction::triggered, this, [this, arrangement] {
            showWorkbench();
            m_workbench->showArrangement(arrangement);
        });
    }
    m_actions.addSeparator(Menu::Go);
    connect(m_actions.add(u"go.lock"_s, Menu::Go, tr("&Lock"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_L)),
            &QAction::triggered, this, &MainWindow::lockRequested);
    connect(m_actions.add(u"go.signout"_s, Menu::Go, tr("Sign &out")), &QAction::triggered, this,
            &MainWindow::signOutRequested);
    auto *quit = m_actions.add(u"go.quit"_s, Menu::Go, tr("&Quit"), QKeySequence(QKeySequence::Quit));
    quit->setMenuRole(QAction::QuitRole);
    connect(quit, &QAction::triggered, this, &QWidget::close);
}

void MainWindow::addViewActions()
{
    using Menu = ActionList::Menu;
    using Scheme = Appearance::Scheme;
    auto *schemes = new QActionGroup(this);
    const std::initializer_list<std::pair<Scheme, QAction *>> choices{
        {Scheme::System, m_actions.add(u"view.system"_s, Menu::View, tr("Colours of the &system"))},
        {Scheme::Light, m_actions.add(u"view.light"_s, Menu::View, tr("&Light"), {}, u"sun"_s)},
        {Scheme::Dark, m_actions.add(u"view.dark"_s, Menu::View, tr("&Dark"), {}, u"moon"_s)}};
    for (const auto &[scheme, action] : choices) {
        action->setCheckable(true);
        action->setChecked(m_appearance.scheme() == scheme);
        schemes->addAction(action);
        connect(action, &QAction::triggered, this, [this, scheme] { m_appearance.setScheme(scheme); });
        connect(&m_appearance, &Appearance::changed, action,
                [this, scheme, action] { action->setChecked(m_appearance.scheme() == scheme); });
    }
    m_actions.addSeparator(Menu::View);
    for (const auto &[language, name] : {std::pair{u"en"_s, u"English"_s}, std::pair{u"es"_s, u"Español"_s}})
        connect(m_actions.add(u"view."_s + language, Menu::View, name), &QAction::triggered, this,
                [this, language] { Q_EMIT languageRequested(language); });

    auto *bar = m_actions.add(u"window.menubar"_s, Menu::Window, tr("Show the &menu bar"), QKeySequence(Qt::Key_F10));
    bar->setCheckable(true);
    connect(bar, &QAction::toggled, this, [this](bool shown) { menuBar()->setVisible(shown); });
    auto *full = m_actions.add(u"window.fullscreen"_s, Menu::Window, tr("&Full screen"), QKeySequence(Qt::Key_F11));
    full->setCheckable(true);
    connect(full, &QAction::toggled, this,
            [this](bool on) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, on)); });
    connect(m_actions.add(u"window.reset"_s, Menu::Window, tr("&Reset this arrangement")), &QAction::triggered,
            m_workbench, &Workbench::resetArrangement);
    m_actions.addSeparator(Menu::Window);
}

void MainWindow::addLockActions()
{
    auto *choices = new QActionGroup(this);
    for (const int minutes : {5, 15, 30, 0}) {
        auto *action = m_actions.add(u"lock.%1"_s.arg(minutes), ActionList::Menu::Window,
                                     minutes == 0 ? tr("Ne&ver lock when idle")
                                                  : tr("Lock after %n minute(s) idle", nullptr, minutes));
        action->setCheckable(true);
        action->setVisible(false); // until somebody says what holds
        choices->addAction(action);
        m_lockAfter.insert(minutes, action);
        connect(action, &QAction::triggered, this,
                [this, minutes] { Q_EMIT lockAfterRequested(std::chrono::minutes(minutes)); });
    }
    m_actions.addSeparator(ActionList::Menu::Window);
}

void MainWindow::setLockAfter(std::chrono::minutes limit)
{
    for (const auto &[minutes, action] : m_lockAfter.asKeyValueRange()) {
        action->setVisible(true);
        action->setChecked(minutes == limit.count());
    }
}

void MainWindow::addHelpActions()
{
    using Menu = ActionList::Menu;
    connect(m_actions.add(u"help.keys"_s, Menu::Help, tr("&Keys"), QKeySequence(Qt::Key_F1), u"help"_s),
            &QAction::triggered, this, [this] {
                delete m_keys; // made anew: an action may have come since
                m_keys = new KeysSheet(this, m_actions);
                m_keys->open(m_keys->focusProxy());
            });
    auto *about = m_actions.add(u"help.about"_s, Menu::Help, tr("&About Doorstep"));
    about->setMenuRole(QAction::AboutRole);
    connect(about, &QAction::triggered, this, [this] { m_about->openAbout(); });
}

// Once, when the window is shown first: by then every pane has added its actions.
void MainWindow::fillMenus()
{
    if (!m_productMenu->isEmpty())
        return;
    m_actions.install(*menuBar(), *this);
    m_productMenu->addActions(menuBar()->actions());
    for (const auto *id : {"view.system", "view.light", "view.dark", "", "view.en", "view.es", "", "lock.5", "lock.15",
                           "lock.30", "lock.0", "", "go.lock", "go.signout"})
        if (auto *action = m_actions.find(QLatin1StringView(id)))
            m_personMenu->addAction(action);
        else
            m_personMenu->addSeparator();
#ifndef Q_OS_MACOS
    // The product's button holds the menus; F10 brings the bar. A system-wide bar is always there.
    menuBar()->setVisible(m_actions.find(u"window.menubar"_s)->isChecked());
#endif
}

void MainWindow::showPane(const QString &pane)
{
    showWorkbench();
    if (auto *dock = m_workbench->dock(pane)) {
        dock->show();
        dock->raise();
    }
}

// Sheets, menus and toasts lie over every page.
void MainWindow::putAway()
{
    while (auto *popup = QApplication::activePopupWidget()) {
        popup->close();
        if (QApplication::activePopupWidget() == popup)
            break;
    }
    for (auto *sheet : findChildren<Sheet *>())
        sheet->dismiss();
    Q_EMIT workHidden();
}

void MainWindow::showSignIn()
{
    putAway();
    uncover();
    m_pages->setCurrentWidget(m_signIn);
    m_rail->setEnabled(false);
    m_signIn->begin();
}

void MainWindow::showLocked()
{
    fillMenus();
    if (m_pages->currentWidget() == m_lock)
        return;
    putAway();
    m_pages->setCurrentWidget(m_lock);
    m_notice->hide();
    for (QWidget *bar : std::initializer_list<QWidget *>{m_topBar, m_rail, statusBar(), menuBar()})
        bar->hide();
    m_workbench->setFloatingHidden(true);
    // Keys work in the whole window: a search would show what the page hides.
    for (auto *action : m_actions.actions()) {
        if (action->isEnabled() && action->menuRole() != QAction::QuitRole) {
            action->setEnabled(false);
            m_lockedActions.append(action);
        }
        if (action->menuRole() == QAction::QuitRole)
            continue;
        // The day goes on behind the page, and enables what has something to do again.
        m_lockGuards.append(connect(action, &QAction::enabledChanged, this, [this, action](bool isEnabled) {
            if (!isEnabled)
                return;
            action->setEnabled(false);
            if (!m_lockedActions.contains(action))
                m_lockedActions.append(action);
        }));
    }
    m_lock->begin();
}

void MainWindow::uncover()
{
    fillMenus();
    if (m_pages->currentWidget() != m_lock)
        return;
    for (QWidget *bar : std::initializer_list<QWidget *>{m_topBar, m_rail, statusBar()})
        bar->show();
    m_workbench->setFloatingHidden(false);
    for (const auto &guard : std::exchange(m_lockGuards, {}))
        disconnect(guard);
    for (const auto &action : std::exchange(m_lockedActions, {})) {
        if (action)
            action->setEnabled(true);
    }
#ifndef Q_OS_MACOS
    menuBar()->setVisible(m_actions.find(u"window.menubar"_s)->isChecked());
#endif
}

void MainWindow::showProgress()
{
    uncover();
    m_pages->setCurrentWidget(m_progress);
    m_rail->setEnabled(false);
}

void MainWindow::showWorkbench()
{
    uncover();
    m_pages->setCurrentWidget(m_workbench);
    m_rail->setEnabled(true);
}

bool MainWindow::isWorkShown() const
{
    return m_pages->currentWidget() == m_workbench;
}

void MainWindow::comeToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    raise();
    activateWindow();
}

void MainWindow::setStatus(const QString &connection, const QString &day)
{
    m_connectionStatus->setText(connection);
    m_dayStatus->setText(day);
}

void MainWindow::save(QSettings &settings) const
{
    settings.setValue("geometry"_L1, saveGeometry());
    settings.setValue("arrangement"_L1, wordOf(m_workbench->arrangement()));
    settings.setValue("menuBar"_L1, m_actions.find(u"window.menubar"_s)->isChecked());
    const auto states = m_workbench->states();
    for (const auto &[arrangement, state] : states.asKeyValueRange())
        settings.setValue("arrangements/"_L1 + arrangement, state);
}

void MainWindow::restore(QSettings &settings)
{
    restoreGeometry(settings.value("geometry"_L1).toByteArray());
    m_actions.find(u"window.menubar"_s)->setChecked(settings.value("menuBar"_L1).toBool());
    Workbench::States states;
    for (const auto arrangement : arrangements)
        if (const auto state = settings.value("arrangements/"_L1 + wordOf(arrangement)).toByteArray(); !state.isEmpty())
            states.insert(wordOf(arrangement), state);
    m_workbench->setStates(states);
    m_workbench->showArrangement(
        arrangementOf(settings.value("arrangement"_L1).toString()).value_or(Arrangement::Dispatch));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    Q_EMIT closing();
    QMainWindow::closeEvent(event);
}

} // namespace Doorstep

#include "moc_mainwindow.cpp"
