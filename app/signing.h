// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/idlewatch.h"
#include "app/keychain.h"
#include "app/serverprofiles.h"
#include "models/sync/servertrust.h"

#include <QPointer>

class QSettings;

namespace Doorstep {

class Connection;
class MainWindow;

/// Who is signed in where, from the first start to the lock: knows the profiles, keeps the token in the vault, asks
/// about strange certificates, hides the work while nobody is there. UI thread.
class Signing : public QObject
{
    Q_OBJECT
public:
    /// \a settings and \a vault must outlive this.
    Signing(QSettings &settings, TokenVault &vault, QObject *parent = nullptr);

    /// From now on \a window is where people sign in; an earlier one is forgotten.
    void showIn(MainWindow &window);
    /// \a server and \a user, or who was here last: whose place the window is.
    const ServerProfile &choose(const QUrl &server, const QString &user);
    /// Starts with whom choose() names: what is cached is asked for at once, and when that is there the token, for
    /// which a keychain may let everybody wait.
    void begin(const QUrl &server, const QString &user);
    /// Listens to how \a connection fares; an earlier one is forgotten.
    void follow(Connection &connection);

    [[nodiscard]] const ServerProfile &profile() const noexcept { return m_profile; }
    [[nodiscard]] bool isSigningIn() const noexcept { return m_isSigningIn; }
    [[nodiscard]] bool isLocked() const noexcept { return m_isLocked; }

    void signOut();
    void lock();
    /// Locks after so long without a touch; zero is never.
    void lockAfter(std::chrono::minutes limit);

Q_SIGNALS:
    /// Make a connection to it; when \a isTokenAwaited, tokenFound() follows.
    void connectRequested(const Doorstep::ServerProfile &profile, bool isTokenAwaited);
    void tokenFound(const QString &token); ///< From an earlier sign-in; empty when there is none.
    void passwordGiven(const QString &user, const QString &password);
    void signedOut();
    void unlocked();
    /// Who has signed in will be asked again at the next start: the vault does not keep anything.
    void notRemembered();

private:
    void signIn(const QUrl &server, const QString &user, const QString &password);
    void unlock(const QString &password);
    void open();
    void findToken();
    void takeStatus();
    void question(const StrangeCertificate &certificate);

    QSettings &m_settings;
    TokenVault &m_vault;
    ServerProfiles m_profiles;
    ServerProfile m_profile;
    IdleWatch m_idle;
    PasswordMark m_mark;
    QPointer<MainWindow> m_window;
    QPointer<Connection> m_connection;
    QString m_password; ///< Only while it is being tried.
    bool m_isSigningIn = false;
    bool m_isLocked = false;
    bool m_isTokenDue = false; ///< To be looked for when the cache is shown.
    bool m_isAsking = false; ///< About a certificate.
};

} // namespace Doorstep
