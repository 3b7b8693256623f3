// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/ingest/ingest.h"

namespace Doorstep {

void registerIngest(Http::Router & /*router*/, FixSink & /*sink*/, const DriverDirectory & /*drivers*/,
                    const Clock & /*clock*/)
{
    // The phone protocols' calls are added here.
}

} // namespace Doorstep
