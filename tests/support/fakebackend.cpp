// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fakebackend.h"

#include "models/wire/documentwire.h"
#include "models/wire/rawjson.h"
#include "models/wire/snapshotwire.h"

#include <QTcpSocket>
#include <QUrlQuery>
#include <QWebSocket>

using namespace Qt::StringLiterals;

namespace Doorstep::Test {
namespace {

constexpr auto goodPassword = "secret"_L1;
constexpr auto goodToken = "token-1"_L1;

bool spend(int &times)
{
    if (times == 0)
        return false;
    --times;
    return true;
}

} // namespace

FakeBackend::FakeBackend(QObject *parent)
    : QObject(parent)
    , m_live(u"fake"_s, QWebSocketServer::NonSecureMode)
    , m_followed{u"organisation"_s, u"depot-aguada"_s}
{
    m_live.setSupportedSubprotocols({u"doorstep.v1"_s});
    connect(&m_server, &QTcpServer::pendingConnectionAvailable, this, &FakeBackend::accept);
    connect(&m_live, &QWebSocketServer::newConnection, this, [this] {
        while (auto *peer = m_live.nextPendingConnection())
            greet(*peer);
    });
}

FakeBackend::~FakeBackend()
{
    m_live.disconnect(this);
    vanish();
}

bool FakeBackend::listen(quint16 port)
{
    return m_server.listen(QHostAddress::LocalHost, port);
}

QUrl FakeBackend::url() const
{
    return QUrl(u"http://127.0.0.1:%1/"_s.arg(m_server.serverPort()));
}

void FakeBackend::vanish()
{
    m_server.close();
    dropSockets();
    for (auto *socket : m_server.findChildren<QTcpSocket *>())
        socket->abort();
}

void FakeBackend::accept()
{
    while (auto *socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            const auto seen = socket->peek(65'536);
            const auto end = seen.indexOf("\r\n\r\n");
            if (end < 0)
                return;
            if (seen.startsWith("GET /v1/live")) {
                socket->disconnect(this);
                socket->disconnect(socket);
                ++m_requests[u"/v1/live"_s];
                m_live.handleConnection(socket); // it reads the request itself
                Q_EMIT socket->readyRead();
                return;
            }
            const auto head = seen.first(end).toLower(); // names of headers have no case
            const auto length = head.indexOf("content-length: ");
            const auto bodySize = length < 0 ? 0 : head.sliced(length + 16).split('\r').first().toInt();
            if (seen.size() < end + 4 + bodySize)
                return;
            answer(*socket, socket->read(end + 4 + bodySize));
        });
    }
}

void FakeBackend::answer(QTcpSocket &socket, const QByteArray &head)
{
    const auto words = head.split('\r').first().split(' ');
    const auto url = QUrl::fromEncoded(words.value(1));
    ++m_requests[url.path()];
    if (url.path() == "/v1/session"_L1 && words.first() == "POST") {
        answerSession(socket, "POST", head.sliced(head.indexOf("\r\n\r\n") + 4));
        return;
    }
    if (spend(m_faults.unauthorised)
        || !head.toLower().contains("authorization: bearer " + QByteArray(goodToken.data()))) {
        replyProblem(socket, 401, u"unauthorised"_s);
        return;
    }
    if (url.path() == "/v1/session"_L1) {
        answerSession(socket, words.first(), {});
        return;
    }
    const auto parts = url.path().split(u'/'); // "", v1, feeds, F, what
    if (parts.value(2) != "feeds"_L1 || !m_followed.contains(parts.value(3)))
        replyProblem(socket, 404, u"not_found"_s);
    else if (parts.value(4) == "snapshot"_L1)
        answerSnapshot(socket, m_feeds[parts.at(3)]);
    else
        answerChanges(socket, m_feeds[parts.at(3)], url);
}

