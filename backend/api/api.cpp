// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/api/api.h"

#include "backend/api/attemptroutes.h"
#include "backend/api/auditroutes.h"
#include "backend/api/clockroutes.h"
#include "backend/api/commandroutes.h"
#include "backend/api/feedroutes.h"
#include "backend/api/healthroutes.h"
#include "backend/api/importroutes.h"
#include "backend/api/orderroutes.h"
#include "backend/api/planroutes.h"
#include "backend/api/sessionroutes.h"
#include "backend/api/trackroutes.h"
#include "backend/api/visitroutes.h"

namespace Doorstep::Api {

void registerApi(Http::Router &router, Services &services)
{
    registerSession(router, services);
    registerFeeds(router, services);
    registerCommands(router, services);
    registerAudit(router, services);
    registerPlan(router, services);
    registerOrders(router, services);
    registerAttempts(router, services);
    registerTrack(router, services);
    registerVisits(router, services);
    registerImports(router, services);
    registerClock(router, services);
    registerHealth(router, services);
}

} // namespace Doorstep::Api
