// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/auditcommand.h"

#include "backend/daemon/datadirectory.h"
#include "backend/daemon/exitcode.h"
#include "backend/store/sqlite/audittable.h"

#include <QFileInfo>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr int exitBroken = 1;
constexpr qint64 firstSchemaWithAudit = 2;

Result<std::vector<StoreFile::AuditChain>> chainsIn(const QString &directory)
{
    const auto data = DataDirectory::open(directory, DataDirectory::Use::Visit);
    if (!data)
        return std::unexpected(data.error());
    if (!QFileInfo::exists(data->storeFile()))
        return failure(Error::Kind::NotFound, u"there is no data in %1"_s.arg(directory));
    auto database = StoreFile::Database::open(data->storeFile(), StoreFile::Database::Mode::Reader);
    if (!database)
        return std::unexpected(database.error());
    const auto version = database->integer("PRAGMA user_version");
    if (!version)
        return std::unexpected(version.error());
    if (*version < firstSchemaWithAudit)
        return failure(Error::Kind::NotFound, u"nothing has been audited in %1 yet"_s.arg(directory));
    return StoreFile::verifyAudit(*database);
}

} // namespace

int runAuditVerify(const AuditVerifyOptions &options)
{
    const auto chains = chainsIn(options.dataDirectory);
    if (!chains) {
        QTextStream(stderr) << "doorstepd: " << chains.error().detail << '\n';
        return exitBadInput;
    }
    QTextStream out(stdout);
    bool isBroken = false;
    for (const auto &chain : *chains) {
        out << chain.feed.toString() << '\t' << chain.entries << '\t' << chain.head.toHex();
        if (!chain.problem.isEmpty())
            out << "\tBROKEN: " << chain.problem;
        out << '\n';
        isBroken = isBroken || !chain.problem.isEmpty();
    }
    return isBroken ? exitBroken : 0;
}

} // namespace Doorstep
