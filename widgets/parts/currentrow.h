// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QAbstractItemView;

namespace Doorstep {

/// From now on the current row of \a view stays in sight when rows are sorted, come or go around it, and when the view
/// gets another size; a row that the person scrolled away from stays away. Call it after setModel(). UI thread.
void keepCurrentInSight(QAbstractItemView &view);

} // namespace Doorstep
