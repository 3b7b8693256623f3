// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/verbs/verb.h"

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

using enum User::Role;

/// Who works on plans, on stops, on what supervisors set, and on cases.
template <typename V>
QList<User::Role> rolesFor()
{
    constexpr bool isOfPlan = std::is_same_v<V, ArrangeRoutes> || std::is_same_v<V, PinStop>
        || std::is_same_v<V, SetDuty> || std::is_same_v<V, RecordVisit>;
    constexpr bool isOfStop = std::is_same_v<V, EditStop> || std::is_same_v<V, RestoreStop>
        || std::is_same_v<V, CancelStop> || std::is_same_v<V, ReattemptStop> || std::is_same_v<V, RescheduleStop>
        || std::is_same_v<V, HoldStop> || std::is_same_v<V, DrawClosure> || std::is_same_v<V, LiftClosure>
        || std::is_same_v<V, RecordCheckIn> || std::is_same_v<V, TellCustomer> || std::is_same_v<V, RememberSite>
        || std::is_same_v<V, AskPosition>;
    if constexpr (isOfPlan)
        return {Dispatcher, Admin};
    else if constexpr (isOfStop)
        return {Dispatcher, Support, Admin};
    else if constexpr (std::is_same_v<V, SetThresholds> || std::is_same_v<V, SetRates>)
        return {Supervisor, Admin};
    else
        return {Dispatcher, Support, Supervisor, Admin};
}

} // namespace

Decision decide(const Verb &verb, const Scene &scene, const Actor &actor)
{
    return std::visit([&](const auto &one) { return one.on(scene, actor); }, verb);
}

Verb inverseOf(const Verb &verb, const Scene &before, const Actor &actor)
{
    const auto asVerb = [](auto inverse) -> Verb {
        if constexpr (requires { inverse.word; })
            return inverse;
        else // one of several
            return std::visit([](auto one) -> Verb { return one; }, std::move(inverse));
    };
    return std::visit([&](const auto &one) { return asVerb(one.inverse(before, actor)); }, verb);
}

Cast castOf(const Verb &verb)
{
    Cast cast;
    std::visit([&cast](const auto &one) { one.name(cast); }, verb);
    return cast;
}

QLatin1StringView wordOf(const Verb &verb)
{
    return std::visit([](const auto &one) { return one.word; }, verb);
}

QList<User::Role> rolesFor(const Verb &verb)
{
    return std::visit([]<typename V>(const V &) { return rolesFor<V>(); }, verb);
}

bool mayDecide(const User &user, const Verb &verb)
{
    return std::ranges::any_of(rolesFor(verb), [&user](User::Role role) { return user.has(role); });
}

} // namespace Doorstep
