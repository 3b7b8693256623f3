// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/serverprofiles.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr qsizetype fingerprintSize = 32;

bool isUsable(const QUrl &server)
{
    return server.isValid() && !server.host().isEmpty()
        && (server.scheme() == "https"_L1 || server.scheme() == "http"_L1);
}

/// However somebody typed it: what waits in an outbox must not depend on a slash.
QUrl asUsual(const QUrl &server)
{
    auto usual = server.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment
                                 | QUrl::NormalizePathSegments | QUrl::StripTrailingSlash);
    if (usual.path() == "/"_L1)
        usual.setPath({});
    if (usual.port() == (usual.scheme() == "https"_L1 ? 443 : 80))
        usual.setPort(-1);
    return usual;
}

} // namespace

QString ServerProfile::key() const
{
    return server.toString() + u'|' + user;
}

ServerProfiles ServerProfiles::from(QSettings &settings)
{
    ServerProfiles profiles;
    const int count = settings.beginReadArray("servers"_L1);
    for (int i = 0; i < std::min(count, static_cast<int>(most)); ++i) {
        settings.setArrayIndex(i);
        ServerProfile profile{.server = settings.value("url"_L1).toUrl(),
                              .user = settings.value("user"_L1).toString(),
                              .fingerprint = QByteArray::fromHex(settings.value("certificate"_L1).toByteArray())};
        if (profile.fingerprint.size() != fingerprintSize)
            profile.fingerprint.clear();
        if (isUsable(profile.server))
            profiles.m_profiles.append(profile);
    }
    settings.endArray();
    return profiles;
}

void ServerProfiles::saveTo(QSettings &settings) const
{
    settings.remove("servers"_L1);
    settings.beginWriteArray("servers"_L1, static_cast<int>(m_profiles.size()));
    for (int i = 0; i < m_profiles.size(); ++i) {
        settings.setArrayIndex(i);
        const auto &profile = m_profiles.at(i);
        settings.setValue("url"_L1, profile.server);
        settings.setValue("user"_L1, profile.user);
        settings.setValue("certificate"_L1, profile.fingerprint.toHex());
    }
    settings.endArray();
}

std::optional<ServerProfile> ServerProfiles::last() const
{
    return m_profiles.isEmpty() ? std::nullopt : std::optional(m_profiles.constFirst());
}

ServerProfile ServerProfiles::profileOf(const QUrl &server, const QString &user) const
{
    const auto usual = asUsual(server);
    ServerProfile found{.server = usual, .user = user, .fingerprint = {}};
    for (const auto &profile : m_profiles) {
        if (asUsual(profile.server) != usual)
            continue;
        if (profile.user == user)
            found.server = profile.server; // as it was spelled when their folder was made
        if (!profile.fingerprint.isEmpty())
            found.fingerprint = profile.fingerprint;
    }
    return found;
}

void ServerProfiles::use(const ServerProfile &profile)
{
    remove(profile);
    for (auto &other : m_profiles) {
        if (other.server == profile.server)
            other.fingerprint = profile.fingerprint;
    }
    m_profiles.prepend(profile);
    if (m_profiles.size() > most)
        m_profiles.resize(most);
}

void ServerProfiles::remove(const ServerProfile &profile)
{
    m_profiles.removeIf([&profile](const ServerProfile &one) { return one.key() == profile.key(); });
}

} // namespace Doorstep
