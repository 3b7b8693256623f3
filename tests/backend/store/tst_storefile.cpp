// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/store/sqlite/sqlitestore.h"
#include "tests/backend/store/testedstore.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Doorstep;
using namespace Doorstep::Test;
using drogon::sync_wait;

/// The one file of the SQLite store, and who may write to it.
class TestStoreFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void refusesWhatIsNotOurs_data()
    {
        QTest::addColumn<QByteArrayList>("statements");
        QTest::newRow("of another program") << QByteArrayList{"PRAGMA application_id=1", "CREATE TABLE t(x)"};
        QTest::newRow("a database of nobody") << QByteArrayList{"CREATE TABLE t(x)"};
        QTest::newRow("of a newer Doorstep")
            << QByteArrayList{"PRAGMA application_id=1146311760", "PRAGMA user_version=99"};
    }

    void refusesWhatIsNotOurs()
    {
        QFETCH(const QByteArrayList, statements);
        const QTemporaryDir directory;
        const auto path = directory.filePath(u"store.sqlite"_s);
        {
            auto database = StoreFile::Database::open(path, StoreFile::Database::Mode::Writer);
            QVERIFY(database);
            for (const auto &statement : statements)
                QVERIFY(database->execute(statement));
        }
        const auto store = SqliteStore::open(path);
        QVERIFY(!store);
        QCOMPARE(store.error().kind, Error::Kind::Refused);
        QVERIFY(store.error().detail.contains(path));
    }

    void refusesGarbage()
    {
        const QTemporaryDir directory;
        QFile file(directory.filePath(u"store.sqlite"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        QCOMPARE(SqliteStore::open(file.fileName()).error().kind, Error::Kind::Refused);
    }

    void bringsAVersionOneFileUpToDate()
    {
        const QTemporaryDir directory;
        const auto path = directory.filePath(u"store.sqlite"_s);
        QFile script(QStringLiteral(DOORSTEP_TEST_DATA "/store/version-1.sql"));
        QVERIFY(script.open(QIODevice::ReadOnly));
        {
            auto database = StoreFile::Database::open(path, StoreFile::Database::Mode::Writer);
            QVERIFY(database);
            const auto done = database->execute(script.readAll());
            QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        }
        {
            const auto opened = SqliteStore::open(path);
            QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
            auto &store = **opened;
            QCOMPARE(store.feeds().size(), std::size_t(2));
            QCOMPARE(sync_wait(store.documentsOf(FeedId(u"depot-d1"_s), u"stop"_s))->first().body, R"({"id":"s1"})");
            const auto accounts = *sync_wait(store.accounts());
            QCOMPARE(accounts.front().name, u"eva"_s);
            QVERIFY(!accounts.front().isDisabled);
            QCOMPARE(sync_wait(store.sessions(noon()))->front().tokenHash, QByteArray::fromHex("00ff"));
            QCOMPARE(sync_wait(store.commandHistory(DeviceId(u"d"_s), {}))->lastSequence, 0);
            auto commit = writing(u"depot-d1"_s, u"s1"_s, "{}", 1);
            commit.audit.push_back(
                {.feed = FeedId(u"depot-d1"_s), .device = {}, .action = u"x"_s, .about = {}, .body = "{}"});
            QCOMPARE(sync_wait(store.commit(std::move(commit)))->front().state.head, 2);
            QCOMPARE(sync_wait(store.audit(FeedId(u"depot-d1"_s), {}, 0, 9))->size(), std::size_t(1));
        }
        auto aside = StoreFile::Database::open(path + u".before-2"_s, StoreFile::Database::Mode::Reader);
        QVERIFY(aside);
        QCOMPARE(*aside->integer("PRAGMA user_version"), 1);
        QCOMPARE(*aside->integer("SELECT count(*) FROM document"), 3);
    }

    void noticesAnotherWriter()
    {
        TestedStore store(u"sqlite"_s);
        QVERIFY(sync_wait(store->commit(writing(u"a"_s, u"1"_s, "{}"))));
        QVERIFY(!*sync_wait(store->noticeOtherWriters()));
        Growth heard;
        store->setGrowthListener(
            [&heard](const Growth &growth) { heard.insert(heard.end(), growth.begin(), growth.end()); });
        {
            auto other = SqliteStore::open(store.path());
            QVERIFY(other);
            QVERIFY(sync_wait((*other)->commit(writing(u"a"_s, u"2"_s, "{}"))));
            QVERIFY(sync_wait((*other)->commit(writing(u"b"_s, u"3"_s, "{}"))));
        }
        QVERIFY(*sync_wait(store->noticeOtherWriters()));
        QCOMPARE(heard.size(), std::size_t(2));
        QCOMPARE(store->feeds().size(), std::size_t(2));
        QVERIFY(!*sync_wait(store->noticeOtherWriters()));
        // and seqs go on behind the other's
        QCOMPARE(sync_wait(store->commit(writing(u"a"_s, u"1"_s, "{}")))->front().state.head, 3);
    }

    void noticesAnotherWriterWhoseChangeIsNoDocument()
    {
        TestedStore store(u"sqlite"_s);
        QVERIFY(!*sync_wait(store->noticeOtherWriters()));
        {
            auto other = SqliteStore::open(store.path());
            QVERIFY(other);
            Account account{.name = u"eva"_s, .user = UserId(u"u1"_s), .passwordHash = "x"};
            QVERIFY(sync_wait((*other)->putAccount(std::move(account))));
        }
        QVERIFY(*sync_wait(store->noticeOtherWriters()));
        QVERIFY(!*sync_wait(store->noticeOtherWriters()));
    }

    void findsTheSameChecksumAfterReopening()
    {
        TestedStore store(u"sqlite"_s);
        for (int i = 0; i < 20; ++i)
            QVERIFY(sync_wait(store->commit(writing(u"a"_s, QString::number(i % 7), i % 5 ? "{}" : ""))));
        const auto before = store->feeds();
        store.reopen();
        QCOMPARE(store->feeds(), before);
    }
};

QTEST_GUILESS_MAIN(TestStoreFile)
#include "tst_storefile.moc"
