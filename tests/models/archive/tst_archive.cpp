// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/archive/archive.h"
#include "models/archive/cacheschema.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Doorstep;
using namespace Qt::StringLiterals;

namespace {

const FeedId feed(u"depot-a"_s);

Document document(int number, qint64 version, const QByteArray &body = R"({"from":"the future","n":1})")
{
    return {.kind = u"stop"_s, .id = u"s%1"_s.arg(number), .version = version, .deleted = body.isEmpty(), .body = body};
}

Wire::ChangeRun run(qint64 after, const QList<Change> &changes)
{
    return {.after = after, .to = after + changes.size(), .changes = changes, .isContiguous = true};
}

QHash<QString, Document> contents(Archive &archive)
{
    QHash<QString, Document> documents;
    const auto read =
        archive.read(feed, [&documents](const Document &document) { documents.insert(document.id, document); });
    return read ? documents : QHash<QString, Document>();
}

Wire::Checksum checksumOf(const QHash<QString, Document> &documents)
{
    Wire::Checksum checksum = 0;
    for (const auto &document : documents)
        checksum ^= Wire::digestOf(document);
    return checksum;
}

Result<QList<DocumentName>> takeSnapshot(Archive &archive, const Cursor &cursor, const QList<Document> &documents)
{
    Wire::Checksum checksum = 0;
    for (const auto &document : documents)
        checksum ^= Wire::digestOf(document);
    return archive.beginSnapshot(feed, cursor).and_then([&] { return archive.addToSnapshot(documents); }).and_then([&] {
        return archive.finishSnapshot(checksum);
    });
}

} // namespace

class ArchiveTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    [[nodiscard]] QString path() const
    {
        return m_dir.filePath(u"%1.db"_s.arg(QString::fromLatin1(QTest::currentTestFunction())));
    }
    [[nodiscard]] Archive opened() const
    {
        auto opened = Archive::open(path());
        Q_ASSERT(opened && opened->movedAside.isEmpty());
        return std::move(opened->archive);
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void comesBackAsItWas()
    {
        const Cursor cursor{.epoch = 0xffff'ffff'ffff'fff0, .seq = 7};
        {
            auto archive = opened();
            QVERIFY(archive.feeds().isEmpty());
            QVERIFY(takeSnapshot(archive, cursor, {document(1, 3), document(2, 7)}));
            QVERIFY(archive.apply(feed, run(7, {document(1, 8, "{}"), document(2, 9, {}), document(3, 10)})));
            QVERIFY(archive.setMeta(u"server"_s, u"http://x"_s));
        }
        auto archive = opened();
        const auto state = archive.state(feed);
        QVERIFY(state);
        QCOMPARE(state->cursor, (Cursor{.epoch = cursor.epoch, .seq = 10}));
        QVERIFY(state->currentAt.isValid());
        const auto documents = contents(archive);
        QCOMPARE(documents, (QHash<QString, Document>{{u"s1"_s, document(1, 8, "{}")}, {u"s3"_s, document(3, 10)}}));
        QCOMPARE(state->checksum, checksumOf(documents));
        QCOMPARE(archive.meta(u"server"_s).value_or(QString()), u"http://x"_s);
        QCOMPARE(archive.meta(u"nothing"_s).value_or(u"?"_s), QString());
    }

    void takesOnlyWhatFollows_data()
    {
        QTest::addColumn<qint64>("after");
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("isContiguous");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("the next") << qint64(5) << 3 << true << true;
        QTest::newRow("overlapping") << qint64(3) << 4 << true << true;
        QTest::newRow("known already") << qint64(2) << 3 << true << false;
        QTest::newRow("a gap before") << qint64(6) << 3 << true << false;
        QTest::newRow("a gap inside") << qint64(5) << 3 << false << false;
        QTest::newRow("nothing") << qint64(5) << 0 << true << false;
    }

    void takesOnlyWhatFollows()
    {
        QFETCH(const qint64, after);
        QFETCH(const int, count);
        QFETCH(const bool, isContiguous);
        QFETCH(const bool, isTaken);
        auto opened = Archive::open({});
        QVERIFY(opened);
        auto &archive = opened->archive;
        QVERIFY(takeSnapshot(archive, {.epoch = 1, .seq = 5}, {document(1, 5)}));
        QList<Change> changes;
        for (int i = 1; i <= count; ++i)
            changes.append(document(1, after + i, QByteArray("{\"v\":") + QByteArray::number(after + i) + '}'));
        auto made = run(after, changes);
        made.isContiguous = isContiguous;
        QCOMPARE(archive.apply(feed, made).has_value(), isTaken);
        QCOMPARE(archive.state(feed)->cursor.seq, isTaken ? after + count : 5);
        QCOMPARE(archive.state(feed)->checksum, checksumOf(contents(archive)));
        QVERIFY(!archive.apply(FeedId(u"unknown"_s), made));
    }

    void replacesTheOldReplicaByASnapshot()
    {
        auto opened = Archive::open({});
        QVERIFY(opened);
        auto &archive = opened->archive;
        QVERIFY(takeSnapshot(archive, {.epoch = 1, .seq = 5}, {document(1, 1), document(2, 5)}));
        QVERIFY(archive.apply(feed, run(5, {document(3, 6)})));
        const auto gone = takeSnapshot(archive, {.epoch = 2, .seq = 4}, {document(2, 4, "{}"), document(9, 2)});
        QVERIFY(gone);
        QCOMPARE(gone->size(), 2);
        QVERIFY(gone->contains(DocumentName{.kind = u"stop"_s, .id = u"s1"_s}));
        QVERIFY(gone->contains(DocumentName{.kind = u"stop"_s, .id = u"s3"_s}));
        QCOMPARE(contents(archive).size(), 2);
        QCOMPARE(archive.state(feed)->cursor, (Cursor{.epoch = 2, .seq = 4}));
        QCOMPARE(archive.state(feed)->checksum, checksumOf(contents(archive)));
    }

    void forgetsASnapshotThatWasNotFinished()
    {
        auto archive = opened();
        QVERIFY(takeSnapshot(archive, {.epoch = 1, .seq = 5}, {document(1, 1)}));
        const auto before = contents(archive);
        QVERIFY(archive.beginSnapshot(feed, {.epoch = 2, .seq = 9}));
        QVERIFY(archive.addToSnapshot({document(1, 9), document(2, 9)}));
        QVERIFY(!archive.apply(feed, run(5, {document(1, 6)}))); // not while a snapshot is under way
        archive.abandonSnapshot();
        QCOMPARE(contents(archive), before);

        QVERIFY(archive.beginSnapshot(feed, {.epoch = 2, .seq = 9}));
        QVERIFY(archive.addToSnapshot({document(2, 9)}));
        const auto refused = archive.finishSnapshot(12345);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Conflict);
        QCOMPARE(contents(archive), before);
        QCOMPARE(archive.state(feed)->cursor, (Cursor{.epoch = 1, .seq = 5}));
        QVERIFY(archive.apply(feed, run(5, {document(1, 6)})));
    }

    void dropsAFeed()
    {
        auto opened = Archive::open({});
        QVERIFY(opened);
        auto &archive = opened->archive;
        QVERIFY(takeSnapshot(archive, {.epoch = 1, .seq = 5}, {document(1, 1), document(2, 2)}));
        QCOMPARE(archive.drop(feed).value_or(QList<DocumentName>()).size(), 2);
        QVERIFY(archive.feeds().isEmpty());
        QVERIFY(contents(archive).isEmpty());
        QCOMPARE(archive.drop(feed).value_or(QList<DocumentName>()).size(), 0);
    }

    void movesAnUnusableFileAside_data()
    {
        QTest::addColumn<QString>("how");
        for (const auto *how :
             {"text", "empty pages", "cut", "bit flips", "foreign", "newer", "feeds that make no sense"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }

    void movesAnUnusableFileAside()
    {
        QFETCH(const QString, how);
        QFile::remove(path());
        {
            auto archive = opened();
            QList<Document> documents;
            for (int i = 0; i < 500; ++i)
                documents.append(document(i, i + 1));
            QVERIFY(takeSnapshot(archive, {.epoch = 1, .seq = 500}, documents));
        }
        spoil(how);

        auto again = Archive::open(path());
        QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
        QVERIFY2(!again->movedAside.isEmpty(), "the spoilt file was used");
        QVERIFY(QFile::exists(again->movedAside));
        QVERIFY(!again->reason.isEmpty());
        QVERIFY(again->archive.feeds().isEmpty());
        QVERIFY(takeSnapshot(again->archive, {.epoch = 1, .seq = 1}, {document(1, 1)}));
    }

    void noticesDamageToWhatItKeeps_data()
    {
        QTest::addColumn<QByteArray>("how");
        QTest::newRow("a body") << "UPDATE document SET body = CAST('{\"n\":3}' AS BLOB) WHERE id = 's1'"_ba;
        QTest::newRow("a version") << "UPDATE document SET version = 2 WHERE id = 's1'"_ba;
        QTest::newRow("an id") << "UPDATE document SET id = 's7' WHERE id = 's1'"_ba;
        QTest::newRow("a document is gone") << "DELETE FROM document WHERE id = 's1'"_ba;
    }

    void noticesDamageToWhatItKeeps()
    {
        QFETCH(const QByteArray, how);
        QFile::remove(path());
        {
            auto archive = opened();
            QVERIFY(takeSnapshot(archive, {.epoch = 1, .seq = 5}, {document(1, 1), document(2, 5)}));
            QVERIFY(archive.read(feed, [](const Document &) { }));
        }
        {
            auto database = Disk::Database::open(path());
            QVERIFY(database && database->execute(how.constData()));
        }
        auto archive = opened(); // SQLite sees nothing wrong with it
        QStringList read;
        const auto done = archive.read(feed, [&read](const Document &one) { read.append(one.id); });
        QVERIFY(!done);
        QCOMPARE(done.error().kind, Error::Kind::Malformed);
        QVERIFY(read.contains(u"s2"_s));
    }

    void usesAFileThatWasNotClosed()
    {
        // What a kill leaves: the database and its log as they are on disk at that moment.
        const auto copy = m_dir.filePath(u"killed.db"_s);
        auto archive = opened();
        QVERIFY(takeSnapshot(archive, {.epoch = 1, .seq = 5}, {document(1, 1)}));
        for (int i = 6; i < 60; ++i)
            QVERIFY(archive.apply(feed, run(i - 1, {document(1, i)})));
        QVERIFY(QFile::copy(path(), copy));
        QVERIFY(QFile::copy(path() + u"-wal"_s, copy + u"-wal"_s));
        auto again = Archive::open(copy);
        QVERIFY(again);
        QVERIFY(again->movedAside.isEmpty());
        QCOMPARE(again->archive.state(feed)->cursor.seq, 59);
        QCOMPARE(contents(again->archive).value(u"s1"_s).version, 59);
    }

    void isWholeAfterAKillAtAnyMoment()
    {
        // Cut the log at random places: the replica is at some cursor with exactly that cursor's documents.
        const auto copy = m_dir.filePath(u"cut.db"_s);
        auto archive = opened();
        QVERIFY(takeSnapshot(archive, {.epoch = 1, .seq = 0}, {}));
        for (int i = 1; i < 100; ++i)
            QVERIFY(archive.apply(feed, run(i - 1, {document(i % 7, i)})));
        QFile log(path() + u"-wal"_s);
        QVERIFY(log.open(QIODevice::ReadOnly));
        const auto bytes = log.readAll();
        QRandomGenerator random(99);
        for (int round = 0; round < 40; ++round) {
            for (const auto *suffix : {"", "-wal", "-shm", ".lock"})
                QFile::remove(copy + QString::fromLatin1(suffix));
            QVERIFY(QFile::copy(path(), copy));
            QFile cut(copy + u"-wal"_s);
            QVERIFY(cut.open(QIODevice::WriteOnly));
            cut.write(bytes.first(random.bounded(bytes.size())));
            cut.close();
            auto again = Archive::open(copy);
            QVERIFY(again);
            const auto state = again->archive.state(feed).value_or(ReplicaState());
            QCOMPARE(state.checksum, checksumOf(contents(again->archive)));
            for (const auto &document : contents(again->archive))
                QVERIFY(document.version <= state.cursor.seq && document.version > state.cursor.seq - 7);
        }
    }

    void migratesFromTheFirstSchema()
    {
        {
            auto database = Disk::Database::open(path());
            QVERIFY(database);
            QVERIFY(database->execute(R"(
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE feed (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, epoch TEXT NOT NULL, seq INTEGER NOT NULL, checksum TEXT NOT NULL);
CREATE TABLE document (feed INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE, kind TEXT NOT NULL, id TEXT NOT NULL,
    version INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY (feed, kind, id)) WITHOUT ROWID;
INSERT INTO feed VALUES (1, 'depot-a', '17', 5, 'dc747791a346186a');
INSERT INTO document VALUES (1, 'stop', 's1', 5, '{}');
PRAGMA application_id = 1146315617; PRAGMA user_version = 1;
)"));
        }
        auto archive = opened();
        QCOMPARE(archive.state(feed)->cursor, (Cursor{.epoch = 17, .seq = 5}));
        QCOMPARE(contents(archive).value(u"s1"_s).body, "{}"_ba);
        QVERIFY(archive.apply(feed, run(5, {document(1, 6)})));
    }

    void belongsToOneProgramAtATime()
    {
        auto archive = opened();
        const auto second = Archive::open(path());
        QVERIFY(!second);
        QCOMPARE(second.error().kind, Error::Kind::Refused);
    }

    void saysWhenTheDiskSaysNo()
    {
        const auto nowhere = Archive::open(m_dir.filePath(u"no/such/folder/cache.db"_s));
        QVERIFY(!nowhere);
    }

private:
    void spoil(const QString &how) const
    {
        QFile file(path());
        if (how == "foreign"_L1 || how == "newer"_L1 || how == "feeds that make no sense"_L1) {
            auto database = Disk::Database::open(path());
            QVERIFY(database);
            QVERIFY(database->execute(how == "foreign"_L1     ? "PRAGMA application_id = 7"
                                          : how == "newer"_L1 ? "PRAGMA user_version = 99"
                                                              : "UPDATE feed SET epoch = 'soon'"));
            return;
        }
        if (how == "bit flips"_L1) {
            // A file that was closed in good order is trusted; that of a console that was killed is looked through.
            auto database = Disk::Database::open(path());
            QVERIFY(database);
            QVERIFY(database->execute("UPDATE meta SET value = '0'; PRAGMA wal_checkpoint(TRUNCATE)"));
        }
        QVERIFY(file.open(QIODevice::ReadWrite));
        if (how == "text"_L1) {
            file.resize(0);
            file.write("this is not a database, whatever its name says; it is longer than a header of 100 bytes, at "
                       "least, so");
        } else if (how == "empty pages"_L1) {
            file.write(QByteArray(4096 * 3, '\0'));
        } else if (how == "cut"_L1) {
            file.resize(file.size() / 2);
        } else {
            QRandomGenerator random(5);
            for (int i = 0; i < 400; ++i) {
                file.seek(4096 + random.bounded(file.size() - 4096));
                file.write(QByteArray(8, static_cast<char>(random.bounded(256))));
            }
        }
    }
};

QTEST_GUILESS_MAIN(ArchiveTest)
#include "tst_archive.moc"
