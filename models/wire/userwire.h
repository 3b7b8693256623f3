// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"
#include "models/domain/user.h"
#include "models/wire/jsonview.h"

#include <QJsonObject>
#include <QLatin1StringView>
#include <QStringView>

#include <optional>

namespace Doorstep::Wire {

/// "dispatcher".
[[nodiscard]] QLatin1StringView roleWord(User::Role role);
[[nodiscard]] std::optional<User::Role> roleFromWord(QStringView word);

[[nodiscard]] QJsonObject toJson(const User &user);

/// Fails with Malformed and names the key unless every required key is there and well-formed. Unknown keys are ignored.
[[nodiscard]] Result<User> userFromJson(const QJsonObject &json);
/// The same from text that is not made into a tree first.
[[nodiscard]] Result<User> readUser(const JsonView &json);

} // namespace Doorstep::Wire
