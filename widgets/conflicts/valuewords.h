// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/subject.h"
#include "widgets/parts/depottime.h"

#include <QCoreApplication>
#include <QVariant>

#include <optional>
#include <utility>

namespace Doorstep {

class Fleet;

/// What the fields of stops, routes, drivers and cases are called, and how their values read. Everything here may hold
/// text of others: show it as plain text.
class ValueWords
{
    Q_DECLARE_TR_FUNCTIONS(Doorstep::ValueWords)
public:
    /// \a fleet must outlive this.
    explicit ValueWords(const Fleet &fleet, DepotTime time = {})
        : m_fleet(fleet)
        , m_time(std::move(time))
    {
    }

    void setDepotTime(const DepotTime &time) { m_time = time; }
    [[nodiscard]] const DepotTime &depotTime() const noexcept { return m_time; }

    /// "Phone" for the word on the wire "phone"; the word itself when it is unknown.
    [[nodiscard]] static QString field(const QString &name);
    /// A value of Setback::Field; "nothing" for an empty one, an em dash for an unknown one.
    [[nodiscard]] QString value(const QVariant &value) const;
    /// The same where only \a field says in which unit it is: a threshold, a rate.
    [[nodiscard]] QString value(const QString &field, const QVariant &value) const;
    /// "José Ellauri 1221", "Carla Núñez": the address of a stop, the driver of a route.
    [[nodiscard]] QString about(const Subject &subject) const;
    [[nodiscard]] QString stop(const StopId &stop) const;
    [[nodiscard]] QString route(const RouteId &route) const;
    /// Their full name; "you" is never said here.
    [[nodiscard]] QString person(const UserId &user) const;
    /// "14:05" today, "Thu 14:05" on another day.
    [[nodiscard]] QString when(const QDateTime &at, const QDateTime &now) const;

private:
    /// Of what says by itself what it is; none for everything else.
    [[nodiscard]] static std::optional<QString> ofState(const QVariant &value);
    /// Of what stands for something else.
    [[nodiscard]] std::optional<QString> ofReference(const QVariant &value) const;
    [[nodiscard]] QString window(const TimeWindow &window) const;

    const Fleet &m_fleet;
    DepotTime m_time;
};

} // namespace Doorstep
