// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/closure.h"
#include "models/domain/proof.h"
#include "models/domain/stop.h"

#include <QCoreApplication>
#include <QStringList>

namespace Doorstep {

class DepotTime;

/// What is known of a customer's wishes and answers, as a person reads it.
class CustomerWords
{
    Q_DECLARE_TR_FUNCTIONS(Doorstep::CustomerWords)
public:
    /// A line for each wish; none when nothing is known.
    [[nodiscard]] static QStringList of(const Preferences &preferences);
    /// "asked, no answer yet", "will be there", …; empty while nobody asked.
    [[nodiscard]] static QString of(const CheckIn &checkIn);
    [[nodiscard]] static QString of(CheckIn::How how);
    [[nodiscard]] static QString of(Promise::Channel channel);
    [[nodiscard]] static QString of(Closure::Cause cause);
    /// "Thu 14:00 – Thu 16:00", "until it is lifted".
    [[nodiscard]] static QString hours(const Closure &closure, const DepotTime &time);
    /// "photo, signature".
    [[nodiscard]] static QString of(const ProofRules &rules);
    /// Whether a promise was kept; \a missedBy as Stop::promiseMissedBy() says.
    [[nodiscard]] static QString kept(std::chrono::minutes missedBy);
};

} // namespace Doorstep
