// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

namespace Doorstep {

/// How many letters must be changed, added, dropped or swapped with their neighbour to get from \a a to \a b (optimal
/// string alignment), bytes counting as letters; \a most + 1 as soon as it is more than \a most. Words of up to 63
/// bytes; longer ones are only ever equal or too different.
[[nodiscard]] int typosBetween(QByteArrayView a, QByteArrayView b, int most);

} // namespace Doorstep
