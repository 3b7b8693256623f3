// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/store/sqlite/sqlitestore.h"
#include "backend/store/sqlite/storecopy.h"
#include "tests/backend/store/testedstore.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Doorstep;
using namespace Doorstep::Test;
using drogon::sync_wait;

namespace {

/// A store with one document and one fix, its copy, and then another document.
class Kept
{
public:
    Kept()
        : store(u"sqlite"_s)
        , copy(directory.filePath(u"copy.sqlite"_s))
        , target(directory.filePath(u"store.sqlite"_s))
    {
        if (!sync_wait(store->commit(writing(u"a"_s, u"1"_s, "{}"))) || !sync_wait(store->append({fixAt(u"d"_s, 0)})))
            qFatal("no store");
        if (!sync_wait(store->putAccount({.name = u"ana"_s, .user = UserId(u"u1"_s), .passwordHash = "x"}))
            || !sync_wait(
                store->putSession({.tokenHash = "t", .user = UserId(u"u1"_s), .expiresAt = noon().addDays(10)})))
            qFatal("no account");
        if (const auto copied = copyStore(store.path(), copy); !copied)
            qFatal("%s", qPrintable(copied.error().detail));
        if (!sync_wait(store->commit(writing(u"a"_s, u"2"_s, "{}"))))
            qFatal("no second document");
    }

    [[nodiscard]] QStringList files() const { return QDir(directory.path()).entryList(QDir::Files); }

    TestedStore store;
    QTemporaryDir directory;
    QString copy;
    QString target;
};

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s", qPrintable(file.errorString()));
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Backups: made beside a running server, and put back.
class TestStoreCopy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void copiesAStoreThatIsBeingWritten()
    {
        const Kept kept;
        QCOMPARE(QFile::permissions(kept.copy) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        auto copied = SqliteStore::open(kept.copy);
        QVERIFY(copied);
        QCOMPARE((*copied)->feeds().size(), std::size_t(1));
        QCOMPARE((*copied)->feeds().front().head, 1);
        QCOMPARE(sync_wait((*copied)->lastFixes())->size(), std::size_t(1));
    }

    void neverWritesOverAFile()
    {
        Kept kept;
        const auto before = bytesOf(kept.copy);
        const auto again = copyStore(kept.store.path(), kept.copy);
        QCOMPARE(again.error().kind, Error::Kind::Refused);
        QCOMPARE(bytesOf(kept.copy), before);
        QCOMPARE(copyStore(kept.target, kept.directory.filePath(u"c"_s)).error().kind, Error::Kind::Refused);
        QCOMPARE(copyStore(kept.store.path(), u"/nowhere/copy"_s).error().kind, Error::Kind::Refused);
        QCOMPARE(kept.files(), QStringList{u"copy.sqlite"_s});
    }

    void beginsAnotherHistory()
    {
        Kept kept;
        const auto before = kept.store->feeds().front();
        const auto restored = restoreStore(kept.copy, kept.target);
        QVERIFY2(restored, qPrintable(restored ? QString() : restored.error().detail));
        QCOMPARE(restored->documents, 1);
        QCOMPARE(restored->fixes, 1);
        QCOMPARE(restored->setAside, QString());
        auto store = SqliteStore::open(kept.target);
        QVERIFY(store);
        const auto now = (*store)->feeds().front();
        QCOMPARE(now.head, 1);
        QVERIFY(now.epoch != before.epoch);
        const auto page = sync_wait((*store)->changesAfter(FeedId(u"a"_s), before.epoch, 1, 10));
        QCOMPARE(page.error().kind, Error::Kind::Gone);
        QCOMPARE(page.error().detail, u"epoch_changed"_s);
        QCOMPARE(sync_wait((*store)->accounts())->size(), std::size_t(1));
        QVERIFY(sync_wait((*store)->sessions(noon()))->empty());
    }

    void setsAsideWhatWasThere_data()
    {
        QTest::addColumn<bool>("wasKilled");
        QTest::newRow("closed") << false;
        QTest::newRow("killed, with its log beside it") << true;
    }

