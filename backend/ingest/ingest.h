// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Doorstep {

class Clock;
class DriverDirectory;
class FixSink;

namespace Http {
class Router;
}

/// Adds the phones' calls (OsmAnd, Traccar Client, OwnTracks) to \a router. What is passed must outlive the server.
void registerIngest(Http::Router &router, FixSink &sink, const DriverDirectory &drivers, const Clock &clock);

} // namespace Doorstep
