// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/api/proposalbook.h"
#include "backend/api/regionservices.h"
#include "backend/api/services.h"

namespace Doorstep::Api {

/// `POST /v1/proposals`, and `GET` and `DELETE /v1/proposals/{proposal}`: reroutings to choose from. \a region may be
/// null: then it answers that there are no roads.
void registerProposals(Http::Router &router, Services &services, RegionServices *region, ProposalBook &book);

} // namespace Doorstep::Api
