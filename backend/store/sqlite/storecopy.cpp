// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/store/sqlite/storecopy.h"

#include "backend/store/sqlite/database.h"
#include "backend/store/sqlite/schema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTimeZone>

#include <bit>
#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

using namespace StoreFile;

std::unexpected<Error> refused(const QString &detail)
{
    return failure(Error::Kind::Refused, detail);
}

QString lastError()
{
    return QString::fromStdString(std::generic_category().message(errno));
}

/// Waits until what was written to \a path, a file or a folder, is safe.
Result<> sync(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    const bool isSafe = file >= 0 && ::fsync(file) == 0;
    const auto why = lastError();
    if (file >= 0)
        ::close(file);
    return isSafe ? Result<>() : failure(Error::Kind::Storage, u"%1 cannot be synced: %2"_s.arg(path, why));
}

/// Gives \a from the name \a to, whatever had it before, in one step.
Result<> rename(const QString &from, const QString &to)
{
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0)
        return {};
    return failure(Error::Kind::Storage, u"%1 cannot be renamed to %2: %3"_s.arg(from, to, lastError()));
}

/// An empty file of the owner's only.
Result<> makePrivate(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return refused(u"%1 cannot be written: %2"_s.arg(path, lastError()));
    ::close(file);
    return {};
}

/// A file beside the real one that goes when this goes, unless it was given its final name.
class Draft
{
public:
    explicit Draft(QString path)
        : m_path(std::move(path))
    {
        clear(); // of a run that was killed
    }
    ~Draft() { clear(); }
    Q_DISABLE_COPY_MOVE(Draft)
    [[nodiscard]] const QString &path() const { return m_path; }

private:
    void clear() const
    {
        for (const auto suffix : {""_L1, "-wal"_L1, "-shm"_L1, "-journal"_L1})
            QFile::remove(m_path + suffix);
    }
    QString m_path;
};

/// Copies what \a from holds into the empty file \a to.
Result<> vacuumInto(Database &from, const QString &to)
{
    Statement copy(from, "VACUUM INTO ?1");
    return copy.with(to).run();
}

Result<Database> openCopy(const QString &copy)
{
    if (!QFileInfo(copy).isFile())
        return refused(u"there is no file %1"_s.arg(copy));
    if (QFileInfo(copy + "-wal"_L1).size() > 0)
        return refused(u"%1 is in use or was not closed: copy it with doorstepd backup"_s.arg(copy));
    auto database = Database::open(copy, Database::Mode::Still);
    if (!database)
        return refused(u"%1 cannot be opened: %2"_s.arg(copy, database.error().detail));
    const auto version = ownedVersion(*database, copy);
    if (!version)
        return std::unexpected(version.error());
    if (*version == 0)
        return refused(u"%1 is empty: it is no backup"_s.arg(copy));
    const auto verdict = database->text("PRAGMA integrity_check(1)");
    if (!verdict || *verdict != "ok"_L1)
        return refused(u"%1 is damaged (%2): take another backup"_s.arg(copy, verdict.value_or(u"unreadable"_s)));
    return database;
}

/// Another history for each feed, and no sessions: a sign-out after the copy was made must stay one.
Result<> beginAnew(Database &database)
{
    if (auto done = database.execute("BEGIN IMMEDIATE; DELETE FROM session;"); !done)
        return done;
    std::vector<qint64> feeds;
    Statement all(database, "SELECT no FROM feed");
    for (auto row = all.next(); !row || *row; row = all.next()) {
        if (!row)
            return std::unexpected(row.error());
        feeds.push_back(all.integer(0));
    }
    all.reset();
    Statement renew(database, "UPDATE feed SET epoch=?2 WHERE no=?1");
    for (const auto feed : feeds) {
        const auto epoch = QRandomGenerator::system()->generate64();
        if (auto done = renew.with(feed, std::bit_cast<qint64>(epoch)).run(); !done)
            return done;
    }
    return database.execute("COMMIT");
}

