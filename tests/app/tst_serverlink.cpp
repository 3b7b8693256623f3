// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/livestore.h"
#include "app/serverlink.h"
#include "app/statuswords.h"
#include "models/desk/decisions.h"
#include "models/wire/documentwire.h"
#include "tests/support/days.h"
#include "tests/support/fakebackend.h"
#include "tests/support/samples.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Doorstep;
using namespace Qt::StringLiterals;

class ServerLinkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QVERIFY(m_directory.isValid());
        m_backend = std::make_unique<Test::FakeBackend>();
        QVERIFY(m_backend->listen());
        m_backend->setFeeds({u"org"_s});
        m_store = std::make_unique<LiveStore>();
        m_link = std::make_unique<ServerLink>(*m_store,
                                              ServerLink::Options{.server = m_backend->url(),
                                                                  .cachePath = m_directory.filePath(u"cache.db"_s),
                                                                  .token = {},
                                                                  .trustedCertificate = {}});
    }
    void cleanup()
    {
        m_link.reset();
        m_store.reset();
        m_backend.reset();
    }

    void letsNobodyDecideBeforeTheySignedIn()
    {
        m_link->start();
        QTRY_COMPARE(m_link->connection().status().state, ConnectionStatus::State::NeedsSignIn);
        const auto refusal = m_link->desk().refusalOf({PinStop{.stop = Test::stopId(0)}});
        QVERIFY(refusal);
        QCOMPARE(refusal->code, "not_signed_in"_L1);
    }

    void handsTheSignedInPersonToTheDesk()
    {
        signIn();
        QCOMPARE(m_link->desk().person()->id, m_link->connection().user()->id);
    }

    void showsWhatWasDecidedAndKeepsItForItsAuthorAfterSignOut()
    {
        signIn();
        m_store->overlay.apply(Test::someDay(3, 30));
        const auto stop = firstOpenStop();
        QVERIFY(!m_store->fleet.stops().find(stop)->held);
        QSignalSpy performed(&m_link->desk(), &Desk::performed);

        QVERIFY(m_link->desk().perform(u"Held"_s, Decisions::hold(stop, true)));

        QTRY_COMPARE(performed.count(), 1);
        QVERIFY(m_store->fleet.stops().find(stop)->held);
        QVERIFY(m_store->overlay.isWaiting(Subject::of(stop)));
        QTRY_COMPARE(m_link->uplink().waiting(), 1);
        QTRY_COMPARE(m_link->waiting(), 1); // told once it has taken as long as a person notices

        QCOMPARE(m_link->signOut(), 1);
        QCOMPARE(m_store->overlay.size(), 0);
        QVERIFY(!m_link->desk().person());
    }

    void saysHowManyDecisionsWaitAndNeedThePerson_data()
    {
        QTest::addColumn<int>("waiting");
        QTest::addColumn<int>("attention");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << 0 << 0 << u"Connected to a.example · all changes saved"_s;
        QTest::newRow("waiting") << 3 << 0 << u"Connected to a.example · 3 change(s) kept here, waiting to be sent"_s;
        QTest::newRow("attention") << 0 << 2
                                   << u"Connected to a.example · all changes saved · 2 change(s) need(s) you"_s;
    }

    void saysHowManyDecisionsWaitAndNeedThePerson()
    {
        QFETCH(const int, waiting);
        QFETCH(const int, attention);
        QTEST(
            connectionText({.state = ConnectionStatus::State::Live}, QUrl(u"https://a.example"_s), waiting, attention),
            "text");
    }

private:
    void signIn()
    {
        m_link->start();
        m_link->connection().signIn(u"ana"_s, u"secret"_s);
        QTRY_VERIFY(m_link->desk().person());
        QTRY_COMPARE(m_link->connection().status().state, ConnectionStatus::State::Live);
        QTRY_VERIFY(!m_link->desk().refusalOf({}));
    }

    [[nodiscard]] StopId firstOpenStop() const
    {
        for (const auto &stop : m_store->fleet.stops()) {
            if (stop.isOpen())
                return stop.id;
        }
        return {};
    }

    QTemporaryDir m_directory;
    std::unique_ptr<Test::FakeBackend> m_backend;
    std::unique_ptr<LiveStore> m_store;
    std::unique_ptr<ServerLink> m_link;
};

QTEST_GUILESS_MAIN(ServerLinkTest)
#include "tst_serverlink.moc"
