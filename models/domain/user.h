// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"

#include <QObject>

namespace Doorstep {

/// Somebody who may sign in.
struct User
{
    Q_GADGET
public:
    enum class Role : quint8 { Driver, Dispatcher, Supervisor, Support, Admin };
    Q_ENUM(Role)

    UserId id;
    QString name; ///< What they sign in with.
    QString fullName;
    QList<Role> roles;
    DriverId driver; ///< Valid for somebody who drives: the one they may report for.

    [[nodiscard]] bool has(Role role) const { return roles.contains(role); }

    bool operator==(const User &) const = default;
};

} // namespace Doorstep
