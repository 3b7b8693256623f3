// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringView>

namespace Doorstep::Places {

/// What it costs to have written \a typed for \a meant, in slips: 1 for a wrong, missing or extra letter; less for what
/// hands and ears mix up (swapped neighbours, b and v, s, c and z, a silent h, one letter of a double one). Both
/// folded, of at most 40 letters; what is more than \a limit is only known to be more.
[[nodiscard]] double slips(QStringView typed, QStringView meant, double limit);

/// How sure one may be that \a typed was meant to be \a meant: 1 when equal, 0 when it is surely another word. Both
/// folded. Numbers are equal or not. Beginnings ("garib") and initials ("j") count for something.
[[nodiscard]] double likeness(QStringView typed, QStringView meant);

} // namespace Doorstep::Places
