// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/address.h"
#include "models/domain/result.h"
#include "models/wire/jsonview.h"

#include <QJsonObject>

namespace Doorstep::Wire {

[[nodiscard]] QJsonObject toJson(const Address &address);

/// Fails with Malformed and names the key unless every required key is there and well-formed. Unknown keys are ignored.
[[nodiscard]] Result<Address> addressFromJson(const QJsonObject &json);
/// The same from text that is not made into a tree first.
[[nodiscard]] Result<Address> readAddress(const JsonView &json);
[[nodiscard]] inline Result<Address> readAddress(const QJsonObject &json)
{
    return addressFromJson(json);
}

} // namespace Doorstep::Wire
