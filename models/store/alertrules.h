// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/exception.h"

#include <QTime>

#include <array>

namespace Doorstep {

/// How a person wants to hear of new cases, by how much is lost when nobody acts.
struct AlertRules
{
    struct Way
    {
        bool isShown = false; ///< As a notification of the system.
        bool isHeard = false;

        bool operator==(const Way &) const = default;
        [[nodiscard]] bool isSilent() const noexcept { return !isShown && !isHeard; }
    };

    /// Low, medium, high.
    std::array<Way, 3> ways{Way{}, Way{.isShown = true}, Way{.isShown = true, .isHeard = true}};
    bool hasQuietHours = false;
    QTime quietFrom{22, 0}; ///< By the person's own clock, whichever day.
    QTime quietTo{7, 0}; ///< The same as quietFrom: all day.
    bool isHighAlwaysTold = true; ///< Also in quiet hours.

    /// What is done about a new case of \a severity when the person's clock says \a now.
    [[nodiscard]] Way wayFor(Exception::Severity severity, QTime now) const;
    [[nodiscard]] bool isQuietAt(QTime now) const;

    bool operator==(const AlertRules &) const = default;
};

} // namespace Doorstep
