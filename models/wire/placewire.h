// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/pastvisit.h"
#include "models/domain/placehit.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <QList>

namespace Doorstep::Wire {

/// What `/nominatim/search` answers (jsonv2 with addressdetails), of ours or a real Nominatim: at most the first nine
/// that are places; others are left out. Malformed when it is no array, or has entries and none of them is a place.
[[nodiscard]] Result<QList<PlaceHit>> placeHitsFromBytes(const QByteArray &bytes);
/// What `/nominatim/reverse` answers. NotFound when nothing is near, Malformed for anything else that is no place.
[[nodiscard]] Result<PlaceHit> placeHitFromBytes(const QByteArray &bytes);
/// What `/v1/stops/S/history` answers: at most 20 at the address, then at most 60 elsewhere.
[[nodiscard]] Result<QList<PastVisit>> pastVisitsFromBytes(const QByteArray &bytes);

} // namespace Doorstep::Wire
