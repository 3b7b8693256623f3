// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/address.h"
#include "models/domain/result.h"

#include <QGeoCoordinate>

#include <drogon/utils/coroutine.h>
#include <vector>

namespace Doorstep {

/// Where an address may be.
struct FoundPlace
{
    QGeoCoordinate where; ///< Invalid when nothing was found.
    double score = 0.0; ///< 0 to 1.
};

/// Finds addresses in the region, off the event loops.
class PlaceFinder
{
public:
    PlaceFinder() = default;
    virtual ~PlaceFinder() = default;
    Q_DISABLE_COPY_MOVE(PlaceFinder)

    /// The best place for each of \a addresses, in their order.
    virtual drogon::Task<Result<std::vector<FoundPlace>>> find(std::vector<Address> addresses) = 0;
};

} // namespace Doorstep
