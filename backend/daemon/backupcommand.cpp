// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/backupcommand.h"

#include "backend/daemon/datadirectory.h"
#include "backend/store/sqlite/storecopy.h"

#include <QDir>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr int exitFailed = 1;
constexpr int exitBadInput = 2;

int complain(const Error &error)
{
    QTextStream(stderr) << "doorstepd: " << error.detail << '\n';
    return error.kind == Error::Kind::Storage ? exitFailed : exitBadInput;
}

} // namespace

int runBackup(const BackupOptions &options)
{
    if (!QDir(options.dataDirectory).exists())
        return complain({Error::Kind::Refused, u"there is no directory %1"_s.arg(options.dataDirectory)});
    const auto data = DataDirectory::open(options.dataDirectory, DataDirectory::Use::Visit);
    if (!data)
        return complain(data.error());
    if (const auto copied = copyStore(data->storeFile(), options.file); !copied)
        return complain(copied.error());
    QTextStream(stdout) << "everything is copied to " << options.file << '\n';
    return 0;
}

int runRestore(const RestoreOptions &options)
{
    // The lock of a server: none may run, and none can start meanwhile.
    const auto data = DataDirectory::open(options.dataDirectory, DataDirectory::Use::Serve);
    if (!data)
        return complain(data.error());
    const auto restored = restoreStore(options.file, data->storeFile());
    if (!restored)
        return complain(restored.error());
    QTextStream out(stdout);
    out << "restored " << restored->documents << " documents of " << restored->feeds << " feeds and " << restored->fixes
        << " fixes; everybody signs in again\n";
    if (!restored->setAside.isEmpty())
        out << "what was there before is now " << restored->setAside << '\n';
    return 0;
}

} // namespace Doorstep
