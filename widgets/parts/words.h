// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/driver.h"
#include "models/domain/forecast.h"
#include "models/domain/result.h"
#include "models/domain/stop.h"
#include "models/domain/vehicle.h"

#include <QCoreApplication>

namespace Doorstep {

/// The words a person reads for the values of the domain, in their language.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(Doorstep::Words)
public:
    [[nodiscard]] static QString of(Forecast::State state);
    [[nodiscard]] static QString of(Stop::Status status);
    /// Empty for None.
    [[nodiscard]] static QString of(Stop::Failure failure);
    [[nodiscard]] static QString of(Stop::Method method);
    [[nodiscard]] static QString of(Vehicle::Kind kind);
    /// Empty for Unknown.
    [[nodiscard]] static QString of(Driver::Duty duty);
    /// What went wrong and what to do, never the log's detail.
    [[nodiscard]] static QString of(Error::Kind kind);
};

} // namespace Doorstep
