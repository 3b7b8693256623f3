// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"

#include <QObject>

namespace Doorstep {

/// What a note, an exception or an entry of the audit is about.
struct Subject
{
    Q_GADGET
public:
    enum class Kind : quint8 { Stop, Route, Driver, Exception, User, Closure };
    Q_ENUM(Kind)

    Kind kind = Kind::Stop;
    QString id;

    [[nodiscard]] static Subject of(const StopId &stop) { return {.kind = Kind::Stop, .id = stop.toString()}; }
    [[nodiscard]] static Subject of(const RouteId &route) { return {.kind = Kind::Route, .id = route.toString()}; }
    [[nodiscard]] static Subject of(const DriverId &driver) { return {.kind = Kind::Driver, .id = driver.toString()}; }
    [[nodiscard]] static Subject of(const ExceptionId &exception)
    {
        return {.kind = Kind::Exception, .id = exception.toString()};
    }
    [[nodiscard]] static Subject of(const ClosureId &closure)
    {
        return {.kind = Kind::Closure, .id = closure.toString()};
    }

    friend bool operator==(const Subject &, const Subject &) = default;
    friend size_t qHash(const Subject &subject, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, static_cast<int>(subject.kind), subject.id);
    }
};

} // namespace Doorstep
