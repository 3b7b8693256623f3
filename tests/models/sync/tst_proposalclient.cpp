// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/proposalclient.h"
#include "models/wire/proposalwire.h"
#include "models/wire/rawjson.h"
#include "tests/support/cannedserver.h"

#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

#include <deque>
#include <mutex>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Rerouting question()
{
    return {.depot = DepotId(u"aguada"_s), .routes = {RouteId(u"R1"_s)}};
}

QByteArray answer(int round, bool isFinal, const QString &id = u"P1"_s)
{
    Proposal proposal;
    proposal.id = ProposalId(id);
    proposal.number = 7;
    proposal.depot = DepotId(u"aguada"_s);
    proposal.askedAt = QDateTime::fromSecsSinceEpoch(1'773'300'000, QTimeZone::UTC);
    proposal.asked = question();
    proposal.round = round;
    proposal.isFinal = isFinal;
    return Wire::compact(Wire::toJson(proposal));
}

QByteArray problem(int status, const QByteArray &code)
{
    return R"({"status":)" + QByteArray::number(status) + R"(,"code":")" + code + R"(","title":"x"})";
}

} // namespace

/// Searches and checks over real HTTP.
class TestProposalClient : public QObject
{
    Q_OBJECT

private:
    std::mutex m_mutex;
    QStringList m_asked;
    std::deque<CannedServer::Reply> m_replies; // the last one again and again

    std::unique_ptr<CannedServer> server()
    {
        return std::make_unique<CannedServer>([this](const QUrl &url) {
            const std::scoped_lock lock(m_mutex);
            m_asked.append(url.path() + (url.hasQuery() ? u'?' + url.query() : QString()));
            const auto reply = m_replies.front();
            if (m_replies.size() > 1)
                m_replies.pop_front();
            return reply;
        });
    }
    [[nodiscard]] ProposalClient::Options options(const CannedServer &server) const
    {
        return {.server = server.url(), .trustedCertificate = {}, .patience = 5s, .pause = 5ms};
    }
    QStringList asked()
    {
        const std::scoped_lock lock(m_mutex);
        return m_asked;
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_asked.clear();
        m_replies = {{.status = 200, .body = answer(1, true)}};
    }

    void followsASearchToItsEnd()
    {
        m_replies = {{.status = 200, .body = answer(1, false)},
                     {.status = 204, .body = {}},
                     {.status = 200, .body = answer(3, false)},
                     {.status = 200, .body = answer(4, true)}};
        const auto canned = server();
        ProposalClient client(options(*canned));
        QSignalSpy improved(&client, &ProposalClient::improved);
        const QSignalSpy failed(&client, &ProposalClient::failed);
        client.ask(question());
        QVERIFY(client.isSearching());
        QTRY_COMPARE(improved.size(), 3);
        QVERIFY(!client.isSearching());
        QCOMPARE(improved[0][0].value<Proposal>().round, 1);
        QCOMPARE(improved[2][0].value<Proposal>().round, 4);
        QCOMPARE(failed.size(), 0);
        QCOMPARE(asked(),
                 (QStringList{u"/v1/proposals"_s, u"/v1/proposals/P1?round=1"_s, u"/v1/proposals/P1?round=1"_s,
                              u"/v1/proposals/P1?round=3"_s}));
    }

