// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/trialclient.h"
#include "tests/support/cannedserver.h"

#include <QSignalSpy>
#include <QTest>

#include <mutex>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Trials of thresholds over real HTTP.
class TestTrialClient : public QObject
{
    Q_OBJECT

private:
    std::mutex m_mutex;
    QStringList m_asked;
    CannedServer::Reply m_reply;

    std::unique_ptr<CannedServer> server()
    {
        return std::make_unique<CannedServer>([this](const QUrl &url) {
            const std::scoped_lock lock(m_mutex);
            m_asked.append(url.path());
            return m_reply;
        });
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_asked.clear();
        m_reply = {.status = 200, .body = R"({"days":["2026-03-12"],"kinds":[{"kind":"late","now":1,"proposed":2}]})"};
    }

    void asksAndIsAnswered()
    {
        const auto canned = server();
        TrialClient client({.server = canned->url()});
        QSignalSpy answered(&client, &TrialClient::answered);
        client.ask(DepotId(u"aguada"_s), {});
        QTRY_COMPARE(answered.size(), 1);
        QCOMPARE(answered[0][0].value<ThresholdTrial>().of(rowOf(Threshold::LateChance))->proposed, 2);
        const std::scoped_lock lock(m_mutex);
        QCOMPARE(m_asked, QStringList{u"/v1/depots/aguada/thresholds/trial"_s});
    }

    void hearsOnlyOfTheLastQuestion()
    {
        const auto canned = server();
        TrialClient client({.server = canned->url()});
        QSignalSpy answered(&client, &TrialClient::answered);
        QSignalSpy failed(&client, &TrialClient::failed);
        for (int i = 0; i < 5; ++i)
            client.ask(DepotId(u"d%1"_s.arg(i)), {});
        QTRY_COMPARE(answered.size(), 1);
        client.ask(DepotId(u"last"_s), {});
        client.giveUp();
        client.ask(DepotId(u"again"_s), {});
        QTRY_COMPARE(answered.size(), 2);
        QCOMPARE(failed.size(), 0);
    }

    void saysWhyNot_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("not JSON") << 200 << QByteArray("<html>") << Error::Kind::Malformed;
        QTest::newRow("another thing") << 200 << QByteArray("{}") << Error::Kind::Malformed;
        QTest::newRow("a thousand kinds")
            << 200
            << QByteArray(R"({"days":[],"kinds":[)"
                          + QByteArray(R"({"kind":"a","now":1,"proposed":1},)").repeated(1'000)
                          + R"({"kind":"a","now":1,"proposed":1}]})")
            << Error::Kind::Malformed;
        QTest::newRow("others are waiting")
            << 503 << QByteArray(R"({"code":"overloaded","title":"x","status":503})") << Error::Kind::Offline;
        QTest::newRow("hangs up") << 0 << QByteArray() << Error::Kind::Offline;
    }
    void saysWhyNot()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const Error::Kind, kind);
        m_reply = {.status = status, .body = body};
        const auto canned = server();
        TrialClient client({.server = canned->url()});
        QSignalSpy failed(&client, &TrialClient::failed);
        client.ask(DepotId(u"aguada"_s), {});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].value<Error>().kind, kind);
    }

    void givesUpOnAFlood()
    {
        m_reply = {.status = 200, .body = QByteArray(4'000'000, 'x')};
        const auto canned = server();
        TrialClient client({.server = canned->url()});
        QSignalSpy failed(&client, &TrialClient::failed);
        client.ask(DepotId(u"aguada"_s), {});
        QTRY_COMPARE(failed.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestTrialClient)

#include "tst_trialclient.moc"
