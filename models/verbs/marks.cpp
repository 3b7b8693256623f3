// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/verbs/marks.h"

using namespace Qt::StringLiterals;

namespace Doorstep {

Decision PinStop::on(const Scene &scene, const Actor &) const
{
    const auto *before = scene.stop(stop);
    if (before == nullptr)
        return rejected("unknown_stop"_L1, u"there is no such stop"_s);
    if (before->pinned == pinned)
        return Effects();
    if (pinned && !before->route.isValid())
        return rejected("no_route"_L1, u"a stop without a route cannot be pinned to one"_s);
    auto after = *before;
    after.pinned = pinned;
    return Effects{.stops = {after}};
}

PinStop PinStop::inverse(const Scene &, const Actor &) const
{
    return {.stop = stop, .pinned = !pinned};
}

Decision HoldStop::on(const Scene &scene, const Actor &) const
{
    const auto *before = scene.stop(stop);
    if (before == nullptr)
        return rejected("unknown_stop"_L1, u"there is no such stop"_s);
    if (before->held == held)
        return Effects();
    if (held && !before->isOpen())
        return conflicting("already_done"_L1, u"the visit ended already"_s, "status"_L1);
    auto after = *before;
    after.held = held;
    return Effects{.stops = {after}};
}

HoldStop HoldStop::inverse(const Scene &, const Actor &) const
{
    return {.stop = stop, .held = !held};
}

Decision SetDuty::on(const Scene &scene, const Actor &) const
{
    const auto *before = scene.driver(driver);
    if (before == nullptr)
        return rejected("unknown_driver"_L1, u"there is no such driver"_s);
    if (before->duty == duty)
        return Effects();
    if (before->duty != was)
        return conflicting("field_changed"_L1, u"somebody noted something else first"_s, "duty"_L1);
    auto after = *before;
    after.duty = duty;
    return Effects{.drivers = {after}};
}

SetDuty SetDuty::inverse(const Scene &, const Actor &) const
{
    return {.driver = driver, .was = duty, .duty = was};
}

Decision AskPosition::on(const Scene &scene, const Actor &) const
{
    const auto *before = scene.driver(driver);
    if (before == nullptr)
        return rejected("unknown_driver"_L1, u"there is no such driver"_s);
    if (before->positionAskedAt == at)
        return Effects();
    auto after = *before;
    after.positionAskedAt = at;
    return Effects{.drivers = {after}};
}

AskPosition AskPosition::inverse(const Scene &before, const Actor &) const
{
    const auto *known = before.driver(driver);
    return {.driver = driver, .at = known == nullptr ? QDateTime() : known->positionAskedAt};
}

} // namespace Doorstep
