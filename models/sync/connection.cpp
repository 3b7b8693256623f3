// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/connection.h"

#include "models/store/fleet.h"
#include "models/store/history.h"
#include "models/store/insertions.h"
#include "models/store/overlay.h"
#include "models/store/presence.h"
#include "models/store/serverclock.h"
#include "models/sync/threadtime.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep {

Connection::Connection(Fleet &fleet, ServerClock &clock, const SyncOptions &options, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_clock(clock)
    , m_engine(new SyncEngine(options))
    , m_budget(options.timings.budget)
{
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &Connection::applyAWhile);
    m_thread.setObjectName(u"sync"_s);
    m_engine->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_engine, &QObject::deleteLater);
    listen();
    m_thread.start();
}

Connection::~Connection()
{
    m_engine->disconnect(this);
    QMetaObject::invokeMethod(m_engine, &SyncEngine::stop, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait(); // the engine went with it
}

void Connection::listen()
{
    connect(m_engine, &SyncEngine::batchReady, this, &Connection::take);
    connect(m_engine, &SyncEngine::emptied, this, [this] {
        dropWaiting();
        if (m_overlay != nullptr)
            m_overlay->clear();
        else
            m_fleet.clear();
    });
    connect(m_engine, &SyncEngine::whoTold, this, [this](const Wire::WhoFrame &who) {
        QList<Presence::Person> people;
        for (const auto &person : who.people)
            people.append(
                {.user = person.user, .name = person.name, .looking = person.looking, .editing = person.editing});
        if (m_presence != nullptr)
            m_presence->set(people);
    });
    m_hereSoon.setSingleShot(true);
    m_hereSoon.setInterval(250ms);
    connect(&m_hereSoon, &QTimer::timeout, this,
            [this] { ask([here = m_here](SyncEngine &engine) { engine.setHere(here); }); });
    connect(m_engine, &SyncEngine::clockTold, this,
            [this](const QDateTime &now, double rate) { m_clock.set(now, rate); });
    connect(m_engine, &SyncEngine::statusChanged, this, [this](const ConnectionStatus &status) {
        if (status.asked != m_asked)
            return; // on its way while somebody signed in or out: not about that
        m_status = status;
        if (status.state == ConnectionStatus::State::NeedsSignIn)
            m_token.clear();
        Q_EMIT statusChanged();
    });
    connect(m_engine, &SyncEngine::freshnessChanged, this, [this](const Freshness &freshness) {
        m_freshness = freshness;
        Q_EMIT freshnessChanged();
    });
    connect(m_engine, &SyncEngine::signedIn, this, [this](const Wire::Session &session) {
        if (m_status.asked != m_asked)
            return; // who was here before
        m_user = session.user;
        m_token = session.token;
        Q_EMIT userChanged();
    });
    connect(m_engine, &SyncEngine::cacheLoaded, this, [this] {
        m_isLoaded = true;
        Q_EMIT loaded();
    });
    connect(m_engine, &SyncEngine::certificateQuestioned, this, &Connection::certificateQuestioned);
    connect(m_engine, &SyncEngine::cacheMovedAside, this, &Connection::cacheMovedAside);
}

template <typename Call>
void Connection::ask(Call call)
{
    QMetaObject::invokeMethod(
        m_engine, [engine = m_engine, call = std::move(call)] { call(*engine); }, Qt::QueuedConnection);
}

void Connection::take(const Batch &batch)
{
    m_waiting.push_back(batch);
    if (!m_turn.isActive())
        m_turn.start();
}

void Connection::applyAWhile()
{
    const auto began = threadTime();
    auto now = began;
    auto last = now - began;
    // Another one only when it would fit like the one before.
    while (!m_waiting.empty() && now - began + last <= m_budget) {
        auto batch = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (m_overlay != nullptr)
            m_overlay->apply(std::move(batch));
        else
            m_fleet.apply(std::move(batch));
        last = threadTime() - now;
        now += last;
        const auto spent = std::chrono::duration_cast<std::chrono::microseconds>(last);
        ask([spent](SyncEngine &engine) { engine.batchApplied(spent); });
    }
    m_longestApply = std::max(m_longestApply, std::chrono::duration_cast<std::chrono::microseconds>(now - began));
    if (m_waiting.empty())
        m_turn.stop();
}

void Connection::dropWaiting()
{
    for (; !m_waiting.empty(); m_waiting.pop_front())
        ask([](SyncEngine &engine) { engine.batchApplied({}); });
    m_turn.stop();
}

void Connection::start()
{
    ask([](SyncEngine &engine) { engine.start(); });
}

void Connection::useToken(const QString &token)
{
    ask([token](SyncEngine &engine) { engine.useToken(token); });
}

void Connection::signIn(const QString &user, const QString &password)
{
    ++m_asked;
    ask([user, password](SyncEngine &engine) { engine.signIn(user, password); });
}

void Connection::signOut()
{
    ++m_asked;
    m_user.reset();
    m_token.clear();
    ask([](SyncEngine &engine) { engine.signOut(); });
    Q_EMIT userChanged();
}

void Connection::setView(double west, double south, double east, double north)
{
    ask([view = Wire::ViewFrame{.west = west, .south = south, .east = east, .north = north}](SyncEngine &engine) {
        engine.setView(view);
    });
}

void Connection::setPresence(Presence *presence)
{
    m_presence = presence;
}

void Connection::setHistory(History *history)
{
    connect(history, &History::wanted, this, [this](const FeedId &feed, const Subject &about, qint64 before) {
        ask([=](SyncEngine &engine) { engine.askHistory(feed, about, before); });
    });
    connect(m_engine, &SyncEngine::historyTold, history,
            [history](const Subject &about, qint64 before, const Result<Wire::AuditPage> &page) {
                if (page)
                    history->take(about, before, page->entries, page->more);
                else
                    history->fail(about, page.error());
            });
}

void Connection::setInsertions(Insertions *insertions)
{
    connect(insertions, &Insertions::wanted, this,
            [this](const StopId &stop) { ask([=](SyncEngine &engine) { engine.askInsertions(stop); }); });
    connect(m_engine, &SyncEngine::insertionsTold, insertions,
            [insertions](const StopId &stop, const Result<Wire::InsertionsAnswer> &answer) {
                if (answer)
                    insertions->take(stop, answer->computedAt, answer->insertions, answer->offered);
                else
                    insertions->fail(stop, answer.error());
            });
}

void Connection::setHere(const QList<Subject> &looking, const QList<Subject> &editing)
{
    const Wire::HereFrame here{.looking = looking, .editing = editing};
    if (here == m_here)
        return;
    m_here = here;
    if (!m_hereSoon.isActive())
        m_hereSoon.start();
}

void Connection::retryNow()
{
    ask([](SyncEngine &engine) { engine.retryNow(); });
}

} // namespace Doorstep

#include "moc_connection.cpp"
