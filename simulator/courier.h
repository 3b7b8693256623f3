// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/apiclient.h"
#include "simulator/dayjson.h"
#include "simulator/driverday.h"
#include "simulator/phone.h"

namespace Doorstep::Simulation {

/// Something for the server that can be sent from a time on.
struct Outgoing
{
    QDateTime sendableAt;
    Letter letter;
};

/// A driver with a phone: lives the tour and says what there is to report.
class Courier
{
public:
    struct News
    {
        QList<PhoneReading> readings;
        QList<Happening> happenings;
    };

    Courier(const Tour &tour, const Traffic &traffic, quint64 seed, int number, std::chrono::seconds interval);

    /// What came since the last call up to \a time.
    News liveUntil(const QDateTime &time);
    /// What the phone says when the server's answer to it, which came \a at, asks where it is; \a at must not be later
    /// than lived. Only OwnTracks knows that question.
    [[nodiscard]] std::optional<PhoneReading> answerTo(const QByteArray &answer, const QDateTime &at) const;

    [[nodiscard]] const Tour &tour() const noexcept { return m_day.tour(); }
    [[nodiscard]] const DriverDay &day() const noexcept { return m_day; }
    [[nodiscard]] bool isHome() const noexcept { return m_day.isHome(); }

    /// \a reading as the phone's app posts it.
    [[nodiscard]] Outgoing outgoing(const PhoneReading &reading) const;
    /// The outcome of the visit that \a done ended, as soon as the phone can send it.
    [[nodiscard]] Outgoing outgoing(const Happening &done, const StopsByReference &stops) const;

    /// When the phone can send what its driver taps \a at.
    [[nodiscard]] QDateTime sendableAt(const QDateTime &at) const;

private:
    DriverDay m_day;
    Phone m_phone;
};

} // namespace Doorstep::Simulation
