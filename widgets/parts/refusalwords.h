// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/user.h"

#include <QCoreApplication>

namespace Doorstep {

/// Why something was not done, in the person's language: one sentence for each code of docs/commands.md.
class RefusalWords
{
    Q_DECLARE_TR_FUNCTIONS(Doorstep::RefusalWords)
public:
    /// A whole sentence that says why, and what can be done where there is something. \a field names what two people
    /// disagree about and may be empty. An unknown code gets a sentence that says as much.
    [[nodiscard]] static QString of(QStringView code, QStringView field = {});
    /// "Only a dispatcher or an admin may do this."
    [[nodiscard]] static QString onlyFor(const QList<User::Role> &roles);
    [[nodiscard]] static QString of(User::Role role);
    /// What a field of a stop, route or driver is called: "window" is "the window"; empty for an unknown one.
    [[nodiscard]] static QString field(QStringView name);
    /// Whether it was the driver's doing, which wins over what a desk decided.
    [[nodiscard]] static bool isTheDrivers(QStringView code);
};

} // namespace Doorstep
