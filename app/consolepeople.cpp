// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
// Console's other half: who is here, and what is theirs.
#include "app/console.h"
#include "app/places.h"
#include "app/serverlink.h"
#include "app/unsent.h"
#include "app/workplace.h"
#include "widgets/parts/notice.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/signinpage.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace Doorstep {

// Everybody finds the window as they left it.
void Console::seat(const QString &user)
{
    if (user == m_user)
        return;
    keepArrangement();
    m_user = user;
    m_settings->beginGroup(personGroup());
    if (m_workplace && !m_settings->allKeys().isEmpty())
        m_workplace->restore(*m_settings);
    m_settings->endGroup();
}

void Console::listenToSigning()
{
    connect(m_signing.get(), &Signing::connectRequested, this,
            [this](const ServerProfile &profile, bool isTokenAwaited) {
                seat(profile.user);
                connectTo(profile, isTokenAwaited, cachePathOf(profile));
                m_link->start();
            });
    connect(m_signing.get(), &Signing::tokenFound, this, [this](const QString &token) { m_link->useToken(token); });
    connect(m_signing.get(), &Signing::passwordGiven, this, [this](const QString &user, const QString &password) {
        seat(user);
        m_link->connection().signIn(user, password);
    });
    connect(m_signing.get(), &Signing::notRemembered, this, [this] {
        m_workplace->window().notice().tell(
            Notice::Tone::Risk,
            tr("The keychain of this machine cannot be used, so Doorstep forgets you when it is closed."), tr("Close"));
    });
    connect(m_signing.get(), &Signing::signedOut, this, &Console::signOut);
    connect(m_signing.get(), &Signing::unlocked, this, [this] { m_workplace->window().showWorkbench(); });
}

void Console::signOut()
{
    const int waiting = m_link ? m_link->signOut() : 0;
    m_hasShownData = false;
    m_isGreeted = false;
    auto &window = m_workplace->window();
    window.notice().hide(); // it was for who was here
    window.showSignIn();
    Unsent::note(*m_settings, m_signing->profile(), waiting);
    if (waiting > 0)
        window.signInPage().tell(
            tr("%n decision(s) of yours could not be sent yet. They are kept on this machine, and are sent when you "
               "sign in again.",
               nullptr, waiting));
}

// Whoever is here is the author of what waits in their outbox; others' work waits for its authors.
void Console::greet()
{
    Unsent::note(*m_settings, m_signing->profile(), 0);
    if (const auto unsent = Unsent::ofOthers(*m_settings, m_signing->profile()); unsent.decisions > 0)
        m_workplace->window().notice().tell(Notice::Tone::Neutral, textOf(unsent), tr("Close"));
}

QString Console::textOf(const Unsent &unsent)
{
    return tr("%n decision(s) of %1 could not be sent yet. They are kept on this machine, and are sent when their "
              "author signs in here again.",
              nullptr, unsent.decisions)
        .arg(unsent.people.join(u", "_s));
}

void Console::showPerson()
{
    if (!m_link || !m_workplace)
        return;
    const auto &user = m_link->connection().user();
    if (!user)
        return;
    const auto name = user->fullName.isEmpty() ? user->name : user->fullName;
    m_workplace->window().topBar().setPerson(name, Driver{.name = name}.initials());
    if (const auto &token = m_link->connection().token(); !token.isEmpty() && !isLoopback(m_server))
        m_workplace->setTiles(tilesOf(m_server, token), tileCacheDirectory(m_demo.get()));
}

QString Console::personGroup() const
{
    return u"person/"_s + (m_user.isEmpty() ? u"nobody"_s : QString::fromLatin1(m_user.toUtf8().toPercentEncoding()));
}

QString Console::cachePathOf(const ServerProfile &profile)
{
    const auto key = QCryptographicHash::hash(profile.key().toUtf8(), QCryptographicHash::Sha1);
    return u"%1/%2/cache.db"_s.arg(dataDirectory(), QString::fromLatin1(key.toHex().first(16)));
}

} // namespace Doorstep
