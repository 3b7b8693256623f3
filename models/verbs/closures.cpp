// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/verbs/closures.h"

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

/// Calls \a take(word on the wire, member) for each field that can be changed.
template <typename Take>
void eachField(Take take)
{
    take("name"_L1, &Closure::name);
    take("cause"_L1, &Closure::cause);
    take("area"_L1, &Closure::area);
    take("from"_L1, &Closure::from);
    take("to"_L1, &Closure::to);
    take("effect"_L1, &Closure::effect);
    take("slowness"_L1, &Closure::slowness);
    take("note"_L1, &Closure::note);
}

std::optional<Refusal> faultIn(const Closure &closure)
{
    const auto malformed = [](const QString &detail, QLatin1StringView field) {
        auto refusal = rejected("malformed"_L1, detail).error();
        refusal.field = field;
        return refusal;
    };
    if (closure.area.fault() != Area::Fault::None)
        return malformed(u"this area cannot be used"_s, "area"_L1);
    if (closure.name.trimmed().isEmpty())
        return malformed(u"a closure has a name"_s, "name"_L1);
    if (closure.from.isValid() && closure.to.isValid() && closure.to <= closure.from)
        return malformed(u"it is over before it begins"_s, "to"_L1);
    return {};
}

Effects changed(const Closure *before, const Closure &after)
{
    if (before != nullptr && *before == after)
        return {};
    return {.closures = {after}};
}

} // namespace

Decision DrawClosure::on(const Scene &scene, const Actor &) const
{
    if (auto fault = faultIn(closure))
        return std::unexpected(*std::move(fault));
    const auto *before = scene.closure(closure.id);
    if (before == nullptr) {
        if (was)
            return conflicting("closure_lifted"_L1, u"somebody lifted it first"_s);
        return changed(nullptr, closure);
    }
    if (*before == closure)
        return Effects();
    if (!was)
        return rejected("closure_exists"_L1, u"there is another closure of that id"_s);
    auto after = *before;
    std::optional<Refusal> refusal;
    eachField([&](QLatin1StringView field, auto member) {
        if (refusal || closure.*member == (*was).*member || closure.*member == after.*member)
            return;
        if (after.*member != (*was).*member)
            refusal = conflicting("field_changed"_L1, u"somebody changed %1 first"_s.arg(field), field).error();
        else
            after.*member = closure.*member;
    });
    if (!refusal)
        refusal = faultIn(after); // hours of two people may not go together
    if (refusal)
        return std::unexpected(*refusal);
    return changed(before, after);
}

std::variant<DrawClosure, LiftClosure> DrawClosure::inverse(const Scene &before, const Actor &) const
{
    if (before.closure(closure.id) == nullptr || !was)
        return LiftClosure{.closure = closure.id, .depot = closure.depot};
    return DrawClosure{.was = closure, .closure = *was};
}

Decision LiftClosure::on(const Scene &scene, const Actor &) const
{
    if (scene.closure(closure) == nullptr)
        return Effects();
    return Effects{.removedClosures = {closure}};
}

std::variant<DrawClosure, LiftClosure> LiftClosure::inverse(const Scene &before, const Actor &) const
{
    const auto *drawn = before.closure(closure);
    if (drawn == nullptr)
        return *this;
    return DrawClosure{.was = {}, .closure = *drawn};
}

} // namespace Doorstep
