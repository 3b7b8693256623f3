// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/cause.h"

#include "models/store/fleet.h"

#include <QCryptographicHash>

#include <utility>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

constexpr int hashDigits = 8;

QString secondsOf(const QDateTime &at)
{
    return at.isValid() ? QString::number(at.toSecsSinceEpoch(), 36) : u"0"_s;
}

QString shortHash(const QString &text)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().first(hashDigits));
}

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
    }
    std::unreachable();
}

/// Which one it is of those that can happen to the same thing.
QString instanceOf(const Concern &concern, const Stop *stop)
{
    switch (concern.kind) {
    case Concern::Kind::FailedAttempt:
        return QString::number(stop == nullptr ? 0 : stop->attempts);
    case Concern::Kind::NoPlace:
        return shortHash(stop == nullptr ? QString() : stop->address.text);
    case Concern::Kind::WillMissWindow:
    case Concern::Kind::DriverSilent:
        return secondsOf(concern.dueAt);
    }
    std::unreachable();
}

} // namespace

Cause causeOf(const Concern &concern, const Fleet &fleet)
{
    const auto *stop = fleet.stops().find(concern.stop);
    const auto *route = fleet.routes().find(concern.route);
    const auto about = concern.stop.isValid() ? Subject::of(concern.stop) : Subject::of(concern.route);
    const auto depot = stop != nullptr ? stop->depot : route != nullptr ? route->depot : DepotId();
    const auto word = wordOf(concern.kind);
    ExceptionId id(u"%1-%2-%3"_s.arg(word, about.id, instanceOf(concern, stop)));
    if (!id.isValid()) // too long for an id
        id = ExceptionId(u"%1-%2"_s.arg(word, shortHash(id.toString())));
    return {.id = id, .occasion = {.depot = depot, .kind = word, .about = about}};
}

} // namespace Doorstep
