// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/shell/palettemodel.h"

namespace Doorstep {

class SearchModel;

/// What \a model finds for \a query, as lines of the command palette.
[[nodiscard]] QList<SearchHit> found(SearchModel &model, const QString &query, int limit);

} // namespace Doorstep
