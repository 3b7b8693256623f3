// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/access/access.h"
#include "backend/api/visitbook.h"
#include "backend/commands/placefinder.h"
#include "backend/http/router.h"
#include "backend/live/livehub.h"
#include "backend/store/store.h"
#include "backend/work/scaledclock.h"

#include <atomic>
#include <functional>

namespace Doorstep {
class WatchHost;
}

namespace Doorstep::Api {

/// What the calls work with. All of it outlives the server.
struct Services
{
    Store &store;
    Access &access;
    ScaledClock &clock;
    LiveHub &live;
    VisitBook &visits;
    const WatchHost *watch = nullptr; ///< Null where nobody watches: traffic is as usual.
    PlaceFinder *places = nullptr; ///< Null without a region.
    std::function<void(const QList<StopId> &)> stopsMade = {}; ///< Hears of the stops of new orders; may be empty.
    bool isClockAdjustable = false;
    std::atomic<bool> isReady = false; ///< Store and region are open.
};

/// The handler that calls \a answer with \a services.
inline Http::Handler with(Services &services, drogon::Task<drogon::HttpResponsePtr> (*answer)(Services &, Http::Call))
{
    return [&services, answer](Http::Call call) { return answer(services, std::move(call)); };
}

/// Who calls; of calls that take nobody without a token.
inline const User &callerOf(const Http::Call &call)
{
    Q_ASSERT(call.caller);
    return *call.caller; // NOLINT(bugprone-unchecked-optional-access)
}

} // namespace Doorstep::Api
