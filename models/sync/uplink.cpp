// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/uplink.h"

#include "models/sync/uplinkengine.h"

using namespace Qt::StringLiterals;

namespace Doorstep {

Uplink::Uplink(UplinkOptions options, QObject *parent)
    : QObject(parent)
    , m_engine(new UplinkEngine(std::move(options)))
{
    m_thread.setObjectName(u"uplink"_s);
    m_engine->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_engine, &QObject::deleteLater);
    listen();
    m_thread.start();
}

Uplink::~Uplink()
{
    m_engine->disconnect(this);
    QMetaObject::invokeMethod(m_engine, &UplinkEngine::stop, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait(); // the engine went with it
}

void Uplink::listen()
{
    connect(m_engine, &UplinkEngine::loaded, this, &Uplink::loaded);
    connect(m_engine, &UplinkEngine::kept, this, &Uplink::kept);
    connect(m_engine, &UplinkEngine::notKept, this, &Uplink::notKept);
    connect(m_engine, &UplinkEngine::answered, this, &Uplink::answered);
    connect(m_engine, &UplinkEngine::resent, this, &Uplink::resent);
    connect(m_engine, &UplinkEngine::cleared, this, &Uplink::cleared);
    connect(m_engine, &UplinkEngine::tokenRefused, this, &Uplink::tokenRefused);
    connect(m_engine, &UplinkEngine::rebuilt, this, &Uplink::rebuilt);
    connect(m_engine, &UplinkEngine::unusable, this, &Uplink::unusable);
    connect(m_engine, &UplinkEngine::lastPersonKnown, this, [this](const std::optional<User> &person) {
        m_lastPerson = person;
        Q_EMIT lastPersonKnown();
    });
    connect(m_engine, &UplinkEngine::countsChanged, this, [this](int waiting, int attention) {
        m_waiting = waiting;
        m_attention = attention;
        Q_EMIT countsChanged();
    });
}

template <typename Call>
void Uplink::ask(Call call)
{
    QMetaObject::invokeMethod(
        m_engine, [engine = m_engine, call = std::move(call)] { call(*engine); }, Qt::QueuedConnection);
}

void Uplink::start()
{
    ask([](UplinkEngine &engine) { engine.start(); });
}

void Uplink::setPerson(const std::optional<User> &user, const QString &token)
{
    ask([user, token](UplinkEngine &engine) { engine.setPerson(user, token); });
}

void Uplink::setConnected(bool isConnected)
{
    ask([isConnected](UplinkEngine &engine) { engine.setConnected(isConnected); });
}

void Uplink::feedReached(const FeedId &feed, quint64 epoch)
{
    ask([feed, epoch](UplinkEngine &engine) { engine.feedReached(feed, epoch); });
}

void Uplink::passed(const QList<CommandId> &commands)
{
    ask([commands](UplinkEngine &engine) { engine.passed(commands); });
}

void Uplink::submit(const QList<Submission> &commands)
{
    ask([commands](UplinkEngine &engine) { engine.submit(commands); });
}

void Uplink::clear(const CommandId &command)
{
    ask([command](UplinkEngine &engine) { engine.clear(command); });
}

} // namespace Doorstep

#include "moc_uplink.cpp"
