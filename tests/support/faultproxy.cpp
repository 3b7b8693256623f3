// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/faultproxy.h"

#include "tests/support/faultrelay.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Test {
namespace {

template <typename Call>
void on(FaultRelay *relay, Call call)
{
    QMetaObject::invokeMethod(relay, call, Qt::BlockingQueuedConnection);
}

} // namespace

FaultProxy::FaultProxy(const QUrl &server)
    : m_relay(new FaultRelay)
{
    m_thread.setObjectName(u"faultproxy"_s);
    m_relay->moveToThread(&m_thread);
    m_thread.start();
    quint16 port = 0;
    on(m_relay, [&] { port = m_relay->listen(server); });
    m_url = server;
    m_url.setPort(port);
}

FaultProxy::~FaultProxy()
{
    on(m_relay, [this] { m_relay->close(); });
    m_thread.quit();
    m_thread.wait();
    delete m_relay;
}

void FaultProxy::setWeather(const Weather &weather)
{
    on(m_relay, [&] {
        m_relay->weather = weather;
        Q_EMIT m_relay->cleared();
    });
}

void FaultProxy::strike(Strike strike, const QByteArray &prefix, int times)
{
    on(m_relay, [&] { m_relay->waiting.append({.strike = strike, .prefix = prefix, .times = times}); });
}

void FaultProxy::strikeNth(Strike strike, const QByteArray &prefix, int n)
{
    on(m_relay, [&] { m_relay->waiting.append({.strike = strike, .prefix = prefix, .skip = n - 1}); });
}

void FaultProxy::cutNth(int n)
{
    on(m_relay, [&] { m_relay->piecesLeft = n; });
}

void FaultProxy::goHalfOpen()
{
    on(m_relay, [this] { Q_EMIT m_relay->vanished(); });
}

void FaultProxy::cutAll()
{
    on(m_relay, [this] { Q_EMIT m_relay->cut(); });
}

void FaultProxy::heal()
{
    on(m_relay, [this] {
        m_relay->weather = {};
        m_relay->waiting.clear();
        m_relay->piecesLeft = 0;
        Q_EMIT m_relay->cleared();
    });
}

int FaultProxy::struck()
{
    int count = 0;
    on(m_relay, [&] { count = m_relay->struck; });
    return count;
}

int FaultProxy::requests(const QByteArray &prefix)
{
    int count = 0;
    on(m_relay, [&] {
        for (const auto &line : std::as_const(m_relay->seen))
            count += line.startsWith(prefix) ? 1 : 0;
    });
    return count;
}

} // namespace Doorstep::Test