void FakeBackend::answerSession(QTcpSocket &socket, const QByteArray &method, const QByteArray &body)
{
    auto answer = session();
    if (method == "POST") {
        const auto asked = Wire::objectFromBytes(body).value_or(QJsonObject());
        if (asked.value("password"_L1).toString() != goodPassword) {
            replyProblem(socket, 401, u"bad_credentials"_s);
            return;
        }
        answer.token = goodToken;
    }
    reply(socket, 200, Wire::compact(Wire::toJson(answer)));
}

Wire::Session FakeBackend::session() const
{
    Wire::Session session;
    session.expiresAt = QDateTime::currentDateTimeUtc().addDays(1);
    session.user = {.id = UserId(u"maria"_s),
                    .name = u"maria"_s,
                    .fullName = u"María López"_s,
                    .roles = {User::Role::Dispatcher},
                    .driver = {}};
    for (const auto &feed : m_followed)
        session.feeds.append(FeedId(feed));
    return session;
}

void FakeBackend::answerSnapshot(QTcpSocket &socket, FakeFeed &feed)
{
    auto documents = feed.live();
    QByteArray body = Wire::toBytes(Cursor{.epoch = feed.epoch(), .seq = feed.head()}) + '\n';
    const auto count = documents.size();
    if (!documents.isEmpty() && spend(m_faults.snapshotsWithAMissingDocument))
        documents[0] = {.kind = u"stop"_s, .id = u"impostor"_s, .version = 1, .deleted = false, .body = "{}"};
    for (const auto &document : documents)
        body += Wire::toBytes(document) + '\n';
    const auto checksum = feed.checksum() ^ (spend(m_faults.snapshotsWithAWrongChecksum) ? 1U : 0U);
    if (!spend(m_faults.snapshotsWithoutEnd))
        body += Wire::toBytes(Wire::SnapshotEnd{.count = count, .checksum = checksum}) + '\n';
    if (spend(m_faults.cutSnapshots)) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n"
                     + body.first(body.size() / 2));
        socket.flush();
        socket.disconnectFromHost();
        return;
    }
    reply(socket, 200, body);
}

void FakeBackend::answerChanges(QTcpSocket &socket, FakeFeed &feed, const QUrl &url)
{
    const QUrlQuery query(url);
    const auto after = query.queryItemValue(u"after"_s).toLongLong();
    if (spend(m_faults.failingChanges)) {
        replyProblem(socket, 500, u"storage"_s);
    } else if (query.queryItemValue(u"epoch"_s) != Wire::epochText(feed.epoch())) {
        replyProblem(socket, 410, u"epoch_changed"_s);
    } else if (after < feed.horizon() || after > feed.head()) {
        replyProblem(socket, 410, u"cursor_expired"_s);
    } else {
        Wire::ChangesPage page{.epoch = feed.epoch(), .head = feed.head(), .run = feed.after(after, 5), .more = false};
        page.more = page.run.to < feed.head();
        if (!page.run.changes.isEmpty() && spend(m_faults.changesWithAGap)) {
            auto bytes = Wire::toBytes(page);
            bytes.replace(Wire::toBytes(page.run.changes.constFirst()) + ',', QByteArray());
            bytes.replace(Wire::toBytes(page.run.changes.constFirst()), QByteArray());
            reply(socket, 200, bytes);
            return;
        }
        reply(socket, 200, Wire::toBytes(page));
    }
}