    void findsRoads_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("found");
        QTest::newRow("a line each") << QByteArray(R"({"lines":["","_p~iF~ps|U"]})") << 200 << 1;
        QTest::newRow("too few") << QByteArray(R"({"lines":[""]})") << 200 << 0;
        QTest::newRow("no lines") << QByteArray(R"({"lines":[1,2]})") << 200 << 0;
        QTest::newRow("cut off") << QByteArray(R"({"lines":["",)") << 200 << 0;
        QTest::newRow("no roads") << problem(503, "no_region") << 503 << 0;
    }
    void findsRoads()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const int, status);
        QFETCH(const int, found);
        m_replies = {{.status = status, .body = body}};
        const auto canned = server();
        ProposalClient client(options(*canned));
        const QSignalSpy roads(&client, &ProposalClient::roadsFound);
        const QSignalSpy failed(&client, &ProposalClient::failed);
        const Drive drive{.from = {-34.9, -56.1}, .to = {-34.8, -56.1}};
        client.findRoads({.depot = DepotId(u"d1"_s), .drives = {drive, drive}});
        QVERIFY(client.isFindingRoads());
        QTRY_VERIFY(!client.isFindingRoads());
        QCOMPARE(roads.size(), found);
        QCOMPARE(failed.size(), 0); // a plan can do without
        QCOMPARE(asked(), QStringList{u"/v1/drives"_s});
    }

    void livesThroughAShortBreak()
    {
        m_replies = {{.status = 200, .body = answer(1, false)},
                     {.status = 0, .body = {}},
                     {.status = 503, .body = problem(503, "busy")},
                     {.status = 200, .body = answer(2, true)}};
        const auto canned = server();
        ProposalClient client(options(*canned));
        const QSignalSpy improved(&client, &ProposalClient::improved);
        client.ask(question());
        QTRY_COMPARE(improved.size(), 2);
    }

    void givesASearchUpThatIsSilent()
    {
        m_replies = {{.status = 200, .body = answer(1, false)}, {.status = 503, .body = problem(503, "busy")}};
        const auto canned = server();
        ProposalClient client(options(*canned));
        const QSignalSpy failed(&client, &ProposalClient::failed);
        client.ask(question());
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!client.isSearching());
    }

    void stopsWithTheBestSoFar()
    {
        m_replies = {{.status = 200, .body = answer(1, false)}, {.status = 204, .body = {}}};
        const auto canned = server();
        ProposalClient client(options(*canned));
        QSignalSpy improved(&client, &ProposalClient::improved);
        client.ask(question());
        QTRY_COMPARE(improved.size(), 1);
        {
            const std::scoped_lock lock(m_mutex);
            m_replies = {{.status = 200, .body = answer(5, true)}};
        }
        client.stop();
        client.stop(); // once is enough
        QTRY_COMPARE(improved.size(), 2);
        QVERIFY(improved[1][0].value<Proposal>().isFinal);
        QVERIFY(!client.isSearching());
    }

    void stopsWhatHasNotEvenBegun()
    {
        m_replies = {{.status = 200, .body = answer(1, false)}, {.status = 200, .body = answer(2, true)}};
        const auto canned = server();
        ProposalClient client(options(*canned));
        const QSignalSpy improved(&client, &ProposalClient::improved);
        client.stop(); // nothing
        client.ask(question());
        client.stop();
        QTRY_COMPARE(improved.size(), 2);
        QCOMPARE(asked(), (QStringList{u"/v1/proposals"_s, u"/v1/proposals/P1"_s}));
    }

    void endsAnOlderSearch()
    {
        m_replies = {{.status = 200, .body = answer(1, false)}, {.status = 204, .body = {}}};
        const auto canned = server();
        ProposalClient client(options(*canned));
        QSignalSpy improved(&client, &ProposalClient::improved);
        client.ask(question());
        QTRY_COMPARE(improved.size(), 1);
        {
            const std::scoped_lock lock(m_mutex);
            m_replies = {{.status = 200, .body = answer(1, true, u"P2"_s)}};
        }
        client.ask(question());
        QTRY_COMPARE(improved.size(), 2);
        QCOMPARE(improved[1][0].value<Proposal>().id, ProposalId(u"P2"_s));
        QTRY_VERIFY(asked().contains(u"/v1/proposals/P1"_s)); // the backend was told
    }

    void hearsOnlyOfTheLastCheck()
    {
        const auto canned = server();
        ProposalClient client(options(*canned));
        const QSignalSpy checked(&client, &ProposalClient::checked);
        const QSignalSpy failed(&client, &ProposalClient::checkFailed);
        for (int i = 0; i < 5; ++i)
            client.check(question());
        QTRY_COMPARE(checked.size(), 1);
        client.check(question());
        client.giveUp();
        QVERIFY(!client.isChecking());
        client.check(question());
        QTRY_COMPARE(checked.size(), 2);
        QCOMPARE(failed.size(), 0);
    }

    void checksWhileItSearches()
    {
        m_replies = {{.status = 200, .body = answer(1, false)}, {.status = 204, .body = {}}};
        const auto canned = server();
        ProposalClient client(options(*canned));
        const QSignalSpy improved(&client, &ProposalClient::improved);
        const QSignalSpy checked(&client, &ProposalClient::checked);
        client.ask(question());
        QTRY_COMPARE(improved.size(), 1);
        {
            const std::scoped_lock lock(m_mutex);
            m_replies = {{.status = 200, .body = answer(2, true)}};
        }
        client.check(question());
        QTRY_COMPARE(checked.size(), 1);
        QTRY_COMPARE(improved.size(), 2);
    }

    void saysWhyNot_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<QString>("code");
        QTest::newRow("not JSON") << 200 << QByteArray("<html>") << Error::Kind::Malformed << QString();
        QTest::newRow("another thing") << 200 << QByteArray("{}") << Error::Kind::Malformed << QString();
        QTest::newRow("nothing at all") << 204 << QByteArray() << Error::Kind::Malformed << QString();
        QTest::newRow("an id that leads elsewhere")
            << 200 << answer(1, false).replace("\"P1\"", "\"../../etc\"") << Error::Kind::Malformed << QString();
        QTest::newRow("a negative round")
            << 200 << answer(1, true).replace("\"round\":1", "\"round\":-1") << Error::Kind::Malformed << QString();
        QTest::newRow("a thousand routes")
            << 200 << answer(1, true).replace("\"lines\":[]", "\"lines\":[" + QByteArray("{},").repeated(1'000) + "{}]")
            << Error::Kind::Malformed << QString();
        QTest::newRow("nothing to move") << 409 << problem(409, "nothing_open") << Error::Kind::Conflict
                                         << u"nothing_open"_s;
        QTest::newRow("no map") << 503 << problem(503, "no_region") << Error::Kind::Offline << u"no_region"_s;
        QTest::newRow("not allowed") << 403 << problem(403, "forbidden") << Error::Kind::Forbidden << u"forbidden"_s;
        QTest::newRow("hangs up") << 0 << QByteArray() << Error::Kind::Offline << QString();
    }
    void saysWhyNot()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const Error::Kind, kind);
        QFETCH(const QString, code);
        m_replies = {{.status = status, .body = body}};
        const auto canned = server();
        ProposalClient client(options(*canned));
        QSignalSpy failed(&client, &ProposalClient::failed);
        client.ask(question());
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].value<ProposalClient::Problem>().error.kind, kind);
        QCOMPARE(failed[0][0].value<ProposalClient::Problem>().code, code);
        QVERIFY(!client.isSearching());

        QSignalSpy checkFailed(&client, &ProposalClient::checkFailed);
        client.check(question());
        QTRY_COMPARE(checkFailed.size(), 1);
        QCOMPARE(checkFailed[0][0].value<ProposalClient::Problem>().error.kind, kind);
    }

    void refusesAnotherProposalThanItsOwn()
    {
        m_replies = {{.status = 200, .body = answer(1, false)}, {.status = 200, .body = answer(2, false, u"P9"_s)}};
        const auto canned = server();
        ProposalClient client(options(*canned));
        QSignalSpy failed(&client, &ProposalClient::failed);
        client.ask(question());
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].value<ProposalClient::Problem>().error.kind, Error::Kind::Malformed);
    }

    void saysThatItIsForgotten()
    {
        m_replies = {{.status = 200, .body = answer(1, false)}, {.status = 404, .body = problem(404, "not_found")}};
        const auto canned = server();
        ProposalClient client(options(*canned));
        QSignalSpy failed(&client, &ProposalClient::failed);
        client.ask(question());
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].value<ProposalClient::Problem>().error.kind, Error::Kind::NotFound);
    }

    void givesUpOnAFlood()
    {
        m_replies = {{.status = 200, .body = QByteArray(20'000'000, 'x')}};
        const auto canned = server();
        ProposalClient client(options(*canned));
        const QSignalSpy failed(&client, &ProposalClient::failed);
        client.ask(question());
        QTRY_COMPARE(failed.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestProposalClient)

#include "tst_proposalclient.moc"
