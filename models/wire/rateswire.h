// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/rates.h"
#include "models/domain/result.h"

#include <QJsonObject>

namespace Doorstep::Wire {

[[nodiscard]] QJsonObject toJson(const Rates &rates);
[[nodiscard]] QJsonObject toJson(const DepotRates &rates);

/// What somebody wants; what is absent is as usual. Fails with Malformed and names the key of a value that is no number
/// within its bounds, and of a rate that this program does not know: nobody must believe that it holds.
[[nodiscard]] Result<Rates> ratesFromJson(const QJsonObject &json);

/// What is so. Fails with Malformed without an id, and names the key of a value that is no number. Unknown keys are
/// ignored; a value out of bounds, which a newer program may have allowed, is brought within them.
[[nodiscard]] Result<DepotRates> depotRatesFromJson(const QJsonObject &json);

} // namespace Doorstep::Wire
