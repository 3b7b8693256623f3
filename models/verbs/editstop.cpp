// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/verbs/editstop.h"

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

/// Calls \a take(word on the wire, field of \a a, field of \a b, field of \a stop) for each field that can be edited;
/// \a place is the stop's whereabouts.
template <typename A, typename B, typename AStop, typename Place, typename Take>
void eachField(A &a, B &b, AStop &stop, Place &place, Take take)
{
    take("address"_L1, a.address, b.address, stop.address);
    take("where"_L1, a.whereabouts, b.whereabouts, place);
    take("entrance"_L1, a.entrance, b.entrance, stop.entrance);
    take("window"_L1, a.window, b.window, stop.window);
    take("method"_L1, a.method, b.method, stop.method);
    take("service_s"_L1, a.serviceTime, b.serviceTime, stop.serviceTime);
    take("customer"_L1, a.customer, b.customer, stop.customer);
    take("phone"_L1, a.phone, b.phone, stop.phone);
    take("instructions"_L1, a.instructions, b.instructions, stop.instructions);
    take("gate_code"_L1, a.gateCode, b.gateCode, stop.gateCode);
    take("preferences"_L1, a.preferences, b.preferences, stop.preferences);
}

Whereabouts whereaboutsOf(const Stop &stop)
{
    return {.where = stop.where, .score = stop.whereScore};
}

} // namespace

StopDetails detailsOf(const Stop &stop, const StopDetails &like)
{
    StopDetails details;
    const auto place = whereaboutsOf(stop);
    eachField(like, details, stop, place, [](QLatin1StringView, const auto &wanted, auto &kept, const auto &value) {
        if (wanted)
            kept = value;
    });
    return details;
}

Decision EditStop::on(const Scene &scene, const Actor &) const
{
    const auto *before = scene.stop(stop);
    if (before == nullptr)
        return rejected("unknown_stop"_L1, u"there is no such stop"_s);
    auto after = *before;
    std::optional<Refusal> refusal;
    const auto change = [&refusal](QLatin1StringView field, const auto &seen, const auto &wanted, auto &value) {
        if (refusal || !wanted || value == *wanted)
            return;
        if (!seen)
            refusal = rejected("malformed"_L1, u"a field is set that was not said to be seen: %1"_s.arg(field)).error();
        else if (value != *seen)
            refusal = conflicting("field_changed"_L1, u"somebody changed %1 first"_s.arg(field), field).error();
        else
            value = *wanted;
    };
    auto place = whereaboutsOf(after);
    eachField(was, set, after, place, change);
    if (refusal)
        return std::unexpected(*refusal);
    after.where = place.where;
    after.whereScore = place.score;
    const bool isMoved = after.where != before->where || after.entrance != before->entrance;
    if (isMoved && !isEntranceOf(after.where, after.entrance))
        return rejected("entrance_far"_L1,
                        u"the entrance is more than %1 m from the place"_s.arg(farthestEntranceMeters));
    if (after == *before)
        return Effects();
    return Effects{.stops = {after}};
}

EditStop EditStop::inverse(const Scene &, const Actor &) const
{
    return {.stop = stop, .was = set, .set = was};
}

} // namespace Doorstep
