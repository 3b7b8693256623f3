// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/planning/problem.h"

#include <QStringList>

namespace Doorstep::Test {

/// Everything that \a plan breaks, one sentence each; knows nothing of how it was found.
///
/// \a start is the plan that was at hand: what it has fixed or locked must be there still. Windows of fixed tasks, and
/// all windows where the objective is soft, are not looked at.
[[nodiscard]] QStringList brokenBy(const Planning::Problem &problem, const Planning::Plan &plan,
                                   const Planning::Plan &start = {});

/// What driving \a plan costs.
[[nodiscard]] double costOf(const Planning::Problem &problem, const Planning::Plan &plan);

} // namespace Doorstep::Test
