// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/commands/placefinder.h"
#include "backend/work/worker.h"

namespace Doorstep {
class PlaceService;
}

namespace Doorstep::Api {

/// Finds orders' addresses with the region's places, on \a worker.
class AddressFinder : public PlaceFinder
{
public:
    /// Both must outlive it.
    AddressFinder(const PlaceService &places, Worker &worker)
        : m_places(places)
        , m_worker(worker)
    {
    }

    drogon::Task<Result<std::vector<FoundPlace>>> find(std::vector<Address> addresses) override;

private:
    const PlaceService &m_places;
    Worker &m_worker;
};

} // namespace Doorstep::Api
