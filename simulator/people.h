// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/chance.h"

#include <QString>

namespace Doorstep::Simulation {

/// "Carla Núñez": common names of the Río de la Plata.
[[nodiscard]] QString personName(Chance &chance);
/// The same name never twice, as long as there are some left (about 4,000).
[[nodiscard]] QStringList personNames(Chance &chance, int count);
/// "carla-nunez": ASCII, for user names and e-mail addresses.
[[nodiscard]] QString slugOf(const QString &name);
/// A Uruguayan mobile number that is never given out: +598 91 000 000 to 999.
[[nodiscard]] QString phoneNumber(Chance &chance);
[[nodiscard]] QString shopName(Chance &chance);
/// What a customer wrote for the driver; empty for most.
[[nodiscard]] QString instructionsFor(Chance &chance);
/// Empty for most; "1207#", "4415".
[[nodiscard]] QString gateCodeFor(Chance &chance);

} // namespace Doorstep::Simulation
