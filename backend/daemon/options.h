// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/api/autoassign.h"
#include "backend/api/regionservices.h"
#include "models/domain/result.h"
#include "models/domain/user.h"

#include <QString>
#include <QStringList>

#include <variant>

namespace Doorstep {

/// `doorstepd serve`
struct ServeOptions
{
    QString dataDirectory;
    Api::RegionSources region;
    QString listen = QStringLiteral("127.0.0.1:7080");
    bool isClockAdjustable = false;
    int connectionsPerAddress = 1024;
    int fixDaysKept = 90;
    Api::AssignmentLimits assignment; ///< Of depots whose new orders are given out by themselves.
    bool endsWithInput = false; ///< Stops as soon as standard input ends: whoever started us is gone.
};

/// `doorstepd user add`
struct UserAddOptions
{
    QString dataDirectory;
    QString name;
    QString fullName;
    QList<User::Role> roles;
    QString driver;
    bool isPasswordOnStdin = false;
};

/// `doorstepd user list`
struct UserListOptions
{
    QString dataDirectory;
};

/// `doorstepd backup`
struct BackupOptions
{
    QString dataDirectory;
    QString file; ///< Where the copy goes.
};

/// `doorstepd restore`
struct RestoreOptions
{
    QString dataDirectory;
    QString file; ///< The copy.
};

/// `doorstepd user disable`
struct UserDisableOptions
{
    QString dataDirectory;
    QString name;
};

/// `doorstepd audit verify`
struct AuditVerifyOptions
{
    QString dataDirectory;
};

/// `doorstepd region import …`: everything behind `region` is its own.
struct RegionImportOptions
{
    QStringList arguments;
};

/// `doorstepd routes`: the table of calls, for the test that holds it and its description together.
struct RoutesOptions
{
};

struct HelpOptions
{
};

struct VersionOptions
{
};

using Options =
    std::variant<HelpOptions, VersionOptions, ServeOptions, UserAddOptions, UserListOptions, UserDisableOptions,
                 AuditVerifyOptions, BackupOptions, RestoreOptions, RegionImportOptions, RoutesOptions>;

/// What \a arguments (without the program's name) ask for. Malformed with a sentence for a person.
[[nodiscard]] Result<Options> parseOptions(const QStringList &arguments);
[[nodiscard]] QString helpText();

} // namespace Doorstep
