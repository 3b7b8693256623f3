// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/verbs/customer.h"

using namespace Qt::StringLiterals;

namespace Doorstep {

Decision RecordCheckIn::on(const Scene &scene, const Actor &) const
{
    const auto *before = scene.stop(stop);
    if (before == nullptr)
        return rejected("unknown_stop"_L1, u"there is no such stop"_s);
    const bool isAnswered = set.answer != CheckIn::Answer::None;
    if (isAnswered != set.answeredAt.isValid())
        return rejected("malformed"_L1, u"an answer has its time, and only an answer has"_s);
    if (before->checkIn == set)
        return Effects();
    if (before->checkIn != was)
        return conflicting("field_changed"_L1, u"somebody wrote down another answer first"_s, "check_in"_L1);
    auto after = *before;
    after.checkIn = set;
    return Effects{.stops = {after}};
}

RecordCheckIn RecordCheckIn::inverse(const Scene &, const Actor &) const
{
    return {.stop = stop, .was = set, .set = was};
}

Decision TellCustomer::on(const Scene &scene, const Actor &) const
{
    const auto *before = scene.stop(stop);
    if (before == nullptr)
        return rejected("unknown_stop"_L1, u"there is no such stop"_s);
    if (promise.window.isOpen() || !promise.toldAt.isValid()
        || (promise.window.from.isValid() && promise.window.to.isValid() && promise.window.to < promise.window.from))
        return rejected("malformed"_L1, u"a promise says when, and when it was made"_s);
    auto after = *before;
    if (isTold) {
        if (before->promises.contains(promise))
            return Effects();
        if (!before->isOpen())
            return conflicting("already_done"_L1, u"the visit ended already"_s, "status"_L1);
        after.promise(promise);
    } else if (after.promises.removeAll(promise) == 0) {
        return Effects();
    }
    return Effects{.stops = {after}};
}

TellCustomer TellCustomer::inverse(const Scene &, const Actor &) const
{
    return {.stop = stop, .promise = promise, .isTold = !isTold};
}

} // namespace Doorstep
