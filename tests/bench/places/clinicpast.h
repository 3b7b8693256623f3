// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/pastvisit.h"
#include "models/domain/placehit.h"
#include "tests/bench/places/writtenaddress.h"

namespace Doorstep::Test {

/// The past that a backend might know of one address, made up; docs/places.md states it:
///
/// - a customer is a returning one with the given chance. Of those, 90 % had one to four deliveries at the very door,
///   8 % only somewhere else (they moved, or it is a present), and 2 % at the door that was written now, wrong as it
///   is;
/// - seven of ten are known again by their phone, the others by their name alone;
/// - other people had deliveries at the meant door with a chance of 51 %, at any other with 21 % (gamma distributed
///   rates, 0.3 a door, shape 0.5; the meant door is drawn by its rate);
/// - a phone says where it was four of five times, 12 m off (standard deviation, each way).
struct ClinicPast
{
    /// Of \a address, which a search found \a hits for; \a elsewhere is some other door. A customer who returns at one
    /// percentage returns at every greater one, with the same past.
    [[nodiscard]] static QList<PastVisit> of(const WrittenAddress &address, const QList<PlaceHit> &hits,
                                             const QGeoCoordinate &elsewhere, int returningPercent, unsigned seed);
};

} // namespace Doorstep::Test
