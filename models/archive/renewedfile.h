// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/archive/database.h"

#include <QLockFile>

#include <functional>
#include <memory>

/// How the console opens a SQLite file of its own, whatever state that is in.
namespace Doorstep::Disk {

/// What both files want, once they are known to be ours.
inline constexpr auto safePragmas = R"(
PRAGMA journal_mode = WAL;
PRAGMA checkpoint_fullfsync = ON;
PRAGMA trusted_schema = OFF;
PRAGMA cell_size_check = ON;
PRAGMA journal_size_limit = 8388608;
)";

/// Keeps \a path to this program for as long as it lives; none for an empty path, which is in memory. Refused when
/// another program has it. \a what is for the error: "cache".
[[nodiscard]] Result<std::unique_ptr<QLockFile>> lockFor(const QString &path, QLatin1StringView what);

/// Moves \a path, which nobody uses, and what SQLite left beside it to a name that says when; that name.
QString moveAside(const QString &path);

/// What openOrRenew() had to do.
struct Renewal
{
    QString movedAside; ///< Where the file went that could not be used; empty when it was fine.
    QString reason; ///< Why, in English, for the log.
};

/// Opens \a path (in memory when it is empty) and gives it to \a prepare. When that finds the file Malformed, \a rescue
/// may take out what is left, the file is moved aside, and \a prepare gets a new one. Any other error ends it.
[[nodiscard]] Result<Renewal>
openOrRenew(const QString &path, const std::function<Result<>(std::unique_ptr<Database>, bool isRenewed)> &prepare,
            const std::function<void()> &rescue = {});

} // namespace Doorstep::Disk
