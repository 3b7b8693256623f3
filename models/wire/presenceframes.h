// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/wire/liveframes.h"

#include <QJsonObject>

/// The frames that tell who looks at what; liveframes.h has the others and the ways in.
namespace Doorstep::Wire {

[[nodiscard]] QJsonObject toJson(const HereFrame &here);
[[nodiscard]] QJsonObject toJson(const WhoFrame &who);
[[nodiscard]] Result<HereFrame> hereFromJson(const QJsonObject &json);
[[nodiscard]] Result<WhoFrame> whoFromJson(const QJsonObject &json);

} // namespace Doorstep::Wire
