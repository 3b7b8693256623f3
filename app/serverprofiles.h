// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <optional>

class QSettings;

namespace Doorstep {

/// A backend that somebody has signed in to on this machine, and as whom.
struct ServerProfile
{
    QUrl server;
    QString user;
    QByteArray fingerprint; ///< SHA-256 of the certificate that the person trusts; empty: what the system trusts.

    /// What its token is called in a keychain, and its folder on disk is made of.
    [[nodiscard]] QString key() const;

    bool operator==(const ServerProfile &) const = default;
};

/// The profiles of this machine, the last used first. No secrets: those are in the keychain.
class ServerProfiles
{
public:
    static constexpr qsizetype most = 20;

    /// Entries of \a settings that make no sense are left out.
    [[nodiscard]] static ServerProfiles from(QSettings &settings);
    void saveTo(QSettings &settings) const;

    [[nodiscard]] const QList<ServerProfile> &all() const noexcept { return m_profiles; }
    [[nodiscard]] std::optional<ServerProfile> last() const;
    /// The profile of \a server and \a user; what is known about the server (its fingerprint) when the person is new.
    [[nodiscard]] ServerProfile profileOf(const QUrl &server, const QString &user) const;
    /// Puts \a profile first; the server's other people get the same fingerprint.
    void use(const ServerProfile &profile);
    void remove(const ServerProfile &profile);

private:
    QList<ServerProfile> m_profiles;
};

} // namespace Doorstep
