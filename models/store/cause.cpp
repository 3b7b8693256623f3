// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/cause.h"

#include "models/store/fleet.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

QString wordOf(Concern::Kind kind)
{
    switch (kind) {
    case Concern::Kind::FailedAttempt:
        return u"missed"_s;
    case Concern::Kind::NoPlace:
        return u"address"_s;
    case Concern::Kind::WillMissWindow:
        return u"late"_s;
    case Concern::Kind::DriverSilent:
        return u"silent"_s;
    case Concern::Kind::Reported:
        break; // has its case
    }
    std::unreachable();
}

/// Which one it is of those that can happen to the same thing.
QString whichOne(const Concern &concern, const Stop *stop)
{
    switch (concern.kind) {
    case Concern::Kind::FailedAttempt:
        return QString::number(stop == nullptr ? 0 : stop->attempts);
    case Concern::Kind::NoPlace:
        return instanceOf(stop == nullptr ? QString() : stop->address.text);
    case Concern::Kind::WillMissWindow:
    case Concern::Kind::DriverSilent:
        return instanceOf(concern.dueAt);
    case Concern::Kind::Reported:
        break; // has its case
    }
    std::unreachable();
}

} // namespace

QString kindWordOf(const Concern &concern, const Fleet &fleet)
{
    if (concern.kind != Concern::Kind::Reported)
        return wordOf(concern.kind);
    const auto *exception = fleet.exceptions().find(concern.exception);
    return exception == nullptr ? QString() : exception->kind;
}

Cause causeOf(const Concern &concern, const Fleet &fleet)
{
    if (const auto *known = fleet.exceptions().find(concern.exception)) {
        return {.id = known->id, .occasion = {.depot = known->depot, .kind = known->kind, .about = known->about}};
    }
    if (concern.kind == Concern::Kind::Reported)
        return {.id = concern.exception, .occasion = {}};
    const auto *stop = fleet.stops().find(concern.stop);
    const auto *route = fleet.routes().find(concern.route);
    const auto about = concern.stop.isValid() ? Subject::of(concern.stop) : Subject::of(concern.route);
    const auto depot = stop != nullptr ? stop->depot : route != nullptr ? route->depot : DepotId();
    const auto word = wordOf(concern.kind);
    return {.id = exceptionIdOf(word, about, whichOne(concern, stop)),
            .occasion = {.depot = depot, .kind = word, .about = about}};
}

} // namespace Doorstep
