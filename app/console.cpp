// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/console.h"

#include "app/alerting.h"
#include "app/casework.h"
#include "app/daywords.h"
#include "app/demoday.h"
#include "app/places.h"
#include "app/screenshots.h"
#include "app/serverlink.h"
#include "app/statuswords.h"
#include "app/unsent.h"
#include "app/workplace.h"
#include "widgets/parts/notice.h"
#include "widgets/parts/words.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/progresspage.h"
#include "widgets/shell/signinpage.h"
#include "widgets/shell/workbench.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QScreen>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep {

namespace {

constexpr std::chrono::milliseconds longestStart = 10min; // of a demo on a slow machine, its map compiled first

/// Whether there seems to be something in the cache at \a path: one that is new or was emptied is smaller.
bool hasDay(const QString &path)
{
    constexpr qint64 leastOfADay = qint64{128} << 10;
    return QFileInfo(path).size() >= leastOfADay;
}

} // namespace

Console::Console(QApplication &application, Options options)
    : m_application(application)
    , m_options(std::move(options))
    , m_appearance(application)
{
    if (m_options.isDemo)
        m_demo = std::make_unique<DemoDay>(demoPlace(), m_options.speed);
    openSettings();
    // The session ends: on some systems nothing of ours runs after this.
    connect(&application, &QCoreApplication::aboutToQuit, this, &Console::keepArrangement);
    connect(&application, &QGuiApplication::commitDataRequest, this, &Console::keepArrangement);
    if (!m_demo) {
        m_signing = std::make_unique<Signing>(*m_settings, m_keychain);
        listenToSigning();
    }
    m_daySoon.setSingleShot(true);
    m_daySoon.setInterval(500ms);
    connect(&m_daySoon, &QTimer::timeout, this, &Console::showDay);
    connect(&m_store.fleet, &Fleet::applied, this, [this] {
        if (!m_daySoon.isActive())
            m_daySoon.start();
    });
}

Console::~Console()
{
    m_screenshots.reset();
    closeWorkplace();
    m_link.reset(); // before the store it fills
}

// The demo's settings die with it: nothing of it meets a real profile.
std::unique_ptr<QSettings> Console::makeSettings() const
{
    return m_demo ? std::make_unique<QSettings>(m_demo->directory() + u"/console.ini"_s, QSettings::IniFormat)
                  : std::make_unique<QSettings>();
}

void Console::openSettings()
{
    m_settings = makeSettings();
    const auto scheme = m_options.scheme.value_or(
        static_cast<Appearance::Scheme>(std::clamp(m_settings->value("theme"_L1).toInt(), 0, 2)));
    m_appearance.setScheme(scheme);
    m_languages.use(m_options.language.isEmpty() ? m_settings->value("language"_L1).toString() : m_options.language);
    connect(&m_appearance, &Appearance::changed, this,
            [this] { m_settings->setValue("theme"_L1, static_cast<int>(m_appearance.scheme())); });
}

void Console::start()
{
    if (m_signing) {
        m_user = m_signing->choose(m_options.server, m_options.user).user;
        // What was there last time is shown before anybody is asked anything: it is read while the window is made.
        m_isDayExpected = hasDay(cachePathOf(m_signing->profile()));
        m_signing->begin(m_options.server, m_options.user);
    }
    openWorkplace();
    m_store.selection.clear(); // what was selected last time may not be there any more
    if (m_demo)
        startDemo();
    else
        startWork();
    planPictures(m_demo ? longestStart : std::chrono::milliseconds(m_options.after));
}

void Console::openWorkplace()
{
    m_workplace = std::make_unique<Workplace>(m_store, m_appearance);
    m_workplace->setAnnouncer(m_announcer);
    auto &window = m_workplace->window();
    // The first time; later it is as it was left.
    window.resize(m_options.size.value_or(QSize(1600, 1000).boundedTo(window.screen()->availableSize())));
    m_settings->beginGroup(personGroup());
    m_workplace->restore(*m_settings);
    m_settings->endGroup();
    if (m_demo)
        hush();
    if (m_options.size)
        window.resize(*m_options.size);
    if (m_options.arrangement)
        window.workbench().showArrangement(*m_options.arrangement);
    connectWindow(window);
    if (m_server.isValid())
        m_workplace->setTiles(tilesOf(m_server, m_link ? m_link->connection().token() : QString()),
                              tileCacheDirectory(m_demo.get()));
    m_workplace->setDesk(m_link ? &m_link->desk() : nullptr);
    m_workplace->setPlaces(m_link ? &m_link->places() : nullptr);
    m_workplace->setTrials(m_link ? &m_link->trials() : nullptr);
    m_workplace->setProposals(m_link ? &m_link->proposals() : nullptr);
    showPerson();
    showDay();
    showStatus();
    if (m_hasShownData) // in another language
        m_workplace->alerting().begin();
}

