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

Exception::Severity severityOf(const Concern &concern, const Fleet &fleet)
{
    const auto *exception = fleet.exceptions().find(causeOf(concern, fleet).id);
    if (exception != nullptr)
        return exception->severity;
    return concern.kind == Concern::Kind::FailedAttempt ? Exception::Severity::Medium : Exception::Severity::High;
}

const Concern *concernOf(const ExceptionId &id, const Concerns &concerns, const Fleet &fleet)
{
    const auto &all = concerns.all();
    if (const auto reported = all.constFind(Subject::of(id)); reported != all.cend())
        return &*reported;
    const auto *exception = fleet.exceptions().find(id);
    if (exception == nullptr)
        return nullptr;
    const auto seen = all.constFind(exception->about);
    return seen != all.cend() && causeOf(*seen, fleet).id == id ? &*seen : nullptr;
}

namespace {

bool isOpen(const Exception *exception)
{
    return exception != nullptr
        && (exception->status == Exception::Status::Open || exception->isCleared); // cleared, but seen again here
}

/// What a person made \a concern a part of, as long as that is open and shown.
const Concern *mergedWhole(const Concern &concern, const Concerns &concerns, const Fleet &fleet)
{
    const auto *own = fleet.exceptions().find(causeOf(concern, fleet).id);
    if (own == nullptr || !own->mergedInto.isValid() || !isOpen(fleet.exceptions().find(own->mergedInto)))
        return nullptr;
    return concernOf(own->mergedInto, concerns, fleet);
}

const Concern *lateWhole(const Concern &concern, const Concerns &concerns, const Fleet &fleet)
{
    if (concern.kind != Concern::Kind::WillMissWindow || !concern.route.isValid())
        return nullptr;
    for (const auto &about : concerns.of(Subject::of(concern.route))) {
        const auto whole = concerns.all().constFind(about);
        const auto *exception = fleet.exceptions().find(whole->exception);
        if (exception != nullptr && exception->kind == lateRoute && exception->status == Exception::Status::Open)
            return &*whole;
    }
    return nullptr;
}

} // namespace

const Concern *wholeOf(const Concern &concern, const Concerns &concerns, const Fleet &fleet)
{
    const auto *merged = mergedWhole(concern, concerns, fleet);
    return merged != nullptr ? merged : lateWhole(concern, concerns, fleet);
}

QList<Concern> partsOf(const Concern &concern, const Concerns &concerns, const Fleet &fleet)
{
    QList<Concern> parts;
    const auto own = causeOf(concern, fleet).id;
    for (const auto &exception : fleet.exceptions()) {
        const auto *part = exception.mergedInto != own ? nullptr : concernOf(exception.id, concerns, fleet);
        if (part != nullptr && !parts.contains(*part))
            parts.append(*part);
    }
    const auto *route = fleet.routes().find(concern.route);
    if (route == nullptr || kindWordOf(concern, fleet) != lateRoute)
        return parts;
    for (const auto &stop : route->stops) {
        const auto part = concerns.all().constFind(Subject::of(stop));
        if (part != concerns.all().cend() && part->kind == Concern::Kind::WillMissWindow && !parts.contains(*part))
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
    const auto routes = route != nullptr ? route->depot : DepotId();
    const auto depot = stop != nullptr ? stop->depot : routes;
    const auto word = wordOf(concern.kind);
    return {.id = exceptionIdOf(word, about, whichOne(concern, stop)),
            .occasion = {.depot = depot, .kind = word, .about = about}};
}

} // namespace Doorstep
