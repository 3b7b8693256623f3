// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/faultproxy.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Doorstep::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray answerBody(20'000, 'x');

/// Counts the requests that arrive whole, each "POST" with a body of 1,000 bytes, and answers them.
class Counter : public QTcpServer
{
public:
    Counter()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            auto *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket, got = QByteArray()]() mutable {
                got += socket->readAll();
                bytes += got.size();
                const auto end = got.indexOf("\r\n\r\n");
                if (end < 0 || got.size() < end + 4 + 1'000)
                    return;
                got.clear();
                ++whole;
                socket->write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(answerBody.size()) + "\r\n\r\n"
                              + answerBody);
            });
        });
    }
    [[nodiscard]] QUrl url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(serverPort())); }

    int whole = 0;
    qint64 bytes = 0;
};

/// A plain socket: QNetworkAccessManager sends a request again by itself when the connection ends too soon.
class Client
{
public:
    explicit Client(const QUrl &url)
    {
        m_socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
        QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket, [this] { m_got += m_socket.readAll(); });
    }
    void post()
    {
        m_got.clear();
        m_socket.write("POST /v1/commands HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n"
                       + QByteArray(1'000, 'b'));
    }
    [[nodiscard]] bool isAnswered() const { return m_got.endsWith("\r\n\r\n" + answerBody); }
    [[nodiscard]] bool isCut() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    [[nodiscard]] bool isOver() const { return isAnswered() || isCut(); }
    [[nodiscard]] qsizetype got() const { return m_got.size(); }

private:
    QTcpSocket m_socket;
    QByteArray m_got;
};

} // namespace

class FaultProxyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void strikesOneRequest_data()
    {
        QTest::addColumn<int>("strike");
        QTest::addColumn<int>("arrived");
        QTest::addColumn<bool>("isAnswered");
        const auto row = [](const char *name, Strike strike, int arrived, bool isAnswered) {
            QTest::newRow(name) << static_cast<int>(strike) << arrived << isAnswered;
        };
        row("none", Strike::None, 1, true);
        row("a dropped request", Strike::DropRequest, 0, false);
        row("a dropped answer", Strike::DropAnswer, 1, false);
        row("a request twice", Strike::Duplicate, 2, true);
        row("half a request", Strike::CutRequest, 0, false);
        row("half an answer", Strike::CutAnswer, 1, false);
    }

    void strikesOneRequest()
    {
        QFETCH(const int, strike);
        QFETCH(const int, arrived);
        QFETCH(const bool, isAnswered);
        const Counter server;
        FaultProxy proxy(server.url());
        proxy.strike(static_cast<Strike>(strike), "GET /v1/commands"); // another verb: not meant
        if (strike != 0)
            proxy.strike(static_cast<Strike>(strike), "POST /v1/commands");
        Client client(proxy.url());
        client.post();
        QTRY_VERIFY(client.isOver());
        QCOMPARE(client.isAnswered(), isAnswered);
        QCOMPARE(client.got() > 0, isAnswered || static_cast<Strike>(strike) == Strike::CutAnswer);
        QTRY_COMPARE(server.whole, arrived);
        QCOMPARE(proxy.struck(), strike == 0 ? 0 : 1);

        Client next(proxy.url()); // only one was meant
        next.post();
        QTRY_VERIFY(next.isOver());
        QVERIFY(next.isAnswered());
        QCOMPARE(server.whole, arrived + 1);
    }

    void cutsOnePiece_data()
    {
        QTest::addColumn<int>("n");
        QTest::addColumn<int>("arrived");
        QTest::newRow("the request") << 1 << 0;
        QTest::newRow("the answer") << 2 << 1;
    }

    void cutsOnePiece()
    {
        QFETCH(const int, n);
        QFETCH(const int, arrived);
        const Counter server;
        FaultProxy proxy(server.url());
        proxy.cutNth(n);
        Client client(proxy.url());
        client.post();
        QTRY_VERIFY(client.isCut());
        QVERIFY(!client.isAnswered());
        QTRY_VERIFY(server.bytes > 0); // half of it
        QCOMPARE(server.whole, arrived);
        QCOMPARE(proxy.struck(), 1);

        Client next(proxy.url()); // only one was meant
        next.post();
        QTRY_VERIFY(next.isAnswered());
    }

    void holdsAndHeals_data()
    {
        QTest::addColumn<bool>("isUp");
        QTest::newRow("what goes up") << true;
        QTest::newRow("what comes down") << false;
    }

    void holdsAndHeals()
    {
        QFETCH(const bool, isUp);
        const Counter server;
        FaultProxy proxy(server.url());
        Client client(proxy.url());
        proxy.setWeather({.isUpHeld = isUp, .isDownHeld = !isUp});
        client.post();
        if (isUp) {
            QTest::qWait(100);
            QCOMPARE(server.bytes, 0);
        } else {
            QTRY_COMPARE(server.whole, 1);
            QTest::qWait(100);
        }
        QVERIFY(!client.isOver());
        proxy.heal();
        QTRY_VERIFY(client.isAnswered());
        QCOMPARE(server.whole, 1);
    }

    void leavesAConnectionHalfOpen()
    {
        const Counter server;
        FaultProxy proxy(server.url());
        Client dead(proxy.url());
        dead.post();
        QTRY_VERIFY(dead.isAnswered());
        proxy.goHalfOpen();
        dead.post();
        Client fresh(proxy.url());
        fresh.post();
        QTRY_VERIFY(fresh.isAnswered());
        proxy.heal();
        QTest::qWait(100);
        QVERIFY(!dead.isOver());
        QCOMPARE(dead.got(), 0);
        QCOMPARE(server.whole, 2);
    }

    void isSlowOrLateWhenTold()
    {
        const Counter server;
        FaultProxy proxy(server.url());
        Client client(proxy.url());
        QElapsedTimer timer;
        timer.start();
        proxy.setWeather({.bytesPerSecond = 40'000});
        client.post();
        QTRY_VERIFY(client.isAnswered());
        QVERIFY(timer.elapsed() > 400);
        proxy.heal();
        timer.restart();
        proxy.setWeather({.delay = 150ms});
        client.post();
        QTRY_VERIFY(client.isAnswered());
        QVERIFY(timer.elapsed() >= 300);
    }

    void refusesAndCuts()
    {
        const Counter server;
        FaultProxy proxy(server.url());
        Client held(proxy.url());
        proxy.setWeather({.isDownHeld = true});
        held.post();
        QTRY_COMPARE(server.whole, 1);
        proxy.cutAll();
        QTRY_VERIFY(held.isCut());
        proxy.setWeather({.refuses = true});
        Client refused(proxy.url());
        refused.post();
        QTRY_VERIFY(refused.isCut());
        QCOMPARE(refused.got(), 0);
        QCOMPARE(proxy.requests("POST /v1/commands"), 1);
    }
};

QTEST_GUILESS_MAIN(FaultProxyTest)
#include "tst_faultproxy.moc"