/// At ten times the speed of a day it would never be quiet.
void Console::hush()
{
    auto rules = m_workplace->alerting().rules();
    for (auto &way : rules.ways)
        way.isHeard = false;
    m_workplace->alerting().setRules(rules);
}

void Console::connectWindow(MainWindow &window)
{
    connect(&window, &MainWindow::languageRequested, this, &Console::speak, Qt::QueuedConnection);
    connect(&window, &MainWindow::closing, this, &Console::keepArrangement);
    if (m_signing)
        m_signing->showIn(window);
    else // the demo: there is nobody else to be
        connect(&window, &MainWindow::signOutRequested, &window, &QWidget::close);
    connect(&window.topBar(), &TopBar::reconnectRequested, this, [this] {
        if (m_workplace->casework().hasSetbacks())
            m_workplace->casework().showSetbacks();
        else if (m_link)
            m_link->connection().retryNow();
    });
    connect(&m_workplace->casework(), &Casework::editingChanged, this, [this](const QList<Subject> &editing) {
        if (m_link)
            m_link->setEditing(editing);
    });
    connect(&window.notice(), &Notice::actionRequested, this, [this] {
        m_workplace->window().notice().hide();
        if (m_demo)
            startDemoAgain();
        else if (std::exchange(m_isAskingToSignIn, false))
            m_workplace->window().showSignIn();
    });
    // Queued: what was clicked is replaced.
    connect(&window.progressPage(), &ProgressPage::actionRequested, this, &Console::startDemoAgain,
            Qt::QueuedConnection);
}

void Console::closeWorkplace()
{
    if (!m_workplace)
        return;
    keepArrangement();
    m_workplace.reset();
}

void Console::keepArrangement()
{
    if (!m_workplace)
        return;
    m_settings->beginGroup(personGroup());
    m_workplace->save(*m_settings);
    m_settings->endGroup();
    m_settings->sync();
}

void Console::startDemo()
{
    auto &window = m_workplace->window();
    window.showProgress();
    window.show();
    followDemo();
    m_demo->start();
}

void Console::followDemo()
{
    connect(m_demo.get(), &DemoDay::progressed, this,
            [this](const QString &what, const QString &detail, double fraction) {
                m_workplace->window().progressPage().showProgress(what, detail, fraction);
            });
    connect(m_demo.get(), &DemoDay::failed, this, &Console::tellDemoFailure);
    connect(m_demo.get(), &DemoDay::becameSilent, this, &Console::tellDemoSilence);
    connect(m_demo.get(), &DemoDay::ready, this,
            [this](const QUrl &server, const QString &user, const QString &password) {
                m_user = user;
                connectTo({.server = server, .user = user, .fingerprint = {}}, false,
                          m_demo->directory() + u"/console/cache.db"_s);
                m_link->connection().signIn(user, password);
                m_link->start();
            });
}

void Console::tellDemoFailure(const QString &sentence)
{
    qWarning("demo: %s", qPrintable(sentence));
    m_demoFailure = sentence;
    auto &window = m_workplace->window();
    if (m_hasShownData) { // the work stays in sight
        window.notice().tell(Notice::Tone::Bad,
                             tr("The demo has stopped: %1. What you see is its last state.").arg(sentence),
                             tr("Start again"));
        return;
    }
    window.progressPage().showError(tr("The demo could not start: %1").arg(sentence), tr("Try again"));
    window.showProgress();
}

void Console::tellDemoSilence()
{
    const auto seconds = static_cast<int>(DemoDay::usualPatience.count());
    m_workplace->window().progressPage().showError(
        tr("The demo's programs have been silent for %n second(s). They may still answer; a new start may be faster.",
           nullptr, seconds),
        tr("Start again"));
}

