// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/store/sqlite/sqlitestore.h"
#include "models/archive/archive.h"
#include "models/archive/outbox.h"
#include "tests/support/failingdisk.h"

#include <QTemporaryDir>
#include <QTest>

#include <drogon/utils/coroutine.h>
#include <sqlite3.h>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr int mostOperations = 500; // far more than one transaction needs
const FeedId feed(u"depot-a"_s);
const UserId maria(u"maria"_s);
const auto noon = QDateTime(QDate(2026, 3, 12), QTime(12, 0), QTimeZone::UTC);

Commit commitOf(const QStringList &ids)
{
    Commit commit{.writes = {}, .at = noon};
    for (const auto &id : ids)
        commit.writes.push_back({.feed = feed, .kind = u"stop"_s, .id = id, .body = "{}"});
    commit.audit.push_back({.feed = feed,
                            .device = DeviceId(u"d"_s),
                            .action = u"plan"_s,
                            .about = {u"stop/"_s + ids.first()},
                            .body = "{}"});
    return commit;
}

Outbox::New newCommand(const QString &id)
{
    return {.command = {.id = CommandId(id),
                        .feed = feed,
                        .verb = PinStop{.stop = StopId(u"s"_s), .pinned = true},
                        .at = noon},
            .text = u"Pinned"_s};
}

QStringList idsIn(const Outbox &outbox)
{
    QStringList ids;
    for (const auto &command : outbox.commands())
        ids.append(command.id.toString());
    return ids;
}

Wire::ChangeRun runOf(qint64 after, const QStringList &ids)
{
    Wire::ChangeRun run{.after = after, .to = after + ids.size()};
    for (const auto &id : ids)
        run.changes.append({.kind = u"stop"_s, .id = id, .version = ++after, .deleted = false, .body = "{}"});
    return run;
}

QStringList documentsIn(Archive &archive)
{
    QStringList ids;
    if (!archive.read(feed, [&ids](const Document &document) { ids.append(document.id); }))
        return {u"damaged"_s};
    return ids;
}

} // namespace

/// Each write, sync and truncation of a transaction fails once, one after the other, until one run passes without: what
/// was said to be kept is there, what was not is not, and everything goes on.
class FailingDiskTest : public QObject
{
    Q_OBJECT

    static void addFailures()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("isForGood");
        for (const bool isForGood : {false, true}) {
            const auto *how = isForGood ? "%s, and all after it" : "%s";
            QTest::addRow(how, "the disk is full") << SQLITE_FULL << isForGood;
            QTest::addRow(how, "a write fails") << SQLITE_IOERR_WRITE << isForGood;
            QTest::addRow(how, "a sync fails") << SQLITE_IOERR_FSYNC << isForGood;
        }
    }

