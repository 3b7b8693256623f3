// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/proposal.h"
#include "models/domain/result.h"

#include <QJsonObject>

namespace Doorstep::Wire {

/// The body of `POST /v1/proposals`, and what it is answered with.
[[nodiscard]] QJsonObject toJson(const Rerouting &rerouting);
/// Fails with Malformed and names the key.
[[nodiscard]] Result<Rerouting> reroutingFromJson(const QJsonObject &json);

[[nodiscard]] QJsonObject toJson(const Proposal &proposal);
/// Fails with Malformed and names the key.
[[nodiscard]] Result<Proposal> proposalFromJson(const QJsonObject &json);

} // namespace Doorstep::Wire
