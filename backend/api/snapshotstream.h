// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/store/snapshot.h"
#include "models/domain/user.h"

#include <drogon/HttpResponse.h>
#include <memory>

namespace Doorstep::Api {

/// \a snapshot as NDJSON, read, filtered for \a user and compressed as the client takes it: a slow client costs a
/// buffer, not a copy. When reading fails half way the last line is missing, and the client throws it away.
[[nodiscard]] drogon::HttpResponsePtr answerSnapshot(std::shared_ptr<Snapshot> snapshot, User user, bool gzip);

} // namespace Doorstep::Api
