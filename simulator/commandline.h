// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"
#include "simulator/simulation.h"

#include <QStringList>

namespace Doorstep::Simulation {

/// What the command line says; the password is not part of it.
struct CommandLine
{
    SimulationOptions options;
    bool log = false;
    bool endsWithInput = false; ///< Stop when standard input ends.
    QString text; ///< Help or version, to be printed instead of anything else.
};

/// Fails with Malformed and a sentence that names the option.
[[nodiscard]] Result<CommandLine> parseCommandLine(const QStringList &arguments, const QDate &today);

} // namespace Doorstep::Simulation
