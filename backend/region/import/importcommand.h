// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace Doorstep {

/// `doorstepd region import FILE.osm.pbf [--out DIR]`: \a arguments are what follows `region`. Makes DIR/region.sqlite
/// (beside the extract without --out) and draws a progress bar when standard error is a terminal.
///
/// Answers the exit code: 0 done, 1 the result cannot be written, 2 the arguments or the extract are wrong, with one
/// sentence on standard error.
[[nodiscard]] int regionCommand(const QStringList &arguments);

} // namespace Doorstep
