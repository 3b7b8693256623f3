// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/thresholds.h"

#include <QDate>
#include <QList>
#include <QString>

namespace Doorstep {

/// What thresholds would have produced on the last days, beside what those of now would have: both replayed alike.
struct ThresholdTrial
{
    struct Count
    {
        QString kind; ///< Exception::kind; "escalated" for what would have been raised to the supervisors.
        int now = 0;
        int proposed = 0;

        bool operator==(const Count &) const = default;
    };

    QList<QDate> days; ///< Newest first; empty when there is nothing to replay.
    bool isCut = false; ///< Older days were left out, as time was up.
    QList<Count> counts; ///< Of the kinds that thresholds govern.

    /// Of what \a row governs; nullptr when it is not told.
    [[nodiscard]] const Count *of(const ThresholdRow &row) const
    {
        const QString kind = row.kind.isEmpty() ? QStringLiteral("escalated") : QString(row.kind);
        const auto found = std::ranges::find(counts, kind, &Count::kind);
        return found == counts.cend() ? nullptr : &*found;
    }

    bool operator==(const ThresholdTrial &) const = default;
};

} // namespace Doorstep
