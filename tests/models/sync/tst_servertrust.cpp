// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/servertrust.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

using namespace Doorstep;
using namespace Qt::StringLiterals;

namespace {

QSslConfiguration identity(const QString &name)
{
    QFile certificate(QStringLiteral(DOORSTEP_TEST_DATA "/tls/%1.pem").arg(name));
    QFile key(QStringLiteral(DOORSTEP_TEST_DATA "/tls/%1.key").arg(name));
    if (!certificate.open(QIODevice::ReadOnly) || !key.open(QIODevice::ReadOnly))
        qFatal("no test certificate");
    auto configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(&certificate));
    configuration.setPrivateKey(QSslKey(&key, QSsl::Ec));
    return configuration;
}

QByteArray fingerprintOf(const QString &name)
{
    return identity(name).localCertificate().digest(QCryptographicHash::Sha256);
}

/// Answers "hello" to every request, over TLS.
class TlsServer : public QSslServer
{
public:
    explicit TlsServer(const QString &name)
    {
        setSslConfiguration(identity(name));
        connect(this, &QTcpServer::pendingConnectionAvailable, this, [this] {
            auto *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                if (socket->readAll().endsWith("\r\n\r\n"))
                    socket->write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello");
            });
        });
        if (!listen(QHostAddress::LocalHost))
            qFatal("no port");
    }
    [[nodiscard]] QUrl url() const { return QUrl(u"https://127.0.0.1:%1/"_s.arg(serverPort())); }
};

} // namespace

class ServerTrustTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!QSslSocket::supportsSsl())
            QFAIL("TLS is missing");
    }

    void talksOnlyToWhatAPersonTrusts_data()
    {
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QByteArray>("trusted");
        QTest::addColumn<bool>("isAnswered");
        QTest::addColumn<bool>("isChanged");
        const auto self = fingerprintOf(u"self-signed"_s);
        QTest::newRow("nothing trusted") << u"self-signed"_s << QByteArray() << false << false;
        QTest::newRow("the very one") << u"self-signed"_s << self << true << false;
        QTest::newRow("another one") << u"other"_s << self << false << true;
        QTest::newRow("nonsense trusted") << u"self-signed"_s << QByteArray("x") << false << true;
    }
    void talksOnlyToWhatAPersonTrusts()
    {
        QFETCH(const QString, shown);
        QFETCH(const QByteArray, trusted);
        QFETCH(const bool, isAnswered);
        QFETCH(const bool, isChanged);
        const TlsServer server(shown);
        QNetworkAccessManager network;
        ServerTrust trust(trusted);
        trust.guard(network);
        QSignalSpy questions(&trust, &ServerTrust::questioned);

        const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(server.url())));

        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->error() == QNetworkReply::NoError, isAnswered);
        QCOMPARE(questions.isEmpty(), isAnswered);
        if (isAnswered)
            return;
        const auto question = questions.first().first().value<StrangeCertificate>();
        QCOMPARE(question.fingerprint, fingerprintOf(shown));
        QCOMPARE(question.isChanged, isChanged);
        QVERIFY(question.expiresAt > QDateTime::currentDateTimeUtc());
        QVERIFY(!question.subject.isEmpty());
        QVERIFY(!question.problem.isEmpty());
    }

    void guardsTheLiveSocketToo_data()
    {
        QTest::addColumn<QByteArray>("trusted");
        QTest::addColumn<bool>("isOpen");
        QTest::newRow("trusted") << fingerprintOf(u"self-signed"_s) << true;
        QTest::newRow("not trusted") << QByteArray() << false;
    }
    void guardsTheLiveSocketToo()
    {
        QFETCH(const QByteArray, trusted);
        QFETCH(const bool, isOpen);
        QWebSocketServer server(u"test"_s, QWebSocketServer::SecureMode);
        server.setSslConfiguration(identity(u"self-signed"_s));
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QWebSocket socket;
        ServerTrust trust(trusted);
        trust.guard(socket);
        const QSignalSpy connected(&socket, &QWebSocket::connected);
        const QSignalSpy failed(&socket, &QWebSocket::errorOccurred);

        socket.open(QUrl(u"wss://127.0.0.1:%1/"_s.arg(server.serverPort())));

        QTRY_COMPARE(connected.count() + failed.count(), 1);
        QCOMPARE(connected.count() == 1, isOpen);
    }

    void writesAFingerprintAsOthersDo() { QCOMPARE(fingerprintText(QByteArray::fromHex("00ff3a")), u"00:FF:3A"_s); }
};

QTEST_GUILESS_MAIN(ServerTrustTest)

#include "tst_servertrust.moc"
