// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/courier.h"
#include "simulator/truthlog.h"

namespace Doorstep::Simulation {

/// What telling the past came to.
struct Backlog
{
    qsizetype fixes = 0;
    qsizetype attempts = 0;
    std::vector<QList<Outgoing>> later; ///< For each courier what their phone could not send yet.
};

/// Lets all \a couriers live until \a now and tells the server what happened, quickly: first the fixes of all phones,
/// in arrays and in the order of time, then, when the server has thought about them, how the visits ended. So do phones
/// that come back from a dead zone. Everything passed must outlive the task. Fails as the server does.
[[nodiscard]] QCoro::Task<Result<Backlog>> tellThePast(ApiClient *client, std::vector<Courier> *couriers,
                                                       const StopsByReference *stops, TruthLog *truth, QDateTime from,
                                                       QDateTime now);

} // namespace Doorstep::Simulation