private Q_SLOTS:
    void initTestCase() { FailingDisk::install(); }

    void theBackendsStore_data() { addFailures(); }
    void theBackendsStore()
    {
        QFETCH(const int, code);
        QFETCH(const bool, isForGood);
        int failed = 0;
        for (int n = 1; n < mostOperations; ++n) {
            const QTemporaryDir directory;
            const auto path = directory.filePath(u"store.sqlite"_s);
            bool isKept = false;
            bool wasStruck = false;
            {
                auto store = SqliteStore::open(path);
                QVERIFY2(store, store ? "" : qPrintable(store.error().detail));
                QVERIFY(drogon::sync_wait((*store)->commit(commitOf({u"a"_s}))));
                FailingDisk::failNth(n, code, isForGood);
                isKept = drogon::sync_wait((*store)->commit(commitOf({u"b"_s, u"c"_s}))).has_value();
                wasStruck = FailingDisk::mend();
                QVERIFY(drogon::sync_wait((*store)->commit(commitOf({u"d"_s}))));
                QCOMPARE((*store)->feeds().at(0).head, isKept ? 4 : 2);
            }
            auto again = SqliteStore::open(path);
            QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
            QCOMPARE((*again)->feeds().at(0).head, isKept ? 4 : 2);
            QCOMPARE(drogon::sync_wait((*again)->documentsOf(feed, u"stop"_s))->size(), isKept ? 4 : 2);
            QCOMPARE(drogon::sync_wait((*again)->audit(feed, {}, 0, 10))->size(), isKept ? 3U : 2U);
            if (!wasStruck) {
                QVERIFY(isKept);
                QVERIFY(failed > 0);
                return;
            }
            failed += isKept ? 0 : 1;
        }
        QFAIL("it never ends");
    }

    void theOutbox_data() { addFailures(); }
    void theOutbox()
    {
        QFETCH(const int, code);
        QFETCH(const bool, isForGood);
        int failed = 0;
        for (int n = 1; n < mostOperations; ++n) {
            const QTemporaryDir directory;
            const auto path = directory.filePath(u"outbox.db"_s);
            bool isKept = false;
            bool wasStruck = false;
            {
                auto opened = Outbox::open(path);
                QVERIFY(opened);
                auto &outbox = opened->outbox;
                QVERIFY(outbox.add(maria, {newCommand(u"a"_s)}));
                FailingDisk::failNth(n, code, isForGood);
                isKept = outbox.add(maria, {newCommand(u"b"_s), newCommand(u"c"_s)}).has_value();
                wasStruck = FailingDisk::mend();
                QVERIFY(outbox.add(maria, {newCommand(u"d"_s)}));
                QCOMPARE(outbox.commands().last().sequence, isKept ? 4 : 2);
            }
            auto again = Outbox::open(path);
            QVERIFY(again);
            QCOMPARE(again->movedAside, QString());
            QCOMPARE(idsIn(again->outbox),
                     isKept ? QStringList({u"a"_s, u"b"_s, u"c"_s, u"d"_s}) : QStringList({u"a"_s, u"d"_s}));
            if (!wasStruck) {
                QVERIFY(isKept);
                QVERIFY(failed > 0);
                return;
            }
            failed += isKept ? 0 : 1;
        }
        QFAIL("it never ends");
    }

    /// The second copy of the outbox, which is no SQLite file.
    void theOutboxsLog()
    {
        int failed = 0;
        for (int n = 1; n < mostOperations; ++n) {
            const QTemporaryDir directory;
            const auto path = directory.filePath(u"outbox.db"_s);
            bool isKept = false;
            int left = 0;
            {
                auto opened = Outbox::open(path, [&left] { return left == 0 || --left > 0; });
                QVERIFY(opened);
                auto &outbox = opened->outbox;
                QVERIFY(outbox.add(maria, {newCommand(u"a"_s)}));
                left = n;
                isKept = outbox.add(maria, {newCommand(u"b"_s), newCommand(u"c"_s)}).has_value();
                if (std::exchange(left, 0) > 0) {
                    QVERIFY(isKept);
                    QVERIFY(failed > 0);
                    return;
                }
                QVERIFY(outbox.add(maria, {newCommand(u"d"_s)}));
            }
            // The log alone brings back the same.
            QFile::remove(path);
            auto again = Outbox::open(path);
            QVERIFY(again);
            QCOMPARE(idsIn(again->outbox),
                     isKept ? QStringList({u"a"_s, u"b"_s, u"c"_s, u"d"_s}) : QStringList({u"a"_s, u"d"_s}));
            failed += isKept ? 0 : 1;
        }
        QFAIL("it never ends");
    }

    void theCache_data() { addFailures(); }
    void theCache()
    {
        QFETCH(const int, code);
        QFETCH(const bool, isForGood);
        int failed = 0;
        for (int n = 1; n < mostOperations; ++n) {
            const QTemporaryDir directory;
            const auto path = directory.filePath(u"cache.db"_s);
            bool isKept = false;
            bool wasStruck = false;
            {
                auto opened = Archive::open(path);
                QVERIFY(opened);
                auto &archive = opened->archive;
                QVERIFY(archive.beginSnapshot(feed, {.epoch = 1, .seq = 1}));
                const Document first{.kind = u"stop"_s, .id = u"a"_s, .version = 1, .body = "{}"};
                QVERIFY(archive.addToSnapshot({first}));
                QVERIFY(archive.finishSnapshot(Wire::digestOf(first)));
                FailingDisk::failNth(n, code, isForGood);
                isKept = archive.apply(feed, runOf(1, {u"b"_s, u"c"_s})).has_value();
                wasStruck = FailingDisk::mend();
                QCOMPARE(archive.state(feed)->cursor.seq, isKept ? 3 : 1);
                QVERIFY(archive.apply(feed, runOf(isKept ? 3 : 1, {u"d"_s})));
            }
            auto again = Archive::open(path);
            QVERIFY(again);
            QCOMPARE(again->movedAside, QString());
            QCOMPARE(again->archive.state(feed)->cursor.seq, isKept ? 4 : 2);
            QCOMPARE(documentsIn(again->archive).size(), isKept ? 4 : 2);
            if (!wasStruck) {
                QVERIFY(isKept);
                QVERIFY(failed > 0);
                return;
            }
            failed += isKept ? 0 : 1;
        }
        QFAIL("it never ends");
    }
};

QTEST_GUILESS_MAIN(FailingDiskTest)
#include "tst_failingdisk.moc"
