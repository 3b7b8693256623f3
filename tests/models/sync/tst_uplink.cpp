// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/uplink.h"
#include "models/wire/commandwire.h"
#include "models/wire/rawjson.h"
#include "tests/support/ownport.h"
#include "tests/support/samples.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const FeedId feed(u"depot-aguada"_s);

Submission submission(int number, qsizetype padding = 1)
{
    return {.command = {.id = CommandId(u"c%1"_s.arg(number)),
                        .feed = feed,
                        .verb = CancelStop{.stop = StopId(u"s%1"_s.arg(number)), .reason = QString(padding, u'x')},
                        .at = at(12)},
            .text = u"Cancelled"_s};
}

/// A backend that decides by the rules of docs/commands.md, and answers wrongly as often as it is told to.
class CannedServer : public QTcpServer
{
public:
    using Fault =
        std::function<std::optional<QByteArray>(const Wire::CommandRequest &)>; ///< Bytes instead of the answer.

    QHash<QString, qint64> applied; ///< By id: at which seq. Each is applied once.
    QStringList order;
    QHash<QString, qint64> lastSequence; ///< By device.
    QList<Fault> faults; ///< One a request, then none.
    int requests = 0;
    int cuts = 0; ///< So many more are decided and not answered.
    QString badToken;
    QSet<QString> rejected;
    quint64 epoch = 7;
    QStringList devices;
    bool isMute = false;
    int ignored = 0; ///< Requests, while mute.

    CannedServer()
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("no port");
        connect(this, &QTcpServer::newConnection, this, [this] {
            auto *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(*socket); });
        });
    }
    [[nodiscard]] QUrl url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(serverPort())); }

    static QByteArray problem(int status, const char *code, const QByteArray &more = {}, const QByteArray &header = {})
    {
        const QByteArray body =
            R"({"status":)" + QByteArray::number(status) + R"(,"code":")" + code + "\"" + more + '}';
        return answer(status, body, header);
    }
    static QByteArray answer(int status, const QByteArray &body, const QByteArray &header = {})
    {
        return "HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Length: " + QByteArray::number(body.size())
            + "\r\n" + header + "\r\n" + body;
    }

private:
    void read(QTcpSocket &socket)
    {
        auto &bytes = m_read[&socket];
        bytes += socket.readAll();
        const auto head = bytes.indexOf("\r\n\r\n");
        if (head < 0)
            return;
        const auto lower = bytes.first(head).toLower();
        const auto at = lower.indexOf("content-length:");
        const auto length =
            lower.sliced(at + 15, lower.indexOf('\r', at + 15) < 0 ? -1 : lower.indexOf('\r', at) - at - 15)
                .trimmed()
                .toLongLong();
        if (bytes.size() < head + 4 + length)
            return;
        if (isMute) {
            ++ignored;
            return;
        }
        const auto body = bytes.sliced(head + 4, length);
        const bool isBadToken = !badToken.isEmpty() && lower.contains(badToken.toLower().toLatin1());
        m_read.remove(&socket);
        ++requests;
        if (isBadToken) {
            socket.write(problem(401, "unauthorised"));
            return;
        }
        const auto request = Wire::objectFromBytes(body).and_then(Wire::commandRequestFromJson);
        if (!request) {
            socket.write(problem(400, "malformed"));
            return;
        }
        if (!faults.isEmpty()) {
            if (const auto instead = faults.takeFirst()(*request)) {
                socket.write(*instead);
                return;
            }
        }
        const auto answered = decide(*request);
        if (cuts > 0) {
            --cuts;
            socket.abort();
            return;
        }
        socket.write(answered);
    }

    QByteArray decide(const Wire::CommandRequest &request)
    {
        if (request.epochs.value(feed, epoch) != epoch)
            return problem(409, "another_history");
        const auto device = request.device.toString();
        if (!devices.contains(device))
            devices.append(device);
        QList<Verdict> verdicts;
        auto last = lastSequence.value(device);
        for (const auto &command : request.commands) {
            if (!applied.contains(command.id.toString()) && command.sequence != last + 1)
                return problem(409, "out_of_order", ",\"expected\":" + QByteArray::number(last + 1));
            if (!applied.contains(command.id.toString()))
                ++last;
        }
        lastSequence[device] = last;
        for (const auto &command : request.commands) {
            const auto id = command.id.toString();
            Verdict verdict{.command = command.id, .epoch = epoch};
            verdict.again = applied.contains(id);
            if (!verdict.again) {
                applied.insert(id, applied.size() + 1);
                order.append(id);
            }
            if (rejected.contains(id)) {
                verdict.kind = Verdict::Kind::Rejected;
                verdict.code = u"unknown_stop"_s;
            } else {
                verdict.from = verdict.to = applied.value(id);
            }
            verdicts.append(verdict);
        }
        return answer(200, Wire::verdictsBytes(verdicts));
    }

    QHash<QTcpSocket *, QByteArray> m_read;
};

