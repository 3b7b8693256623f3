// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/backupcommand.h"

#include "backend/daemon/datadirectory.h"
#include "backend/daemon/exitcode.h"
#include "backend/store/sqlite/storecopy.h"

#include <QDir>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

int refuse(const Error &error)
{
    return complain(error, error.kind == Error::Kind::Storage ? exitFailed : exitBadInput);
}

} // namespace

int runBackup(const BackupOptions &options)
{
    if (!QDir(options.dataDirectory).exists())
        return refuse(
            {.kind = Error::Kind::Refused, .detail = u"there is no directory %1"_s.arg(options.dataDirectory)});
    const auto data = DataDirectory::open(options.dataDirectory, DataDirectory::Use::Visit);
    if (!data)
        return refuse(data.error());
    if (const auto copied = copyStore(data->storeFile(), options.file); !copied)
        return refuse(copied.error());
    QTextStream(stdout) << "everything is copied to " << options.file << '\n';
    return 0;
}

int runRestore(const RestoreOptions &options)
{
    // The lock of a server: none may run, and none can start meanwhile.
    const auto data = DataDirectory::open(options.dataDirectory, DataDirectory::Use::Serve);
    if (!data)
        return refuse(data.error());
    const auto restored = restoreStore(options.file, data->storeFile());
    if (!restored)
        return refuse(restored.error());
    QTextStream out(stdout);
    out << "restored " << restored->documents << " documents of " << restored->feeds << " feeds and " << restored->fixes
        << " fixes; everybody signs in again\n";
    if (!restored->setAside.isEmpty())
        out << "what was there before is now " << restored->setAside << '\n';
    return 0;
}

} // namespace Doorstep
