// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFont>

namespace Doorstep {

/// The type of the console: Inter where it is installed, else the system's; figures of one width.
[[nodiscard]] QFont uiFont();

/// \a base at \a scale of its size, in \a weight. 1.0 is body, 0.87 captions, 1.15 titles.
[[nodiscard]] QFont scaled(const QFont &base, double scale, QFont::Weight weight = QFont::Normal);

} // namespace Doorstep
