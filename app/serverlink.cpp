// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/serverlink.h"

#include "app/livestore.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep {
namespace {

constexpr auto noticed = 1s; // a verdict usually comes sooner, and then nobody is told that it was awaited

QString outboxBeside(const QString &cachePath)
{
    return cachePath.isEmpty() ? QString() : QFileInfo(cachePath).path() + u"/outbox.db"_s;
}

LiveStore &emptied(LiveStore &store)
{
    store.selection.clear();
    store.overlay.forgetAll();
    store.overlay.clear();
    store.setbacks.clear();
    store.presence.set({});
    store.history.clear();
    store.insertions.clear();
    store.offers.clear();
    return store;
}

} // namespace

ServerLink::ServerLink(LiveStore &store, const Options &options, QObject *parent)
    : QObject(parent)
    , m_store(emptied(store))
    , m_connection(store.fleet, store.clock,
                   {.server = options.server,
                    .cachePath = options.cachePath,
                    .token = options.token,
                    .isTokenAwaited = options.isTokenAwaited,
                    .trustedCertificate = options.trustedCertificate})
    , m_uplink({.server = options.server,
                .outboxPath = outboxBeside(options.cachePath),
                .trustedCertificate = options.trustedCertificate})
    , m_desk(store.fleet, store.overlay, store.setbacks, m_uplink, store.clock)
    , m_places({.server = options.server, .trustedCertificate = options.trustedCertificate})
    , m_trials({.server = options.server, .trustedCertificate = options.trustedCertificate})
    , m_proposals({.server = options.server, .trustedCertificate = options.trustedCertificate})
    , m_token(options.token)
{
    m_connection.setOverlay(&store.overlay);
    m_connection.setPresence(&store.presence);
    m_connection.setHistory(&store.history);
    m_connection.setInsertions(&store.insertions);
    m_connection.setInsertions(&store.offers);
    m_slow.setSingleShot(true);
    m_slow.setInterval(noticed);
    listen();
}

ServerLink::~ServerLink()
{
    m_store.overlay.forgetAll();
    m_store.setbacks.clear();
    m_store.presence.set({});
}

void ServerLink::listen()
{
    connect(&m_connection, &Connection::statusChanged, this, &ServerLink::takeStatus);
    connect(&m_connection, &Connection::userChanged, this, [this] {
        if (m_connection.user()) {
            m_isSignedOut = false;
            hand(m_connection.user(), m_connection.token());
        }
    });
    connect(&m_uplink, &Uplink::lastPersonKnown, this, [this] {
        // Decides before the backend has answered, on what was shown last time.
        if (!m_connection.user() && !m_isSignedOut)
            hand(m_uplink.lastPerson(), m_token);
    });
    connect(&m_uplink, &Uplink::tokenRefused, &m_connection, &Connection::retryNow);
    connect(&m_uplink, &Uplink::countsChanged, this, &ServerLink::takeCounts);
    connect(&m_slow, &QTimer::timeout, this, [this] {
        m_isSlow = true;
        Q_EMIT countsChanged();
    });
    connect(&m_store.selection, &Selection::changed, this, &ServerLink::tellHere);
}

void ServerLink::start()
{
    m_uplink.start(); // first: what waits is laid over the first batch
    m_connection.start();
}

void ServerLink::useToken(const QString &token)
{
    m_connection.useToken(token);
    if (m_connection.user() || m_isSignedOut)
        return; // somebody was faster
    if (m_person)
        hand(m_person, token);
    m_token = token;
}

int ServerLink::signOut()
{
    const int waiting = m_person ? m_uplink.waiting() : 0;
    m_isSignedOut = true;
    m_connection.signOut();
    hand({}, {});
    m_store.selection.clear();
    m_store.overlay.forgetAll();
    m_store.setbacks.clear();
    return waiting;
}

void ServerLink::setEditing(const QList<Subject> &editing)
{
    m_editing = editing;
    tellHere();
}

void ServerLink::takeStatus()
{
    m_uplink.setConnected(m_connection.status().state == ConnectionStatus::State::Live);
    if (m_person && m_connection.user() && m_token != m_connection.token())
        hand(m_person, m_connection.token());
}

void ServerLink::takeCounts()
{
    if (m_uplink.waiting() == 0) {
        m_slow.stop();
        m_isSlow = false;
    } else if (!m_isSlow && !m_slow.isActive()) {
        m_slow.start();
    }
    Q_EMIT countsChanged();
}

void ServerLink::hand(const std::optional<User> &person, const QString &token)
{
    m_person = person;
    m_token = token;
    m_places.setToken(token);
    m_trials.setToken(token);
    m_proposals.setToken(token);
    m_desk.setPerson(person); // before the uplink, whose answer is laid over as theirs
    m_uplink.setPerson(person, token);
}

void ServerLink::tellHere()
{
    QList<Subject> looking;
    const auto &selection = m_store.selection;
    constexpr qsizetype most = 20; // more is no looking at any of them
    for (const auto &stop : selection.stops().first(std::min(most, selection.stops().size())))
        looking.append(Subject::of(stop));
    if (selection.stops().isEmpty() && selection.route().isValid())
        looking.append(Subject::of(selection.route()));
    m_connection.setHere(looking, m_editing);
}

} // namespace Doorstep

#include "moc_serverlink.cpp"
