// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

namespace Doorstep::Test {

/// Asked before each write, sync, truncation and deletion that SQLite does from now on, wherever it opens a file; false
/// makes it fail as a full disk (writes) or a broken one (the others) does. Empty: nothing fails. For tests; one
/// thread.
void failSqlite(std::function<bool()> mayGoOn);

} // namespace Doorstep::Test
