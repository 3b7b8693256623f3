// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/store/sqlite/sqlitestore.h"
#include "tests/backend/store/testedstore.h"

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