UplinkTimings quick()
{
    return {.request = 2s, .stuck = 400ms, .watch = 50ms, .retryFirst = 10ms, .retryMost = 60ms};
}

struct Console
{
    QTemporaryDir &directory;
    Uplink uplink;
    QSignalSpy loaded{&uplink, &Uplink::loaded};
    QSignalSpy kept{&uplink, &Uplink::kept};
    QSignalSpy answered{&uplink, &Uplink::answered};
    QSignalSpy resent{&uplink, &Uplink::resent};
    QSignalSpy tokenRefused{&uplink, &Uplink::tokenRefused};

    Console(QTemporaryDir &inDirectory, const QUrl &server, const QString &token = u"good"_s)
        : directory(inDirectory)
        , uplink({.server = server, .outboxPath = directory.filePath(u"outbox.db"_s), .timings = quick()})
    {
        uplink.setPerson(someUser(), token);
        uplink.start();
        (void)loaded.wait(5'000);
    }
    void submit(int first, int count)
    {
        for (int i = 0; i < count; ++i)
            uplink.submit({submission(first + i)});
    }
    [[nodiscard]] QList<OutboxCommand> loadedCommands() const
    {
        return loaded.value(0).value(0).value<QList<OutboxCommand>>();
    }
};

using Spoil = std::function<void(CannedServer &)>;

} // namespace

Q_DECLARE_METATYPE(Spoil)

class UplinkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!.*(were refused|without a verdict)).*$"_s)); }

    void drainsInOrderAfterEachFault_data()
    {
        QTest::addColumn<Spoil>("spoil");
        const auto answering = [](const QByteArray &bytes, int times) {
            return Spoil([bytes, times](CannedServer &server) {
                for (int i = 0; i < times; ++i)
                    server.faults.append([bytes](const auto &) { return std::optional(bytes); });
            });
        };
        QTest::newRow("nothing") << Spoil([](CannedServer &) { });
        QTest::newRow("the answer is lost, three times") << Spoil([](CannedServer &server) { server.cuts = 3; });
        QTest::newRow("503") << answering(CannedServer::problem(503, "busy"), 3);
        QTest::newRow("500 that is no problem") << answering(CannedServer::answer(500, "oops"), 2);
        QTest::newRow("429") << answering(CannedServer::problem(429, "slow_down"), 2);
        QTest::newRow("404 of an older backend") << answering(CannedServer::problem(404, "not_found"), 2);
        QTest::newRow("an answer that is no JSON") << answering(CannedServer::answer(200, "<html>"), 2);
        QTest::newRow("an answer without verdicts") << answering(CannedServer::answer(200, R"({"verdicts":[]})"), 2);
        QTest::newRow("a verdict on somebody else's") << answering(
            CannedServer::answer(200, R"({"verdicts":[{"id":"x","verdict":"applied","epoch":"7","from":1,"to":1}]})"),
            1);
        QTest::newRow("cut in the middle")
            << answering("HTTP/1.1 200 X\r\nContent-Length: 500\r\nConnection: close\r\n\r\n{\"verd", 1);
        QTest::newRow("413 until one is small enough") << Spoil([](CannedServer &server) {
            for (int i = 0; i < 3; ++i)
                server.faults.append([](const Wire::CommandRequest &request) {
                    return request.commands.size() > 2 ? std::optional(CannedServer::problem(413, "too_large"))
                                                       : std::nullopt;
                });
        });
        QTest::newRow("out of order") << Spoil([](CannedServer &server) {
            server.faults.append([&server](const Wire::CommandRequest &request) {
                server.lastSequence[request.device.toString()] = 41;
                return std::optional<QByteArray>();
            });
        });
        QTest::newRow("device of another") << answering(CannedServer::problem(403, "device_of_another"), 1);
    }

    void drainsInOrderAfterEachFault()
    {
        QFETCH(const Spoil, spoil);
        CannedServer server;
        spoil(server);
        QTemporaryDir directory;
        Console console(directory, server.url());
        console.submit(1, 12);
        QTRY_COMPARE_WITH_TIMEOUT(console.answered.size(), 12, 10'000);
        QStringList expected;
        for (int i = 1; i <= 12; ++i)
            expected.append(u"c%1"_s.arg(i));
        QCOMPARE(server.order, expected);
        QTRY_COMPARE(console.uplink.waiting(), 0);
        QCOMPARE(console.uplink.attention(), 0);
    }

    void waitsForAnotherToken()
    {
        CannedServer server;
        server.badToken = u"stale"_s;
        QTemporaryDir directory;
        Console console(directory, server.url(), u"stale"_s);
        console.submit(1, 3);
        QTRY_COMPARE(console.tokenRefused.size(), 1);
        QCOMPARE(console.uplink.waiting(), 3);
        const int requests = server.requests;
        console.uplink.setConnected(true);
        console.uplink.setPerson(someUser(), u"fresh"_s);
        QTRY_COMPARE(console.answered.size(), 3);
        QVERIFY(server.requests > requests);
        QCOMPARE(console.tokenRefused.size(), 1);
    }

    void oneBadCommandStopsNoOther_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("422") << 422 << QByteArray("command_reused");
        QTest::newRow("400") << 400 << QByteArray("malformed");
        QTest::newRow("413 of a single one") << 413 << QByteArray("too_large");
    }

    void oneBadCommandStopsNoOther()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, code);
        CannedServer server;
        for (int i = 0; i < 30; ++i)
            server.faults.append([=](const Wire::CommandRequest &request) {
                const bool isIn =
                    std::ranges::contains(request.commands, CommandId(u"c5"_s), &Wire::CommandEnvelope::id);
                return isIn ? std::optional(CannedServer::problem(status, code.constData())) : std::nullopt;
            });
        QTemporaryDir directory;
        Console console(directory, server.url());
        console.submit(1, 9);
        QTRY_COMPARE(console.answered.size(), 9);
        QCOMPARE(server.order.size(), 8);
        QTRY_COMPARE(console.uplink.attention(), 1);
        QVERIFY(!server.order.contains(u"c5"_s));
        console.uplink.clear(CommandId(u"c5"_s));
        QTRY_COMPARE(console.uplink.attention(), 0);
    }

    void survivesARestart()
    {
        CannedServer server;
        server.rejected.insert(u"c2"_s);
        QTemporaryDir directory;
        {
            Console console(directory, QUrl(u"http://127.0.0.1:1"_s)); // nobody there
            console.submit(1, 4);
            QTRY_COMPARE(console.kept.size(), 4);
        }
        {
            const Console console(directory, server.url());
            QCOMPARE(console.loadedCommands().size(), 4);
            QTRY_COMPARE(console.answered.size(), 4);
            QTRY_COMPARE(console.uplink.attention(), 1);
        }
        const Console console(directory, server.url());
        QCOMPARE(console.loadedCommands().size(), 4);
        QTRY_COMPARE(console.uplink.attention(), 1); // told after what was loaded
        QCOMPARE(console.uplink.lastPerson()->id, someUser().id);
        QCOMPARE(server.order.size(), 4);
    }

    void keepsEachPersonsToThemselves()
    {
        const CannedServer server;
        QTemporaryDir directory;
        Console console(directory, server.url());
        console.uplink.setPerson(someUser(), {}); // known, and without a token
        console.submit(1, 2);
        QTRY_COMPARE(console.uplink.waiting(), 2);
        auto bruno = someUser();
        bruno.id = UserId(u"bruno"_s);
        console.uplink.setPerson(bruno, u"good"_s);
        QTRY_COMPARE(console.loaded.size(), 2);
        QCOMPARE(console.loaded.at(1).at(0).value<QList<OutboxCommand>>().size(), 0);
        console.submit(3, 1);
        QTRY_COMPARE(server.order, QStringList{u"c3"_s}); // nothing of the other's
        QTRY_COMPARE(console.uplink.waiting(), 0);
        console.uplink.setPerson(someUser(), u"good"_s);
        QTRY_COMPARE(server.order, QStringList({u"c3"_s, u"c1"_s, u"c2"_s}));
        QCOMPARE(server.lastSequence.size(), 2); // each from a device of their own
    }

    void healsARestoredBackend()
    {
        CannedServer server;
        QTemporaryDir directory;
        Console console(directory, server.url());
        console.uplink.feedReached(feed, 7);
        console.submit(1, 5);
        QTRY_COMPARE(console.answered.size(), 5);
        // A backup from after the second command, and another epoch.
        for (int i = 3; i <= 5; ++i)
            server.applied.remove(u"c%1"_s.arg(i));
        server.order = server.order.first(2);
        for (auto &last : server.lastSequence)
            last = 2;
        server.epoch = 8;
        console.uplink.feedReached(feed, 8);
        QTRY_COMPARE(console.answered.size(), 10);
        QCOMPARE(console.resent.size(), 1);
        QCOMPARE(server.order, QStringList({u"c1"_s, u"c2"_s, u"c3"_s, u"c4"_s, u"c5"_s}));
        console.uplink.feedReached(feed, 8);
        console.submit(6, 1);
        QTRY_COMPARE(console.answered.size(), 11);
    }

    void letsNothingNewOvertakeWhatIsSentAgain_data()
    {
        QTest::addColumn<bool>("isRestarted");
        QTest::newRow("while it runs") << false;
        QTest::newRow("when it starts with an old replica") << true;
    }

    void letsNothingNewOvertakeWhatIsSentAgain()
    {
        QFETCH(const bool, isRestarted);
        CannedServer server;
        QTemporaryDir directory;
        auto console = std::make_unique<Console>(directory, server.url());
        console->uplink.feedReached(feed, 7);
        console->submit(1, 5);
        QTRY_COMPARE(console->answered.size(), 5);
        // A backup from after the second command; the replica has not followed when somebody decides again.
        for (int i = 3; i <= 5; ++i)
            server.applied.remove(u"c%1"_s.arg(i));
        server.order = server.order.first(2);
        for (auto &last : server.lastSequence)
            last = 2;
        server.epoch = 8;
        if (isRestarted) {
            console.reset();
            console = std::make_unique<Console>(directory, server.url());
            console->uplink.feedReached(feed, 7);
        }
        const int requests = server.requests;
        console->submit(6, 2);
        QTRY_VERIFY(server.requests >= requests + 3); // it keeps asking, and is told to wait
        QCOMPARE(server.order, QStringList({u"c1"_s, u"c2"_s}));
        QCOMPARE(console->uplink.waiting(), 2);
        console->uplink.feedReached(feed, 8);
        QTRY_COMPARE(server.order, QStringList({u"c1"_s, u"c2"_s, u"c3"_s, u"c4"_s, u"c5"_s, u"c6"_s, u"c7"_s}));
        QTRY_COMPARE(console->uplink.waiting(), 0);
        QCOMPARE(console->uplink.attention(), 0);
    }

    void healsARestoredBackendThatCountsOtherwise()
    {
        // What was rejected had a number too and is not sent again: after it the numbers do not fit, while some of
        // those before it are known and have none any more.
        CannedServer server;
        server.rejected = {u"c4"_s};
        QTemporaryDir directory;
        Console console(directory, server.url());
        console.uplink.feedReached(feed, 7);
        console.submit(1, 12);
        QTRY_COMPARE(console.answered.size(), 12);
        for (int i = 3; i <= 12; ++i)
            server.applied.remove(u"c%1"_s.arg(i));
        server.order = server.order.first(2);
        for (auto &last : server.lastSequence)
            last = 2;
        server.epoch = 8;
        console.uplink.feedReached(feed, 8);
        QTRY_COMPARE(console.answered.size(), 23);
        QCOMPARE(server.order,
                 QStringList({u"c1"_s, u"c2"_s, u"c3"_s, u"c5"_s, u"c6"_s, u"c7"_s, u"c8"_s, u"c9"_s, u"c10"_s,
                              u"c11"_s, u"c12"_s}));
        QTRY_COMPARE(console.uplink.waiting(), 0);
        QCOMPARE(console.uplink.attention(), 1);
    }

    void makesANewNetworkWhenNothingComes()
    {
        CannedServer server;
        server.isMute = true;
        QTemporaryDir directory;
        Console console(directory, server.url());
        console.uplink.setConnected(true);
        console.submit(1, 2);
        QTRY_COMPARE(console.kept.size(), 2);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"without a verdict"_s));
        QTRY_VERIFY_WITH_TIMEOUT(server.ignored >= 1, 5'000);
        server.isMute = false; // a new connection is answered; the old one never will be
        QTRY_COMPARE_WITH_TIMEOUT(console.answered.size(), 2, 5'000);
    }

    void wakesWhenTheConnectionIsBack()
    {
        CannedServer server;
        server.close();
        const OwnPort port;
        const QTemporaryDir directory;
        auto slow = quick();
        slow.retryFirst = slow.retryMost = 10min;
        Uplink uplink({.server = port.url(), .outboxPath = {}, .timings = slow});
        const QSignalSpy kept(&uplink, &Uplink::kept);
        const QSignalSpy answered(&uplink, &Uplink::answered);
        uplink.setPerson(someUser(), u"good"_s);
        uplink.start();
        uplink.submit({submission(1)});
        QTRY_COMPARE(kept.size(), 1);
        QVERIFY(server.listen(QHostAddress::LocalHost, port.number()));
        uplink.setConnected(true);
        QTRY_COMPARE_WITH_TIMEOUT(answered.size(), 1, 5'000);
    }

    void sendsLargeOnesInPieces()
    {
        const CannedServer server;
        QTemporaryDir directory;
        Console console(directory, server.url());
        QList<Submission> large;
        for (int i = 1; i <= 150; ++i)
            large.append(submission(i, 5'000));
        console.uplink.submit(large);
        QTRY_COMPARE_WITH_TIMEOUT(console.answered.size(), 150, 10'000);
        QVERIFY(server.requests >= 3);
    }
};

QTEST_GUILESS_MAIN(UplinkTest)
#include "tst_uplink.moc"
