// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/document.h"
#include "models/domain/user.h"

namespace Doorstep {

/// \a document as \a user may see it: what a phone calls itself is for admins only, because it is all that a phone
/// shows to be believed.
[[nodiscard]] Document asSeenBy(const User &user, Document document);

} // namespace Doorstep
