// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/failingdisk.h"

#include <atomic>
#include <sqlite3.h>

namespace Doorstep::Test::FailingDisk {
namespace {

/// What SQLite gives us; the real file lies behind it.
struct File
{
    sqlite3_file base;

    [[nodiscard]] sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

sqlite3_vfs *realVfs = nullptr;
std::atomic<int> left = 0; // operations until one fails; 0: none will
std::atomic<int> failure = SQLITE_OK;
std::atomic<bool> isForGoodNow = false;
std::atomic<bool> hasFailed = false;

sqlite3_file *realOf(sqlite3_file *file)
{
    return reinterpret_cast<File *>(file)->real();
}

bool failsNow()
{
    if (hasFailed && isForGoodNow)
        return true;
    if (left == 0 || --left > 0)
        return false;
    hasFailed = true;
    return true;
}

template <auto Method, typename... Arguments>
int pass(sqlite3_file *file, Arguments... arguments)
{
    auto *real = realOf(file);
    return (real->pMethods->*Method)(real, arguments...);
}

template <auto Method, typename... Arguments>
int passOrFail(sqlite3_file *file, Arguments... arguments)
{
    return failsNow() ? failure.load() : pass<Method>(file, arguments...);
}

using M = sqlite3_io_methods;
const sqlite3_io_methods methods{
    .iVersion = 2,
    .xClose = pass<&M::xClose>,
    .xRead = pass<&M::xRead, void *, int, sqlite3_int64>,
    .xWrite = passOrFail<&M::xWrite, const void *, int, sqlite3_int64>,
    .xTruncate = passOrFail<&M::xTruncate, sqlite3_int64>,
    .xSync = passOrFail<&M::xSync, int>,
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
    return done;
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
    sqlite3_vfs_register(&vfs, 1);
}

void failNth(int n, int code, bool isForGood)
{
    hasFailed = false;
    failure = code;
    isForGoodNow = isForGood;
    left = n;
}

bool mend()
{
    left = 0;
    isForGoodNow = false;
    return hasFailed;
}

} // namespace Doorstep::Test::FailingDisk