// Everything of the demo goes with its directory; the window stays.
void Console::startDemoAgain()
{
    letGo();
    m_server.clear();
    m_hasShownData = false;
    m_isCatchingUp = false;
    m_settings.reset();
    m_demo = std::make_unique<DemoDay>(demoPlace(), m_options.speed);
    m_settings = makeSettings();
    m_settings->setValue("theme"_L1, static_cast<int>(m_appearance.scheme()));
    m_settings->setValue("language"_L1, m_languages.current());
    startDemo();
}

void Console::startWork()
{
    auto &window = m_workplace->window();
    if (m_isDayExpected && m_link) {
        window.showWorkbench(); // as it will be in a moment, and no other page before
        for (const auto signal : {&Connection::loaded, &Connection::statusChanged})
            connect(&m_link->connection(), signal, this, &Console::expectNoDay);
    } else {
        window.showSignIn();
    }
    window.show();
    if (const auto unsent = Unsent::ofOthers(*m_settings, {}); unsent.decisions > 0)
        window.signInPage().tell(textOf(unsent));
}

// There was none after all, or it cannot be read.
void Console::expectNoDay()
{
    if (!std::exchange(m_isDayExpected, false) || m_hasShownData || (m_signing && m_signing->isLocked()))
        return;
    m_workplace->window().showSignIn();
}

void Console::connectTo(const ServerProfile &profile, bool isTokenAwaited, const QString &cachePath)
{
    letGo();
    m_server = profile.server;
    m_link = std::make_unique<ServerLink>(m_store,
                                          ServerLink::Options{.server = profile.server,
                                                              .cachePath = cachePath,
                                                              .token = {},
                                                              .isTokenAwaited = isTokenAwaited,
                                                              .trustedCertificate = profile.fingerprint});
    auto &connection = m_link->connection();
    if (m_signing)
        m_signing->follow(connection);
    connect(&connection, &Connection::statusChanged, this, &Console::showStatus);
    connect(&connection, &Connection::freshnessChanged, this, &Console::showStatus);
    connect(&connection, &Connection::userChanged, this, &Console::showPerson);
    connect(&connection, &Connection::loaded, this, &Console::showDay); // what the cache had, at once
    connect(m_link.get(), &ServerLink::countsChanged, this, &Console::showStatus);
    tellOutbox();
    m_hasShownData = false;
    m_isGreeted = false;
    if (!m_workplace) // the first start: it is about to be made
        return;
    m_workplace->setDesk(&m_link->desk());
    m_workplace->setPlaces(&m_link->places());
    m_workplace->setTrials(&m_link->trials());
    m_workplace->setProposals(&m_link->proposals());
    m_workplace->setTiles(tilesOf(m_server, {}), tileCacheDirectory(m_demo.get()));
}

// The window knows no desk of a server that it no longer shows.
void Console::letGo()
{
    if (m_workplace) {
        m_workplace->setDesk(nullptr);
        m_workplace->setPlaces(nullptr);
        m_workplace->setTrials(nullptr);
        m_workplace->setProposals(nullptr);
    }
    m_link.reset();
    m_store.selection.clear();
    m_store.overlay.clear();
}

void Console::tellOutbox()
{
    connect(&m_link->uplink(), &Uplink::unusable, this, [this](const Error &error) {
        qWarning("outbox: %s", qPrintable(error.detail));
        m_workplace->window().notice().tell(
            Notice::Tone::Bad,
            error.kind == Error::Kind::Refused
                ? tr("Nothing can be decided here: another or a newer Doorstep is using this person's outbox. Close "
                     "it, and start this one again.")
                : tr("Nothing can be decided here: the outbox cannot be written. Make room on the disk, and start "
                     "Doorstep again."));
    });
    connect(&m_link->uplink(), &Uplink::rebuilt, this, [this](const QString &path, int recovered) {
        m_workplace->window().notice().tell(
            Notice::Tone::Risk,
            tr("The outbox was damaged. %n decision(s) were saved from it; the damaged file is %1.", nullptr, recovered)
                .arg(QDir::toNativeSeparators(path)));
    });
}

void Console::speak(const QString &language)
{
    m_settings->setValue("language"_L1, language);
    if (language == m_languages.current())
        return;
    closeWorkplace();
    m_languages.use(language);
    QGuiApplication::setLayoutDirection(QLocale(language).textDirection());
    openWorkplace();
    m_options.size.reset();
    auto &window = m_workplace->window();
    if (m_signing && m_signing->isLocked())
        window.showLocked();
    else if (m_hasShownData)
        window.showWorkbench();
    else if (m_demo)
        window.showProgress();
    else
        window.showSignIn();
    window.show();
}

