// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/auditcommand.h"
#include "backend/daemon/backupcommand.h"
#include "backend/daemon/options.h"
#include "backend/daemon/server.h"
#include "backend/daemon/usercommand.h"
#include "backend/region/import/importcommand.h"

#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace Doorstep;

namespace {

int run(const HelpOptions &)
{
    QTextStream(stdout) << helpText();
    return 0;
}

int run(const VersionOptions &)
{
    QTextStream(stdout) << "doorstepd " << DOORSTEP_VERSION << '\n';
    return 0;
}

int run(const ServeOptions &options)
{
    return runServer(options);
}

int run(const UserAddOptions &options)
{
    return runUserAdd(options);
}

int run(const UserListOptions &options)
{
    return runUserList(options);
}

int run(const BackupOptions &options)
{
    return runBackup(options);
}

int run(const RestoreOptions &options)
{
    return runRestore(options);
}

int run(const UserDisableOptions &options)
{
    return runUserDisable(options);
}

int run(const AuditVerifyOptions &options)
{
    return runAuditVerify(options);
}

int run(const RegionImportOptions &options)
{
    return regionCommand(options.arguments);
}

int run(const RoutesOptions &)
{
    return printRoutes();
}

} // namespace

// NOLINTNEXTLINE(bugprone-exception-escape): options always are one of them
int main(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    const auto options = parseOptions(arguments);
    if (!options) {
        QTextStream(stderr) << "doorstepd: " << options.error().detail << '\n';
        return 2;
    }
    return std::visit([](const auto &wanted) { return run(wanted); }, *options);
}
