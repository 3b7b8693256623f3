// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/store/sqlite/audittable.h"
#include "tests/backend/store/testedstore.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Doorstep;
using namespace Doorstep::Test;
using drogon::sync_wait;

namespace {

using StoreFile::AuditChain;
using StoreFile::Database;

/// A store with five entries in the feed "a" and two in "b".
class Book
{
public:
    Book()
    {
        for (int i = 1; i <= 5; ++i)
            write(u"a"_s, i);
        write(u"b"_s, 6);
        write(u"b"_s, 7);
    }

    void write(const QString &feed, int number)
    {
        auto commit = writing(feed, u"s%1"_s.arg(number % 2), "{\"n\":" + QByteArray::number(number) + "}");
        commit.actor = UserId(number % 2 == 0 ? u"eva"_s : u"dora"_s);
        commit.audit.push_back({.feed = FeedId(feed),
                                .device = DeviceId(u"desk"_s),
                                .action = u"hold_stop"_s,
                                .about = {u"stop/s%1"_s.arg(number % 2), u"route/r"_s},
                                .body = "{\"n\":" + QByteArray::number(number) + "}"});
        QVERIFY(sync_wait(store->commit(std::move(commit))));
    }
    [[nodiscard]] QList<qint64> numbersAbout(const QString &about, qint64 before = 0, int limit = 100)
    {
        QList<qint64> numbers;
        const auto records = *sync_wait(store->audit(FeedId(u"a"_s), about, before, limit));
        for (const auto &record : records)
            numbers.append(record.number);
        return numbers;
    }
    /// As somebody with the file and without us would.
    void tamper(const QByteArray &sql)
    {
        auto database = Database::open(store.path(), Database::Mode::Writer);
        QVERIFY(database);
        const auto done = database->execute(sql);
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    }
    [[nodiscard]] std::vector<AuditChain> chains()
    {
        auto database = Database::open(store.path(), Database::Mode::Reader); // beside the store that is open
        return *StoreFile::verifyAudit(*database);
    }

    TestedStore store{u"sqlite"_s};
};

} // namespace