Result<RestoredStore> contentOf(Database &database)
{
    const auto feeds = database.integer("SELECT count(*) FROM feed");
    const auto documents = database.integer("SELECT count(*) FROM document WHERE NOT deleted");
    const auto fixes = database.integer("SELECT count(*) FROM fix");
    if (!feeds || !documents || !fixes)
        return std::unexpected(database.error());
    return RestoredStore{.feeds = *feeds, .documents = *documents, .fixes = *fixes, .setAside = {}};
}

/// Writes what is only in the log of the store into its file, where that can be read; closing it then removes the log.
void foldLog(const QString &storeFile)
{
    QFile file(storeFile);
    constexpr QByteArrayView magic = "SQLite format 3";
    if (!file.open(QIODevice::ReadOnly) || file.read(magic.size()) != magic)
        return; // SQLite would throw the log of a damaged file away
    file.close();
    if (auto before = Database::open(storeFile, Database::Mode::Writer))
        static_cast<void>(before->execute("PRAGMA wal_checkpoint(TRUNCATE)"));
}

/// Keeps the store that is there under another name. It also stays under its own, until another takes that.
Result<QString> setAside(const QString &storeFile)
{
    if (!QFileInfo::exists(storeFile))
        return QString();
    foldLog(storeFile);
    const auto when = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    auto aside = u"%1.before-restore-%2"_s.arg(storeFile, when);
    if (::link(QFile::encodeName(storeFile).constData(), QFile::encodeName(aside).constData()) != 0)
        return refused(u"%1 cannot be set aside: %2"_s.arg(storeFile, lastError()));
    QFile::remove(storeFile + "-shm"_L1);
    if (QFileInfo::exists(storeFile + "-wal"_L1)) { // beside another store it would be poison
        if (auto renamed = rename(storeFile + "-wal"_L1, aside + "-wal"_L1); !renamed)
            return std::unexpected(renamed.error());
    }
    return aside;
}

} // namespace

Result<> copyStore(const QString &storeFile, const QString &copy)
{
    if (!QFileInfo(storeFile).isFile())
        return refused(u"there is no store at %1"_s.arg(storeFile));
    if (QFileInfo::exists(copy))
        return refused(u"%1 exists already: give the backup another name"_s.arg(copy));
    auto store = Database::open(storeFile, Database::Mode::Reader);
    if (!store)
        return std::unexpected(store.error());
    if (const auto version = ownedVersion(*store, storeFile); !version)
        return std::unexpected(version.error());
    const Draft draft(copy + ".part"_L1);
    if (auto made = makePrivate(draft.path()); !made)
        return made;
    if (auto copied = vacuumInto(*store, draft.path()); !copied)
        return copied;
    if (auto safe = sync(draft.path()); !safe)
        return safe;
    if (auto renamed = rename(draft.path(), copy); !renamed)
        return renamed;
    return sync(QFileInfo(copy).absolutePath());
}

Result<RestoredStore> restoreStore(const QString &copy, const QString &storeFile)
{
    auto source = openCopy(copy);
    if (!source)
        return std::unexpected(source.error());
    const Draft draft(storeFile + ".restoring"_L1);
    if (auto made = makePrivate(draft.path()); !made)
        return std::unexpected(made.error());
    if (auto copied = vacuumInto(*source, draft.path()); !copied)
        return std::unexpected(copied.error());
    Result<RestoredStore> restored;
    {
        auto database = Database::open(draft.path(), Database::Mode::Writer);
        if (!database)
            return std::unexpected(database.error());
        if (auto begun = beginAnew(*database); !begun)
            return std::unexpected(begun.error());
        restored = contentOf(*database);
        if (auto folded = database->execute("PRAGMA wal_checkpoint(TRUNCATE)"); !folded)
            return std::unexpected(folded.error());
    }
    if (!restored)
        return restored;
    if (auto safe = sync(draft.path()); !safe)
        return std::unexpected(safe.error());
    auto aside = setAside(storeFile);
    if (!aside)
        return std::unexpected(aside.error());
    restored->setAside = *aside;
    if (auto renamed = rename(draft.path(), storeFile); !renamed)
        return std::unexpected(renamed.error());
    if (auto safe = sync(QFileInfo(storeFile).absolutePath()); !safe)
        return std::unexpected(safe.error());
    return restored;
}

} // namespace Doorstep
