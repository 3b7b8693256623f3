// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/knownvisits.h"

#include "models/domain/site.h"

#include <algorithm>

namespace Doorstep {

QList<PastVisit> knownVisits(const Fleet &fleet, const Stop &stop)
{
    constexpr qsizetype most = 60;
    const auto key = addressKey(stop.address);
    QList<PastVisit> visits;
    for (const auto &other : fleet.stops()) {
        const bool isDone = other.status == Stop::Status::Delivered || other.status == Stop::Status::Failed;
        if (!isDone || !other.completedAt.isValid() || other.id == stop.id || other.depot != stop.depot)
            continue;
        const bool isHere = !key.isEmpty() && addressKey(other.address) == key;
        const auto recipient = sameRecipient(stop.customer, stop.phone, other.customer, other.phone);
        if (!isHere && recipient == SameRecipient::No)
            continue;
        visits.append({.stop = other.id,
                       .at = other.completedAt,
                       .outcome = other.status,
                       .failure = other.failure,
                       .note = other.note,
                       .isHere = isHere,
                       .recipient = recipient,
                       .address = other.address.text.isEmpty() ? other.address.line() : other.address.text,
                       .door = other.where});
    }
    std::ranges::stable_sort(visits, std::ranges::greater(), &PastVisit::at);
    visits.resize(std::min(visits.size(), most));
    return visits;
}

} // namespace Doorstep