/// What was done stays as it was written, or is found out.
class TestAudit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void chainsTheEntriesOfEachFeed()
    {
        Book book;
        const auto chains = book.chains();
        QCOMPARE(chains.size(), std::size_t(2));
        QCOMPARE(chains[0].entries, 5);
        QCOMPARE(chains[1].entries, 2);
        QVERIFY(chains[0].problem.isEmpty() && chains[1].problem.isEmpty());
        QVERIFY(chains[0].head != chains[1].head);
    }

    void goesOnAfterARestart()
    {
        Book book;
        book.store.reopen();
        book.write(u"a"_s, 8);
        QCOMPARE(book.chains()[0].entries, 6);
        QVERIFY(book.chains()[0].problem.isEmpty());
    }

    void leavesNoEntryOfACommitThatFailed()
    {
        Book book;
        auto commit = writing(u"a"_s, u"s1"_s, "{}", 99);
        commit.audit.push_back({.feed = FeedId(u"a"_s), .device = {}, .action = u"x"_s, .about = {}, .body = "{}"});
        QCOMPARE(sync_wait(book.store->commit(std::move(commit))).error().kind, Error::Kind::Conflict);
        QCOMPARE(book.chains()[0].entries, 5);
        QVERIFY(book.chains()[0].problem.isEmpty());
    }

    void findsEntriesBySubject()
    {
        Book book;
        QCOMPARE(book.numbersAbout({}), (QList<qint64>{5, 4, 3, 2, 1}));
        QCOMPARE(book.numbersAbout(u"stop/s1"_s), (QList<qint64>{5, 3, 1}));
        QCOMPARE(book.numbersAbout(u"user/eva"_s), (QList<qint64>{4, 2})); // who did it
        QCOMPARE(book.numbersAbout(u"route/r"_s, 4, 2), (QList<qint64>{3, 2}));
        QCOMPARE(book.numbersAbout(u"stop/none"_s), QList<qint64>());
        QCOMPARE(sync_wait(book.store->audit(FeedId(u"none"_s), {}, 0, 1)).error().kind, Error::Kind::NotFound);
    }

    void saysWhichEntryDoesNotFit_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QString>("problem");
        const auto changed = u"entry 3 is not what was written"_s;
        const auto flip = [&changed](const char *column) {
            QTest::addRow("a byte of %s", column) << "UPDATE audit SET " + QByteArray(column) + "='x'||substr(" + column
                    + ",2) WHERE feed=1 AND n=3" << changed;
        };
        for (const auto *column : {"actor", "device", "action", "about", "body"})
            flip(column);
        for (const auto *column : {"before", "after", "hash"}) {
            QTest::addRow("a digit of %s", column) << "UPDATE audit SET " + QByteArray(column) + "=CASE substr("
                    + column + ",1,1) WHEN '0' THEN '1' ELSE '0' END||substr(" + column
                    + ",2) WHERE feed=1 AND n=3" << changed;
        }
        QTest::newRow("a millisecond") << "UPDATE audit SET at=at+1 WHERE feed=1 AND n=3"_ba << changed;
        QTest::newRow("a word moved to the next field")
            << "UPDATE audit SET action='hold', device='desk_stop' WHERE feed=1 AND n=3"_ba << changed;
        QTest::newRow("the first dropped") << "DELETE FROM audit WHERE feed=1 AND n=1"_ba << u"entry 1 is missing"_s;
        QTest::newRow("one dropped") << "DELETE FROM audit WHERE feed=1 AND n=3"_ba << u"entry 3 is missing"_s;
        QTest::newRow("the last dropped") << "DELETE FROM audit WHERE feed=1 AND n=5"_ba << u"entry 5 is missing"_s;
        QTest::newRow("all dropped") << "DELETE FROM audit WHERE feed=1"_ba << u"entry 1 is missing"_s;
        QTest::newRow("one dropped and the others moved up")
            << "DELETE FROM audit WHERE feed=1 AND n=3; UPDATE audit SET n=3 WHERE feed=1 AND n=4;"
               "UPDATE audit SET n=4 WHERE feed=1 AND n=5"_ba
            << changed;
        QTest::newRow("two swapped")
            << "UPDATE audit SET n=99 WHERE feed=1 AND n=3; UPDATE audit SET n=3 WHERE feed=1 AND n=4;"
               "UPDATE audit SET n=4 WHERE feed=1 AND n=99"_ba
            << changed;
        QTest::newRow("one slipped in at the end")
            << "INSERT INTO audit SELECT feed, 6, at, actor, device, action, about, body, before, after, hash"
               " FROM audit WHERE feed=1 AND n=5"_ba
            << u"entry 6 is not what was written"_s;
        QTest::newRow("one of another feed")
            << "DELETE FROM audit WHERE feed=1 AND n=1;"
               "INSERT INTO audit SELECT 1, n, at, actor, device, action, about, body, before, after, hash"
               " FROM audit WHERE feed=2 AND n=1"_ba
            << u"entry 1 is not what was written"_s;
        QTest::newRow("the last dropped and its head moved back")
            << "DELETE FROM audit WHERE feed=1 AND n=5; UPDATE audit_head SET n=4 WHERE feed=1"_ba
            << u"entry 4 is not the last that was written"_s;
        QTest::newRow("the head dropped")
            << "DELETE FROM audit_head WHERE feed=1"_ba << u"entry 1 was added by somebody else"_s;
    }

    void saysWhichEntryDoesNotFit()
    {
        QFETCH(const QByteArray, sql);
        QFETCH(const QString, problem);
        Book book;
        book.tamper(sql);
        const auto chains = book.chains();
        QCOMPARE(chains[0].problem, problem);
        QCOMPARE(chains[1].problem, QString()); // the other feed's is its own
    }

    void coversTheDocumentsThemselves()
    {
        Book book;
        const auto records = *sync_wait(book.store->audit(FeedId(u"a"_s), {}, 0, 100));
        // entry 3 wrote s1 over what entry 1 had left
        QCOMPARE(records[2].before, records[4].after);
        DocumentsHash expected;
        expected.add(u"stop"_s, u"s1"_s, R"({"n":3})");
        QCOMPARE(records[2].after, expected.result());
    }
};

QTEST_GUILESS_MAIN(TestAudit)
#include "tst_audit.moc"
