// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/livesocket.h"

#include "models/sync/logging.h"

#include <QWebSocketHandshakeOptions>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep {
namespace {

constexpr quint64 largestMessage = 2'097'152; // the protocol promises 1 MiB
constexpr int framesAnAck = 64; // a quarter of the credit

QNetworkRequest liveRequest(const QUrl &server, const QString &token)
{
    auto url = server.resolved(QUrl(u"/v1/live"_s));
    url.setScheme(server.scheme() == "https"_L1 ? u"wss"_s : u"ws"_s);
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "Bearer " + token.toUtf8());
    return request;
}

} // namespace

LiveSocket::LiveSocket(const QUrl &server, const QString &token, const SyncTimings &timings, QObject *parent)
    : QObject(parent)
    , m_timings(timings)
    , m_request(liveRequest(server, token))
{
    m_socket.setMaxAllowedIncomingMessageSize(largestMessage);
    m_socket.setMaxAllowedIncomingFrameSize(largestMessage);
    connect(&m_socket, &QWebSocket::textMessageReceived, this, &LiveSocket::takeText);
    connect(&m_socket, &QWebSocket::connected, this, [this] {
        m_lastFrame.start();
        send(m_hello);
        ping();
    });
    connect(&m_socket, &QWebSocket::pong, this, [this](quint64 elapsed) {
        m_unanswered.invalidate();
        Q_EMIT latencyMeasured(std::chrono::milliseconds(elapsed));
    });
    connect(&m_socket, &QWebSocket::disconnected, this, [this] {
        const auto why = u"closed %1 %2"_s.arg(static_cast<int>(m_socket.closeCode())).arg(m_socket.closeReason());
        end({.kind = Error::Kind::Offline, .detail = why});
    });
    connect(&m_socket, &QWebSocket::errorOccurred, this, [this] {
        // A refused upgrade carries its status only in the text.
        const auto text = m_socket.errorString();
        const auto kind = text.contains(u"401") ? Error::Kind::Unauthorised : Error::Kind::Offline;
        end({.kind = kind, .detail = text});
    });
    m_watch.setInterval(timings.watch);
    connect(&m_watch, &QTimer::timeout, this, &LiveSocket::watch);
    m_ackTimer.setSingleShot(true);
    m_ackTimer.setInterval(timings.flush);
    connect(&m_ackTimer, &QTimer::timeout, this, &LiveSocket::acknowledge);
}

void LiveSocket::open(const Wire::HelloFrame &hello)
{
    m_hello = hello;
    m_lastFrame.start();
    m_lastPing.start();
    m_watch.start();
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({u"doorstep.v1"_s});
    m_socket.open(m_request, options);
}

void LiveSocket::send(const Wire::ClientFrame &frame)
{
    if (m_socket.state() == QAbstractSocket::ConnectedState)
        m_socket.sendTextMessage(QString::fromUtf8(Wire::toBytes(frame)));
}

void LiveSocket::abandon()
{
    m_isOver = true;
    m_watch.stop();
    m_ackTimer.stop();
    m_socket.abort();
}

void LiveSocket::takeText(const QString &text)
{
    m_lastFrame.start();
    m_unanswered.invalidate();
    const auto frame = Wire::serverFrameFromBytes(text.toUtf8());
    if (frame) {
        if (const auto *bye = std::get_if<Wire::ByeFrame>(&*frame); bye != nullptr)
            qCInfo(lcSync) << "the server stops, come back in" << bye->retryIn.count() << "s";
        Q_EMIT received(*frame);
    } else {
        // What it may have carried is noticed as a gap.
        qCWarning(lcSync) << "a frame that cannot be read:" << frame.error().detail;
    }
    if (++m_unacknowledged >= framesAnAck)
        acknowledge();
    else if (!m_ackTimer.isActive())
        m_ackTimer.start();
}

void LiveSocket::acknowledge()
{
    if (m_unacknowledged > 0)
        send(Wire::AckFrame{.frames = std::exchange(m_unacknowledged, 0)});
}

void LiveSocket::watch()
{
    // A peer that vanished without a word answers no ping; one that is alive may have nothing to say for long.
    const bool isDeaf = m_unanswered.isValid() && m_unanswered.durationElapsed() > m_timings.pong;
    if (isDeaf || m_lastFrame.durationElapsed() > m_timings.dead) {
        m_socket.abort();
        end({.kind = Error::Kind::Offline, .detail = u"nothing came for too long"_s});
        return;
    }
    if (m_lastPing.durationElapsed() >= m_timings.ping && m_socket.state() == QAbstractSocket::ConnectedState)
        ping();
}

void LiveSocket::ping()
{
    m_lastPing.start();
    if (!m_unanswered.isValid())
        m_unanswered.start();
    m_socket.ping();
}

void LiveSocket::end(const Error &error)
{
    if (m_isOver)
        return;
    m_isOver = true;
    m_watch.stop();
    m_ackTimer.stop();
    Q_EMIT closed(error);
}

} // namespace Doorstep

#include "moc_livesocket.cpp"