    void setsAsideWhatWasThere()
    {
        QFETCH(const bool, wasKilled);
        Kept kept;
        if (!wasKilled)
            QVERIFY(copyStore(kept.store.path(), kept.target));
        else
            write(kept.target, bytesOf(kept.store.path()));
        if (wasKilled) {
            write(kept.target + u"-wal"_s, bytesOf(kept.store.path() + u"-wal"_s));
            QVERIFY(QFileInfo(kept.target + u"-wal"_s).size() > 0);
        }
        const auto restored = restoreStore(kept.copy, kept.target);
        QVERIFY2(restored, qPrintable(restored ? QString() : restored.error().detail));
        QVERIFY(!QFileInfo::exists(kept.target + u"-wal"_s)); // it would be poison for another file
        auto store = SqliteStore::open(kept.target);
        QVERIFY2(store, qPrintable(store ? QString() : store.error().detail));
        QCOMPARE((*store)->feeds().front().head, 1);
        auto aside = SqliteStore::open(restored->setAside);
        QVERIFY2(aside, qPrintable(aside ? QString() : aside.error().detail));
        QCOMPARE((*aside)->feeds().front().head, 2);
    }

    void replacesADamagedStore()
    {
        Kept kept;
        write(kept.target, QByteArray(9'000, 'x'));
        write(kept.target + u"-wal"_s, "log");
        const auto restored = restoreStore(kept.copy, kept.target);
        QVERIFY2(restored, qPrintable(restored ? QString() : restored.error().detail));
        QVERIFY(SqliteStore::open(kept.target));
        QCOMPARE(bytesOf(restored->setAside), QByteArray(9'000, 'x'));
        QCOMPARE(bytesOf(restored->setAside + u"-wal"_s), "log");
    }

    void refusesWhatIsNoBackup_data()
    {
        QTest::addColumn<QString>("what");
        for (const auto *what :
             {"missing", "a folder", "empty", "garbage", "cut short", "a bit flipped", "foreign", "newer", "in use"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }

    void refusesWhatIsNoBackup()
    {
        QFETCH(const QString, what);
        Kept kept;
        write(kept.target, bytesOf(kept.copy));
        const auto before = bytesOf(kept.target);
        spoil(kept.copy, what);
        const auto files = kept.files();
        const auto restored = restoreStore(kept.copy, kept.target);
        QVERIFY(!restored);
        QCOMPARE(restored.error().kind, Error::Kind::Refused);
        QVERIFY2(restored.error().detail.contains(kept.copy), qPrintable(restored.error().detail));
        QCOMPARE(bytesOf(kept.target), before);
        QCOMPARE(kept.files(), files);
    }

private:
    static void spoil(const QString &path, const QString &what)
    {
        const auto execute = [&path](const QByteArray &sql) {
            auto database = StoreFile::Database::open(path, StoreFile::Database::Mode::Writer);
            if (!database || !database->execute(sql))
                qFatal("cannot spoil it");
        };
        auto bytes = bytesOf(path);
        if (what == "missing"_L1 || what == "a folder"_L1)
            QFile::remove(path);
        if (what == "a folder"_L1)
            QDir().mkdir(path);
        else if (what == "empty"_L1)
            write(path, {});
        else if (what == "garbage"_L1)
            write(path, QByteArray(8'192, 'x'));
        else if (what == "cut short"_L1)
            write(path, bytes.first(bytes.size() - 4'096));
        else if (what == "a bit flipped"_L1) {
            for (auto at = bytes.size() / 2; at < bytes.size() / 2 + 8'192 && at < bytes.size(); ++at)
                bytes[at] = static_cast<char>(~bytes[at]);
            write(path, bytes);
        } else if (what == "foreign"_L1)
            execute("PRAGMA application_id=1");
        else if (what == "newer"_L1)
            execute("PRAGMA user_version=99");
        else if (what == "in use"_L1)
            write(path + u"-wal"_s, "frames");
    }
};

QTEST_GUILESS_MAIN(TestStoreCopy)
#include "tst_storecopy.moc"
