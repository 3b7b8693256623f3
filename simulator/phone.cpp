// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "simulator/phone.h"

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace Doorstep::Simulation {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr seconds whileStanding{30};
constexpr minutes betweenSigns{4}; // of a phone that saves its battery
constexpr double errorKept = 0.92; // of the GPS error from one reading to the next
constexpr double errorAdded = 1.3; // metres
constexpr double drainedPerHour = 0.085;
constexpr double chargedPerHour = 0.14;

QDateTime wholeSeconds(const QDateTime &time)
{
    return QDateTime::fromSecsSinceEpoch(time.toSecsSinceEpoch(), QTimeZone::UTC);
}

bool isIn(const QList<Span> &spans, const QDateTime &at)
{
    return std::ranges::any_of(spans, [&at](const Span &span) { return span.holds(at); });
}

} // namespace

Phone::Phone(const Tour &tour, quint64 seed, int number, seconds interval)
    : m_troubles(tour.troubles)
    , m_chance(seed, "phone"_L1, number)
    , m_interval(interval)
    , m_next(wholeSeconds(tour.scheduledStart.addDuration(minutes(-6))).addSecs(number % 5)) // they do not beat in step
    , m_drainedAt(m_next)
    , m_battery(tour.troubles.batteryAtStart)
{
}

QList<PhoneReading> Phone::recordUntil(const QDateTime &time, const DriverDay &driver)
{
    QList<PhoneReading> readings;
    while (m_next <= time) {
        if (isSwitchedOff(m_next, driver))
            break;
        const auto at = m_next;
        const bool drives = driver.droveAt(at);
        m_next = at.addDuration(drives ? m_interval : std::max(whileStanding, m_interval));
        auto made =
            reading(at, driver); // dice are thrown in any case: a dead phone does not change the rest of its day
        if (keeps(made))
            readings += made;
    }
    return readings;
}

bool Phone::isSwitchedOff(const QDateTime &at, const DriverDay &driver)
{
    return driver.isHome() && driver.homeAt().addDuration(minutes(4)) < at;
}

bool Phone::keeps(PhoneReading &reading)
{
    const auto &at = reading.at;
    if (m_troubles.deadPhone && m_troubles.deadPhone->holds(at))
        return false;
    if (m_troubles.quietPhone && m_troubles.quietPhone->holds(at)) {
        if (m_lastSignAt.isValid() && at - m_lastSignAt < betweenSigns)
            return false;
        m_lastSignAt = at;
        reading.where.reset();
    }
    if (reading.where)
        m_lastPositionAt = at;
    return true;
}

std::optional<PhoneReading> Phone::answerAt(const QDateTime &time, const DriverDay &driver) const
{
    const auto at = wholeSeconds(time);
    const bool isDead = m_troubles.deadPhone && m_troubles.deadPhone->holds(at);
    const bool hasJustSaidSo = m_lastPositionAt.isValid() && at <= m_lastPositionAt;
    if (isDead || hasJustSaidSo || isSwitchedOff(at, driver) || isIn(m_troubles.noNetwork, at))
        return std::nullopt;
    auto glance = *this; // its dice are not this phone's
    auto answer = glance.reading(at, driver);
    if (!answer.where)
        return std::nullopt;
    answer.isAnswer = true;
    return answer;
}

PhoneReading Phone::reading(const QDateTime &at, const DriverDay &driver)
{
    drain(at);
    const auto sighting = driver.sightingAt(at);
    m_eastError = m_eastError * errorKept + m_chance.normal(0.0, errorAdded);
    m_northError = m_northError * errorKept + m_chance.normal(0.0, errorAdded);
    const double accuracy = std::clamp(m_chance.normal(6.5, 2.0), 3.0, 18.0);
    const double gust = m_chance.normal(0.0, 0.4);

    PhoneReading reading{.at = at,
                         .sendableAt = at,
                         .where = {},
                         .accuracyMeters = std::round(accuracy * 10.0) / 10.0,
                         .speedMetersPerSecond = sighting.speedMetersPerSecond > 0.0
                             ? std::max(sighting.speedMetersPerSecond + gust, 0.0)
                             : 0.0,
                         .headingDegrees = std::floor(sighting.headingDegrees),
                         .battery = std::round(m_battery * 100.0) / 100.0,
                         .charging = m_troubles.charges,
                         .mocked = m_troubles.mocked && m_troubles.mocked->holds(at)};
    for (const auto &gap : std::as_const(m_troubles.noNetwork)) {
        if (gap.holds(at))
            reading.sendableAt = std::max(reading.sendableAt, gap.to);
    }
    if (isIn(m_troubles.noSatellites, at) || !sighting.where.isValid())
        return reading;
    const double error = std::hypot(m_eastError, m_northError);
    const double azimuth = std::atan2(m_eastError, m_northError) * 180.0 / std::numbers::pi;
    auto where = sighting.where.atDistanceAndAzimuth(error, azimuth);
    if (reading.mocked)
        where = where.atDistanceAndAzimuth(900.0, 45.0);
    reading.where = QGeoCoordinate(std::round(where.latitude() * 1e7) / 1e7, std::round(where.longitude() * 1e7) / 1e7);
    return reading;
}

void Phone::drain(const QDateTime &at)
{
    const double hours = static_cast<double>(m_drainedAt.secsTo(at)) / 3600.0;
    m_drainedAt = at;
    m_battery = std::clamp(m_battery + hours * (m_troubles.charges ? chargedPerHour : -drainedPerHour), 0.02, 1.0);
}

} // namespace Doorstep::Simulation
