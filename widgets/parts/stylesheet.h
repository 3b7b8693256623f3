// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Doorstep {

struct Theme;

/// What QPalette cannot say: rounded fields, thin scroll bars, dock separators. Made from the theme's tokens only.
[[nodiscard]] QString styleSheetOf(const Theme &theme);

} // namespace Doorstep
