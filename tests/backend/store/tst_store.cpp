// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/checksum.h"
#include "tests/backend/store/testedstore.h"

#include <QTest>

#include <future>
#include <thread>

using namespace Qt::StringLiterals;
using namespace Doorstep;
using namespace Doorstep::Test;
using drogon::sync_wait;

#define ON_EVERY_DRIVER(name)                                                                                          \
    void name##_data()                                                                                                 \
    {                                                                                                                  \
        TestedStore::addDrivers();                                                                                     \
    }                                                                                                                  \
    void name()
#define OPEN_STORE(store)                                                                                              \
    QFETCH(const QString, driver);                                                                                     \
    if (const auto why = TestedStore::whyNot(driver); !why.isEmpty())                                                  \
        QSKIP(qPrintable(why));                                                                                        \
    TestedStore store(driver)

/// What every store must do, whichever database it keeps things in.
class TestStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    ON_EVERY_DRIVER(countsChangesWithoutGaps)
    {
        OPEN_STORE(store);
        for (int i = 1; i <= 5; ++i) {
            const auto growth = sync_wait(store->commit(writing(u"a"_s, QString::number(i % 2), "{}")));
            QVERIFY(growth);
            QCOMPARE(growth->front().state.head, i);
            QCOMPARE(growth->front().changes.front().version, i);
        }
        const auto epoch = store->feeds().front().epoch;
        QVERIFY(epoch != 0);
        const auto page = sync_wait(store->changesAfter(FeedId(u"a"_s), epoch, 2, 2));
        QVERIFY(page);
        QCOMPARE(page->changes.size(), 2);
        QCOMPARE(page->changes[0].version, 3);
        QCOMPARE(page->changes[1].version, 4);
        QCOMPARE(page->state.head, 5);
    }

    ON_EVERY_DRIVER(writesAllOfACommitOrNothing)
    {
        OPEN_STORE(store);
        QVERIFY(sync_wait(store->commit(writing(u"a"_s, u"1"_s, "{}"))));
        const auto before = store->feeds();
        auto commit = writing(u"a"_s, u"2"_s, "{}");
        commit.writes.push_back(writing(u"b"_s, u"3"_s, "{}").writes.front());
        commit.writes.push_back(writing(u"a"_s, u"1"_s, "{}", 0).writes.front()); // it exists
        const auto growth = sync_wait(store->commit(std::move(commit)));
        QVERIFY(!growth);
        QCOMPARE(growth.error().kind, Error::Kind::Conflict);
        QCOMPARE(store->feeds(), before);
        const auto found = sync_wait(store->documents({{FeedId(u"a"_s), u"stop"_s, u"2"_s}}));
        QVERIFY(found);
        QCOMPARE(found->front().version, 0);
        QCOMPARE(sync_wait(store->commit(writing(u"a"_s, u"2"_s, "{}")))->front().state.head, 2); // no gap is left
    }

    void comparesVersions_data()
    {
        QTest::addColumn<qint64>("ifVersion");
        QTest::addColumn<bool>("isAccepted");
        QTest::newRow("the version it has") << qint64(2) << true;
        QTest::newRow("an older one") << qint64(1) << false;
        QTest::newRow("one that is to come") << qint64(3) << false;
        QTest::newRow("as if it did not exist") << qint64(0) << false;
    }

    void comparesVersions()
    {
        QFETCH(const qint64, ifVersion);
        QFETCH(const bool, isAccepted);
        TestedStore store(u"sqlite"_s);
        QVERIFY(sync_wait(store->commit(writing(u"a"_s, u"1"_s, "{}"))));
        QVERIFY(sync_wait(store->commit(writing(u"a"_s, u"1"_s, R"({"x":1})"))));
        QCOMPARE(sync_wait(store->commit(writing(u"a"_s, u"1"_s, R"({"x":2})", ifVersion))).has_value(), isAccepted);
    }

    ON_EVERY_DRIVER(keepsTombstonesInTheLogAndOutOfSnapshots)
    {
        OPEN_STORE(store);
        QVERIFY(sync_wait(store->commit(writing(u"a"_s, u"1"_s, "{}"))));
        QVERIFY(sync_wait(store->commit(writing(u"a"_s, u"1"_s, {}))));
        QVERIFY(sync_wait(store->commit(writing(u"a"_s, u"1"_s, {})))->empty()); // gone already
        const auto page = sync_wait(store->changesAfter(FeedId(u"a"_s), store->feeds().front().epoch, 0, 10));
        QCOMPARE(page->changes.size(), 2);
        QVERIFY(page->changes[1].deleted);
        QCOMPARE(store->feeds().front().checksum, quint64(0));
        const auto snapshot = sync_wait(store->snapshot(FeedId(u"a"_s)));
        QVERIFY(snapshot);
        QVERIFY((*snapshot)->next(10)->isEmpty());
        QVERIFY((*snapshot)->next(10)->isEmpty()); // and does not start over
    }

    ON_EVERY_DRIVER(readsASnapshotOfOneMoment)
    {
        OPEN_STORE(store);
        constexpr int documents = 250;
        for (int i = 0; i < documents; ++i)
            QVERIFY(sync_wait(store->commit(writing(u"a"_s, QString::number(i), R"({"n":1})"))));
        const auto state = store->feeds().front();
        const auto snapshot = sync_wait(store->snapshot(FeedId(u"a"_s)));
        QVERIFY(snapshot);
        QCOMPARE((*snapshot)->cursor(), (Cursor{.epoch = state.epoch, .seq = state.head}));
        int count = 0;
        quint64 checksum = 0;
        for (auto batch = (*snapshot)->next(100); !batch->isEmpty(); batch = (*snapshot)->next(100)) {
            QVERIFY(sync_wait(store->commit(writing(u"a"_s, QString::number(count), R"({"n":2})")))); // meanwhile
            for (const auto &document : *batch) {
                QCOMPARE(document.body, R"({"n":1})");
                checksum ^= Wire::digestOf(document);
                ++count;
            }
        }
        QCOMPARE(count, documents);
        QCOMPARE(checksum, state.checksum);
    }

    ON_EVERY_DRIVER(tellsWhenACursorMeansNothing)
    {
        OPEN_STORE(store);
        for (int i = 0; i < 10; ++i)
            QVERIFY(sync_wait(store->commit(writing(u"a"_s, u"1"_s, "{}"))));
        const auto epoch = store->feeds().front().epoch;
        const auto why = [&](quint64 e, qint64 after) {
            const auto page = sync_wait(store->changesAfter(FeedId(u"a"_s), e, after, 10));
            return page ? QString() : page.error().detail;
        };
        QCOMPARE(why(epoch + 1, 0), u"epoch_changed"_s);
        QCOMPARE(why(epoch, 11), u"cursor_expired"_s); // of a future that a restored backup does not know
        QCOMPARE(why(epoch, 0), QString());
        QVERIFY(sync_wait(store->compact({.changesKept = 4, .answersBefore = noon(), .commandsBefore = noon()})));
        QCOMPARE(why(epoch, 5), u"cursor_expired"_s);
        QCOMPARE(why(epoch, 6), QString());
        const auto nowhere = sync_wait(store->changesAfter(FeedId(u"zzz"_s), epoch, 0, 10));
        QCOMPARE(nowhere.error().kind, Error::Kind::NotFound);
    }

    ON_EVERY_DRIVER(letsOneHolderHaveAName)
    {
        OPEN_STORE(store);
        const auto claim = [](const QString &key, const QString &holder) {
            auto commit = writing(u"a"_s, holder.isEmpty() ? u"x"_s : holder, "{}");
            commit.claims = {{.space = u"device"_s, .key = key, .holder = holder}};
            return commit;
        };
        QVERIFY(sync_wait(store->commit(claim(u"phone"_s, u"d1"_s))));
        QVERIFY(sync_wait(store->commit(claim(u"phone"_s, u"d1"_s)))); // again is nothing new
        const auto taken = sync_wait(store->commit(claim(u"phone"_s, u"d2"_s)));
        QCOMPARE(taken.error().kind, Error::Kind::Conflict);
        QVERIFY(sync_wait(store->commit(claim(u"phone"_s, {}))));
        QVERIFY(sync_wait(store->commit(claim(u"phone"_s, u"d2"_s))));
        QCOMPARE(*sync_wait(store->holders(u"device"_s, {u"phone"_s, u"none"_s})), QStringList({u"d2"_s, QString()}));
    }

    ON_EVERY_DRIVER(storesAFixOnce)
    {
        OPEN_STORE(store);
        const auto first = sync_wait(store->append({fixAt(u"d1"_s, 0), fixAt(u"d1"_s, 10), fixAt(u"d2"_s, 0)}));
        QCOMPARE(first->stored, 3);
        const auto again = sync_wait(store->append({fixAt(u"d1"_s, 10), fixAt(u"d1"_s, 5)})); // one late, one twice
        QCOMPARE(again->stored, 1);
        QCOMPARE(again->duplicate, 1);
        const auto track = sync_wait(store->track(DriverId(u"d1"_s), noon(), noon().addSecs(10), 100));
        QCOMPARE(track->size(), std::size_t(3));
        QVERIFY(std::ranges::is_sorted(*track, {}, &Fix::fixedAt));
        auto full = fixAt(u"d3"_s, 0);
        full.accuracyMeters = 4.5;
        full.speedMetersPerSecond = 3.0;
        full.headingDegrees = 359.0;
        full.batteryFraction = 0.25;
        full.charging = false;
        full.mocked = true;
        QVERIFY(sync_wait(store->append({full})));
        auto suspect = fixAt(u"d3"_s, 3600);
        suspect.clockSuspect = true;
        QVERIFY(sync_wait(store->append({suspect})));
        store.reopen();
        const auto last = sync_wait(store->lastFixes());
        QCOMPARE(last->size(), std::size_t(3));
        const auto third = std::ranges::find(*last, DriverId(u"d3"_s), &Fix::driver);
        QCOMPARE(*third, full);
    }

    ON_EVERY_DRIVER(forgetsOldFixesAndNoOthers)
    {
        OPEN_STORE(store);
        std::vector<Fix> fixes;
        for (const auto *name : {"a", "b"}) {
            for (int i = 0; i < 2'500; ++i)
                fixes.push_back(fixAt(QString::fromLatin1(name), i));
        }
        fixes.push_back(fixAt(u"c"_s, 9'000));
        QCOMPARE(sync_wait(store->append(std::move(fixes)))->stored, 5'001);
        QCOMPARE(*sync_wait(store->forgetFixes(noon())), 0);
        QCOMPARE(*sync_wait(store->forgetFixes(noon().addSecs(2'300))), 4'600);
        QCOMPARE(*sync_wait(store->forgetFixes(noon().addSecs(2'300))), 0);
        const auto left = sync_wait(store->track(DriverId(u"a"_s), noon(), noon().addSecs(9'999), 10'000));
        QCOMPARE(left->size(), std::size_t(200));
        QCOMPARE(left->front().fixedAt, noon().addSecs(2'300)); // that very moment is not before it
        QCOMPARE(sync_wait(store->lastFixes())->size(), std::size_t(3));
        QCOMPARE(*sync_wait(store->forgetFixes(noon().addSecs(99'999))), 401);
        QVERIFY(sync_wait(store->lastFixes())->empty());
    }

    ON_EVERY_DRIVER(letsOthersWriteWhileItForgets)
    {
        OPEN_STORE(store);
        std::vector<Fix> fixes;
        for (int i = 0; i < 20'000; ++i)
            fixes.push_back(fixAt(u"a"_s, i));
        QVERIFY(sync_wait(store->append(std::move(fixes))));
        auto forgetting =
            std::async(std::launch::async, [&store] { return *sync_wait(store->forgetFixes(noon().addSecs(20'000))); });
        int written = 0; // each of these would wait for all of it, were it one transaction
        while (forgetting.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
            written += sync_wait(store->append({fixAt(u"b"_s, 30'000 + written)}))->stored;
        QCOMPARE(forgetting.get(), 20'000);
        QCOMPARE_GE(written, 5);
    }

    ON_EVERY_DRIVER(answersManyWritersAtOnce)
    {
        OPEN_STORE(store);
        constexpr int writers = 8;
        constexpr int each = 50;
        qint64 heard = 0;
        bool inOrder = true;
        store->setGrowthListener([&](const Growth &growth) { // on the store's thread only
            for (const auto &change : growth.front().changes)
                inOrder = inOrder && change.version == ++heard;
        });
        std::vector<std::thread> threads;
        std::atomic<int> failures = 0;
        for (int w = 0; w < writers; ++w) {
            threads.emplace_back([&, w] {
                for (int i = 0; i < each; ++i) {
                    failures += !sync_wait(store->commit(writing(u"a"_s, QString::number(w), "{}")));
                    failures += !sync_wait(store->append({fixAt(QString::number(w), i)}));
                }
            });
        }
        for (auto &thread : threads)
            thread.join();
        QCOMPARE(failures.load(), 0);
        QCOMPARE(heard, writers * each);
        QVERIFY(inOrder);
        QCOMPARE(store->feeds().front().head, writers * each);
    }

    ON_EVERY_DRIVER(remembersAccountsSessionsAndAnswers)
    {
        OPEN_STORE(store);
        QVERIFY(sync_wait(store->putAccount({.name = u"ana"_s, .user = UserId(u"u1"_s), .passwordHash = "h1"})));
        QVERIFY(sync_wait(store->putAccount({.name = u"ana"_s, .user = UserId(u"u1"_s), .passwordHash = "h2"})));
        QVERIFY(
            sync_wait(store->putSession({.tokenHash = "a", .user = UserId(u"u1"_s), .expiresAt = noon().addSecs(60)})));
        QVERIFY(sync_wait(store->putSession({.tokenHash = "b", .user = UserId(u"u1"_s), .expiresAt = noon()})));
        QVERIFY(sync_wait(store->keepAnswer(u"k"_s, {.requestHash = "\x01\xff", .body = "{}"}, noon())));
        store.reopen();
        QCOMPARE(sync_wait(store->accounts())->front().passwordHash, "h2");
        QCOMPARE(sync_wait(store->sessions(noon()))->size(), std::size_t(1)); // the other has expired
        QVERIFY(sync_wait(store->removeSession("a")));
        QVERIFY(sync_wait(store->sessions(noon()))->empty());
        QCOMPARE((*sync_wait(store->keptAnswer(u"k"_s)))->requestHash, "\x01\xff");
        QVERIFY(sync_wait(
            store->compact({.changesKept = 1, .answersBefore = noon().addSecs(1), .commandsBefore = noon()})));
        QVERIFY(!*sync_wait(store->keptAnswer(u"k"_s)));
    }

    ON_EVERY_DRIVER(refusesWhenTooMuchWaits)
    {
        OPEN_STORE(store);
        const std::vector<Fix> tooMany(60'000, fixAt(u"d1"_s, 0));
        const auto refused = sync_wait(store->append(tooMany));
        QCOMPARE(refused.error().kind, Error::Kind::Offline);
        QVERIFY(sync_wait(store->append({fixAt(u"d1"_s, 0)}))); // and goes on
    }

    ON_EVERY_DRIVER(answersStoppedOnceClosed)
    {
        OPEN_STORE(store);
        store->close();
        QCOMPARE(sync_wait(store->commit(writing(u"a"_s, u"1"_s, "{}"))).error().kind, Error::Kind::Stopped);
        QCOMPARE(sync_wait(store->lastFixes()).error().kind, Error::Kind::Stopped);
    }
};

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
