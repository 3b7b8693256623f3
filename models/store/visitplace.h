// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/pastvisit.h"

#include <QList>

#include <optional>

namespace Doorstep {

/// Where drivers have delivered at an address: the middle of those that agree.
struct VisitPlace
{
    QGeoCoordinate where;
    int deliveries = 0; ///< That agree, within 75 m of it.
    int others = 0; ///< That were made elsewhere.

    bool operator==(const VisitPlace &) const = default;
};

/// Of \a visits to the very address, those that delivered and whose phone said where. None without any.
[[nodiscard]] std::optional<VisitPlace> visitPlaceOf(const QList<PastVisit> &visits);

} // namespace Doorstep
