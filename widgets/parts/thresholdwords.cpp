// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/parts/thresholdwords.h"

namespace Doorstep {

QString ThresholdWords::name(Threshold threshold)
{
    switch (threshold) {
    case Threshold::SilentAfter:
        return tr("Driver silent after");
    case Threshold::LateStartAfter:
        return tr("Late start after");
    case Threshold::StoppedAfter:
        return tr("Stopped after");
    case Threshold::StoppedRadius:
        return tr("Stopped within");
    case Threshold::OffRoute:
        return tr("Off route from");
    case Threshold::LowBattery:
        return tr("Battery low below");
    case Threshold::LateChance:
        return tr("Window missed from");
    case Threshold::LateStops:
        return tr("Route late from");
    case Threshold::FarFromDoor:
        return tr("Far from the door from");
    case Threshold::SureScore:
        return tr("Address unsure below");
    case Threshold::CheckInDueBefore:
        return tr("Check-in due before");
    case Threshold::RiskyFrom:
        return tr("Drop-off risky from");
    case Threshold::EscalateAfter:
        return tr("Raised after");
    }
    return {};
}

QString ThresholdWords::meaning(Threshold threshold)
{
    switch (threshold) {
    case Threshold::SilentAfter:
        return tr("Nothing is heard of the phone on the road.");
    case Threshold::LateStartAfter:
        return tr("The route has not left at its planned start.");
    case Threshold::StoppedAfter:
        return tr("In one place with no visit done and stops left.");
    case Threshold::StoppedRadius:
        return tr("Who stays in this circle has not moved.");
    case Threshold::OffRoute:
        return tr("So far from every road of the route.");
    case Threshold::LowBattery:
        return tr("The phone is not charging.");
    case Threshold::LateChance:
        return tr("How likely the customer's window is missed.");
    case Threshold::LateStops:
        return tr("So many missed windows are one late route.");
    case Threshold::FarFromDoor:
        return tr("Delivered so far from the stop's place.");
    case Threshold::SureScore:
        return tr("How sure the map is of the address.");
    case Threshold::CheckInDueBefore:
        return tr("No answer so long before the arrival.");
    case Threshold::RiskyFrom:
        return tr("How often parcels left alone there go wrong.");
    case Threshold::EscalateAfter:
        return tr("Nobody took the case, and it is too late to act.");
    }
    return {};
}

int ThresholdWords::perShown(const ThresholdRow &row)
{
    return row.unit == ThresholdRow::Unit::Seconds ? 60 : 1;
}

QString ThresholdWords::unit(const ThresholdRow &row)
{
    switch (row.unit) {
    case ThresholdRow::Unit::Seconds:
        return tr(" min", "after a number of minutes");
    case ThresholdRow::Unit::Metres:
        return tr(" m", "after a number of metres");
    case ThresholdRow::Unit::Percent:
        return tr(" %", "after a number");
    case ThresholdRow::Unit::Stops:
        return tr(" stops", "after a number");
    }
    return {};
}

QString ThresholdWords::outcome(const ThresholdTrial::Count &count)
{
    const auto now = tr("%n case(s)", nullptr, count.now);
    return count.now == count.proposed ? now : tr("%1, with these %2", "cases").arg(now).arg(count.proposed);
}

QString ThresholdWords::basis(const ThresholdTrial &trial)
{
    if (trial.days.isEmpty())
        return trial.isCut ? tr("The last day takes too long to replay: nothing can be said of it.")
                           : tr("No day with positions is stored yet: nothing can be said of the past.");
    const int days = static_cast<int>(trial.days.size());
    return trial.isCut
        ? tr("Replayed the last %n day(s), older ones take too long. Nobody acts on cases in a replay.", nullptr, days)
        : tr("Replayed the last %n day(s). Nobody acts on cases in a replay.", nullptr, days);
}

} // namespace Doorstep
