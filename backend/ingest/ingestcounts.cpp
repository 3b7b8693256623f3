// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/ingest/ingestcounts.h"

namespace Doorstep {

IngestCounts &ingestCounts()
{
    static IngestCounts counts;
    return counts;
}

} // namespace Doorstep
