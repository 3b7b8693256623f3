// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/faultrelay.h"

#include <QHostAddress>

using namespace std::chrono_literals;

namespace Doorstep::Test {
namespace {

constexpr qint64 bufferSize = 65'536;
constexpr auto tick = 10ms;
const QByteArray headEnd = "\r\n\r\n";

/// Of the first request in \a bytes; -1 while it is not complete.
qsizetype requestSize(const QByteArray &bytes)
{
    const auto end = bytes.indexOf(headEnd);
    if (end < 0)
        return -1;
    const auto head = bytes.first(end + 2).toLower();
    const QByteArray key = "\r\ncontent-length:";
    const auto at = head.indexOf(key);
    const auto from = at + key.size();
    const auto length = at < 0 ? 0 : head.sliced(from, head.indexOf("\r\n", from) - from).trimmed().toLongLong();
    const auto size = end + headEnd.size() + length;
    return size <= bytes.size() ? size : -1;
}

} // namespace

quint16 FaultRelay::listen(const QUrl &url)
{
    server = url;
    m_listener = new QTcpServer(this);
    connect(m_listener, &QTcpServer::newConnection, this, &FaultRelay::accept);
    m_listener->listen(QHostAddress::LocalHost);
    return m_listener->serverPort();
}

void FaultRelay::close()
{
    qDeleteAll(findChildren<FaultLink *>());
    delete std::exchange(m_listener, nullptr);
}

void FaultRelay::accept()
{
    while (auto *client = m_listener->nextPendingConnection()) {
        if (weather.refuses) {
            client->abort();
            client->deleteLater();
        } else {
            new FaultLink(*this, client);
        }
    }
}

Strike FaultRelay::strikeFor(const QByteArray &request)
{
    seen.append(request.first(request.indexOf("\r\n")));
    for (auto one = waiting.begin(); one != waiting.end(); ++one) {
        if (!request.startsWith(one->prefix))
            continue;
        if (one->skip-- > 0)
            continue;
        const auto strike = one->strike;
        if (--one->times <= 0)
            waiting.erase(one);
        ++struck;
        return strike;
    }
    return Strike::None;
}

bool FaultRelay::cutsNow()
{
    if (piecesLeft == 0)
        return false;
    --piecesLeft;
    if (piecesLeft > 0)
        return false;
    ++struck;
    return true;
}

FaultLink::FaultLink(FaultRelay &relay, QTcpSocket *client)
    : QObject(&relay)
    , m_relay(relay)
    , m_client(*client)
    , m_up{.from = &m_client, .to = &m_server, .late = {}}
    , m_down{.from = &m_server, .to = &m_client, .late = {}}
{
    m_client.setParent(this);
    for (auto *socket : {&m_client, &m_server}) {
        socket->setReadBufferSize(bufferSize);
        connect(socket, &QTcpSocket::readyRead, this, &FaultLink::pump);
        connect(socket, &QTcpSocket::disconnected, this, &FaultLink::pump);
        connect(socket, &QTcpSocket::errorOccurred, this, &FaultLink::pump);
    }
    connect(&m_server, &QTcpSocket::connected, this, [this] {
        m_server.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        pump();
    });
    connect(&m_tick, &QTimer::timeout, this, &FaultLink::pump);
    connect(&relay, &FaultRelay::cleared, this, [this] {
        for (auto *way : {&m_up, &m_down}) {
            way->passed = 0;
            for (auto &late : way->late)
                late.due = 0;
        }
        m_clock.restart();
        pump();
    });
    connect(&relay, &FaultRelay::vanished, this, [this] { m_isVanished = true; });
    connect(&relay, &FaultRelay::cut, this, [this] {
        m_client.abort();
        m_server.abort();
    });
    m_client.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_clock.start();
    m_server.connectToHost(relay.server.host(), static_cast<quint16>(relay.server.port()));
}

FaultLink::~FaultLink()
{
    for (auto *socket : {&m_client, &m_server})
        socket->disconnect(this); // they say that they close, and what pumps is half gone by then
}

/// Whether nothing can come this way any more.
bool FaultLink::isOver(const Way &way, bool isHeld)
{
    return !isHeld && way.late.isEmpty() && way.from->bytesAvailable() == 0
        && way.from->state() == QAbstractSocket::UnconnectedState;
}

void FaultLink::end()
{
    bool isAnyOpen = false;
    for (auto *socket : {&m_client, &m_server}) {
        socket->disconnectFromHost(); // after what is still to be written
        isAnyOpen = isAnyOpen || socket->state() != QAbstractSocket::UnconnectedState;
    }
    if (!isAnyOpen)
        deleteLater();
}

void FaultLink::pump()
{
    if (m_isVanished)
        return;
    const auto &weather = m_relay.weather;
    const bool isDownHeld = weather.isDownHeld || (weather.isLiveHeld && m_isRaw);
    read(m_up, weather.isUpHeld);
    read(m_down, isDownHeld);
    write(m_up, weather.isUpHeld || m_server.state() != QAbstractSocket::ConnectedState);
    write(m_down, isDownHeld);
    const bool isLate = !m_up.late.isEmpty() || !m_down.late.isEmpty();
    const bool isSlow = weather.bytesPerSecond > 0 && (m_client.bytesAvailable() > 0 || m_server.bytesAvailable() > 0);
    if (isLate || isSlow)
        m_tick.start(tick);
    else
        m_tick.stop();
    if (isOver(m_up, weather.isUpHeld) || isOver(m_down, isDownHeld))
        end();
}

void FaultLink::read(Way &way, bool isHeld)
{
    if (isHeld)
        return;
    const auto &weather = m_relay.weather;
    auto most = way.from->bytesAvailable();
    if (weather.bytesPerSecond > 0)
        most = std::min(most, (weather.bytesPerSecond * m_clock.elapsed() / 1000) - way.passed);
    if (most <= 0)
        return;
    const auto bytes = way.from->read(most);
    way.passed += bytes.size();
    way.late.append({.due = m_clock.elapsed() + weather.delay.count(), .bytes = bytes});
}

void FaultLink::write(Way &way, bool isHeld)
{
    while (!isHeld && !way.late.isEmpty()
           && (way.late.constFirst().due <= m_clock.elapsed() || m_relay.weather.delay == 0ms)) {
        const auto bytes = way.late.takeFirst().bytes;
        if (m_relay.cutsNow()) {
            way.to->write(bytes.first(bytes.size() / 2));
            way.to->flush();
            m_client.abort();
            m_server.abort();
            return;
        }
        if (&way == &m_up)
            takeRequestBytes(bytes);
        else
            takeAnswerBytes(bytes);
    }
}

void FaultLink::takeRequestBytes(const QByteArray &bytes)
{
    if (m_isRaw) {
        m_server.write(bytes);
        return;
    }
    m_request += bytes;
    for (auto size = requestSize(m_request); size > 0; size = m_isRaw ? -1 : requestSize(m_request)) {
        const auto request = m_request.first(size);
        m_request.remove(0, size);
        forward(request);
    }
    if (m_isRaw)
        m_server.write(std::exchange(m_request, {}));
}

void FaultLink::forward(const QByteArray &request)
{
    const auto strike = m_relay.strikeFor(request);
    m_isRaw = request.first(request.indexOf(headEnd)).toLower().contains("upgrade: websocket");
    switch (strike) {
    case Strike::DropRequest:
        m_client.abort();
        return;
    case Strike::CutRequest:
        m_server.write(request.first(request.size() / 2));
        m_server.flush();
        m_client.abort();
        return;
    case Strike::Duplicate:
        duplicate(request);
        break;
    case Strike::DropAnswer:
    case Strike::CutAnswer:
        m_onAnswer = strike;
        break;
    case Strike::None:
        break;
    }
    m_server.write(request);
}

void FaultLink::takeAnswerBytes(const QByteArray &bytes)
{
    switch (m_onAnswer) {
    case Strike::DropAnswer:
        m_client.abort();
        return;
    case Strike::CutAnswer:
        m_client.write(bytes.first(bytes.size() / 2));
        end();
        return;
    default:
        m_client.write(bytes);
    }
}

void FaultLink::duplicate(const QByteArray &request)
{
    auto *twin = new QTcpSocket(&m_relay); // it may outlive the connection, as a packet does
    connect(twin, &QTcpSocket::connected, twin, [twin, request] { twin->write(request); });
    connect(twin, &QTcpSocket::readyRead, twin, &QTcpSocket::disconnectFromHost);
    connect(twin, &QTcpSocket::disconnected, twin, &QObject::deleteLater);
    connect(twin, &QTcpSocket::errorOccurred, twin, &QObject::deleteLater);
    twin->connectToHost(m_relay.server.host(), static_cast<quint16>(m_relay.server.port()));
}

} // namespace Doorstep::Test
