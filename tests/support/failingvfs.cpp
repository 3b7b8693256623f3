// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/failingvfs.h"

#include <cstdlib>
#include <cstring>
#include <sqlite3.h>

namespace Doorstep::Test {
namespace {

std::function<bool()> mayGoOn; // NOLINT: SQLite calls back without a place for it

bool fails()
{
    return mayGoOn && !mayGoOn();
}

sqlite3_vfs *real()
{
    static auto *vfs = sqlite3_vfs_find("unix");
    return vfs;
}

/// A file of the real kind behind a table of methods of ours.
struct File
{
    sqlite3_file base;
    sqlite3_io_methods methods;

    sqlite3_file *inner() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

sqlite3_file *inner(sqlite3_file *file)
{
    return reinterpret_cast<File *>(file)->inner();
}

template <auto method, typename... Args>
int passOn(sqlite3_file *file, Args... args)
{
    return (inner(file)->pMethods->*method)(inner(file), args...);
}

template <auto method, int code, typename... Args>
int passOnUnless(sqlite3_file *file, Args... args)
{
    return fails() ? code : (inner(file)->pMethods->*method)(inner(file), args...);
}

int close(sqlite3_file *file)
{
    return inner(file)->pMethods->xClose(inner(file));
}

void unmap(sqlite3_file *file)
{
    inner(file)->pMethods->xShmBarrier(inner(file));
}

int open(sqlite3_vfs *, sqlite3_filename name, sqlite3_file *file, int flags, int *outFlags)
{
    auto *ours = reinterpret_cast<File *>(file);
    std::memset(static_cast<void *>(ours), 0, sizeof(File));
    const int code = real()->xOpen(real(), name, ours->inner(), flags, outFlags);
    if (code != SQLITE_OK)
        return code;
    using M = sqlite3_io_methods;
    auto &m = ours->methods;
    m.iVersion = 2;
    m.xClose = close;
    m.xRead = passOn<&M::xRead, void *, int, sqlite3_int64>;
    m.xWrite = passOnUnless<&M::xWrite, SQLITE_FULL, const void *, int, sqlite3_int64>;
    m.xTruncate = passOnUnless<&M::xTruncate, SQLITE_IOERR_TRUNCATE, sqlite3_int64>;
    m.xSync = passOnUnless<&M::xSync, SQLITE_IOERR_FSYNC, int>;
    m.xFileSize = passOn<&M::xFileSize, sqlite3_int64 *>;
    m.xLock = passOn<&M::xLock, int>;
    m.xUnlock = passOn<&M::xUnlock, int>;
    m.xCheckReservedLock = passOn<&M::xCheckReservedLock, int *>;
    m.xFileControl = passOn<&M::xFileControl, int, void *>;
    m.xSectorSize = passOn<&M::xSectorSize>;
    m.xDeviceCharacteristics = passOn<&M::xDeviceCharacteristics>;
    m.xShmMap = passOn<&M::xShmMap, int, int, int, void volatile **>;
    m.xShmLock = passOn<&M::xShmLock, int, int, int>;
    m.xShmBarrier = unmap;
    m.xShmUnmap = passOn<&M::xShmUnmap, int>;
    ours->base.pMethods = &m;
    return code;
}

int remove(sqlite3_vfs *, const char *name, int sync)
{
    return fails() ? SQLITE_IOERR_DELETE : real()->xDelete(real(), name, sync);
}

} // namespace

void failSqlite(std::function<bool()> may)
{
    static sqlite3_vfs *ours = [] {
        static sqlite3_vfs vfs = *real();
        vfs.pNext = nullptr;
        vfs.zName = "failing";
        vfs.szOsFile = static_cast<int>(sizeof(File)) + real()->szOsFile;
        vfs.xOpen = open;
        vfs.xDelete = remove;
        sqlite3_vfs_register(&vfs, 1);
        return &vfs;
    }();
    (void)ours;
    mayGoOn = std::move(may);
}

} // namespace Doorstep::Test
