// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"

#include <QLatin1StringView>
#include <QMap>

#include <optional>
#include <span>

namespace Doorstep {

/// From when on something is a case, as far as a supervisor may say so for their depot.
enum class Threshold : quint8 {
    SilentAfter,
    LateStartAfter,
    StoppedAfter,
    StoppedRadius,
    OffRoute,
    LowBattery,
    LateChance,
    LateStops,
    FarFromDoor,
    SureScore,
    CheckInDueBefore,
    RiskyFrom,
    EscalateAfter,
};

/// What is the same for all depots about one threshold: a row of the one table that wire, backend and console share.
struct ThresholdRow
{
    enum class Unit : quint8 { Seconds, Metres, Percent, Stops };

    Threshold threshold{};
    QLatin1StringView word; ///< On the wire, with its unit.
    Unit unit = Unit::Seconds;
    int least = 0;
    int most = 0;
    int usual = 0; ///< Where a depot says nothing.
    QLatin1StringView kind; ///< Exception::kind that it governs; empty for those of every kind.
};

inline constexpr std::size_t thresholdCount = 13;

/// Every threshold, in the order of the enum.
[[nodiscard]] std::span<const ThresholdRow, thresholdCount> thresholdRows();
[[nodiscard]] const ThresholdRow &rowOf(Threshold threshold);

/// What a depot says of its thresholds, in the units of the table; what it does not say is as usual.
class ThresholdValues
{
public:
    /// Its own value; none where it is as usual.
    [[nodiscard]] std::optional<int> own(Threshold threshold) const
    {
        const auto found = m_own.constFind(threshold);
        return found == m_own.cend() ? std::nullopt : std::optional(*found);
    }
    /// Its own value, or the usual one.
    [[nodiscard]] int value(Threshold threshold) const { return own(threshold).value_or(rowOf(threshold).usual); }
    /// None: as usual.
    void set(Threshold threshold, std::optional<int> value)
    {
        if (value)
            m_own.insert(threshold, *value);
        else
            m_own.remove(threshold);
    }

    /// The first whose own value is out of its bounds.
    [[nodiscard]] std::optional<Threshold> outOfBounds() const;

    bool operator==(const ThresholdValues &) const = default;

private:
    QMap<Threshold, int> m_own;
};

/// The thresholds of one depot, a document of its feed.
struct DepotThresholds
{
    DepotId id; ///< Of the depot.
    ThresholdValues values;

    bool operator==(const DepotThresholds &) const = default;
};

} // namespace Doorstep
