// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/signing.h"

#include "models/sync/connection.h"
#include "widgets/parts/words.h"
#include "widgets/shell/lockpage.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/signinpage.h"
#include "widgets/shell/trustdialog.h"

#include <QCoreApplication>
#include <QSettings>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep {
namespace {

constexpr std::chrono::minutes usualLock = 15min;

} // namespace

Signing::Signing(QSettings &settings, TokenVault &vault, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_vault(vault)
    , m_profiles(ServerProfiles::from(settings))
    , m_idle(*QCoreApplication::instance())
{
    connect(&m_idle, &IdleWatch::idled, this, &Signing::lock);
    connect(&vault, &TokenVault::lastingChanged, this, [this] {
        if (m_window)
            m_window->signInPage().setForgetful(!m_vault.isLasting());
        if (!m_vault.isLasting() && m_connection && m_connection->user())
            Q_EMIT notRemembered();
    });
    const auto minutes = settings.value("lockAfter"_L1, static_cast<qint64>(usualLock.count())).toInt();
    m_idle.setLimit(std::chrono::minutes(std::clamp(minutes, 0, 24 * 60)));
}

void Signing::showIn(MainWindow &window)
{
    m_window = &window;
    auto &page = window.signInPage();
    QStringList servers;
    for (const auto &profile : m_profiles.all())
        servers.append(profile.server.toString());
    servers.removeDuplicates();
    page.setKnownServers(servers);
    page.setServer(m_profile.server);
    page.setUser(m_profile.user);
    page.setForgetful(!m_vault.isLasting());
    connect(&page, &SignInPage::signInRequested, this, &Signing::signIn);
    connect(&window.lockPage(), &LockPage::unlockRequested, this, &Signing::unlock);
    connect(&window.lockPage(), &LockPage::signOutRequested, this, &Signing::signOut);
    connect(&window, &MainWindow::signOutRequested, this, &Signing::signOut);
    connect(&window, &MainWindow::lockRequested, this, &Signing::lock);
    connect(&window, &MainWindow::lockAfterRequested, this, &Signing::lockAfter);
    window.setLockAfter(std::chrono::duration_cast<std::chrono::minutes>(m_idle.limit()));
    if (m_isLocked)
        window.showLocked();
}

const ServerProfile &Signing::choose(const QUrl &server, const QString &user)
{
    m_profile = m_profiles.last().value_or(ServerProfile());
    if (server.isValid() && server != m_profile.server)
        m_profile = m_profiles.profileOf(server, user);
    else if (!user.isEmpty() && user != m_profile.user)
        m_profile = m_profiles.profileOf(m_profile.server, user);
    return m_profile;
}

void Signing::begin(const QUrl &server, const QString &user)
{
    choose(server, user);
    if (m_window) {
        m_window->signInPage().setServer(m_profile.server);
        m_window->signInPage().setUser(m_profile.user);
    }
    if (!m_profile.server.isValid())
        return;
    m_isTokenDue = true;
    Q_EMIT connectRequested(m_profile, true);
}

void Signing::findToken()
{
    if (!std::exchange(m_isTokenDue, false))
        return;
    m_vault.read(m_profile.key(), this, [this, asked = m_profile](const QString &token) {
        if (asked == m_profile && !m_isSigningIn)
            Q_EMIT tokenFound(token);
    });
}

void Signing::follow(Connection &connection)
{
    if (m_connection)
        m_connection->disconnect(this);
    m_connection = &connection;
    connect(&connection, &Connection::statusChanged, this, &Signing::takeStatus);
    connect(&connection, &Connection::userChanged, this, &Signing::takeStatus);
    connect(&connection, &Connection::loaded, this, &Signing::findToken);
    connect(&connection, &Connection::certificateQuestioned, this, &Signing::question);
}

void Signing::signIn(const QUrl &server, const QString &user, const QString &password)
{
    m_isSigningIn = true;
    m_password = password;
    const auto profile = m_profiles.profileOf(server, user);
    if (!m_connection || profile != m_profile) {
        m_profile = profile;
        m_isTokenDue = false;
        Q_EMIT connectRequested(m_profile, false);
    }
    Q_EMIT passwordGiven(user, password);
}

void Signing::takeStatus()
{
    if (!m_connection)
        return;
    const auto &status = m_connection->status();
    using State = ConnectionStatus::State;
    if (status.state == State::Live && !m_connection->token().isEmpty())
        open();
    if (status.state == State::NeedsSignIn && status.lastError.kind == Error::Kind::Unauthorised && !m_isSigningIn)
        m_vault.forget(m_profile.key());
    const bool hasFailed =
        m_isSigningIn && !m_isAsking && (status.state == State::NeedsSignIn || status.state == State::Offline);
    if (!hasFailed)
        return;
    m_isSigningIn = false;
    m_password.clear();
    const auto text = Words::of(status.lastError.kind);
    if (m_window && m_isLocked)
        m_window->lockPage().showError(text);
    else if (m_window)
        m_window->signInPage().showError(text);
}

// The backend knows this person: what is remembered is remembered now, and not before.
void Signing::open()
{
    m_vault.write(m_profile.key(), m_connection->token());
    if (m_profiles.last() != m_profile) {
        m_profiles.use(m_profile);
        m_profiles.saveTo(m_settings);
    }
    if (!m_isSigningIn)
        return;
    m_isSigningIn = false;
    m_mark = PasswordMark(std::exchange(m_password, {}));
    if (m_window)
        m_window->signInPage().setBusy(false);
    if (m_isLocked) {
        m_isLocked = false;
        Q_EMIT unlocked();
    }
}

void Signing::signOut()
{
    m_vault.forget(m_profile.key());
    m_mark = {};
    m_password.clear();
    m_isSigningIn = false;
    m_isLocked = false;
    Q_EMIT signedOut();
}

void Signing::lock()
{
    // Nothing to hide before somebody has signed in; a person without a password of theirs known here can still unlock
    // by signing in again.
    const auto user = m_connection ? m_connection->user() : std::nullopt;
    if (m_isLocked || !user)
        return;
    m_isLocked = true;
    if (!m_window)
        return;
    m_window->lockPage().setPerson(user->fullName.isEmpty() ? user->name : user->fullName);
    m_window->showLocked();
}

void Signing::lockAfter(std::chrono::minutes limit)
{
    m_settings.setValue("lockAfter"_L1, static_cast<qint64>(limit.count()));
    m_idle.setLimit(limit);
    if (m_window)
        m_window->setLockAfter(limit);
}

void Signing::unlock(const QString &password)
{
    if (!m_mark.isSet()) {
        m_isSigningIn = true;
        m_password = password;
        Q_EMIT passwordGiven(m_profile.user, password);
        return;
    }
    if (!m_mark.matches(password)) {
        if (m_window)
            m_window->lockPage().showError(Words::of(Error::Kind::Unauthorised));
        return;
    }
    m_isLocked = false;
    Q_EMIT unlocked();
}

void Signing::question(const StrangeCertificate &certificate)
{
    if (m_isAsking || !m_window)
        return;
    m_isAsking = true;
    auto *dialog = new TrustDialog(
        {.server = m_profile.server.host(),
         .subject = certificate.subject,
         .issuer = certificate.issuer,
         .expiresAt = certificate.expiresAt,
         .fingerprint = certificate.fingerprint.isEmpty() ? QString() : fingerprintText(certificate.fingerprint),
         .problem = certificate.problem,
         .isChanged = certificate.isChanged},
        m_window);
    connect(dialog, &TrustDialog::trusted, this, [this, fingerprint = certificate.fingerprint] {
        m_profile.fingerprint = fingerprint;
        m_profiles.use(m_profile);
        m_profiles.saveTo(m_settings);
        m_isTokenDue = false;
        Q_EMIT connectRequested(m_profile, false);
        if (m_isSigningIn)
            Q_EMIT passwordGiven(m_profile.user, m_password);
    });
    connect(dialog, &QDialog::finished, this, [this] {
        m_isAsking = false;
        takeStatus();
    });
    dialog->open();
}

} // namespace Doorstep

#include "moc_signing.cpp"
