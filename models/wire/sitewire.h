// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"
#include "models/domain/site.h"

#include <QJsonObject>

namespace Doorstep::Wire {

[[nodiscard]] QJsonObject toJson(const SiteFacts &facts);
[[nodiscard]] QJsonObject toJson(const Site &site);

/// Fail with Malformed and name the key unless every required key is there and well-formed. Unknown keys are ignored.
[[nodiscard]] Result<SiteFacts> siteFactsFromJson(const QJsonObject &json);
[[nodiscard]] Result<Site> siteFromJson(const QJsonObject &json);

} // namespace Doorstep::Wire
