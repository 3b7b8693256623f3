// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/fleet.h"
#include "models/store/serverclock.h"
#include "models/sync/connection.h"
#include "models/wire/forecastwire.h"
#include "models/wire/rawjson.h"
#include "models/wire/stopwire.h"
#include "tests/support/fakebackend.h"
#include "tests/support/ownport.h"
#include "tests/support/samples.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const auto depot = u"depot-aguada"_s;

QByteArray stopBody(int number, const QString &customer = u"Rosa"_s)
{
    auto stop = someStop();
    stop.id = StopId(u"s%1"_s.arg(number));
    stop.customer = customer;
    return Wire::compact(Wire::toJson(stop));
}

SyncTimings quick()
{
    return {.flush = 5ms,
            .request = 2s,
            .dead = 700ms,
            .stuck = 400ms,
            .ping = 200ms,
            .watch = 50ms,
            .retryFirst = 20ms,
            .retryMost = 80ms,
            .save = 50ms};
}

/// A console without windows.
struct Console
{
    Fleet fleet;
    ServerClock clock;
    Connection connection;

    explicit Console(const QUrl &server, const QString &cache = {}, const QString &token = u"token-1"_s)
        : connection(fleet, clock, {.server = server, .cachePath = cache, .token = token, .timings = quick()})
    {
        connection.start();
    }

    [[nodiscard]] ConnectionStatus::State state() const { return connection.status().state; }
    [[nodiscard]] QString customerOf(int number) const
    {
        const auto *stop = fleet.stops().find(StopId(u"s%1"_s.arg(number)));
        return stop == nullptr ? QString() : stop->customer;
    }
};

/// Whether the console shows exactly the stops that the backend has.
bool isSame(const Console &console, FakeBackend &backend)
{
    const auto truth = backend.feed(depot).live();
    if (console.fleet.stops().size() != truth.size())
        return false;
    return std::ranges::all_of(truth, [&console](const Document &document) {
        const auto *stop = console.fleet.stops().find(StopId(document.id));
        return stop != nullptr && Wire::compact(Wire::toJson(*stop)) == document.body;
    });
}

using Spoil = std::function<void(FakeBackend &)>;
constexpr auto Live = ConnectionStatus::State::Live;

} // namespace

Q_DECLARE_METATYPE(Spoil)

class ConnectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        // What goes wrong on purpose is logged; anything else that is logged is a bug.
        QTest::failOnWarning(QRegularExpression(
            u"^(?!.*(left out|cannot be read|with a gap|differs from|without a cache|was moved)).*$"_s));
    }

    void showsAndFollowsTheDay()
    {
        FakeBackend backend;
        QVERIFY(backend.listen());
        for (int i = 0; i < 50; ++i)
            backend.feed(depot).commit(u"stop"_s, u"s%1"_s.arg(i), stopBody(i));
        Console console(backend.url());
        QTRY_COMPARE(console.state(), Live);
        QTRY_COMPARE(console.fleet.stops().size(), 50);
        QCOMPARE(console.connection.user()->fullName, u"María López"_s);
        QVERIFY(console.clock.isSet());

        backend.commit(depot, u"stop"_s, u"s7"_s, stopBody(7, u"Changed"_s));
        backend.commit(depot, u"stop"_s, u"s8"_s, {});
        backend.commit(depot, u"stop"_s, u"s99"_s, stopBody(99));
        backend.sendFixes({someFix()});
        QTRY_COMPARE(console.customerOf(7), u"Changed"_s);
        QTRY_VERIFY(isSame(console, backend));
        QTRY_COMPARE(console.fleet.trails().size(), 1);
        QTRY_VERIFY(console.connection.status().latency.has_value());
        QTRY_VERIFY(backend.acknowledged() >= 5);
        console.connection.setView(-56.3, -35.0, -56.0, -34.7);
        QTRY_COMPARE(backend.view(),
                     std::optional(Wire::ViewFrame{.west = -56.3, .south = -35.0, .east = -56.0, .north = -34.7}));
        QVERIFY(console.connection.freshness().asOf.isValid());
        QCOMPARE(backend.requests(u"/v1/feeds/depot-aguada/snapshot"_s), 1);
    }

    void comesToTheSameAfterEachFault_data()
    {
        QTest::addColumn<Spoil>("before"); // the console starts
        QTest::addColumn<Spoil>("during"); // it is live
        const Spoil nothing = [](FakeBackend &) { };
        const auto faults = [](auto member, int times) {
            return Spoil([member, times](FakeBackend &backend) { backend.faults().*member = times; });
        };
        using Faults = FakeBackend::Faults;
        QTest::newRow("nothing") << nothing << nothing;
        QTest::newRow("snapshot cut off") << faults(&Faults::cutSnapshots, 2) << nothing;
        QTest::newRow("snapshot without its last line") << faults(&Faults::snapshotsWithoutEnd, 2) << nothing;
        QTest::newRow("snapshot with a wrong checksum") << faults(&Faults::snapshotsWithAWrongChecksum, 2) << nothing;
        QTest::newRow("snapshot that lost a document") << faults(&Faults::snapshotsWithAMissingDocument, 1) << nothing;
        QTest::newRow("socket refused") << faults(&Faults::refusedSockets, 3) << nothing;
        QTest::newRow("a frame lost") << nothing << faults(&Faults::skippedFrames, 1);
        QTest::newRow("three frames lost") << nothing << faults(&Faults::skippedFrames, 3);
        QTest::newRow("a frame twice") << nothing << faults(&Faults::duplicatedFrames, 2);
        QTest::newRow("a frame corrupted") << nothing << faults(&Faults::corruptedFrames, 2);
        QTest::newRow("frames in the wrong order") << nothing << faults(&Faults::reorderedFrames, 1);
        QTest::newRow("a gap answered with a gap") << nothing << Spoil([](FakeBackend &backend) {
            backend.faults().skippedFrames = 1;
            backend.faults().changesWithAGap = 1;
        });
        QTest::newRow("a gap answered with gaps") << nothing << Spoil([](FakeBackend &backend) {
            backend.faults().skippedFrames = 1;
            backend.faults().changesWithAGap = 2;
        });
        QTest::newRow("a gap answered with an error") << nothing << Spoil([](FakeBackend &backend) {
            backend.faults().skippedFrames = 1;
            backend.faults().failingChanges = 1;
        });
        QTest::newRow("the line cut") << nothing << Spoil([](FakeBackend &backend) { backend.dropSockets(); });
        QTest::newRow("another epoch") << nothing << Spoil([](FakeBackend &backend) {
            backend.feed(depot).restore(77);
            backend.feed(depot).commit(u"stop"_s, u"s2"_s, {});
            backend.dropSockets();
        });
        QTest::newRow("another epoch, told on the line") << nothing << Spoil([](FakeBackend &backend) {
            backend.feed(depot).restore(78);
            backend.send(Wire::ResetFrame{.feed = FeedId(depot), .code = u"epoch_changed"_s});
        });
        QTest::newRow("cursor too old") << nothing << Spoil([](FakeBackend &backend) {
            backend.dropSockets();
            backend.feed(depot).commit(u"stop"_s, u"s3"_s, {});
            backend.feed(depot).forgetChanges();
        });
        QTest::newRow("lagged") << nothing << Spoil([](FakeBackend &backend) {
            backend.send(Wire::LaggedFrame{});
            backend.dropSockets();
        });
        QTest::newRow("bye") << nothing << Spoil([](FakeBackend &backend) {
            backend.send(Wire::ByeFrame{.retryIn = 0s});
            backend.dropSockets();
        });
        QTest::newRow("a body that is no stop") << nothing << Spoil([](FakeBackend &backend) {
            backend.commit(depot, u"stop"_s, u"bad"_s, R"({"id":"bad"})");
            backend.commit(depot, u"stop"_s, u"bad"_s, {});
        });
        QTest::newRow("kinds and frames of the future") << nothing << Spoil([](FakeBackend &backend) {
            backend.commit(depot, u"drone"_s, u"d1"_s, "{}");
            backend.commit(depot, u"drone"_s, u"d1"_s, {});
            backend.send(Wire::UnknownFrame{.type = u"hologram"_s});
        });
        QTest::newRow("the token runs out") << nothing << Spoil([](FakeBackend &backend) {
            backend.faults().failingChanges = 1;
            backend.dropSockets();
        });
    }

    void comesToTheSameAfterEachFault()
    {
        QFETCH(const Spoil, before);
        QFETCH(const Spoil, during);
        FakeBackend backend;
        QVERIFY(backend.listen());
        for (int i = 0; i < 20; ++i)
            backend.feed(depot).commit(u"stop"_s, u"s%1"_s.arg(i), stopBody(i));
        before(backend);
        Console console(backend.url());
        QTRY_COMPARE(console.state(), Live);
        QTRY_VERIFY(isSame(console, backend));

        during(backend);
        for (int i = 5; i < 12; ++i)
            backend.commit(depot, u"stop"_s, u"s%1"_s.arg(i), stopBody(i, u"Later"_s));
        backend.commit(depot, u"stop"_s, u"s0"_s, {});
        QTRY_VERIFY(isSame(console, backend));
        QTRY_COMPARE(console.state(), Live);

        // At rest the checksums agree: a heartbeat asks for nothing.
        const auto snapshots = backend.requests(u"/v1/feeds/depot-aguada/snapshot"_s);
        backend.commit(depot, u"stop"_s, u"s1"_s, stopBody(1, u"Last"_s));
        backend.sendHeartbeat();
        QTRY_COMPARE(console.customerOf(1), u"Last"_s);
        QTRY_VERIFY(isSame(console, backend));
        QCOMPARE(backend.requests(u"/v1/feeds/depot-aguada/snapshot"_s), snapshots);
    }

    void takesASnapshotWhenTheChecksumDiffers()
    {
        FakeBackend backend;
        QVERIFY(backend.listen());
        backend.feed(depot).commit(u"stop"_s, u"s1"_s, stopBody(1));
        Console console(backend.url());
        QTRY_COMPARE(console.state(), Live);
        QTRY_VERIFY(isSame(console, backend));
        const auto snapshots = [&backend] { return backend.requests(u"/v1/feeds/depot-aguada/snapshot"_s); };
        QCOMPARE(snapshots(), 1);

        backend.faults().tellsWrongChecksums = true;
        backend.sendHeartbeat();
        backend.faults().tellsWrongChecksums = false;
        QTRY_COMPARE(snapshots(), 2);
        backend.commit(depot, u"stop"_s, u"s1"_s, stopBody(1, u"After"_s));
        QTRY_COMPARE(console.customerOf(1), u"After"_s);
        QCOMPARE(console.state(), Live);
    }

    void noticesALineThatIsOnlyHalfDead_data()
    {
        QTest::addColumn<Spoil>("spoil");
        QTest::newRow("nothing comes any more") << Spoil([](FakeBackend &backend) { backend.faults().isMute = true; });
        QTest::newRow("heartbeats come, changes do not") << Spoil([](FakeBackend &backend) {
            backend.faults().skippedFrames = 1;
            backend.faults().changesWithAGap = 0;
            backend.commit(depot, u"stop"_s, u"s1"_s, stopBody(1, u"Unheard"_s));
            backend.sendHeartbeat();
        });
    }

    void noticesALineThatIsOnlyHalfDead()
    {
        QFETCH(const Spoil, spoil);
        FakeBackend backend;
        QVERIFY(backend.listen());
        backend.feed(depot).commit(u"stop"_s, u"s1"_s, stopBody(1));
        Console console(backend.url());
        QTRY_COMPARE(console.state(), Live);
        QSignalSpy told(&console.connection, &Connection::statusChanged);
        const auto sockets = backend.requests(u"/v1/live"_s);
        spoil(backend);
        QTRY_VERIFY(backend.requests(u"/v1/live"_s) > sockets);
        backend.faults().isMute = false;
        QTRY_COMPARE(console.state(), Live);
        QTRY_VERIFY(isSame(console, backend));
    }

    void opensFromTheCacheWithoutANetwork()
    {
        QTemporaryDir dir;
        const auto cache = dir.filePath(u"profile/cache.db"_s);
        const OwnPort port;
        QDateTime asOf;
        {
            FakeBackend backend;
            QVERIFY(backend.listen(port.number()));
            for (int i = 0; i < 2'000; ++i)
                backend.feed(depot).commit(u"stop"_s, u"s%1"_s.arg(i), stopBody(i));
            Console console(port.url(), cache);
            QTRY_COMPARE(console.fleet.stops().size(), 2'000);
            QTRY_COMPARE(console.state(), Live);
            asOf = console.connection.freshness().asOf;
        }
        Console console(port.url(), cache);
        QSignalSpy loaded(&console.connection, &Connection::loaded);
        QTRY_COMPARE(loaded.size(), 1);
        QCOMPARE(console.fleet.stops().size(), 2'000);
        QVERIFY(console.connection.freshness().isFromCache);
        QVERIFY(console.connection.freshness().asOf >= asOf);
        QTRY_COMPARE(console.state(), ConnectionStatus::State::Offline);
        QVERIFY(console.connection.status().nextTryAt.isValid());
        QCOMPARE(console.connection.status().lastError.kind, Error::Kind::Offline);

        // The backend comes back with news: only those are fetched.
        FakeBackend backend;
        for (int i = 0; i < 2'000; ++i)
            backend.feed(depot).commit(u"stop"_s, u"s%1"_s.arg(i), stopBody(i));
        backend.feed(depot).commit(u"stop"_s, u"s5"_s, stopBody(5, u"News"_s));
        QVERIFY(backend.listen(port.number()));
        QTRY_COMPARE(console.customerOf(5), u"News"_s);
        QTRY_COMPARE(console.state(), Live);
        QVERIFY(!console.connection.freshness().isFromCache);
        QCOMPARE(backend.requests(u"/v1/feeds/depot-aguada/snapshot"_s), 0);
    }

    void doesNotShowAnotherServersDay()
    {
        QTemporaryDir dir;
        const auto cache = dir.filePath(u"cache.db"_s);
        FakeBackend one;
        FakeBackend two;
        QVERIFY(one.listen() && two.listen());
        one.feed(depot).commit(u"stop"_s, u"s1"_s, stopBody(1));
        two.feed(depot).commit(u"stop"_s, u"s2"_s, stopBody(2));
        {
            Console console(one.url(), cache);
            QTRY_COMPARE(console.fleet.stops().size(), 1);
        }
        Console console(two.url(), cache);
        QTRY_COMPARE(console.customerOf(2), u"Rosa"_s);
        QCOMPARE(console.fleet.stops().size(), 1);
    }

    void saysThatTheCacheWasOfNoUse()
    {
        QTemporaryDir dir;
        const auto cache = dir.filePath(u"cache.db"_s);
        QFile file(cache);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(10'000, 'x'));
        file.close();
        FakeBackend backend;
        QVERIFY(backend.listen());
        backend.feed(depot).commit(u"stop"_s, u"s1"_s, stopBody(1));
        Fleet fleet;
        ServerClock clock;
        Connection connection(fleet, clock,
                              {.server = backend.url(), .cachePath = cache, .token = u"token-1"_s, .timings = quick()});
        QSignalSpy moved(&connection, &Connection::cacheMovedAside);
        connection.start();
        QTRY_COMPARE(fleet.stops().size(), 1);
        QCOMPARE(moved.size(), 1);
        QVERIFY(QFile::exists(moved.first().first().toString()));
    }

    void asksNobodyUntilTheTokenWasFound_data()
    {
        QTest::addColumn<bool>("isPasswordGiven");
        QTest::addColumn<QString>("found");
        QTest::addColumn<ConnectionStatus::State>("state");
        QTest::newRow("a good one") << false << u"token-1"_s << Live;
        QTest::newRow("none") << false << QString() << ConnectionStatus::State::NeedsSignIn;
        QTest::newRow("an old one, after a password was typed") << true << u"stale"_s << Live;
    }

    void asksNobodyUntilTheTokenWasFound()
    {
        QFETCH(const bool, isPasswordGiven);
        QFETCH(const QString, found);
        QFETCH(const ConnectionStatus::State, state);
        FakeBackend backend;
        QVERIFY(backend.listen());
        backend.feed(depot).commit(u"stop"_s, u"s1"_s, stopBody(1));
        Fleet fleet;
        ServerClock clock;
        Connection connection(fleet, clock, {.server = backend.url(), .isTokenAwaited = true, .timings = quick()});
        QSignalSpy told(&connection, &Connection::statusChanged);
        connection.start();
        QTRY_VERIFY(connection.isLoaded());
        QCOMPARE(told.size(), 0);
        QCOMPARE(backend.requests(u"/v1/session"_s), 0);
        if (isPasswordGiven)
            connection.signIn(u"maria"_s, u"secret"_s);
        connection.useToken(found);
        QTRY_COMPARE(connection.status().state, state);
        QCOMPARE(connection.token(), state == Live ? u"token-1"_s : QString());
    }

    void asksForAPersonWhenNothingElseHelps()
    {
        FakeBackend backend;
        QVERIFY(backend.listen());
        backend.feed(depot).commit(u"stop"_s, u"s1"_s, stopBody(1));
        Console console(backend.url(), {}, u"stale"_s);
        QTRY_COMPARE(console.state(), ConnectionStatus::State::NeedsSignIn);
        console.connection.signIn(u"maria"_s, u"wrong"_s);
        QTRY_VERIFY(console.connection.status().lastError.detail.contains(u"bad_credentials"));
        QCOMPARE(console.state(), ConnectionStatus::State::NeedsSignIn);
        console.connection.signIn(u"maria"_s, u"secret"_s);
        QTRY_COMPARE(console.state(), Live);
        QTRY_COMPARE(console.fleet.stops().size(), 1);
        QCOMPARE(console.connection.token(), u"token-1"_s);

        console.connection.signOut();
        QTRY_COMPARE(console.state(), ConnectionStatus::State::NeedsSignIn);
        QTRY_COMPARE(console.fleet.stops().size(), 0);
        QVERIFY(!console.connection.user());
    }

    void signsInAgainWhenTheTokenRunsOut()
    {
        FakeBackend backend;
        QVERIFY(backend.listen());
        Console console(backend.url(), {}, {});
        console.connection.signIn(u"maria"_s, u"secret"_s);
        QTRY_COMPARE(console.state(), Live);
        backend.faults().unauthorised = 1;
        const auto before = backend.requests(u"/v1/live"_s);
        backend.dropSockets();
        QTRY_VERIFY(backend.requests(u"/v1/live"_s) > before);
        QTRY_COMPARE(console.state(), Live);
    }

    void letsGoOfAFeedThatThePersonMayNotSeeAnyMore()
    {
        FakeBackend backend;
        QVERIFY(backend.listen());
        backend.feed(depot).commit(u"stop"_s, u"s1"_s, stopBody(1));
        Console console(backend.url());
        QTRY_COMPARE(console.fleet.stops().size(), 1);
        QTRY_COMPARE(console.state(), Live);
        backend.setFeeds({u"organisation"_s});
        backend.dropSockets();
        QTRY_COMPARE(console.fleet.stops().size(), 0);
    }

    void followsADepotThatIsNew()
    {
        FakeBackend backend;
        QVERIFY(backend.listen());
        backend.setFeeds({u"organisation"_s});
        Console console(backend.url());
        QTRY_COMPARE(console.state(), Live);
        backend.feed(depot).commit(u"stop"_s, u"s1"_s, stopBody(1));
        backend.setFeeds({u"organisation"_s, depot});
        backend.commit(u"organisation"_s, u"tent"_s, u"aguada"_s, "{}");
        QTRY_COMPARE(console.fleet.stops().size(), 1);
        QTRY_COMPARE(console.state(), Live);
    }

    void followsADepotWhoseFeedBeginsLater()
    {
        // The depot is announced long before the first thing of its feed is: only a heartbeat tells.
        FakeBackend backend;
        QVERIFY(backend.listen());
        backend.setFeeds({u"organisation"_s});
        Console console(backend.url());
        QTRY_COMPARE(console.state(), Live);
        backend.feed(depot).commit(u"stop"_s, u"s1"_s, stopBody(1));
        backend.setFeeds({u"organisation"_s, depot});
        backend.sendHeartbeat();
        QTRY_COMPARE(console.fleet.stops().size(), 1);
        QTRY_COMPARE(console.state(), Live);
    }

    void stopsAtOnceWhateverIsUnderWay_data()
    {
        QTest::addColumn<Spoil>("spoil");
        QTest::newRow("live") << Spoil([](FakeBackend &) { });
        QTest::newRow("mute") << Spoil([](FakeBackend &backend) { backend.faults().isMute = true; });
        QTest::newRow("gone") << Spoil([](FakeBackend &backend) { backend.vanish(); });
        QTest::newRow("snapshots fail") << Spoil([](FakeBackend &backend) { backend.faults().cutSnapshots = 1'000; });
    }

    void stopsAtOnceWhateverIsUnderWay()
    {
        QFETCH(const Spoil, spoil);
        FakeBackend backend;
        QVERIFY(backend.listen());
        for (int i = 0; i < 200; ++i)
            backend.feed(depot).commit(u"stop"_s, u"s%1"_s.arg(i), stopBody(i));
        spoil(backend);
        for (int round = 0; round < 8; ++round) {
            auto console = std::make_unique<Console>(backend.url());
            QElapsedTimer timer;
            timer.start();
            while (timer.elapsed() < round * 12) // a little further each time
                QCoreApplication::processEvents(QEventLoop::AllEvents, 2);
            timer.start();
            console.reset();
            QVERIFY(timer.elapsed() < 2'000);
        }
    }
};

QTEST_GUILESS_MAIN(ConnectionTest)
#include "tst_connection.moc"
