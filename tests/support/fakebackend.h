// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/document.h"
#include "models/domain/fix.h"
#include "models/wire/liveframes.h"
#include "models/wire/sessionwire.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QTcpServer>
#include <QUrl>
#include <QWebSocketServer>

class QTcpSocket;
class QWebSocket;

namespace Doorstep::Test {

/// One feed of a FakeBackend: its log, and the truth a replica must come to.
class FakeFeed
{
public:
    explicit FakeFeed(quint64 epoch = 1)
        : m_epoch(epoch)
    {
    }

    /// Writes a document, or deletes it with an empty body.
    Change commit(const QString &kind, const QString &id, const QByteArray &body);
    /// As after a restored backup: another history, the same documents.
    void restore(quint64 epoch);
    /// Changes up to the head are no longer told one by one.
    void forgetChanges() { m_horizon = head(); }

    [[nodiscard]] quint64 epoch() const noexcept { return m_epoch; }
    [[nodiscard]] qint64 head() const noexcept { return m_head; }
    [[nodiscard]] qint64 horizon() const noexcept { return m_horizon; }
    [[nodiscard]] Wire::ChangeRun after(qint64 seq, qint64 most) const;
    [[nodiscard]] QList<Document> live() const;
    [[nodiscard]] Wire::Checksum checksum() const;

private:
    quint64 m_epoch;
    qint64 m_head = 0;
    qint64 m_horizon = 0;
    QList<Change> m_log;
    QHash<QString, Document> m_documents;
};

/// A backend on a free port of this machine that speaks docs/protocol.md as far as a console does, and misbehaves on
/// request. The HTTP and the live socket share one port, as the real one's do.
class FakeBackend : public QObject
{
    Q_OBJECT
public:
    /// What goes wrong, and how many times more.
    struct Faults
    {
        int unauthorised = 0; ///< Requests answered 401.
        int cutSnapshots = 0; ///< Ended in the middle, connection closed.
        int snapshotsWithoutEnd = 0; ///< Ended in good order but without the last line.
        int snapshotsWithAWrongChecksum = 0;
        int snapshotsWithAMissingDocument = 0; ///< The count is right, the document is not there.
        int changesWithAGap = 0; ///< /changes leaves the first entry out.
        int failingChanges = 0; ///< /changes answers 500.
        int skippedFrames = 0; ///< chg frames that are not sent.
        int duplicatedFrames = 0; ///< chg frames sent twice.
        int corruptedFrames = 0; ///< chg frames whose bytes are no JSON.
        int reorderedFrames = 0; ///< Pairs of chg frames sent the wrong way round.
        int refusedSockets = 0; ///< Closed right after hello.
        bool isMute = false; ///< The socket stays open and nothing is sent on it.
        bool tellsWrongChecksums = false; ///< In heartbeats.
    };

    explicit FakeBackend(QObject *parent = nullptr);
    ~FakeBackend() override;
    Q_DISABLE_COPY_MOVE(FakeBackend)

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] bool listen(quint16 port = 0);
    /// Refuses and cuts everything, as a machine that is gone.
    void vanish();
    [[nodiscard]] FakeFeed &feed(const QString &id) { return m_feeds[id]; }
    [[nodiscard]] Faults &faults() noexcept { return m_faults; }
    void setFeeds(const QStringList &feeds) { m_followed = feeds; }

    /// Commits and tells everybody who is connected.
    void commit(const QString &feed, const QString &kind, const QString &id, const QByteArray &body);
    void sendFixes(const QList<Fix> &fixes);
    void sendHeartbeat();
    void send(const Wire::ServerFrame &frame);
    void dropSockets(); ///< Without a closing handshake.

    [[nodiscard]] qsizetype sockets() const noexcept { return m_peers.size(); }
    [[nodiscard]] int requests(const QString &path) const { return m_requests.value(path); }
    [[nodiscard]] int acknowledged() const noexcept { return m_acknowledged; }
    [[nodiscard]] const std::optional<Wire::ViewFrame> &view() const noexcept { return m_view; }

private:
    void accept();
    void answer(QTcpSocket &socket, const QByteArray &head);
    void answerSession(QTcpSocket &socket, const QByteArray &method, const QByteArray &body);
    void answerSnapshot(QTcpSocket &socket, FakeFeed &feed);
    void answerChanges(QTcpSocket &socket, FakeFeed &feed, const QUrl &url);
    static void reply(QTcpSocket &socket, int status, const QByteArray &body);
    static void replyProblem(QTcpSocket &socket, int status, const QString &code);
    void greet(QWebSocket &peer);
    void takeText(QWebSocket &peer, const QString &text);
    void takeHello(QWebSocket &peer, const Wire::HelloFrame &hello);
    void sendTo(QWebSocket &peer, const Wire::ServerFrame &frame) const;
    [[nodiscard]] Wire::Session session() const;

    QTcpServer m_server;
    QWebSocketServer m_live;
    QHash<QString, FakeFeed> m_feeds;
    QStringList m_followed;
    QList<QWebSocket *> m_peers; ///< That have said hello.
    QList<Fix> m_fixes;
    QList<Wire::ServerFrame> m_heldBack;
    QHash<QString, int> m_requests;
    Faults m_faults;
    std::optional<Wire::ViewFrame> m_view;
    int m_acknowledged = 0;
};

} // namespace Doorstep::Test
