// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/cause.h"

#include "models/store/fleet.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

constexpr auto lateRoute = "route_late"_L1;

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

const Exception *wholeOf(const Concern &concern, const Concerns &concerns, const Fleet &fleet)
{
    if (concern.kind != Concern::Kind::WillMissWindow || !concern.route.isValid())
        return nullptr;
    for (const auto &about : concerns.of(Subject::of(concern.route))) {
        const auto *exception = fleet.exceptions().find(concerns.all().value(about).exception);
        if (exception != nullptr && exception->kind == lateRoute && exception->status == Exception::Status::Open)
            return exception;
    }
    return nullptr;
}

QList<Concern> partsOf(const Concern &concern, const Concerns &concerns, const Fleet &fleet)
{
    const auto *route = fleet.routes().find(concern.route);
    if (route == nullptr || kindWordOf(concern, fleet) != lateRoute)
        return {};
    QList<Concern> parts;
    for (const auto &stop : route->stops) {
        const auto part = concerns.all().constFind(Subject::of(stop));
        if (part != concerns.all().cend() && part->kind == Concern::Kind::WillMissWindow)
            parts.append(*part);
    }
    return parts;
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
