// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"
#include "models/verbs/verb.h"

#include <QJsonObject>

namespace Doorstep::Wire {

/// What a verb says, without its word. docs/commands.md lists the keys of each.
[[nodiscard]] QJsonObject toJson(const Verb &verb);

/// The verb that \a word and \a body are. Refused when no verb has that word, Malformed naming the key.
[[nodiscard]] Result<Verb> verbFromJson(QStringView word, const QJsonObject &body);

} // namespace Doorstep::Wire