void Console::showStatus()
{
    if (!m_link || !m_workplace)
        return;
    const auto &status = m_link->connection().status();
    auto &window = m_workplace->window();
    auto connection = connectionStateOf(status, m_link->connection().freshness(), m_workplace->depotTime());
    connection.waiting = m_link->waiting();
    connection.attention = m_link->attention();
    if (m_demo)
        connection.since.clear(); // by the world's clock, which is not the demo's
    window.topBar().setConnection(connection);
    auto day = daySummary(m_store.fleet);
    if (m_demo)
        day += u"      "_s + paceOfDemo(m_store.clock.rate(), m_demo->speed());
    window.setStatus(connectionText(status, m_server, connection.waiting, connection.attention), day);
    const bool isAtSignIn = window.signInPage().isVisible(); // where nobody needs a second way to it
    if (status.state == ConnectionStatus::State::NeedsSignIn && m_hasShownData && !isAtSignIn
        && !(m_signing && m_signing->isSigningIn())) {
        m_isAskingToSignIn = true;
        window.notice().tell(Notice::Tone::Risk, tr("What you see is the last known state. Sign in to see it live."),
                             tr("Sign in"));
    } else if ((isAtSignIn || status.state == ConnectionStatus::State::Live)
               && std::exchange(m_isAskingToSignIn, false)) {
        window.notice().hide();
    }
    if (status.state == ConnectionStatus::State::Live && m_signing && !std::exchange(m_isGreeted, true))
        greet();
}

void Console::showDay()
{
    if (!m_workplace)
        return;
    const auto today = m_workplace->depotTime().local(m_store.clock.now()).date();
    m_store.fleet.setDay(dayToShow(m_store.fleet, today));
    showStatus();
    showFirstData();
    // What was most urgent in the morning of a demo is not when its day begins.
    if (std::exchange(m_isCatchingUp, isCatchingUp()) && !isCatchingUp()) {
        m_workplace->reconsiderMostUrgent();
        m_workplace->alerting().begin();
    }
}

// A demo tells its morning first, which is no news.
bool Console::isCatchingUp() const
{
    return m_demo && m_store.clock.rate() < m_demo->speed();
}

// The first data turns the waiting page into the work: what is most urgent is selected.
void Console::showFirstData()
{
    if (m_hasShownData || m_store.fleet.routes().isEmpty())
        return;
    m_hasShownData = true;
    if (!isCatchingUp())
        m_workplace->alerting().begin();
    if (m_demo)
        m_demo->stopWaiting();
    planPictures(m_options.after);
    if (!m_signing || !m_signing->isLocked())
        m_workplace->window().showWorkbench();
    if (m_options.link)
        m_workplace->show(m_options.link->kind, m_options.link->id);
    else
        m_workplace->selectMostUrgent();
    if (m_demo && m_demo->isOver()) // it ended while its first data was on the way
        tellDemoFailure(m_demoFailure);
    m_options.link.reset();
    showStatus();
}

void Console::wake(const std::optional<Link> &link)
{
    auto &window = m_workplace->window();
    window.comeToFront();
    if (link && m_hasShownData)
        m_workplace->show(link->kind, link->id);
    else if (link)
        m_options.link = link;
}

// The wait begins when there is something to see; a demo that never gets there is pictured too, for whoever looks into
// it.
void Console::planPictures(std::chrono::milliseconds wait)
{
    if (m_options.screenshots.isEmpty() && m_options.screenshot.isEmpty())
        return;
    connect(&m_pictures, &QTimer::timeout, this, &Console::takePictures, Qt::UniqueConnection);
    m_pictures.setSingleShot(true);
    m_pictures.start(wait);
}

void Console::takePictures()
{
    if (m_screenshots)
        return;
    if (!m_hasShownData)
        qWarning("screenshots: there is no data yet");
    if (!m_options.screenshot.isEmpty()) {
        QCoreApplication::exit(Screenshots::write(*m_workplace, m_options.screenshot) ? 0 : 1);
        return;
    }
    m_screenshots = std::make_unique<Screenshots>(*m_workplace, m_appearance, m_options.screenshots);
    connect(m_screenshots.get(), &Screenshots::finished, &m_application,
            [](bool allWritten) { QCoreApplication::exit(allWritten ? 0 : 1); });
    m_screenshots->begin();
}

} // namespace Doorstep

#include "moc_console.cpp"
