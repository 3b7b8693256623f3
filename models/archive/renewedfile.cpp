// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/archive/renewedfile.h"

#include <QDateTime>
#include <QFile>

using namespace Qt::StringLiterals;

namespace Doorstep::Disk {

Result<std::unique_ptr<QLockFile>> lockFor(const QString &path, QLatin1StringView what)
{
    std::unique_ptr<QLockFile> lock;
    if (path.isEmpty())
        return lock;
    lock = std::make_unique<QLockFile>(path + ".lock"_L1);
    lock->setStaleLockTime(0);
    if (!lock->tryLock(0))
        return failure(Error::Kind::Refused, what + ": another program is using it"_L1);
    return lock;
}

QString moveAside(const QString &path)
{
    const auto stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    const QString target = u"%1.unusable-%2"_s.arg(path, stamp);
    QFile::rename(path, target);
    QFile::rename(path + "-wal"_L1, target + "-wal"_L1);
    QFile::remove(path + "-shm"_L1);
    return target;
}

Result<Renewal> openOrRenew(const QString &path,
                            const std::function<Result<>(std::unique_ptr<Database>, bool isRenewed)> &prepare,
                            const std::function<void()> &rescue)
{
    Renewal renewal;
    for (const bool isRenewed : {false, true}) {
        auto database = Database::open(path.isEmpty() ? u":memory:"_s : path);
        if (!database)
            return std::unexpected(std::move(database).error());
        const auto prepared = prepare(std::make_unique<Database>(*std::move(database)), isRenewed);
        if (prepared)
            break;
        if (isRenewed || prepared.error().kind != Error::Kind::Malformed)
            return std::unexpected(prepared.error());
        if (rescue)
            rescue();
        renewal = {.movedAside = moveAside(path), .reason = prepared.error().detail};
    }
    return renewal;
}

} // namespace Doorstep::Disk