void FakeBackend::reply(QTcpSocket &socket, int status, const QByteArray &body)
{
    socket.write("HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Type: application/json\r\nContent-Length: "
                 + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

void FakeBackend::replyProblem(QTcpSocket &socket, int status, const QString &code)
{
    reply(socket, status, Wire::compact({{u"status"_s, status}, {u"code"_s, code}, {u"title"_s, code}}));
}

void FakeBackend::greet(QWebSocket &peer)
{
    connect(&peer, &QWebSocket::textMessageReceived, this,
            [this, &peer](const QString &text) { takeText(peer, text); });
    connect(&peer, &QWebSocket::disconnected, this, [this, &peer] {
        m_peers.removeOne(&peer);
        peer.deleteLater();
    });
}

void FakeBackend::takeText(QWebSocket &peer, const QString &text)
{
    const auto frame = Wire::clientFrameFromBytes(text.toUtf8());
    if (!frame) {
        qWarning() << "the console sent" << text << frame.error().detail;
        return;
    }
    if (const auto *hello = std::get_if<Wire::HelloFrame>(&*frame))
        takeHello(peer, *hello);
    else if (const auto *ack = std::get_if<Wire::AckFrame>(&*frame))
        m_acknowledged += ack->frames;
    else
        m_view = std::get<Wire::ViewFrame>(*frame);
}

void FakeBackend::takeHello(QWebSocket &peer, const Wire::HelloFrame &hello)
{
    if (spend(m_faults.refusedSockets)) {
        peer.abort();
        return;
    }
    m_peers.append(&peer);
    Wire::WelcomeFrame welcome{.now = QDateTime::currentDateTimeUtc(), .rate = 1.0, .feeds = {}};
    for (const auto &id : m_followed) {
        const auto &feed = m_feeds[id];
        welcome.feeds.append({.id = FeedId(id), .epoch = feed.epoch(), .head = feed.head(), .checksum = {}});
    }
    sendTo(peer, welcome);
    for (const auto &asked : hello.feeds) {
        const auto &feed = m_feeds[asked.id.toString()];
        const auto cursor = asked.after.value_or(Cursor());
        if (cursor.epoch != feed.epoch())
            sendTo(peer, Wire::ResetFrame{.feed = asked.id, .code = u"epoch_changed"_s});
        else if (cursor.seq < feed.horizon() || cursor.seq > feed.head())
            sendTo(peer, Wire::ResetFrame{.feed = asked.id, .code = u"cursor_expired"_s});
        else if (cursor.seq < feed.head())
            sendTo(peer, Wire::ChangesFrame{.feed = asked.id, .run = feed.after(cursor.seq, 1'000)});
    }
    if (!m_fixes.isEmpty())
        sendTo(peer, Wire::FixesFrame{.fixes = m_fixes});
}

void FakeBackend::sendTo(QWebSocket &peer, const Wire::ServerFrame &frame) const
{
    if (!m_faults.isMute)
        peer.sendTextMessage(QString::fromUtf8(Wire::toBytes(frame)));
}

void FakeBackend::send(const Wire::ServerFrame &frame)
{
    for (auto *peer : std::as_const(m_peers))
        sendTo(*peer, frame);
}

void FakeBackend::commit(const QString &feedId, const QString &kind, const QString &id, const QByteArray &body)
{
    const auto change = m_feeds[feedId].commit(kind, id, body);
    const Wire::ChangesFrame frame{.feed = FeedId(feedId),
                                   .run = {.after = change.version - 1, .to = change.version, .changes = {change}}};
    if (spend(m_faults.skippedFrames))
        return;
    if (spend(m_faults.corruptedFrames)) {
        for (auto *peer : std::as_const(m_peers))
            peer->sendTextMessage(u"{\"t\":\"chg\",\"feed\":"_s);
        return;
    }
    if (spend(m_faults.reorderedFrames)) {
        m_heldBack.append(frame);
        return;
    }
    send(frame);
    for (const auto &late : std::exchange(m_heldBack, {}))
        send(late);
    if (spend(m_faults.duplicatedFrames))
        send(frame);
}

void FakeBackend::sendFixes(const QList<Fix> &fixes)
{
    m_fixes = fixes;
    send(Wire::FixesFrame{.fixes = fixes});
}

void FakeBackend::sendHeartbeat()
{
    Wire::HeartbeatFrame heartbeat{.now = QDateTime::currentDateTimeUtc(), .rate = 1.0, .feeds = {}};
    for (const auto &id : m_followed) {
        const auto &feed = m_feeds[id];
        heartbeat.feeds.append({.id = FeedId(id),
                                .epoch = {},
                                .head = feed.head(),
                                .checksum = feed.checksum() ^ (m_faults.tellsWrongChecksums ? 1U : 0U)});
    }
    send(heartbeat);
}

void FakeBackend::dropSockets()
{
    for (auto *peer : std::exchange(m_peers, {}))
        peer->abort();
}

} // namespace Doorstep::Test
