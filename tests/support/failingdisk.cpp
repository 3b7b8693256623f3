// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/failingdisk.h"

#include "tests/support/unsynced.h"

#include <QFile>

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <sqlite3.h>

namespace Doorstep::Test::FailingDisk {
namespace {

/// What SQLite gives us; the real file lies behind it.
struct File
{
    sqlite3_file base;
    Unsynced *unsynced; ///< Of files that have a name.

    [[nodiscard]] sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

sqlite3_vfs *realVfs = nullptr;
std::atomic<int> left = 0; // operations until one fails; 0: none will
std::atomic<int> failure = SQLITE_OK;
std::atomic<bool> isForGoodNow = false;
std::atomic<bool> hasFailed = false;

std::mutex powerMutex;
std::map<QString, std::unique_ptr<Unsynced>> files; // by path; with the mutex
std::atomic<bool> isWatched = false;
std::atomic<int> powerLeft = 0; // operations until power is lost; 0: it will not be
std::atomic<bool> isDark = false;

sqlite3_file *realOf(sqlite3_file *file)
{
    return reinterpret_cast<File *>(file)->real();
}

bool failsNow(bool isRead)
{
    if (isDark)
        return true;
    if (isRead != (failure == SQLITE_IOERR_READ))
        return false;
    if (hasFailed && isForGoodNow)
        return true;
    if (left == 0)
        return false;
    const int after = --left;
    if (after > 0)
        return false;
    hasFailed = true;
    return true;
}

int codeNow()
{
    return isDark ? SQLITE_IOERR : failure.load();
}

/// Notes what is about to be done.
template <typename Note>
void watch(sqlite3_file *file, Note note)
{
    auto *unsynced = reinterpret_cast<File *>(file)->unsynced;
    if (!isWatched || unsynced == nullptr)
        return;
    const std::scoped_lock lock(powerMutex);
    note(*unsynced);
    if (powerLeft <= 0)
        return;
    const auto after = --powerLeft;
    if (after == 0)
        isDark = true; // this one is on its way to the disk, and does not come back
}

template <auto Method, typename... Arguments>
int pass(sqlite3_file *file, Arguments... arguments)
{
    auto *real = realOf(file);
    return (real->pMethods->*Method)(real, arguments...);
}

int read(sqlite3_file *file, void *bytes, int size, sqlite3_int64 at)
{
    return failsNow(true) ? codeNow() : pass<&sqlite3_io_methods::xRead>(file, bytes, size, at);
}

int write(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 at)
{
    if (failsNow(false))
        return codeNow();
    watch(file, [&](Unsynced &of) { of.write(at, QByteArray(static_cast<const char *>(bytes), size)); });
    const int done = pass<&sqlite3_io_methods::xWrite>(file, bytes, size, at);
    return isDark ? SQLITE_IOERR_WRITE : done;
}

int truncate(sqlite3_file *file, sqlite3_int64 size)
{
    if (failsNow(false))
        return codeNow();
    watch(file, [&](Unsynced &of) { of.truncate(size); });
    const int done = pass<&sqlite3_io_methods::xTruncate>(file, size);
    return isDark ? SQLITE_IOERR_TRUNCATE : done;
}

int sync(sqlite3_file *file, int flags)
{
    if (failsNow(false))
        return codeNow();
    watch(file, [](Unsynced &) { });
    if (isDark)
        return SQLITE_IOERR_FSYNC;
    const int done = pass<&sqlite3_io_methods::xSync>(file, flags);
    if (auto *unsynced = reinterpret_cast<File *>(file)->unsynced; unsynced != nullptr) {
        const std::scoped_lock lock(powerMutex);
        unsynced->sync();
    }
    return done;
}

using M = sqlite3_io_methods;
const sqlite3_io_methods methods{
    .iVersion = 2,
    .xClose = pass<&M::xClose>,
    .xRead = read,
    .xWrite = write,
    .xTruncate = truncate,
    .xSync = sync,
    .xFileSize = pass<&M::xFileSize, sqlite3_int64 *>,
    .xLock = pass<&M::xLock, int>,
    .xUnlock = pass<&M::xUnlock, int>,
    .xCheckReservedLock = pass<&M::xCheckReservedLock, int *>,
    .xFileControl = pass<&M::xFileControl, int, void *>,
    .xSectorSize = pass<&M::xSectorSize>,
    .xDeviceCharacteristics = pass<&M::xDeviceCharacteristics>,
    .xShmMap = pass<&M::xShmMap, int, int, int, void volatile **>,
    .xShmLock = pass<&M::xShmLock, int, int, int>,
    .xShmBarrier = [](sqlite3_file *file) { realOf(file)->pMethods->xShmBarrier(realOf(file)); },
    .xShmUnmap = pass<&M::xShmUnmap, int>,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

int open(sqlite3_vfs *, sqlite3_filename name, sqlite3_file *file, int flags, int *outFlags)
{
    const int done = realVfs->xOpen(realVfs, name, realOf(file), flags, outFlags);
    file->pMethods = realOf(file)->pMethods == nullptr ? nullptr : &methods;
    auto *ours = reinterpret_cast<File *>(file);
    ours->unsynced = nullptr;
    if (name != nullptr && done == SQLITE_OK) {
        const std::scoped_lock lock(powerMutex);
        auto &unsynced = files[QString::fromUtf8(name)];
        if (!unsynced)
            unsynced = std::make_unique<Unsynced>(QString::fromUtf8(name));
        ours->unsynced = unsynced.get();
    }
    return done;
}

int remove(sqlite3_vfs *, const char *name, int isDurable)
{
    return isDark ? SQLITE_IOERR_DELETE : realVfs->xDelete(realVfs, name, isDurable);
}

} // namespace

void install()
{
    static sqlite3_vfs vfs;
    realVfs = sqlite3_vfs_find(nullptr);
    vfs = *realVfs;
    vfs.pNext = nullptr;
    vfs.zName = "failing";
    vfs.szOsFile = static_cast<int>(sizeof(File)) + realVfs->szOsFile;
    vfs.xOpen = open;
    vfs.xDelete = remove;
    sqlite3_vfs_register(&vfs, 1);
}

void failNth(int n, int code, bool isForGood)
{
    hasFailed = false;
    failure = code;
    isForGoodNow = isForGood;
    left = n;
}

bool mayWrite()
{
    return !failsNow(false);
}

bool mend()
{
    left = 0;
    isForGoodNow = false;
    return hasFailed;
}

void watchPower()
{
    isWatched = true;
}

void losePower(int n)
{
    powerLeft = n;
}

bool restorePower(quint32 seed)
{
    const std::scoped_lock lock(powerMutex);
    const bool wasDark = isDark.exchange(false);
    isWatched = false;
    powerLeft = 0;
    std::mt19937 dice(seed);
    for (const auto &[path, unsynced] : files) {
        if (!wasDark)
            break;
        unsynced->lose(dice);
        QFile::remove(path + QStringLiteral("-shm")); // shared memory
    }
    files.clear();
    return wasDark;
}

} // namespace Doorstep::Test::FailingDisk
