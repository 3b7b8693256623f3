// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demoday.h"
#include "widgets/map/tilesource.h"

#include <QUrl>

namespace Doorstep {

/// Where the demo's programs and map are: beside this program, in its share directory, or in the checkout it was built
/// in.
[[nodiscard]] DemoDay::Place demoPlace();
/// The person's own directory for what must survive; made when missing.
[[nodiscard]] QString dataDirectory();
/// The person's cache for tiles, or the demo's own.
[[nodiscard]] QString tileCacheDirectory(const DemoDay *demo);
/// The tiles that \a server draws; \a token is sent along to servers on other machines.
[[nodiscard]] TileSource tilesOf(const QUrl &server, const QString &token);
[[nodiscard]] bool isLoopback(const QUrl &server);

} // namespace Doorstep
