// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/pastvisit.h"
#include "models/domain/placehit.h"

#include <QList>

namespace Doorstep {

/// What is known of earlier deliveries at one door.
struct DoorHistory
{
    int toRecipient = 0; ///< To the person that the stop is for.
    int toOthers = 0;
    SameRecipient how = SameRecipient::No; ///< How it is known that it was the same person; the surest.
    QDateTime last; ///< To the person, or else to others; UTC. Invalid without any.

    bool operator==(const DoorHistory &) const = default;
};

/// What a search found, with everything that the clinic knows besides the text.
struct WeighedHit
{
    PlaceHit hit; ///< With the score that all of it together says.
    DoorHistory history;
    bool isExchanged = false; ///< Its number is the written one with two neighbouring digits exchanged.
    bool isStreetAsWritten = false; ///< To the letter, but for case, accents and punctuation.

    bool operator==(const WeighedHit &) const = default;
};

/// How much more often than not something is seen where the door is the one that was meant. docs/clinic.md says where
/// each comes from.
namespace ClinicOdds {
/// Among addresses that reach the clinic a number's digits are exchanged more often than among those that a search
/// sees.
inline constexpr double exchanged = 28.0;
inline constexpr double samePhone = 300.0;
inline constexpr double sameName = 30.0;
inline constexpr double oftenToThem = 2.0; ///< Besides, from the second delivery to the person on.
inline constexpr double toOthers = 2.0;
} // namespace ClinicOdds

/// \a hits of a search for \a written in the order in which the clinic offers them, with scores that \a visits have
/// changed. Scores that are shares (they sum to 1 at most) stay shares; a server whose scores are none has each changed
/// by itself, and 0 ("does not say") stays 0 and only moves. Each visit counts for the one door it fits best; those
/// that failed count for none. Looks at 50 hits and 200 visits, no further.
[[nodiscard]] QList<WeighedHit> clinicOrder(const QList<PlaceHit> &hits, const QString &written,
                                            const QList<PastVisit> &visits);

/// Whether \a number is one of \a written with two neighbouring digits exchanged, and not itself written there.
[[nodiscard]] bool isExchangedNumber(const QString &number, const QString &written);

} // namespace Doorstep
